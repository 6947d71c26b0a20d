//! Inline text: typed runs instead of markup.

use super::SafeLink;

/// Breaks a line within a text, as in an address or a poem: LINE SEPARATOR, which Unicode has
/// for this. A line feed is white space like any other.
pub const LINE_BREAK: char = '\u{2028}';

/// A piece of story text.
pub type Text = Vec<Run>;

/// A stretch of text of one kind. There will be more kinds.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Run {
    /// Plain letters.
    Plain(String),
    /// Of strong importance.
    Strong(Text),
    /// Stressed.
    Emphasis(Text),
    /// A link.
    Link {
        /// Where to.
        url: SafeLink,
        /// Its words.
        text: Text,
    },
    /// A marker that shows its source.
    Citation {
        /// Index into [`super::Story::sources`].
        source: usize,
        /// Which of the source's markers this is, from 1: the way back from the
        /// list of sources goes by it. See [`super::Story::count_citations`].
        place: usize,
    },
}

impl From<&str> for Run {
    fn from(letters: &str) -> Self {
        Self::Plain(letters.to_owned())
    }
}

/// The letters of a text alone, in one line, citations left out.
#[must_use]
pub fn plain(text: &[Run]) -> String {
    let mut letters = String::new();
    collect(text, &mut letters);
    letters
}

fn collect(text: &[Run], letters: &mut String) {
    for run in text {
        match run {
            Run::Plain(plain) => {
                for (index, line) in plain.split(LINE_BREAK).enumerate() {
                    letters.push_str(if index > 0 { " " } else { "" });
                    letters.push_str(line);
                }
            }
            Run::Strong(text) | Run::Emphasis(text) | Run::Link { text, .. } => {
                collect(text, letters);
            }
            Run::Citation { .. } => {}
        }
    }
}

/// Tells of each citation in a text: its source, and which of its mentions it is.
pub(crate) fn each_citation(text: &[Run], found: &mut dyn FnMut(usize, usize)) {
    for run in text {
        match run {
            Run::Citation { source, place } => found(*source, *place),
            Run::Strong(text) | Run::Emphasis(text) | Run::Link { text, .. } => {
                each_citation(text, found);
            }
            Run::Plain(_) => {}
        }
    }
}
