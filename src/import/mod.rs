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
mod dates;
mod dom;
mod format;
mod ghost;
mod help;
mod importer;
mod json_feed;
mod json_ld;
mod kagi_news;
mod keys;
mod markdown;
mod markup;
mod news;
mod ninjs;
mod once;
mod select;
mod sniff;
mod timeline_js;
mod wordpress;
mod wrapped;

use crate::error::Error;
use crate::parse::{At, Options, Parsed, Problem, json, parse_tree, tree};
use crate::story::Story;
use crate::write::with_source;

#[cfg(all(feature = "import", not(target_arch = "wasm32")))]
pub use dom::parse_html;
pub use dom::{Dom, HtmlParser, within_reason};
pub use format::Format;
pub use news::news;
pub use sniff::{Sniffed, sniff};

use self::format::{count_native, detect};
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

impl Imported {
    /// The story in the native format, which [`parse`](crate::parse()) reads, with what it was
    /// and the `url` of its document in `_source`.
    #[must_use]
    pub fn to_json(&self, url: Option<&str>) -> String {
        let format = ("format", self.format.as_str());
        let url = url.map(|url| ("url", url));
        let source: Vec<_> = std::iter::once(format).chain(url).collect();
        with_source(&self.story, &source)
    }
}

/// Reads a story of any format, the native one among them.
///
/// # Errors
/// When nothing can be shown: the text is too large, not JSON, of no known format, or held
/// back by its publisher.
pub fn read(text: &str, options: &Options, html: HtmlParser) -> Result<Imported, Error> {
    let document = tree(text)?;
    if detect(&document.root) != Some(Format::Native) {
        if text.contains(NAMED) {
            return convert(text, options, html);
        }
        return converted(&document, options, html);
    }
    let stories = count_native(&document.root);
    let Parsed { story, problems, index, .. } = parse_tree(&document, options)?;
    Ok(Imported { story, problems, format: Format::Native, stories, index })
}

/// How keys and types begin that say that they are words of schema.org.
const NAMED: &str = "\"schema:";

/// Reads a story of another format.
///
/// # Errors
/// When nothing can be shown: the text is too large, not JSON, of no known format, or held
/// back by its publisher. A native story is refused too: [`parse`](crate::parse()) reads it.
pub fn convert(text: &str, options: &Options, html: HtmlParser) -> Result<Imported, Error> {
    // The words of schema.org may have its name before them.
    let unnamed = text.contains(NAMED).then(|| without_prefix(text));
    converted(&tree(unnamed.as_deref().unwrap_or(text))?, options, html)
}

/// A text without the prefix of words of schema.org: of keys, and of values that are a name of a
/// type or the like, which begin with a capital letter. All else is somebody's words.
fn without_prefix(text: &str) -> String {
    let mut pieces = text.split(NAMED);
    let mut all = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (word, rest) = piece.split_once('"').unwrap_or((piece, ""));
        let is_name = word.bytes().all(|b| b.is_ascii_alphanumeric())
            && (word.starts_with(|c: char| c.is_ascii_uppercase())
                || rest.trim_start().starts_with(':'));
        all.push_str(if is_name { "\"" } else { NAMED });
        all.push_str(piece);
    }
    all
}

fn converted(
    document: &json::Document,
    options: &Options,
    html: HtmlParser,
) -> Result<Imported, Error> {
    let root = At::root(&document.root);
    let mut importer = Importer::new(options, html);
    if document.lone_surrogates > 0 {
        importer.report(&root, "lone-surrogate", "half a character, shown as U+FFFD");
    }
    let Some(read) = wrapped::read(&mut importer, &root) else {
        return Err(help::unknown(&document.root));
    };
    let ((story, stories, index), format) = read?;
    Ok(Imported { story, problems: importer.reader.problems, format, stories, index })
}
