// The attributes of the tag and the properties that mirror them. A value that is not
// in the table means the default.

const words = (...values) => (value) => (values.includes(value) ? value : values[0]);
const number = (fallback, min, max) => (value) => {
  const given = Number.parseInt(value, 10);
  return given >= min && given <= max ? given : fallback;
};
const text = (value) => value ?? "";
const flag = (value) => value != null;

export const ATTRIBUTES = {
  src: text,
  item: text,
  theme: words("auto", "light", "dark"),
  loading: words("lazy", "eager"),
  open: words("story", "first", "all", "none"),
  exclusive: flag,
  "heading-level": number(2, 2, 5),
  timeline: words("both", "list", "graphic"),
  images: words("on", "same-origin", "off"),
  refresh: number(0, 15, 86400),
  timeout: number(15, 1, 3600),
  quiet: flag,
  lang: text,
};

export const read = (element, name) => ATTRIBUTES[name](element.getAttribute(name));

// Gives a class a property for each attribute; `lang` has one already.
export const mirror = (prototype) => {
  const names = ["story"];
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
      set(value) {
        if (value == null || value === false) this.removeAttribute(name);
        else this.setAttribute(name, value === true ? "" : value);
      },
    });
  }
  return names;
};
