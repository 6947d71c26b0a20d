// @ts-check
// Keeps what is read in its place while a newer story is drawn, and for a moment after it,
// in which pictures come and the browser may move the page by itself.

import { watchSizes } from "../browser/sizes.js";

// So long after the drawing; then the page is the reader's and the browser's again.
const MAX_MILLIS = 3000;
// Not those of a note.
const LINES = ":is(p, li, summary, tr, pre, figure, blockquote, h2, h3, h4, h5, h6):not(.note *)";
const MAX_LINES = 40;
// With these the reader does something else.
const ENDS = ["pointerdown", "keydown"];
// What can have the focus: headings are led to.
const STOP = "[data-stop]";
const STOPS = `summary, [tabindex], a, button, ${STOP}`;

/**
 * @typedef {[start: Node, from: number, end: Node, to: number]} Ends of a selection
 * @typedef {{ element: Element, edge: "top" | "bottom", off: number, height: number, isBeside: boolean, at: number }} Line
 */

/** @type {(error: unknown) => void} */
const tell = (error) => console.warn("story-card does not keep its place:", error);

/** @type {(node: any) => any} */
const parentOf = (node) => node.assignedSlot ?? node.parentNode ?? node.host;

/** @type {(element: Element) => boolean} */
const isShown = (element) => element.isConnected && (element.checkVisibility?.() ?? true);

// What can be scrolled around the card, from the inside out.
/** @type {(face: Element) => Element[]} */
const scrollersOf = (face) => {
  const found = [];
  for (let node = parentOf(face); node; node = parentOf(node)) {
    if (node.nodeType === 1 && /auto|scroll/.test(getComputedStyle(node).overflowY)) found.push(node);
  }
  const page = document.scrollingElement;
  if (page && !found.includes(page)) found.push(page);
  return found;
};

// The part of the window in which the card can be seen.
/** @type {(scrollers: Element[]) => [top: number, bottom: number]} */
const viewOf = (scrollers) => {
  let [top, bottom] = [0, innerHeight];
  for (const scroller of scrollers) {
    if (scroller === document.scrollingElement || scroller === document.body) continue;
    const rect = scroller.getBoundingClientRect();
    [top, bottom] = [Math.max(top, rect.top), Math.min(bottom, rect.bottom)];
  }
  return [top, bottom];
};

/** @type {(ends: Ends) => string} */
const wordsBetween = ([start, from, end, to]) => {
  const range = new Range();
  range.setStart(start, from);
  range.setEnd(end, to);
  return range.toString();
};

// Older Safari wants the roots themselves.
/** @type {(selection: any, root: ShadowRoot) => StaticRange | undefined} */
const rangeIn = (selection, root) => {
  try {
    return selection?.getComposedRanges?.({ shadowRoots: [root] })[0];
  } catch {
    return selection.getComposedRanges(root)[0];
  }
};

// What is selected in the card, both ends; engines say it in three ways.
/** @type {(face: Element) => Ends | undefined} */
const selectedIn = (face) => {
  const root = /** @type {any} */ (face.getRootNode());
  const selection = /** @type {any} */ (getSelection());
  const own = root.getSelection?.() ?? selection;
  const composed = root.host && rangeIn(selection, root);
  const range = composed ?? (own?.rangeCount ? own.getRangeAt(0) : undefined);
  if (!range || !face.contains(range.startContainer) || !face.contains(range.endContainer)) return undefined;
  /** @type {Ends} */
  const ends = [range.startContainer, range.startOffset, range.endContainer, range.endOffset];
  return wordsBetween(ends) ? ends : undefined;
};

/** @type {(face: Element) => HTMLElement | undefined} */
const focusedIn = (face) => {
  const { activeElement } = /** @type {any} */ (face.getRootNode());
  return activeElement && activeElement !== face && face.contains(activeElement) ? activeElement : undefined;
};

// What is only hidden loses the focus with the next frame.
/** @type {(face: Element) => boolean | undefined} */
const holdsFocus = (face) => {
  const focused = focusedIn(face);
  return focused && isShown(focused);
};

// The lines that may be read, the likeliest first: what is selected or has the focus, then
// what is nearest to the middle, and in a second column last. Where the card stands above
// that, what comes after it is read; where it stands below, nothing can move.
/** @type {(face: Element, scrollers: Element[], marked: Node[]) => Line[]} */
const linesOf = (face, scrollers, marked) => {
  const [top, bottom] = viewOf(scrollers);
  const middle = (top + bottom) / 2;
  const card = face.getBoundingClientRect();
  if (card.top >= middle || bottom <= top) return [];
  if (card.bottom <= middle) return [/** @type {Line} */ ({ element: face, edge: "bottom" })];
  const column = face.querySelector(".header")?.getBoundingClientRect() ?? card;
  /** @type {Line[]} */
  const lines = [];
  for (const element of face.querySelectorAll(LINES)) {
    const rect = element.getBoundingClientRect();
    if (!rect.height || !isShown(element)) continue;
    const isMarked = rect.bottom > top && rect.top < bottom && marked.some((node) => element.contains(node));
    const off = isMarked ? -1 : Math.max(0, rect.top - middle, middle - rect.bottom);
    const isBeside = !isMarked && (rect.left >= column.right || rect.right <= column.left);
    lines.push(/** @type {Line} */ ({ element, edge: "top", off, height: rect.height, isBeside }));
  }
  lines.sort((one, other) => one.off - other.off || one.height - other.height);
  return [false, true].flatMap((side) =>
    lines.filter(({ isBeside }) => isBeside === side).slice(0, MAX_LINES),
  );
};

// An element and what it stands in, from the inside out, and behind each what is beside it: where
// the focus may go when a newer story has the element no more. Of what is before it, the end.
/** @type {(face: Element, element?: Element | null) => [place: Element | null, isBefore?: boolean][]} */
const placesOf = (face, element) => {
  /** @type {[Element | null, boolean?][]} */
  const places = [];
  for (let place = element; place && place !== face; place = place.parentElement) {
    const { nextElementSibling: next, previousElementSibling: before } = place;
    places.push([place], [next ?? before, !next]);
  }
  return places;
};

/** @type {(line: Line) => number} */
const placeOf = ({ element, edge }) => element.getBoundingClientRect()[edge];

class Hold {
  #face;
  #scrollers;
  #lines;
  #focused;
  #places;
  #selected;
  #words;
  #isOver = false;
  // For the browser to lay out what has been drawn.
  #isWaiting = false;
  // How far all that can be scrolled was scrolled when the lines were where they should be.
  /** @type {number | undefined} */
  #scroll;
  /** @type {(() => void) | undefined} */
  #unwatch;
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {HTMLElement} face
   * @param {boolean} isForFocus
   */
  constructor(face, isForFocus) {
    this.#face = face;
    this.#focused = focusedIn(face);
    this.#selected = selectedIn(face);
    this.#words = this.#selected && wordsBetween(this.#selected);
    const around = scrollersOf(face);
    this.#scrollers = [...face.querySelectorAll(".stays"), ...around];
    const cited = face.querySelector("[part~=marker-active]");
    // A note goes with its marker.
    this.#places = placesOf(face, this.#focused?.closest(".note") ? cited : this.#focused);
    const marked = /** @type {Node[]} */ ([this.#selected?.[0], this.#focused, cited].filter(Boolean));
    // Before the first story nothing is read, and what is below it makes room.
    this.#lines = isForFocus ? [] : linesOf(face, around, marked);
    this.#stay();
    // Firefox would move the page as well, later, and both at once are too far.
    face.style.setProperty("overflow-anchor", "none");
    addEventListener("scroll", this.#scrolled, { capture: true, passive: true });
    for (const event of ENDS) addEventListener(event, this.end, true);
  }

  // The story is drawn. Once more when the browser has laid it out, by which time it may
  // have scrolled by itself.
  settle() {
    try {
      this.#correct();
      this.#giveBack();
      if (this.#isOver) return;
      this.#isWaiting = true;
      this.#unwatch?.();
      this.#unwatch = watchSizes([this.#face, ...this.#face.querySelectorAll(".timeline")], () => {
        this.#isWaiting = false;
        this.#correct();
        // The drawing comes in place of the list when its room is known.
        this.#passOn();
      });
      this.#timer = setTimeout(this.end, MAX_MILLIS);
    } catch (error) {
      tell(error);
    }
  }

  // The reader does something else, and what comes of it is wanted.
  end = () => {
    this.#isOver = true;
    this.#face.style.removeProperty("overflow-anchor");
    clearTimeout(this.#timer);
    removeEventListener("scroll", this.#scrolled, true);
    for (const event of ENDS) removeEventListener(event, this.end, true);
    this.#unwatch?.();
  };

  // By the reader, or by the page: what is read is another line, or stands elsewhere. Not by
  // ourselves, nor while Firefox has still to hold its own line in its place.
  #scrolled = () => {
    if (!this.#isWaiting && this.#sum() !== this.#scroll) this.#stay();
  };

  #sum = () => this.#scrollers.reduce((sum, scroller) => sum + scroller.scrollTop, 0);

  // What is where it stands now is where it should be, or so far off: a page that is still
  // too short to be scrolled there may grow.
  #stay = (off = 0) => {
    for (const line of this.#lines) line.at = placeOf(line) - (line.isBeside ? 0 : off);
    this.#scroll = this.#sum();
  };

  #correct = () => {
    const shown = this.#lines.filter(({ element }) => isShown(element));
    /** @type {(line?: Line) => number} */
    const offOf = (line) => (line ? placeOf(line) - line.at : 0);
    for (const scroller of this.#scrollers) {
      // The column beside the story scrolls for its own lines alone.
      const isOwn = this.#face.contains(scroller);
      const off = offOf(isOwn ? shown.find(({ element }) => scroller.contains(element)) : shown[0]);
      if (Math.abs(off) >= 1) scroller.scrollBy({ top: off, behavior: "instant" });
    }
    this.#stay(offOf(shown[0]));
  };

  // What had the focus is gone, and the reader would begin anew at the top of the page. Not where
  // something else has it by now.
  #passOn() {
    const { activeElement } = document;
    if (!this.#focused || isShown(this.#focused) || holdsFocus(this.#face)) return;
    if (!focusedIn(this.#face) && activeElement && activeElement !== document.body) return;
    for (const [place, isBefore] of this.#places) {
      const stops = place ? [place, ...place.querySelectorAll(STOPS)] : [];
      for (const stop of isBefore ? stops.reverse() : stops) {
        if (stop.matches(STOP)) /** @type {HTMLElement} */ (stop).tabIndex = -1;
        // What is not there, or not to be seen, does not take it.
        /** @type {HTMLElement} */ (stop).focus({ preventScroll: true });
        if (holdsFocus(this.#face)) return;
      }
    }
    this.#face.tabIndex = -1;
    this.#face.focus({ preventScroll: true });
  }

  // Where a section had to be moved, selection and focus have been lost on the way.
  #giveBack() {
    const focused = this.#focused;
    if (focused && !holdsFocus(this.#face)) {
      if (isShown(focused)) focused.focus({ preventScroll: true });
      this.#passOn();
    }
    const selected = this.#selected;
    if (!selected || selectedIn(this.#face)) return;
    /** @type {(node: any) => number} */
    const lengthOf = (node) => node.length ?? node.childNodes.length;
    /** @type {(node: Node, offset: number) => boolean} */
    const isThere = (node, offset) => this.#face.contains(node) && offset <= lengthOf(node);
    const [start, from, end, to] = selected;
    if (!isThere(start, from) || !isThere(end, to) || wordsBetween(selected) !== this.#words) return;
    /** @type {Selection} */ (getSelection()).setBaseAndExtent(start, from, end, to);
  }
}

// Nothing where the browser cannot tell, nor for a focus that is elsewhere.
/** @type {(face: HTMLElement, isForFocus: boolean) => Hold | undefined} */
export const hold = (face, isForFocus) => {
  try {
    return isForFocus && !focusedIn(face) ? undefined : new Hold(face, isForFocus);
  } catch (error) {
    tell(error);
    return undefined;
  }
};
