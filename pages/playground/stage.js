// @ts-check
// The preview: a page of its own in a frame, as wide as a phone, a column or a page, and made
// smaller where there is no room for it. What a card does to its page ends there.

/**
 * @typedef {import("./problems.js").Said} Said
 * @typedef {{ text: string, said: Said[], severity: "error" | "warning", detail: any }} Told
 */

export const WIDTHS = { phone: 390, column: 640, page: 1100 };

/** @param {HTMLIFrameElement} frame */
const documentIn = async (frame) => {
  for (;;) {
    const doc = frame.contentDocument;
    if (doc?.readyState === "complete" && doc.querySelector("#checker")) return doc;
    await new Promise((loaded) => frame.addEventListener("load", loaded, { once: true }));
  }
};

/** @param {string} text */
const isJson = (text) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** @type {Told} */
const NOTHING = {
  text: "",
  said: [{ code: "not-json", message: "nothing is written yet" }],
  severity: "error",
  detail: {},
};

/** @param {Event} event */
const stay = (event) => {
  const link = event.composedPath().find((el) => Reflect.get(el, "localName") === "a");
  if (!link) return;
  // A place in the story counts from the page, not from where the story is.
  if (/** @type {Element} */ (link).getAttribute("href")?.startsWith("#")) event.preventDefault();
  else Object.assign(link, { target: "_blank", rel: "noopener" });
};

/**
 * @param {HTMLIFrameElement} frame
 * @param {(told: Told) => void} told
 */
export const openStage = async (frame, told) => {
  const doc = await documentIn(frame);
  const one = (/** @type {string} */ id) => /** @type {any} */ (doc.getElementById(id));
  const [card, checker, base, look, theme] = ["card", "checker", "base", "look", "theme"].map(one);
  const pane = /** @type {HTMLElement} */ (frame.parentElement);
  let width = WIDTHS.column;
  let text = "";
  let reader = card;
  /** What each has said last: it says nothing of the same text again. @type {Map<any, Told>} */
  const answers = new Map();

  /** @type {(el: any, answer: Told) => void} */
  const hear = (el, answer) => {
    if (el !== reader) return;
    answers.set(el, answer);
    told(answer);
  };

  doc.addEventListener("click", stay);
  for (const el of [card, checker]) {
    el.addEventListener("story-card-load", (/** @type {any} */ { detail }) => {
      hear(el, { text, said: detail.problems, severity: "warning", detail });
    });
    el.addEventListener("story-card-error", (/** @type {any} */ { detail }) => {
      hear(el, { text, said: [detail], severity: "error", detail });
    });
  }

  const fit = () => {
    const scale = Math.min(1, pane.clientWidth / width);
    frame.style.inlineSize = `${width}px`;
    frame.style.blockSize = `${pane.clientHeight / scale}px`;
    frame.style.transform = scale < 1 ? `scale(${scale})` : "";
  };
  new ResizeObserver(fit).observe(pane);

  return {
    /** Whether the card shows this text, and not the one before. @type {(story: string, from: string) => boolean} */
    show: (story, from) => {
      text = story;
      base.href = from;
      reader = isJson(story) ? card : checker;
      frame.classList.toggle("old", reader !== card);
      const before = answers.get(reader);
      reader.story = story;
      if (before?.text === story) told(before);
      else if (!story.trim()) hear(reader, { ...NOTHING, text: story });
      return reader === card;
    },
    /** @type {(css: string, sheet: string) => void} */
    dress: (css, sheet) => {
      theme.textContent = css;
      const href = sheet ? new URL(`../static/themes/${sheet}.css`, import.meta.url).href : "";
      if (!href) look.removeAttribute("href");
      else if (look.href !== href) look.href = href;
    },
    /** @type {(scheme: string) => void} */
    light: (scheme) => {
      doc.documentElement.style.colorScheme = scheme === "dark" ? "dark" : "light";
    },
    /** @type {(name: string) => void} */
    widen: (name) => {
      width = Reflect.get(WIDTHS, name) ?? WIDTHS.column;
      fit();
    },
    /** @type {(values: Record<string, string>, names: string[]) => void} */
    set: (values, names) => {
      for (const name of names) {
        const value = values[name];
        if (value === undefined) card.removeAttribute(name);
        else card.setAttribute(name, value);
      }
    },
  };
};
