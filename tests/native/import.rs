//! Stories of other formats.

mod agencies;
mod amounts;
mod articles;
mod dot_com;
mod editors;
mod embedded;
mod excerpts;
mod facts;
mod formulas;
mod harm;
mod html;
mod items;
mod left_behind;
mod linked;
mod loose;
mod markdown;
mod markdown_lists;
mod markdown_tags;
mod once;
mod own;
mod pictures;
mod pieces;
mod plugins;
mod posts;
mod refusals;
mod said;
mod samples;
mod seen;
mod shown;
mod side_notes;
mod timelines;
mod wikis;
mod wrapped;

use story_card::import::{Imported, convert, parse_html};
use story_card::{Error, Options};

/// A moment at which every sample has been published: 1 June 2026.
const NOW: f64 = 1_780_272_000_000.0;

fn options(item: Option<&str>) -> Options<'_> {
    Options { now: Some(NOW), item, ..Options::default() }
}

/// Reads a document of another format.
fn import(text: &str) -> Result<Imported, Error> {
    convert(text, &options(None), parse_html)
}

/// The same for one of several stories.
fn import_item(text: &str, item: &str) -> Result<Imported, Error> {
    convert(text, &options(Some(item)), parse_html)
}
