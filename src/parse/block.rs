//! The blocks of a section.

use std::borrow::Cow;

use super::json::Node;
use super::reader::{At, Reader};
use super::text::story_text;
use super::{image, inline, keys, quoted};
use crate::limits::{MAX_CELLS, MAX_ROWS, MAX_TEXT};
use crate::story::{Block, Quote, Table, Text};

/// Reads a block. A bare text is a paragraph; of an unknown kind the text is shown.
pub fn read(reader: &mut Reader, at: &At) -> Option<Block> {
    if matches!(at.node, Node::Text(_)) {
        return item(reader, at).map(Block::Paragraph);
    }
    if !reader.is_object(at) {
        return None;
    }
    let kind = reader.plain(at, "type").unwrap_or_default();
    if let Some(keys) = keys::of_block(&kind) {
        reader.check_keys(at, keys);
    }
    let block = match kind.as_str() {
        "paragraph" => story_text(reader, at, "text").map(Block::Paragraph),
        "heading" => reader.plain(at, "text").map(Block::Heading),
        "list" => list(reader, at),
        "quote" => cited_quote(reader, at).map(Block::Quote),
        "pullquote" => quote(reader, at).map(Block::PullQuote),
        "image" => return image::read(reader, at).map(Block::Image),
        "table" => table(reader, at),
        "known" => known(reader, at),
        "code" => code(reader, at),
        "embed" => embed(reader, at),
        _ => return unknown(reader, at),
    };
    if block.is_none() {
        reader.report(at, "missing-field", "a block with nothing to show, left out");
    }
    block
}

/// New kinds of block carry a sensible text, so that older cards can show it.
fn unknown(reader: &mut Reader, at: &At) -> Option<Block> {
    reader.report(at, "unknown-block", "not a kind of block this card knows, its text is shown");
    let text = at.get("text").filter(|value| matches!(value.node, Node::Text(_)));
    match text {
        Some(_) => story_text(reader, at, "text").map(Block::Paragraph),
        None => list(reader, at),
    }
}

fn list(reader: &mut Reader, at: &At) -> Option<Block> {
    let (items, _) = reader.list(at, "items", MAX_ROWS, item);
    let ordered = reader.flag(at, "ordered");
    let start = reader.whole_number(at, "start", 0);
    (!items.is_empty()).then_some(Block::List { ordered, start, items })
}

/// One of the lists may be empty.
fn known(reader: &mut Reader, at: &At) -> Option<Block> {
    let (known, _) = reader.list(at, "known", MAX_ROWS, item);
    let (unknown, _) = reader.list(at, "unknown", MAX_ROWS, item);
    (!known.is_empty() || !unknown.is_empty()).then_some(Block::Known { known, unknown })
}

/// An entry of a list of texts.
pub fn item(reader: &mut Reader, at: &At) -> Option<Text> {
    let text = reader.text(at, MAX_TEXT).filter(|text| !text.is_empty())?;
    Some(inline::read(reader, at, &text))
}

/// A quotation nobody can look up is a problem where a story has sources at all.
fn cited_quote(reader: &mut Reader, at: &At) -> Option<Quote> {
    let before = reader.citations;
    let quote = quote(reader, at)?;
    let is_cited = reader.citations > before || quote.url.is_some();
    if !is_cited && !reader.uses.is_empty() {
        reader.report(at, "uncited-quote", "a quotation without a citation or a url");
    }
    Some(quote)
}

fn quote(reader: &mut Reader, at: &At) -> Option<Quote> {
    reader.is_in_quote = true;
    let text = story_text(reader, at, "text");
    let attribution = story_text(reader, at, "attribution");
    reader.is_in_quote = false;
    let quote = Quote { text: text?, attribution, url: reader.web_link(at, "url") };
    quoted::in_quote(reader, at, &quote);
    Some(quote)
}

fn table(reader: &mut Reader, at: &At) -> Option<Block> {
    let caption = story_text(reader, at, "caption");
    let (header, _) = reader.list(at, "header", MAX_CELLS, |reader, at| Some(cell(reader, at)));
    let (rows, _) = reader.list(at, "rows", MAX_ROWS, row);
    let table = Table { caption, header, rows };
    (!table.rows.is_empty() || !table.header.is_empty()).then_some(Block::Table(table))
}

/// An empty cell keeps its place.
fn cell(reader: &mut Reader, at: &At) -> Text {
    let text = match at.node {
        Node::Null => Cow::default(),
        Node::Number(digits) => Cow::Borrowed(*digits),
        _ => reader.text(at, MAX_TEXT).unwrap_or_default(),
    };
    inline::read(reader, at, &text)
}

fn row(reader: &mut Reader, at: &At) -> Option<Vec<Text>> {
    let Node::List(cells) = at.node else {
        reader.report(at, "wrong-type", "expected a list of cells");
        return None;
    };
    if cells.len() > MAX_CELLS {
        reader.report(at, "too-many", "more cells than the limit, the rest left out");
    }
    let mut row = Vec::new();
    for at in at.items().take(MAX_CELLS) {
        row.push(cell(reader, &at));
    }
    Some(row)
}

fn code(reader: &mut Reader, at: &At) -> Option<Block> {
    let text = at.get("text").and_then(|text| reader.verbatim(&text, MAX_TEXT))?.into_owned();
    let language = reader.plain(at, "language");
    Some(Block::Code { text, language })
}

fn embed(reader: &mut Reader, at: &At) -> Option<Block> {
    let url = reader.web_link(at, "url")?;
    let title = reader.plain(at, "title");
    Some(Block::Embed { url, title })
}
