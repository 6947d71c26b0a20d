// @ts-check
// Tells when a card nears the viewport.

/** @type {WeakMap<Element, () => void>} */
const begins = new WeakMap();
/** @type {Element[]} */
const newcomers = [];

/** @type {(element: Element) => void} */
const begin = (element) => begins.get(element)?.();

// What is in a hidden tab or a closed `<details>`, or has `display: contents`, is nowhere:
// it counts as near, for of some of these nobody would ever tell that they have come.
/** @type {(element: Element, isSeen: boolean) => boolean} */
const isNear = (element, isSeen) => element.isConnected && (isSeen || element.checkVisibility?.() === false);

// A viewport. In boxes of the page that scroll too, where that is known: it counts for the window as
// well then, and both would add up.
const margin = "scrollMargin" in (globalThis.IntersectionObserver?.prototype ?? {}) ? "scrollMargin" : "rootMargin";

// One for all: cards that come near together go by their distance.
const observer =
  globalThis.IntersectionObserver &&
  new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isNear(target, isIntersecting) && begin(target)),
    { [margin]: "100%" },
  );

// How far an element is from what the reader sees, in pixels.
/** @type {(element: Element) => number} */
export const distanceTo = (element) => {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return Math.max(0, top - innerHeight, -bottom, left - innerWidth, -right);
};

// Calls once, when the element is at most a viewport away.
/** @type {(element: Element, call: () => void) => void} */
export const whenNear = (element, call) => {
  if (!observer) return call();
  begins.set(element, call);
  observer.observe(element);
  // What the reader sees begins now and not a frame later. All are measured before the
  // first begins: each that begins makes the page lay itself out again.
  if (document.readyState === "loading" || newcomers.push(element) > 1) return;
  Promise.resolve().then(() => {
    const seen = newcomers.splice(0).filter((element) => isNear(element, !distanceTo(element)));
    seen.forEach(begin);
  });
};

/** @type {(element: Element) => void} */
export const forget = (element) => {
  observer?.unobserve(element);
  begins.delete(element);
};

// Whether the page's address is for cards, near or far (`address.js`).
export const isCalled = () => /^#story-card(:|%3a)/i.test(location.hash);
