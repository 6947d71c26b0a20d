//! JSON text to a [`Story`] and the problems it could live with.
//!
//! A tolerant reader: the text becomes a tree, the tree is read field by field, and a
//! field that is wrong is reported with its JSON pointer and left out. Only what leaves
//! nothing to show is an [`Error`]. The only place that knows the JSON's shape; it must
//! not know the view, the network or a browser.

mod agent;
mod block;
mod cut;
mod decode;
pub(crate) mod disclosure;
mod distance;
pub mod edtf;
mod image;
mod inline;
pub mod json;
mod keys;
mod link;
mod markers;
mod markup;
mod not_json;
mod options;
mod problem;
mod quoted;
mod reader;
mod section;
mod select;
pub(crate) mod source;
mod story;
mod text;
pub(crate) mod timeline;

use crate::error::{Error, Kind};
use crate::limits::MAX_BYTES;
use crate::story::Story;

pub(crate) use cut::cut;
pub use decode::decode;
pub(crate) use inline::{Place, address, label};
pub(crate) use markers::{are_sources, closed, without_markers};
pub(crate) use markup::places as places_of_foreign_markup;
pub use options::Options;
pub use problem::{CODES, Problem};
pub(crate) use reader::{At, Reader, is_absent};

/// A story and what was wrong with its document.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Parsed {
    /// What can be shown.
    pub story: Story,
    /// What could not be used, in reading order; at most [`MAX_PROBLEMS`](crate::limits::MAX_PROBLEMS).
    pub problems: Vec<Problem>,
    /// How many citation markers the texts hold.
    pub citations: usize,
    /// Which story of the document it is, where the document is a list.
    pub index: Option<u32>,
}

/// Reads a story.
///
/// # Errors
/// When nothing can be shown: the text is too large, not JSON, not a story of a version
/// this card reads, or held back by its publisher.
pub fn parse(text: &str, options: &Options) -> Result<Parsed, Error> {
    parse_tree(&tree(text)?, options)
}

/// The tree of a text, which may begin with a byte order mark.
pub(crate) fn tree(text: &str) -> Result<json::Document<'_>, Error> {
    if text.len() > MAX_BYTES {
        return Err(Kind::TooLarge { limit: MAX_BYTES }.into());
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if let Some(document) = not_json::recognized(text) {
        return Err(Kind::Other(document).into());
    }
    json::read(text)
}

/// Reads a story whose text is a tree already.
pub(crate) fn parse_tree(document: &json::Document, options: &Options) -> Result<Parsed, Error> {
    let checks = reader::Checks { keys: keys::check, quotations: quoted::in_text };
    let mut reader = reader::Reader::checking(options, checks);
    let root = reader::At::root(&document.root);
    if document.lone_surrogates > 0 {
        reader.report(&root, "lone-surrogate", "half a character, shown as U+FFFD");
    }
    let chosen = select::select(&root, options.item)?;
    let story = story::read(&mut reader, &chosen)?;
    let (problems, citations) = (reader.problems, reader.citations);
    Ok(Parsed { story, problems, citations, index: chosen.index() })
}
