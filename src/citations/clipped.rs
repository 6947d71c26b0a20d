//! Boxes of the page, and of the card, out of which a marker can be scrolled.

use js_sys::Reflect;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, ShadowRoot, Window};

/// The boxes that cut off what is outside them, and have the marker inside.
///
/// One that has it outside does not cut it off: the marker is fixed, or placed by something
/// around that box. The page as a whole is the window's to cut off.
pub fn around(marker: &Element, window: &Window) -> Vec<Element> {
    let place = marker.get_bounding_client_rect();
    let mut boxes = Vec::new();
    let mut next = parent(marker);
    while let Some(element) = next.filter(|element| element.local_name() != "body") {
        let cuts = |name: &str| {
            let style = window.get_computed_style(&element).ok()??;
            Some(style.get_property_value(name).ok()? != "visible")
        };
        let is_box = cuts("overflow-x") == Some(true) || cuts("overflow-y") == Some(true);
        next = parent(&element);
        if is_box && !is_outside(&place, &element) {
            boxes.push(element);
        }
    }
    boxes
}

/// Whether an element at this place is wholly outside a box.
pub fn is_outside(place: &DomRect, cuts: &Element) -> bool {
    let edge = cuts.get_bounding_client_rect();
    place.bottom() <= edge.top()
        || place.top() >= edge.bottom()
        || place.right() <= edge.left()
        || place.left() >= edge.right()
}

/// What is around an element, as it is laid out.
fn parent(element: &Element) -> Option<Element> {
    let slot = Reflect::get(element, &"assignedSlot".into()).ok();
    let host = || Some(element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host());
    slot.and_then(|slot| slot.dyn_into().ok()).or_else(|| element.parent_element()).or_else(host)
}
