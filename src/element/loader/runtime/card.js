// @ts-check
// One card between the loader and the app: it has the story loaded, and knows what the app
// must be told again when that has been started anew.

import { Loading } from "./loading.js";
import { reporter } from "./report.js";
import { focusIn, focusOn, opened, standing } from "./reattach.js";
import { warn } from "../warn.js";

/**
 * @typedef {import("./loading.js").Request & { bytes?: undefined }} Request
 * @typedef {import("./loading.js").Given & { job?: undefined }} Given a story that needs no request
 * @typedef {{ bytes?: Uint8Array, news?: any, replay: () => void }} Document
 * @typedef {[name: string, detail?: any, isCancelable?: boolean]} News of a card
 * @typedef {(...news: News) => any} Tell
 * @typedef {import("./host.js").Host<Card>} Host
 */

export class Card {
  #root;
  #frame;
  #tell;
  #number;
  #host;
  // The app's own handle, and the container it draws into.
  /** @type {any} */ #inner;
  /** @type {HTMLElement} */ #container;
  /** @type {Record<string, string>} */ #settings = Object.create(null);
  #loading = new Loading({
    ask: (purpose) => {
      const request = this.#tell("ask", purpose);
      this.#source = request.job;
      return request;
    },
    arrived: (bytes, url, now, since) => this.#arrive(bytes, url, now, since),
    failed: (code, status, since) => this.#draw({ replay: () => this.#inner?.fail(code, status, since) }),
    same: () => {
      this.#inner?.unchanged();
      this.#tell("same");
    },
    back: () => this.#tell("return"),
  });
  // What the app was told last: `bytes`, the document that is shown, or was to be shown;
  // `replay` tells the app again; `news` is what the app does not know of it, for the page.
  /** @type {Document} */ #last;
  // Whether the page knows what came of it.
  isTold = false;
  // The same of the story that stands in the card; none in a failed one.
  /** @type {Document | undefined} */ #shown;
  // The sections of the card that is to be replaced: [id, open].
  /** @type {[string, boolean][]} */ #opened = [];
  // What is to be done when the card stands in its new container.
  /** @type {(() => void) | undefined} */ #swap;
  /** @type {Promise<void> | undefined} when the app has started */ #started;
  // What the app has drawn into the container, to see that it is still there.
  /** @type {Element | null | undefined} */ #article;
  /** @type {string | undefined} */ #headline;
  #isRepaired = false;
  #run = 0;
  /** @type {((none?: any) => void)[]} */ #waiting = [];
  // Which story of the document is wanted, the request for it, and what the console says.
  /** @type {string | undefined} */ #item;
  /** @type {import("./loading.js").Job | undefined} */ #source;
  #report;

  /**
   * @param {ShadowRoot} root
   * @param {HTMLElement} frame
   * @param {Tell} tell
   * @param {number} number
   * @param {Host} host
   */
  constructor(root, frame, tell, number, host) {
    this.#root = root;
    this.#frame = frame;
    this.#tell = tell;
    this.#number = number;
    this.#host = host;
    this.#report = reporter(root.host);
  }

  get bytes() {
    return this.#last?.bytes;
  }

  // Sets what an attribute says; `apply` draws by it.
  /** @type {(name: string, value: string) => void} */
  set(name, value) {
    // A moment, in whole seconds: what is none is no number.
    if (name === "since") value = String(Math.floor(Date.parse(value) / 1000));
    if (this.#settings[name] === value) return;
    this.#settings[name] = value;
    this.#inner?.set(name, value);
    if (name === "refresh" || name === "timeout") this.#loading[name] = Number(value);
  }

  apply() {
    this.#inner?.apply();
  }

  story() {
    return this.#inner?.story();
  }

  // What else the story says of itself by states of the element.
  states() {
    return this.#inner?.states() ?? "";
  }

  expandAll() {
    this.#inner?.expandAll();
  }

  collapseAll() {
    this.#inner?.collapseAll();
  }

  /** @param {string} id */
  openSection(id) {
    return this.#inner?.openSection(id, true);
  }

  // Ends when what the app was told is drawn, or the app is gone.
  drawn() {
    return new Promise((/** @type {(none?: any) => void} */ done) => {
      this.#waiting.push(done);
      this.#inner ? this.#inner.tellDrawn() : this.#endWaiting();
    });
  }

  #endWaiting = () => this.#waiting.splice(0).forEach((done) => done());

  get inner() {
    return this.#inner;
  }

  // Whatever is under way or due later is not wanted any more.
  cancel() {
    this.#run++;
    this.#loading.cancel();
    this.#report.cancel();
  }

  // Shows what a request brings, or a story that is given. Fails where there is no app.
  /** @type {(source: Request | Given, item: string | undefined, purpose: import("./loading.js").Purpose, millisLeft: number) => Promise<void>} */
  take(source, item, purpose, millisLeft) {
    const run = ++this.#run;
    this.#item = item;
    this.#source = source.job;
    this.#started = this.#host.start().then(() => {
      if (run === this.#run && !this.#inner) this.#mount();
    });
    this.#loading.follow(source, purpose, millisLeft);
    const { job } = source;
    job?.response.then(() => job.read?.isForeign && this.#host.fetchConverter()).catch(() => {});
    return this.#started;
  }

  /** @type {(bytes: Uint8Array, url: string, now?: number, since?: number) => Promise<void>} */
  async #arrive(bytes, url, now, since) {
    const run = this.#run;
    // While the app is on its way: the first formatter takes tens of milliseconds. English, which
    // a story is in that says nothing, is written without.
    const isEnglish = /^en(-US)?$/.test(String(this.#source?.words?.inLanguage ?? "en"));
    if (!this.#last && !isEnglish) this.#tell("greeted")?.then(() => new Date().toLocaleTimeString());
    /** @type {any} */
    const native = await this.#host.read(bytes, this.#item, url).catch((error) => ({
      news: { code: "wasm", message: String(error) },
      replay: () => this.#inner?.fail("network", 0, since),
    }));
    const replay = () => this.#show(native.bytes, url, this.#item, now, since);
    if (run === this.#run) return this.#draw({ replay, ...native });
  }

  // Has the app draw what has come, when it is there, and the first words are painted:
  // drawing the rest takes longer than a frame.
  /** @param {Document} document */
  async #draw(document) {
    const run = this.#run;
    try {
      await this.#started;
    } catch {
      return;
    }
    await this.#tell("greeted", true);
    if (run !== this.#run) return;
    this.#last = { bytes: this.bytes, ...document };
    this.isTold = false;
    this.#isRepaired = false;
    this.#last.replay();
  }

  // The app has crashed: the same again in another container. Until the card stands
  // there the old one stays, for all that the platform does by itself still works.
  remount() {
    if (!this.#container) return;
    this.#endWaiting();
    if (this.#swap) this.#container.remove();
    else this.#swap = this.#moving(this.#container);
    if (!this.#mount()) return;
    if (!this.#last) return this.#swap();
    this.#last.replay();
    for (const [id, isOpen] of this.#opened) this.#inner?.openSection(id, isOpen);
  }

  free() {
    this.cancel();
    this.#tell = () => {};
    this.#host.leave(this.#number);
    this.#inner?.free();
    this.#inner = undefined;
    this.#endWaiting();
    this.#swap?.();
    this.#container?.remove();
  }

  #mount() {
    this.#article = undefined;
    this.#container = document.createElement("div");
    this.#container.className = "app";
    // Until something stands in it, or there would be a frame with the first words as well.
    this.#container.hidden = true;
    this.#frame.append(this.#container);
    const app = this.#host.isFatal(this.bytes) ? undefined : this.#host.app;
    if (!app) {
      this.#tell("crashed");
      return false;
    }
    this.#tell("sheet", this.#host.sheet);
    this.#inner = app.mount(this.#container, (/** @type {News} */ ...news) => this.#hear(...news), this.#number);
    for (const [name, value] of Object.entries(this.#settings)) this.#inner.set(name, value);
    this.#inner.apply();
    return true;
  }

  /** @type {(bytes: Uint8Array, ...rest: unknown[]) => void} */
  #show(bytes, ...rest) {
    if (this.#host.isFatal(bytes)) this.#tell("crashed");
    else this.#inner?.show(bytes, ...rest);
  }

  // Gives what takes a card from its old container to the new one: what the reader has
  // opened is open there, and the focus is where it was.
  /** @param {HTMLElement} old */
  #moving(old) {
    this.#opened = opened(old);
    const focus = focusIn(old, this.#root);
    return () => {
      this.#swap = undefined;
      old.remove();
      if (this.#shown) focusOn(this.#container, focus);
    };
  }

  // The same again in another container, as after a crash; the app itself is well, and
  // amid telling. Once for each story: whoever breaks it again will not stop.
  async #repair() {
    this.#isRepaired = true;
    const broken = this.#inner;
    await undefined;
    if (broken !== this.#inner) return;
    this.remount();
    broken.free();
  }

  // What the app tells.
  /** @type {Tell} */
  #hear(name, detail, isCancelable) {
    if (name === "problem") return warn(this.#root.host, `has a problem: ${detail.code} at ${detail.path || "the top"}: ${detail.message}`);
    if (name === "drawn") return this.#endWaiting();
    if (name === "led") return this.#host.led(this, detail.name);
    if (name !== "load" && name !== "error" && name !== "kept") {
      return this.#tell(name, detail, isCancelable);
    }
    if (name === "load" || this.#last.news?.code) Object.assign(detail, this.#last.news);
    const article = standing(this.#root, this.#frame, this.#container, this.#article, detail.headline, this.#headline);
    if (name === "load" && !article && !this.#isRepaired) return this.#repair();
    this.#article = article;
    const wasShown = this.#shown;
    const isKnown = this.#swap && this.isTold && (name === "load") === Boolean(wasShown);
    if (name === "load") {
      this.#shown = this.#last;
      this.#headline = detail.headline;
    }
    if (name === "error") this.#shown = undefined;
    // What did not come leaves no trace.
    if (name === "kept") this.#last = /** @type {Document} */ (wasShown);
    this.isTold = true;
    // Not before: Yew draws in more than one task, and what comes next must find this one.
    this.#loading.settle(name);
    this.#container.hidden = false;
    this.#swap?.();
    this.#host.follow();
    if (isKnown) return;
    this.#report.tell(name, detail, this.#source);
    if (name !== "load" || !wasShown || this.#loading.purpose !== "refresh") return this.#tell(name, detail);
    const { dateModified = null } = this.story() ?? {};
    return this.#tell("update", { id: detail.id ?? null, dateModified });
  }
}
