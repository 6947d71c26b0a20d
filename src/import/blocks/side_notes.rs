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
const SIGNS: &str = "margin-toggle sidenote-number sidenote-toggle";

impl Walk<'_, '_> {
    /// Makes a source of a note in the margin, with a marker in its place; false where an element
    /// is none.
    pub fn side_note(&mut self, node: u32, name: &str, out: &mut Out, depth: usize) -> bool {
        if has_class(self.dom, node, SIGNS) {
            return true;
        }
        let is_note = name == "d-footnote" || has_class(self.dom, node, NOTES);
        if !is_note || self.notes.is_inside || self.holds_note(node) {
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

    fn holds_note(&self, node: u32) -> bool {
        let mut is_found = false;
        descend(self.dom, node, &mut |inner| {
            is_found |= has_class(self.dom, inner, INNER);
            !is_found
        });
        is_found
    }
}
