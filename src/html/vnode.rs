//! Elements as Yew's virtual nodes: what may hold components, and the drawing of the
//! timeline. What stands in them and holds none Yew need not compare ([`super::static_dom`]).

use std::cell::RefCell;

use yew::AttrValue;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VNode, VTag, VText};

use super::HAS_APP;
use super::el::{El, Op, Ops};
use super::static_dom::Plain;

/// An element that Yew keeps hold of: it may tell what happens to it, and hold what is
/// no plain element.
#[must_use]
#[derive(Debug)]
pub struct Live {
    el: El,
    node: NodeRef,
    inner: Vec<VNode>,
}

impl Live {
    /// An element that has what `el` has.
    pub fn new(el: El) -> Self {
        Self { el, node: NodeRef::default(), inner: Vec::new() }
    }

    /// Keeps hold of the element.
    pub fn keep(mut self, node: &NodeRef) -> Self {
        self.node = node.clone();
        self
    }

    /// Adds an element.
    #[inline(never)]
    pub fn add(self, child: El) -> Self {
        self.node(child.build())
    }

    /// Adds a node.
    pub fn node(mut self, node: Html) -> Self {
        self.inner.push(node);
        self
    }

    /// The finished node.
    #[inline(never)]
    pub fn build(self) -> Html {
        let mut ops = self.el.ops();
        let tag = ops.next().map_or("", |(_, tag)| tag);
        let mut tag = read(tag, &mut ops, self.inner);
        tag.node_ref = self.node;
        tag.into()
    }
}

impl El {
    /// An element that Yew keeps hold of.
    pub fn live(self) -> Live {
        Live::new(self)
    }

    /// The finished node, which is changed when it is built anew.
    #[inline(never)]
    pub fn build(self) -> Html {
        if HAS_APP {
            return html! { <Plain el={self} /> };
        }
        self.live().build()
    }
}

/// Reads a description up to the end of the element; `more` comes after its children.
#[inline(never)]
fn read(selector: &str, ops: &mut Ops, more: Vec<VNode>) -> VTag {
    let (rest, part) = selector.split_once('@').unwrap_or((selector, ""));
    let (tag, class) = rest.split_once('.').unwrap_or((rest, ""));
    let (mut names, mut values, mut children) = (Vec::new(), Vec::new(), Vec::new());
    let mut put = |name, value: &str| {
        let value = Some(AttributeOrProperty::Attribute(AttrValue::Rc(value.into())));
        let place = names.iter().position(|other| *other == name);
        if let Some(old) = place.and_then(|place| values.get_mut(place)) {
            *old = value;
        } else {
            names.push(name);
            values.push(value);
        }
    };
    for (name, value) in [("class", class), ("part", part)] {
        if !value.is_empty() {
            put(name, value);
        }
    }
    let mut tag = VTag::new(AttrValue::Rc(tag.into()));
    let mut name = "";
    while let Some((op, letters)) = ops.next() {
        match op {
            Op::Open => children.push(read(letters, ops, Vec::new()).into()),
            Op::Close => break,
            Op::Name => name = letters,
            Op::Value => put(name, letters),
            Op::Letters => children.push(VText::new(AttrValue::Rc(letters.into())).into()),
            Op::Key => tag.key = Some(Key::from(letters)),
        }
    }
    tag.set_attributes(Attributes::Dynamic { keys: kept(&names), values: values.into() });
    children.extend(more);
    if let Some(list) = tag.children_mut() {
        *list = VList::with_children(children, None).into();
    }
    tag
}

thread_local! {
    /// Each list of attribute names that the views make, once.
    static NAMES: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

/// The same list of names for as long as the page lives: Yew compares two elements by
/// the address of theirs, and one map for each element would cost more than all else.
///
/// The lists come from the views, not from stories: there are some dozens.
fn kept(names: &[&str]) -> &'static [&'static str] {
    NAMES.with_borrow_mut(|lists| {
        if let Some(list) = lists.iter().find(|list| **list == names) {
            return *list;
        }
        let names: Vec<&'static str> =
            names.iter().map(|name| &*Box::leak(Box::<str>::from(*name))).collect();
        let list = Vec::leak(names);
        lists.push(list);
        list
    })
}
