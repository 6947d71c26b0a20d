// @ts-check
// What runs beside the app: starts it, notices when it crashes, starts it anew.
//
// A crash is anything thrown out of the wasm, a panic, a trap or what a native of the
// page threw into it: half-done state stays behind, and Yew never draws again. The
// instance is then let go, and every card is mounted into another one.

import { follow, tellAddress } from "./address.js";
import { BUILD } from "../build.js";
import { Card } from "./card.js";
import { read } from "./foreign.js";
import { open } from "./instance.js";
import { fetchLater, look } from "./later.js";
import { takeIn, tellOfPage } from "./stray.js";

export { BUILD };

// 100 kB by the slowest line that a page can be read over.
const MAX_START_MILLIS = 60_000;
const MINUTE = 60_000;
// A third crash within a minute says that a restart does not help.
const MAX_RESTARTS = 2;
// How often a story may crash the app: once may be another's fault.
const MAX_CRASHES = 2;

// Not `Map`s: some pages have put a poor one in their place.
/** @typedef {Card & { element: Element, tell: import("./card.js").Tell }} Mounted */
/** @type {Record<string, Mounted>} */
const cards = Object.create(null);
/** @type {Record<string, number>} */
const crashes = Object.create(null);
/** @type {WebAssembly.Module} */
let module;
/** @type {any} */
let app;
/** @type {number[]} */
let restarts = [];
let number = 0;
let hasCrashed = false;

// Loads something once for all cards; what did not come in time is asked for again by the next
// one that needs it.
/**
 * @template T
 * @param {(from?: any) => Promise<T>} load
 * @returns {(from?: any) => Promise<T>}
 */
const once = (load) => {
  /** @type {Promise<any> | undefined} */
  let loading;
  return (from) =>
    (loading ??= new Promise((done, fail) => {
      const late = setTimeout(fail, MAX_START_MILLIS, new Error("no answer in time"));
      load(from)
        .then(done, fail)
        .then(() => clearTimeout(late));
    }).catch((error) => {
      loading = undefined;
      throw error;
    }));
};

// Starts the app with what the loader has asked for, or asks again.
export const start = once(async (wasm) => {
  module = await obtain(new URL("./story-card-app_bg.wasm", import.meta.url), wasm);
  app = await open(module, guard);
  host.sheet = app.sheet();
  askForLater();
});

const askForLater = () => fetchLater(obtain, () => app);

// A module of this build, by its address or by the answer that is on its way.
/** @type {(url: URL, answer?: Promise<Response>) => Promise<WebAssembly.Module>} */
const obtain = (url, answer) => insist(url, (url, options) => receive((!options && answer) || fetch(url.href, options)));

/** @type {<T>(url: URL, get: (url: URL, options?: RequestInit) => Promise<T>) => Promise<T>} */
const insist = async (url, get) => {
  try {
    return await get(url);
  } catch (error) {
    // What the page's policy refuses it refuses again.
    if (error instanceof WebAssembly.CompileError) throw error;
    // A cache may hold another build's, or nothing: once more, past all caches.
    url.search += `-${Date.now()}`;
    // What went wrong is told by the first address: that of another try is another each time, and
    // a live story would be warned of anew with each refresh.
    return get(url, { cache: "reload" }).catch(() => {
      throw error;
    });
  }
};

// The module of this very build, or an error.
/** @type {(answer: Promise<Response>) => Promise<WebAssembly.Module>} */
const receive = async (answer) => {
  const response = await answer;
  const type = /** @type {string} */ (response.headers?.get("content-type"));
  if (!response.ok || /html/.test(type)) throw new Error(`${response.url}: ${response.status} ${type}`);
  const module = await compile(response);
  const [section] = WebAssembly.Module.customSections(module, "build");
  if (String.fromCharCode(...new Uint8Array(section ?? 0)) === BUILD) return module;
  throw new Error(`${import.meta.url} and ${response.url} are of two builds: a cache holds an old file`);
};

// As it comes, where the browser takes it so: it does not from a server that says more of the
// type (`; charset=utf-8`), nor from what stands in for answers on some pages.
/** @type {(response: Response) => Promise<WebAssembly.Module>} */
const compile = async (response) => {
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (error) {
    if (response.bodyUsed || error instanceof WebAssembly.CompileError) throw error;
    return WebAssembly.compile(await response.arrayBuffer());
  }
};

// Code and wasm of the converter, at once.
const fetchConverter = once(() =>
  Promise.all([
    insist(new URL("../converter/converter.js", import.meta.url), async ({ href }) => (await import(href)).of(BUILD)),
    obtain(new URL("../story-card-converter_bg.wasm", import.meta.url)),
  ]),
);

// A card in a frame of a shadow root; `tell` hears of it.
/** @type {(root: ShadowRoot, frame: HTMLElement, tell: import("./card.js").Tell) => import("./card.js").Card} */
export const mount = (root, frame, tell) => {
  takeIn(root.host);
  const lookAgain = () => {
    takeIn(root.host);
    tellOfPage(root.host);
  };
  if (document.readyState !== "loading") tellOfPage(root.host);
  else document.addEventListener("DOMContentLoaded", lookAgain, { once: true });
  const card = /** @type {Mounted} */ (new Card(root, frame, tell, ++number, host));
  Object.assign(card, { element: root.host, tell });
  cards[number] = card;
  addEventListener("hashchange", onHash);
  return card;
};

const all = () => Object.values(cards);
const onHash = () => follow(all(), true);

// What a card knows of its surroundings.
/** @type {import("./card.js").Host} */
const host = {
  start: () => start(),
  // The instance that lives; none where too many have crashed.
  get app() {
    if (!app) renew();
    return app;
  },
  fetchConverter,
  read: (bytes, item, url) => read(bytes, item, url, fetchConverter),
  isFatal: (bytes) => hasCrashed && crashes[text(bytes)] >= MAX_CRASHES,
  // A card is shown.
  follow: () => {
    look(app);
    askForLater();
    follow(all());
  },
  led: (card, name) => tellAddress(all(), card, name),
  leave: (number) => {
    delete cards[number];
    if (all().length) follow(all());
    else removeEventListener("hashchange", onHash);
  },
};

/** @type {(bytes?: Uint8Array) => string} */
const text = (bytes) => new TextDecoder().decode(bytes);

const renew = () => {
  const now = performance.now();
  restarts = restarts.filter((at) => now - at < MINUTE);
  if (restarts.length === MAX_RESTARTS) return;
  restarts.push(now);
  try {
    app = open(module, guard);
    look(app);
  } catch (error) {
    complain("story-card does not start anew:", error);
  }
};

// What befalls the app is told where any card may say a word.
/** @type {(...words: unknown[]) => void} */
const complain = (...words) => {
  try {
    const isHeard = all().some(({ element }) => !element.hasAttribute("quiet"));
    if (isHeard) console.warn(...words);
  } catch {
    // Nobody listens.
  }
};

/** @type {(bytes: Uint8Array | undefined, cause: unknown) => void} */
const restart = (bytes, cause) => {
  complain("story-card crashed and starts anew:", cause);
  hasCrashed = true;
  if (bytes) crashes[text(bytes)] = (crashes[text(bytes)] ?? 0) + 1;
  app = undefined;
  for (const card of all()) {
    try {
      card.remount();
    } catch (error) {
      complain("story-card does not start anew:", error);
      // A native of the page threw here too: the fallback, or the card would load for good.
      card.tell("crashed");
    }
  }
};

// Stands around all that leads into an instance. Once it has crashed nothing leads there
// any more: what is left of its listeners and timers does nothing.
/** @type {(exports: Record<string, any>) => Record<string, any>} */
const guard = (exports) => {
  let depth = 0;
  let isDead = false;
  let isAsking = false;
  let isScheduled = false;
  /** @type {Uint8Array | undefined} */
  let story;
  /** @type {unknown} */
  let cause;
  // In a task of its own: where the stack is used up nothing could start. There even this
  // may fail; then the next call does it.
  const leave = () => {
    if (isScheduled) return;
    setTimeout(() => restart(story, cause));
    isScheduled = true;
  };
  /** @type {(call: (...args: unknown[]) => unknown) => (...args: unknown[]) => unknown} */
  const enter = (call) => (...args) => {
    if (isDead && !isAsking) {
      leave();
      return [];
    }
    depth++;
    try {
      return call(...args);
    } catch (error) {
      if (!isDead) {
        isDead = true;
        cause = error;
        try {
          isAsking = true;
          story = cards[app.suspect()]?.bytes;
        } catch {
          // Then nobody knows.
        }
        isAsking = false;
      }
      // Code of the page that stands in between must not go on as if nothing had been.
      if (depth > 1) throw error;
      return [];
    } finally {
      if (!--depth && isDead) leave();
    }
  };
  const names = Object.keys(exports);
  /** @type {(name: string) => unknown} */
  const guarded = (name) => (typeof exports[name] === "function" ? enter(exports[name]) : exports[name]);
  return Object.fromEntries(names.map((name) => [name, guarded(name)]));
};
