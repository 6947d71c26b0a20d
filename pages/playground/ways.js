// @ts-check
// The panel with the code for a page, a tab for each way, and a button that copies it.

import { WAYS } from "./snippets.js";
import { makeTabs } from "./tabs.js";

/** @typedef {import("./snippets.js").Wish} Wish */

/**
 * @param {string} text
 * @param {HTMLElement} shown
 */
export const copy = async (text, shown) => {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied";
  } catch {
    getSelection()?.selectAllChildren(shown);
    return "Selected: copy it by key";
  }
};

/**
 * @param {HTMLElement} place
 * @param {() => Wish} wish
 * @param {(words: string) => void} say
 * @param {() => void} changed
 */
export const makeWays = (place, wish, say, changed) => {
  const [list, about, code, button] = ["[role=tablist]", ".about", "code", ".copy"].map((name) =>
    place.querySelector(name),
  );
  if (!(list instanceof HTMLElement) || !(code instanceof HTMLElement) || !about)
    throw new Error("no place for code");
  list.replaceChildren(
    ...WAYS.map(({ id, label }) => {
      const tab = document.createElement("button");
      Object.assign(tab, { type: "button", role: "tab", id: `way-${id}`, textContent: label });
      tab.setAttribute("aria-controls", "way");
      tab.dataset.name = id;
      return tab;
    }),
  );
  let name = "";
  const draw = () => {
    const way = WAYS.find(({ id }) => id === name) ?? WAYS[0];
    if (!way) return;
    about.textContent = way.about;
    code.textContent = way.code(wish());
    document.getElementById("way")?.setAttribute("aria-labelledby", `way-${way.id}`);
  };
  const choose = makeTabs(list, (chosen) => {
    name = chosen;
    draw();
    changed();
  });
  button?.addEventListener("click", async () => say(await copy(code.textContent ?? "", code)));
  return { choose, draw, name: () => name };
};
