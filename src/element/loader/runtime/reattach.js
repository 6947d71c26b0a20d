// @ts-check
// What stands in a card: whether it is still there, and how it goes over to another
// container.

// Whether what the app has drawn stands in the card's root: another script may have
// emptied that, written it anew, or taken hold of the words. The frame and the container
// are put back at once; gives the card drawn, or nothing where it is not the one from
// before, or has not the headline that it should have. A translator has put other letters
// into the headline: those stay right as long as the headline is the one from before.
/** @type {(root: ShadowRoot, frame: Element, container: Element, before: Element | null | undefined, headline: string | undefined, headlineBefore: string | undefined) => Element | null | undefined} */
export const standing = (root, frame, container, before, headline, headlineBefore) => {
  if (!root.contains(frame)) root.replaceChildren(frame);
  if (!frame.contains(container)) frame.append(container);
  const article = container.querySelector("[part~=card]");
  const words = article?.querySelector("[part~=headline]")?.textContent;
  const isTranslated = article === before && headline === headlineBefore && words?.trim();
  return (words === headline || isTranslated) && article === (before ?? article) ? article : undefined;
};

// The sections, [id, open].
/** @type {(container: Element) => [string, boolean][]} */
export const opened = (container) =>
  [...container.querySelectorAll("details")].map(({ id, open }) => [id.slice(8), open]);

/** @type {(container: any) => HTMLElement[]} */
const reached = (container) => [...container.querySelectorAll("a, button, summary, [tabindex], [data-stop]")];

// Where the focus is, for another container with the same in it.
/** @type {(container: Element, root: { activeElement: any }) => number} */
export const focusIn = (container, { activeElement }) => reached(container).indexOf(activeElement);

/** @type {(container: Element, place: number) => void} */
export const focusOn = (container, place) => {
  const stop = reached(container)[place];
  // The reader had been led there.
  if (stop?.hasAttribute("data-stop")) stop.tabIndex = -1;
  stop?.focus({ preventScroll: true });
};
