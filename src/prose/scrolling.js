// @ts-check
// Tables and code that scroll are stops of the Tab key; those that do not are none.

import { watchSizes } from "../browser/sizes.js";

/** @type {(box: Element) => void} */
const tell = (box) => {
  const root = /** @type {ShadowRoot} */ (box.getRootNode());
  const caption = /** @type {Element | undefined} */ (box.querySelector("caption")?.cloneNode(true));
  for (const marker of caption?.querySelectorAll(".mark") ?? []) marker.remove();
  const name = caption?.textContent;
  if (box.scrollWidth > box.clientWidth) {
    box.setAttribute("tabindex", "0");
    if (name) box.setAttribute("role", "group");
    if (name) box.setAttribute("aria-label", name);
  } else if (root.activeElement !== box) {
    for (const attribute of ["tabindex", "role", "aria-label"]) box.removeAttribute(attribute);
  }
};

// Gives what ends it; nothing where the browser cannot tell: then all of them are stops. What is
// in a box is watched too: a font that comes makes it wider.
/** @type {(face: Element) => (() => void) | undefined} */
export const follow = (face) => {
  if (!globalThis.ResizeObserver) return undefined;
  const boxes = [...face.querySelectorAll(".scroller, pre")];
  const watched = boxes.flatMap((box) => [box, box.firstElementChild ?? box]);
  return watchSizes(watched, (changed) => {
    for (const box of new Set(changed.map((element) => element.closest(".scroller, pre")))) if (box) tell(box);
  });
};
