// A card between a page and an app, of neither of which there is more than it needs.

import { Card } from "../../src/element/loader/runtime/card.js";

// As much of a document as a card needs.
export class Part {
  children = [];
  sections = [];
  hidden = false;
  append(child) {
    child.remove();
    child.parent = this;
    this.children.push(child);
  }
  remove() {
    if (this.parent) this.parent.children = this.parent.children.filter((child) => child !== this);
    this.parent = undefined;
  }
  replaceChildren(...children) {
    for (const child of this.children) child.remove();
    for (const child of children) this.append(child);
  }
  contains(part) {
    return this === part || this.children.some((child) => child.contains(part));
  }
  querySelector() {
    return this.article;
  }
  querySelectorAll(names) {
    return names === "details" ? this.sections : (this.stops ?? []);
  }
}
globalThis.document = { createElement: () => new Part(), removeEventListener() {} };
globalThis.navigator ??= { onLine: true };
globalThis.addEventListener = globalThis.removeEventListener = () => {};

export const gate = () => {
  let open;
  const promise = new Promise((resolve) => {
    open = resolve;
  });
  return { promise, open };
};
export const pass = () => new Promise(setImmediate);
const letters = (text) => new TextEncoder().encode(text);
export const text = (bytes) => new TextDecoder().decode(bytes);

// The app's side of a card: what it was asked for, and what it tells.
class Inner {
  asked = [];
  story = () => ({ dateModified: "2026-11-27" });
  constructor(container, hear) {
    this.container = container;
    this.hear = hear;
    const words = ["set", "apply", "fail", "free", "expandAll", "openSection", "tellDrawn", "unchanged"];
    for (const word of words) this[word] = (...rest) => this.asked.push([word, ...rest]);
  }
  show(bytes, ...rest) {
    this.asked.push(["show", text(bytes), ...rest]);
  }
  draw(headline, name = "load", detail = {}) {
    this.container.article ??= { querySelector: () => ({ textContent: this.headline }) };
    this.headline = headline;
    this.hear(name, { headline, ...detail });
  }
  of(word) {
    return this.asked.filter(([asked]) => asked === word).map(([, ...rest]) => rest);
  }
  get shown() {
    return this.of("show").map(([bytes]) => bytes);
  }
}

export const page = () => {
  const root = new Part();
  const frame = new Part();
  root.append(frame);
  root.host = { getAttribute: (name) => (name === "quiet" ? "" : null) };
  const made = [];
  const told = [];
  const left = [];
  const host = {
    start: async () => {},
    read: async (bytes) => ({ bytes, news: { format: "story-card", stories: 1 } }),
    isFatal: () => false,
    follow: () => told.push(["follow"]),
    led: (...rest) => told.push(["led", ...rest.slice(1)]),
    leave: (number) => left.push(number),
    sheet: "a sheet",
    app: {
      mount: (container, hear) => {
        made.push(new Inner(container, hear));
        return made.at(-1);
      },
    },
  };
  const answers = {};
  const tell = (...news) => {
    told.push(news);
    return answers[news[0]]?.();
  };
  const card = new Card(root, frame, tell, 7, host);
  const take = (words, purpose) => card.take({ bytes: letters(words), url: "" }, undefined, purpose, 1e5);
  const names = () =>
    told.map(([name]) => name).filter((name) => !["greeted", "sheet", "follow"].includes(name));
  // A request, what it is answered, and whether it was hung up.
  const request = (words, more) => {
    const job = {
      answer: Promise.resolve({ bytes: letters(words), url: "" }),
      response: Promise.resolve(),
      ...more,
    };
    const one = { job, isLeft: false, leave: () => (one.isLeft = true) };
    return one;
  };
  return { root, frame, host, card, made, told, left, answers, take, names, request };
};

// A page whose card shows a story.
export const shown = async () => {
  const all = page();
  await all.take("first");
  await pass();
  all.made[0].draw("First");
  return all;
};
