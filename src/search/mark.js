// @ts-check
// Marks what was found in a list, by highlights that change nothing of what is drawn.

const NAME = "story-card-found";
// More than anybody looks at.
const MOST = 999;

/** @type {WeakMap<Element, Range[]>} */
const marked = new WeakMap();

// Lower case without accents: a reader who writes "Muller" looks for "Müller" too.
/** @type {(text: string) => string} */
export const fold = (text) => text.normalize("NFD").toLowerCase().replace(/\p{Mn}/gu, "");

// Where each unit of a folded text comes from: a letter's start and its end.
/** @type {(text: string) => [number, number][]} */
const placesOf = (text) => {
  /** @type {[number, number][]} */
  const places = [];
  let at = 0;
  for (const letter of text) {
    const end = at + letter.length;
    for (const _ of fold(letter).split("")) places.push([at, end]);
    at = end;
  }
  return places;
};

/** @type {(node: Text, words: string[]) => Range[]} */
const rangesIn = (node, words) => {
  const text = fold(node.data);
  const held = words.filter((word) => text.includes(word));
  const places = held.length ? placesOf(node.data) : [];
  const ranges = [];
  for (const word of held) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const [first, last] = [places[at], places[at + word.length - 1]];
      if (!first || !last) continue;
      const range = new Range();
      range.setStart(node, first[0]);
      range.setEnd(node, last[1]);
      ranges.push(range);
    }
  }
  return ranges;
};

// Marks words, folded as here and parted by spaces, in the entries of a list that are not
// left `out`, in place of those that were marked before.
/** @type {(list: Element, words: string, out: string) => void} */
export const mark = (list, words, out) => {
  const known = CSS.highlights?.get(NAME);
  for (const range of marked.get(list) ?? []) known?.delete(range);
  marked.delete(list);
  const wanted = words.split(" ").filter(Boolean);
  if (!wanted.length || !CSS.highlights) return;
  const all = known ?? new Highlight();
  if (!known) CSS.highlights.set(NAME, all);
  const ranges = [];
  for (const entry of list.children) {
    if (entry.hasAttribute(out)) continue;
    const texts = document.createTreeWalker(entry, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() && ranges.length < MOST) {
      ranges.push(...rangesIn(/** @type {Text} */ (texts.currentNode), wanted));
    }
  }
  for (const range of ranges) all.add(range);
  marked.set(list, ranges);
};
