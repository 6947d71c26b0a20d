//! Whether the timeline is near enough to what the reader sees to be drawn.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::Function;
use web_sys::Element;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::prelude::*;

use super::scene::wanted;
use crate::browser::ending::Ending;
use crate::browser::frame::Reading;
use crate::context::Card;
use crate::second_part::{Here, here};
use crate::settings::TimelineView;

#[wasm_bindgen(module = "/src/timeline/near.js")]
extern "C" {
    /// Calls once an element is near what the reader sees, and gives what ends that; nothing
    /// where it is.
    #[wasm_bindgen(js_name = whenNear)]
    fn when_near(element: &Element, call: &Function) -> Option<Function>;
}

/// Whether the timeline has been near what the reader sees. One that has not is not drawn.
#[derive(Debug, Default)]
pub struct Nearness {
    has_been: Rc<Cell<bool>>,
    waiting: RefCell<Option<Waiting>>,
}

/// Ends when it is dropped, before what it calls.
#[derive(Debug)]
struct Waiting {
    _end: Ending,
    _call: Closure<dyn Fn()>,
}

impl Nearness {
    /// What draws, where it may. What stands alone, without the list, is always near: the list
    /// would stand until it came, and go.
    pub fn here(&self, card: &Card) -> Option<Here> {
        if wanted(card) == TimelineView::Graphic {
            self.has_been.set(true);
        }
        here().filter(|_| self.has_been.get())
    }

    /// Sees whether it is near; until then waits, to have the room read again.
    pub fn look(&self, ruler: &Element, reading: &Weak<Reading>) -> bool {
        if self.has_been.get() {
            return true;
        }
        let Ok(mut waiting) = self.waiting.try_borrow_mut() else { return false };
        let (has_been, reading) = (self.has_been.clone(), reading.clone());
        let call = Closure::<dyn Fn()>::new(move || {
            has_been.set(true);
            if let Some(reading) = reading.upgrade() {
                reading.ask();
            }
        });
        let end = when_near(ruler, call.as_ref().unchecked_ref());
        *waiting = end.map(|end| Waiting { _end: end.into(), _call: call });
        self.has_been.set(waiting.is_none());
        waiting.is_none()
    }
}
