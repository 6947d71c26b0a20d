//! What a card can live with: reported, never fatal.

use serde::Serialize;

/// Something in the document that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Problem {
    /// What kind of problem, in kebab-case: `wrong-type`, `unknown-source` …
    pub code: &'static str,
    /// Where: a JSON pointer (RFC 6901); empty for the whole document.
    pub path: String,
    /// What, and what was done about it, in a sentence without a full stop.
    pub message: String,
}

/// Every code, and what it says of a document.
pub const CODES: &[(&str, &str)] = &[
    ("wrong-type", "a value of another type than the field takes"),
    ("missing-field", "something cannot be shown, or not in full, without this field"),
    ("unknown-key", "a key that nobody reads; the message names the one that may be meant"),
    ("duplicate-key", "a key that stands twice in one object; the last one counts"),
    ("unknown-value", "a word that this field does not know, or no language tag"),
    ("contradiction", "two fields of which one cannot be true; the weaker claim is left out"),
    ("unknown-block", "a kind of block that this version does not know; its text is shown"),
    ("unknown-source", "a citation whose id no source has; it is shown as text"),
    ("marker-in-plain-text", "a citation where none can be shown, such as a headline; taken out"),
    ("uncited-quote", "a quotation without a citation or a `url`, in a story that has sources"),
    ("quote-not-found", "words quoted that the cited source's `text` does not hold"),
    ("duplicate-id", "an id that two sources or two sections have"),
    ("unsafe-url", "a URL that the card does not open, or a mistyped one; there is no link"),
    ("unreadable-link", "a link whose address cannot be read; it is shown as typed"),
    ("markup", "HTML, or markdown that the format does not have, in a text; it is shown as typed"),
    ("image", "a picture that did not come: found later, so not in `story-card-load`"),
    ("lenient-date", "a date in another notation, read all the same"),
    ("unreadable-date", "a date that cannot be read; an event shows it as written"),
    ("reversed-interval", "an interval that ends before it begins; told in words, not drawn"),
    ("too-long", "a text over the limit, cut"),
    ("too-many", "a list over the limit, cut"),
    ("too-deep", "a value that is nested too deep, left out"),
    ("not-shown", "something of another format that a card has no place for"),
    ("lone-surrogate", "half a character, shown as U+FFFD"),
];
