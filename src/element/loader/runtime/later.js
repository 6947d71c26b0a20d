// @ts-check
// The second part of the app: what no first view needs. It is fetched once the first part
// has come, and joins every instance there is from then on.

// What the app is told (`src/second_part.rs`).
const [COMING, HERE, MISSING] = [0, 1, 2];
// A card that comes later asks again for what did not come.
const PAUSE_MILLIS = 30_000;

/**
 * @typedef {object} App an instance
 * @property {(state: number) => void} look
 * @property {(part: WebAssembly.Module) => void} join not there under `trunk serve`
 * @property {boolean} [hasLater]
 */

/** @type {WebAssembly.Module | undefined} */
let part;
let state = COMING;
let askedAt = Number.NEGATIVE_INFINITY;

// Has an instance take the part, if it is there, and look at what it shows.
/** @type {(app?: App) => void} */
export const look = (app) => {
  try {
    if (part && app && !app.hasLater) {
      app.join(part);
      app.hasLater = true;
    }
  } catch {
    // It is of another build, whatever it says.
    part = undefined;
    state = MISSING;
  }
  app?.look(state);
};

// Fetches the part, once; `instance` gives the one that lives by then.
/** @type {(receive: (url: URL) => Promise<WebAssembly.Module>, instance: () => App | undefined) => Promise<void>} */
export const fetchLater = async (receive, instance) => {
  const now = performance.now();
  if (part || !instance()?.join || now - askedAt < PAUSE_MILLIS) return;
  askedAt = now;
  try {
    part = await receive(new URL("./story-card-later.wasm", import.meta.url));
    state = HERE;
  } catch {
    // The card does without: the list of events stands, and the browser copies.
    state = MISSING;
  }
  look(instance());
};
