// @ts-check
// Draws what a description says (`el.rs` has its words) in one go: called for each
// element from wasm, a story of thousands of paragraphs takes almost three times as long.
// Text is always a text node.
//
// What stands already is changed, not replaced: the reader may be selecting text there, or
// have the focus on it. What it was drawn from is described once more and compared with
// what is to be drawn; the page's own elements are only written to. A translator, or
// another script, may have put others in their place.

/** @type {Map<string, Element>} */
const patterns = new Map();
// Names of attributes, each as one string: the browser keeps its own form of a string that it
// has met before.
/** @type {Map<string, string>} */
const names = new Map();
// What tells an element from its siblings, where the description says so.
/** @type {WeakMap<Node, string>} */
const keys = new WeakMap();

// An element as its plan has it: a tag, then perhaps `.class`, then perhaps `@part`.
/** @type {(plan: string) => Element} */
const pattern = (plan) => {
  const [rest, part] = plan.split("@");
  const [tag, names] = rest.split(".");
  const element = document.createElement(tag);
  if (names) element.setAttribute("class", names);
  if (part) element.setAttribute("part", part);
  return element;
};

// What a map holds for these letters, or what is made of them.
/** @type {<T>(map: Map<string, T>, letters: string, make: (letters: string) => T) => T} */
const once = (map, letters, make) => {
  let made = map.get(letters);
  if (made === undefined) map.set(letters, (made = make(letters)));
  return made;
};

// Each of `words` is the length of its letters, and in the lowest three bits what it does,
// as `el.rs` numbers it.
/** @type {(letters: string, words: Uint32Array) => any} */
const build = (letters, words) => {
  /** @type {any} */
  let at = document.createDocumentFragment();
  let end = 0;
  /** @type {any} */
  let name;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    const text = letters.slice(end, (end += word >> 3));
    switch (word & 7) {
      case 0:
        at = at.appendChild(once(patterns, text, pattern).cloneNode());
        break;
      case 1:
        at = at.parentNode;
        break;
      case 2:
        name = once(names, text, String);
        break;
      case 3:
        at.setAttribute(name, text);
        break;
      case 4:
        at.appendChild(document.createTextNode(text));
        break;
      default:
        keys.set(at, text);
    }
  }
  return at;
};

/** @type {(node: any) => string} */
const makeOf = (node) => `${node.nodeName} ${node.getAttribute?.("class") ?? ""}`;

// The numbers of markers change with every source that is added above.
/** @type {(node: any) => string} */
const wordsOf = (node) => node.textContent.replace(/\[[^\]]*\]/g, "");

/** @type {(node: any) => string} */
const fileOf = (node) =>
  node.getAttribute?.("src") ?? node.querySelector?.("[src]")?.getAttribute("src") ?? "";

// By what a node is known again, wherever it stands among its siblings.
/** @type {(node: any) => string} */
const signOf = (node) =>
  `${makeOf(node)} ${keys.get(node) ?? `${fileOf(node)} ${wordsOf(node)}`}`;

// How many letters two texts have in common at the start, and then at the end.
/** @type {(one: string, other: string) => [start: number, end: number]} */
const common = (one, other) => {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return [start, end];
};

// Whether one has become the other: half of it is the same, from its ends or word by word,
// though as much may have been added. Scripts without spaces count by letters.
/** @type {(one: Node, other: Node) => boolean} */
const isNear = (one, other) => {
  /** @type {[string, string]} */
  const texts = [wordsOf(one), wordsOf(other)];
  const [start, end] = common(...texts);
  if (2 * (start + end) >= Math.max(texts[0].length, texts[1].length)) return true;
  const [words, others] = texts.map((text) => text.split(/\s+|(?=[\u3040-\u9fff])/));
  const left = group(words, (word) => word);
  const kept = others.filter((word) => left[word]?.pop() !== undefined).length;
  return 2 * kept >= words.length && 4 * kept >= others.length;
};

const MAX_TRIED = 20;

/** @type {<T>(items: T[], by: (item: T) => string) => Record<string, number[]>} */
const group = (nodes, by) => {
  const groups = Object.create(null);
  nodes.forEach((node, place) => (groups[by(node)] ??= []).push(place));
  return groups;
};

// For each of `news` its place among `olds`, or -1: first what is the same, wherever it
// stands; then, between what is the same, what has been written anew.
/** @type {(olds: Node[], news: Node[]) => number[]} */
const match = (olds, news) => {
  const places = group(olds, signOf);
  const from = news.map((node) => places[signOf(node)]?.shift() ?? -1);
  const makes = [group(olds, makeOf), group(news, makeOf)];
  /** @type {(make: string) => boolean} */
  const isOnly = (make) => !make.endsWith(" ") && makes.every((made) => made[make].length === 1);
  /** @type {(one: Node, other: Node) => boolean} */
  const mayBecome = (one, other) => {
    const make = makeOf(one);
    // Another picture has its own luck: this one may be missing, or asked for otherwise.
    if (one.nodeName === "IMG" && fileOf(one) !== fileOf(other)) return false;
    return make === makeOf(other) && !keys.has(one) && !keys.has(other) && (isOnly(make) || isNear(one, other));
  };
  /** @type {boolean[]} */
  const isTaken = [];
  for (const place of from) isTaken[place] = true;
  /** @type {number[]} */
  const ends = [];
  for (let index = from.length - 1, end = olds.length; index >= 0; index--) {
    if (from[index] >= 0) end = from[index];
    ends[index] = end;
  }
  let place = 0;
  news.forEach((node, index) => {
    if (from[index] >= 0) {
      place = from[index] + 1;
      return;
    }
    const last = Math.min(ends[index], place + MAX_TRIED);
    for (let tried = place; tried < last; tried++) {
      if (isTaken[tried] || !mayBecome(olds[tried], node)) continue;
      from[index] = tried;
      isTaken[tried] = true;
      place = tried + 1;
      break;
    }
  });
  return from;
};

// The page's own nodes for those that were drawn; none for one that is not there as it was.
/** @type {(live: Node, was: Node) => (ChildNode | undefined)[]} */
const standing = (live, was) => {
  const there = [...live.childNodes];
  const drawn = [...was.childNodes];
  /** @type {(one: Node, other: Node) => boolean} */
  const isAlike = (one, other) => makeOf(one) === makeOf(other);
  if (there.length === drawn.length && drawn.every((node, place) => isAlike(node, there[place]))) return there;
  let next = 0;
  return drawn.map((node) => {
    /** @type {(other: Node, place: number) => boolean} */
    const isSame = (other, place) =>
      place >= next && isAlike(node, other) && other.textContent === node.textContent;
    const place = there.findIndex(isSame);
    if (place >= 0) next = place + 1;
    return there[place];
  });
};

// Which of the places, -1 for none, make the longest run that rises: what is moved loses
// the focus. What stands at `pinned` has it.
/** @type {(places: number[], pinned: number) => boolean[]} */
const staying = (places, pinned) => {
  /** @type {(place: number, index: number) => boolean} */
  const mayStay = (place, index) =>
    place >= 0 && (pinned < 0 || index === pinned || index < pinned === place < places[pinned]);
  /** @type {number[]} */
  const ends = [];
  /** @type {number[]} */
  const before = [];
  places.forEach((place, index) => {
    if (!mayStay(place, index)) return;
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (places[ends[middle]] < place) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1];
    ends[low] = index;
  });
  /** @type {boolean[]} */
  const stays = [];
  for (let index = ends.at(-1); index !== undefined; index = before[index]) stays[index] = true;
  return stays;
};

// Makes these the children. Selection and focus stay in those that were.
/** @type {(parent: any, nodes: ChildNode[]) => void} */
const arrange = (parent, nodes) => {
  for (const node of [...parent.childNodes]) if (!nodes.includes(node)) node.remove();
  const there = [...parent.childNodes];
  const places = nodes.map((node) => there.indexOf(node));
  const { activeElement } = parent.getRootNode();
  const pinned = nodes.findIndex((node, index) => places[index] >= 0 && activeElement && node.contains(activeElement));
  const stays = staying(places, pinned);
  let next = null;
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    if (!stays[index]) {
      if (parent.moveBefore && places[index] >= 0) parent.moveBefore(node, next);
      else parent.insertBefore(node, next);
    }
    next = node;
  }
};

// Makes `live`, which was drawn as `was`, what `made` is.
/** @type {(live: any, was: any, made: any) => void} */
const change = (live, was, made) => {
  if (was.isEqualNode(made)) return;
  if (made.nodeType === 3) {
    // Only the letters that are others: a selection beside them stays.
    const [start, end] = common(live.data, made.data);
    live.replaceData(start, live.length - start - end, made.data.slice(start, made.length - end));
    return;
  }
  for (const { name, value } of made.attributes) {
    if (was.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  for (const { name } of was.attributes) {
    if (!made.hasAttribute(name)) live.removeAttribute(name);
  }
  const olds = [...was.childNodes];
  const news = [...made.childNodes];
  const there = standing(live, was);
  const from = match(olds, news);
  const nodes = news.map((node, index) => {
    const old = there[from[index]];
    if (!old) return node;
    change(old, olds[from[index]], node);
    return old;
  });
  arrange(live, nodes);
};

// Draws anew, or changes what was drawn before by the description that comes after it.
/** @type {(letters: string, words: Uint32Array, before: any, lettersBefore: string, wordsBefore: Uint32Array) => any} */
export const draw = (letters, words, before, lettersBefore, wordsBefore) => {
  const made = build(letters, words);
  if (!before) return made;
  const was = build(lettersBefore, wordsBefore);
  if (was.nodeName !== made.nodeName) return made;
  change(before, was, made);
  // What was only compared goes: Chromium keeps an image for as long as it is in a <picture>, and
  // all that is around it, though none of that was ever shown.
  for (const rest of [was, made]) {
    for (const image of rest.querySelectorAll("picture > *")) image.remove();
  }
  return before;
};
