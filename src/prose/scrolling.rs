//! Which tables and which code can be scrolled by key: those that have to be.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::browser::ending::Ending;

#[wasm_bindgen(module = "/src/prose/scrolling.js")]
extern "C" {
    /// Follows what scrolls; gives what ends it.
    fn follow(face: &Element) -> Option<Function>;
}

/// Begins for a card that is drawn, until what it gives is dropped.
pub fn begin(face: &Element) -> Option<Ending> {
    follow(face).map(Ending::from)
}
