//! Room for the note and its marker: both are to be seen.

use gloo_timers::callback::Timeout;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleDeclaration, Element, HtmlElement};

use super::following::Following;
use super::hover::{CLOSE_MILLIS, How};
use super::later::beside;
use super::top_layer::Popover;
use crate::attributes;
use crate::second_part::here;

#[wasm_bindgen(module = "/src/citations/uncover.js")]
extern "C" {
    /// Scrolls the marker out from under its sheet; gives what takes that back.
    #[wasm_bindgen(catch)]
    fn uncover(
        marker: &Element,
        sheet: &Element,
        before: Option<Function>,
    ) -> Result<Function, JsValue>;
}

/// What has been done for a note and its marker to be seen.
#[derive(Debug, Default)]
pub struct Room {
    /// Whether the marker has been brought out from under the note since that opened.
    is_uncovered: bool,
    /// Puts the page back to where it was before that.
    back: Option<Function>,
    /// Runs until that is done.
    back_clock: Option<Timeout>,
    /// Has a note that stands beside its marker follow it.
    following: Option<Following>,
}

impl Room {
    /// A note is about to open: nothing has been done for it.
    pub fn begin(&mut self, marker: &Element, note: &Popover) {
        self.is_uncovered = false;
        self.back_clock = None;
        for moved in ["style", attributes::TURNED] {
            // Fails only on a name that is none.
            let _ = note.remove_attribute(moved);
        }
        self.following = here().zip(placed(note)).and_then(|(here, style)| {
            Some(Following::begin(here, beside(here, marker, note, style)?))
        });
        note.give_ground();
    }

    /// Moves the note to its marker, or the marker out from under the sheet.
    pub fn make(&mut self, marker: &Element, note: &HtmlElement, how: Option<How>) {
        if let Some(following) = &self.following {
            return following.place();
        }
        // Until the second part is there the browser places it. And a page that moves under a
        // pointer takes the marker away from it.
        if placed(note).is_none() && !self.is_uncovered && how != Some(How::Hover) {
            self.is_uncovered = true;
            // Fails only where the page has broken what scrolls.
            self.back = uncover(marker, note, self.back.take()).ok();
        }
    }

    /// Puts the page back to where it was before a sheet opened; not before the press that
    /// closed it is over, or it would hit something else.
    pub fn go_back(&mut self) {
        self.following = None;
        let Some(back) = self.back.clone() else { return };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number above 0"
        )]
        let millis = CLOSE_MILLIS as u32;
        self.back_clock = Some(Timeout::new(millis, move || {
            // Fails only where an element is not what it was: then it stays where it is.
            let _ = back.call0(&JsValue::NULL);
        }));
    }

    /// The reader goes on from where the page is now.
    pub fn stay(&mut self) {
        self.back = None;
        self.back_clock = None;
    }
}

/// The style of a note that stands beside its marker; none where it is a sheet.
fn placed(note: &HtmlElement) -> Option<CssStyleDeclaration> {
    let style = web_sys::window()?.get_computed_style(note).ok()??;
    let area = style.get_property_value("position-area").ok()?;
    (area != "none" && !area.is_empty()).then_some(style)
}
