//! The HTML in a story, as the browser has parsed it.

use std::borrow::Cow;

use wasm_bindgen::prelude::*;

use crate::import::{Dom, within_reason};
use crate::limits::MAX_NODES;

/// A little more than is looked at: then it is told that there was more.
const MOST_NODES: usize = MAX_NODES + 1_000;

#[wasm_bindgen(module = "/src/loading/tree.js")]
extern "C" {
    /// The tree of some HTML as one text; nothing where the page lets none be parsed.
    fn tree(html: &str, most: usize) -> Option<String>;
}

/// Parses HTML by the `DOMParser` of the browser; of what is larger than any story the beginning.
/// Nothing where the page lets none be parsed.
#[must_use]
pub fn parse_html(html: &str) -> Option<Box<dyn Dom>> {
    Some(Box::new(Tree::read(tree(within_reason(html), MOST_NODES)?)))
}

/// Fields with U+0000 between them, which no document of HTML can hold: `<name`, `@name=value`,
/// `#letters`; `(` and `)` go down to the children of the node before, and up again.
#[derive(Debug, Default)]
struct Tree {
    fields: String,
    /// The first is the document.
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    /// Where its field begins.
    start: usize,
    first: Option<u32>,
    next: Option<u32>,
}

impl Tree {
    fn read(fields: String) -> Self {
        let mut nodes = vec![Node::default()];
        // The nodes around, and whoever comes before the next one among its parent's children.
        let (mut around, mut before): (Vec<u32>, Option<u32>) = (vec![0], None);
        let mut start = 0;
        for field in fields.split('\0') {
            match field.bytes().next() {
                Some(b'(') => around.extend(before.take()),
                Some(b')') => before = around.pop(),
                Some(b'<' | b'#') => {
                    let index = u32::try_from(nodes.len()).ok();
                    let parent = around.last().copied();
                    if let Some(node) = before.or(parent).and_then(|node| at_mut(&mut nodes, node))
                    {
                        let place = if before.is_some() { &mut node.next } else { &mut node.first };
                        *place = index;
                    }
                    nodes.push(Node { start, ..Node::default() });
                    before = index;
                }
                _ => {}
            }
            start += field.len() + 1;
        }
        Self { fields, nodes }
    }

    fn at(&self, node: u32) -> Option<&Node> {
        self.nodes.get(usize::try_from(node).ok()?)
    }

    /// The fields from that of a node on.
    fn fields_of(&self, node: u32) -> impl Iterator<Item = &str> {
        let start = self.at(node).map_or(usize::MAX, |node| node.start);
        self.fields.get(start..).unwrap_or_default().split('\0')
    }

    fn field(&self, node: u32, mark: char) -> Option<Cow<'_, str>> {
        // That of the document is another node's.
        let field = self.fields_of(node).next().filter(|_| node != 0)?;
        field.strip_prefix(mark).map(Cow::Borrowed)
    }
}

fn at_mut(nodes: &mut [Node], node: u32) -> Option<&mut Node> {
    nodes.get_mut(usize::try_from(node).ok()?)
}

impl Dom for Tree {
    fn root(&self) -> u32 {
        0
    }

    fn first_child(&self, node: u32) -> Option<u32> {
        self.at(node)?.first
    }

    fn next_sibling(&self, node: u32) -> Option<u32> {
        self.at(node)?.next
    }

    fn name(&self, node: u32) -> Option<Cow<'_, str>> {
        self.field(node, '<')
    }

    fn text(&self, node: u32) -> Option<Cow<'_, str>> {
        self.field(node, '#')
    }

    fn attribute(&self, node: u32, name: &str) -> Option<Cow<'_, str>> {
        let attributes = self.fields_of(node).skip(1).map_while(|field| field.strip_prefix('@'));
        let mut pairs = attributes.filter_map(|attribute| attribute.split_once('='));
        pairs.find(|(key, _)| *key == name).map(|(_, value)| Cow::Borrowed(value))
    }
}
