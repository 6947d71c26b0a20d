// @ts-check
// A picture for dark cards is asked for in these alone. One that did not come, which an
// attribute of the name `missing` tells, is not asked for again. The colour is read outside of the
// card's containers: what stands in one has none before that is laid out. And where none changes
// slowly.
/** @type {(card: Element, missing: string) => void} */
export const choose = (card, missing) => {
  for (const source of card.querySelectorAll("source")) {
    const { floodColor } = getComputedStyle(card.closest(".app") ?? card);
    const isDark = Number(/\d+/.exec(floodColor)) < 128;
    const media = isDark && !source.hasAttribute(missing) ? "all" : "not all";
    // The same once more would be another request, and of a picture that is missing no last one.
    if (source.media !== media) source.media = media;
  }
};
