//! What has to be known as soon as an event comes, and cannot wait for the component.

use yew::prelude::*;

use super::card_event::CardEvent;
use crate::browser::frame::Reading;
use crate::browser::keys::Last;
use crate::browser::page::now;
use crate::citations::pointer::Pointer;
use crate::context::CardRef;

/// What a card's listeners know.
#[derive(Debug, Clone, Default)]
pub struct Listener {
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
    /// The pointer, and the marker under it.
    pub pointer: Pointer,
    /// Where it was pressed, until that comes to a click or a key is pressed.
    pub pressed_at: Option<(i32, i32)>,
    /// Has each picture be that for the scheme of the card.
    pub pictures: Option<Reading>,
}

impl Listener {
    /// The reader has done something that moves no focus by itself.
    pub fn note_input(&mut self) {
        self.last = Last::Other(now());
    }
}
