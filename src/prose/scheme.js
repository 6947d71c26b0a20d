// @ts-check
// A picture for dark cards is asked for in these alone. One that did not come, which an
// attribute of the name `missing` tells, is not asked for again.
/** @type {(card: Element, missing: string) => void} */
export const choose = (card, missing) => {
  for (const source of card.querySelectorAll("source")) {
    const { outlineColor } = getComputedStyle(/** @type {Element} */ (source.nextElementSibling));
    const isDark = Number(/\d+/.exec(outlineColor)) < 128;
    const media = isDark && !source.hasAttribute(missing) ? "all" : "not all";
    // The same once more would be another request, and of a picture that is missing no last one.
    if (source.media !== media) source.media = media;
  }
};
