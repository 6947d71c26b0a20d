//! Lists, and lists in lists.

use super::inline::{is_blank, join, join_lines, plain_text};
use super::out::{Item, Out, as_inner, joined, marked};
use super::walk::{MAX_DEPTH, Walk};
use crate::import::dom::{children, is_hidden, text_of};
use crate::limits::{MAX_NUMBER, MAX_ROWS};
use crate::story::{Block, Run, Text, plain};

/// A list that is being read.
struct Entries {
    ordered: bool,
    /// From one entry to the next: one up, or one down.
    is_reversed: bool,
    /// The number of the entry that is read.
    number: u32,
    /// Entries since the last thing that none can hold, and the number of the first.
    items: Vec<Text>,
    first: u32,
    /// Pictures of a list with bullets, which follow it: most are signs before the words.
    pictures: Vec<Item>,
    /// What the entry that is read has so far.
    entry: Entry,
}

#[derive(Clone, Copy, PartialEq)]
enum Entry {
    Empty,
    /// Its first words.
    Begun,
    /// A list of its own, last.
    Inner,
    /// Something that no list can hold, and no words.
    Wordless,
}

impl Walk<'_, '_> {
    pub fn list(&mut self, node: u32, ordered: bool, out: &mut Out, depth: usize) {
        if depth >= MAX_DEPTH {
            return out.push(&text_of(self.dom, node));
        }
        out.flush();
        let is_reversed = ordered && self.dom.attribute(node, "reversed").is_some();
        let count = || u32::try_from(self.children_named(node, "li").len()).unwrap_or(1);
        let next =
            self.number(node, "start").unwrap_or_else(|| if is_reversed { count() } else { 1 });
        let mut entries = Entries::new(ordered, next, is_reversed);
        let mut between = Out::default();
        // Entries of Quill so far at each level, where they are set in.
        let mut inner: Vec<u32> = Vec::new();
        for child in children(self.dom, node) {
            let name = self.dom.name(child).unwrap_or_default();
            if !matches!(&*name, "li" | "ul" | "ol") || self.notes.is_note(child) {
                self.child(child, &mut between, depth);
                continue;
            }
            if is_hidden(self.dom, child) {
                continue;
            }
            self.between(&mut between, &mut entries, out);
            let items = if name == "li" {
                // Quill writes lists of both kinds as one that counts, and those in them too.
                let kind = match self.attribute(child, "data-list").as_str() {
                    "ordered" => Some(true),
                    "bullet" | "checked" | "unchecked" => Some(false),
                    _ => None,
                };
                let items = self.items_of(child, depth);
                inner.resize(self.level(child), 0);
                if let Some(number) = inner.last_mut() {
                    *number += 1;
                    as_inner(items, kind.unwrap_or(entries.ordered), *number)
                } else {
                    self.turn(kind, &mut entries, out);
                    entries.begin(self.number(child, "value"));
                    items
                }
            } else {
                // Not right, and often seen: a list that is no entry's.
                let mut entry = Out::default();
                self.list(child, name == "ol", &mut entry, depth + 1);
                entry.finish()
            };
            for item in items {
                self.add(item, &mut entries, out);
            }
        }
        self.between(&mut between, &mut entries, out);
        self.close(&mut entries, out);
    }

    /// How far Quill sets an entry in.
    fn level(&self, node: u32) -> usize {
        let class = self.attribute(node, "class");
        let level = class.split_once("ql-indent-").and_then(|(_, level)| level.bytes().next());
        level.filter(u8::is_ascii_digit).map_or(0, |level| usize::from(level - b'0'))
    }

    /// Goes on with entries that count, or do not, where that is said.
    fn turn(&mut self, ordered: Option<bool>, entries: &mut Entries, out: &mut Out) {
        if let Some(ordered) = ordered.filter(|ordered| *ordered != entries.ordered) {
            self.close(entries, out);
            entries.begin(None);
            entries.ordered = ordered;
        }
    }

    /// What stands in a list and in none of its entries: others, or, where they count, lines of
    /// the one before.
    fn between(&mut self, between: &mut Out, entries: &mut Entries, out: &mut Out) {
        self.tell_of_cut(between);
        let is_counted = entries.ordered && entries.entry != Entry::Empty;
        for item in std::mem::take(between).finish() {
            if is_sign(&item) {
                continue;
            }
            if !is_counted {
                entries.begin(None);
            }
            self.add(item, entries, out);
        }
    }

    /// Terms and what they mean: entries that begin with the term.
    pub fn definitions(&mut self, node: u32, out: &mut Out, depth: usize) {
        out.flush();
        let mut entries = Entries::new(false, 1, false);
        let mut is_term_open = false;
        let mut waiting: Vec<u32> = children(self.dom, node).collect();
        waiting.reverse();
        while let Some(child) = waiting.pop() {
            let name = self.dom.name(child).unwrap_or_default();
            if is_hidden(self.dom, child) {
                continue;
            }
            if name == "div" {
                let mut inner: Vec<u32> = children(self.dom, child).collect();
                inner.reverse();
                waiting.extend(inner);
                continue;
            }
            let mut inner = Out::default();
            if matches!(&*name, "dt" | "dd") {
                self.inside(child, &mut inner, depth);
            } else {
                self.child(child, &mut inner, depth);
            }
            self.tell_of_cut(&inner);
            if name == "dt" {
                let (text, rest) = joined(inner.finish());
                entries.begin(None);
                if !is_blank(&text) {
                    is_term_open = true;
                    self.push(vec![Run::Strong(text)], &mut entries, out);
                }
                for item in rest {
                    self.add(item, &mut entries, out);
                }
                continue;
            }
            if !is_term_open {
                entries.begin(None);
            }
            for (index, item) in inner.finish().into_iter().enumerate() {
                match (item, entries.items.last_mut()) {
                    (Item::Paragraph(text), Some(last)) if index == 0 && is_term_open => {
                        join(last, text);
                    }
                    (item, _) => self.add(item, &mut entries, out),
                }
            }
        }
        self.close(&mut entries, out);
    }

    /// Adds what stood in an entry. What a list cannot hold stands between two lists: the words
    /// and the numbers go on behind it.
    fn add(&mut self, item: Item, entries: &mut Entries, out: &mut Out) {
        let text = match item {
            Item::Paragraph(text) => text,
            Item::Heading { text, .. } => plain_text(&text),
            Item::Block(Block::List { ordered, start, items }) => {
                // Behind something that stands between two lists it is a list of its own.
                if entries.ordered && entries.is_interrupted() {
                    return out.items.push(Item::Block(Block::List { ordered, start, items }));
                }
                for entry in marked(ordered, start, items) {
                    self.add_inner(entry, entries, out);
                }
                entries.entry = Entry::Inner;
                return;
            }
            Item::Notes => return out.items.push(Item::Notes),
            picture @ Item::Block(Block::Image(_)) if !entries.ordered => {
                return entries.pictures.push(picture);
            }
            block @ Item::Block(_) => {
                self.close(entries, out);
                if entries.entry == Entry::Empty {
                    entries.entry = Entry::Wordless;
                }
                return out.items.push(block);
            }
        };
        let is_interrupted = entries.is_interrupted();
        match (entries.items.last_mut(), entries.entry) {
            _ if is_blank(&text) => {}
            (Some(last), Entry::Begun) => join_lines(last, text),
            (Some(last), Entry::Inner) if entries.ordered => join_lines(last, text),
            _ if is_interrupted => out.items.push(Item::Paragraph(text)),
            _ => self.push(text, entries, out),
        }
    }

    /// Adds an entry of a list in a list: a card's lists have one level. With bullets each is an
    /// entry; where they would count, they are lines of the entry they stand in.
    fn add_inner(&mut self, text: Text, entries: &mut Entries, out: &mut Out) {
        let is_line = entries.ordered && matches!(entries.entry, Entry::Begun | Entry::Inner);
        match entries.items.last_mut() {
            Some(last) if is_line => join_lines(last, text),
            _ => self.push(text, entries, out),
        }
    }

    fn push(&mut self, text: Text, entries: &mut Entries, out: &mut Out) {
        if entries.ordered && !entries.is_next() {
            self.close(entries, out);
        }
        if entries.items.is_empty() {
            entries.first = entries.number;
        }
        entries.items.push(text);
        entries.entry = Entry::Begun;
    }

    /// Ends the list, for now.
    fn close(&mut self, entries: &mut Entries, out: &mut Out) {
        let mut items = std::mem::take(&mut entries.items);
        if items.len() > MAX_ROWS {
            items.truncate(MAX_ROWS);
            self.importer.report(self.at, "too-many", "a list with more entries than the limit");
        }
        if !items.is_empty() {
            let start = Some(entries.first).filter(|first| entries.ordered && *first != 1);
            out.block(Block::List { ordered: entries.ordered, start, items });
        }
        out.items.append(&mut entries.pictures);
    }

    /// An attribute that numbers an entry, as far as a story can say it.
    fn number(&self, node: u32, name: &str) -> Option<u32> {
        self.attribute(node, name).parse().ok().filter(|number| *number <= MAX_NUMBER)
    }
}

/// Whether this is a comma or the like: a script that makes lists leaves one between entries.
fn is_sign(item: &Item) -> bool {
    let Item::Paragraph(text) = item else { return false };
    let letters = plain(text);
    !letters.is_empty() && letters.bytes().all(|b| b.is_ascii_punctuation() || b == b' ')
}

impl Entries {
    fn new(ordered: bool, number: u32, is_reversed: bool) -> Self {
        let (items, pictures) = (Vec::new(), Vec::new());
        Self { ordered, is_reversed, number, items, first: number, pictures, entry: Entry::Empty }
    }

    /// Another entry follows, perhaps with a number of its own. One with nothing to show is left
    /// out, and has none.
    fn begin(&mut self, number: Option<u32>) {
        let is_counted = self.ordered && self.entry != Entry::Empty;
        self.number = match (number, is_counted) {
            (Some(number), _) => number,
            (None, false) => self.number,
            (None, true) if self.is_reversed => self.number.saturating_sub(1),
            (None, true) => self.number.saturating_add(1),
        };
        self.entry = Entry::Empty;
    }

    /// Whether the entry that is read can follow those before it in one list.
    fn is_next(&self) -> bool {
        let count = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        count == 0 || self.first.saturating_add(count) == self.number
    }

    /// Whether the entry that is read has had words, and then something that no list can hold.
    fn is_interrupted(&self) -> bool {
        self.items.is_empty() && matches!(self.entry, Entry::Begun | Entry::Inner)
    }
}
