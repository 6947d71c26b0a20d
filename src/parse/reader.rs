//! Reads a JSON tree field by field, and reports instead of failing.

use super::json::Node;
use super::limits::{MAX_PROBLEMS, MAX_TEXT};
use super::problem::Problem;
use super::{Options, edtf};
use crate::story::{EdtfDate, Language, SafeLink};

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
        let Node::Map(entries) = self.node else { return None };
        let (_, node) = entries.iter().rev().find(|(name, _)| name == key)?;
        let is_absent = match node {
            Node::Null => true,
            Node::Text(text) => text.trim().is_empty(),
            Node::List(items) => items.is_empty(),
            Node::Map(entries) => entries.is_empty(),
            _ => false,
        };
        (!is_absent).then_some(At { node, parent: Some(self), step: Step::Key(key) })
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

/// What is carried along while a story is read.
pub struct Reader<'o> {
    /// How to read.
    pub options: &'o Options<'o>,
    /// What relative URLs resolve against: the story's own, else the document's.
    pub base: Option<String>,
    /// What could not be used, in reading order.
    pub problems: Vec<Problem>,
    /// Ids of the sources with their index, sorted by id.
    pub source_ids: Vec<(String, usize)>,
    /// How many markers each source has so far.
    pub uses: Vec<usize>,
    /// How many markers there are so far.
    pub citations: usize,
}

impl<'o> Reader<'o> {
    pub fn new(options: &'o Options<'o>) -> Self {
        Reader {
            options,
            base: options.base.map(str::to_owned),
            problems: Vec::new(),
            source_ids: Vec::new(),
            uses: Vec::new(),
            citations: 0,
        }
    }

    /// The source of an id.
    pub fn source_index(&self, id: &str) -> Option<usize> {
        let found = self.source_ids.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok()?;
        self.source_ids.get(found).map(|(_, index)| *index)
    }

    /// Counts a marker of a source and gives its place among them, from 1.
    pub fn next_use(&mut self, source: usize) -> usize {
        let Some(uses) = self.uses.get_mut(source) else { return 1 };
        *uses += 1;
        *uses
    }

    /// Notes a problem; past the limit it is dropped, for a hostile document can
    /// have millions.
    pub fn report(&mut self, at: &At, code: &'static str, message: &str) {
        if self.problems.len() < MAX_PROBLEMS {
            let (path, message) = (at.pointer(), message.to_owned());
            self.problems.push(Problem { code, path, message });
        }
    }

    fn wrong_type(&mut self, at: &At, expected: &str) {
        let found = match at.node {
            Node::Null => "null",
            Node::Bool(_) => "true or false",
            Node::Number(_) => "a number",
            Node::Text(_) => "a text",
            Node::List(_) => "a list",
            Node::Map(_) => "an object",
            Node::TooDeep => return self.report(at, "too-deep", "nested too deep, left out"),
        };
        let message = ["expected ", expected, ", found ", found].concat();
        self.report(at, "wrong-type", &message);
    }

    /// The value as a text, cut at `limit` characters.
    pub fn text(&mut self, at: &At, limit: usize) -> Option<String> {
        let Node::Text(text) = at.node else {
            self.wrong_type(at, "a text");
            return None;
        };
        let text = text.trim();
        if let Some(cut) = super::cut::cut(text, limit) {
            self.report(at, "too-long", "longer than the limit, cut");
            return Some(cut);
        }
        Some(text.to_owned())
    }

    /// A plain text field.
    pub fn plain(&mut self, at: &At, key: &str) -> Option<String> {
        at.get(key).and_then(|value| self.text(&value, MAX_TEXT))
    }

    /// A text field that may be given as a number, as ids are.
    pub fn id(&mut self, at: &At, key: &str) -> Option<String> {
        let value = at.get(key)?;
        match value.node {
            Node::Number(digits) => Some((*digits).to_owned()),
            _ => self.text(&value, MAX_TEXT),
        }
    }

    /// A true-or-false field.
    pub fn flag(&mut self, at: &At, key: &str) -> bool {
        let Some(value) = at.get(key) else { return false };
        let Node::Bool(flag) = value.node else {
            self.wrong_type(&value, "true or false");
            return false;
        };
        *flag
    }

    /// A whole number above zero, such as a width in pixels.
    pub fn pixels(&mut self, at: &At, key: &str) -> Option<u32> {
        let value = at.get(key)?;
        let pixels = match value.node {
            Node::Number(digits) => digits.parse().ok().filter(|n| (1..=100_000).contains(n)),
            _ => None,
        };
        if pixels.is_none() {
            self.wrong_type(&value, "a whole number of pixels");
        }
        pixels
    }

    /// A field that holds an object.
    pub fn object<'a>(&mut self, at: &'a At<'a>, key: &'a str) -> Option<At<'a>> {
        at.get(key).filter(|value| self.is_object(value))
    }

    /// Whether the value is an object; reported when not.
    pub fn is_object(&mut self, at: &At) -> bool {
        let is_object = matches!(at.node, Node::Map(_));
        if !is_object {
            self.wrong_type(at, "an object");
        }
        is_object
    }

    /// Reads a list field entry by entry, at most `limit` of them, and gives how many
    /// were over the limit.
    ///
    /// Not generic, and `each` is called by reference, so that this is there once.
    pub fn each(
        &mut self,
        at: &At,
        key: &str,
        limit: usize,
        each: &mut dyn FnMut(&mut Self, &At),
    ) -> usize {
        let Some(value) = at.get(key) else { return 0 };
        let Node::List(items) = value.node else {
            self.wrong_type(&value, "a list");
            return 0;
        };
        let omitted = items.len().saturating_sub(limit);
        if omitted > 0 {
            self.report(&value, "too-many", "more entries than the limit, the rest left out");
        }
        for item in value.items().take(limit) {
            each(self, &item);
        }
        omitted
    }

    /// Reads a list field to a list; an entry that `read` refuses is left out.
    pub fn list<T>(
        &mut self,
        at: &At,
        key: &str,
        limit: usize,
        read: fn(&mut Self, &At) -> Option<T>,
    ) -> (Vec<T>, usize) {
        let mut entries = Vec::new();
        let omitted = self.each(at, key, limit, &mut |reader, item| {
            if let Some(entry) = read(reader, item) {
                entries.push(entry);
            }
        });
        (entries, omitted)
    }

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
