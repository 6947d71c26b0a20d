//! Stories inside of what an API wraps around them: `{ "data": { "item": … } }`.

use super::common::no_story;
use super::format::{Format, detect};
use super::importer::Importer;
use super::keys::is_map_with;
use super::select::Read;
use super::{ghost, json_feed, json_ld, kagi_news, ninjs, timeline_js, wordpress};
use crate::error::Error;
use crate::parse::At;
use crate::parse::json::Node;

/// What answers of APIs are wrapped in, from the outermost to the innermost. Beside a story there
/// may be a list of others.
const AROUND: &str = "response data payload result results hits _source package content contents \
    item items doc docs document documents article articles story stories post posts news entry \
    attributes object value search db";

/// Wrappers in wrappers.
const MAX_AROUND: u8 = 5;

/// Reads the story of a document, in whatever it is wrapped; nothing where it is of no known
/// format.
pub fn read(importer: &mut Importer, at: &At) -> Option<Result<(Read, Format), Error>> {
    if let Some(format) = detect(at.node) {
        return Some(of_format(importer, at, format).map(|read| (read, format)));
    }
    inside(importer, at, 0)
}

fn inside(importer: &mut Importer, at: &At, depth: u8) -> Option<Result<(Read, Format), Error>> {
    if depth > 0
        && let Some(format) = detect(at.node).filter(|format| is_story(at.node, *format))
    {
        return Some(of_format(importer, at, format).map(|read| (read, format)));
    }
    if depth == MAX_AROUND {
        return None;
    }
    if let Node::List(entries) = at.node {
        // Only what is wrapped once more comes here: lists of stories are a format's own.
        let place = importer.reader.options.item.and_then(|item| item.parse().ok());
        let place = place.filter(|place| *place < entries.len()).unwrap_or_default();
        let entry = at.items().nth(place)?;
        let found = inside(importer, &entry, depth + 1)?;
        // What is around one thing alone says nothing of how many stories there are.
        if entries.len() == 1 {
            return Some(found);
        }
        return Some(found.map(|((story, ..), format)| {
            ((story, entries.len(), u32::try_from(place).ok()), format)
        }));
    }
    AROUND.split_ascii_whitespace().find_map(|key| {
        let inner = at.get(key)?;
        inside(importer, &inner, depth + 1)
    })
}

/// Whether what is wrapped is a story of a format that needs to be read. Anything may have a field
/// `html`, such as what a page shows in a box.
fn is_story(node: &Node, format: Format) -> bool {
    match format {
        Format::Native => false,
        Format::Ghost => !matches!(node, Node::Map(_)) || is_map_with(node, "title posts pages"),
        _ => true,
    }
}

fn of_format(importer: &mut Importer, root: &At, format: Format) -> Result<Read, Error> {
    match format {
        Format::JsonFeed => json_feed::read(importer, root),
        Format::Ninjs => ninjs::read(importer, root),
        Format::WordPress => wordpress::read(importer, root),
        Format::Ghost => ghost::read(importer, root),
        Format::Native => no_story("a native story, which needs no conversion"),
        Format::JsonLd => json_ld::read(importer, root),
        Format::TimelineJs => timeline_js::read(importer, root),
        Format::KagiNews => kagi_news::read(importer, root),
    }
}
