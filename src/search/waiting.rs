//! Searches as soon as that can be done.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::later;
use super::mark::Marked;
use crate::second_part::{Listener, here};
use crate::words::Words;

/// The searches of a card: what was found, and one that waits for what can search.
#[derive(Debug, Default)]
pub struct Search {
    waiting: Option<Listener>,
    marked: Vec<Marked>,
}

impl Search {
    /// Searches a list for what is written in its box, or has it told again once that can be
    /// done. There is nothing to draw.
    pub fn begin(
        &mut self,
        root: &NodeRef,
        words: &Words,
        search_box: HtmlInputElement,
        on_wait: Callback<HtmlInputElement>,
    ) -> bool {
        self.waiting = None;
        match here() {
            Some(here) => later::search(here, root, words, &search_box, &mut self.marked),
            None => {
                self.waiting = Some(Listener::begin(move || on_wait.emit(search_box.clone())));
            }
        }
        false
    }

    /// Searches the lists of a newer version, or `forgets` what was searched for. Before that can
    /// be done none is searched.
    pub fn again(&mut self, root: &NodeRef, words: &Words, forgets: bool) {
        if let Some(here) = here() {
            later::search_again(here, root, words, &mut self.marked, forgets);
        }
    }
}
