// @ts-check
// A picture for dark cards is asked for in these alone. One that did not come, which an
// attribute of the name `missing` tells, is not asked for again.
/** @type {(card: Element, missing: string) => void} */
export const choose = (card, missing) => {
  const sources = card.querySelectorAll("source");
  if (!sources.length) return;
  // Of an element around all of the card's containers: to know the style of what stands in one, the
  // browser has to lay out the page. And of one without a transition, which would be at its start.
  const { floodColor } = getComputedStyle(card.closest(".app") ?? card);
  const isDark = Number(/\d+/.exec(floodColor)) < 128;
  for (const source of sources) {
    const media = isDark && !source.hasAttribute(missing) ? "all" : "not all";
    // The same once more would be another request, and of a picture that is missing no last one.
    if (source.media !== media) source.media = media;
  }
};
