// @ts-check
// A picture for dark cards is asked for in these alone. One that did not come is not asked
// for again.
/** @type {(card: Element, dark: string) => void} */
export const choose = (card, dark) => {
  for (const source of /** @type {NodeListOf<HTMLSourceElement>} */ (card.querySelectorAll("source:not([data-missing])"))) {
    const isDark = getComputedStyle(/** @type {Element} */ (source.nextSibling)).outlineColor === dark;
    source.media = isDark ? "all" : "not all";
  }
};
