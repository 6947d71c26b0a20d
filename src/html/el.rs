//! Elements, written as `el("p.lead@lead")`.
//!
//! Yew's `html!` writes out the code that builds each element where it stands: for the
//! views of this card that is 21 kB compressed, a quarter of all. Here an element is its
//! own description, one text that grows as it is written, so that the functions are
//! there once (`docs/decisions/0002-elements-without-a-macro.md`).
//!
//! What is described is drawn at once ([`super::static_dom`]), or built of Yew's virtual nodes
//! ([`super::vnode`]) where it holds components, and where there is no browser.

use crate::story::{Direction, Language};

/// `auto` finds the direction from the first letters.
pub fn dir(direction: Option<Direction>) -> &'static str {
    direction.map_or("auto", Direction::as_str)
}

/// What an operation of a description does; `static_dom.js` knows them by their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// Begins an element: a tag, then perhaps `.class`, then perhaps `@part`.
    Open,
    /// Ends an element.
    Close,
    /// Names the attribute that is set next.
    Name,
    /// Sets the attribute; the last value stands.
    Value,
    /// Adds letters.
    Letters,
    /// What tells the element from its siblings.
    Key,
}

/// An element under construction: its description, still open.
#[must_use]
#[derive(Debug, PartialEq)]
pub struct El(Box<Description>);

/// Operations one after the other. Behind one pointer: an element is handed on at every step
/// of its construction, and three words in its place each time are 2 kB of code.
#[derive(Debug, PartialEq)]
struct Description {
    letters: String,
    /// Each operation, and how many bytes of the letters are its own.
    ops: Vec<(Op, usize)>,
}

/// Begins an element.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    let description = Description { letters: String::new(), ops: Vec::new() };
    El(Box::new(description)).op(Op::Open, tag)
}

impl El {
    #[inline(never)]
    fn op(mut self, op: Op, letters: &str) -> Self {
        self.0.letters.push_str(letters);
        self.0.ops.push((op, letters.len()));
        self
    }

    /// Sets an attribute; an empty value leaves it out.
    #[inline(never)]
    pub fn set(self, name: &'static str, value: &'static str) -> Self {
        if value.is_empty() { self } else { self.attr(name, value) }
    }

    /// Sets an attribute, to an empty text too.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.op(Op::Name, name).op(Op::Value, value)
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
        if is_on { self.attr(name, "") } else { self }
    }

    /// Keeps the element in its place, but out of sight.
    pub fn hidden(self, is_hidden: bool) -> Self {
        self.flag("hidden", is_hidden)
    }

    /// Language and direction, where they are known.
    #[inline(never)]
    pub fn language(self, language: Option<&Language>, direction: Option<Direction>) -> Self {
        match language {
            Some(language) => self.attr("lang", language.as_str()).set("dir", dir(direction)),
            None => self,
        }
    }

    /// What tells it from its siblings.
    pub fn key(self, key: &str) -> Self {
        self.op(Op::Key, key)
    }

    /// Adds letters: a text node, whatever they are.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        self.op(Op::Letters, text)
    }

    /// Adds letters where there are any, else hides the element.
    #[inline(never)]
    pub fn text_or_hide(self, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.text(text),
            None => self.hidden(true),
        }
    }

    /// Adds an element with letters, where there are any. Not for what Yew builds: there
    /// elements must not come and go.
    #[inline(never)]
    pub fn add_text(self, tag: &'static str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.add(el(tag).text(text)),
            None => self,
        }
    }

    /// Adds an element.
    #[expect(clippy::needless_pass_by_value, reason = "an element stands in one place")]
    #[inline(never)]
    pub fn add(mut self, child: Self) -> Self {
        self.0.letters.push_str(&child.0.letters);
        self.0.ops.extend_from_slice(&child.0.ops);
        self.op(Op::Close, "")
    }

    /// Its description, one operation after the other, without an end.
    pub fn ops(&self) -> Ops<'_> {
        Ops { letters: &self.0.letters, ops: self.0.ops.iter() }
    }

    /// The letters of all operations.
    pub fn letters(&self) -> &str {
        &self.0.letters
    }
}

/// The operations of a description with their letters.
#[derive(Debug)]
pub struct Ops<'d> {
    letters: &'d str,
    ops: std::slice::Iter<'d, (Op, usize)>,
}

impl<'d> Iterator for Ops<'d> {
    type Item = (Op, &'d str);

    fn next(&mut self) -> Option<Self::Item> {
        let (op, length) = *self.ops.next()?;
        let (letters, rest) = self.letters.split_at_checked(length)?;
        self.letters = rest;
        Some((op, letters))
    }
}
