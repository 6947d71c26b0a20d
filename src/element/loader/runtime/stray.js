// @ts-check
// A fallback that an editor has left outside of its tag, and a page that stands inside of it.

import { warn } from "../warn.js";

// WordPress puts paragraphs around the lines of a text, into tags that it does not know
// as well, and a parser then ends the tag before its fallback:
//   <p><story-card …></p> <p><a …>Read the story</a></p> <p></story-card></p>

const LONGEST = 200;

// Takes the fallback in, where it is beyond doubt: one link and few other words, between
// the paragraph that a tag without children ends and one with nothing in it.
/** @type {(element: Element) => void} */
export const takeIn = (element) => {
  const paragraph = element.parentElement;
  const fallback = /** @type {Element} */ (paragraph?.nextElementSibling);
  const end = fallback?.nextElementSibling;
  if (paragraph?.localName !== "p" || end?.localName !== "p") return;
  if (element.firstChild || element.nextSibling || end.firstChild) return;
  const [link, other] = fallback.querySelectorAll("a[href]");
  const { length } = fallback.textContent.trim();
  if (link && !other && length < LONGEST && link.textContent.length * 2 > length) element.append(fallback);
};

// What no fallback has, and the rest of a page may.
const PAGE = "main, nav, story-card:not([slot]), :scope > footer:not([slot])";

// A tag in HTML ends by its end tag alone: `<story-card … />` takes in all that follows, and
// hides it when the story is there.
/** @type {(element: Element) => void} */
export const tellOfPage = (element) => {
  if (element.querySelector(PAGE)) {
    warn(element, "hides what follows it on the page: the tag has to be ended by </story-card>, for <story-card … /> ends nothing.");
  }
};
