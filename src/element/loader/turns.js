// @ts-check
// When a card that has its words may be drawn: that takes as long as the words of ten others.

import { painted } from "./first-words.js";

// So many cards are drawn as soon as they can be, and so many of the others at a time, when all
// stories have been asked for, or so long after the first of them could be. No others begin before
// these stand and are painted: the app takes on whatever it is given, and would show all at the end.
// Each time the browser goes through the whole page, which on a phone is 0.1 s with fifty cards.
const FIRST = 3;
const OTHERS = 12;
const MAX_MILLIS = 2000;

/** @type {[go: () => void, card: Node, isWanted: () => boolean][]} */
const waiting = [];
let begun = 0;
// Cards that are being drawn, and who waits until none is.
/** @type {Set<Node>} */
const drawing = new Set();
/** @type {(() => void) | undefined} */
let tell;
let isAsking = false;
let isGoing = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @type {(card: Node, isWanted: () => boolean) => Promise<void> | undefined} */
export const turn = (card, isWanted) => {
  if (begun++ < FIRST) {
    drawing.add(card);
    return undefined;
  }
  return new Promise((/** @type {(nothing: void) => void} */ go) => {
    waiting.push([go, card, isWanted]);
    // A story that hangs holds nobody up for long.
    if (isAsking) timer ??= setTimeout(goOn, MAX_MILLIS);
    else goOn();
  });
};

// Whether there are stories still to be asked for.
/** @type {(is: boolean) => void} */
export const tellAsking = (is) => {
  isAsking = is;
  if (!is) goOn();
};

// A card stands, has failed, or begins anew.
/** @type {(card: Node) => void} */
export const tellDrawn = (card) => {
  drawing.delete(card);
  if (!drawing.size) tell?.();
};

// When none is being drawn; one that takes long is waited for no longer.
const drawn = () =>
  new Promise((/** @type {(nothing: void) => void} */ done) => {
    const late = setTimeout(() => tell?.(), MAX_MILLIS);
    tell = () => {
      clearTimeout(late);
      drawing.clear();
      done();
    };
  });

const goOn = async () => {
  clearTimeout(timer);
  timer = undefined;
  if (isGoing) return;
  isGoing = true;
  while (waiting.length) {
    for (const [go, card, isWanted] of waiting.splice(0, OTHERS)) {
      // The card may be gone by now, or have another story, which has a turn of its own.
      if (isWanted()) drawing.add(card);
      go();
    }
    if (drawing.size) await drawn();
    await painted();
  }
  isGoing = false;
};
