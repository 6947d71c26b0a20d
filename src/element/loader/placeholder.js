// @ts-check
// What stands in the card before, or instead of, the app: the fallback, which is the tag's
// own content; the skeleton, with the story's first words or without; what went wrong.

import { painted, showWords } from "./first-words.js";
import { make } from "./make.js";

// A skeleton that flashes by is worse than none.
const SKELETON_MILLIS = 200;

export class Placeholder {
  // Where the app's containers go too.
  /** @type {HTMLElement} */ frame;
  // When the first words have been painted.
  /** @type {Promise<void> | undefined} */ greeted;
  #root;
  #fallback;
  #room;
  #face;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  // What a server has drawn into the root stands until the app has drawn.
  /**
   * @param {ShadowRoot} root
   * @param {boolean} isDrawn
   */
  constructor(root, isDrawn) {
    this.#root = root;
    // What these draw under or through their words must end at the card.
    this.frame = make("div", "", root, root.host.closest("a,u,s,del,ins") ? "frame lined" : "frame");
    this.frame.hidden = isDrawn;
    this.#fallback = make("slot", "", this.frame);
    this.#room = make("div", "", this.frame, "app");
    this.#room.hidden = true;
    this.#face = make("div", "skeleton", this.#room);
  }

  // Whether what a server has drawn stands.
  get isDrawn() {
    return this.frame.hidden;
  }

  wait() {
    this.#timer = setTimeout(() => this.#show("skeleton"), SKELETON_MILLIS);
  }

  /** @param {import("./first-words.js").Story} story */
  greet(story) {
    showWords(this.#show("skeleton"), story);
    this.#fallback.hidden = true;
    this.greeted = painted();
  }

  /** @param {false | (() => void)} onRetry nothing where it is of no use */
  fail(onRetry) {
    const failure = make("div", "error", this.#show("face"));
    failure.role = "status";
    make("p", "", failure).textContent = "This story cannot be shown here.";
    if (!onRetry) return;
    const retry = make("button", "retry", failure);
    retry.textContent = "Try again";
    // The button goes; whoever has asked stays in the card.
    retry.onclick = () => {
      this.frame.tabIndex = -1;
      this.frame.focus({ preventScroll: true });
      onRetry();
    };
  }

  rest() {
    clearTimeout(this.#timer);
  }

  // Makes room for the story, or for the fallback.
  /** @param {boolean} isReady */
  leave(isReady) {
    this.rest();
    this.#room.hidden = true;
    this.#face.replaceChildren();
    this.#fallback.hidden = isReady;
    if (!isReady || !this.isDrawn) return;
    this.#root.replaceChildren(this.frame);
    this.frame.hidden = false;
  }

  /** @param {string} className */
  #show(className) {
    this.rest();
    this.#room.hidden = false;
    // A new one each time: what stays and moves counts as a shift of the page.
    this.#face.remove();
    return (this.#face = make("div", "skeleton", this.#room, className));
  }
}
