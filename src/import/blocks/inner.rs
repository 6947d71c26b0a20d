//! What is inside of an element.

use super::inline::append;
use super::join;
use super::out::{Item, Out, joined};
use super::plain_text;
use super::walk::Walk;
use crate::story::{Block, Table, Text};

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
