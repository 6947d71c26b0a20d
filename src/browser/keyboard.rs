//! Keys as the browser tells of them.

use web_sys::KeyboardEvent;

use super::keys::Key;

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
