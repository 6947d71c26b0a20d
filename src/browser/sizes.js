// @ts-check
// Tells of sizes that change, once in a frame at most.

// A page may lay out anew in an observer of its own, or the browser what has come into view. What
// we watch is then another size a second time in one frame, and the browser reports that to the
// page as an error ("ResizeObserver loop …"). So what was told is let go of until the next frame.
/** @type {(elements: Iterable<Element>, tell: (changed: Element[]) => void) => () => void} */
export const watchSizes = (elements, tell) => {
  const told = new WeakMap();
  /** @type {Element[]} */
  let waiting = [];
  let frame = 0;
  const observer = new ResizeObserver((entries) => {
    const changed = [];
    for (const { target, contentRect } of entries) {
      const size = `${contentRect.width} ${contentRect.height}`;
      // It is told anew of each that is watched again.
      if (told.get(target) === size) continue;
      told.set(target, size);
      observer.unobserve(target);
      changed.push(target);
    }
    if (!changed[0]) return;
    waiting.push(...changed);
    frame ||= requestAnimationFrame(again);
    tell(changed);
  });
  const again = () => {
    frame = 0;
    for (const element of waiting) observer.observe(element);
    waiting = [];
  };
  for (const element of elements) observer.observe(element);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
};
