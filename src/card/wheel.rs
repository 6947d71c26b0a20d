//! The wheel is for what scrolls in the card before it is for the page.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::browser::ending::Ending;

/// What scrolls in a card besides its notes: the second column, wide tables and code.
const BOXES: &str = ".stays, .scroller, pre";

#[wasm_bindgen(module = "/src/card/wheel.js")]
extern "C" {
    /// Keeps from the page what scrolls one of the boxes, or a note; gives what ends it.
    fn keep(face: &Element, boxes: &str) -> Function;
}

/// Begins for a card that is drawn, until what it gives is dropped.
pub fn begin(face: &Element) -> Ending {
    Ending::from(keep(face, BOXES))
}
