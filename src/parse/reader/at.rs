//! Where in the tree a value stands.

use crate::parse::json::Node;

/// A value of the tree and the way to it.
#[derive(Clone, Copy)]
pub struct At<'a> {
    /// The value.
    pub node: &'a Node<'a>,
    parent: Option<&'a At<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl<'a> At<'a> {
    /// The outermost value.
    pub fn root(node: &'a Node<'a>) -> Self {
        At { node, parent: None, step: Step::Root }
    }

    /// The value of a key. Nothing when it is absent; `null`, `""`, `[]` and `{}` are
    /// absent too, so that a writer may fill in every field.
    pub fn get(&'a self, key: &'a str) -> Option<At<'a>> {
        let Node::Map(entries) = self.node else {
            return None;
        };
        let (_, node) = entries.iter().rev().find(|(name, _)| name == key)?;
        (!is_absent(node)).then_some(self.child(key, node))
    }

    /// One of its values, whatever it is.
    pub fn child(&'a self, key: &'a str, node: &'a Node<'a>) -> At<'a> {
        At { node, parent: Some(self), step: Step::Key(key) }
    }

    /// Whether there is such a key, whatever its value.
    pub fn has(&self, key: &str) -> bool {
        let Node::Map(entries) = self.node else { return false };
        entries.iter().any(|(name, _)| name == key)
    }

    /// The entries of a list; nothing for other values.
    pub fn items(&'a self) -> impl Iterator<Item = At<'a>> {
        let items = if let Node::List(items) = self.node { items.as_slice() } else { &[] };
        let at = move |(index, node)| At { node, parent: Some(self), step: Step::Index(index) };
        items.iter().enumerate().map(at)
    }

    /// Its place, where it is an entry of a list.
    pub fn index(&self) -> Option<u32> {
        match self.step {
            Step::Index(index) => u32::try_from(index).ok(),
            _ => None,
        }
    }

    /// The JSON pointer (RFC 6901) to this value.
    pub fn pointer(&self) -> String {
        let mut pointer = self.parent.map_or_else(String::new, At::pointer);
        match self.step {
            Step::Root => {}
            Step::Key(key) => {
                pointer.push('/');
                for letter in key.chars() {
                    match letter {
                        '~' => pointer.push_str("~0"),
                        '/' => pointer.push_str("~1"),
                        letter => pointer.push(letter),
                    }
                }
            }
            Step::Index(index) => {
                pointer.push('/');
                pointer.push_str(&index.to_string());
            }
        }
        pointer
    }
}

/// Whether a value says nothing.
pub fn is_absent(node: &Node) -> bool {
    match node {
        Node::Null => true,
        Node::Text(text) => text.trim().is_empty(),
        Node::List(items) => items.is_empty(),
        Node::Map(entries) => entries.is_empty(),
        _ => false,
    }
}
