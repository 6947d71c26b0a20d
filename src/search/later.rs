//! What of searching comes with the second part of the app: what finds.

use web_sys::HtmlInputElement;
use yew::NodeRef;

use super::hits;
use super::mark::Marked;
use crate::second_part::Here;
use crate::words::Words;

/// Shows the entries that hold every word of what is written in the box.
#[inline(never)]
pub fn search(
    _: Here,
    root: &NodeRef,
    words: &Words,
    search_box: &HtmlInputElement,
    marked: &mut Vec<Marked>,
) {
    hits::search(root, words, search_box, marked);
}

/// Searches the lists of another story for what is still written in their boxes.
#[inline(never)]
pub fn search_again(
    _: Here,
    root: &NodeRef,
    words: &Words,
    marked: &mut Vec<Marked>,
    forgets: bool,
) {
    hits::search_again(root, words, marked, forgets);
}
