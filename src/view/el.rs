//! Elements, written as `el("p.lead@lead")`.
//!
//! Yew's `html!` writes out the code that builds each element where it stands: for the
//! views of this card that is 21 kB compressed, a quarter of all. Here an element is its
//! own description, one text that grows as it is written, so that the functions are
//! there once (`docs/decisions/0002-elements-without-a-macro.md`).
//!
//! What is described is drawn at once ([`super::drawn`]), or built of Yew's virtual nodes
//! ([`super::live`]) where it holds components, and where there is no browser.

use crate::story::{Direction, Language};

/// What a word of a description does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
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

/// Words one after the other. Behind one pointer: an element is handed on at every step
/// of its construction, and three words in its place each time are 2 kB of code.
#[derive(Debug, PartialEq)]
struct Description {
    letters: String,
    /// What each word does, and its length in bytes.
    words: Vec<(Word, usize)>,
}

/// Begins an element.
#[inline(never)]
pub fn el(plan: &'static str) -> El {
    let description = Description { letters: String::new(), words: Vec::new() };
    El(Box::new(description)).word(Word::Open, plan)
}

impl El {
    #[inline(never)]
    fn word(mut self, word: Word, letters: &str) -> Self {
        self.0.letters.push_str(letters);
        self.0.words.push((word, letters.len()));
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
        self.word(Word::Name, name).word(Word::Value, value)
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
            Some(language) => {
                self.attr("lang", language.as_str()).set("dir", super::dir(direction))
            }
            None => self,
        }
    }

    /// What tells it from its siblings.
    pub fn key(self, key: &str) -> Self {
        self.word(Word::Key, key)
    }

    /// Adds letters: a text node, whatever they are.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        self.word(Word::Letters, text)
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
    pub fn add_text(self, plan: &'static str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.add(el(plan).text(text)),
            None => self,
        }
    }

    /// Adds an element.
    #[expect(clippy::needless_pass_by_value, reason = "an element stands in one place")]
    #[inline(never)]
    pub fn add(mut self, child: Self) -> Self {
        self.0.letters.push_str(&child.0.letters);
        self.0.words.extend_from_slice(&child.0.words);
        self.word(Word::Close, "")
    }

    /// Its description, word by word, without an end.
    pub fn words(&self) -> Words<'_> {
        Words { letters: &self.0.letters, words: self.0.words.iter() }
    }

    /// The letters of all words.
    #[cfg(target_arch = "wasm32")]
    pub fn letters(&self) -> &str {
        &self.0.letters
    }
}

/// The words of a description with their letters.
#[derive(Debug)]
pub struct Words<'d> {
    letters: &'d str,
    words: std::slice::Iter<'d, (Word, usize)>,
}

impl<'d> Iterator for Words<'d> {
    type Item = (Word, &'d str);

    fn next(&mut self) -> Option<Self::Item> {
        let (word, length) = *self.words.next()?;
        let (letters, rest) = self.letters.split_at_checked(length)?;
        self.letters = rest;
        Some((word, letters))
    }
}
