// @ts-check
// Badge, headline and lead as plain text, from the first bytes of a story on its way.

import { make } from "./make.js";

/**
 * @typedef {Record<string, any>} Story what there is of one
 * @typedef {{ reader: ReadableStreamDefaultReader<Uint8Array>, chunks: Uint8Array[], isForeign: boolean }} Begun
 */

// How far into a story its words are looked for, and how often, in letters.
const MAX_LETTERS = 1 << 16;
const STEP = 1 << 10;
// How many letters of a headline or a lead are shown before the app: the patterns below take
// the square of a text that is nothing but blanks or stars.
const MAX_WORDS = 1 << 12;

// The members of a story that are there in full: up to the last comma of the outermost
// object.
/** @type {(text: string) => Story} */
const begun = (text) => {
  let depth = 0;
  let end = 0;
  for (const { 0: token, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"?|[,{}[\]]/gs)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    else if (token === "," && depth === 1) end = index;
  }
  return JSON.parse(depth ? `${text.slice(0, end)}}` : text);
};

// What shows that a story is in another format, for which there is a converter: keys that
// none of ours has. Its words wait for that, which knows whether they may be shown.
const FOREIGN = /"(@\w+|date_gmt|start_date|uri|uuid)":|jsonfeed/;

// The first words in as much text as is there, or nothing: whoever reads it in full
// reports what is wrong.
/** @type {(text: string) => Story | undefined} */
export const wordsIn = (text) => {
  try {
    const story = begun(text.slice(0, MAX_LETTERS));
    const isHeldBack = story.pubStatus || story.embargoedUntil || story.expires;
    const isNative = /^story-card\/1(\.|$)/.test(story.schemaVersion);
    if (isNative && !isHeldBack && typeof story.headline === "string") return story;
  } catch {
    // Not there yet, or no story.
  }
};

// Reads a body until the words are there; the lead may come after the rest. Gives what is
// read, and the reader of what is not: a copy of the body would be late in some browsers.
/** @type {(body: ReadableStream<Uint8Array>, tell: (story: Story) => void) => Promise<Begun>} */
export const readWords = async (body, tell) => {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  const chunks = [];
  let text = "";
  let next = 0;
  let isTold = false;
  for (;;) {
    const { done, value } = await reader.read();
    if (value) chunks.push(value);
    text += decoder.decode(value, { stream: !done });
    if (text.length < next && !done) continue;
    next = text.length + STEP;
    const story = wordsIn(text);
    if (story && (story.description || !isTold)) tell(story);
    isTold ||= Boolean(story);
    const isForeign = !text.includes("schemaVersion") && FOREIGN.test(text);
    if (done || isForeign || story?.description || text.length >= MAX_LETTERS) return { reader, chunks, isForeign };
  }
};

// Badge, headline and lead, in the type and the place they will have.
/** @type {(face: HTMLElement, story: Story) => void} */
export const showWords = (face, story) => {
  /** @type {(name: string, parent: Element, tag: string, part: string, className?: string) => void} */
  const words = (name, parent, tag, part, className) => {
    const text = story[name];
    if (typeof text === "string" && text) make(tag, part, parent, className).textContent = plain(text);
  };
  face.lang = story.inLanguage ?? "";
  face.dir = story.dir ?? "auto";
  // A day after its last change nothing is urgent any more.
  const isOld = Date.now() - Date.parse(story.dateModified ?? story.datePublished) > 864e5;
  const isUrgent = !isOld && (story.urgent === true || /^\s*breaking\s*$/i.test(story.articleSection));
  const badges = make("div", "", face, "badges");
  words("articleSection", badges, "span", "badge", isUrgent ? "badge urgent" : "badge");
  words("headline", face, "div", "headline");
  words("alternativeHeadline", face, "p", "subtitle", "alternative");
  words("description", make("div", "lead", face), "p", "");
};

// The first paragraph without markers, addresses of links, and the stars around words; the
// app sets it properly a moment later.
const MARKS =
  /\s*\[[\d, \u2013-]+\](?!\()|\\(?=[!-/:-@[-`{-~])|\[(?=[^[\]]+\]\()|\]\((?:[^\s()]|\([^\s()]*\))+\)|(?<![\w\xc0-\u04ff*])\*+(?=\S)|(?<=\S)\*+(?![\w\xc0-\u04ff*])/g;

/** @type {(text: string) => string} */
const plain = (text) => text.slice(0, MAX_WORDS).split(/\n\s*\n/, 1)[0].replace(MARKS, "");

// When they have been painted; a page in the background paints nothing.
/** @type {() => Promise<void>} */
export const painted = () =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
