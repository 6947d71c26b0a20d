//! What the reader does anywhere on the page, as far as it is about the card: which input
//! came last, Escape while a note is open, a press into a frame.
//!
//! Listened to at the window, on the way down, which no page can come before but by
//! listening there earlier.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, Event};

use super::Message;
use super::typing::{key, name, of_key};
use super::wires::Wires;
use crate::platform::now;

pub(super) const EVENTS: [&str; 8] =
    ["blur", "click", "focus", "keydown", "keyup", "pointerdown", "pointerover", "pointerup"];

/// What an event means for the card.
pub(super) fn heard(face: &Element, wires: &Rc<RefCell<Wires>>, event: &Event) -> Option<Message> {
    let is_windows = event.target() == event.current_target();
    match event.type_().as_str() {
        "keydown" => return key_down(face, wires, event),
        "keyup" => key_up(wires, event),
        "pointerover" => wires.borrow_mut().note_pointer(),
        "blur" | "focus" if !is_windows => {}
        // With a key the reader goes on, and what is pinned stays.
        "blur" => {
            let is_moving = wires.borrow().last.is_moving(now());
            wires.borrow_mut().note_input();
            return (!is_moving).then_some(Message::Left);
        }
        _ => wires.borrow_mut().note_input(),
    }
    None
}

/// Escape closes the note and nothing else: by its own rules a browser may close a dialog
/// around the card with the same key, and a page what it likes.
fn key_down(face: &Element, wires: &RefCell<Wires>, event: &Event) -> Option<Message> {
    let event = of_key(event)?;
    let name = name(event);
    if name != "Escape" || event.is_composing() || event.default_prevented() {
        wires.borrow_mut().last.key_down(key(event, &name), now());
        return None;
    }
    let is_held = event.repeat() && wires.borrow().has_used_escape;
    let is_open = face.query_selector(".note:popover-open").is_ok_and(|note| note.is_some());
    if is_held || is_open {
        event.prevent_default();
        event.stop_immediate_propagation();
    }
    let mut wires = wires.borrow_mut();
    wires.note_input();
    wires.has_used_escape = is_held || is_open;
    is_open.then_some(Message::Dismiss)
}

/// Some pages listen to keys that go up: that of a used Escape is used too.
fn key_up(wires: &RefCell<Wires>, event: &Event) {
    let Some(key) = of_key(event) else { return };
    let mut wires = wires.borrow_mut();
    wires.last.key_up(now());
    if key.key() == "Escape" && std::mem::take(&mut wires.has_used_escape) {
        event.stop_immediate_propagation();
    }
}

/// Whether the focus that has left the window is in a frame of its page: the press that
/// brought it there is told to the frame alone.
pub(super) fn is_in_frame() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.has_focus().unwrap_or_default())
}
