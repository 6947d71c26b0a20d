// @ts-check
// The theme as a form: a colour for light and one for dark, typefaces, lengths.

import { colours, FONTS, GROUPS, isValue, shortName } from "./theme.js";

/**
 * @typedef {import("./theme.js").Field} Field
 * @typedef {{ field: Field, draw: () => void }} Row
 */

/** @type {<K extends keyof HTMLElementTagNameMap>(name: K, given: object, ...children: (Node | string)[]) => HTMLElementTagNameMap[K]} */
const el = (name, given, ...children) => {
  const made = Object.assign(document.createElement(name), given);
  made.append(...children);
  return made;
};

/**
 * @param {HTMLElement} place
 * @param {() => void} changed
 */
export const makeFields = (place, changed) => {
  /** @type {Record<string, string>} */
  let values = {};
  /** What the ready sheet says. @type {Record<string, string>} */
  let given = {};
  /** @type {Row[]} */
  const rows = [];

  /** @type {(field: Field, text: string) => void} */
  const put = (field, text) => {
    if (text === "") delete values[field.name];
    else values[field.name] = text;
    for (const row of rows) if (row.field === field) row.draw();
    changed();
  };

  const shown = (/** @type {Field} */ field) => values[field.name] ?? given[field.name] ?? field.given;

  /** @param {Field} field */
  const inputs = (field) => {
    if (field.kind === "colour") {
      return ["light", "dark"].map((scheme) => {
        const input = el("input", { type: "color", ariaLabel: `${field.label}, ${scheme}` });
        input.addEventListener("input", () => {
          const other = colours(shown(field));
          const both = {
            light: other.light ?? "#ffffff",
            dark: other.dark ?? "#000000",
            [scheme]: input.value,
          };
          put(field, `light-dark(${both.light}, ${both.dark})`);
        });
        return input;
      });
    }
    const input = el("input", { type: "text", ariaLabel: field.label, spellcheck: false, maxLength: 200 });
    if (field.kind === "font") input.setAttribute("list", "typefaces");
    input.addEventListener("input", () => put(field, input.value));
    return [input];
  };

  /** @type {(field: Field, all: HTMLInputElement[], back: HTMLButtonElement) => void} */
  const draw = (field, all, back) => {
    const text = shown(field);
    const isSet = field.name in values;
    back.hidden = !isSet;
    if (field.kind === "colour") {
      const { light, dark } = colours(text);
      for (const [at, input] of all.entries()) input.value = (at === 0 ? light : dark) ?? input.value;
      return;
    }
    const [input] = all;
    if (!input) return;
    input.placeholder = given[field.name] ?? (field.given || "as the page");
    if (input.value !== (values[field.name] ?? "")) input.value = values[field.name] ?? "";
    const isBad = isSet && !isValue(input.value);
    input.ariaInvalid = String(isBad);
    input.title = isBad ? "This is no value for a property" : "";
  };

  /** @param {Field} field */
  const rowOf = (field) => {
    const all = inputs(field);
    const back = el(
      "button",
      { type: "button", className: "back", ariaLabel: `${field.label}: as before`, title: "As before" },
      "×",
    );
    back.addEventListener("click", () => {
      put(field, "");
      all[0]?.focus();
    });
    rows.push({ field, draw: () => draw(field, all, back) });
    const name = el("span", { className: "label" }, field.label, " ", el("code", {}, shortName(field.name)));
    return el(
      "div",
      { className: `field ${field.kind}` },
      name,
      el("span", { className: "inputs" }, ...all, back),
    );
  };

  const fonts = el("datalist", { id: "typefaces" }, ...FONTS.map((value) => el("option", { value })));
  const groups = GROUPS.map(({ title, fields }) => {
    const heading = el("legend", {}, title);
    return el("fieldset", {}, heading, ...fields.map(rowOf));
  });
  place.replaceChildren(fonts, ...groups);

  const drawAll = () => {
    for (const row of rows) row.draw();
  };
  drawAll();
  return {
    values: () => values,
    /** @type {(all: Record<string, string>) => void} */
    put: (all) => {
      values = { ...all };
      drawAll();
    },
    /** @type {(all: Record<string, string>) => void} */
    give: (all) => {
      given = all;
      drawAll();
    },
  };
};
