//! HTML in fields: who parses it, how much of it, and its words alone.

use std::borrow::Cow;

use super::dom::{Dom, escaped, fold, has_markup, raw_text_of, simply_unescaped, text_of};
use super::importer::Importer;
use crate::limits::MAX_TAGS;
use crate::parse::At;

/// Tags that one piece of HTML may have: so much is left for the others.
const MOST_AT_ONCE: usize = MAX_TAGS / 2;

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
        let left = self.tags.get();
        // Of a longer one its beginning, which is more than any story has.
        let most = left.min(MOST_AT_ONCE);
        let end = html.match_indices('<').nth(most).map(|(at, _)| at);
        let tags = if end.is_some() { most } else { html.matches('<').count() };
        self.tags.set(left - tags);
        let html = html.get(..end.unwrap_or(html.len())).unwrap_or_default();
        if most == 0 && end.is_some() { None } else { (self.html)(html) }
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
        let is_escaped = raw.contains("&lt;") && !has_markup(raw) && is_escaped(raw);
        let dom = if is_escaped { self.tree(&escaped(raw)) } else { None };
        dom.map_or(Cow::Borrowed(raw), |dom| raw_text_of(&*dom, dom.root()).into())
    }
}

/// Whether a text has tags of blocks that were escaped: it begins with a tag, or one follows the
/// end of a sentence, or a break another. Elsewhere the text speaks of a tag.
fn is_escaped(raw: &str) -> bool {
    let lower = raw.trim_start().to_ascii_lowercase();
    // `<p> opens a paragraph` speaks of a tag too.
    let behind = raw.split_once("&gt;").and_then(|(_, behind)| behind.strip_prefix(' '));
    let speaks = behind.is_some_and(|b| b.starts_with(|c: char| c.is_ascii_lowercase()));
    let begins = lower.starts_with("&lt;") && !speaks;
    ["&lt;/p&gt;", "&lt;br", "&lt;/div&gt;"].into_iter().any(|tag| {
        let mut places = lower.match_indices(tag);
        places.any(|(at, _)| {
            let before = lower.get(..at).unwrap_or_default();
            // A quotation mark alone may be the first of two around the tag.
            let sentence = before.trim_end_matches(['”', '"', '»']);
            begins
                || sentence.ends_with(['.', '!', '?'])
                || tag == "&lt;br" && before.ends_with("&gt;")
        })
    })
}
