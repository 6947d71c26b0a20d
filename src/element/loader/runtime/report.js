// @ts-check
// What the console says of a story that has problems, or does not come.

import { baseOf } from "../base.js";
import { isQuiet, warn } from "../warn.js";

// So many problems are named, and so many warnings remembered.
const MOST = 5;
const MAX_LETTERS = 400;
// Whoever has left by then, or been helped, costs the host no further request.
const PROBE_MILLIS = 1000;

// What to do about an error, by its code.
/** @type {Record<string, string>} */
const CURES = {
  timeout: "The attribute timeout gives it more seconds.",
  http: "Is the address right, and open to all? A card sends no cookies.",
  "not-json": "The attribute src has to name the JSON of a story.",
  "not-a-story": "The attribute src has to name the JSON of a story.",
  "unsupported-version": "A newer story-card.js may read it.",
};

/**
 * @typedef {{ code: string, path: string, message: string }} Problem
 * @typedef {{ code?: string, message?: string, problems?: Problem[] }} Detail
 */

// Warns once for each story, and again only of something else.
/** @type {(host: Element) => { tell: (name: string, detail: Detail, source: any) => Promise<void>, cancel: () => void }} */
export const reporter = (host) => {
  /** @type {string[]} */
  let said = [];
  /** @type {AbortController | undefined} */
  let probe;
  const cancel = () => probe?.abort();
  /** @type {(name: string, detail: Detail, source: any) => Promise<void>} */
  const tell = async (name, detail, source) => {
    cancel();
    const { signal } = (probe = new AbortController());
    if (isQuiet(host)) return;
    try {
      const words = wordsFor(name, detail);
      // Once said, its cause is not looked for again: a live story is asked for over and over.
      if (!words || said.includes(words)) return;
      let text = words;
      if (detail.code === "network") text += ` ${await causeOf(host, source, signal)}`;
      else if (detail.code) text += ` ${CURES[detail.code] ?? ""}`;
      if (signal.aborted) return;
      said = [words, ...said].slice(0, MOST);
      warn(host, text);
    } catch {
      // The card was removed, or the page has a poor browser: no story fails for it.
    }
  };
  return { tell, cancel };
};

/** @type {(name: string, detail: Detail) => string | 0 | undefined} */
const wordsFor = (name, { code, message, problems = [] }) => {
  if (code) return `${name === "kept" ? "keeps an older story" : "shows no story"}: ${code}, ${plain(message)}.`;
  const named = problems.slice(0, MOST).map(({ code, path, message }) => {
    return `\n  ${code} at ${plain(path) || "the top"}: ${plain(message)}`;
  });
  if (problems.length > MOST) named.push(`\n  ${problems.length - MOST} more are in the event story-card-load`);
  return named.length && `shows a story with problems, ${problems.length} in all:${named.join("")}`;
};

// A story's own words stay on one line.
/** @type {(text: any) => string} */
const plain = (text) => text.replace(/[\s\p{C}]+/gu, " ").slice(0, MAX_LETTERS);

// Why nothing came. No page is told by the browser; but where the same address answers a
// request whose answer nobody reads, it is the leave to read it that is missing.
/** @type {(host: Element, source: any, signal: AbortSignal) => Promise<string>} */
const causeOf = async (host, { response }, signal) => {
  const { href, protocol } = new URL(/** @type {string} */ (host.getAttribute("src")), baseOf(host));
  if (navigator.onLine === false) return "This browser is offline.";
  if (!/^https?:$/.test(protocol)) return `A page can ask for nothing by ${protocol}`;
  const hasBegun = await response.then(() => true, () => false);
  if (hasBegun) return `The answer of ${href} broke off.`;
  if (await answers(href, signal)) {
    return `${href} answers, but lets no page of ${location.origin} read it (CORS): its server has to send the header Access-Control-Allow-Origin: *`;
  }
  if (location.protocol === "https:" && protocol === "http:") return "A page that came by https can ask for nothing by http.";
  return `Nothing answers at ${href}. Is the address right? The page's Content-Security-Policy (connect-src) or an extension may stand in between.`;
};

// Whether anything answers there: asked once, without a body, cookies or referrer.
/** @type {(href: string, signal: AbortSignal) => Promise<boolean>} */
const answers = async (href, signal) => {
  await new Promise((done, fail) => {
    const timer = setTimeout(done, PROBE_MILLIS);
    signal.onabort = () => {
      clearTimeout(timer);
      fail(signal.reason);
    };
  });
  /** @type {RequestInit} */
  const probe = { method: "HEAD", mode: "no-cors", credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer", signal };
  return fetch(href, probe).then(() => true, () => false);
};
