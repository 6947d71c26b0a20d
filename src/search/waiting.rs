//! Searches as soon as that can be done.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::later;
use crate::second_part::{Listener, here};
use crate::words::Words;

/// A search that waits for what can search.
#[derive(Debug, Default)]
pub struct Search(Option<Listener>);

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
        self.0 = None;
        match here() {
            Some(here) => later::search(here, root, words, &search_box),
            None => self.0 = Some(Listener::begin(move || on_wait.emit(search_box.clone()))),
        }
        false
    }

    /// Searches the lists of another story. Before that can be done none is searched.
    pub fn again(root: &NodeRef, words: &Words) {
        if let Some(here) = here() {
            later::search_again(here, root, words);
        }
    }
}
