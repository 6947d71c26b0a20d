// Draws what a description says (`el.rs` has its words) in one go: called for each
// element from wasm, a story of thousands of paragraphs takes almost three times as long.
// Text is always a text node.

const patterns = Object.create(null);

// An element as its plan has it: a tag, then perhaps `.class`, then perhaps `@part`.
const begin = (plan) => {
  if (!patterns[plan]) {
    const [rest, part] = plan.split("@");
    const [tag, names] = rest.split(".");
    const element = document.createElement(tag);
    if (names) element.setAttribute("class", names);
    if (part) element.setAttribute("part", part);
    patterns[plan] = element;
  }
  return patterns[plan].cloneNode();
};

// Makes `node` what `made` is, and leaves alone what is the same: the reader may be
// selecting text there, or have the focus on it.
const change = (node, made) => {
  if (node.isEqualNode(made)) return;
  if (node.nodeName !== made.nodeName) {
    node.parentNode.replaceChild(made, node);
    return;
  }
  if (node.nodeType === 3) {
    node.nodeValue = made.nodeValue;
    return;
  }
  // A picture stays what it has become: asked for otherwise, or missing.
  if (node.nodeName === "IMG" && node.getAttribute("src") === made.getAttribute("src")) {
    node.alt = made.alt;
    return;
  }
  for (const { name, value } of made.attributes) {
    if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  }
  for (const { name } of [...node.attributes]) {
    // An event that the reader was led to in a folded list stays in sight.
    if (name !== "data-shown" && !made.hasAttribute(name)) node.removeAttribute(name);
  }
  // Lists of their own: a child leaves the one when it goes into the other.
  const now = [...node.childNodes];
  const next = [...made.childNodes];
  next.forEach((child, index) => {
    if (now[index]) change(now[index], child);
    else node.appendChild(child);
  });
  now.slice(next.length).forEach((child) => node.removeChild(child));
};

// Draws anew, or changes what was drawn before. Each of `words` is the length of its
// letters, and in the lowest three bits what it does, as `el.rs` numbers it.
export const draw = (letters, words, before) => {
  let at = document.createDocumentFragment();
  let end = 0;
  let name;
  for (const word of words) {
    const text = letters.slice(end, (end += word >> 3));
    switch (word & 7) {
      case 0:
        at = at.appendChild(begin(text));
        break;
      case 1:
        at = at.parentNode;
        break;
      case 2:
        name = text;
        break;
      case 3:
        at.setAttribute(name, text);
        break;
      case 5:
        break;
      default:
        at.appendChild(document.createTextNode(text));
    }
  }
  if (!before) return at;
  change(before, at);
  return before;
};
