// @ts-check
// A word in the console, to whoever has put the card on the page.

const MAX_LETTERS = 300;

// Says which card, and never breaks it: the console too is the page's.
/** @type {(host: Element, text: string) => void} */
export const warn = (host, text) => {
  try {
    if (host.hasAttribute("quiet")) return;
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
