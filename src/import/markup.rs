//! HTML in fields: who parses it, how much of it, and its words alone.

use std::borrow::Cow;

use super::dom::{Dom, escaped, fold, has_markup, raw_text_of, simply_unescaped, text_of};
use super::importer::Importer;
use crate::parse::At;

impl Importer<'_> {
    /// The tree of some HTML; nothing where there is no parser, or the document has had more of it
    /// than any story, which is told.
    pub fn parse(&mut self, at: &At, html: &str) -> Option<Box<dyn Dom>> {
        let dom = self.tree(html);
        if dom.is_none() && self.tags.get() == 0 {
            self.report(at, "too-many", "more HTML than a story has, the rest left out");
        } else if dom.is_none() {
            self.report(at, "wrong-type", "HTML, for which there is no parser here");
        }
        dom
    }

    fn tree(&self, html: &str) -> Option<Box<dyn Dom>> {
        let tags = html.bytes().filter(|byte| *byte == b'<').count();
        let left = self.tags.get().checked_sub(tags);
        self.tags.set(left.unwrap_or_default());
        left.and_then(|_| (self.html)(html))
    }

    /// A text without markup: HTML gives its words, and references to characters are read
    /// once, whether or not the field is meant to be HTML.
    pub fn clean(&self, raw: &str) -> String {
        if has_markup(raw) {
            return match self.tree(raw) {
                Some(dom) => fold(&text_of(&*dom, dom.root())),
                // Rather too little than markup.
                None if self.tags.get() == 0 => fold(raw.split('<').next().unwrap_or_default()),
                None => fold(raw),
            };
        }
        if !raw.contains('&') {
            return fold(raw);
        }
        if let Some(text) = simply_unescaped(raw) {
            return fold(&text);
        }
        let dom = self.tree(&escaped(raw));
        dom.map_or_else(|| fold(raw), |dom| fold(&text_of(&*dom, dom.root())))
    }

    /// HTML that was escaped once too often, as it was; any other text as it is.
    pub fn unescaped<'t>(&self, raw: &'t str) -> Cow<'t, str> {
        let lower = || raw.to_ascii_lowercase();
        let is_escaped = raw.trim_start().starts_with("&lt;")
            && !has_markup(raw)
            && ["&lt;/p&gt;", "&lt;br", "&lt;/div&gt;"].iter().any(|tag| lower().contains(tag));
        let dom = if is_escaped { self.tree(&escaped(raw)) } else { None };
        dom.map_or(Cow::Borrowed(raw), |dom| raw_text_of(&*dom, dom.root()).into())
    }
}
