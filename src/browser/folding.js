// @ts-check
// Hides and shows the entries of a list. For thousands of entries the calls from wasm alone
// took most of the time.

/** @type {(entry: Element, hides: boolean) => void} */
const hide = (entry, hides) => {
  if (entry.hasAttribute("data-out") === hides) return;
  entry.toggleAttribute("data-out", hides);
  // Screen readers would tell of an empty entry.
  if (hides) entry.setAttribute("aria-hidden", "true");
  else entry.removeAttribute("aria-hidden");
  const value = "onbeforematch" in entry ? "until-found" : "";
  for (const part of entry.children) {
    // What is not there in the story stays hidden.
    if (hides && !part.hasAttribute("hidden")) {
      part.setAttribute("hidden", value);
      part.setAttribute("data-out", "");
    } else if (!hides && part.hasAttribute("data-out")) {
      part.removeAttribute("hidden");
      part.removeAttribute("data-out");
    }
  }
};

/** @type {(entry: Element) => boolean} */
const isOut = (entry) => {
  if (entry.hasAttribute("data-filtered")) return true;
  const list = entry.parentElement;
  const box = list?.closest(".timeline,.sources");
  if (!list || !box || entry.hasAttribute("data-shown") || entry.hasAttribute("data-found")) return false;
  if (box.getAttribute("data-view") === "graphic") return true;
  return entry.hasAttribute("data-left-out") && !box.hasAttribute("data-unfolded") && !list.hasAttribute("data-searched");
};

// Shows an entry, or hides it, once a mark of it is forgotten.
/** @type {(entry: Element, forgotten: string) => void} */
export const foldEntry = (entry, forgotten) => {
  entry.removeAttribute(forgotten);
  hide(entry, isOut(entry));
};

// The same for all of a list.
/** @type {(list: Element, forgotten: string) => void} */
export const foldEntries = (list, forgotten) => {
  for (const entry of list.children) foldEntry(entry, forgotten);
};

// Marks an entry and shows it, whatever is folded or searched for.
/** @type {(entry: Element, mark: string) => void} */
export const showEntry = (entry, mark) => {
  entry.setAttribute(mark, "");
  hide(entry, false);
};
