// @ts-check
// Marks what was found in a list, by highlights that change nothing of what is drawn.

const NAME = "story-card-found";
// More than anybody looks at.
const MOST = 999;

/** @type {WeakMap<Element, Range[]>} */
const marked = new WeakMap();

// Letters that have no accent for Unicode, and what readers without such keys write; marks of
// typographers, and those of keyboards.
/** @type {Record<string, string>} */
const PLAIN = { ı: "i", ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", ħ: "h", ß: "ss", æ: "ae", œ: "oe", ς: "σ" };
for (const mark of "‘’‚‛′ʼ") PLAIN[mark] = "'";
for (const mark of "“”„‟«»") PLAIN[mark] = '"';
for (const dash of "‐‑‒–—―−") PLAIN[dash] = "-";
PLAIN["⁄"] = "/";

// A digit of any script: its value is how many digits stand before it in its ten.
/** @type {(digit: string) => string} */
const digitOf = (digit) => {
  const code = Number(digit.codePointAt(0));
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
};

// As readers type: in lower case, without accents and what is not seen, and with the marks and
// digits of their keyboards. Who writes "Muller" looks for "Müller" too.
/** @type {(text: string) => string} */
export const fold = (text) =>
  text
    // These would fall apart.
    .replaceAll("″", '"')
    .replace(/[\xb4`]/g, "'")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{Mn}\p{Cf}]/gu, "")
    .replace(/[^\0-\x7f]/gu, (letter) => PLAIN[letter] ?? (/\p{Nd}/u.test(letter) ? digitOf(letter) : letter));

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
