//! One frame for all: whoever has to read sizes does so in one go, before any of them draws.
//!
//! What is drawn in between would have the browser lay the page out anew for each of them.

use std::cell::RefCell;
use std::fmt;
use std::rc::{Rc, Weak};

use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::prelude::Closure;

thread_local! {
    static WAITING: RefCell<Vec<Weak<dyn Fn()>>> = RefCell::default();
    static READ_ALL: Closure<dyn Fn()> = Closure::new(read_all);
}

/// Something that is read when it is asked for, until this and its copies are dropped.
#[derive(Clone)]
pub struct Reading(Rc<dyn Fn()>);

impl Reading {
    /// Reads by this, which must draw nothing itself.
    pub fn new(read: impl Fn() + 'static) -> Self {
        Self(Rc::new(read))
    }

    /// Reads now.
    pub fn read(&self) {
        (self.0)();
    }

    /// Reads before the next frame is painted; once, however often it is asked for.
    pub fn ask(&self) {
        WAITING.with_borrow_mut(|waiting| {
            let this = Rc::downgrade(&self.0);
            if waiting.iter().any(|other| other.ptr_eq(&this)) {
                return;
            }
            if waiting.is_empty()
                && let Some(window) = web_sys::window()
            {
                // Fails only in a window that is gone, where nothing is painted.
                let _ = READ_ALL
                    .with(|call| window.request_animation_frame(call.as_ref().unchecked_ref()));
            }
            waiting.push(this);
        });
    }
}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reading")
    }
}

fn read_all() {
    for reading in WAITING.take() {
        if let Some(read) = reading.upgrade() {
            read();
        }
    }
}
