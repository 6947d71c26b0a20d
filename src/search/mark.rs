//! Marks what a search has found, in the list itself.

use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::attributes;

#[wasm_bindgen(module = "/src/search/mark.js")]
extern "C" {
    /// A text as it is searched: in lower case, without accents.
    pub fn fold(text: &str) -> JsString;

    /// Marks words in the entries that are not left `out`, and nothing else in the list.
    fn mark(list: &Element, words: &str, out: &str);
}

/// A list in which words are marked until this is dropped.
#[derive(Debug)]
pub struct Marked(Element);

impl Marked {
    /// Marks words that are parted by spaces and folded.
    pub fn begin(list: Element, words: &str) -> Self {
        mark(&list, words, attributes::FILTERED);
        Self(list)
    }

    /// Whether the list is still there.
    pub fn is_shown(&self) -> bool {
        self.0.is_connected()
    }

    /// Whether it is this list.
    pub fn is_of(&self, list: &Element) -> bool {
        self.0 == *list
    }
}

impl Drop for Marked {
    fn drop(&mut self) {
        mark(&self.0, "", "");
    }
}
