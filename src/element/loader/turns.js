// @ts-check
// When a card that has its words may be drawn: that takes as long as the words of ten others.

import { painted } from "./first-words.js";

// So many cards are drawn as soon as they can be, and so many of the others at a time, when all
// stories have been asked for, or so long after the first of them could be. No others begin before
// these stand and are painted: the app takes on whatever it is given, and would show all at the end.
const FIRST = 3;
const MAX_MILLIS = 2000;

/** @type {[go: () => void, card: Node][]} */
const waiting = [];
let begun = 0;
// Cards that are being drawn, and who waits until none is.
let drawing = 0;
/** @type {(() => void) | undefined} */
let tell;
let isAsking = false;
let isGoing = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @type {(card: Node) => Promise<void> | undefined} */
export const turn = (card) => {
  if (begun++ < FIRST) {
    drawing++;
    return undefined;
  }
  const turn = new Promise((/** @type {(nothing: void) => void} */ go) => {
    waiting.push([go, card]);
  });
  // A story that hangs holds nobody up for long.
  if (isAsking) timer ??= setTimeout(goOn, MAX_MILLIS);
  else goOn();
  return turn;
};

// Whether there are stories still to be asked for.
/** @type {(is: boolean) => void} */
export const tellAsking = (is) => {
  isAsking = is;
  if (!is) goOn();
};

// A card stands, or has failed. One that had no words before has taken no turn.
export const tellDrawn = () => {
  if (drawing) drawing--;
  if (!drawing) tell?.();
};

// When none is being drawn. One that is taken out meanwhile never stands.
const drawn = () =>
  new Promise((/** @type {(nothing: void) => void} */ done) => {
    const late = setTimeout(() => tell?.(), MAX_MILLIS);
    tell = () => {
      clearTimeout(late);
      drawing = 0;
      done();
    };
  });

const goOn = async () => {
  clearTimeout(timer);
  timer = undefined;
  if (isGoing) return;
  isGoing = true;
  while (waiting.length) {
    for (const [go, card] of waiting.splice(0, FIRST)) {
      // Nothing is drawn of what was taken out while it waited.
      if (card.isConnected) drawing++;
      go();
    }
    if (drawing) await drawn();
    await painted();
  }
  isGoing = false;
};
