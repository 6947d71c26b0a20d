//! Elements as Yew's virtual nodes: what may hold components, and the drawing of the
//! timeline. What stands in them and holds none Yew need not compare ([`super::drawn`]).

use std::cell::RefCell;

use yew::AttrValue;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VNode, VTag, VText};

use super::el::{El, Word, Words};

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
        let mut words = self.el.words();
        let plan = words.next().map_or("", |(_, plan)| plan);
        let mut tag = read(plan, &mut words, self.inner);
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
        #[cfg(target_arch = "wasm32")]
        return html! { <super::drawn::Plain el={self} /> };
        #[cfg(not(target_arch = "wasm32"))]
        self.live().build()
    }
}

/// Reads a description up to the end of the element; `more` comes after its children.
#[inline(never)]
fn read(plan: &str, words: &mut Words, more: Vec<VNode>) -> VTag {
    let (rest, part) = plan.split_once('@').unwrap_or((plan, ""));
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
    while let Some((word, letters)) = words.next() {
        match word {
            Word::Open => children.push(read(letters, words, Vec::new()).into()),
            Word::Close => break,
            Word::Name => name = letters,
            Word::Value => put(name, letters),
            Word::Letters => children.push(VText::new(AttrValue::Rc(letters.into())).into()),
            Word::Key => tag.key = Some(Key::from(letters)),
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
