//! The nodes that a parser finds.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::NodeOrText;
use html5ever::{Attribute, QualName, local_name, ns};

use super::node::Dom;

/// An element, or something that takes the place of one for the parser.
#[derive(Debug, Clone)]
pub struct Handle {
    pub index: u32,
    pub name: Rc<QualName>,
}

#[derive(Debug, Default)]
pub struct Node {
    pub handle: Option<Rc<QualName>>,
    pub attributes: Vec<Attribute>,
    pub text: Option<String>,
    /// Whether HTML may stand in it, though it is an element of mathematics.
    pub holds_html: bool,
    /// Elements around it.
    pub depth: u32,
    pub parent: Option<u32>,
    pub first: Option<u32>,
    pub last: Option<u32>,
    pub before: Option<u32>,
    pub after: Option<u32>,
}

/// All nodes in one list, so that a tree of any depth is dropped without recursion. The
/// first one is the document.
#[derive(Debug)]
pub struct Tree {
    nodes: RefCell<Vec<Node>>,
    nameless: Rc<QualName>,
    deepest: Cell<u32>,
}

impl Default for Tree {
    fn default() -> Self {
        let nameless = Rc::new(QualName::new(None, ns!(), local_name!("")));
        let nodes = RefCell::new(vec![Node::default()]);
        Self { nodes, nameless, deepest: Cell::default() }
    }
}

impl Tree {
    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.borrow().len()
    }

    /// How many elements are around the node that has most.
    pub fn deepest(&self) -> u32 {
        self.deepest.get()
    }

    pub fn into_parsed(self) -> Parsed {
        Parsed(self.nodes.into_inner())
    }

    pub fn add(&self, node: Node) -> u32 {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(node);
        u32::try_from(nodes.len() - 1).unwrap_or(u32::MAX)
    }

    pub fn with<T>(&self, index: u32, read: impl FnOnce(&Node) -> T) -> Option<T> {
        let nodes = self.nodes.borrow();
        nodes.get(usize::try_from(index).ok()?).map(read)
    }

    pub fn change(&self, index: Option<u32>, change: impl FnOnce(&mut Node)) {
        let index = index.and_then(|index| usize::try_from(index).ok());
        let mut nodes = self.nodes.borrow_mut();
        if let Some(node) = index.and_then(|index| nodes.get_mut(index)) {
            change(node);
        }
    }

    pub fn handle(&self, index: u32) -> Handle {
        let name = self.with(index, |node| node.handle.clone()).flatten();
        Handle { index, name: name.unwrap_or_else(|| Rc::clone(&self.nameless)) }
    }

    pub fn detach(&self, index: u32) {
        let places = self.with(index, |node| (node.parent, node.before, node.after));
        let Some((parent, before, after)) = places else { return };
        self.change(before, |node| node.after = after);
        self.change(after, |node| node.before = before);
        self.change(parent, |node| {
            if node.first == Some(index) {
                node.first = after;
            }
            if node.last == Some(index) {
                node.last = before;
            }
        });
        self.change(Some(index), |node| {
            node.parent = None;
            node.before = None;
            node.after = None;
        });
    }

    /// Puts a node before another one of `parent`, or at its end.
    pub fn put(&self, parent: u32, index: u32, after: Option<u32>) {
        self.detach(index);
        let before = match after {
            Some(after) => self.with(after, |node| node.before).flatten(),
            None => self.with(parent, |node| node.last).flatten(),
        };
        let depth = self.with(parent, |node| node.depth).unwrap_or_default() + 1;
        self.deepest.set(depth.max(self.deepest()));
        self.change(Some(index), |node| {
            (node.parent, node.before, node.after) = (Some(parent), before, after);
            node.depth = depth;
        });
        self.change(before, |node| node.after = Some(index));
        self.change(after, |node| node.before = Some(index));
        self.change(Some(parent), |node| {
            if before.is_none() {
                node.first = Some(index);
            }
            if after.is_none() {
                node.last = Some(index);
            }
        });
    }

    /// Puts in a node, or letters: those that follow a text node are a part of it.
    pub fn insert(&self, parent: u32, child: NodeOrText<Handle>, after: Option<u32>) {
        let text = match child {
            NodeOrText::AppendNode(node) => return self.put(parent, node.index, after),
            NodeOrText::AppendText(text) => text,
        };
        let before = match after {
            Some(after) => self.with(after, |node| node.before).flatten(),
            None => self.with(parent, |node| node.last).flatten(),
        };
        let mut is_joined = false;
        self.change(before, |node| {
            if let Some(letters) = &mut node.text {
                letters.push_str(&text);
                is_joined = true;
            }
        });
        if !is_joined {
            let node = self.add(Node { text: Some(text.to_string()), ..Node::default() });
            self.put(parent, node, after);
        }
    }
}

/// What has been parsed.
#[derive(Debug)]
pub struct Parsed(Vec<Node>);

impl Parsed {
    fn node(&self, node: u32) -> Option<&Node> {
        self.0.get(usize::try_from(node).ok()?)
    }
}

impl Dom for Parsed {
    fn root(&self) -> u32 {
        0
    }

    fn first_child(&self, node: u32) -> Option<u32> {
        self.node(node)?.first
    }

    fn next_sibling(&self, node: u32) -> Option<u32> {
        self.node(node)?.after
    }

    fn name(&self, node: u32) -> Option<Cow<'_, str>> {
        let name = self.node(node)?.handle.as_ref()?;
        Some(Cow::Borrowed(&name.local))
    }

    fn text(&self, node: u32) -> Option<Cow<'_, str>> {
        self.node(node)?.text.as_deref().map(Cow::Borrowed)
    }

    fn attribute(&self, node: u32, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.node(node)?.attributes.iter();
        let attribute = attributes.find(|attribute| &*attribute.name.local == name)?;
        Some(Cow::Borrowed(&attribute.value))
    }
}
