//! A note that is only looked at: what is in it is not on the way of Tab.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Takes what is in a note out of the order of Tab, or back into it. By hand: the note is
/// not drawn again for it.
pub fn set(note: &Element, is_preview: bool) {
    let find = |selector: &str| note.query_selector(selector).ok().flatten();
    if is_preview {
        while let Some(control) = find(":is(a,button):not([tabindex])") {
            // Fails only on a name that is none.
            let _ = control.set_attribute("tabindex", "-1");
        }
    } else {
        while let Some(control) = find("[tabindex]") {
            let _ = control.remove_attribute("tabindex");
        }
    }
}

/// Of several sources brings that of the marker into view, where it does not begin in the upper
/// half: the edge of a note that need not scroll stays whole.
pub fn bring_pressed(note: &Element) {
    if let Ok(Some(pressed)) = note.query_selector("[aria-current]") {
        let top = pressed.unchecked_ref::<HtmlElement>().offset_top();
        if top > note.client_height() / 2 {
            note.set_scroll_top(top);
        }
    }
}
