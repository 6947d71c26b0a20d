//! The JSON of other formats to a [`Story`] and the problems it could live with.
//!
//! No publisher has this card's format yet, and all of them have one of these: the REST API of
//! `WordPress`, JSON Feed, ninjs, schema.org's articles as JSON-LD, `TimelineJS`, Ghost and
//! Kagi News. [`sniff`] tells from the first letters whether a document is native; [`convert`]
//! reads one that is not; [`read`] takes either.
//!
//! HTML in a document is parsed by whom the platform has: `parse_html` natively (feature
//! `import`), a `DOMParser` in a browser. Both give a [`Dom`], and one walk goes over it.

mod blocks;
mod common;
mod dom;
mod format;
mod ghost;
mod help;
mod importer;
mod json_feed;
mod json_ld;
mod kagi_news;
mod keys;
mod ninjs;
mod select;
mod sniff;
mod timeline_js;
mod wordpress;

use crate::error::{Error, Kind};
use crate::limits::MAX_BYTES;
use crate::parse::{At, Options, Problem, json, recognized};
use crate::story::Story;

#[cfg(all(feature = "import", not(target_arch = "wasm32")))]
pub use dom::parse_html;
pub use dom::{Dom, HtmlParser, within_reason};
pub use format::Format;
pub use sniff::{Sniffed, sniff};

use self::importer::Importer;

/// A story of another format.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Imported {
    /// What can be shown.
    pub story: Story,
    /// What could not be used; the pointers lead into the original document.
    pub problems: Vec<Problem>,
    /// What the document is.
    pub format: Format,
    /// How many stories it holds.
    pub stories: usize,
    /// Which of them this is, where they are a list.
    pub index: Option<u32>,
}

/// Reads a story of another format.
///
/// # Errors
/// When nothing can be shown: the text is too large, not JSON, of no known format, or held
/// back by its publisher. A native story is refused too: [`parse`](crate::parse()) reads it.
pub fn convert(text: &str, options: &Options, html: HtmlParser) -> Result<Imported, Error> {
    if text.len() > MAX_BYTES {
        return Err(Kind::TooLarge { limit: MAX_BYTES }.into());
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if let Some(document) = recognized(text) {
        return Err(Kind::Other(document).into());
    }
    let document = json::read(text)?;
    let root = At::root(&document.root);
    let mut importer = Importer::new(options, html);
    if document.lone_surrogates > 0 {
        importer.report(&root, "lone-surrogate", "half a character, shown as U+FFFD");
    }
    let Some(format) = format::detect(&document.root) else {
        return Err(help::unknown(&document.root));
    };
    let (story, stories, index) = match format {
        Format::JsonFeed => json_feed::read(&mut importer, &root)?,
        Format::Ninjs => ninjs::read(&mut importer, &root)?,
        Format::WordPress => wordpress::read(&mut importer, &root)?,
        Format::Ghost => ghost::read(&mut importer, &root)?,
        Format::Native => return common::no_story("a native story, which needs no conversion"),
        Format::JsonLd => json_ld::read(&mut importer, &root)?,
        Format::TimelineJs => timeline_js::read(&mut importer, &root)?,
        Format::KagiNews => kagi_news::read(&mut importer, &root)?,
    };
    Ok(Imported { story, problems: importer.reader.problems, format, stories, index })
}
