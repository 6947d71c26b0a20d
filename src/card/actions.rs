//! What a press, or the toggle of a section, means for the card.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};
use yew::prelude::*;

use super::link;
use super::listener::Listener;
use super::message::Message;
use crate::attributes;
use crate::browser::folding;
use crate::browser::listeners::is_by_key;
use crate::citations::later;
use crate::citations::pointer::is_dragged;
use crate::citations::popover;
use crate::search::typing;
use crate::second_part::here;
use crate::sections::Action;

/// What a press is for, read at once: of a click made by a script the browser soon says
/// only that it was on the card, and does not wait to be kept from following a link.
pub fn pressed(target: &Element, press: &MouseEvent, listener: &Listener) -> Option<Message> {
    let closest = |selector: &str| target.closest(selector).ok().flatten();
    if let Some(link) = link::of(target) {
        return link::pressed(&link, press, listener);
    }
    // Who drags over a heading selects its words, and wants nothing folded. What is selected
    // does not tell alone: the second of two quick presses selects a word too.
    let has_selected = || {
        let card = closest("summary").and_then(|_| closest(".card"));
        card.zip(here()).is_some_and(|(card, here)| later::has_selected(here, &card))
    };
    // The browser would open and close the note by its own rules, and follow a link that
    // the page has set around the whole card.
    if closest("button,.event-mark").is_some()
        || is_box_in_link(target)
        || (is_dragged(press, listener.pressed_at) && has_selected())
    {
        press.prevent_default();
    }
    if closest(".close").is_some() {
        return Some(Message::Note(popover::Message::Dismiss));
    }
    if let Some(button) = closest("[data-fold=sources]") {
        folding::turn(&button);
        if is_by_key(press) {
            folding::read_on(&button);
        }
    }
    let pressed = closest("[data-go],[data-act],.marker")?;
    Some(match pressed.get_attribute(attributes::ACT).as_deref() {
        Some("open") => Message::Fold(Action::OpenAll),
        Some("close") => Message::Fold(Action::CloseAll),
        Some("retry") => Message::Retry,
        Some("search") => Message::Search(typing::end(&pressed)?),
        _ => match pressed.get_attribute(attributes::GO) {
            Some(id) => Message::Jump(pressed, id),
            None => Message::Note(popover::Message::Pressed(pressed.id(), is_by_key(press))),
        },
    })
}

/// Not every box: in one the browser has a button of its own, which empties it.
fn is_box_in_link(target: &Element) -> bool {
    let outer = || {
        let root = target.get_root_node().dyn_into::<ShadowRoot>().ok()?;
        root.host().closest("a[href]").ok()?
    };
    target.local_name() == "input" && outer().is_some()
}

/// What was opened or closed: by the reader, or by the card itself.
pub fn toggled(target: &Element) -> Option<Message> {
    if target.class_name() == "note" {
        let open = target.matches(":popover-open").unwrap_or_default();
        return Some(Message::Note(popover::Message::Toggled(open)));
    }
    let is_open = target.has_attribute("open");
    // As the card has drawn it: no reader's doing, whatever is still to be drawn.
    if target.matches("[part~=section-open]").unwrap_or_default() == is_open {
        return None;
    }
    let id = target.id().strip_prefix("section-")?.to_owned();
    Some(Message::ToggledSection(id, is_open))
}
