//! What a pointer over the card means.

use std::cell::RefCell;

use js_sys::Reflect;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, PointerEvent};

use super::hand::{Place, place};
use super::link;
use super::wires::{Pointer, Wires};
use crate::dwell::Hand;

/// A finger is no pointer here: what it touches it presses.
pub(super) fn over(
    target: Option<&Element>,
    wires: &RefCell<Wires>,
    event: &Event,
) -> Option<Hand> {
    if let Some(link) = target.and_then(link::about) {
        link::straighten(&link);
    }
    if is_finger(event) {
        return None;
    }
    let place = place(target);
    wires.borrow_mut().under = match &place {
        Place::Marker(marker) => Some(marker.clone()),
        _ => None,
    };
    Some(match place {
        Place::Marker(marker) => Hand::Under(marker),
        Place::Note => Hand::Stay,
        Place::Elsewhere => Hand::Leave,
    })
}

/// The pointer has come to the marker under it by moving, and not by a page that moves
/// below it: `WebKit` tells of such a pointer that it has moved, by nothing. Where it is
/// seen for the first time there is nothing to measure by.
pub(super) fn moved(wires: &RefCell<Wires>, event: &Event) -> Option<Hand> {
    let mut wires = wires.borrow_mut();
    wires.under.as_ref()?;
    let pointer: &PointerEvent = event.unchecked_ref();
    let has_moved = pointer.movement_x() != 0 || pointer.movement_y() != 0;
    (has_moved || wires.pointer == Pointer::Arrived).then_some(())?;
    wires.under.take().map(Hand::Enter)
}

/// The pointer has left the card. While a button is held, text is being selected: that
/// closes nothing.
pub(super) fn left(face: &Element, event: &Event) -> Option<Hand> {
    let is_card = event.target().as_ref() == Some(face);
    let pointer: &PointerEvent = event.unchecked_ref();
    (is_card && pointer.buttons() == 0).then_some(Hand::Leave)
}

/// How far a hand may stray that presses and does not drag, in pixels.
const STRAY: i32 = 4;

/// Whether a press has come from elsewhere, by dragging. One by a key comes from nowhere.
pub(super) fn is_dragged(press: &MouseEvent, from: Option<(i32, i32)>) -> bool {
    from.is_some_and(|(x, y)| {
        (press.client_x() - x).abs().max((press.client_y() - y).abs()) > STRAY
    })
}

pub(super) fn is_finger(event: &Event) -> bool {
    // A page may tell of a pointer without a kind.
    Reflect::get(event, &"pointerType".into()).is_ok_and(|kind| kind == "touch")
}
