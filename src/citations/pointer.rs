//! What the pointer means for a note.

use js_sys::Reflect;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, PointerEvent};

use super::hover::Input;
use crate::browser::page::lateness;

/// What of a card an event is about. Asked at once: of an event made by a script the
/// browser soon says only that it was on the card.
#[derive(Debug)]
pub enum Place {
    /// A marker, by its id.
    Marker(String),
    /// The note.
    Note,
    /// Something else.
    Elsewhere,
}

impl Place {
    /// Where an element is.
    pub fn of(target: Option<&Element>) -> Self {
        let closest = |selector: &str| target?.closest(selector).ok().flatten();
        match closest(".marker") {
            Some(marker) => Self::Marker(marker.id()),
            None if closest(".note").is_some() => Self::Note,
            None => Self::Elsewhere,
        }
    }
}

/// What is known of the pointer.
#[derive(Debug, Clone, Default)]
pub struct Pointer {
    seen: Seen,
    /// The marker under it, until it moves.
    under: Option<String>,
}

/// Where on the page the pointer has been.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Seen {
    /// It has not been seen.
    #[default]
    Nowhere,
    /// It was never seen before the place where it is.
    Here,
    /// It has been at more than one place.
    Elsewhere,
}

impl Pointer {
    /// Something else on the page is under the pointer.
    pub fn note_place(&mut self) {
        self.seen = match self.seen {
            Seen::Nowhere => Seen::Here,
            _ => Seen::Elsewhere,
        };
    }

    /// It came to something in the card. A finger is no pointer here: what it touches it
    /// presses.
    pub fn over(&mut self, target: Option<&Element>, event: &Event) -> Option<Input> {
        if is_finger(event) {
            return None;
        }
        let place = Place::of(target);
        self.under = match &place {
            Place::Marker(marker) => Some(marker.clone()),
            _ => None,
        };
        Some(match place {
            Place::Marker(marker) => Input::Under(marker),
            Place::Note => Input::Stay,
            Place::Elsewhere => Input::Leave,
        })
    }

    /// It has come to the marker under it by moving, and not by a page that moves below
    /// it: `WebKit` tells of such a pointer that it has moved, by nothing. Where it is seen
    /// for the first time there is nothing to measure by.
    pub fn moved(&mut self, event: &Event) -> Option<Input> {
        self.under.as_ref()?;
        let pointer: &PointerEvent = event.unchecked_ref();
        let has_moved = pointer.movement_x() != 0 || pointer.movement_y() != 0;
        (has_moved || self.seen == Seen::Here).then_some(())?;
        self.under.take().map(|marker| Input::Enter(marker, lateness(event)))
    }
}

/// The pointer has left the card. While a button is held, text is being selected: that
/// closes nothing.
pub fn left(face: &Element, event: &Event) -> Option<Input> {
    let is_card = event.target().as_ref() == Some(face);
    let pointer: &PointerEvent = event.unchecked_ref();
    (is_card && pointer.buttons() == 0).then_some(Input::Leave)
}

/// How far a hand may stray that presses and does not drag, in pixels.
const STRAY: i32 = 4;

/// Whether a press has come from elsewhere, by dragging. One by a key comes from nowhere.
pub fn is_dragged(press: &MouseEvent, from: Option<(i32, i32)>) -> bool {
    from.is_some_and(|(x, y)| {
        (press.client_x() - x).abs().max((press.client_y() - y).abs()) > STRAY
    })
}

/// Whether a finger did it.
pub fn is_finger(event: &Event) -> bool {
    // A page may tell of a pointer without a kind.
    Reflect::get(event, &"pointerType".into()).is_ok_and(|kind| kind == "touch")
}
