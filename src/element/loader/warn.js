// @ts-check
// A word in the console, to whoever has put the card on the page.

const MAX_LETTERS = 300;

// As `attributes.js` reads it, without which this goes into files of its own.
/** @type {(host: Element) => boolean} */
export const isQuiet = (host) => (host.getAttribute("quiet") ?? "false") !== "false";

// Says which card, and never breaks it: the console too is the page's.
/** @type {(host: Element, text: string) => void} */
export const warn = (host, text) => {
  try {
    if (isQuiet(host)) return;
    const told = ["id", "src"].filter((name) => host.getAttribute(name));
    const names = told.map((name) => ` ${name}="${host.getAttribute(name)}"`).join("");
    const cards = [.../** @type {ParentNode} */ (host.getRootNode()).querySelectorAll("story-card")];
    const place = `${cards.indexOf(host) + 1} of ${cards.length}`;
    // What goes first may hold signs of a format, and nothing of a story stands there.
    console.warn("story-card:", `<story-card${names.slice(0, MAX_LETTERS)}> (${place}) ${text}`);
  } catch {
    // Nobody listens.
  }
};
