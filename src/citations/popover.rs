//! Opens and closes the note.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::active::Active;
use super::hover::{Effect, Hover, How, Input};
use super::ids;
pub use super::message::{Message, Outcome};
use super::others::AmongOthers;
use super::pointer::Place;
use super::preview;
use super::room::Room;
use super::top_layer::{Popover, Shown};
use crate::attributes;
use crate::browser::page::{is_in_frame, now};
use crate::browser::{focus, reveal};
use crate::story::{Story, revision};

/// The note of a card: one serves all markers.
#[derive(Debug)]
pub struct Note {
    root: NodeRef,
    on_message: Callback<Message>,
    /// The sources that it shows.
    pub cited: Rc<[usize]>,
    /// When it opens and closes.
    hover: Hover,
    /// Runs while it is about to open or to close.
    clock: Option<Timeout>,
    /// Runs while it is not known yet whether the focus is in a frame.
    leaving: Option<Timeout>,
    /// Whether the focus is in it.
    has_focus: bool,
    /// Whether it is to have it.
    takes_focus: bool,
    shown: Shown,
    /// The marker it is open for, or was last.
    active: Active,
    /// What is done for both to be seen.
    room: Room,
    others: AmongOthers,
}

impl Note {
    /// The note of the card with this root; messages to it come by the callback.
    pub fn new(root: NodeRef, on_message: Callback<Message>) -> Self {
        Self {
            root,
            others: AmongOthers::new(on_message.clone()),
            on_message,
            cited: Rc::default(),
            hover: Hover::default(),
            clock: None,
            leaving: None,
            has_focus: false,
            takes_focus: false,
            shown: Shown::OfMarker,
            active: Active::default(),
            room: Room::default(),
        }
    }

    /// Takes a message.
    pub fn update(&mut self, message: Message) -> Outcome {
        match message {
            Message::Input(input) => return self.tell(input),
            Message::Pressed(marker, by_key) => {
                let outcome = self.tell(Input::Press(marker));
                self.takes_focus = by_key && self.hover.marker().is_some();
                // Else that comes once it is drawn.
                if !outcome.is_news {
                    self.arrive();
                }
                return outcome;
            }
            Message::Focused(place, is_moved) => {
                let input = self.focused(place, is_moved);
                return input.map(|input| self.tell(input)).unwrap_or_default();
            }
            Message::Grasped => {
                self.hover.hold();
                if let Some(note) = self.element() {
                    self.take_up(&note);
                }
            }
            Message::Left => {
                let on_message = self.on_message.clone();
                let is_open = self.hover.marker().is_some();
                // Firefox knows only in the next task.
                let late = || Timeout::new(0, move || on_message.emit(Message::Gone));
                self.leaving = is_open.then(late);
            }
            Message::Gone if !is_in_frame() => {}
            Message::Gone | Message::Dismiss => self.dismiss(),
            // The browser tells late: by now it may be open, or about to be, for the next marker.
            Message::Toggled(false) if self.shown != Shown::Soon && !self.is_open() => {
                self.closed();
            }
            Message::Toggled(_) => {}
        }
        Outcome::default()
    }

    /// The focus opens a note only where the reader has moved it: a press brings it along,
    /// and a window or a dialog gives it back.
    fn focused(&mut self, place: Place, is_moved: bool) -> Option<Input> {
        self.has_focus = matches!(place, Place::Note);
        self.arrive();
        match place {
            Place::Marker(marker) => is_moved.then_some(Input::Focus(marker)),
            Place::Note => Some(Input::Stay),
            Place::Elsewhere => Some(Input::Leave),
        }
    }

    /// Does what comes of the reader's input, and sets the clock.
    fn tell(&mut self, input: Input) -> Outcome {
        self.notice_removal();
        let effect = self.hover.tell(input, now());
        let outcome = match &effect {
            Some(Effect::Open(marker)) => self.open(marker),
            Some(Effect::Close) => {
                self.close();
                Outcome::default()
            }
            Some(Effect::Pin) => Outcome { is_news: false, cited: self.hover.how() },
            None => Outcome::default(),
        };
        let on_message = self.on_message.clone();
        self.clock = self.hover.wakes_at().map(|at| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a whole number from 0 to 1,000"
            )]
            let millis = (at - now()).clamp(0.0, 1_000.0).ceil() as u32;
            Timeout::new(millis, move || on_message.emit(Message::Input(Input::Wait)))
        });
        outcome
    }

    /// The note is closed: by its button, a press elsewhere, or Escape (`card/page_input.rs`).
    fn closed(&mut self) {
        self.active.clear();
        self.room.go_back();
        self.tell(Input::Closed);
        if std::mem::take(&mut self.has_focus) {
            self.active.take_focus_from(self.element().as_deref().map(AsRef::as_ref));
        }
    }

    /// A press leads to another place: a note that it leads out of closes.
    pub fn go_on(&mut self, pressed: &Element, id: &str) {
        let note = pressed.closest(".note").ok().flatten();
        let stays = |note: &Element| self.find(id).is_some_and(|to| note.contains(Some(&to)));
        if note.as_ref().is_some_and(stays) {
            return;
        }
        self.room.stay();
        if note.is_some() {
            self.dismiss();
        }
    }

    /// Closes the note, whatever keeps it open. The browser tells of it later: by then the
    /// reader may have pressed Tab.
    fn dismiss(&mut self) {
        self.close();
        self.closed();
    }

    /// Shows the note once there is something in it, and sees to it that it and its marker
    /// can both be seen. Says how it was opened, when it is shown.
    pub fn keep_visible(&mut self) -> Option<How> {
        self.hover.marker()?;
        let is_new = self.shown == Shown::Soon;
        self.shown = if is_new { Shown::OfMarker } else { self.shown };
        let (marker, note) = (self.active.marker.clone()?, self.element()?);
        // Its note would lie on other words.
        if self.active.folded_into().is_some() {
            self.dismiss();
            return None;
        }
        if is_new {
            self.others.open();
            self.room.begin(&marker, &note);
            // To show it lays the page out, which is dear: that is done once, with what it says.
            if self.hover.how() == Some(How::Hover) {
                self.shown = Shown::Alone;
            }
            note.open((self.shown == Shown::OfMarker).then_some(&marker));
            note.set_scroll_top(0);
            preview::bring_pressed(&note);
        }
        self.room.make(&marker, &note, self.hover.how());
        self.arrive();
        self.hover.how().filter(|_| is_new)
    }

    /// Readies the note for its reader. Until it is asked for it is a preview: Tab goes on to
    /// the next marker and not through what nobody wanted.
    fn arrive(&mut self) -> Option<()> {
        self.hover.marker().filter(|_| self.shown != Shown::Soon)?;
        let note = self.element()?;
        let is_pressed = self.hover.how() == Some(How::Press);
        if is_pressed {
            self.take_up(&note);
        }
        preview::set(&note, !is_pressed && !self.has_focus);
        if std::mem::take(&mut self.takes_focus) {
            focus::give_focus(&note);
        }
        Some(())
    }

    /// The reader goes on into the note: Tab is to know where it belongs. Before it has the focus,
    /// which it would lose.
    fn take_up(&mut self, note: &Popover) {
        if self.shown == Shown::Alone && !self.has_focus {
            note.reopen(self.active.marker.as_ref());
            self.shown = Shown::OfMarker;
        }
    }

    /// Another story comes. The note stays where that has its sources too: what the reader
    /// reads there is still true. Else it would show sources that are not its own.
    pub fn carry_over(&mut self, before: &Story, now: &Story, is_same: bool) {
        let cited = revision::sources(before, now, &self.cited).filter(|_| is_same);
        if cited.is_none() {
            self.dismiss();
        }
        self.cited = cited.unwrap_or_default().into();
    }

    /// The story is drawn anew: its marker may have another id now, or be gone.
    pub fn follow_marker(&mut self) {
        let Some(id) = self.hover.marker() else { return };
        match self.active.marker.clone().filter(|marker| marker.is_connected()) {
            Some(marker) => {
                if marker.id() != id {
                    self.hover.rename(marker.id());
                }
                self.active.set(&self.root, marker);
            }
            None => self.dismiss(),
        }
    }

    /// Opens the note beside a marker. One note serves all markers: it moves. What it says
    /// is drawn next, and then it is shown.
    fn open(&mut self, id: &str) -> Outcome {
        self.close();
        let Some(marker) = self.find(id) else {
            return Outcome::default();
        };
        let cites = marker.get_attribute(attributes::CITES).unwrap_or_default();
        self.cited = cites.split(' ').filter_map(|source| source.parse().ok()).collect();
        self.active.set(&self.root, marker);
        self.shown = Shown::Soon;
        Outcome { is_news: true, cited: None }
    }

    fn close(&mut self) {
        self.active.clear();
        self.room.go_back();
        if let Some(note) = self.element() {
            note.close();
        }
    }

    /// A card that is taken out of the page, and put in elsewhere, has its note closed by the
    /// browser without a word.
    fn notice_removal(&mut self) {
        if self.hover.marker().is_some() && self.shown != Shown::Soon && !self.is_open() {
            self.active.clear();
            self.room.go_back();
            self.hover.tell(Input::Closed, now());
        }
    }

    fn is_open(&self) -> bool {
        self.element().is_some_and(|note| note.matches(":popover-open").unwrap_or(true))
    }

    fn element(&self) -> Option<Popover> {
        self.find(&ids::note(0)).map(JsCast::unchecked_into)
    }

    fn find(&self, id: &str) -> Option<Element> {
        reveal::find(&self.root, id)
    }
}
