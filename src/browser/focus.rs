//! Where the focus is led to: controls, and text that is none.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use crate::attributes;

/// Gives the focus to an element, or to the heading of a section: who reads on by
/// keyboard or by ear reads on there. It is in view already, or on its way there: the focus
/// would end a page's smooth scrolling halfway.
pub fn give_focus(target: &Element) {
    let heading = || target.query_selector("summary").ok().flatten();
    let is_section = target.local_name() == "details";
    let target = if is_section { heading() } else { None }.unwrap_or_else(|| target.clone());
    can_take_focus(&target);
    // Fails only where the element cannot have focus; then it is in view at least.
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = target.unchecked_into::<HtmlElement>().focus_with_options(&options);
}

/// Lets what is no control take the focus.
pub fn can_take_focus(target: &Element) {
    if target.has_attribute(attributes::STOP) {
        // Fails only on a name that is none.
        let _ = target.set_attribute("tabindex", "-1");
    }
}
