//! Which section is read, in the index.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::attributes;

#[wasm_bindgen(module = "/src/sections/current.js")]
extern "C" {
    /// Follows the reader; gives what ends it.
    fn follow(face: &Element, to: &str) -> Option<Function>;
}

/// The index follows the reader until this is dropped.
#[derive(Debug)]
pub struct Current(Function);

impl Current {
    /// Begins for a card that is drawn; nothing where that has no index.
    pub fn begin(face: &Element) -> Option<Self> {
        follow(face, attributes::TO).map(Self)
    }
}

impl Drop for Current {
    fn drop(&mut self) {
        // Fails never: an observer can be told to end at any time.
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}
