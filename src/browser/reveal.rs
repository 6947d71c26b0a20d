//! Brings a part of the card into view: opens what hides it, scrolls, gives focus.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot};
use yew::NodeRef;

use super::focus::give_focus;
use super::folding;

/// Reveals the element with this id inside the card, and gives it the focus where it is
/// to have that.
pub fn reveal(root: &NodeRef, id: &str, takes_focus: bool) {
    let Some(target) = find(root, id) else { return };
    if let Some(folded) = folded_around(&target) {
        // The toggle event that follows tells the card, as if the reader had pressed. An
        // attribute set by script fails only on a name that is none.
        let _ = folded.set_attribute("open", "");
    }
    // A mention may be one of several in a marker.
    let target = target.closest("button").ok().flatten().unwrap_or(target);
    if let Ok(Some(entry)) = target.closest(".event, .entry[data-out]") {
        folding::show(&entry);
    }
    // Who is led to a source wants to see more of it than its line.
    let behind = || target.query_selector(".source").ok().flatten();
    if let Some(source) = target.matches(".entry").unwrap_or_default().then(behind).flatten() {
        let _ = source.set_attribute("open", "");
    }
    // What the page lets the browser skip is laid out by this: Firefox and WebKit scroll to no
    // element that has never been.
    let _ = target.get_bounding_client_rect();
    let is_below_drawing = target.closest("[data-view='graphic'] .event");
    if is_below_drawing.is_ok_and(|found| found.is_some()) {
        // The mark that was pressed stays in view.
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        target.scroll_into_view_with_scroll_into_view_options(&options);
    } else {
        target.scroll_into_view();
    }
    if takes_focus {
        give_focus(&target);
    }
}

/// What is folded and hides an element, a section or the like.
pub fn folded_around(element: &Element) -> Option<Element> {
    element.closest("details:not([open])").ok()?
}

/// Ids are the card's own, inside its shadow root; a card of a Yew application without
/// one has them in the document.
pub fn find(root: &NodeRef, id: &str) -> Option<Element> {
    let root = root.cast::<Element>()?;
    match root.get_root_node().dyn_into::<ShadowRoot>() {
        Ok(shadow) => shadow.get_element_by_id(id),
        Err(_) => web_sys::window()?.document()?.get_element_by_id(id),
    }
}
