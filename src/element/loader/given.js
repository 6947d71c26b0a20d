// @ts-check
// A story that the page itself gives: by the property, or in a script inside the tag.

import { warn } from "./warn.js";

// A story as text; an error where it has none, as one that holds itself.
/** @type {(story: unknown) => string | Error} */
export const textOf = (story) => {
  try {
    return typeof story === "string" ? story : (JSON.stringify(story) ?? typeof story);
  } catch (error) {
    return /** @type {Error} */ (error);
  }
};

// What editors and serializers of XML put around a script: `// <![CDATA[`, or more.
const CDATA = /^\W*CDATA\[\W*?([[{].*[\]}])\W*]]>\W*/s;

// The text inside the tag, once it is whole: while the page is being read, the end of a
// story may not be there yet.
/** @type {(element: Element) => string | undefined} */
export const textIn = (element) => {
  const script = /** @type {any} */ (element.querySelector("script[type*=json i]"));
  const text = script?.text?.replace(CDATA, "$1");
  if (document.readyState === "loading") {
    try {
      JSON.parse(text);
    } catch {
      return;
    }
  }
  return text;
};

// Calls when there may be another text inside the tag; gives what ends that.
/** @type {(element: Element, call: () => void) => () => void} */
export const watchIn = (element, call) => {
  const observer = new MutationObserver(call);
  observer.observe(element, { childList: true, characterData: true, subtree: true });
  document.addEventListener("DOMContentLoaded", call);
  return () => {
    observer.disconnect();
    document.removeEventListener("DOMContentLoaded", call);
  };
};

let hasWarned = false;

// Some frameworks write an object into an attribute, most often before the tag is defined.
/** @type {(element: Element) => void} */
export const refuse = (element) => {
  if (!hasWarned) warn(element, "does not read the attribute story: set the property");
  hasWarned = true;
};
