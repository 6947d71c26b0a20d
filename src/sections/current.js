// @ts-check
// Marks in an index the section that is read: the last that has begun where it is read.

// Where that is, as a part of the window from its top.
const READ = 0.4;

// What a card is scrolled in. What `body` says of it is the window's.
/** @type {(element: Element) => Element} */
const scrollerOf = (element) => {
  for (let /** @type {any} */ place = element; place; place = place.parentElement ?? place.getRootNode().host) {
    if (place !== document.body && !/visible|clip/.test(getComputedStyle(place).overflowY)) return place;
  }
  return document.documentElement;
};

// How many pixels a page keeps free at the top for what stands fixed there: it says so by
// `scroll-padding`, as `100px`, `10%` or `calc(5% + 60px)`.
/** @type {(element: Element) => number} */
const keptAtTop = (element) => {
  const scroller = scrollerOf(element);
  const parts = getComputedStyle(scroller).scrollPaddingTop.matchAll(/([\d.]+)(px|%)/g);
  return [...parts].reduce((sum, [, number, unit]) => sum + Number(number) * (unit === "%" ? scroller.clientHeight / 100 : 1), 0);
};

// Gives what ends it; nothing where there is no index, nor a column that stays. `to` is the attribute of a link that
// holds the fragment of its section.
/** @type {(face: Element, to: string) => (() => void) | undefined} */
export const follow = (face, to) => {
  if (!globalThis.IntersectionObserver) return undefined;
  const side = /** @type {HTMLElement | null} */ (face.querySelector(".stays"));
  const keep = () => side?.style.setProperty("--_sc-top", `${keptAtTop(face)}px`);
  // Where it can be seen, and the page is laid out for that anyway.
  const sight = new IntersectionObserver((entries) => entries.at(-1)?.isIntersecting && keep());
  if (side) sight.observe(side);
  /** @type {[Element, Element][]} */
  const pairs = [];
  for (const link of face.querySelectorAll(`.index a[${to}]`)) {
    const id = `section-${link.getAttribute(to)?.slice(1)}`;
    const section = face.querySelector(`#${CSS.escape(id)}`);
    if (section) pairs.push([link, section]);
  }
  if (!pairs.length && !side) return undefined;
  const show = () => {
    const line = innerHeight * READ;
    // In a hidden card nothing has a box.
    const begun = pairs.filter(([, section]) => section.getClientRects()[0]?.top <= line);
    for (const [link] of pairs) {
      if (link === begun.at(-1)?.[0]) link.ariaCurrent = "true";
      else link.removeAttribute("aria-current");
    }
  };
  const observer = new IntersectionObserver(show, { rootMargin: `0px 0px ${READ * 100 - 100}% 0px` });
  for (const [, section] of pairs) observer.observe(section);
  addEventListener("resize", keep);
  return () => {
    sight.disconnect();
    observer.disconnect();
    removeEventListener("resize", keep);
  };
};
