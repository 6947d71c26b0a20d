//! Fields whose value has a meaning: URLs, languages, dates, words of a list.

use super::{At, Reader};
use crate::parse::edtf;
use crate::parse::json::Node;
use crate::story::{EdtfDate, Language, SafeLink};

impl Reader<'_> {
    /// A field that holds a URL, made safe.
    pub fn link(&mut self, at: &At, key: &str) -> Option<SafeLink> {
        let value = at.get(key)?;
        let Node::Text(raw) = value.node else {
            self.wrong_type(&value, "a URL");
            return None;
        };
        let link = self.safe_link(raw);
        if link.is_none() {
            self.report(&value, "unsafe-url", "not a URL this card opens, left out");
        }
        link
    }

    /// A URL field that must lead somewhere on the web.
    pub fn web_link(&mut self, at: &At, key: &str) -> Option<SafeLink> {
        let link = self.link(at, key)?;
        if link.is_web() || link.is_relative() {
            return Some(link);
        }
        if let Some(value) = at.get(key) {
            self.report(&value, "unsafe-url", "expected http or https, left out");
        }
        None
    }

    /// A URL made safe, relative ones resolved.
    pub fn safe_link(&self, raw: &str) -> Option<SafeLink> {
        SafeLink::new(raw, self.base.as_deref(), self.options.url_parser)
    }

    /// A field that holds a language tag.
    pub fn language(&mut self, at: &At) -> Option<Language> {
        let value = at.get("inLanguage")?;
        let language = match value.node {
            Node::Text(tag) => Language::new(tag),
            _ => None,
        };
        if language.is_none() {
            self.report(&value, "unknown-value", "not a language tag (BCP 47), left out");
        }
        language
    }

    /// A field that holds an EDTF date.
    pub fn date(&mut self, at: &At, key: &str) -> Option<EdtfDate> {
        self.read_date(at, key, edtf::strict, edtf::lenient)
    }

    /// A field that holds a moment or a day.
    pub fn timestamp(&mut self, at: &At, key: &str) -> Option<EdtfDate> {
        self.read_date(at, key, edtf::exact_timestamp, edtf::timestamp)
    }

    fn read_date(
        &mut self,
        at: &At,
        key: &str,
        strict: fn(&str) -> Option<EdtfDate>,
        lenient: fn(&str) -> Option<EdtfDate>,
    ) -> Option<EdtfDate> {
        let value = at.get(key)?;
        let text: &str = match value.node {
            Node::Text(text) => text.trim(),
            // A bare year is the commonest slip of all.
            Node::Number(digits) => digits,
            _ => {
                self.wrong_type(&value, "a date");
                return None;
            }
        };
        let is_text = matches!(value.node, Node::Text(_));
        if let Some(date) = strict(text).filter(|_| is_text) {
            return Some(date);
        }
        let date = strict(text).or_else(|| lenient(text));
        match date {
            Some(_) => self.report(&value, "lenient-date", "not an EDTF date, read as one"),
            None => self.report(&value, "unreadable-date", "not a date this card can read"),
        }
        date
    }

    /// A field whose value is one of a few words.
    pub fn choice<T>(&mut self, at: &At, key: &str, find: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = at.get(key)?;
        let Node::Text(word) = value.node else {
            self.wrong_type(&value, "a word");
            return None;
        };
        let found = find(word.trim());
        if found.is_none() {
            self.report(&value, "unknown-value", "not a value this card knows, left out");
        }
        found
    }
}
