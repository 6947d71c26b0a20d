//! Ids inside the shadow root, by which markers, notes and the list find each other.

use crate::html::HAS_APP;

/// A mention of a source: which of its mentions, from 1.
pub fn mention(source: usize, place: usize) -> String {
    ["cite-", &(source + 1).to_string(), "-", &place.to_string()].concat()
}

/// The source in the list that a mention is of.
pub fn source_of(mention: &str) -> Option<String> {
    Some(["source-", mention.split('-').nth(1)?].concat())
}

/// The note of a source. With the app one note serves all markers, for a story may have
/// thousands; ahead of it there is one for each source.
pub fn note(source: usize) -> String {
    if HAS_APP { "note".into() } else { ["note-", &(source + 1).to_string()].concat() }
}

/// A source in the list.
pub fn source(source: usize) -> String {
    ["source-", &(source + 1).to_string()].concat()
}
