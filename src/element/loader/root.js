// The element's root, and what stands on the element itself.

const sheets = new WeakMap();

// A sheet belongs to one document. Where there are none the card is plain, and readable.
export const dress = (root, text) => {
  const view = root.ownerDocument.defaultView;
  if (!root.adoptedStyleSheets || !view) return;
  if (!sheets.has(view)) sheets.set(view, {});
  const made = sheets.get(view);
  if (!made[text]) (made[text] = new view.CSSStyleSheet()).replaceSync(text);
  if (!root.adoptedStyleSheets.includes(made[text])) root.adoptedStyleSheets.push(made[text]);
};

// Inside another Yew application an open root lets its handlers run on our clicks.
export const isInYew = (node) => {
  for (; node; node = node.parentNode ?? node.host) if ("__yew_subtree_id" in node) return true;
  return false;
};

// Nothing is written on the element's own attributes: those are the page's, and whoever
// makes it equal to what a server sent takes away what is not there.
export const tellStates = (internals, states) => {
  try {
    internals.states.clear();
    for (const state of states.split(" ")) internals.states.add(state);
  } catch {
    // There are none, or only such as begin with two dashes.
  }
};
