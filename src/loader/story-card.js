// <story-card>: the element, and what must work when the app does not.
//
// The app (Yew, compiled to WebAssembly) draws the card into a container of this
// element's shadow root. Here is only what cannot wait for it: attributes, the request,
// the fallback, the first words.

import { ATTRIBUTES, mirror, read } from "./attributes.js";
import { startApp } from "./app.js";
import { make, showBones, showFailure, showWords } from "./faces.js";
import { firstWords } from "./first-words.js";
import { FIRST_SHEET } from "./sheet.js";

// A skeleton that flashes by is worse than none.
const SKELETON_MILLIS = 200;
const PAINTED = ["open", "exclusive", "heading-level", "timeline", "images"];

let sheet;
const adoptedSheet = () => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(FIRST_SHEET);
  }
  return sheet;
};

// Inside another Yew application an open root lets its handlers run on our clicks.
const isInYew = (node) => {
  for (; node; node = node.parentNode ?? node.host) if ("__yew_subtree_id" in node) return true;
  return false;
};

class StoryCard extends HTMLElement {
  static observedAttributes = Object.keys(ATTRIBUTES);

  #internals = this.attachInternals?.();
  #state = "idle";
  #root;
  #frame;
  #fallback;
  #skeleton;
  #mounted;
  #controller;
  #skeletonTimer;
  #observer;
  #text;
  #shown;
  #run = 0;
  #isBegun = false;
  #isQueued = false;
  #waiting = [];

  connectedCallback() {
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (!this.#root) this.#build();
    addEventListener("hashchange", this.#followHash);
    this.#paint();
    if (this.#isBegun || this.#observer) return;
    if (read(this, "loading") === "eager" || this.#text || !globalThis.IntersectionObserver) {
      this.#begin();
      return;
    }
    this.#observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#begin(),
      { rootMargin: "100%" },
    );
    this.#observer.observe(this);
  }

  // A move within the document takes a card out and puts it back in one task.
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#end());
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "src") this.#text = undefined;
    if (name === "src" || name === "item") this.#queue();
    else if (name === "loading" && now === "eager") this.isConnected && !this.#isBegun && this.#begin();
    else this.#paint();
  }

  get state() {
    return this.#state;
  }

  get story() {
    return this.#shown?.();
  }

  set story(story) {
    this.#text = story == null || typeof story === "string" ? (story ?? undefined) : JSON.stringify(story);
    this.#queue();
  }

  reload() {
    this.#begin("no-cache");
    return this.#settled();
  }

  expandAll() {
    return this.#ask((card) => card.expandAll());
  }

  collapseAll() {
    return this.#ask((card) => card.collapseAll());
  }

  openSection(id) {
    return this.#ask((card) => card.openSection(String(id)));
  }

  // Waits for the story, then for what the app was asked to do to be drawn.
  async #ask(question) {
    if (!this.#isBegun) this.#begin();
    if (this.#state === "loading") await this.#settled();
    const answer = this.#state === "ready" && question(this.#mounted);
    await new Promise((done) => setTimeout(done));
    return answer;
  }

  #settled() {
    return new Promise((done) => (this.#state === "loading" ? this.#waiting.push(done) : done()));
  }

  #build() {
    this.#root = this.attachShadow({ mode: isInYew(this) ? "closed" : "open" });
    this.#root.adoptedStyleSheets = [adoptedSheet()];
    this.#frame = make("div", "", this.#root, "frame");
    this.#fallback = make("slot", "", this.#frame);
    this.#skeleton = make("div", "skeleton", this.#frame);
    this.#skeleton.hidden = true;
  }

  // Ten changes of `src` in a row are one.
  #queue() {
    if (!this.#isBegun || this.#isQueued) return;
    this.#isQueued = true;
    queueMicrotask(() => {
      this.#isQueued = false;
      if (this.isConnected) this.#begin();
    });
  }

  // What to show: the property, else what `src` answers, else the text in the tag.
  #begin(cache = "default") {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#isBegun = true;
    this.#stop();
    const run = ++this.#run;
    const src = this.getAttribute("src");
    const text = this.#text ?? (src ? undefined : this.querySelector('script[type="application/json"]')?.text);
    if (text === undefined && !src) return this.#enter("idle");
    this.#enter("loading");
    // A story that is shown stays until the next one is there.
    if (!this.#shown) this.#skeletonTimer = setTimeout(() => this.#show(showBones), SKELETON_MILLIS);
    const began = performance.now();
    let pending;
    if (text === undefined) {
      this.#controller = new AbortController();
      try {
        pending = fetch(new URL(src, document.baseURI), {
          cache,
          credentials: "omit",
          referrerPolicy: "no-referrer",
          signal: this.#controller.signal,
        });
      } catch (error) {
        return this.#fail("network", error.message);
      }
      if (this.#mounted) pending.catch(() => {});
      else firstWords(pending).then((words) => words && run === this.#run && this.#showWords(words), () => {});
    }
    const item = read(this, "item") || undefined;
    startApp()
      .then((app) => {
        if (run !== this.#run) return;
        this.#mount(app);
        if (!pending) return this.#mounted.show(text, document.baseURI, item);
        const left = read(this, "timeout") * 1000 - (performance.now() - began);
        this.#mounted.follow(pending, this.#controller, Math.max(0, left), item);
      })
      .catch((error) => run === this.#run && this.#fail("wasm", String(error)));
  }

  // `#id` in the page's address opens the section of that name.
  #followHash = () => this.#shown && this.#mounted.goTo(location.hash.slice(1));

  #mount(app) {
    if (this.#mounted) return;
    const container = make("div", "", this.#frame, "app");
    this.#mounted = app.mount(this.#root, container, (...news) => this.#hear(...news));
    this.#mounted.container = container;
    this.#shown = () => this.#mounted.story();
    this.#paint();
  }

  // What the app tells: the card's state, then the page.
  #hear(name, detail, cancelable) {
    if (name === "retry") return this.reload();
    if (name === "load") {
      this.#enter("ready");
      this.#followHash();
    }
    if (name === "error") this.#enter("error");
    return this.#tell(name, detail, cancelable);
  }

  #tell(name, detail, cancelable = false) {
    return this.dispatchEvent(
      new CustomEvent(`story-card-${name}`, { bubbles: true, composed: true, cancelable, detail }),
    );
  }

  #fail(code, message) {
    this.#stop();
    this.#enter("error");
    this.#show((face) => showFailure(face, () => this.reload()));
    this.#tell("error", { code, message });
  }

  #enter(state) {
    this.#state = state;
    this.dataset.state = state;
    const states = this.#internals?.states;
    for (const name of ["idle", "loading", "ready", "error"]) states?.delete(name);
    states?.add(state);
    if (!this.#frame) return;
    if (state === "loading" && this.#shown) return;
    clearTimeout(this.#skeletonTimer);
    this.#skeleton.hidden = true;
    this.#skeleton.replaceChildren();
    this.#fallback.hidden = state === "ready";
    if (state !== "loading") for (const done of this.#waiting.splice(0)) done();
  }

  // Puts one of the loader's own faces up.
  #show(draw) {
    clearTimeout(this.#skeletonTimer);
    this.#skeleton.replaceChildren();
    draw(this.#skeleton);
    this.#skeleton.hidden = false;
  }

  #showWords(story) {
    if (this.#state !== "loading" || this.#shown) return;
    this.#show((face) => showWords(face, story));
    this.#fallback.hidden = true;
  }

  // Attributes that change what is drawn, not what is loaded.
  #paint() {
    if (!this.#frame) return;
    const theme = read(this, "theme");
    const page = getComputedStyle(this.parentElement ?? this).colorScheme;
    const scheme = theme === "auto" ? (page === "normal" ? "light dark" : "inherit") : theme;
    this.#frame.style.setProperty("color-scheme", scheme);
    if (!this.#mounted) return;
    for (const name of PAINTED) this.#mounted.set(name, String(read(this, name)));
    this.#mounted.apply();
  }

  // Ends what is under way; what is shown stays.
  #stop() {
    clearTimeout(this.#skeletonTimer);
    this.#mounted?.cancel();
    this.#controller?.abort();
    this.#controller = undefined;
  }

  // Out of the document: nothing of the card is left behind.
  #end() {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#stop();
    removeEventListener("hashchange", this.#followHash);
    this.#run++;
    this.#isBegun = false;
    this.#shown = undefined;
    this.#mounted?.container.remove();
    this.#mounted?.free();
    this.#mounted = undefined;
    this.#enter("idle");
  }
}

const PROPERTIES = mirror(StoryCard.prototype);
if (!customElements.get("story-card")) customElements.define("story-card", StoryCard);
