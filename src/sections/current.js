// @ts-check
// Marks in an index the section that is read: the last that has begun where it is read.

// Where that is, as a part of the window from its top.
const READ = 0.4;

// How much a page keeps free at the top for what stands fixed there: a page says so by
// `scroll-padding`.
/** @type {(element: Element) => string} */
const keptAtTop = (element) => {
  for (let /** @type {any} */ place = element; place; place = place.parentElement ?? place.getRootNode().host) {
    const { scrollPaddingTop } = getComputedStyle(place);
    if (scrollPaddingTop.endsWith("px")) return scrollPaddingTop;
  }
  return "0px";
};

// Gives what ends it; nothing where there is no index. `to` is the attribute of a link that
// holds the fragment of its section.
/** @type {(face: Element, to: string) => (() => void) | undefined} */
export const follow = (face, to) => {
  const side = /** @type {HTMLElement | null} */ (face.querySelector(".stays"));
  side?.style.setProperty("--_sc-top", keptAtTop(face));
  /** @type {[Element, Element][]} */
  const pairs = [];
  for (const link of face.querySelectorAll(`.index a[${to}]`)) {
    const id = `section-${link.getAttribute(to)?.slice(1)}`;
    const section = face.querySelector(`#${CSS.escape(id)}`);
    if (section) pairs.push([link, section]);
  }
  if (!pairs.length) return undefined;
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
  return () => observer.disconnect();
};
