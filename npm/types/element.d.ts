// Made by `UPDATE=1 cargo test --test native --features ssr`; do not edit.

import type { Story } from "./story.js";

export type { Story } from "./story.js";

export type StoryCardErrorCode = "network" | "timeout" | "http" | "too-large" | "not-json" | "not-a-story" | "unsupported-version" | "withheld" | "wasm" | "crashed";

/** Something in the story that the card can live with. */
export interface StoryCardProblem {
  code: string;
  /** A JSON pointer. */
  path: string;
  message: string;
}

/** a story is shown; sections to stories are counts, the last of all stories in the document, format is story-card or one of [docs/formats.md](docs/formats.md), problems is a list of { code, path, message }, whose paths lead into the document as it came */
export interface StoryCardLoadDetail {
  id: string | undefined;
  headline: string;
  sections: number;
  citations: number;
  events: number;
  stories: number;
  format: string;
  problems: StoryCardProblem[];
}

/** no story can be shown */
export interface StoryCardErrorDetail {
  code: StoryCardErrorCode;
  message: string;
  status?: number;
}

/** the reader opened or closed a section */
export interface StoryCardToggleDetail {
  id: string;
  open: boolean;
}

/** the reader opened a source's note */
export interface StoryCardCiteDetail {
  id: string;
  url: string | undefined;
  how: "hover" | "focus" | "press";
}

/** the reader pressed a link; cancelable */
export interface StoryCardLinkDetail {
  url: string;
  kind: "source" | "related" | "text" | "author";
}

/** a refreshed story replaced the one shown before */
export interface StoryCardUpdateDetail {
  id: string | undefined;
  dateModified: string | undefined;
}

/** The events, by name. They bubble and are composed. */
export interface StoryCardEventMap {
  "story-card-load": CustomEvent<StoryCardLoadDetail>;
  "story-card-error": CustomEvent<StoryCardErrorDetail>;
  "story-card-toggle": CustomEvent<StoryCardToggleDetail>;
  "story-card-cite": CustomEvent<StoryCardCiteDetail>;
  "story-card-link": CustomEvent<StoryCardLinkDetail>;
  "story-card-update": CustomEvent<StoryCardUpdateDetail>;
}

/** The attributes, as they are written in HTML. */
export interface StoryCardAttributes {
  /** URL of the story's JSON, on any origin that allows CORS; resolved against the document */
  "src"?: string;
  /** which story, where the JSON holds several: an index, id, URL or slug */
  "item"?: string;
  /** auto follows the page's color-scheme at any time; a page that says nothing is light, light dark is as the reader's setting says */
  "theme"?: "auto" | "light" | "dark";
  /** lazy starts one viewport ahead; in a frame of another origin, when it is seen */
  "loading"?: "lazy" | "eager";
  /** which sections start open; story as the story's own open fields say */
  "open"?: "story" | "first" | "all" | "none";
  /** one open section at a time */
  "exclusive"?: boolean | "";
  /** level of the headline; sections are one deeper */
  "heading-level"?: number | `${number}`;
  /** which view of the timeline is shown; without the attribute the drawing comes with eight dated events or more, else it waits behind its button */
  "timeline"?: "both" | "list" | "graphic";
  /** auto has a second column where there is room, two as early as can be, one never; teaser is headline, trust line and lead alone */
  "layout"?: "auto" | "one" | "two" | "teaser";
  /** which images are fetched; never with a referrer */
  "images"?: "on" | "same-origin" | "off";
  /** a moment (RFC 3339), such as the reader's last visit: what a story says to have changed after it is marked, with a line that leads there */
  "since"?: string;
  /** seconds after which a live story is asked for again */
  "refresh"?: number | `${number}`;
  /** seconds until a story that has not arrived has failed */
  "timeout"?: number | `${number}`;
  /** nothing in the console */
  "quiet"?: boolean | "";
  /** language of the interface's words; the story's own comes from the JSON */
  "lang"?: string;
}

/** The element `<story-card>`. */
export declare class StoryCardElement extends HTMLElement {
  static readonly version: string;
  static readonly observedAttributes: string[];
  /** URL of the story's JSON, on any origin that allows CORS; resolved against the document */
  get src(): string;
  set src(value: string | false | null | undefined);
  /** which story, where the JSON holds several: an index, id, URL or slug */
  get item(): string;
  set item(value: string | false | null | undefined);
  /** auto follows the page's color-scheme at any time; a page that says nothing is light, light dark is as the reader's setting says */
  get theme(): "auto" | "light" | "dark";
  set theme(value: "auto" | "light" | "dark" | false | null | undefined);
  /** lazy starts one viewport ahead; in a frame of another origin, when it is seen */
  get loading(): "lazy" | "eager";
  set loading(value: "lazy" | "eager" | false | null | undefined);
  /** which sections start open; story as the story's own open fields say */
  get open(): "story" | "first" | "all" | "none";
  set open(value: "story" | "first" | "all" | "none" | false | null | undefined);
  /** one open section at a time */
  get exclusive(): boolean;
  set exclusive(value: unknown);
  /** level of the headline; sections are one deeper */
  get headingLevel(): number;
  set headingLevel(value: number | `${number}` | false | null | undefined);
  /** which view of the timeline is shown; without the attribute the drawing comes with eight dated events or more, else it waits behind its button */
  get timeline(): "both" | "list" | "graphic";
  set timeline(value: "both" | "list" | "graphic" | false | null | undefined);
  /** auto has a second column where there is room, two as early as can be, one never; teaser is headline, trust line and lead alone */
  get layout(): "auto" | "one" | "two" | "teaser";
  set layout(value: "auto" | "one" | "two" | "teaser" | false | null | undefined);
  /** which images are fetched; never with a referrer */
  get images(): "on" | "same-origin" | "off";
  set images(value: "on" | "same-origin" | "off" | false | null | undefined);
  /** a moment (RFC 3339), such as the reader's last visit: what a story says to have changed after it is marked, with a line that leads there */
  get since(): string;
  set since(value: string | false | null | undefined);
  /** seconds after which a live story is asked for again */
  get refresh(): number;
  set refresh(value: number | `${number}` | false | null | undefined);
  /** seconds until a story that has not arrived has failed */
  get timeout(): number;
  set timeout(value: number | `${number}` | false | null | undefined);
  /** nothing in the console */
  get quiet(): boolean;
  set quiet(value: unknown);
  /** The story last shown; set it to show one without a request. */
  get story(): Story | undefined;
  set story(story: Story | string | null | undefined);
  readonly state: "idle" | "loading" | "ready" | "error";
  /** asks for the story again; resolves when that has ended */
  reload(): Promise<void>;
  /** opens every section */
  expandAll(): Promise<void>;
  /** closes every section */
  collapseAll(): Promise<void>;
  /** opens one section; false when there is none */
  openSection(id: string): Promise<boolean>;
  addEventListener<K extends keyof StoryCardEventMap>(
    type: K,
    listener: (this: StoryCardElement, event: StoryCardEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: StoryCardElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof StoryCardEventMap>(
    type: K,
    listener: (this: StoryCardElement, event: StoryCardEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: StoryCardElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "story-card": StoryCardElement;
  }
  interface GlobalEventHandlersEventMap extends StoryCardEventMap {}
  interface CustomElementRegistry {
    get(name: "story-card"): typeof StoryCardElement | undefined;
    whenDefined(name: "story-card"): Promise<typeof StoryCardElement>;
  }
}
