//! Lists, and lists in lists.

use super::inline::{is_blank, join};
use super::out::{Item, Out};
use super::walk::Walk;
use crate::import::dom::children;
use crate::limits::MAX_ROWS;
use crate::story::{Block, Run, Text};

/// What stands before an entry of a list in a list: a card's lists have one level.
const INNER: &str = "– ";

impl Walk<'_, '_> {
    pub fn list(&mut self, node: u32, is_ordered: bool, out: &mut Out, depth: usize) {
        out.flush();
        let (mut items, mut rest) = (Vec::new(), Vec::new());
        for child in children(self.dom, node) {
            let Some(name) = self.dom.name(child) else { continue };
            if self.notes.is_note(child) {
                rest.push(Item::Notes);
            } else if matches!(&*name, "ul" | "ol") {
                // Not right, and often seen: a list that is no entry's.
                let mut inner = Out::default();
                self.list(child, false, &mut inner, depth + 1);
                add_inner(inner.finish(), &mut items, &mut rest);
            } else {
                let (text, inner) = self.collected(child, depth);
                if !is_blank(&text) {
                    items.push(text);
                }
                add_inner(inner, &mut items, &mut rest);
            }
        }
        self.push_list(is_ordered, items, out);
        out.items.extend(rest);
    }

    /// Terms and what they mean: entries that begin with the term.
    pub fn definitions(&mut self, node: u32, out: &mut Out, depth: usize) {
        out.flush();
        let (mut items, mut rest): (Vec<Text>, Vec<Item>) = (Vec::new(), Vec::new());
        let mut is_term_open = false;
        let mut waiting: Vec<u32> = children(self.dom, node).collect();
        waiting.reverse();
        while let Some(child) = waiting.pop() {
            let Some(name) = self.dom.name(child) else { continue };
            if name == "div" {
                let mut inner: Vec<u32> = children(self.dom, child).collect();
                inner.reverse();
                waiting.extend(inner);
                continue;
            }
            let (text, inner) = self.collected(child, depth);
            let is_term = name == "dt";
            match items.last_mut() {
                _ if is_blank(&text) => {}
                Some(last) if !is_term && is_term_open => join(last, text),
                _ if is_term => items.push(vec![Run::Strong(text)]),
                _ => items.push(text),
            }
            is_term_open |= is_term;
            add_inner(inner, &mut items, &mut rest);
        }
        self.push_list(false, items, out);
        out.items.extend(rest);
    }

    fn push_list(&mut self, ordered: bool, mut items: Vec<Text>, out: &mut Out) {
        if items.len() > MAX_ROWS {
            items.truncate(MAX_ROWS);
            self.importer.report(self.at, "too-many", "a list with more entries than the limit");
        }
        if !items.is_empty() {
            out.block(Block::List { ordered, items });
        }
    }
}

/// Adds what stood in an entry: lists as entries, all else behind the list.
pub fn add_inner(inner: Vec<Item>, items: &mut Vec<Text>, rest: &mut Vec<Item>) {
    for item in inner {
        match item {
            Item::Block(Block::List { items: inner, .. }) => {
                items.extend(inner.into_iter().map(|text| {
                    let mut entry = vec![Run::Plain(INNER.to_owned())];
                    entry.extend(text);
                    entry
                }));
            }
            item => rest.push(item),
        }
    }
}
