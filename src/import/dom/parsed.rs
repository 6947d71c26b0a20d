//! HTML to a tree without a browser: `html5ever` parses, and tells what it has found.

use std::borrow::Cow;
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, parse_document};

use super::guard::within_reason;
use super::node::Dom;
use super::tree::{Handle, Node, Parsed, Tree};
use crate::limits::MAX_NODES;

/// How much is parsed at once, in bytes: between two pieces the nodes are counted.
const PIECE: usize = 1_024;

/// A little more than is looked at: then it is told that there was more.
const MOST_NODES: usize = MAX_NODES + 1_000;

/// Elements in elements: for each tag a parser looks through all that are open, so that a tree as
/// deep as it is long takes the square of its length. No page has a tenth of it.
const MOST_DEEP: u32 = 1_000;

/// Parses HTML; of what is larger than any story the beginning.
#[must_use]
pub fn parse_html(html: &str) -> Option<Box<dyn Dom>> {
    let mut opts = ParseOpts::default();
    opts.tree_builder.scripting_enabled = false;
    let mut parser = parse_document(Tree::default(), opts);
    let mut rest = within_reason(html);
    loop {
        let tree = &parser.tokenizer.sink.sink;
        if rest.is_empty() || tree.len() >= MOST_NODES {
            break;
        }
        if tree.deepest() > MOST_DEEP {
            parser.process(StrTendril::from(letters_alone(rest)));
            break;
        }
        let mut end = PIECE.min(rest.len());
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let (piece, after) = rest.split_at_checked(end)?;
        parser.process(StrTendril::from_slice(piece));
        rest = after;
    }
    Some(Box::new(parser.finish()))
}

/// HTML without its tags, up to where what is no tag is no letter either. A tag may have begun
/// before it.
fn letters_alone(html: &str) -> String {
    let mut pieces = html.split('<');
    let mut letters = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let name = piece.get(..6).unwrap_or_default();
        if ["script", "style>", "style "].iter().any(|raw| name.eq_ignore_ascii_case(raw)) {
            break;
        }
        letters.push_str(piece.split_once('>').map_or("", |(_, letters)| letters));
    }
    letters
}

impl TreeSink for Tree {
    type Handle = Handle;
    type Output = Parsed;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Parsed {
        self.into_parsed()
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        self.handle(0)
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> Handle {
        let name = Rc::new(name);
        let handle = Some(Rc::clone(&name));
        let holds_html = flags.mathml_annotation_xml_integration_point;
        let index = self.add(Node { handle, attributes, holds_html, ..Node::default() });
        Handle { index, name }
    }

    fn create_comment(&self, _text: StrTendril) -> Handle {
        self.handle(self.add(Node::default()))
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Handle {
        self.handle(self.add(Node::default()))
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.index, child, None);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        match self.with(element.index, |node| node.parent).flatten() {
            Some(parent) => self.insert(parent, child, Some(element.index)),
            None => self.insert(previous.index, child, None),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What a template holds is passed over, so it may as well stand in it.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.index == other.index
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Handle) -> bool {
        self.with(target.index, |node| node.holds_html).unwrap_or_default()
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let Some(parent) = self.with(sibling.index, |node| node.parent).flatten() {
            self.insert(parent, child, Some(sibling.index));
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        self.change(Some(target.index), |node| {
            for attribute in attributes {
                if node.attributes.iter().all(|known| known.name != attribute.name) {
                    node.attributes.push(attribute);
                }
            }
        });
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.index);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        while let Some(child) = self.with(node.index, |node| node.first).flatten() {
            self.put(new_parent.index, child, None);
        }
    }
}
