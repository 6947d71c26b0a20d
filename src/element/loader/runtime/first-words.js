// Badge, headline and lead as plain text, while the app is still on its way.

import { make } from "../placeholder.js";

// The story's first words, or nothing: whoever reads it in full reports what is wrong.
export const firstWords = (bytes) => {
  const story = JSON.parse(new TextDecoder().decode(bytes));
  const isHeldBack = story.pubStatus || story.embargoedUntil || story.expires;
  const isNative = /^story-card\/1(\.|$)/.test(story.schemaVersion);
  return isNative && !isHeldBack && typeof story.headline === "string" && story;
};

// Badge, headline and lead, in the type and the place they will have.
export const showWords = (face, story) => {
  const words = (name, parent, tag, part, className) => {
    const text = story[name];
    if (typeof text === "string" && text) make(tag, part, parent, className).textContent = plain(text);
  };
  face.lang = story.inLanguage ?? "";
  face.dir = story.dir ?? "auto";
  const isUrgent = story.articleType === "live" || /^\s*breaking\s*$/i.test(story.articleSection);
  const badges = make("div", "", face, "badges");
  words("articleSection", badges, "span", "badge", isUrgent ? "badge urgent" : "badge");
  words("headline", face, "div", "headline");
  words("alternativeHeadline", face, "p", "", "alternative");
  words("description", make("div", "lead", face), "p", "");
};

// The first paragraph without markers, addresses of links, and the stars of emphasis; the
// app sets it properly a moment later.
const plain = (text) =>
  text
    .split(/\n\s*\n/, 1)[0]
    .replace(/\s*\[[\d, –-]+\](?!\()|\\(?=[!-/:-@[-`{-~])/g, "")
    .replace(/\[([^[\]]{1,300})\]\([^\s)]{1,300}\)/g, "$1")
    .replace(/(?<![\wÀ-ӿ*])(\*{1,3})(?=[^\s*])(.{0,300}?[^\s*])\1(?![\wÀ-ӿ*])/g, "$2");

// When the first words have been painted; a page in the background paints nothing.
export const painted = () =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
