// @ts-check
// Where in a JSON text a value stands. Pure, and as patient as the card: in a text that is broken
// it finds what stands before the fault, and no depth of brackets makes it recurse.

/**
 * A member of an object begins at its key; the value at `value`.
 * @typedef {{ from: number, value: number, to: number }} Stretch
 * @typedef {{ children: Map<string, Node>, pointers: string[], depth: number }} Node
 * @typedef {{ node: Node | undefined, from: number, value: number, isList: boolean, index: number, isKey: boolean }} Open
 */

const SPACE = /\s/;
const DELIMITER = /[\s,:[\]{}"]/;

/** @type {(depth: number) => Node} */
const nodeAt = (depth) => ({ children: new Map(), pointers: [], depth });

/** @param {string} token */
const unescaped = (token) => token.replaceAll("~1", "/").replaceAll("~0", "~");

/**
 * Every pointer stands at each place on its way, so that a value that is missing is found where
 * it should be.
 * @param {string[]} pointers
 */
const treeOf = (pointers) => {
  const root = nodeAt(0);
  for (const pointer of pointers) {
    let node = root;
    node.pointers.push(pointer);
    for (const token of pointer.split("/").slice(1).map(unescaped)) {
      const next = node.children.get(token) ?? nodeAt(node.depth + 1);
      node.children.set(token, next);
      next.pointers.push(pointer);
      node = next;
    }
  }
  return root;
};

/** @type {(text: string, at: number) => number} */
const endOfString = (text, at) => {
  for (let end = at + 1; end < text.length; end += 1) {
    const letter = text[end];
    if (letter === "\\") end += 1;
    else if (letter === '"') return end + 1;
  }
  return text.length;
};

/** @type {(text: string, at: number) => number} */
const endOfWord = (text, at) => {
  let end = at + 1;
  while (end < text.length && !DELIMITER.test(text[end] ?? "")) end += 1;
  return end;
};

/** @param {string} string */
const keyIn = (string) => {
  try {
    return String(JSON.parse(string));
  } catch {
    return string.slice(1, -1);
  }
};

/**
 * The stretch of each pointer's value, or of the nearest value around it that is there.
 * @param {string} text
 * @param {string[]} pointers
 * @returns {Map<string, Stretch>}
 */
export const locate = (text, pointers) => {
  /** @type {Map<string, Stretch & { depth: number }>} */
  const found = new Map();
  /** @type {Open[]} */
  const open = [];
  /** @type {Node | undefined} */
  let node = treeOf(pointers);
  /** Where the key before the value begins. */
  let key = -1;

  /** @type {(node: Node | undefined, from: number, value: number, to: number) => void} */
  const note = (place, from, value, to) => {
    for (const pointer of place?.pointers ?? []) {
      const before = found.get(pointer);
      const depth = place?.depth ?? 0;
      // Of a key that is there twice the last one counts.
      if (!before || before.depth <= depth) found.set(pointer, { from, value, to, depth });
    }
  };

  for (let at = 0; at < text.length; ) {
    const letter = text[at] ?? "";
    const top = open.at(-1);
    let end = at + 1;
    if (letter === "{" || letter === "[") {
      const isList = letter === "[";
      const from = key < 0 ? at : key;
      open.push({ node, from, value: at, isList, index: 0, isKey: !isList });
      node = isList ? node?.children.get("0") : undefined;
      key = -1;
    } else if (letter === "}" || letter === "]") {
      open.pop();
      if (top) note(top.node, top.from, top.value, end);
      node = undefined;
      key = -1;
    } else if (letter === "," && top) {
      top.index += 1;
      top.isKey = !top.isList;
      node = top.isList ? top.node?.children.get(String(top.index)) : undefined;
      key = -1;
    } else if (letter === '"') {
      end = endOfString(text, at);
      if (top?.isKey) {
        node = top.node?.children.get(keyIn(text.slice(at, end)));
        top.isKey = false;
        key = at;
      } else {
        note(node, key < 0 ? at : key, at, end);
      }
    } else if (letter !== ":" && letter !== "," && !SPACE.test(letter)) {
      end = endOfWord(text, at);
      note(node, key < 0 ? at : key, at, end);
    }
    at = end;
  }
  for (const { node: place, from, value } of open) note(place, from, value, text.length);
  return found;
};

/**
 * The place of a line and a column, both from 1, as the card counts them: in characters.
 * @param {string} text
 * @param {number} line
 * @param {number} column
 */
export const offsetOf = (text, line, column) => {
  let start = 0;
  for (let n = 1; n < line; n += 1) {
    const end = text.indexOf("\n", start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  const letters = [...text.slice(start, end < 0 ? text.length : end)];
  return start + letters.slice(0, column - 1).join("").length;
};

/**
 * The line, from 1, in which a place is.
 * @param {string} text
 * @param {number} offset
 */
export const lineOf = (text, offset) => {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
};
