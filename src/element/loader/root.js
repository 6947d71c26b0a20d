// @ts-check
// The element's root, and what stands on the element itself.

/** @type {WeakMap<Window, Record<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

// A sheet belongs to one document. Where there are none the card is plain, and readable.
// The list is set anew: of one that grows in place no recorder of a visit learns, and where
// it is a stand-in, nothing comes of it.
/** @type {(root: ShadowRoot, text: string) => void} */
export const dress = (root, text) => {
  const view = root.ownerDocument.defaultView;
  if (!root.adoptedStyleSheets || !view) return;
  if (!sheets.has(view)) sheets.set(view, {});
  const made = /** @type {Record<string, CSSStyleSheet>} */ (sheets.get(view));
  if (!made[text]) (made[text] = new view.CSSStyleSheet()).replaceSync(text);
  const worn = root.adoptedStyleSheets;
  if (!worn.includes(made[text])) root.adoptedStyleSheets = [...worn, made[text]];
};

// The root that a server has drawn, or one that is made. Tells of what in it gets the focus.
/** @type {(element: Element, drawn: ShadowRoot | null | undefined, tell: (event: any) => void) => ShadowRoot} */
export const rootOf = (element, drawn, tell) => {
  const root = drawn ?? element.attachShadow({ mode: isInYew(element) ? "closed" : "open" });
  root.addEventListener("focusin", tell);
  return root;
};

// Inside another Yew application an open root lets its handlers run on our clicks.
/** @type {(node: Node) => boolean} */
const isInYew = (start) => {
  for (let node = /** @type {ShadowRoot | null} */ (start); node; node = /** @type {any} */ (node.parentNode ?? node.host)) if ("__yew_subtree_id" in node) return true;
  return false;
};

// Nothing is written on the element's own attributes: those are the page's, and whoever
// makes it equal to what a server sent takes away what is not there.
/** @type {(internals: ElementInternals, states: string) => void} */
export const tellStates = (internals, states) => {
  try {
    internals.states.clear();
    for (const state of states.split(" ")) internals.states.add(state);
  } catch {
    // There are none, or only such as begin with two dashes.
  }
};
