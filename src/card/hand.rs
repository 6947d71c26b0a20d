//! Tells the reader's hand from the browser's events.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use super::copy::copy;
use super::filter::found;
use super::pictures::Pictures;
use super::pointer::{is_finger, left, moved, over};
use super::press::{pressed, toggled};
use super::wires::Wires;
use super::{CardEvent, Face, Message, StoryCard, around, link, typing};
use crate::dwell::{Deed, Hand};
use crate::listening::{Listening, Phase, target};
use crate::platform::now;

/// An event of the reader's hand.
#[derive(Debug)]
pub enum Gesture {
    /// The hand does this.
    Hand(Hand),
    /// The focus came to this; whether the reader moved it there.
    Focused(Place, bool),
}

/// What of a card an event is about. Told at once: of an event made by a script the
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

/// What is listened to at the root of the card, for all that is in it.
const EVENTS: [&str; 21] = [
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
const LATER: [&str; 2] = ["focusin", "pointermove"];

impl StoryCard {
    /// Begins to listen, once; afterwards tells the listener what has changed.
    pub(super) fn listen(&mut self, ctx: &Context<Self>) {
        let card = match &self.face {
            Face::Ready { card, .. } => Some(card.clone()),
            _ => None,
        };
        {
            let mut wires = self.wires.borrow_mut();
            wires.card = card;
            wires.on_event = ctx.props().on_event.clone();
        }
        if self.listening.is_some() {
            return;
        }
        let (Some(face), Some(window)) = (self.root.cast::<Element>(), web_sys::window()) else {
            return;
        };
        let hear = |what: fn(&Element, &Rc<RefCell<Wires>>, &Event) -> Option<Message>| {
            let (link, wires, face) = (ctx.link().clone(), self.wires.clone(), face.clone());
            move |event: Event| {
                if let Some(message) = what(&face, &wires, &event) {
                    link.send_message(message);
                }
            }
        };
        let (pictures, wires, card) = (Pictures::default(), self.wires.clone(), face.clone());
        let hear_error = move |event| missing(&card, &wires, &pictures, &event);
        self.listening = Some([
            Listening::begin(face.clone(), &EVENTS, Phase::Capture, hear(read)),
            Listening::begin(face.clone(), &LATER, Phase::Bubble, hear(read_later)),
            Listening::begin(face.clone(), &["error"], Phase::Capture, hear_error),
            Listening::begin(window, &around::EVENTS, Phase::Capture, hear(around::heard)),
        ]);
    }

    /// Takes a gesture for what the hand means by it; says whether there is something
    /// to draw.
    pub(super) fn gesture(&mut self, ctx: &Context<Self>, gesture: Gesture) -> bool {
        let hand = match gesture {
            Gesture::Hand(hand) => Some(hand),
            Gesture::Focused(place, is_moved) => self.focused(place, is_moved),
        };
        hand.is_some_and(|hand| self.tell(ctx, hand))
    }

    /// The focus opens a note only where the reader has moved it: a press brings it along,
    /// and a window or a dialog gives it back.
    fn focused(&mut self, place: Place, is_moved: bool) -> Option<Hand> {
        self.note.has_focus = matches!(place, Place::Note);
        match place {
            Place::Marker(marker) => is_moved.then_some(Hand::Focus(marker)),
            Place::Note => Some(Hand::Stay),
            Place::Elsewhere => Some(Hand::Leave),
        }
    }

    /// Tells what the hand does, does what comes of it, and sets the clock. Says whether
    /// there is something to draw.
    pub(super) fn tell(&mut self, ctx: &Context<Self>, hand: Hand) -> bool {
        self.notice_removal();
        let deed = self.note.dwell.tell(hand, now());
        let is_news = match &deed {
            Some(Deed::Open(marker)) => self.open_note(ctx, marker),
            Some(Deed::Close) => {
                self.close_note();
                false
            }
            Some(Deed::Pin) => {
                self.tell_cited(ctx);
                false
            }
            None => false,
        };
        let link = ctx.link().clone();
        self.note.clock = self.note.dwell.wakes_at().map(|at| {
            // Millis of less than half a second; a cast cannot cut anything off.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let millis = (at - now()).clamp(0.0, 1_000.0).ceil() as u32;
            Timeout::new(millis, move || {
                link.send_message(Message::Gesture(Gesture::Hand(Hand::Wait)));
            })
        });
        is_news
    }
}

/// A picture did not come.
fn missing(face: &Element, wires: &RefCell<Wires>, pictures: &Pictures, event: &Event) {
    let Some(target) = own(face, event) else { return };
    let (card, on_event) = {
        let wires = wires.borrow();
        (wires.card.clone(), wires.on_event.clone())
    };
    let story = card.as_ref().map(|card| &*card.0.story);
    if let Some(problem) = pictures.failed(&target, story) {
        on_event.emit(CardEvent::Problem(problem));
    }
}

/// What an event means for the card.
fn read(face: &Element, wires: &Rc<RefCell<Wires>>, event: &Event) -> Option<Message> {
    let kind = event.type_();
    let target = own(face, event);
    let gesture = match kind.as_str() {
        "click" => {
            // What hears of the press may change the card.
            let known = wires.borrow().clone();
            wires.borrow_mut().pressed_at = None;
            return pressed(&target?, event.unchecked_ref(), &known);
        }
        "toggle" => return toggled(&target?),
        "copy" if !is_box(target.as_ref()) => {
            let card = wires.borrow().card.clone()?;
            return copy(&card, face, event.unchecked_ref()).and(None);
        }
        "beforematch" => return found(face, &target?),
        "focusin" => {
            ask_for_script(wires);
            return None;
        }
        "focusout" => Gesture::Hand(Hand::Leave),
        "pointerdown" => {
            let pointer: &MouseEvent = event.unchecked_ref();
            wires.borrow_mut().pressed_at = Some((pointer.client_x(), pointer.client_y()));
            Gesture::Hand(is_finger(event).then_some(Hand::Touch)?)
        }
        "pointerover" => Gesture::Hand(over(target.as_ref(), wires, event)?),
        "pointerleave" => Gesture::Hand(left(face, event)?),
        _ => {
            let target = target?;
            if kind == "keydown" {
                wires.borrow_mut().pressed_at = None;
                typing::hold(&target, event);
            }
            return typing::done(&target, wires, event);
        }
    };
    Some(Message::Gesture(gesture))
}

/// What an event means that had to be heard twice, or needs no haste.
fn read_later(face: &Element, wires: &Rc<RefCell<Wires>>, event: &Event) -> Option<Message> {
    if event.type_() == "pointermove" {
        return moved(wires, event).map(|hand| Message::Gesture(Gesture::Hand(hand)));
    }
    let target = own(face, event);
    if let Some(link) = target.as_ref().and_then(link::about) {
        link::straighten(&link);
    }
    let wires = wires.borrow();
    let is_moved = wires.last.has_moved_focus(wires.is_by_script, now());
    Some(Message::Gesture(Gesture::Focused(place(target.as_ref()), is_moved)))
}

/// Finds out whether a script has made the event that is told now: then it waits on the
/// stack, and what is put off to the end of the task comes after the event's last
/// listener, and not between two of them.
fn ask_for_script(wires: &Rc<RefCell<Wires>>) {
    wires.borrow_mut().is_by_script = true;
    let wires = wires.clone();
    spawn_local(async move { wires.borrow_mut().is_by_script = false });
}

fn is_box(target: Option<&Element>) -> bool {
    target.is_some_and(|target| target.local_name() == "input")
}

/// What an event is about, where it is the card's own: what a publisher has put into slots
/// has its events pass by too.
fn own(face: &Element, event: &Event) -> Option<Element> {
    target(event).filter(|target| face.contains(Some(target)))
}

pub(super) fn place(target: Option<&Element>) -> Place {
    let closest = |plan: &str| target.and_then(|target| target.closest(plan).ok().flatten());
    match closest(".marker") {
        Some(marker) => Place::Marker(marker.id()),
        None if closest(".note").is_some() => Place::Note,
        None => Place::Elsewhere,
    }
}
