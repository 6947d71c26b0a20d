// Dates in words, each in a `<time>`.
import { html } from "lit";

// Made once: making one takes longer than all that it then formats.
const DAY = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });
const MOMENT = new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "short" });

const timeOf = (words, date) => html`<time datetime=${date}>${words.format(new Date(date))}</time>`;

/** A day, the same everywhere. */
export const dateOf = (date) => timeOf(DAY, date);

/** A moment, by the reader's clock. */
export const momentOf = (date) => timeOf(MOMENT, date);
