//! Which section is read, in the index.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::attributes;
use crate::browser::ending::Ending;

#[wasm_bindgen(module = "/src/sections/current.js")]
extern "C" {
    /// Follows the reader; gives what ends it.
    fn follow(face: &Element, to: &str) -> Option<Function>;
}

/// Begins for a card that is drawn, until what it gives is dropped; nothing where that has no
/// index.
pub fn begin(face: &Element) -> Option<Ending> {
    follow(face, attributes::TO).map(Ending::from)
}
