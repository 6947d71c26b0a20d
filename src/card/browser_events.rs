//! The browser's events as messages to the card.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use super::actions::{pressed, toggled};
use super::card_event::CardEvent;
use super::listener::Listener;
use super::message::Message;
use super::{link, page_input};
use crate::browser::listeners::{Listening, Phase, target};
use crate::browser::page::now;
use crate::citations::hover::Input;
use crate::citations::later;
use crate::citations::pointer::{Place, is_finger, left};
use crate::citations::{popover, ways};
use crate::prose::missing::Pictures;
use crate::prose::scheme;
use crate::search::hits::found;
use crate::search::typing::{self, Done};
use crate::second_part::here;

/// What is listened to at the root of the card, for all that is in it.
const EVENTS: [&str; 22] = [
    "auxclick",
    "beforeinput",
    "beforematch",
    "click",
    "compositionend",
    "compositionstart",
    "compositionupdate",
    "copy",
    "cut",
    "focusin",
    "focusout",
    "input",
    "keydown",
    "keypress",
    "keyup",
    "paste",
    "pointerdown",
    "pointerleave",
    "pointerover",
    "search",
    "textInput",
    "toggle",
];

/// What is listened to there once more, on the way back.
const LATER: [&str; 3] = ["focusin", "pointermove", scheme::EVENT];

/// Begins to listen to what is done in a card, and around it.
pub fn listen(
    face: &Element,
    listener: &Rc<RefCell<Listener>>,
    on_message: &Callback<Message>,
) -> Option<[Listening; 4]> {
    let window = web_sys::window()?;
    let hear = |read: fn(&Element, &Rc<RefCell<Listener>>, &Event) -> Option<Message>| {
        let (on_message, listener) = (on_message.clone(), listener.clone());
        let face = face.clone();
        move |event: Event| {
            if let Some(message) = read(&face, &listener, &event) {
                on_message.emit(message);
            }
        }
    };
    let (pictures, of_card, card) = (Pictures::default(), listener.clone(), face.clone());
    let hear_error = move |event| missing(&card, &of_card, &pictures, &event);
    Some([
        Listening::begin(face.clone(), &EVENTS, Phase::Capture, hear(read)),
        Listening::begin(face.clone(), &LATER, Phase::Bubble, hear(read_later)),
        Listening::begin(face.clone(), &["error"], Phase::Capture, hear_error),
        Listening::begin(window, &page_input::EVENTS, Phase::Capture, hear(page_input::heard)),
    ])
}

/// A picture did not come.
fn missing(face: &Element, listener: &RefCell<Listener>, pictures: &Pictures, event: &Event) {
    let Some(target) = own(face, event) else { return };
    let (card, on_event) = {
        let listener = listener.borrow();
        (listener.card.clone(), listener.on_event.clone())
    };
    let story = card.as_ref().map(|card| &*card.0.story);
    if let Some(problem) = pictures.failed(&target, story) {
        on_event.emit(CardEvent::Problem(problem));
    }
}

/// What an event means for the card.
fn read(face: &Element, listener: &Rc<RefCell<Listener>>, event: &Event) -> Option<Message> {
    let kind = event.type_();
    let target = own(face, event);
    let input = match kind.as_str() {
        "click" => {
            // What hears of the press may change the card.
            let known = listener.borrow().clone();
            listener.borrow_mut().pressed_at = None;
            return pressed(&target?, event.unchecked_ref(), &known);
        }
        // The middle button opens a tab; the right one a menu, which follows nothing yet.
        "auxclick" => {
            let press: &MouseEvent = event.unchecked_ref();
            let link = link::of(&target?).filter(|_| press.button() == 1)?;
            let known = listener.borrow().clone();
            return link::pressed(&link, press, &known);
        }
        "toggle" => return toggled(&target?),
        "copy" if !is_box(target.as_ref()) => {
            let card = listener.borrow().card.clone()?;
            later::copy(here()?, &card, face, event.unchecked_ref());
            return None;
        }
        "beforematch" => return found(face, &target?).map(Message::Search),
        "focusin" => {
            ask_for_script(listener);
            return None;
        }
        "focusout" => Input::Leave,
        "pointerdown" => {
            let pointer: &MouseEvent = event.unchecked_ref();
            listener.borrow_mut().pressed_at = Some((pointer.client_x(), pointer.client_y()));
            if !is_finger(event) {
                let note = target?.closest(".note").ok()?;
                return note.map(|_| Message::Note(popover::Message::Grasped));
            }
            Input::Touch
        }
        "pointerover" => {
            if let Some(link) = target.as_ref().and_then(link::about) {
                link::correct(&link);
            }
            listener.borrow_mut().pointer.over(target.as_ref(), event)?
        }
        "pointerleave" => left(face, event)?,
        _ => return write(&target?, listener, event),
    };
    Some(note(input))
}

const fn note(input: Input) -> Message {
    Message::Note(popover::Message::Input(input))
}

/// What is written into a box of the card.
fn write(target: &Element, listener: &RefCell<Listener>, event: &Event) -> Option<Message> {
    if event.type_() == "keydown" {
        listener.borrow_mut().pressed_at = None;
        typing::hold(target, event);
        ways::step(target, event);
    }
    Some(Message::Search(match typing::done(target, event)? {
        Done::Written(search_box) => search_box,
        Done::Cleared(search_box) => {
            listener.borrow_mut().has_used_escape = true;
            search_box
        }
    }))
}

/// What an event means that had to be heard twice, or needs no haste.
fn read_later(face: &Element, listener: &Rc<RefCell<Listener>>, event: &Event) -> Option<Message> {
    match event.type_().as_str() {
        "pointermove" => return listener.borrow_mut().pointer.moved(event).map(note),
        scheme::EVENT => {
            listener.borrow().pictures.as_ref()?.ask();
            return None;
        }
        _ => {}
    }
    let target = own(face, event);
    if let Some(link) = target.as_ref().and_then(link::about) {
        link::correct(&link);
    }
    let listener = listener.borrow();
    let is_moved = listener.last.has_moved_focus(listener.is_by_script, now());
    let place = Place::of(target.as_ref());
    Some(Message::Note(popover::Message::Focused(place, is_moved)))
}

/// Finds out whether a script has made the event that is told now: then it waits on the
/// stack, and what is put off to the end of the task comes after the event's last
/// listener, and not between two of them.
fn ask_for_script(listener: &Rc<RefCell<Listener>>) {
    listener.borrow_mut().is_by_script = true;
    let listener = listener.clone();
    spawn_local(async move { listener.borrow_mut().is_by_script = false });
}

fn is_box(target: Option<&Element>) -> bool {
    target.is_some_and(|target| target.local_name() == "input")
}

/// What an event is about, where it is the card's own: what a publisher has put into slots
/// has its events pass by too.
fn own(face: &Element, event: &Event) -> Option<Element> {
    target(event).filter(|target| face.contains(Some(target)))
}
