//! Values that may be a text, an object, or a list of both.

use crate::import::importer::Importer;
use crate::import::json_ld::graph::Graph;
use crate::import::keys::{find, written};
use crate::parse::At;
use crate::parse::json::Node;
use crate::story::{EdtfDate, SafeLink};

/// The longest list that is gone through.
const MAX_VALUES: usize = 100;

/// Addresses of addresses that are followed: a thing may be named as its own.
const MAX_LINKS: u8 = 3;

/// A document that is read, and its graph.
pub struct Linked<'i, 'o, 'g> {
    pub importer: &'i mut Importer<'o>,
    pub graph: Graph<'g>,
    /// Addresses that are being followed.
    pub links: u8,
}

impl Linked<'_, '_, '_> {
    /// Calls `each` for the values of a field, each resolved.
    pub fn each(&mut self, at: &At, key: &str, each: &mut dyn FnMut(&mut Self, &At)) {
        let Some(value) = at.get(key) else { return };
        // A list may be wrapped once more, to say whether its order counts.
        let list = ["@list", "@set"].into_iter().find_map(|key| value.get(key));
        self.each_of(&list.unwrap_or(value), each);
    }

    /// The same for a value, whose list may hold lists.
    fn each_of(&mut self, value: &At, each: &mut dyn FnMut(&mut Self, &At)) {
        if !matches!(value.node, Node::List(_)) {
            let value = self.graph.resolve(value);
            return each(self, &value);
        }
        if value.items().count() > MAX_VALUES {
            let message = "more entries than the limit, the rest left out";
            self.importer.report(value, "too-many", message);
        }
        for item in value.items().take(MAX_VALUES) {
            self.each_of(&item, each);
        }
    }

    /// The first text of a field: its own, that of `@value`, or the name of an object.
    pub fn text(&mut self, at: &At, key: &str, limit: usize) -> Option<String> {
        let mut found = None;
        self.each(at, key, &mut |linked, value| {
            if found.is_none() {
                found = linked.text_of(value, limit);
            }
        });
        found
    }

    pub fn text_of(&mut self, value: &At, limit: usize) -> Option<String> {
        match value.node {
            Node::Map(_) => ["@value", "name", "headline", "text"].into_iter().find_map(|key| {
                value.get(key).and_then(|at| self.importer.plain_value(&at, limit))
            }),
            Node::Null => None,
            _ => self.importer.plain_value(value, limit),
        }
    }

    /// The first of several fields that has a text.
    pub fn first_text(&mut self, at: &At, keys: &str, limit: usize) -> Option<String> {
        keys.split(' ').find_map(|key| self.text(at, key, limit))
    }

    /// The first address of a field. What is no address, such as `True`, is left out: these
    /// fields hold all sorts of things.
    pub fn link(&mut self, at: &At, key: &str) -> Option<SafeLink> {
        let mut found = None;
        self.each(at, key, &mut |linked, value| {
            if found.is_none() {
                found = linked.link_of(value);
            }
        });
        found
    }

    pub fn link_of(&mut self, value: &At) -> Option<SafeLink> {
        match value.node {
            Node::Map(_) if self.links >= MAX_LINKS => None,
            Node::Map(_) => {
                self.links += 1;
                let mut keys = ["url", "contentUrl", "contentURL", "@id"].into_iter();
                let found = keys.find_map(|key| self.link(value, key));
                self.links -= 1;
                found
            }
            Node::Text(raw) => {
                let raw = raw.trim();
                if raw.starts_with("http") || raw.starts_with('/') {
                    return self.importer.link_value(value);
                }
                if raw.contains(':') {
                    self.importer.report(
                        value,
                        "unsafe-url",
                        "not a URL this card opens, left out",
                    );
                }
                None
            }
            Node::Null | Node::Bool(_) => None,
            _ => {
                self.importer.reader.wrong_type(value, "a URL");
                None
            }
        }
    }

    /// The first of several fields that holds a date; fields are named with spaces between.
    pub fn first_date(&mut self, at: &At, keys: &str) -> Option<EdtfDate> {
        keys.split(' ').find_map(|key| self.date(at, key))
    }

    /// The first date of a field.
    pub fn date(&mut self, at: &At, key: &str) -> Option<EdtfDate> {
        let mut found = None;
        self.each(at, key, &mut |linked, value| {
            if found.is_some() {
                return;
            }
            found = match value.get("@value") {
                Some(value) => linked.importer.date_of(&value),
                None => linked.importer.date_of(value),
            };
        });
        found
    }
}

/// Whether a field says no, as `false`, `"False"` or an address that ends so.
pub fn says_no(at: &At, key: &str) -> bool {
    match find(at.node, key) {
        Some(Node::Bool(flag)) => !flag,
        Some(node) => written(node).is_some_and(|word| {
            let last = word.rsplit('/').next().map(str::to_ascii_lowercase);
            matches!(last.as_deref(), Some("false" | "no"))
        }),
        None => false,
    }
}
