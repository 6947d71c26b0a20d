//! Notes in the margin: their words stand in the midst of the sentence that they belong to.

use super::inline::is_blank;
use super::out::{Item, Out};
use super::walk::Walk;
use crate::import::dom::{descend, has_class};

/// Classes of elements that hold such a note.
const NOTES: &str = "sidenote side-note sidenote-content sidenote__content marginnote margin-note \
    margin-aside marginalia inline-footnote";
/// Those of a note that stands in an element with the word it belongs to.
const INNER: &str = "sidenote-content sidenote__content";
/// Classes of what shows the number of a note, or opens it.
const SIGNS: &str = "margin-toggle sidenote-number sidenote-toggle sidenote__content-parenthesis";
/// Those of the word that a note belongs to, where that opens it.
const WORDS: &str = "sidenote__button";
/// Elements that stand in no note, but in a column of the page.
const LARGE: &str = "h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre";

impl Walk<'_, '_> {
    /// Makes a source of a note in the margin, with a marker in its place; false where an element
    /// is none.
    pub fn side_note(&mut self, node: u32, name: &str, out: &mut Out, depth: usize) -> bool {
        // Some put the note itself into its number.
        if has_class(self.dom, node, SIGNS) {
            return !self.holds_class(node, NOTES);
        }
        if has_class(self.dom, node, WORDS) {
            self.inside(node, out, depth);
            return true;
        }
        let is_note = name == "d-footnote" || has_class(self.dom, node, NOTES);
        if !is_note || self.notes.is_inside || !self.is_one_note(node) {
            return false;
        }
        // It stands alone, or before the words it belongs to.
        if !out.inline.is_begun() {
            out.flush();
            self.inside(node, out, depth);
            out.flush();
            return true;
        }
        let (text, rest) = self.collected(node, depth);
        if let Some(source) = self.source(&text, "") {
            let place = self.importer.next_use(source);
            out.inline.cite(source, place);
        } else if !is_blank(&text) {
            out.push(&[" (", &crate::story::plain(&text), ")"].concat());
        }
        for item in rest {
            if let Item::Block(block) = item {
                out.wait(block);
            }
        }
        true
    }

    fn holds_class(&self, node: u32, classes: &str) -> bool {
        let mut is_found = false;
        descend(self.dom, node, &mut |inner| {
            is_found |= has_class(self.dom, inner, classes);
            !is_found
        });
        is_found
    }

    /// Whether there are words in an element and no other note, nothing that leads to one, and
    /// nothing larger than a note.
    fn is_one_note(&self, node: u32) -> bool {
        let (mut is_one, mut has_words) = (true, false);
        let dom = self.dom;
        descend(dom, node, &mut |inner| {
            has_words |= dom.text(inner).is_some_and(|text| text.contains(char::is_alphabetic));
            is_one &= !has_class(dom, inner, INNER)
                && self.notes.source(inner).is_none()
                && !dom.name(inner).is_some_and(|name| LARGE.split(' ').any(|large| large == name));
            is_one
        });
        is_one && has_words
    }
}
