//! The marks of the drawing are one stop of the Tab key: arrow keys go from one to the next.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};

/// The mark that is the stop.
const STOP: &str = ".event-mark[tabindex='0']";

/// Sees to it that one mark is a stop: that which was, else the first.
pub fn keep_stop(timeline: &Element) {
    let find = |selector| timeline.query_selector(selector).ok().flatten();
    if let Some(stop) = find(STOP).or_else(|| find(".event-mark")) {
        stop_at(timeline, &stop);
    }
}

/// Makes this mark the stop, and no other. Attributes set by script fail only on names that
/// are none.
pub fn stop_at(timeline: &Element, mark: &Element) {
    if let Ok(stops) = timeline.query_selector_all(STOP) {
        for index in 0..stops.length() {
            if let Some(stop) = stops.item(index) {
                let _ = stop.unchecked_ref::<Element>().set_attribute("tabindex", "-1");
            }
        }
    }
    let _ = mark.set_attribute("tabindex", "0");
}

/// Where an arrow key leads: to the next mark, or to the one before, where there is one.
pub fn step(mark: &Element, is_next: bool) -> Option<Element> {
    let entry = mark.parent_element();
    let next = entry.and_then(|entry| {
        if is_next { entry.next_element_sibling() } else { entry.previous_element_sibling() }
    });
    let next = next.and_then(|next| next.first_element_child())?;
    next.unchecked_ref::<SvgElement>().focus().ok()?;
    Some(next)
}
