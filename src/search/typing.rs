//! What is written into a box of the card is not the page's business.
//!
//! To the page all of it seems to be done to the card, which is no box: shortcuts of one
//! letter would fire, and what is pasted would be taken for the page's. What listens at
//! the document or the window on the way down has heard it before the card can stop it.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

use crate::browser::keyboard::{key, name, of_key};

/// What was done in a box of the card.
#[derive(Debug)]
pub enum Done {
    /// Something else is written in the box now.
    Written(HtmlInputElement),
    /// Escape has emptied the box.
    Cleared(HtmlInputElement),
}

/// Keeps to the card what is done in one of its boxes.
pub fn done(target: &Element, event: &Event) -> Option<Done> {
    let search_box: &HtmlInputElement =
        (target.local_name() == "input").then(|| target.unchecked_ref())?;
    let Some(pressed) = of_key(event) else {
        event.stop_propagation();
        return (event.type_() == "input").then(|| Done::Written(search_box.clone()));
    };
    let name = name(pressed);
    let key = key(pressed, &name);
    let clears = name == "Escape" && event.type_() == "keydown" && !search_box.value().is_empty();
    if clears && !key.is_composing {
        // Of the browsers some do it by themselves, and none tells the page.
        event.prevent_default();
        event.stop_propagation();
        search_box.set_value("");
        return Some(Done::Cleared(search_box.clone()));
    }
    if key.is_for_box() {
        event.stop_propagation();
    }
    None
}

/// Empties the box beside a button, which has the focus then.
pub fn end(button: &Element) -> Option<HtmlInputElement> {
    let search_box = button.parent_element()?.first_element_child()?;
    let search_box: HtmlInputElement = search_box.unchecked_into();
    search_box.set_value("");
    // Fails only where it cannot have the focus.
    let _ = search_box.focus();
    Some(search_box)
}

/// A held Enter presses a button once, not as often as the key repeats.
pub fn hold(target: &Element, event: &Event) {
    let Some(pressed) = of_key(event) else { return };
    if pressed.repeat() && target.matches("button,summary").unwrap_or_default() {
        let is_press = matches!(pressed.key().as_str(), "Enter" | " ");
        if is_press {
            event.prevent_default();
        }
    }
}
