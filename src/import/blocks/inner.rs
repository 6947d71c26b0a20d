//! What is inside of an element.

use super::inline::append;
use super::join;
use super::out::{Item, Out, joined};
use super::plain_text;
use super::walk::Walk;
use crate::import::dom::{attribute, holds_more, lower, squeezed, text_of};
use crate::story::letters::is_word;
use crate::story::{Block, Table, Text};

/// The most nodes of a `<span>` that is looked at beside another.
const MAX_OF_SPAN: usize = 8;

impl Walk<'_, '_> {
    /// What is inside of a node, as one text, and the blocks that are none.
    pub fn collected(&mut self, node: u32, depth: usize) -> (Text, Vec<Item>) {
        joined(self.items_of(node, depth))
    }

    /// The words inside of a node, of paragraphs, lists, quotations, tables and code in their order.
    pub fn words_of(&mut self, node: u32) -> Text {
        let mut all = Text::new();
        for item in self.items_of(node, 0) {
            let texts = match item {
                Item::Paragraph(text) => vec![text],
                Item::Heading { text, .. } | Item::Block(Block::Code { text, .. }) => {
                    vec![plain_text(&text)]
                }
                Item::Block(Block::List { items, .. }) => items,
                Item::Block(Block::Quote(quote)) => {
                    vec![quote.text, quote.attribution.unwrap_or_default()]
                }
                Item::Block(Block::Table(table)) => vec![rows(table)],
                _ => Vec::new(),
            };
            for text in texts {
                join(&mut all, text);
            }
        }
        all
    }

    /// Words with a direction of their own are isolated from those around them by the letters
    /// that plain text has for it (UAX 9).
    pub fn in_line(&mut self, node: u32, name: &str, out: &mut Out, depth: usize) {
        if let Some(math) = self.drawn_formula(node) {
            return self.math(math, out);
        }
        let direction = self.attribute(node, "dir").to_ascii_lowercase();
        let mark = match direction.as_str() {
            _ if !self.is_bidirectional => "",
            "ltr" => "\u{2066}",
            "rtl" => "\u{2067}",
            "auto" => "\u{2068}",
            _ if name == "bdi" => "\u{2068}",
            _ => "",
        };
        let end = if mark.is_empty() { "" } else { "\u{2069}" };
        out.push(mark);
        self.inside(node, out, depth);
        out.push(end);
    }

    /// Word processors wrap a whole text in a `<b>` that is not bold.
    pub fn is_of_no_weight(&self, node: u32) -> bool {
        let style = attribute(self.dom, node, "style");
        let squeezed = squeezed(&style);
        squeezed.contains("font-weight:normal") || squeezed.contains("font-weight:400")
    }

    /// Whether the words of a short `<span>` are set apart from those of the one before it by a
    /// page's sheet alone, as a place and an agency are. A single letter may be the first of a
    /// word, and a small one goes on in it. `before` is whether others may follow like this.
    pub fn is_set_apart(&self, node: u32, before: &mut bool) -> bool {
        let is_span = self.dom.name(node).is_some_and(|name| name == "span");
        if !is_span || holds_more(self.dom, node, MAX_OF_SPAN) {
            *before = false;
            return false;
        }
        let words = text_of(self.dom, node);
        let is_apart = *before && words.starts_with(|letter| lower(letter) != letter);
        *before = words.ends_with(is_word) && words.chars().nth(1).is_some();
        is_apart
    }

    /// What is inside of a node.
    pub fn items_of(&mut self, node: u32, depth: usize) -> Vec<Item> {
        let mut out = Out::default();
        self.inside(node, &mut out, depth);
        self.tell_of_cut(&out);
        out.finish()
    }

    /// Tells that letters were left out.
    pub fn tell_of_cut(&mut self, out: &Out) {
        if out.inline.is_cut {
            self.importer.report(self.at, "too-long", "a text longer than the limit, cut");
        }
    }
}

/// The words of a table in a line: its rows, cell by cell.
fn rows(table: Table) -> Text {
    let mut all = table.caption.unwrap_or_default();
    for row in std::iter::once(table.header).chain(table.rows) {
        let mut between = if all.is_empty() { "" } else { "; " };
        for cell in row.into_iter().filter(|cell| !cell.is_empty()) {
            append(&mut all, between, cell);
            between = ", ";
        }
    }
    all
}
