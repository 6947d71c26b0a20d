//! Footnotes: which elements are notes, and which lead to one.

use super::addresses::pixels;
use crate::import::dom::{Dom, EMOJI, attribute, descend, has_class, text_of};
use crate::story::letters::is_word;

/// The longest side of a picture that is an arrow, in pixels.
const MAX_ARROW: u32 = 48;

/// Which elements are notes, and which lead to one.
#[derive(Debug, Default)]
pub struct Notes {
    /// Elements that hold a note, and its source, if it says something.
    pub found: Vec<(u32, Option<usize>)>,
    /// Elements that lead to a note, and its source.
    pub references: Vec<(u32, usize)>,
    /// A note is being read.
    pub is_inside: bool,
}

impl Notes {
    pub fn is_note(&self, node: u32) -> bool {
        self.found.iter().any(|(note, source)| *note == node && source.is_some())
    }

    pub fn source(&self, node: u32) -> Option<usize> {
        self.references.iter().find(|(place, _)| *place == node).map(|(_, source)| *source)
    }

    /// Whether a link leads from a note back to the text.
    pub fn is_way_back(&self, dom: &dyn Dom, node: u32) -> bool {
        let class = attribute(dom, node, "class");
        let is_named = ["backref", "backlink", "reversefootnote", "return"]
            .iter()
            .any(|name| class.contains(name));
        let label = text_of(dom, node);
        is_named
            || attribute(dom, node, "role") == "doc-backlink"
            || attribute(dom, node, "rev") == "footnote"
            || !label.contains(is_word) && (self.is_inside || !shows_picture(dom, node))
            || self.is_inside && label.trim().len() <= 3
    }
}

/// Whether a link shows a picture, which a script makes larger: no sign, none that leads up, and
/// no arrow.
fn shows_picture(dom: &dyn Dom, node: u32) -> bool {
    let is_small = |inner| {
        let side = |name| pixels(&attribute(dom, inner, name));
        side("width").or_else(|| side("height")).is_some_and(|length| length <= MAX_ARROW)
    };
    let mut is_shown = false;
    descend(dom, node, &mut |inner| {
        is_shown |= dom.name(inner).as_deref() == Some("img")
            && !has_class(dom, inner, EMOJI)
            && !is_small(inner);
        true
    });
    is_shown && attribute(dom, node, "href") != "#top"
}
