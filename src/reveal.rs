//! Brings a part of the card into view: opens what hides it, scrolls, gives focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::NodeRef;

/// Reveals the element with this id inside the card.
pub fn reveal(root: &NodeRef, id: &str) {
    let Some(root) = root.cast::<Element>() else { return };
    // Ids are the card's own: letters, digits and hyphens, or a section's anchor, whose
    // other letters `getElementById` takes as they are.
    let Some(target) = root.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok().map_or_else(
        || web_sys::window()?.document()?.get_element_by_id(id),
        |shadow| shadow.get_element_by_id(id),
    ) else {
        return;
    };
    if let Ok(Some(folded)) = target.closest("details:not([open])") {
        // The toggle event that follows tells the card, as if the reader had pressed.
        let _ = folded.set_attribute("open", "");
    }
    target.scroll_into_view();
    if let Ok(target) = target.dyn_into::<HtmlElement>() {
        let _ = target.focus();
    }
}
