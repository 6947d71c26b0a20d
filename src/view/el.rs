//! Elements, written as `el("p.lead@lead")`.
//!
//! Yew's `html!` writes out the code that builds each element where it stands: for the
//! views of this card that is 21 kB compressed, a quarter of all. This builder makes the
//! same virtual nodes by a few functions that are there once, for half of that
//! (`docs/decisions/0002-elements-without-a-macro.md`).

use std::cell::RefCell;

use yew::AttrValue;
use yew::html::ontoggle;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VNode, VTag, VText};

use crate::story::{Direction, Language};

/// An element under construction.
#[must_use]
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    key: Option<Key>,
    node: NodeRef,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<VNode>,
    on_toggle: Option<Callback<Event>>,
}

/// Begins an element: a tag, then perhaps `.class`, then perhaps `@part`.
#[inline(never)]
pub fn el(plan: &'static str) -> El {
    let (rest, part) = plan.split_once('@').unwrap_or((plan, ""));
    let (tag, class) = rest.split_once('.').unwrap_or((rest, ""));
    let parts = Parts {
        tag,
        key: None,
        node: NodeRef::default(),
        names: Vec::new(),
        values: Vec::new(),
        children: Vec::new(),
        on_toggle: None,
    };
    El(Box::new(parts)).set("class", class).set("part", part)
}

impl El {
    /// Sets an attribute; an empty value leaves it out.
    #[inline(never)]
    pub fn set(self, name: &'static str, value: &'static str) -> Self {
        if value.is_empty() { self } else { self.put(name, AttrValue::Static(value)) }
    }

    /// Sets an attribute to a text of the story's, an empty one too.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.put(name, AttrValue::Rc(value.into()))
    }

    /// Sets an attribute where there is a value.
    pub fn maybe(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets an attribute without a value.
    #[inline(never)]
    pub fn flag(self, name: &'static str, is_on: bool) -> Self {
        if is_on { self.put(name, AttrValue::Static("")) } else { self }
    }

    /// Sets an attribute, or sets it anew.
    #[inline(never)]
    fn put(mut self, name: &'static str, value: AttrValue) -> Self {
        let parts = &mut *self.0;
        let value = Some(AttributeOrProperty::Attribute(value));
        let place = parts.names.iter().position(|other| *other == name);
        if let Some(old) = place.and_then(|place| parts.values.get_mut(place)) {
            *old = value;
        } else {
            parts.names.push(name);
            parts.values.push(value);
        }
        self
    }

    /// Keeps the element in its place, but out of sight.
    pub fn hidden(self, is_hidden: bool) -> Self {
        self.flag("hidden", is_hidden)
    }

    /// Language and direction, where they are known.
    #[inline(never)]
    pub fn language(self, language: Option<&Language>, direction: Option<Direction>) -> Self {
        match language {
            Some(language) => {
                self.attr("lang", language.as_str()).set("dir", super::dir(direction))
            }
            None => self,
        }
    }

    /// Keeps hold of the element.
    pub fn keep(mut self, node: &NodeRef) -> Self {
        self.0.node = node.clone();
        self
    }

    /// Tells whoever opens or closes it.
    pub fn on_toggle(mut self, on_toggle: Callback<Event>) -> Self {
        self.0.on_toggle = Some(on_toggle);
        self
    }

    /// What tells it from its siblings.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key.to_owned()));
        self
    }

    /// Adds letters: a text node, whatever they are.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        self.node(VText::new(AttrValue::Rc(text.into())).into())
    }

    /// Adds letters where there are any, else hides the element.
    #[inline(never)]
    pub fn text_or_hide(self, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.text(text),
            None => self.hidden(true),
        }
    }

    /// Adds an element with letters, where there are any. For the entries of long lists,
    /// which hold no component: what is hidden there thousands of times is work too.
    #[inline(never)]
    pub fn add_text(self, plan: &'static str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.add(el(plan).text(text)),
            None => self,
        }
    }

    /// Adds an element.
    #[inline(never)]
    pub fn add(self, child: El) -> Self {
        let child = child.build();
        self.node(child)
    }

    /// Adds a node.
    #[inline(never)]
    pub fn node(mut self, node: Html) -> Self {
        self.0.children.push(node);
        self
    }

    /// The finished node.
    #[inline(never)]
    pub fn build(self) -> Html {
        let parts = *self.0;
        let mut tag = VTag::new(AttrValue::Static(parts.tag));
        tag.key = parts.key;
        tag.node_ref = parts.node;
        tag.set_attributes(Attributes::Dynamic {
            keys: kept(&parts.names),
            values: parts.values.into(),
        });
        if let Some(children) = tag.children_mut() {
            *children = VList::with_children(parts.children, None).into();
        }
        if let Some(on_toggle) = parts.on_toggle {
            tag.add_listener(std::rc::Rc::new(ontoggle::Wrapper::new(on_toggle)));
        }
        tag.into()
    }
}

thread_local! {
    /// Each list of attribute names that the views make, once.
    static NAMES: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

/// The same list of names for as long as the page lives: Yew compares two elements by
/// the address of theirs, and one map for each element would cost more than all else.
///
/// The lists come from the views, not from stories: there are some dozens.
fn kept(names: &[&'static str]) -> &'static [&'static str] {
    NAMES.with_borrow_mut(|lists| {
        if let Some(list) = lists.iter().find(|list| **list == names) {
            return *list;
        }
        let list = Vec::leak(names.to_vec());
        lists.push(list);
        list
    })
}
