// Made by `UPDATE=1 cargo test --test native --features ssr`; do not edit.

/** A news story as the story-card element shows it. Only schemaVersion and headline are needed. A field that is missing, null, an empty string, an empty list or an empty object counts as absent. Fields not named here are ignored; names beginning with an underscore are free for your own data. */
export interface Story {
  /** none (or human-only): people wrote it. ai-assisted: people wrote it with a machine’s help and checked the result. ai-generated: a machine wrote it at a person’s request. ai-autonomous (or autonomous): a machine wrote and published it without review. Left out: nothing is claimed. */
  aiDisclosure?: "none" | "human-only" | "ai-assisted" | "ai-generated" | "ai-autonomous" | "autonomous" | (string & {}) | null;
  /** The systems that had a part in the story. */
  aiInfo?: Array<{
    /** What aiInfoRef calls it. */
    name: string;
    /** Who runs it. */
    provider?: string | null;
    /** What it did. */
    role?: string | null;
    /** The model or product. */
    system?: string | null;
    /** Its version. */
    version?: string | null;
    [own: `_${string}` | `$${string}` | `@${string}`]: unknown;
  }> | null;
  /** The name of the entry in aiInfo that made the story as a whole. */
  aiInfoRef?: string | null;
  /** A kicker or subtitle. */
  alternativeHeadline?: string | null;
  /** The category shown above the headline. */
  articleSection?: string | null;
  /** What readers may expect of the story. */
  articleType?: "news" | "analysis" | "background" | "opinion" | "review" | "live" | (string & {}) | null;
  /** Who wrote it, people and machines alike: always a list when newly written. */
  author?: Array<StoryAgent | string> | StoryAgent | string | null;
  /** The works relied on. Markers in the text point to them by id. */
  citation?: Array<StorySource> | null;
  /** As it should be printed. */
  copyrightNotice?: string | null;
  /** What was wrong and has been put right, newest first. A correction is never withdrawn in silence. */
  correction?: Array<{
    /** When it was put right. */
    datePublished?: string | null;
    /** What the story said and what is right. */
    text: string;
    [own: `_${string}` | `$${string}` | `@${string}`]: unknown;
  }> | null;
  /** Such as an agency’s. */
  creditText?: string | null;
  /** Shown when it is later than the first date. */
  dateModified?: string | null;
  /** Date, or date and time with zone. */
  datePublished?: string | null;
  /** The story in a paragraph or two of story text. A blank line starts a new paragraph. */
  description?: string | null;
  /** An IPTC code, its address, or an object with uri or literal. */
  digitalSourceType?: string | {
    /** The short code, where there is no address. */
    literal?: string | null;
    /** The code in words. */
    name?: string | null;
    /** The address of the code; read first. */
    uri?: string | null;
    [own: `_${string}` | `$${string}` | `@${string}`]: unknown;
  } | null;
  /** Only if it does not follow from the language. */
  dir?: "ltr" | "rtl" | (string & {}) | null;
  /** What readers should bear in mind, in story text; shown with the notice about machines. */
  disclaimer?: string | null;
  /** Who answers for the story. Needed most where a machine wrote it. */
  editor?: Array<StoryAgent | string> | StoryAgent | string | null;
  /** Before this moment the story is not shown. */
  embargoedUntil?: string | null;
  /** From this moment the story is no longer shown. */
  expires?: string | null;
  /** Plain text, best under 100 characters. */
  headline: string;
  /** Stays the same when the story is updated. */
  id?: string | number | null;
  /** The picture above the body. */
  image?: StoryImage | string | null;
  /** The language the story is written in. */
  inLanguage?: string | null;
  /** What matters most, in 3 to 5 story texts of a sentence each, with their citations. They stand before the lead. */
  keyPoints?: Array<string> | null;
  /** Whether a machine made the key points, where people wrote the rest. The card says so. */
  keyPointsAi?: boolean | null;
  /** A few words to file the story under. */
  keywords?: Array<string> | null;
  /** The address of the terms of use. */
  license?: string | null;
  /** A story that is withheld or canceled is not shown. */
  pubStatus?: "usable" | "withheld" | "canceled" | "cancelled" | (string & {}) | null;
  /** Who publishes it. */
  publisher?: StoryAgent | string | null;
  /** The publisher’s rules, or its policy on machines. */
  publishingPrinciples?: string | null;
  /** What to read next. */
  relatedLink?: Array<{
    /** When it was published. */
    datePublished?: string | null;
    /** One sentence. */
    description?: string | null;
    /** An address, or an object with a url. */
    image?: string | StoryImage | null;
    /** Headline of the other story. */
    name: string;
    /** Where it is. */
    url: string;
    [own: `_${string}` | `$${string}` | `@${string}`]: unknown;
  }> | null;
  /** Always story-card/1.0, or a later 1.x. */
  schemaVersion: string;
  /** The body, in order. Sections are not nested. */
  sections?: Array<StorySection> | null;
  /** What happened when. One per story. */
  timeline?: {
    /** In the order in which they are to be read; the card never sorts them. */
    events?: Array<StoryEvent> | null;
    /** The title of the timeline. */
    headline?: string | null;
    [own: `_${string}` | `$${string}` | `@${string}`]: unknown;
  } | null;
  /** Marks the story as breaking news, in the reader’s language. The mark goes a day after the last change. */
  urgent?: boolean | null;
  /** The story’s own page; the headline links to it. Relative addresses elsewhere in the story are resolved against it, or against the address of this file if it is left out. */
  url?: string | null;
  [own: `_${string}` | `$${string}` | `@${string}`]: unknown;
}

/** Person, organisation or machine */
export interface StoryAgent {
  /** A few words about the author, in story text. */
  description?: string | null;
  /** A portrait or logo, square. An address, or an object with a url. */
  image?: string | StoryImage | null;
  /** What the author does. */
  jobTitle?: string | null;
  /** The name as it should be printed, without “by”. One name per entry. */
  name: string;
  /** What this is. SoftwareApplication is a machine: the card marks it as one. Without it, a person. */
  type?: "Person" | "Organization" | "SoftwareApplication" | (string & {}) | null;
  /** A page about the author. */
  url?: string | null;
  [own: `_${string}` | `$${string}` | `@${string}`]: unknown;
}

/** One piece of a section. A bare string is a paragraph. */
export type StoryBlock = string | {
  /** For an image: what it shows, for readers who cannot see it. */
  alt?: string | null;
  /** For a quote: who said it, and in what office. The citation marker goes here or at the end of the words. */
  attribution?: string | null;
  /** For an image or a table, in story text. */
  caption?: string | null;
  /** For an image: who made it. */
  creditText?: string | null;
  /** For an image: one of the same size that takes its place in a dark card. */
  dark?: string | null;
  /** When the block last changed. */
  dateModified?: string | null;
  /** For a table: the names of the columns, story text. */
  header?: Array<string | number | null> | null;
  /** For an image, in pixels. */
  height?: number | null;
  /** For a list: one story text per entry. */
  items?: Array<string> | null;
  /** For a block of kind known: one story text per entry. Give known, unknown or both. */
  known?: Array<string> | null;
  /** For code: its programming language. */
  language?: string | null;
  /** For a list: true for numbers, false for bullets. */
  ordered?: boolean | null;
  /** For a table: rows of cells, each cell a story text. Keep empty cells, so that columns stay in line. */
  rows?: Array<Array<string | number | null>> | null;
  /** For a numbered list: the number of its first entry, where it is not 1, as after a picture between two steps. */
  start?: number | null;
  /** The words. Story text in a paragraph, quote or pullquote; plain in a heading; shown letter for letter in code. Quotes are written without quotation marks around them. In a block of kind known it is for cards that do not know that kind. */
  text?: string | null;
  /** For an embed: what the reader will find there. */
  title?: string | null;
  /** paragraph, heading, list, quote, pullquote, image, table, known, code or embed. A card that does not know a kind shows its text. */
  type: "paragraph" | "heading" | "list" | "quote" | "pullquote" | "image" | "table" | "known" | "code" | "embed" | (string & {});
  /** For a block of kind known: one story text per entry. */
  unknown?: Array<string> | null;
  /** For an image, where the file is; for an embed, what it links to; for a quote, where the words can be read or heard. */
  url?: string | null;
  /** For an image, in pixels. */
  width?: number | null;
  [own: `_${string}` | `$${string}` | `@${string}`]: unknown;
};

/** Give a text or a headline, and a date, a displayDate, or both. */
export interface StoryEvent {
  /** The date for the drawing and for machines. */
  date?: string | null;
  /** Printed instead of the date, where the date alone would mislead or there is none. */
  displayDate?: string | null;
  /** Events of one group are shown alike. */
  group?: string | null;
  /** The label of the event. */
  headline?: string | null;
  /** Whether a folded list shows the event: beyond twelve events a list folds, to those that are key, or else to the first and the last five. */
  key?: boolean | null;
  /** One or two sentences of story text. */
  text?: string | null;
  /** A page about the event. */
  url?: string | null;
  [own: `_${string}` | `$${string}` | `@${string}`]: unknown;
}

/** Picture */
export interface StoryImage {
  /** What the picture shows, for readers who cannot see it. Leave empty only for decoration. */
  alt?: string | null;
  /** What every reader should know about the picture, in story text. */
  caption?: string | null;
  /** Who made it. */
  creditText?: string | null;
  /** A picture of the same size that takes its place in a dark card: a map or a chart that would glare. */
  dark?: string | null;
  /** In pixels. */
  height?: number | null;
  /** Where the picture is: http, https or relative. */
  url: string;
  /** In pixels. With the height it keeps the page from jumping. */
  width?: number | null;
  [own: `_${string}` | `$${string}` | `@${string}`]: unknown;
}

/** Section */
export interface StorySection {
  /** Only where it differs from the story’s. */
  aiDisclosure?: "none" | "human-only" | "ai-assisted" | "ai-generated" | "ai-autonomous" | "autonomous" | (string & {}) | null;
  /** The name of the entry in aiInfo that made this section. */
  aiInfoRef?: string | null;
  /** What the section says, from top to bottom. */
  blocks: Array<StoryBlock> | null;
  /** When the section last changed. */
  dateModified?: string | null;
  /** With a headline the section folds. Without one it is always open. */
  headline?: string | null;
  /** Stays the same when the headline changes: page addresses ending in #name open this section. Made from the headline if left out. */
  id?: string | number | null;
  /** Only where it differs from the story’s, as for a document quoted in the original. */
  inLanguage?: string | null;
  /** Whether the section is open when the card appears. */
  open?: boolean | null;
  /** What the section says, in one plain sentence: shown while it is shut. The first sentence if left out. */
  summary?: string | null;
  [own: `_${string}` | `$${string}` | `@${string}`]: unknown;
}

/** A work relied on. Give the id and at least one of name, url and publisher. */
export interface StorySource {
  /** The day it was read. */
  accessed?: string | null;
  /** A copy that stays. */
  archivedAt?: string | null;
  /** As printed. */
  author?: string | null;
  /** When it came out; old works may have a rough date. */
  datePublished?: string | null;
  /** What markers in the text use, as in [1]. Letters, digits, hyphen and underscore, 32 at most. If all ids are digits, they are the numbers shown. */
  id: string | number;
  /** The language of the work, where it differs from the story’s. */
  inLanguage?: string | null;
  /** The title of the work. */
  name?: string | null;
  /** Who published it. Without one the host of the address is shown. */
  publisher?: string | null;
  /** quote: the words are the source’s own. paraphrase: the sense is. background: it is where to read more. */
  supports?: "quote" | "paraphrase" | "background" | (string & {}) | null;
  /** The very words relied on, copied exactly. The checker looks for quotes in them. Plain text. */
  text?: string | null;
  /** A CSL item type. */
  type?: string | null;
  /** Where it can be read. */
  url?: string | null;
  [own: `_${string}` | `$${string}` | `@${string}`]: unknown;
}
