//! What is written into a box of the card is not the page's business.
//!
//! To the page all of it seems to be done to the card, which is no box: shortcuts of one
//! letter would fire, and what is pasted would be taken for the page's. What listens at
//! the document or the window on the way down has heard it before the card can stop it.

use std::cell::RefCell;

use js_sys::Reflect;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

use super::Message;
use super::filter::searched;
use super::wires::Wires;
use crate::keys::Key;

/// An event of a key. What fills in forms sends events that only look like keys.
pub(super) fn of_key(event: &Event) -> Option<&KeyboardEvent> {
    Reflect::has(event, &"code".into()).unwrap_or_default().then(|| event.unchecked_ref())
}

/// The name of an event's key. With Shift, Tab has none in `WebKitGTK`.
pub(super) fn name(event: &KeyboardEvent) -> String {
    if event.code() == "Tab" { "Tab".to_owned() } else { event.key() }
}

/// The key of an event, by its name.
pub(super) fn key<'k>(event: &KeyboardEvent, name: &'k str) -> Key<'k> {
    Key {
        name,
        is_composing: event.is_composing(),
        has_command: event.ctrl_key() || event.meta_key(),
        has_alt: event.alt_key(),
        has_third_level: event.get_modifier_state("AltGraph"),
    }
}

/// Keeps to the card what is done in one of its boxes, and answers it.
pub(super) fn done(target: &Element, wires: &RefCell<Wires>, event: &Event) -> Option<Message> {
    let search_box: &HtmlInputElement =
        (target.local_name() == "input").then(|| target.unchecked_ref())?;
    let Some(pressed) = of_key(event) else {
        event.stop_propagation();
        return if event.type_() == "input" { searched(event) } else { None };
    };
    let name = name(pressed);
    let key = key(pressed, &name);
    let clears = name == "Escape" && event.type_() == "keydown" && !search_box.value().is_empty();
    if clears && !key.is_composing {
        // Of the browsers some do it by themselves, and none tells the page.
        event.prevent_default();
        event.stop_propagation();
        search_box.set_value("");
        wires.borrow_mut().has_used_escape = true;
        return Some(Message::Search(search_box.clone()));
    }
    if key.is_for_box() {
        event.stop_propagation();
    }
    None
}

/// A held Enter presses a button once, not as often as the key repeats.
pub(super) fn hold(target: &Element, event: &Event) {
    let Some(pressed) = of_key(event) else { return };
    if pressed.repeat() && target.matches("button,summary").unwrap_or_default() {
        let is_press = matches!(pressed.key().as_str(), "Enter" | " ");
        if is_press {
            event.prevent_default();
        }
    }
}
