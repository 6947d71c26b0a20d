//! Tells the reader's hand from the browser's events.

use std::cell::RefCell;

use gloo_timers::callback::Timeout;
use web_sys::Element;
use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use super::copy::copy;
use super::filter::{found, searched};
use super::press::{pressed, toggled};
use super::{CardEvent, Face, Message, StoryCard};
use crate::dwell::{Deed, Hand};
use crate::listening::{Listening, Phase};
use crate::platform::now;
use crate::view::CardRef;

/// A focus this soon after a press is the press's.
const PRESS_MILLIS: f64 = 500.0;

/// An event of the reader's hand.
#[derive(Debug)]
pub enum Gesture {
    /// The hand does this.
    Hand(Hand),
    /// A pointer was put down on the card: a finger, or another.
    Down(bool),
    /// The focus came to this.
    Focused(Place),
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
const EVENTS: [&str; 10] = [
    "beforematch",
    "click",
    "copy",
    "focusin",
    "focusout",
    "input",
    "pointerdown",
    "pointerleave",
    "pointerover",
    "toggle",
];

/// What has to be known as soon as an event comes.
#[derive(Debug, Default)]
pub struct Wires {
    /// The card that is shown.
    pub card: Option<CardRef>,
    /// Who hears of links.
    pub on_event: Callback<CardEvent>,
}

impl StoryCard {
    /// Begins to listen, once; afterwards tells the listener what has changed.
    pub(super) fn listen(&mut self, ctx: &Context<Self>) {
        let card = match &self.face {
            Face::Ready { card, .. } => Some(card.clone()),
            _ => None,
        };
        self.wires.replace(Wires { card, on_event: ctx.props().on_event.clone() });
        if self.listening.is_some() {
            return;
        }
        let (link, wires, root) =
            (ctx.link().clone(), self.wires.clone(), self.root.cast::<Element>());
        self.listening = root.map(|root| {
            let face = root.clone();
            Listening::begin(root, &EVENTS, Phase::Capture, move |event| {
                if let Some(message) = read(&face, &wires, event) {
                    link.send_message(message);
                }
            })
        });
    }

    /// Takes a gesture for what the hand means by it; says whether there is something
    /// to draw.
    pub(super) fn gesture(&mut self, ctx: &Context<Self>, gesture: Gesture) -> bool {
        let hand = match gesture {
            Gesture::Hand(hand) => Some(hand),
            Gesture::Focused(place) => self.focused(place),
            Gesture::Down(is_finger) => {
                self.note.pressed_at = now();
                is_finger.then_some(Hand::Touch)
            }
        };
        hand.is_some_and(|hand| self.tell(ctx, hand))
    }

    /// Only the keyboard's focus opens a note: a press brings the focus along.
    /// (`:focus-visible` would tell, but `WebKit` sets it only after this event.)
    fn focused(&mut self, place: Place) -> Option<Hand> {
        let is_by_press = now() - self.note.pressed_at < PRESS_MILLIS;
        self.note.has_focus = matches!(place, Place::Note);
        match place {
            Place::Marker(_) if is_by_press => None,
            Place::Marker(marker) => Some(Hand::Focus(marker)),
            Place::Note => Some(Hand::Stay),
            Place::Elsewhere => Some(Hand::Leave),
        }
    }

    /// Tells what the hand does, does what comes of it, and sets the clock. Says whether
    /// there is something to draw.
    pub(super) fn tell(&mut self, ctx: &Context<Self>, hand: Hand) -> bool {
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

/// What an event means for the card.
fn read(face: &Element, wires: &RefCell<Wires>, event: Event) -> Option<Message> {
    let gesture = match event.type_().as_str() {
        "click" => {
            // What hears of the press may change the card.
            let on_event = wires.borrow().on_event.clone();
            return pressed(&own(face, &event)?, event.unchecked_into(), &on_event);
        }
        "copy" => {
            let card = wires.borrow().card.clone()?;
            return copy(&card, face, event.unchecked_ref()).and(None);
        }
        "beforematch" => return found(face, &own(face, &event)?),
        "input" => return searched(&event),
        "toggle" => return toggled(&own(face, &event)?),
        "focusin" => Gesture::Focused(place(face, &event)),
        "focusout" => Gesture::Hand(Hand::Leave),
        "pointerdown" => Gesture::Down(is_finger(&event)),
        "pointerover" => over(face, &event)?,
        _ => left(face, &event)?,
    };
    Some(Message::Gesture(gesture))
}

/// A finger is no pointer here: what it touches it presses.
fn over(face: &Element, event: &Event) -> Option<Gesture> {
    let hand = match place(face, event) {
        Place::Marker(marker) => Hand::Enter(marker),
        Place::Note => Hand::Stay,
        Place::Elsewhere => Hand::Leave,
    };
    (!is_finger(event)).then_some(Gesture::Hand(hand))
}

/// The pointer has left the card. While a button is held, text is being selected: that
/// closes nothing.
fn left(face: &Element, event: &Event) -> Option<Gesture> {
    let is_card = event.target().as_ref() == Some(face);
    let pointer: &PointerEvent = event.unchecked_ref();
    (is_card && pointer.buttons() == 0).then_some(Gesture::Hand(Hand::Leave))
}

fn is_finger(event: &Event) -> bool {
    event.unchecked_ref::<PointerEvent>().pointer_type() == "touch"
}

/// What an event is about, where it is the card's own: what a publisher has put into slots
/// has its events pass by too.
fn own(face: &Element, event: &Event) -> Option<Element> {
    event.target_dyn_into::<Element>().filter(|target| face.contains(Some(target)))
}

fn place(face: &Element, event: &Event) -> Place {
    let target = own(face, event);
    let closest =
        |plan: &str| target.as_ref().and_then(|target| target.closest(plan).ok().flatten());
    match closest(".marker") {
        Some(marker) => Place::Marker(marker.id()),
        None if closest(".note").is_some() => Place::Note,
        None => Place::Elsewhere,
    }
}
