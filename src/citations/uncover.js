// @ts-check
// Brings a marker out from under the sheet that opens for it.

// What is around an element, as it is laid out.
/** @type {(element: Element) => Element | undefined} */
const around = (element) => element.assignedSlot ?? element.parentElement ?? /** @type {ShadowRoot} */ (element.getRootNode()).host;

// Lines after the marker that may still belong to its sentence.
const LINES = 2;
const GAP = 8;

// Where the reader has zoomed in with two fingers a sheet goes to the edge of what is seen:
// the window's own is out of sight.
/** @type {(sheet: HTMLElement) => void} */
const bringIntoSight = (sheet) => {
  const { scale, offsetLeft, offsetTop, width, height } = /** @type {VisualViewport} */ (visualViewport);
  if (scale <= 1) return;
  sheet.style.removeProperty("translate");
  sheet.style.setProperty("max-inline-size", `min(var(--_sc-measure), ${width}px)`);
  sheet.style.setProperty("max-block-size", `${height * 0.45}px`);
  const { left, bottom } = sheet.getBoundingClientRect();
  sheet.style.setProperty("translate", `${offsetLeft - left}px ${offsetTop + height - bottom}px`);
};

// Scrolls what a sheet covers, its marker with the words around it, out from under it, as
// far as needed and no further. Where nothing scrolls so far the sheet keeps to the larger
// side of the marker, the bottom of the window or its top.
// Gives what takes all back that the reader has not changed since, and then what was to
// be taken back before.
/** @type {(marker: Element, sheet: HTMLElement, before?: () => void) => () => void} */
export const uncover = (marker, sheet, before) => {
  bringIntoSight(sheet);
  const covered = () => {
    const { bottom, height } = marker.getBoundingClientRect();
    const words = marker.closest("p, li, td, th, figcaption, blockquote") ?? marker;
    const end = Math.min(words.getBoundingClientRect().bottom, bottom + LINES * height);
    return Math.ceil(Math.max(bottom, end) + GAP - sheet.getBoundingClientRect().top);
  };
  /** @type {[Element, number, number][]} */
  const moved = [];
  const back = () => {
    for (const [box, from, to] of moved.splice(0)) {
      if (Math.abs(box.scrollTop - to) < 2) box.scrollTo({ top: from, behavior: "instant" });
    }
  };
  for (let box = /** @type {Element | undefined} */ (marker); box; box = around(box)) {
    if (box !== document.scrollingElement && !/auto|scroll/.test(getComputedStyle(box).overflowY)) continue;
    const from = box.scrollTop;
    // More than once where the unit of what is measured is not that of scrolling.
    for (let at; at !== box.scrollTop && covered() > 0; ) {
      at = box.scrollTop;
      box.scrollBy({ top: covered(), behavior: "instant" });
      bringIntoSight(sheet);
    }
    if (box.scrollTop !== from) moved.push([box, from, box.scrollTop]);
  }
  if (covered() > 0) {
    back();
    const { top, bottom } = marker.getBoundingClientRect();
    const box = sheet.getBoundingClientRect();
    const room = Math.max(top, box.bottom - bottom) - GAP;
    sheet.style.removeProperty("translate");
    sheet.toggleAttribute("data-turned", top > box.bottom - bottom);
    sheet.style.setProperty("max-block-size", `min(45%, ${(room * sheet.offsetHeight) / box.height}px)`);
  }
  return () => {
    back();
    before?.();
    before = undefined;
  };
};
