//! What of citations comes with the second part of the app: copying, and where a note
//! goes.

use web_sys::{ClipboardEvent, CssStyleDeclaration, Element, HtmlElement};

use super::copy;
use super::position::Beside;
use crate::context::CardRef;
use crate::second_part::Here;

/// Puts the selected passage on the clipboard, where that is better than the browser's copy.
#[inline(never)]
pub fn copy(_: Here, card: &CardRef, root: &Element, event: &ClipboardEvent) {
    // Nothing comes of it where the browser copies.
    let _ = copy::copy(card, root, event);
}

/// Whether words are selected, all of them in here.
#[inline(never)]
pub fn has_selected(_: Here, root: &Element) -> bool {
    copy::selected(root).is_some_and(|words| !words.collapsed())
}

/// Places a note that is about to open beside its marker.
#[inline(never)]
pub fn beside(
    _: Here,
    marker: &Element,
    note: &HtmlElement,
    style: CssStyleDeclaration,
) -> Option<Beside> {
    Beside::begin(marker, note, style)
}

/// Moves an open note to its marker.
#[inline(never)]
pub fn place(_: Here, beside: &Beside) {
    // Where that fails the window is gone, and so is the note.
    let _ = beside.place();
}
