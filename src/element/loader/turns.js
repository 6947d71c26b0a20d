// @ts-check
// When a card that has its words may be drawn: that takes as long as the words of ten others.

import { painted } from "./first-words.js";

// So many cards are drawn as soon as they can be, and so many of the others in each frame,
// when all stories have been asked for, or so long after the first of them could be.
const FIRST = 3;
const MAX_MILLIS = 2000;

/** @type {(() => void)[]} */
const waiting = [];
let drawn = 0;
let isAsking = false;
let isGoing = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @type {() => Promise<void> | undefined} */
export const turn = () => {
  if (!(isAsking || waiting.length) || drawn++ < FIRST) return undefined;
  // A story that hangs holds nobody up for long.
  timer ??= setTimeout(goOn, MAX_MILLIS);
  return new Promise((go) => {
    waiting.push(go);
  });
};

// Whether there are stories still to be asked for.
/** @type {(is: boolean) => void} */
export const tellAsking = (is) => {
  isAsking = is;
  if (!is) goOn();
};

const goOn = async () => {
  clearTimeout(timer);
  timer = undefined;
  if (isGoing) return;
  isGoing = true;
  while (waiting.length) {
    for (const go of waiting.splice(0, FIRST)) go();
    await painted();
  }
  isGoing = false;
};
