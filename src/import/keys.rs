//! Looks into a tree without a way to it.

use std::borrow::Cow;

use crate::parse::json::Node;
use crate::parse::{At, is_absent};

/// The value of a key; of equal keys the last one counts.
pub fn find<'n>(node: &'n Node<'n>, key: &str) -> Option<&'n Node<'n>> {
    let Node::Map(entries) = node else { return None };
    entries.iter().rev().find(|(name, _)| name == key).map(|(_, node)| node)
}

/// Whether a value is an object with one of these keys, named with spaces between.
pub fn is_map_with(node: &Node, keys: &str) -> bool {
    keys.split(' ').any(|key| find(node, key).is_some())
}

/// Whether a value is a text that begins like this.
pub fn starts_with(node: Option<&Node>, start: &str) -> bool {
    matches!(node, Some(Node::Text(text)) if text.trim_start().starts_with(start))
}

/// A text or a number, as written.
pub fn written<'n>(node: &'n Node<'n>) -> Option<&'n str> {
    match node {
        Node::Text(text) => Some(text.trim()),
        Node::Number(digits) => Some(digits),
        _ => None,
    }
}

/// How a key is spelled here, whatever its case; of several the first that says something.
pub fn spelled<'a>(at: &At<'a>, wanted: &'a str) -> &'a str {
    let Node::Map(entries) = at.node else { return wanted };
    let is_it = |(key, node): &&(Cow<'a, str>, Node<'a>)| {
        key.eq_ignore_ascii_case(wanted) && !is_absent(node)
    };
    entries.iter().find(is_it).map_or(wanted, |(key, _)| key)
}
