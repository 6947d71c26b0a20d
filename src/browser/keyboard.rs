//! Keys as the browser tells of them.

use js_sys::Reflect;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use super::keys::Key;

/// An event of a key. What fills in forms sends events that only look like keys.
pub fn of_key(event: &Event) -> Option<&KeyboardEvent> {
    Reflect::has(event, &"code".into()).unwrap_or_default().then(|| event.unchecked_ref())
}

/// The name of an event's key. With Shift, Tab has none in `WebKitGTK`.
pub fn name(event: &KeyboardEvent) -> String {
    if event.code() == "Tab" { "Tab".to_owned() } else { event.key() }
}

/// The key of an event, by its name.
pub fn key<'k>(event: &KeyboardEvent, name: &'k str) -> Key<'k> {
    Key {
        name,
        is_composing: event.is_composing(),
        has_command: event.ctrl_key() || event.meta_key(),
        has_alt: event.alt_key(),
        has_third_level: event.get_modifier_state("AltGraph"),
    }
}
