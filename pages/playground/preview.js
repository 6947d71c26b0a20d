// @ts-check
// One story at three widths, light and dark, with its problems: preview.html?src=…
// `item`, `look` and `open` may be named too.

import { checked, textAt } from "./address.js";
import { findings, show, summary } from "./problems.js";
import { packed } from "./state.js";
import { LOOKS } from "./theme.js";

/** @type {(id: string) => any} */
const one = (id) => document.getElementById(id);
const wish = new URLSearchParams(location.search);
/** What is said of the cards, beside the story. */
const CARD = ["item", "open"];
const src = checked(wish.get("src"), document.baseURI);

/** @param {string} scheme */
const stage = (scheme) => {
  const made = document.createElement("section");
  made.className = `stage ${scheme}`;
  const heading = document.createElement("h2");
  heading.textContent = scheme === "light" ? "Light" : "Dark";
  made.append(heading, document.querySelector("template")?.content.cloneNode(true) ?? "");
  for (const card of made.querySelectorAll("story-card")) {
    for (const name of CARD) {
      const value = wish.get(name);
      if (value) card.setAttribute(name, value);
    }
    card.setAttribute("src", src);
  }
  return made;
};

/** @param {string} words */
const refuse = (words) => {
  one("summary").textContent = words;
  one("summary").className = "error";
};

/** @type {(said: import("./problems.js").Said[], severity: "error" | "warning") => Promise<void>} */
const tell = async (said, severity) => {
  // Lines are those of the text; without it the problems have their paths.
  const text = await textAt(src, AbortSignal.timeout(15_000)).catch(() => "");
  const all = findings(text, said, severity);
  one("summary").textContent = summary(all);
  one("summary").className = all.length ? severity : "";
  show(one("problems"), all, undefined);
};

/** What else the address says goes on to another story; which item it is holds for this one alone. */
const keep = () => {
  const { src: field } = one("fetch").elements;
  field.value = wish.get("src") ?? "";
  for (const name of [...CARD, "look"]) {
    const value = wish.get(name);
    if (!value) continue;
    const input = Object.assign(document.createElement("input"), { type: "hidden", name, value });
    one("fetch").append(input);
    if (name === "item") field.addEventListener("input", () => (input.disabled = field.value !== wish.get("src")));
  }
};

/** The playground looks the same; it shows the whole document, and so the first story in it. */
const leadOn = async (/** @type {string} */ look) => {
  one("edit").href = `playground.html#${await packed({ src, look, card: { open: wish.get("open") } })}`;
};

const begin = () => {
  keep();
  if (!src) return refuse(wish.has("src") ? "This is no address of the web" : "Name a story");
  // As long as the letters of all the rest are not there.
  one("edit").href = `playground.html?src=${encodeURIComponent(src)}`;
  const look = LOOKS.includes(wish.get("look") ?? "") ? (wish.get("look") ?? "") : "";
  if (look) one("look").href = `static/themes/${look}.css`;
  leadOn(look).catch(() => {});
  const stages = ["light", "dark"].map(stage);
  const first = stages[0]?.querySelector("story-card");
  first?.addEventListener("story-card-load", (/** @type {any} */ { detail }) => {
    document.title = `${detail.headline} · Preview`;
    tell(detail.problems, "warning");
  });
  first?.addEventListener("story-card-error", (/** @type {any} */ { detail }) => tell([detail], "error"));
  document.querySelector("main")?.append(...stages);
};

begin();
