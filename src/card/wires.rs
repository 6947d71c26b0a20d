//! What has to be known as soon as an event comes, and cannot wait for the component.

use yew::prelude::*;

use super::CardEvent;
use crate::keys::Last;
use crate::platform::now;
use crate::view::CardRef;

/// What has to be known as soon as an event comes.
#[derive(Debug, Clone, Default)]
pub struct Wires {
    /// The card that is shown.
    pub card: Option<CardRef>,
    /// Who hears of links.
    pub on_event: Callback<CardEvent>,
    /// The reader's last input, anywhere on the page.
    pub last: Last,
    /// Whether the Escape that is held now has closed or emptied something.
    pub has_used_escape: bool,
    /// Whether a script waits for the event that is told now to be heard.
    pub is_by_script: bool,
    /// The marker under the pointer, until that moves.
    pub under: Option<String>,
    /// Where the pointer has been.
    pub pointer: Pointer,
    /// Where it was pressed, until that comes to a click or a key is pressed.
    pub pressed_at: Option<(i32, i32)>,
}

/// What is known of the pointer on the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pointer {
    /// It has not been seen.
    #[default]
    Unseen,
    /// It was never seen before the place where it is.
    Arrived,
    /// It has been at more than one place.
    Known,
}

impl Wires {
    /// The reader has done something that moves no focus by itself.
    pub fn note_input(&mut self) {
        self.last = Last::Other(now());
    }

    /// Something else is under the pointer.
    pub fn note_pointer(&mut self) {
        self.pointer = match self.pointer {
            Pointer::Unseen => Pointer::Arrived,
            _ => Pointer::Known,
        };
    }
}
