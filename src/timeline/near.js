// @ts-check
// Whether a timeline is near what the reader sees. One that is far is drawn when it comes near:
// on a page of many cards most of them never do.

// How far is far, in pixels: a few turns of a wheel. What comes near is drawn before it is seen.
const FAR = 3000;

// Calls once it is near, in boxes of the page that scroll too; nothing to end where it is.
/** @type {(element: Element, call: () => void) => (() => void) | undefined} */
export const whenNear = (element, call) => {
  const { top, bottom } = element.getBoundingClientRect();
  const isNear = top < innerHeight + FAR && bottom > -FAR;
  if (isNear || !globalThis.IntersectionObserver) return undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.at(-1)?.isIntersecting) return;
      observer.disconnect();
      call();
    },
    // That of boxes that scroll is the window's as well, and both would add up.
    { ["scrollMargin" in IntersectionObserver.prototype ? "scrollMargin" : "rootMargin"]: `${FAR}px` },
  );
  observer.observe(element);
  return () => observer.disconnect();
};
