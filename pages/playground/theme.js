// @ts-check
// Custom properties as fields, and what is filled in as CSS. Pure.

/**
 * @typedef {{ name: string, label: string, kind: "colour" | "text" | "font", given: string }} Field
 * @typedef {{ title: string, fields: Field[] }} Group
 */

/** @type {(name: string, label: string, light: string, dark: string) => Field} */
const colour = (name, label, light, dark) => ({
  name,
  label,
  kind: "colour",
  given: `light-dark(${light}, ${dark})`,
});
/** @type {(name: string, label: string, given: string) => Field} */
const value = (name, label, given) => ({ name, label, kind: "text", given });
/** @type {(name: string, label: string) => Field} */
const font = (name, label) => ({ name, label, kind: "font", given: "" });

const PREFIX = "--story-card-";

/** What a paper sets first; the README has all of them. @type {Group[]} */
export const GROUPS = [
  {
    title: "Colour",
    fields: [
      colour("--story-card-paper", "Paper", "#ffffff", "#17191c"),
      colour("--story-card-ink", "Ink", "#1b1b1a", "#e9e8e4"),
      colour("--story-card-accent", "Links, markers", "#0a5688", "#8fc7f2"),
      colour("--story-card-breaking", "Breaking", "#b01c17", "#ff9387"),
      colour("--story-card-mark", "Highlight", "#fdf0c3", "#433a14"),
      colour("--story-card-muted", "Small print", "#5c5b57", "#aaa9a3"),
      colour("--story-card-line", "Lines", "#dcdad4", "#3b3d41"),
    ],
  },
  {
    title: "Type",
    fields: [
      font("--story-card-font", "Text"),
      font("--story-card-heading-font", "Headings"),
      value("--story-card-heading-weight", "Heading weight", "700"),
      value("--story-card-heading-size", "Headline size", "clamp(1.5em, 1.05em + 2.4cqi, 2.3em)"),
      value("--story-card-font-size", "Text size", "1em"),
      value("--story-card-line-height", "Line height", "1.55"),
    ],
  },
  {
    title: "Shape and room",
    fields: [
      value("--story-card-rule", "Bar at the top", "3px solid"),
      value("--story-card-border", "Border", "1px solid"),
      value("--story-card-radius", "Corners", "3px"),
      value("--story-card-padding", "Space inside", "clamp(1em, 4.5cqi, 2em)"),
      value("--story-card-gap", "Between blocks", "1.1em"),
      value("--story-card-measure", "Longest line", "36em"),
    ],
  },
];

export const FIELDS = GROUPS.flatMap(({ fields }) => fields);

/** Ready sheets in `static/themes`. */
export const LOOKS = ["broadsheet", "tabloid", "wire", "blog"];

/** Typefaces to begin with; any other list can be written. */
export const FONTS = [
  'Georgia, "Liberation Serif", serif',
  '"Iowan Old Style", Palatino, "Noto Serif", serif',
  '"Helvetica Neue", Arial, "Liberation Sans", sans-serif',
  "system-ui, sans-serif",
  "ui-monospace, monospace",
];

/** What can end a rule, or ask somebody for something. */
const HARM = /[;{}@\\<>]|\/\*|\*\/|(url|image|image-set|src|attr)\(/i;
/** A text in quotation marks, or brackets with no others in them. */
const CLOSED = /"[^"\n]*"|'[^'\n]*'|\([^()"'[\]]*\)|\[[^()"'[\]]*\]/g;

/**
 * Whether a bracket or a quotation mark stays open, and takes the rest of a sheet with it, or is
 * closed that was not open.
 * @param {string} text
 */
const unclosed = (text) => {
  let rest = text;
  for (let before = ""; rest !== before; ) {
    before = rest;
    rest = rest.replace(CLOSED, "");
  }
  return /["'()[\]]/.test(rest);
};

/**
 * A value that stays one: it ends no rule, takes nothing of the next, and asks nobody for anything.
 * @param {string} text
 */
export const isValue = (text) =>
  text.length <= 200 && !HARM.test(text) && !unclosed(text) && text.trim() !== "";

/**
 * The two colours of `light-dark()`, or one for both.
 * @param {string} text
 */
export const colours = (text) => {
  const both = /^light-dark\(\s*(#[0-9a-f]{3,6})\s*,\s*(#[0-9a-f]{3,6})\s*\)$/i.exec(text.trim());
  const one = /^#[0-9a-f]{3,6}$/i.exec(text.trim());
  const [light, dark] = both ? [both[1], both[2]] : [one?.[0], one?.[0]];
  const long = (/** @type {string | undefined} */ hex) =>
    hex?.length === 4 ? hex.replace(/[0-9a-f]/gi, "$&$&") : hex;
  return { light: long(light), dark: long(dark) };
};

/**
 * What is filled in and can be used.
 * @param {Record<string, string>} values
 */
export const sound = (values) => {
  const names = FIELDS.map(({ name }) => name);
  return names.flatMap((name) => {
    const text = values[name];
    return typeof text === "string" && isValue(text) ? [[name, text.trim()]] : [];
  });
};

/**
 * The properties that a sheet sets, by name.
 * @param {string} css
 */
export const properties = (css) =>
  Object.fromEntries(
    [...css.matchAll(/(--story-card-[a-z-]+):\s*([^;]+);/g)].map(([, name = "", text = ""]) => [
      name,
      text.trim(),
    ]),
  );

/**
 * The rule that a page takes over; empty where nothing is set.
 * @param {Record<string, string>} values
 */
export const ruleOf = (values) => {
  const lines = sound(values).map(([name, text]) => `  ${name}: ${text};`);
  return lines.length ? `story-card {\n${lines.join("\n")}\n}` : "";
};

/** @param {string} name */
export const shortName = (name) => name.slice(PREFIX.length);
