// @ts-check
// What stands in the card before, or instead of, the app.

// An element with this part, which is its class too unless another is given.
/** @type {(tag: string, part: string, parent: Node & ParentNode, className?: string) => HTMLElement} */
export const make = (tag, part, parent, className = part) => {
  const element = document.createElement(tag);
  if (part) element.setAttribute("part", part);
  element.className = className;
  parent.append(element);
  return element;
};

// A skeleton that flashes by is worse than none.
export const SKELETON_MILLIS = 200;

/** @type {(face: Element) => void} */
export const showBones = (face) => {
  for (const bone of ["short", "tall", "", "", ""]) make("div", "", face, `bone ${bone}`);
};

/** @type {(face: Element, code: string, onRetry: () => void) => void} */
export const showFailure = (face, code, onRetry) => {
  const failure = make("div", "error", face);
  failure.role = "alert";
  make("p", "", failure).textContent = `This story cannot be shown here. (${code})`;
  const retry = make("button", "retry", failure);
  retry.textContent = "Try again";
  retry.onclick = onRetry;
};
