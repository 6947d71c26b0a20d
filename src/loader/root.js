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

// The page's own colour scheme, where it has one.
export const schemeOf = (element, theme) => {
  if (theme !== "auto") return theme;
  const page = getComputedStyle(element.parentElement ?? element).colorScheme;
  return page === "normal" ? "light dark" : "inherit";
};

export const tellState = (element, internals, state) => {
  element.dataset.state = state;
  try {
    internals.states.clear();
    internals.states.add(state);
  } catch {
    // There are none, or only such as begin with two dashes.
  }
};
