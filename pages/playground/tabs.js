// @ts-check
// Tabs by the keyboard's rules: arrows move, Home and End too, Tab goes into the panel.

/**
 * @param {HTMLElement} list
 * @param {(name: string) => void} chosen
 * @returns {(name: string) => void} shows a tab by its name
 */
export const makeTabs = (list, chosen) => {
  const tabs = [...list.querySelectorAll("[role=tab]")].filter((tab) => tab instanceof HTMLElement);
  const panelOf = (/** @type {Element} */ tab) =>
    document.getElementById(tab.getAttribute("aria-controls") ?? "");

  /** @type {(tab: HTMLElement) => void} */
  const choose = (tab) => {
    for (const one of tabs) {
      one.setAttribute("aria-selected", String(one === tab));
      one.tabIndex = one === tab ? 0 : -1;
      const panel = panelOf(one);
      if (panel && panel !== panelOf(tab)) panel.hidden = true;
    }
    const panel = panelOf(tab);
    if (panel) panel.hidden = false;
    chosen(tab.dataset.name ?? "");
  };

  list.addEventListener("click", (event) => {
    const tab = tabs.find((one) => event.target instanceof Node && one.contains(event.target));
    if (tab) choose(tab);
  });
  list.addEventListener("keydown", (event) => {
    const at = tabs.findIndex((one) => one.contains(/** @type {Node} */ (event.target)));
    const places = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
    if (at < 0 || !Object.hasOwn(places, event.key)) return;
    const place = places[/** @type {keyof typeof places} */ (event.key)];
    const tab = tabs.at(place % tabs.length);
    if (!tab) return;
    event.preventDefault();
    tab.focus();
    choose(tab);
  });
  return (name) => {
    const tab = tabs.find((one) => one.dataset.name === name) ?? tabs[0];
    if (tab) choose(tab);
  };
};
