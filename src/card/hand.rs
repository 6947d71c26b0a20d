//! Tells the reader's hand from the browser's events, and does what comes of it.

use gloo_timers::callback::Timeout;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{Message, StoryCard};
use crate::dwell::{Deed, Hand};
use crate::platform::now;

/// A focus this soon after a press is the press's.
const PRESS_MILLIS: f64 = 500.0;

#[wasm_bindgen]
extern "C" {
    /// An element with a popover. The binding of `web-sys` knows no invoker yet.
    #[wasm_bindgen(extends = HtmlElement)]
    type Popover;

    #[wasm_bindgen(method, catch, js_name = showPopover)]
    fn show(this: &Popover, options: &Object) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = hidePopover)]
    fn hide(this: &Popover) -> Result<(), JsValue>;
}

impl StoryCard {
    /// The pointer is over something of the card. A finger is none: what it touches it
    /// presses.
    pub(super) fn pointer_over(&mut self, ctx: &Context<Self>, event: &PointerEvent) {
        if event.pointer_type() == "touch" {
            return;
        }
        let hand = match place(event) {
            Place::Marker(marker) => Hand::Enter(marker.id()),
            Place::Note => Hand::Stay,
            Place::Elsewhere => Hand::Leave,
        };
        self.tell(ctx, hand);
    }

    /// The pointer is over nothing of the card. While a button is held, text is being
    /// selected: that closes nothing.
    pub(super) fn pointer_left(&mut self, ctx: &Context<Self>, event: &PointerEvent) {
        if event.buttons() == 0 {
            self.tell(ctx, Hand::Leave);
        }
    }

    /// The focus came to something of the card. Only the keyboard's opens a note: a
    /// press brings the focus along. (`:focus-visible` would tell, but `WebKit` sets it
    /// only after this event.)
    pub(super) fn focused(&mut self, ctx: &Context<Self>, event: &FocusEvent) {
        let is_by_press = now() - self.pressed_at < PRESS_MILLIS;
        let hand = match place(event) {
            Place::Marker(_) if is_by_press => return,
            Place::Marker(marker) => Hand::Focus(marker.id()),
            Place::Note => Hand::Stay,
            Place::Elsewhere => Hand::Leave,
        };
        self.tell(ctx, hand);
    }

    /// A note was opened or closed by the browser.
    pub(super) fn note_closed(&mut self, ctx: &Context<Self>, note: &str) {
        let marker = self.dwell.marker().and_then(|id| self.find(id));
        let is_its_own = marker.is_some_and(|marker| note_of(&marker).as_deref() == Some(note));
        if is_its_own {
            self.tell(ctx, Hand::Closed);
        }
    }

    /// Tells what the hand does, does what comes of it, and sets the clock.
    pub(super) fn tell(&mut self, ctx: &Context<Self>, hand: Hand) -> Option<Deed> {
        let deed = self.dwell.tell(hand, now());
        match &deed {
            Some(Deed::Open(marker)) => self.open_note(marker),
            Some(Deed::Close(marker)) => self.close_note(marker),
            Some(Deed::Keep) | None => {}
        }
        let link = ctx.link().clone();
        self.clock = self.dwell.wakes_at().map(|at| {
            // Millis of less than half a second; a cast cannot cut anything off.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let millis = (at - now()).clamp(0.0, 1_000.0).ceil() as u32;
            Timeout::new(millis, move || link.send_message(Message::Hand(Hand::Wait)))
        });
        deed
    }

    /// Opens a note beside its marker. One note serves all markers of a source: it moves.
    fn open_note(&mut self, id: &str) {
        let Some((marker, note)) = self.marker_and_note(id) else { return };
        self.mark(false);
        if is_open(&note) {
            // Fails only on a note that is closed.
            let _ = note.hide();
        }
        let options = Object::new();
        // Fails only on a frozen object.
        let _ = Reflect::set(&options, &"source".into(), &marker);
        self.marker = Some(marker);
        // Fails where the page has no popovers, or took the note out: then there is none.
        let _ = note.show(&options);
    }

    fn close_note(&self, id: &str) {
        if let Some((_, note)) = self.marker_and_note(id).filter(|(_, note)| is_open(note)) {
            // Fails only on a note that is closed.
            let _ = note.hide();
        }
    }

    fn marker_and_note(&self, id: &str) -> Option<(Element, Popover)> {
        let marker = self.find(id)?;
        let note = self.find(&note_of(&marker)?)?;
        Some((marker, note.unchecked_into()))
    }

    fn find(&self, id: &str) -> Option<Element> {
        crate::reveal::find(&self.root, id)
    }
}

/// What of a card an event is about.
enum Place {
    Marker(Element),
    Note,
    Elsewhere,
}

fn place(event: &Event) -> Place {
    let target = event.target_dyn_into::<Element>();
    let closest =
        |plan: &str| target.as_ref().and_then(|target| target.closest(plan).ok().flatten());
    match closest(".marker") {
        Some(marker) => Place::Marker(marker),
        None if closest(".note").is_some() => Place::Note,
        None => Place::Elsewhere,
    }
}

fn note_of(marker: &Element) -> Option<String> {
    marker.get_attribute("popovertarget")
}

fn is_open(note: &Element) -> bool {
    note.matches(":popover-open").unwrap_or_default()
}
