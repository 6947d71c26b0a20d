// @ts-check
// The playground: a story as text, what a card says of it and makes of it, a theme, and the code
// for a page. Puts the other modules together.

import { checked, textAt } from "./address.js";
import { openEditor } from "./editor.js";
import { makeFields } from "./fields.js";
import { watchFiles } from "./files.js";
import { findings, show, summary } from "./problems.js";
import { openStage } from "./stage.js";
import { packed, unpacked } from "./state.js";
import { makeTabs } from "./tabs.js";
import { LOOKS, properties, ruleOf } from "./theme.js";
import { copy, makeWays } from "./ways.js";

/** So long after the last letter the preview follows, and the address later, in milliseconds. */
const PAUSE = 200;
const LONG_PAUSE = 600;
const EMPTY = `{
  "$schema": "${new URL("static/schema/story-card-1.schema.json", document.baseURI)}",
  "schemaVersion": "story-card/1.0",
  "headline": "A headline of your own"
}
`;
const DEMO = "static/stories/ferry-breaking.json";
const SOMEWHERE = "https://news.example/stories/42.json";
const CARD = ["open", "timeline", "layout", "heading-level"];

/** @type {(id: string) => any} */
const one = (id) => document.getElementById(id);
const here = new URL("./", document.baseURI).href;

/** @type {(call: () => void, pause: number) => () => void} */
const later = (call, pause) => {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(call, pause);
  };
};

/** @param {string} words */
const say = (words) => {
  one("said").textContent = words;
};

// Where the text came from, and what it was then.
let src = "";
let fetched = "";
let headline = "";
/** @type {{ version: string, integrity: string } | undefined} */
let whole;
let asking = new AbortController();

const values = (/** @type {HTMLFormElement} */ form) =>
  /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));

const attributes = () => {
  const all = Object.entries(values(one("card")));
  return Object.fromEntries(all.filter(([name, value]) => CARD.includes(name) && value));
};

const keep = later(async () => {
  const { width, scheme } = values(one("view"));
  const text = editor.text();
  const { src: where = "", link = "" } = values(one("card"));
  const state = {
    ...(src && text === fetched ? { src } : { text, ...(src ? { base: src } : {}) }),
    ...(where !== (src || SOMEWHERE) ? { where } : {}),
    ...(link ? { link } : {}),
    look: one("look").value,
    theme: fields.values(),
    card: attributes(),
    width,
    scheme,
    tab: one("tabs").querySelector("[aria-selected=true]")?.dataset.name,
    way: ways.name(),
  };
  const letters = await packed(state);
  history.replaceState(history.state, "", letters ? `#${letters}` : location.pathname);
  one("link").disabled = !letters;
  one("link").title = letters ? "" : "The story is too long for an address";
}, LONG_PAUSE);

const wish = () => {
  const { src: where = "", link = "" } = values(one("card"));
  const look = one("look").value;
  return {
    base: here,
    src: where || SOMEWHERE,
    link,
    look,
    css: ruleOf(fields.values()),
    card: attributes(),
    headline,
    whole,
  };
};

const dress = () => {
  const look = one("look").value;
  const rule = ruleOf(fields.values());
  stage.dress(rule, look);
  const sheet = look ? `@import url("${here}static/themes/${look}.css");\n\n` : "";
  one("css").textContent = sheet + (rule || (look ? "" : "/* Nothing is set yet. */")) || "";
  ways.draw();
  keep();
};

const look = async () => {
  dress();
  const name = one("look").value;
  const sheet = name
    ? await textAt(`${here}static/themes/${name}.css`, AbortSignal.timeout(10_000)).catch(() => "")
    : "";
  if (one("look").value === name) fields.give(properties(sheet));
};

/** @param {import("./stage.js").Told} told */
const told = ({ text, said, severity, detail }) => {
  if (text !== editor.text()) return;
  document.documentElement.dataset.state = "ready";
  const all = findings(text, said, severity);
  one("summary").textContent = summary(all);
  one("summary").className = all.length ? severity : "";
  show(one("problems"), all, ({ value, to }) => editor.select(value, to));
  editor.mark(all);
  headline = detail.headline ?? "";
  ways.draw();
};

/** @param {string} words */
const refuse = (words) => {
  document.documentElement.dataset.state = "ready";
  one("summary").textContent = words;
  one("summary").className = "error";
  one("problems").replaceChildren();
  editor.mark([]);
};

const read = () => {
  document.documentElement.dataset.state = "reading";
  const text = editor.text();
  const isJson = stage.show(text, src || here);
  one("note").hidden = isJson;
  keep();
};

/** @type {(text: string, from: string) => void} */
const take = (text, from) => {
  asking.abort();
  src = from;
  editor.put(text);
  // As it stands there: an editor ends lines in its own way.
  fetched = editor.text();
  one("url").value = from;
  one("card").elements.src.value = from || SOMEWHERE;
  read();
};

/** @param {string} address */
const ask = async (address) => {
  const url = checked(address, here);
  if (!url) return refuse("This is no address of the web");
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
    const text = await textAt(url, AbortSignal.any([signal, AbortSignal.timeout(15_000)]));
    if (!signal.aborted) take(text, url);
  } catch (error) {
    if (signal.aborted) return;
    const cause =
      error instanceof TypeError
        ? "nothing answers, or its host does not allow it (CORS)"
        : String(Reflect.get(Object(error), "message"));
    refuse(`${url} cannot be read: ${cause}`);
  }
};

const changed = later(() => {
  const text = editor.text().trim();
  if (/^https?:\/\/\S{1,2000}$/.test(text)) ask(text);
  else read();
}, PAUSE);

const view = () => {
  const { width = "", scheme = "" } = values(one("view"));
  stage.widen(width);
  stage.light(scheme);
  keep();
};

const restore = async () => {
  const state = await unpacked(location.hash.slice(1));
  const { texts, theme, card } = state ?? {
    texts: /** @type {Record<string, string>} */ ({}),
    theme: {},
    card: {},
  };
  fields.put(theme);
  one("look").value = LOOKS.includes(texts.look ?? "") ? texts.look : "";
  const usual = {
    width: innerWidth < 700 ? "phone" : "column",
    scheme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
  };
  for (const [name, value] of Object.entries(usual)) {
    const radio = [...one("view").elements[name]].find((input) => input.value === (texts[name] ?? value));
    if (radio) radio.checked = true;
  }
  for (const name of CARD) one("card").elements[name].value = Reflect.get(card, name) ?? "";
  for (const select of one("card").querySelectorAll("select"))
    if (select.selectedIndex < 0) select.value = "";
  tabs(texts.tab ?? "story");
  ways.choose(texts.way ?? "tag");
  stage.set(attributes(), CARD);
  view();
  look();
  if (texts.text !== undefined) {
    take(texts.text, checked(texts.base));
    fetched = "";
  } else {
    await ask(texts.src ?? new URLSearchParams(location.search).get("src") ?? DEMO);
  }
  if (texts.where) one("card").elements.src.value = texts.where;
  if (texts.link) one("card").elements.link.value = texts.link;
  ways.draw();
};

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
/** @type {import("./editor.js").Editor} */
let editor;
const fields = makeFields(one("fields"), () => dress());
const tabs = makeTabs(one("tabs"), () => stage && keep());
const ways = makeWays(
  one("ways"),
  () => wish(),
  say,
  () => stage && keep(),
);

const listen = () => {
  one("look").addEventListener("change", look);
  one("view").addEventListener("change", view);
  one("card").addEventListener("input", () => {
    stage.set(attributes(), CARD);
    ways.draw();
    keep();
  });
  for (const id of ["card", "view", "fields"])
    one(id).addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  one("demo").addEventListener("change", () => {
    const { value } = one("demo");
    if (value === "new") take(EMPTY, "");
    else if (value) ask(value);
    one("demo").value = "";
  });
  one("fetch").addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    ask(one("url").value);
  });
  watchFiles(one("file"), (text) => take(text, ""), refuse);
  one("link").addEventListener("click", async () => say(await copy(location.href, one("link"))));
  one("copy-css").addEventListener("click", async () => say(await copy(one("css").textContent, one("css"))));
  addEventListener("hashchange", restore);
};

const hashes = async () => {
  const answer = await fetch("cdn/sri.json").catch(() => undefined);
  if (!answer?.ok) return;
  const { version, files } = await answer.json();
  whole = { version, integrity: files["story-card-whole.js"] };
  ways.draw();
};

[stage, editor] = await Promise.all([openStage(one("stage"), told), openEditor(one("editor"), changed)]);
listen();
await restore();
hashes().catch(() => {});
