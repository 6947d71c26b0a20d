//! Keeps a note beside its marker.

use std::rc::{Rc, Weak};

use super::later::place;
use super::position::Beside;
use crate::browser::frame::Reading;
use crate::second_part::Here;

/// Has a note follow its marker, until it is dropped.
#[derive(Debug)]
pub struct Following {
    reading: Rc<Reading>,
}

impl Following {
    /// Will look before each frame where the marker is. Events do not tell of all that moves it:
    /// what scrolls in another shadow root, what comes above it, what the page animates.
    pub fn begin(here: Here, beside: Beside) -> Self {
        let reading = Rc::new_cyclic(|this: &Weak<Reading>| {
            let this = this.clone();
            Reading::new(move || {
                place(here, &beside);
                if let Some(reading) = this.upgrade() {
                    reading.ask();
                }
            })
        });
        Self { reading }
    }

    /// Moves the note to its marker, and again before each frame.
    pub fn place(&self) {
        self.reading.read();
    }
}
