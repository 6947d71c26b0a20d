//! Reads a JSON tree field by field, and reports instead of failing.

mod at;
mod fields;

use std::borrow::Cow;

pub use at::{At, is_absent};

use super::json::Node;
use super::markers::{are_sources, sources, without_markers};
use super::markup;
use super::options::Options;
use super::problem::Problem;
use crate::limits::{MAX_CITATIONS, MAX_MARKUP, MAX_PROBLEMS, MAX_QUOTATION_WORK, MAX_TEXT};
use crate::story::{Run, Source};

/// Lists that half the web writes as what stands in them, where that is one.
const ONE_OR_MORE: [&str; 4] = ["author", "editor", "correction", "keyPoints"];

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
    /// The sources; what the texts quote of them is noted there.
    pub sources: Vec<Source>,
    /// Those that are said to be quoted, and where.
    pub claims: Vec<(usize, String)>,
    /// Those of which something is quoted that they do not hold.
    pub unproven: Vec<usize>,
    /// How many letters of excerpts may still be looked at.
    pub quotation_work: usize,
    /// Whether the text that is read is all quoted.
    pub is_in_quote: bool,
    /// How many markers there are so far.
    pub citations: usize,
    /// How many emphases and links there are so far.
    pub marked: usize,
    /// Keys that nobody reads and that were told, with those of their object that are read.
    pub unknown_keys: Vec<(&'static str, String)>,
    /// How many texts with foreign markup were told.
    markup: usize,
    checks: Checks,
}

/// What is told to whoever writes a story in this format. The converter reads fields of it too,
/// and carries no code for that: the card reads again what it writes.
#[derive(Clone, Copy)]
pub struct Checks {
    /// Looks for the keys of an object that nobody reads.
    pub keys: fn(&mut Reader, &At, &'static str),
    /// Looks for what a text quotes in its sources.
    pub quotations: fn(&mut Reader, &At, &[Run]),
}

impl<'o> Reader<'o> {
    /// One that only reads.
    pub fn new(options: &'o Options<'o>) -> Self {
        Self::checking(options, Checks { keys: |_, _, _| (), quotations: |_, _, _| () })
    }

    /// One that checks what it reads.
    pub fn checking(options: &'o Options<'o>, checks: Checks) -> Self {
        Reader {
            options,
            base: options.base.map(str::to_owned),
            problems: Vec::new(),
            source_ids: Vec::new(),
            uses: Vec::new(),
            sources: Vec::new(),
            claims: Vec::new(),
            unproven: Vec::new(),
            quotation_work: MAX_QUOTATION_WORK,
            is_in_quote: false,
            citations: 0,
            marked: 0,
            unknown_keys: Vec::new(),
            markup: 0,
            checks,
        }
    }

    /// Tells of the keys of an object that nobody reads.
    pub fn check_keys(&mut self, at: &At, keys: &'static str) {
        (self.checks.keys)(self, at, keys);
    }

    /// Tells of quotations in a text that its sources do not hold.
    pub fn check_quotations(&mut self, at: &At, runs: &[Run]) {
        (self.checks.quotations)(self, at, runs);
    }

    /// The sources of the ids in brackets, up to one more than can be cited; nothing where one is
    /// not there.
    pub fn sources(&self, inside: &str) -> Option<Vec<usize>> {
        let most = MAX_CITATIONS.saturating_sub(self.citations);
        sources(&|id| self.source_index(id), self.uses.len(), most, inside)
    }

    /// The source of an id.
    pub fn source_index(&self, id: &str) -> Option<usize> {
        let found = self.source_ids.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok()?;
        self.source_ids.get(found).map(|(_, index)| *index)
    }

    /// Notes a problem; past the limit it is dropped, for a hostile document can
    /// have millions.
    pub fn report(&mut self, at: &At, code: &'static str, message: &str) {
        if self.problems.len() < MAX_PROBLEMS {
            self.report_at(at.pointer(), code, message);
        }
    }

    /// The same of a place that has been read before.
    pub fn report_at(&mut self, path: String, code: &'static str, message: &str) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(Problem { code, path, message: message.to_owned() });
        }
    }

    /// Notes a value of another type than the field takes.
    pub fn wrong_type(&mut self, at: &At, expected: &str) {
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

    /// The value as a text, cut at `limit` characters. Markup that nothing reads is told:
    /// readers see it as it is typed.
    pub fn text<'a>(&mut self, at: &At<'a>, limit: usize) -> Option<Cow<'a, str>> {
        let text = self.verbatim(at, limit)?;
        if self.markup < MAX_MARKUP
            && let Some(message) = markup::foreign(&text)
        {
            self.markup += 1;
            self.report(at, "markup", message);
        }
        Some(text)
    }

    /// The value as a text in which anything may stand.
    pub fn verbatim<'a>(&mut self, at: &At<'a>, limit: usize) -> Option<Cow<'a, str>> {
        let Node::Text(text) = at.node else {
            self.wrong_type(at, "a text");
            return None;
        };
        let text = text.trim();
        if let Some(cut) = super::cut::cut(text, limit) {
            self.report(at, "too-long", "longer than the limit, cut");
            return Some(Cow::Owned(cut));
        }
        Some(Cow::Borrowed(text))
    }

    /// The value as a text without markup. A marker in it cannot be shown as one.
    pub fn label(&mut self, at: &At, limit: usize) -> Option<String> {
        let text = self.text(at, limit)?;
        if !text.contains('[') || self.source_ids.is_empty() {
            return Some(text.into_owned()).filter(|text| !text.is_empty());
        }
        let index_of = |id: &str| self.source_index(id);
        let kept = without_markers(&text, &|ids| are_sources(&index_of, self.uses.len(), ids));
        if kept.len() < text.len() {
            let message = "a marker where no marker can stand, taken out";
            self.report(at, "marker-in-plain-text", message);
        }
        Some(kept).filter(|text| !text.is_empty())
    }

    /// A plain text field.
    pub fn plain(&mut self, at: &At, key: &str) -> Option<String> {
        at.get(key).and_then(|value| self.label(&value, MAX_TEXT))
    }

    /// A field whose text is shown letter for letter: what a source says of itself.
    pub fn as_written(&mut self, at: &At, key: &str) -> Option<String> {
        at.get(key).and_then(|value| self.text(&value, MAX_TEXT)).map(Cow::into_owned)
    }

    /// A text field that may be given as a number, as ids are.
    pub fn id(&mut self, at: &At, key: &str) -> Option<String> {
        let value = at.get(key)?;
        match value.node {
            Node::Number(digits) if !digits.contains(['.', 'e', 'E']) => Some((*digits).to_owned()),
            _ => self.text(&value, MAX_TEXT).map(Cow::into_owned),
        }
    }

    /// A true-or-false field.
    pub fn flag(&mut self, at: &At, key: &str) -> bool {
        let Some(value) = at.get(key) else {
            return false;
        };
        let Node::Bool(flag) = value.node else {
            self.wrong_type(&value, "true or false");
            return false;
        };
        *flag
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
            let is_one = matches!(value.node, Node::Map(_) | Node::Text(_));
            if is_one && ONE_OR_MORE.contains(&key) {
                self.report(&value, "wrong-type", "expected a list, read as a list of one");
                each(self, &value);
            } else {
                self.wrong_type(&value, "a list");
            }
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
}
