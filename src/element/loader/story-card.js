// @ts-check
// <story-card>: the element, and what must work when the app does not.
// The app (Yew, compiled to WebAssembly) draws the card into this element's shadow root. Here
// is only what cannot wait for it: attributes, the request, the fallback, the first words.

import { ATTRIBUTES, mirror, paint, read, upgrade } from "./attributes.js";
import { baseOf } from "./base.js";
import { startApp } from "./start-runtime.js";
import { VERSION } from "./build.js";
import { wordsIn } from "./first-words.js";
import { Placeholder } from "./placeholder.js";
import { refuse, textIn, textOf, watchIn } from "./given.js";
import { distanceTo, forget, isCalled, whenNear } from "./visibility.js";
import { ask } from "./request.js";
import { dress, rootOf, tellStates } from "./root.js";
import { FIRST_SHEET } from "./sheet.js";
import { tellDrawn, turn } from "./turns.js";
import { warn } from "./warn.js";

/** @typedef {import("./runtime/card.js").Card} Card */
/** @typedef {import("./runtime/loading.js").Purpose} Purpose */

// Where there is no document, on a server or in a worker, this module does nothing.
class StoryCard extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = [...Object.keys(ATTRIBUTES), "story"];
  static version = VERSION;
  #internals = this.attachInternals?.();
  #state = "idle";
  /** @type {ShadowRoot} */ #root;
  /** @type {Placeholder} */ #placeholder;
  /** @type {Card | undefined} */ #card;
  /** @type {import("./request.js").Request | undefined} */ #request;
  // The story that was set, as text, or why it has none; what stood in the tag last.
  /** @type {string | Error | undefined} */ #text;
  /** @type {string | undefined} */ #inline;
  /** @type {(() => void) | undefined} */ #unwatch;
  /** @type {HTMLElement | undefined} what had the focus last: a dialog that gives it back knows of the tag alone */ #last;
  #isShown = false;
  #run = 0;
  #isBegun = false;
  #isQueued = false;
  #hasReturned = false;
  /** @type {(() => void)[]} */ #waiting = [];

  connectedCallback() {
    upgrade(this, PROPERTIES);
    if (!this.#root) this.#build();
    if (!this.#placeholder.isDrawn) dress(this.#root, FIRST_SHEET);
    this.#unwatch ??= watchIn(this, this.#look);
    this.#paint();
    if (this.#isBegun) return;
    addEventListener("hashchange", this.#heed);
    if (read(this, "loading") === "eager" || this.#text || isCalled()) this.#begin();
    else whenNear(this, () => this.#begin());
  }

  // A move within the document takes a card out and puts it back in one task, not always at
  // once: what keeps elements from page to page (Turbo) waits for promises in between.
  disconnectedCallback() {
    setTimeout(() => this.isConnected || this.#end());
  }

  // Another document takes no sheets along: the card begins anew there.
  adoptedCallback() {
    this.#end();
  }

  attributeChangedCallback(/** @type {string} */ name, /** @type {unknown} */ before, /** @type {unknown} */ now) {
    if (before === now) return;
    if (name === "story") return now && refuse(this);
    if (name === "src") this.#text = undefined;
    if (name === "src" || name === "item") this.#queue();
    else if (name === "loading" && now === "eager") this.#root && this.isConnected && !this.#isBegun && this.#begin();
    else this.#paint();
  }

  get state() {
    return this.#state;
  }

  get story() {
    return this.#isShown ? /** @type {Card} */ (this.#card).story() : undefined;
  }

  // Nothing, empty text and `false` are no story: then it is `src` that counts, or the tag.
  set story(story) {
    const text = story ? textOf(story) : undefined;
    if (text === this.#text && this.#state !== "error") return;
    this.#text = text;
    this.#queue();
  }

  focus(/** @type {FocusOptions | undefined} */ options) {
    this.hasAttribute("tabindex") ? super.focus(options) : this.#last?.focus(options);
  }

  reload() {
    this.#begin("reload");
    return this.#settled();
  }

  expandAll() {
    return this.#ask((card) => card.expandAll());
  }

  collapseAll() {
    return this.#ask((card) => card.collapseAll());
  }

  openSection(/** @type {string} */ id) {
    return this.#ask((card) => card.openSection(`${id}`));
  }

  // Waits for the story, then for what the app was asked to do to be drawn.
  async #ask(/** @type {(card: Card) => unknown} */ question) {
    if (!this.#isBegun) this.#begin();
    if (this.#state === "loading") await this.#settled();
    const card = this.#state === "ready" && this.#card;
    const answer = card && question(card);
    if (card) await card.drawn();
    return answer;
  }

  #settled() {
    return new Promise((/** @type {(none?: any) => void} */ done) => (this.#state === "loading" ? this.#waiting.push(done) : done()));
  }

  #build() {
    const drawn = this.#internals?.shadowRoot;
    this.#root = rootOf(this, drawn, ({ target }) => (this.#last = target));
    this.#placeholder = new Placeholder(this.#root, !!drawn);
  }

  #look = () => {
    if (!this.#text && !read(this, "src") && textIn(this) !== this.#inline) this.#queue();
  };

  // Ten changes of `src` in a row are one.
  #queue() {
    if (!this.#isBegun || this.#isQueued) return;
    this.#isQueued = true;
    Promise.resolve().then(() => {
      this.#isQueued = false;
      this.isConnected ? this.#begin() : this.#end();
    });
  }

  // What to show: the property, else what `src` answers, else the text in the tag.
  /** @param {Purpose} [purpose] nothing for a story that is new here, or "reload" or "return" */
  #begin(purpose) {
    if (!this.isConnected) return;
    forget(this);
    this.#isBegun = true;
    this.#stop();
    const run = ++this.#run;
    const src = this.getAttribute("src");
    const text = this.#text ?? (this.#inline = src ? undefined : textIn(this));
    if (!text && !src) return this.#empty();
    this.#enter("loading");
    // A browser that does not know these colours lacks more.
    if (!CSS.supports("color", "light-dark(red,red)")) return this.#fail("wasm", "this browser is too old", false);
    // A story that is shown stays until the next one is there.
    if (!this.#isShown) this.#placeholder.wait();
    const deadline = performance.now() + /** @type {number} */ (read(this, "timeout")) * 1000;
    this.#hasReturned = purpose === "return";
    let /** @type {import("./runtime/loading.js").Given | undefined} */ given;
    try {
      if (text instanceof Error) throw text;
      if (text) {
        given = { bytes: new TextEncoder().encode(text), url: baseOf(this) };
        this.#user.greet(wordsIn(text));
      } else this.#request = this.#fetch(purpose);
    } catch (error) {
      this.#unmount();
      return this.#fail(text ? "not-json" : "network", /** @type {Error} */ (error).message);
    }
    const item = /** @type {string} */ (read(this, "item")) || undefined;
    // The story before the code.
    (this.#request?.job.begun ?? Promise.resolve())
      .then(startApp)
      .then((runtime) => {
        if (run !== this.#run) return;
        if (!this.#card) this.#mount(runtime);
        const source = /** @type {any} */ (given ?? this.#request);
        this.#request = undefined;
        return /** @type {Card} */ (this.#card).take(source, item, purpose, deadline - performance.now());
      })
      .catch((error) => run === this.#run && this.#fail("wasm", `${error}`));
  }

  #fetch(/** @type {Purpose} */ purpose) {
    return ask(new URL(/** @type {string} */ (this.getAttribute("src")), baseOf(this)), purpose, this.#user);
  }

  // What a request may ask and tell.
  #user = {
    distance: () => distanceTo(this),
    greet: (/** @type {import("./first-words.js").Story | undefined} */ story) => {
      if (story && this.#state === "loading" && !this.#isShown) this.#placeholder.greet(story);
    },
  };

  #heed = () => this.#isBegun || (isCalled() && this.#begin());

  #mount(/** @type {import("./start-runtime.js").Runtime} */ runtime) {
    this.#card = runtime.mount(this.#root, this.#placeholder.frame, (...news) => this.#hear(...news));
    this.#paint();
  }

  /** @type {import("./runtime/card.js").Tell} what the app tells: the card's state, then the page */
  #hear(name, detail, isCancelable) {
    if (name === "ask") return this.#fetch(detail);
    if (name === "return") return this.#return();
    if (name === "sheet") return [FIRST_SHEET, detail].forEach((sheet) => dress(this.#root, sheet));
    const run = this.#run;
    if (name === "greeted") return this.#placeholder.greeted?.then(detail && (() => turn(this, () => run === this.#run)));
    if (name === "retry") return this.reload();
    if (name === "crashed") {
      this.#unmount();
      return this.#fail(name, "the card's own code broke down");
    }
    if (name === "error") {
      this.#isShown = false;
      this.#enter(name, detail.code);
    }
    if (["load", "update", "same", "kept"].includes(name)) {
      this.#isShown = true;
      this.#enter("ready");
      if (name === "same" || name === "kept") return;
    }
    return this.#tell(name, detail, isCancelable);
  }

  /** @type {(name: string, detail?: unknown, cancelable?: boolean) => boolean} */
  #tell(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(`story-card-${name}`, { bubbles: true, composed: true, cancelable, detail }));
  }

  #fail(/** @type {string} */ code, /** @type {string} */ message, again = true) {
    this.#stop();
    this.#enter("error", code);
    this.#placeholder.fail(again && (() => this.reload()));
    warn(this, `shows no story: ${code}, ${message}`);
    this.#tell("error", { code, message });
  }

  // Back online: once more, and not again before the reader or the page asks.
  #return = () => this.#begin("return");

  /** @type {(state: string, code?: string) => void} */
  #enter(state, code) {
    this.#state = state;
    const isReserved = state === "loading" && !this.#placeholder?.isDrawn;
    const more = this.#isShown ? /** @type {Card} */ (this.#card).states() : isReserved ? "reserved" : "";
    tellStates(this.#internals, `${state} ${more}`.trim());
    if (code === "wasm" && !this.#hasReturned) addEventListener("online", this.#return, { once: true });
    else removeEventListener("online", this.#return);
    if (!this.#placeholder || (state === "loading" && this.#isShown)) return;
    this.#placeholder.leave(state === "ready");
    tellDrawn(this);
    if (state !== "loading") for (const done of this.#waiting.splice(0)) done();
  }

  #paint() {
    if (this.#card) paint(this, this.#card);
  }

  // Ends what is under way; what is shown stays.
  #stop() {
    this.#placeholder?.rest();
    this.#card?.cancel();
    this.#request?.leave();
    this.#request = undefined;
  }

  #unmount() {
    this.#card?.free();
    this.#card = undefined;
    this.#isShown = false;
  }

  // Out of the document: nothing of the card is left behind.
  #end() {
    forget(this);
    this.#stop();
    removeEventListener("hashchange", this.#heed);
    this.#unwatch = /** @type {undefined} */ (this.#unwatch?.());
    this.#run++;
    this.#isBegun = false;
    this.#empty();
  }

  #empty() {
    this.#unmount();
    this.#enter("idle");
  }
}
const PROPERTIES = mirror(StoryCard.prototype);
// Nor in a page that has no elements of HTML, as one sent as plain XML: it keeps what stands in the tag.
if (globalThis.document?.createElement("a").style && !customElements.get("story-card")) customElements.define("story-card", StoryCard);
