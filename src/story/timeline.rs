//! What happened when.

use super::{EdtfDate, SafeLink, Text};

/// A list of events, in the order the story gives them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Timeline {
    /// Its headline.
    pub headline: Option<String>,
    /// What happened, never sorted: undated events cannot be placed honestly.
    pub events: Vec<Event>,
}

/// Something that happened.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Event {
    /// When, where the date could be read.
    pub date: Option<EdtfDate>,
    /// When, in the story's own words; these win over the date's.
    pub display_date: Option<String>,
    /// What, in a few words.
    pub headline: Option<String>,
    /// What, in full.
    pub text: Text,
    /// The group it belongs to.
    pub group: Option<String>,
    /// Where to read more.
    pub url: Option<SafeLink>,
    /// Whether a folded list shows it.
    pub key: bool,
}
