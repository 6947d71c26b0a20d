// How wide words are in the face of an element. A canvas measures without a layout, so that
// hundreds of labels can be asked for in one go.

const faces = [];
let canvas;
let current;

// The number under which the face of an element is kept; the next one is the same in bold.
export const face = (element) => {
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  const [face, bold] = [fontWeight, 600].map((weight) =>
    [fontStyle, weight, fontSize, fontFamily].join(" "),
  );
  const known = faces.indexOf(face);
  return known < 0 ? faces.push(face, bold) - 2 : known;
};

// In pixels; nothing where there is no canvas to be had.
export const width = (face, text) => {
  canvas ??= document.createElement("canvas").getContext("2d");
  if (!canvas) return 0;
  if (face !== current) canvas.font = faces[(current = face)];
  return canvas.measureText(text).width;
};
