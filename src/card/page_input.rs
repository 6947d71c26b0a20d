//! What the reader does anywhere on the page, as far as it is about the card: which input
//! came last, Escape while a note is open, a press into a frame.
//!
//! Listened to at the window, on the way down, which no page can come before but by
//! listening there earlier.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, Event};

use super::listener::Listener;
use super::message::Message;
use crate::browser::keyboard::{key, name, of_key};
use crate::browser::page::now;
use crate::citations::popover;
use crate::citations::top_layer::shows_note;

pub(super) const EVENTS: [&str; 8] =
    ["blur", "click", "focus", "keydown", "keyup", "pointerdown", "pointerover", "pointerup"];

/// What an event means for the card.
pub(super) fn heard(
    face: &Element,
    listener: &Rc<RefCell<Listener>>,
    event: &Event,
) -> Option<Message> {
    let is_windows = event.target() == event.current_target();
    match event.type_().as_str() {
        "keydown" => return key_down(face, listener, event),
        "keyup" => key_up(listener, event),
        "pointerover" => listener.borrow_mut().pointer.note_place(),
        "blur" | "focus" if !is_windows => {}
        // With a key the reader goes on, and what is pinned stays.
        "blur" => {
            let is_moving = listener.borrow().last.is_moving(now());
            listener.borrow_mut().note_input();
            return (!is_moving).then_some(Message::Note(popover::Message::Left));
        }
        _ => listener.borrow_mut().note_input(),
    }
    None
}

/// Escape closes the note and nothing else: by its own rules a browser may close a dialog
/// around the card with the same key, and a page what it likes.
fn key_down(face: &Element, listener: &RefCell<Listener>, event: &Event) -> Option<Message> {
    let event = of_key(event)?;
    let name = name(event);
    if name != "Escape" || event.is_composing() || event.default_prevented() {
        listener.borrow_mut().last.key_down(key(event, &name), now());
        return None;
    }
    let is_held = event.repeat() && listener.borrow().has_used_escape;
    let is_open = shows_note(face);
    if is_held || is_open {
        event.prevent_default();
        event.stop_immediate_propagation();
    }
    let mut listener = listener.borrow_mut();
    listener.note_input();
    listener.has_used_escape = is_held || is_open;
    is_open.then_some(Message::Note(popover::Message::Dismiss))
}

/// Some pages listen to keys that go up: that of a used Escape is used too.
fn key_up(listener: &RefCell<Listener>, event: &Event) {
    let Some(key) = of_key(event) else { return };
    let mut listener = listener.borrow_mut();
    listener.last.key_up(now());
    if key.key() == "Escape" && std::mem::take(&mut listener.has_used_escape) {
        event.stop_immediate_propagation();
    }
}
