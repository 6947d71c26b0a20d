// @ts-check
// The attributes of the tag and the properties that mirror them. A value that is not
// in the table means the default.

/** @typedef {string | null | undefined} Value */

/** @type {(...values: any[]) => (value: Value) => string} */
const words = (...values) => (value) => (values.includes(value) ? value : values[0]);
/** @type {(fallback: number, min: number, max: number) => (value: any) => number} */
const number = (fallback, min, max) => (value) => {
  const given = Number(value);
  return given % 1 === 0 && given >= min && given <= max ? given : fallback;
};
/** @type {(value: Value) => string} */
const text = (value) => value ?? "";
// Some frameworks write `false` for a property that is not set.
/** @type {(value: Value) => boolean} */
const flag = (value) => value != null && value !== "false";

/** @type {Record<string, (value: Value) => string | number | boolean>} */
export const ATTRIBUTES = {
  src: text,
  item: text,
  theme: words("auto", "light", "dark"),
  loading: words("lazy", "eager"),
  open: words("story", "first", "all", "none"),
  exclusive: flag,
  "heading-level": number(2, 2, 5),
  timeline: words("both", "list", "graphic"),
  layout: words("auto", "one", "two", "teaser"),
  images: words("on", "same-origin", "off"),
  since: text,
  refresh: number(0, 15, 86400),
  timeout: number(15, 1, 3600),
  quiet: flag,
  lang: text,
};

// Those that a card is told of at once: none of them has the story asked for anew.
export const PAINTED = ["open", "exclusive", "heading-level", "timeline", "layout", "images", "since", "refresh", "timeout"];

/** @type {(element: Element, name: string) => string | number | boolean} */
export const read = (element, name) => ATTRIBUTES[name](element.getAttribute(name));

// Tells a card what these say.
/** @type {(element: Element, card: Pick<import("./runtime/card.js").Card, "set" | "apply">) => void} */
export const paint = (element, card) => {
  for (const name of PAINTED) {
    // Whoever asks for both views gets them; by default a short timeline is a list.
    card.set(name, `${name === "timeline" ? element.getAttribute(name) : read(element, name)}`);
  }
  card.apply();
};

// Gives a class a property for each attribute; `lang` has one already. Gives their names,
// that of the story last: one that is set goes before `src`.
/** @type {(prototype: HTMLElement) => string[]} */
export const mirror = (prototype) => {
  const names = [];
  for (const name of Object.keys(ATTRIBUTES)) {
    if (name === "lang") continue;
    const property = name.replace(/-(.)/, (_, letter) => letter.toUpperCase());
    names.push(property);
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get() {
        return read(this, name);
      },
      // A boolean takes what is false in JavaScript for no, as `hidden` does. For all
      // others nothing, and the `false` of `condition && value`, is no attribute.
      set(value) {
        if (ATTRIBUTES[name] === flag) this.toggleAttribute(name, !!value);
        else if (value == null || value === false) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
    });
  }
  return [...names, "story"];
};

// What was set before the tag was defined stands on the element itself.
/** @type {(element: Record<string, any>, names: string[]) => void} */
export const upgrade = (element, names) => {
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
};
