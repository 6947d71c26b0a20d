//! Sizes that change, told once in a frame at most.

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::ending::Ending;

#[wasm_bindgen(module = "/src/browser/sizes.js")]
extern "C" {
    /// Calls when one of the elements has another size; gives what ends that.
    #[wasm_bindgen(js_name = watchSizes, catch)]
    fn watch_sizes(elements: &Array, tell: &Function) -> Result<Function, JsValue>;
}

/// Watches elements; nothing where the browser cannot.
pub fn watch(elements: impl Iterator<Item = Element>, tell: &Closure<dyn Fn()>) -> Option<Ending> {
    let elements: Array = elements.collect();
    watch_sizes(&elements, tell.as_ref().unchecked_ref()).ok().map(Ending::from)
}
