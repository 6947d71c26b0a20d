//! Room for the note and its marker: both are to be seen.

use gloo_timers::callback::Timeout;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::hover::{CLOSE_MILLIS, How};
use super::later::beside;
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

/// Two frames of the slowest screen.
const FRAMES_MILLIS: u32 = 70;

/// What has been done for a note and its marker to be seen.
#[derive(Debug, Default)]
pub struct Room {
    /// Whether the marker has been brought out from under the note since that opened.
    is_uncovered: bool,
    /// Puts the page back to where it was before that.
    back: Option<Function>,
    /// Runs until that is done.
    back_clock: Option<Timeout>,
    /// Runs until the place of a note that was moved is looked at again.
    check: Option<Timeout>,
}

impl Room {
    /// A note is about to open: nothing has been done for it.
    pub fn begin(&mut self, note: &HtmlElement) {
        self.is_uncovered = false;
        self.back_clock = None;
        self.check = None;
        for moved in ["translate", "max-inline-size", "max-block-size"] {
            // Fails on a sheet that may not be changed, which the card's own is not.
            let _ = note.style().remove_property(moved);
        }
        let _ = note.remove_attribute(attributes::TURNED);
    }

    /// Moves the note to its marker, or the marker out from under the sheet.
    pub fn make(&mut self, marker: Element, note: HtmlElement, how: Option<How>) -> Option<()> {
        let style = web_sys::window()?.get_computed_style(&note).ok()??;
        let area = style.get_property_value("position-area");
        if area.is_ok_and(|area| area != "none" && !area.is_empty()) {
            // The browser alone places it well, all in all.
            let here = here()?;
            if beside(here, &marker, &note, &style) {
                // Before it has painted, Chromium may tell the place of the note before.
                self.check = Some(Timeout::new(FRAMES_MILLIS, move || {
                    beside(here, &marker, &note, &style);
                }));
            }
            return Some(());
        }
        // A page that moves under a pointer takes the marker away from it.
        if !self.is_uncovered && how != Some(How::Hover) {
            self.is_uncovered = true;
            // Fails only where the page has broken what scrolls.
            self.back = uncover(&marker, &note, self.back.take()).ok();
        }
        Some(())
    }

    /// Puts the page back to where it was before a sheet opened; not before the press that
    /// closed it is over, or it would hit something else.
    pub fn go_back(&mut self) {
        let Some(back) = self.back.clone() else { return };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
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
