//! What a card keeps going in the browser, until it is dropped.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use super::browser_events;
use super::card_event::CardEvent;
use super::hold::Hold;
use super::listener::Listener;
use super::message::Message;
use super::wheel;
use crate::browser::ending::Ending;
use crate::browser::frame::Reading;
use crate::browser::listeners::Listening;
use crate::browser::page::is_framed;
use crate::context::CardRef;
use crate::prose::{scheme, scrolling};
use crate::search::waiting::Search;
use crate::sections::current;

/// Listeners, and what runs.
#[derive(Debug, Default)]
pub struct Effects {
    listener: Rc<RefCell<Listener>>,
    listening: Option<[Listening; 4]>,
    /// Keeps what is read in its place.
    hold: Option<Hold>,
    /// The same for the focus, where the page asks for something of the story that is shown.
    focus: Option<Hold>,
    /// Waits for what can search.
    pub search: Search,
    /// What can be scrolled by key; the wheel scrolls that before the page; and the index says
    /// which section is read.
    following: [Option<Ending>; 3],
    /// Runs between two turns of drawing.
    turn: Option<Timeout>,
}

impl Effects {
    /// Begins to listen, once; afterwards tells the listener what has changed.
    pub fn listen(
        &mut self,
        face: &NodeRef,
        card: Option<&CardRef>,
        on_event: &Callback<CardEvent>,
        on_message: impl Fn() -> Callback<Message>,
    ) {
        let is_other = {
            let mut listener = self.listener.borrow_mut();
            let address = |card: &CardRef| Rc::as_ptr(&card.0);
            let is_other = listener.card.as_ref().map(address) != card.map(address);
            listener.card = card.cloned();
            listener.on_event = on_event.clone();
            is_other
        };
        // Another layout has another index.
        if is_other {
            self.following = face.cast::<Element>().as_ref().map(follow).unwrap_or_default();
        }
        if self.listening.is_none() {
            let face = face.cast::<Element>();
            let begin =
                |face: Element| browser_events::listen(&face, &self.listener, &on_message());
            self.listening = face.and_then(begin);
        }
    }

    /// A story is about to be drawn.
    pub fn hold(&mut self, face: &NodeRef, is_newer: bool) {
        self.hold = Hold::begin(face, !is_newer);
    }

    /// What has the focus may be about to go.
    pub fn hold_focus(&mut self, face: &NodeRef) {
        if self.focus.is_none() {
            self.focus = Hold::begin(face, true);
        }
    }

    /// It is drawn, and what had the focus may have gone.
    pub fn settle_focus(&mut self) {
        if let Some(hold) = self.focus.take() {
            hold.settle();
            self.hold = Some(hold);
        }
    }

    /// It is drawn.
    pub fn settle(&mut self, face: &NodeRef) {
        if let Some(face) = face.cast::<Element>() {
            self.following = follow(&face);
            // In time: the browser asks for none before it has laid out the page.
            let pictures = Reading::new(move || scheme::follow(&face));
            pictures.ask();
            self.listener.borrow_mut().pictures = Some(pictures);
        }
        if let Some(hold) = &self.hold {
            hold.settle();
        }
    }

    /// Where parts of the card still wait, gives them their turn in a task of its own:
    /// between two of them the page can answer its reader. Says whether any wait.
    pub fn draw_later(&mut self, card: &CardRef, draw: impl FnOnce() + 'static) -> bool {
        let is_drawing = card.0.turns.as_ref().is_some_and(|turns| !turns.are_over());
        self.turn = is_drawing.then(|| Timeout::new(0, draw));
        is_drawing
    }
}

/// Follows what the reader does. What is read nobody knows in a frame as high as its card.
fn follow(face: &Element) -> [Option<Ending>; 3] {
    let current = if is_framed() { None } else { current::begin(face) };
    [scrolling::begin(face), Some(wheel::begin(face)), current]
}

/// Draws the next parts. In a hidden page all of them: nobody waits for an answer there,
/// and timers are slow.
pub fn draw_on(card: &CardRef) {
    let document = web_sys::window().and_then(|window| window.document());
    let is_hidden = document.is_some_and(|document| document.hidden());
    if let Some(turns) = &card.0.turns {
        turns.next(is_hidden);
    }
}
