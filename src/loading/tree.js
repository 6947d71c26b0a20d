// @ts-check
// The HTML in a story, parsed by the browser into a document that does nothing, as one text:
// the wasm crosses over once for a field, not for each node.

// A page with Trusted Types allows this policy by name; no string of HTML is ever put into
// the page.
/** @type {{ createHTML(html: string): any } | undefined} */
let policy;

/** @type {(html: string) => Document} */
const parse = (html) => {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  policy ??= types?.createPolicy("story-card", { createHTML: (/** @type {string} */ html) => html });
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
};

// A form, and what is in it, is nothing for readers; and it answers for its parts by the names
// that a story gives them.
/** @type {(node: Node) => number} */
const unlessForm = (node) => (node instanceof HTMLFormElement ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);

// Nothing where the page does not let HTML be parsed. `tree.rs` says how it is written.
/** @type {(html: string, most: number) => string | undefined} */
export const tree = (html, most) => {
  try {
    const walker = document.createTreeWalker(
      parse(html),
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      unlessForm,
    );
    return [...fields(walker, most)].join("\0");
  } catch {}
};

/** @type {(walker: TreeWalker, left: number) => Generator<string>} */
function* fields(walker, left) {
  if (!walker.firstChild()) return;
  while (left--) {
    yield* fieldsOf(walker.currentNode);
    if (walker.firstChild()) {
      yield "(";
      continue;
    }
    while (!walker.nextSibling()) {
      if (!walker.parentNode()) return;
      yield ")";
    }
  }
}

/** @type {(node: any) => Generator<string>} */
function* fieldsOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return yield `#${node.data}`;
  yield `<${node.localName}`;
  for (const { localName, value } of node.attributes) yield `@${localName}=${value}`;
}
