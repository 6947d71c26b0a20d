//! What is carried along while a document of another format is read, and how its fields are.

use std::borrow::Cow;
use std::cell::Cell;

use super::dates;
use super::dom::HtmlParser;
use super::keys::written;
use crate::limits::{MAX_HEADLINE, MAX_SMALL_LIST, MAX_SOURCES, MAX_TAGS, MAX_TEXT};
use crate::parse::edtf;
use crate::parse::json::Node;
use crate::parse::{At, Options, Reader, cut, is_absent};
use crate::story::{EdtfDate, Language, SafeLink, Source, Timeline};

/// Reads fields, notes problems, and gathers what several fields add to.
pub struct Importer<'o> {
    /// Problems, and how addresses are resolved.
    pub reader: Reader<'o>,
    pub(super) html: HtmlParser,
    /// The sources found so far.
    pub sources: Vec<Source>,
    /// The number that a source without a label of its own was given last.
    pub next_id: usize,
    /// The timeline, where one was found.
    pub timeline: Option<Timeline>,
    /// How many tags may still be parsed.
    pub(super) tags: Cell<usize>,
}

impl<'o> Importer<'o> {
    pub fn new(options: &'o Options<'o>, html: HtmlParser) -> Self {
        Self {
            reader: Reader::new(options),
            html,
            sources: Vec::new(),
            next_id: 0,
            timeline: None,
            tags: Cell::new(MAX_TAGS),
        }
    }

    pub fn report(&mut self, at: &At, code: &'static str, message: &str) {
        self.reader.report(at, code, message);
    }

    /// Says where the story is: relative addresses in it resolve against that.
    pub fn set_base(&mut self, url: Option<&SafeLink>) {
        if let Some(url) = url.filter(|url| url.is_web()) {
            self.reader.base = Some(url.as_str().to_owned());
        }
    }

    /// The present moment, in milliseconds since 1970 UTC.
    pub fn now(&self) -> Option<f64> {
        self.reader.options.now
    }

    /// A value as a text without markup, cut at a limit. Numbers are taken as written.
    pub fn plain_value(&mut self, at: &At, limit: usize) -> Option<String> {
        let text = match at.node {
            Node::Text(text) => self.clean(text),
            Node::Number(digits) => (*digits).to_owned(),
            _ => {
                self.reader.wrong_type(at, "a text");
                return None;
            }
        };
        let text = match cut(&text, limit) {
            Some(cut) => {
                self.report(at, "too-long", "longer than the limit, cut");
                cut
            }
            None => text,
        };
        // What a program writes where it has nothing.
        let is_nothing = matches!(&*text, "" | "null" | "nil" | "undefined" | "None");
        Some(text).filter(|_| !is_nothing)
    }

    /// A field of plain text.
    pub fn plain(&mut self, at: &At, key: &str) -> Option<String> {
        at.get(key).and_then(|value| self.plain_value(&value, MAX_TEXT))
    }

    /// A field of text without markup whose lines count.
    pub fn plain_lines(&mut self, at: &At, key: &str) -> Option<String> {
        let value = at.get(key)?;
        self.reader.verbatim(&value, MAX_TEXT * 10).map(Cow::into_owned)
    }

    /// A field that names something: a headline, a category.
    pub fn label(&mut self, at: &At, key: &str) -> Option<String> {
        at.get(key).and_then(|value| self.plain_value(&value, MAX_HEADLINE))
    }

    /// The first of several fields that holds a name; fields are named with spaces between.
    pub fn first_label(&mut self, at: &At, keys: &str) -> Option<String> {
        keys.split(' ').find_map(|key| self.label(at, key))
    }

    /// An address made safe. One without a scheme, `//host/path`, has that of the web; some
    /// write addresses in JSON as they stand in HTML.
    pub fn safe_link(&self, raw: &str) -> Option<SafeLink> {
        // Ghost writes this for its own address in exports.
        let raw = raw.trim().trim_start_matches("__GHOST_URL__");
        let scheme = if raw.starts_with("//") { "https:" } else { "" };
        self.reader.safe_link(&[scheme, raw].concat().replace("&amp;", "&"))
    }

    /// A value as an address on the web; anything else is told.
    pub fn link_value(&mut self, at: &At) -> Option<SafeLink> {
        let Node::Text(raw) = at.node else {
            self.reader.wrong_type(at, "a URL");
            return None;
        };
        let link = self.safe_link(raw).filter(|link| link.is_web() || link.is_relative());
        if link.is_none() {
            self.report(at, "unsafe-url", "not a URL this card opens, left out");
        }
        link
    }

    /// A field that holds an address on the web.
    pub fn link(&mut self, at: &At, key: &str) -> Option<SafeLink> {
        at.get(key).and_then(|value| self.link_value(&value))
    }

    /// The first of several fields that holds an address.
    pub fn first_link(&mut self, at: &At, keys: &str) -> Option<SafeLink> {
        keys.split(' ').find_map(|key| self.link(at, key))
    }

    /// A field that holds a language tag.
    pub fn language(&mut self, at: &At, key: &str) -> Option<Language> {
        self.reader.language(at, key)
    }

    /// A field that holds a day or a moment.
    pub fn date(&mut self, at: &At, key: &str) -> Option<EdtfDate> {
        at.get(key).and_then(|value| self.date_of(&value))
    }

    /// The same for the value of a field. Day, month and year with dots between have one order
    /// wherever they are written.
    pub fn date_of(&mut self, value: &At) -> Option<EdtfDate> {
        let date = match value.node {
            Node::Text(text) => match text.split_once("/P") {
                // The rest is how long something lasts.
                Some((start, _)) => edtf::timestamp(start),
                None => dates::day(text).and_then(|day| edtf::timestamp(&day)),
            },
            _ => None,
        };
        let date = date.or_else(|| written(value.node).and_then(edtf::counted));
        date.or_else(|| self.reader.timestamp_of(value))
    }

    /// A field that holds a moment by the clock of UTC without saying so.
    pub fn utc_date(&mut self, at: &At, key: &str) -> Option<EdtfDate> {
        let value = at.get(key)?;
        let Node::Text(text) = value.node else {
            self.reader.wrong_type(&value, "a date");
            return None;
        };
        // What databases write for a date that nobody has set.
        if text.starts_with("0000-00-00") {
            return None;
        }
        let date = edtf::timestamp(&[text.trim(), "Z"].concat()).or_else(|| edtf::timestamp(text));
        if date.is_none() {
            self.report(&value, "unreadable-date", "not a date this card can read");
        }
        date
    }

    /// Calls `each` for the entries of a list field, or for the field itself where it is no
    /// list; some formats leave the choice. At most `limit` of them.
    pub fn each(&mut self, at: &At, key: &str, limit: usize, each: &mut dyn FnMut(&mut Self, &At)) {
        if let Some(value) = at.get(key) {
            self.each_of(&value, limit, each);
        }
    }

    /// The same for the value of a field.
    pub fn each_of(&mut self, value: &At, limit: usize, each: &mut dyn FnMut(&mut Self, &At)) {
        let Node::List(items) = value.node else { return each(self, value) };
        if items.len() > limit {
            self.report(value, "too-many", "more entries than the limit, the rest left out");
        }
        for item in value.items().take(limit).filter(|item| !is_absent(item.node)) {
            each(self, &item);
        }
    }

    /// Calls `each` for the entries of a list field, or for the field itself, that are objects.
    pub fn objects(
        &mut self,
        at: &At,
        key: &str,
        limit: usize,
        each: &mut dyn FnMut(&mut Self, &At),
    ) {
        self.each(at, key, limit, &mut |importer, entry| {
            if importer.reader.is_object(entry) {
                each(importer, entry);
            }
        });
    }

    /// Words of a list, of lists in it, or of one text with commas between.
    pub fn keywords(&mut self, at: &At, key: &str) -> Vec<String> {
        let mut words = Vec::new();
        self.each(at, key, MAX_SMALL_LIST, &mut |importer, item| {
            importer.add_keywords(item, 0, &mut words);
        });
        words.truncate(MAX_SMALL_LIST);
        words
    }

    fn add_keywords(&mut self, at: &At, depth: usize, words: &mut Vec<String>) {
        if words.len() >= MAX_SMALL_LIST {
            return;
        }
        match at.node {
            Node::List(_) if depth < 2 => {
                at.items().for_each(|item| self.add_keywords(&item, depth + 1, words));
            }
            Node::Map(_) => words.extend(self.first_label(at, "name title label")),
            Node::Text(_) => {
                let Some(text) = self.plain_value(at, MAX_TEXT) else { return };
                // In a list a comma may be part of a name.
                let is_one = at.index().is_some();
                for word in text.split(|c| matches!(c, ',' | ';') && !is_one).map(str::trim) {
                    if !word.is_empty() && !words.iter().any(|known| known == word) {
                        words.push(word.to_owned());
                    }
                }
            }
            _ => words.extend(self.plain_value(at, MAX_HEADLINE)),
        }
    }

    /// Adds a source and gives its place. Its id is the label, where that can be one and no
    /// other source has it, else a number.
    pub fn add_source(&mut self, label: &str, source: Source) -> Option<usize> {
        if self.sources.len() >= MAX_SOURCES {
            return None;
        }
        let is_id = |id: &str| {
            (1..=32).contains(&id.len())
                && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
        };
        let is_free = |id: &str| self.sources.iter().all(|source| source.id != id);
        let mut id = label.to_owned();
        while !is_id(&id) || !is_free(&id) {
            // None below it is free: they have been tried for other sources.
            self.next_id = self.next_id.max(self.sources.len()) + 1;
            id = self.next_id.to_string();
        }
        self.sources.push(Source { id, ..source });
        Some(self.sources.len() - 1)
    }

    /// Counts a marker of a source and gives its place among them, from 1.
    pub fn next_use(&mut self, source: usize) -> usize {
        let Some(source) = self.sources.get_mut(source) else { return 1 };
        source.uses += 1;
        source.uses
    }
}
