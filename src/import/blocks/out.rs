//! What comes of a stretch of HTML.

use super::inline::{Inline, append, is_blank, join_lines, plain_text};
use crate::story::{Block, SafeLink, Text};

/// How many pieces of the body are looked back at for a picture.
const RECENT: usize = 8;

/// A piece of the body, in the order of the document.
#[derive(Debug)]
pub enum Item {
    Paragraph(Text),
    /// A heading, its level, and the name that links have for it.
    Heading {
        level: u8,
        id: String,
        text: String,
    },
    Block(Block),
    /// Here stood notes that are sources now.
    Notes,
}

/// Where a walk writes to.
#[derive(Debug, Default)]
pub struct Out {
    pub inline: Inline,
    pub items: Vec<Item>,
    /// Pictures and the like that stand in a paragraph: they follow it.
    waiting: Vec<Block>,
    /// A line has just been broken.
    is_broken: bool,
    /// All of it stands above a caption.
    pub is_captioned: bool,
    /// The last picture was a stand-in, or one for readers without scripts.
    pub is_picture_due: bool,
}

impl Out {
    /// Adds letters.
    pub fn push(&mut self, letters: &str) {
        self.is_broken &= letters.trim().is_empty();
        self.inline.push(letters);
    }

    /// Whether a line has just been broken.
    pub fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// Ends the line; the second time the paragraph.
    pub fn break_line(&mut self) {
        if std::mem::replace(&mut self.is_broken, true) {
            self.flush();
        } else {
            self.inline.break_line();
        }
    }

    /// Ends the paragraph.
    pub fn flush(&mut self) {
        let text = self.inline.take();
        if !text.is_empty() {
            self.items.push(Item::Paragraph(text));
        }
        self.items.extend(self.waiting.drain(..).map(Item::Block));
        self.is_broken = false;
    }

    /// Adds something that stands in the line; it follows the paragraph, unless it begins it:
    /// what is written there is often a caption.
    pub fn wait(&mut self, block: Block) {
        if self.inline.is_begun() {
            self.waiting.push(block);
        } else {
            self.items.push(Item::Block(block));
        }
    }

    /// Whether a picture is what was written last.
    pub fn ends_with_picture(&self) -> bool {
        let last = match self.items.last() {
            Some(Item::Block(block)) if !self.inline.is_begun() => Some(block),
            _ => None,
        };
        matches!(self.waiting.last().or(last), Some(Block::Image(_)))
    }

    /// Whether a picture has just been shown, with little written since.
    pub fn has_just_shown(&self, url: &SafeLink) -> bool {
        let is_it = |block: &Block| matches!(block, Block::Image(it) if it.url == *url);
        let is_item = |item: &Item| matches!(item, Item::Block(block) if is_it(block));
        self.items.iter().rev().take(RECENT).any(is_item)
    }

    /// Adds a block.
    pub fn block(&mut self, block: Block) {
        self.flush();
        self.items.push(Item::Block(block));
    }

    pub fn finish(mut self) -> Vec<Item> {
        self.flush();
        self.items
    }
}

/// All texts as the lines of one, those of lists among them, and the blocks that are none.
pub fn joined(items: Vec<Item>) -> (Text, Vec<Item>) {
    let (mut text, mut rest) = (Text::new(), Vec::new());
    for item in items {
        match item {
            Item::Paragraph(more) => join_lines(&mut text, more),
            Item::Heading { text: heading, .. } => join_lines(&mut text, plain_text(&heading)),
            Item::Block(Block::List { ordered, start, items }) => {
                marked(ordered, start, items).for_each(|entry| join_lines(&mut text, entry));
            }
            item => rest.push(item),
        }
    }
    (text, rest)
}

/// The entries of a list in something else, each behind its number or a dash.
pub fn marked(ordered: bool, start: Option<u32>, items: Vec<Text>) -> impl Iterator<Item = Text> {
    (start.unwrap_or(1)..).zip(items).map(move |(number, text)| {
        let mark = if ordered { [&number.to_string(), ". "].concat() } else { "– ".to_owned() };
        let mut entry = Text::new();
        append(&mut entry, &mark, text);
        entry
    })
}

/// An entry as a list in the one before it.
pub fn as_inner(items: Vec<Item>, ordered: bool, number: u32) -> Vec<Item> {
    let (text, mut items) = joined(items);
    if !is_blank(&text) {
        let start = Some(number).filter(|number| *number != 1);
        let list = Block::List { ordered, start, items: vec![text] };
        items.insert(0, Item::Block(list));
    }
    items
}
