//! What goes on in the browser until it is dropped, as JavaScript ends it.

use js_sys::Function;
use wasm_bindgen::JsValue;

/// Calls a function when it is dropped.
#[derive(Debug)]
pub struct Ending(Function);

impl From<Function> for Ending {
    fn from(end: Function) -> Self {
        Self(end)
    }
}

impl Drop for Ending {
    fn drop(&mut self) {
        // Fails never: an observer can be told to end at any time.
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}
