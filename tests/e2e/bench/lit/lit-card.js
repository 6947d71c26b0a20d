// The second yardstick of the bench: the same story as a publisher would show it with Lit.
// It is written as well as we can, and knows what the stories of the bench use.
import { html, LitElement, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { dateOf, momentOf } from "./dates.js";
import { Note } from "./note.js";
import { styles } from "./styles.js";

/** Only addresses of the web become links. */
const isOfWeb = (url) => /^https?:\/\//i.test(url ?? "");

class LitCard extends LitElement {
  static properties = { src: {}, story: { state: true }, failure: { state: true }, cited: { state: true } };
  static styles = styles;

  /** For the page, and for the bench: `loading`, `ready` or `failed`. */
  state = "loading";
  #sources = new Map();
  #request;
  #note = new Note(this);

  willUpdate(changed) {
    if (changed.has("src") && this.src) this.#load(this.src);
  }

  updated(changed) {
    if (changed.has("story") && this.story) this.state = "ready";
    if (changed.has("failure") && this.failure) this.state = "failed";
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#note.close();
  }

  async #load(src) {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    try {
      const response = await fetch(src, { signal: request.signal });
      if (!response.ok) throw new Error(`${src}: ${response.status}`);
      const story = await response.json();
      this.#sources = new Map(story.citation?.map((source) => [String(source.id), source]));
      this.story = story;
    } catch (error) {
      if (!request.signal.aborted) this.failure = error;
    }
  }

  /** Shows the note of a marker, once it is drawn. */
  async cite(marker) {
    this.cited = this.#sources.get(marker.dataset.source);
    await this.updateComplete;
    return this.renderRoot.querySelector(".note");
  }

  render() {
    if (this.failure) return html`<slot><p role="alert">The story could not be loaded.</p></slot>`;
    if (!this.story) return html`<slot></slot>`;
    // A note that opens does not draw the story again.
    return html`${guard([this.story], () => this.#article(this.story))}
      <div class="note" id="note" popover="manual">${this.cited ? this.#source(this.cited) : nothing}</div>`;
  }

  #article(story) {
    const { articleSection, headline, description, sections = [], timeline, citation = [] } = story;
    return html`<article
      lang=${story.inLanguage ?? nothing}
      @pointerover=${this.#note}
      @pointerout=${this.#note}
      @focusin=${this.#note}
      @focusout=${this.#note}
      @click=${this.#note}
      ><header
        >${articleSection ? html`<p class="badge">${articleSection}</p>` : nothing}<h2>${headline}</h2
        ><p class="lead">${description}</p>${this.#byline(story)}</header
      >${repeat(sections, ({ id }) => id, this.#section)}${
        timeline?.events.length
          ? html`<section><h3>Timeline</h3><ol class="timeline">${timeline.events.map(this.#event)}</ol></section>`
          : nothing
      }${
        citation.length
          ? html`<section><h3>Sources</h3><ol class="sources">${repeat(citation, ({ id }) => id, this.#entry)}</ol></section>`
          : nothing
      }</article>`;
  }

  #byline({ author = [], datePublished, dateModified }) {
    const name = ({ name, jobTitle }) => (jobTitle ? `${name}, ${jobTitle}` : name);
    return html`<p class="by">${author.length ? html`By ${author.map(name).join("; ")} · ` : nothing}${momentOf(
      datePublished,
    )}${dateModified ? html` · Updated ${momentOf(dateModified)}` : nothing}</p>`;
  }

  #section = ({ headline, open, blocks }) =>
    html`<details ?open=${open}><summary>${headline}</summary>${blocks.map(this.#paragraph)}</details>`;

  /** `[7]` becomes the marker of source 7. */
  #paragraph = (text) =>
    html`<p>${text.split(/\[(\w+)\]/).map((piece, at) => (at % 2 ? this.#marker(piece) : piece))}</p>`;

  #marker(id) {
    const source = this.#sources.get(id);
    if (!source) return `[${id}]`;
    return html`<button class="marker" data-source=${id} aria-label="Source ${id}: ${source.name}">[${id}]</button>`;
  }

  #event = ({ date, headline, text }) =>
    html`<li>${dateOf(date)}<div><b>${headline}</b><p>${text}</p></div></li>`;

  #entry = (source) =>
    html`<li><span class="number">${source.id}</span><div>${this.#source(source)}</div></li>`;

  #source({ name, publisher, url, datePublished, text }) {
    return html`<b>${publisher}</b> ${isOfWeb(url) ? html`<a href=${url}>${name}</a>` : name} ${
      datePublished ? dateOf(datePublished) : nothing
    }${text ? html`<blockquote>${text}</blockquote>` : nothing}`;
  }
}

customElements.define("lit-card", LitCard);
