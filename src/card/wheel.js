// @ts-check
// What scrolls in the card does so before the page: some pages scroll by scripts of their own and
// would take the wheel away from it. Over an open note the page never scrolls.

/** @type {(box: Element, boxes: string, event: WheelEvent) => boolean} */
const takes = (box, boxes, { deltaX, deltaY }) => {
  if (box.matches(".note")) return true;
  if (!box.matches(boxes)) return false;
  if (Math.abs(deltaX) > Math.abs(deltaY)) return box.scrollWidth > box.clientWidth;
  return (deltaY < 0 ? box.scrollTop : box.scrollHeight - box.clientHeight - box.scrollTop) >= 1;
};

// Gives what ends it.
/** @type {(face: Element, boxes: string) => () => void} */
export const keep = (face, boxes) => {
  // One of its own each time: what follows next begins before this ends.
  const hear = (/** @type {any} */ event) => {
    for (let box = event.target; box; box = box.parentElement) {
      if (takes(box, boxes, event)) return event.stopPropagation();
    }
  };
  face.addEventListener("wheel", hear, { passive: true });
  return () => face.removeEventListener("wheel", hear);
};
