// @ts-check
// How wide words are in the face of an element. A canvas measures without a layout, so that
// hundreds of labels can be asked for in one go.

/** @type {string[]} */
const faces = [];
/** @type {CanvasRenderingContext2D | null} */
let canvas;
/** @type {number} */
let current;

// The number under which the face of an element is kept, in its own weight or another.
/** @type {(element: Element, weight: string) => number} */
export const face = (element, weight) => {
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  const face = [fontStyle, weight || fontWeight, fontSize, fontFamily].join(" ");
  const known = faces.indexOf(face);
  return known < 0 ? faces.push(face) - 1 : known;
};

// In pixels; nothing where there is no canvas to be had.
/** @type {(face: number, text: string) => number} */
export const width = (face, text) => {
  canvas ??= document.createElement("canvas").getContext("2d");
  if (!canvas) return 0;
  if (face !== current) canvas.font = faces[(current = face)];
  return canvas.measureText(text).width;
};

// Whether an element is laid out. What a page lets the browser skip (`content-visibility`) is
// not measured: it would be laid out for that.
/** @type {(element: Element, skipped: string) => boolean} */
export const isLaidOut = (element, skipped) => element.checkVisibility?.({ [skipped]: true }) ?? true;
