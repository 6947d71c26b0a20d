//! The note as an element that the browser shows above all others.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

/// What the browser knows of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// It is about to be shown: what it says is not drawn yet.
    Soon,
    /// It is shown. That it belongs to its marker would have the browser lay out more, and is
    /// of no use to a pointer that rests.
    Alone,
    /// It is shown as what belongs to its marker: Tab goes from the one to the other.
    OfMarker,
}

#[wasm_bindgen]
extern "C" {
    /// An element with a popover. The binding of `web-sys` knows no invoker yet.
    #[wasm_bindgen(extends = HtmlElement)]
    pub type Popover;

    #[wasm_bindgen(method, catch, js_name = showPopover)]
    fn show(this: &Popover, options: &Object) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = hidePopover)]
    fn hide(this: &Popover) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = checkVisibility)]
    fn check(this: &Popover, options: &Object) -> Result<bool, JsValue>;
}

/// Whether a card shows a note. One that the page has hidden with its card, as behind a tab, waits
/// there for its reader: keys mean something else then.
pub fn shows_note(face: &Element) -> bool {
    let note = face.query_selector(".note:popover-open").ok().flatten();
    note.is_some_and(|note| note.unchecked_into::<Popover>().is_seen())
}

impl Popover {
    /// Shows it, as what belongs to another element. What belongs to none is a hint: it closes
    /// no popover of the page, for nobody has asked for it.
    pub fn open(&self, source: Option<&Element>) {
        let options = Object::new();
        // Fails only for a name that no attribute can have.
        let _ = self.set_attribute("popover", if source.is_some() { "auto" } else { "hint" });
        if let Some(source) = source {
            // Fails only on a frozen object.
            let _ = Reflect::set(&options, &"source".into(), source);
        }
        // Fails where the page has no popovers, or took this one out: then there is none.
        let _ = self.show(&options);
    }

    /// Shows it anew, as what belongs to another element; nobody sees that.
    pub fn reopen(&self, source: Option<&Element>) {
        let scrolled = self.scroll_top();
        self.close();
        self.open(source);
        self.set_scroll_top(scrolled);
    }

    /// Hides it.
    pub fn close(&self) {
        // Fails only on what is not in the page any more.
        let _ = self.hide();
    }

    /// Whether it can be seen, once it is open.
    fn is_seen(&self) -> bool {
        let options = Object::new();
        // Fails only on a frozen object.
        let _ = Reflect::set(&options, &"visibilityProperty".into(), &JsValue::TRUE);
        self.check(&options).unwrap_or(true)
    }

    /// A page may give its notes no ground, or a paper of which no colour follows, such as
    /// `none`: then they have the browser's, or would be read over the text behind them.
    pub fn give_ground(&self) -> Option<()> {
        let style = web_sys::window()?.get_computed_style(self).ok()??;
        let is_bare = style.get_property_value("background-image").ok()? == "none";
        if is_bare && style.get_property_value("background-color").ok()? == "rgba(0, 0, 0, 0)" {
            for (name, value) in [("background", "Canvas"), ("color", "CanvasText")] {
                self.style().set_property(name, value).ok()?;
            }
        }
        Some(())
    }
}
