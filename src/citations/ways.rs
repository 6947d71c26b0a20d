//! The ways back of a source are one stop of Tab; arrow keys go from one to the next.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use crate::browser::keyboard::{name, of_key};

/// Goes on to another way back, where an event is a key that does so.
pub fn step(target: &Element, event: &Event) -> Option<()> {
    if !target.matches(".way-back").unwrap_or_default() {
        return None;
    }
    let key = of_key(event)?;
    let is_leftward = target.closest("[dir]").ok().flatten()?.get_attribute("dir")? == "rtl";
    let is_next = match name(key).as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        "ArrowRight" => !is_leftward,
        "ArrowLeft" => is_leftward,
        _ => return None,
    };
    event.prevent_default();
    let next =
        if is_next { target.next_element_sibling() } else { target.previous_element_sibling() }?;
    // Attributes set by script, and the focus, fail only on what is no element.
    let _ = target.set_attribute("tabindex", "-1");
    let _ = next.remove_attribute("tabindex");
    next.unchecked_into::<HtmlElement>().focus().ok()
}
