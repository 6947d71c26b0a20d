// When a note opens and closes, and where: by the pointer, the focus or a press, placed by
// Floating UI. It opens without delay, so that the bench has nothing to take off.
import { autoUpdate, computePosition, flip, offset, shift } from "@floating-ui/dom";

/** Time for the pointer to cross over from the marker to its note. */
const CLOSE_MILLIS = 300;

const markerOf = (event) => event.target.closest(".marker");

/** Listens at the article, not at each of its markers. */
export class Note {
  #card;
  #marker;
  #note;
  #isPinned = false;
  #closing;
  #stopPlacing;

  constructor(card) {
    this.#card = card;
  }

  handleEvent(event) {
    const marker = markerOf(event);
    if (!marker) return;
    if (event.type === "click") this.#press(marker);
    else if (event.type === "pointerover" || event.type === "focusin") this.#open(marker);
    else this.#closeSoon();
  }

  #press(marker) {
    if (this.#isPinned && marker === this.#marker) return this.close();
    this.#open(marker);
    this.#isPinned = true;
  }

  async #open(marker) {
    clearTimeout(this.#closing);
    if (marker === this.#marker) return;
    this.close();
    this.#marker = marker;
    const note = await this.#card.cite(marker);
    if (marker !== this.#marker) return;
    this.#note = note;
    marker.setAttribute("aria-describedby", note.id);
    note.showPopover();
    this.#stopPlacing = autoUpdate(marker, note, () => this.#place(marker, note));
    note.addEventListener("pointerenter", this.#stay);
    note.addEventListener("pointerleave", this.#closeSoon);
    document.addEventListener("keydown", this.#onKey);
    document.addEventListener("pointerdown", this.#onPress);
  }

  async #place(marker, note) {
    const middleware = [offset(6), flip({ padding: 8 }), shift({ padding: 8 })];
    const { x, y } = await computePosition(marker, note, { placement: "top", middleware });
    Object.assign(note.style, { left: `${x}px`, top: `${y}px` });
  }

  close() {
    clearTimeout(this.#closing);
    this.#isPinned = false;
    this.#stopPlacing?.();
    this.#marker?.removeAttribute("aria-describedby");
    if (this.#note?.isConnected) this.#note.hidePopover();
    this.#note?.removeEventListener("pointerenter", this.#stay);
    this.#note?.removeEventListener("pointerleave", this.#closeSoon);
    document.removeEventListener("keydown", this.#onKey);
    document.removeEventListener("pointerdown", this.#onPress);
    this.#marker = this.#note = this.#stopPlacing = undefined;
  }

  #stay = () => clearTimeout(this.#closing);

  #closeSoon = () => {
    clearTimeout(this.#closing);
    if (!this.#isPinned) this.#closing = setTimeout(() => this.close(), CLOSE_MILLIS);
  };

  #onKey = ({ key }) => {
    if (key === "Escape") this.close();
  };

  #onPress = (event) => {
    const path = event.composedPath();
    if (!path.includes(this.#note) && !path.includes(this.#marker)) this.close();
  };
}
