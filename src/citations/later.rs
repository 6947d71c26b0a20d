//! What of citations comes with the second part of the app: copying, and what corrects the
//! place of a note.

use web_sys::{ClipboardEvent, CssStyleDeclaration, Element, HtmlElement};

use super::{copy, position};
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

/// Moves the note to its marker where the browser has missed it. Says whether it did.
#[inline(never)]
pub fn beside(_: Here, marker: &Element, note: &HtmlElement, style: &CssStyleDeclaration) -> bool {
    position::beside(marker, note, style) == Some(true)
}
