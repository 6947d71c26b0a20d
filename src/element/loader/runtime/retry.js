// @ts-check
// What it takes to ask for a story again: when, and whether it is another.

const MAX_TRIES = 2;
const FIRST_WAIT_MILLIS = 500;

/** @typedef {import("./response.js").Answer} Answer */

// How many milliseconds to wait before another try; nothing where that would not help,
// or not in time. The jitter keeps the cards of many readers from coming all at once.
/** @type {(answer: Answer, tries: number, millisLeft: number) => number | undefined} */
export const patience = ({ code, status, after }, tries, millisLeft) => {
  const mayPass =
    code === "network"
      ? navigator.onLine !== false
      : status === 429
        ? after
        : /** @type {number} */ (status) >= 500;
  if (!mayPass || tries >= MAX_TRIES) return;
  const asked = after ? (Number(after) || (Date.parse(after) - Date.now()) / 1000) * 1000 : 0;
  const wait = Math.max((FIRST_WAIT_MILLIS << tries) * (1 + Math.random()), asked || 0);
  return wait < millisLeft ? wait : undefined;
};

// Time that runs out amid another try says less than what went wrong with the one before.
/** @type {(answer: Answer, before: Answer | undefined) => Answer} */
export const whatWentWrong = (answer, before) =>
  (answer.code === "timeout" && before?.code && before) || answer;

/** @type {(bytes: Uint8Array, other: Uint8Array | undefined) => boolean} */
export const isSame = (bytes, other) =>
  bytes.length === other?.length && bytes.every((byte, index) => byte === other[index]);

// A time of the day. Made when it is read: the first one takes tens of milliseconds.
// It is the reader's, which the story's need not be, so the zone is named.
/** @type {Intl.DateTimeFormatOptions} */
const CLOCK = { hour: "numeric", minute: "2-digit", timeZoneName: "short" };
/** @type {(millis: number) => string} */
export const clock = (millis) => new Date(millis).toLocaleTimeString([], CLOCK);
