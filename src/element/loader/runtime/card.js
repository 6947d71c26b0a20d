// One card between the loader and the app: what the app must be told again when it has
// been started anew, and when a story is asked for again.

import { clock, isSame, patience, whatWentWrong } from "./retry.js";
import { answerTo } from "./response.js";
import { firstWords, painted, showWords } from "./first-words.js";
import { reporter } from "./report.js";
import { focusIn, focusOn, opened, standing } from "./reattach.js";
import { warn } from "../warn.js";
import { WORDS_SHEET } from "./words-sheet.js";

export class Card {
  #root;
  #frame;
  #tell;
  #number;
  #host;
  // The app's own handle, and the container it draws into.
  #inner;
  #container;
  #settings = Object.create(null);
  // The document that is shown, or was to be shown.
  #bytes;
  // Tells the app again what it was told last; whether the page knows what came of it.
  #replay;
  isTold = false;
  // The bytes and the replay of the story that stands in the card; none in a failed one.
  #shown;
  // The sections of the card that is to be replaced: [id, open].
  #opened = [];
  // What is to be done when the card stands in its new container.
  #swap;
  // What the answer on its way is for: nothing, "reload", "refresh" or "return".
  #purpose;
  // When what is shown came, and when what is to be shown did, in milliseconds since 1970.
  #since;
  #now;
  #tries = 0;
  // What came of the try before.
  #failure;
  // When the first words have been painted.
  #greeted;
  // What the app has drawn into the container, to see that it is still there.
  #article;
  #headline;
  #isRepaired = false;
  #timer;
  #run = 0;
  // Where what is shown comes from, and what the console says of it.
  #source;
  #report;

  constructor(root, frame, tell, number, host) {
    this.#root = root;
    this.#frame = frame;
    this.#tell = tell;
    this.#number = number;
    this.#host = host;
    this.#report = reporter(root.host);
    tell("sheet", WORDS_SHEET);
  }

  get bytes() {
    return this.#bytes;
  }

  // Sets what an attribute says; `apply` draws by it.
  set(name, value) {
    if (this.#settings[name] === value) return;
    this.#settings[name] = value;
    this.#inner?.set(name, value);
    if (name === "refresh" && this.#replay) this.#repeat();
  }

  apply() {
    this.#inner?.apply();
  }

  story() {
    return this.#inner?.story();
  }

  expandAll() {
    this.#inner?.expandAll();
  }

  collapseAll() {
    this.#inner?.collapseAll();
  }

  openSection(id) {
    return this.#inner?.openSection(id, true);
  }

  get inner() {
    return this.#inner;
  }

  // Whatever is under way or due later is not wanted any more.
  cancel() {
    this.#run++;
    this.#rest();
    this.#report.cancel();
  }

  #rest() {
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#due);
    removeEventListener("online", this.#due);
  }

  // Shows what a request brings, or a story that is given. Fails where there is no app.
  async take(source, item, purpose, millisLeft) {
    const run = ++this.#run;
    this.#source = source;
    const deadline = performance.now() + millisLeft;
    const pending = source.bytes ? source : answerTo(source, millisLeft);
    if (!this.#inner) this.#greet(pending, run).catch(() => {});
    await this.#host.start();
    if (run !== this.#run) return;
    if (!this.#inner) this.#mount();
    const answer = await pending;
    // Drawing the rest takes longer than a frame.
    await this.#greeted;
    if (run === this.#run) this.#accept(answer, item, purpose, deadline - performance.now());
  }

  // The story's first words, if it is there before the app.
  async #greet(pending, run) {
    const story = firstWords((await pending).bytes);
    if (!story || run !== this.#run) return;
    this.#tell("words", (face) => showWords(face, story));
    this.#greeted = painted();
    // While the app is on its way: the first formatter takes tens of milliseconds.
    this.#greeted.then(() => clock(0));
  }

  #accept(answer, item, purpose, millisLeft) {
    if (purpose !== "retry") {
      this.#purpose = purpose;
      this.#tries = 0;
      this.#failure = undefined;
    }
    answer = this.#failure = whatWentWrong(answer, this.#failure);
    const isOnce = purpose === "refresh" || purpose === "return";
    const wait = !isOnce && patience(answer, this.#tries, millisLeft);
    if (wait) {
      this.#tries++;
      this.#timer = setTimeout(() => this.#tell("ask", "retry"), wait);
      return;
    }
    const isAgain = this.#purpose && this.#shown;
    const { bytes, url, code, status = 0 } = answer;
    const since = isAgain ? clock(this.#since) : undefined;
    if (code) {
      this.#do(() => this.#inner?.fail(code, status, since));
      return;
    }
    const isChanged = !isSame(bytes, this.#bytes);
    const now = Date.now();
    if (isAgain && !isChanged && this.#purpose === "refresh") {
      this.#since = now;
      this.#inner?.unchanged();
      this.#repeat();
      this.#tell("same");
      return;
    }
    this.#bytes = bytes;
    this.#now = now;
    this.#do(() => this.#show(bytes, url, item, isAgain && isChanged ? clock(now) : undefined, since));
  }

  // The app has crashed: the same again in another container. Until the card stands
  // there the old one stays, for all that the platform does by itself still works.
  remount() {
    if (!this.#container) return;
    if (this.#swap) this.#container.remove();
    else this.#swap = this.#moving(this.#container);
    if (!this.#mount()) return;
    if (!this.#replay) return this.#swap();
    this.#replay();
    for (const [id, isOpen] of this.#opened) this.#inner?.openSection(id, isOpen);
  }

  free() {
    this.cancel();
    this.#tell = () => {};
    this.#host.leave(this.#number);
    this.#inner?.free();
    this.#inner = undefined;
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
    this.#inner = app.mount(this.#container, (...news) => this.#hear(...news), this.#number);
    for (const [name, value] of Object.entries(this.#settings)) this.#inner.set(name, value);
    this.#inner.apply();
    return true;
  }

  #do(replay) {
    this.#replay = replay;
    this.isTold = false;
    this.#isRepaired = false;
    replay();
  }

  #show(bytes, ...rest) {
    if (this.#host.isFatal(bytes)) this.#tell("crashed");
    else this.#inner?.show(bytes, ...rest);
  }

  // Gives what takes a card from its old container to the new one: what the reader has
  // opened is open there, and the focus is where it was.
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
  #hear(name, detail, isCancelable) {
    if (name === "problem") return warn(this.#root.host, `has a problem: ${detail.code} at ${detail.path || "the top"}: ${detail.message}`);
    if (name === "led") return this.#host.led(this, detail.name);
    if (name !== "load" && name !== "error" && name !== "kept") {
      return this.#tell(name, detail, isCancelable);
    }
    const article = standing(this.#root, this.#frame, this.#container, this.#article, detail.headline, this.#headline);
    if (name === "load" && !article && !this.#isRepaired) return this.#repair();
    this.#article = article;
    const wasShown = this.#shown;
    const isKnown = this.#swap && this.isTold && (name === "load") === Boolean(wasShown);
    if (name === "load") {
      this.#shown = { bytes: this.#bytes, replay: this.#replay };
      this.#since = this.#now;
      this.#headline = detail.headline;
    }
    if (name === "error") this.#shown = undefined;
    // What did not come leaves no trace.
    if (name === "kept") [this.#bytes, this.#replay] = [wasShown.bytes, wasShown.replay];
    this.isTold = true;
    // Not before: Yew draws in more than one task, and what comes next must find this one.
    this.#repeat();
    this.#container.hidden = false;
    this.#swap?.();
    this.#host.follow();
    if (isKnown) return;
    this.#report.tell(name, detail, this.#source);
    if (name !== "load" || !wasShown || this.#purpose !== "refresh") return this.#tell(name, detail);
    const { dateModified = null } = this.story();
    return this.#tell("update", { id: detail.id ?? null, dateModified });
  }

  // A live story is asked for again some time after each answer, once that is drawn.
  #repeat() {
    const seconds = Number(this.#settings.refresh);
    this.#rest();
    if (seconds) this.#timer = setTimeout(this.#due, seconds * 1000);
  }

  // Nobody reads a hidden page, and offline there is nothing to be had.
  #due = () => {
    this.#rest();
    if (!document.hidden && navigator.onLine !== false) {
      this.#tell("ask", "refresh");
      return;
    }
    document.addEventListener("visibilitychange", this.#due);
    addEventListener("online", this.#due);
  };
}
