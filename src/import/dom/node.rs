//! What a tree of HTML has to answer, whoever has parsed it.

use std::borrow::Cow;

/// A parsed document of HTML. A node is named by a number that its tree gives out.
///
/// Natively `html5ever` stands behind it, in a browser the inert document of a `DOMParser`:
/// both parse as the standard has it, and one walk goes over both. Scripts are off, so that
/// what `<noscript>` holds are elements.
pub trait Dom {
    /// The document.
    fn root(&self) -> u32;
    /// The first node inside.
    fn first_child(&self, node: u32) -> Option<u32>;
    /// The node behind it.
    fn next_sibling(&self, node: u32) -> Option<u32>;
    /// The local name of an element, in lower case; nothing for all other nodes.
    fn name(&self, node: u32) -> Option<Cow<'_, str>>;
    /// The letters of a text node; nothing for all other nodes.
    fn text(&self, node: u32) -> Option<Cow<'_, str>>;
    /// The value of an attribute.
    fn attribute(&self, node: u32, name: &str) -> Option<Cow<'_, str>>;
}

/// Parses HTML as a whole document; nothing where there is no parser.
pub type HtmlParser = fn(&str) -> Option<Box<dyn Dom>>;

/// The nodes inside of another, in order.
pub fn children(dom: &dyn Dom, node: u32) -> Children<'_> {
    Children { dom, next: dom.first_child(node) }
}

/// See [`children`].
pub struct Children<'d> {
    dom: &'d dyn Dom,
    next: Option<u32>,
}

impl Iterator for Children<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let node = self.next?;
        self.next = self.dom.next_sibling(node);
        Some(node)
    }
}

/// Visits all nodes below one, in the order of the document; where `visit` says no, what is
/// inside of that node is passed over. Without recursion: a tree may be as deep as it is long.
pub fn descend(dom: &dyn Dom, node: u32, visit: &mut dyn FnMut(u32) -> bool) {
    let mut waiting: Vec<u32> = dom.first_child(node).into_iter().collect();
    while let Some(node) = waiting.pop() {
        waiting.extend(dom.next_sibling(node));
        if visit(node) {
            waiting.extend(dom.first_child(node));
        }
    }
}

/// Whether more than so many nodes are below one; no more of them are looked at.
pub fn holds_more(dom: &dyn Dom, node: u32, most: usize) -> bool {
    let mut waiting: Vec<u32> = dom.first_child(node).into_iter().collect();
    let mut count = 0;
    while let Some(node) = waiting.pop() {
        count += 1;
        if count > most {
            return true;
        }
        waiting.extend(dom.next_sibling(node));
        waiting.extend(dom.first_child(node));
    }
    false
}

/// The value of an attribute; empty where there is none.
pub fn attribute<'d>(dom: &'d dyn Dom, node: u32, name: &str) -> Cow<'d, str> {
    dom.attribute(node, name).unwrap_or_default()
}

/// Whether an element has one of these classes, written with spaces between.
pub fn has_class(dom: &dyn Dom, node: u32, wanted: &str) -> bool {
    let classes = attribute(dom, node, "class");
    classes.split_ascii_whitespace().any(|class| wanted.split(' ').any(|name| name == class))
}

/// Letters without the white space between them.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
