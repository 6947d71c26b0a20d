// @ts-check
// Which card the fragment of the page's address is for.
//
// The address is the page's. A card takes a fragment only where the document has nothing
// of that name, and of several cards the first in the document that has it.
// `#story-card:ID` is for the cards, whatever the document has.

/**
 * @typedef {object} Card
 * @property {Element} element
 * @property {boolean} isTold whether it has said what it shows
 * @property {any} inner the app's side of it
 */

const PREFIX = "story-card:";

// The fragment that a card has been brought to; a reload of its story does not go there again.
/** @type {string | undefined} */
let followed;

/** @type {(text: string) => string} */
const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

// What the fragment names, and whether it is meant for cards alone.
const named = () => {
  const name = decoded(location.hash.slice(1));
  const isCards = name.startsWith(PREFIX);
  return { name: isCards ? name.slice(PREFIX.length) : name, isCards };
};

// Whether the document has something of that name. The fallback of a card that is shown
// has not: it is hidden, and often the same story.
/** @type {(name: string) => boolean | null} */
const isPages = (name) => {
  const found = document.getElementById(name) ?? document.querySelector(`a[name="${CSS.escape(name)}"]`);
  return found && (!found.closest("story-card > :not([slot])") || found.checkVisibility());
};

/** @type {(node: Element) => Element} */
const outermost = (node) => {
  const { host } = /** @type {ShadowRoot} */ (node.getRootNode());
  return host ? outermost(host) : node;
};

// A card in another component stands where that does.
/** @type {(cards: Card[]) => Card[]} */
const inOrder = (cards) =>
  cards.sort(({ element: one }, { element: other }) => {
    const isBeside = one.getRootNode() === other.getRootNode();
    const [a, b] = isBeside ? [one, other] : [outermost(one), outermost(other)];
    const position = a.compareDocumentPosition(b);
    return position & 4 ? -1 : position & 2;
  });

/** @type {(name: string) => (card: Card) => boolean} */
const has = (name) => (card) => card.inner?.has(name);

// Goes where the address leads, unless it has led there before. A card whose story is
// still on its way may have it; then it is waited for.
/** @type {(cards: Card[], isNews?: boolean) => void} */
export const follow = (cards, isNews) => {
  const { hash } = location;
  const { name, isCards } = named();
  if (!name || (hash === followed && !isNews) || (!isCards && isPages(name))) return;
  const card = inOrder(cards).find((card) => !card.isTold || has(name)(card));
  if (!card?.isTold) return;
  followed = hash;
  // Who has begun to read elsewhere is not torn away by a story that comes late.
  if (!isNews && !isCards && (scrollX || scrollY)) card.inner.openSection(name, true);
  else card.inner.goTo(name, isNews || document.activeElement === document.body);
};

// Whether the page keeps something else in its fragment, such as a route.
/** @type {(cards: Card[]) => unknown} */
const isUsed = (cards) => {
  const { name } = named();
  if (name) return !isPages(name) && !cards.some(has(name));
  return document.querySelector('a[href^="#/"], a[href^="#!"]');
};

// A link in a card has led to a place in it. The address tells so as after any link to a
// fragment, if it leads to the same place: the reader can go back, and pass it on.
/** @type {(cards: Card[], card: unknown, name: string) => void} */
export const tellAddress = (cards, card, name) => {
  if (isPages(name) || isUsed(cards) || inOrder(cards).find(has(name)) !== card) return;
  location.hash = name;
};
