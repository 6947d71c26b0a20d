//! Tells the reader's hand from the browser's events, and does what comes of it.

use gloo_timers::callback::Timeout;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::press::pressed;
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

/// An event of the reader's hand.
#[derive(Debug)]
pub enum Gesture {
    /// The pointer is over something of the card.
    Over(PointerEvent),
    /// A pointer was put down on the card.
    Down,
    /// The pointer is over nothing of the card.
    Left(PointerEvent),
    /// The focus came to something of the card.
    Focused(FocusEvent),
    /// The focus left something of the card.
    Blurred,
    /// Time has passed.
    Waited,
}

impl StoryCard {
    /// The root of the card, which listens for all that is in it.
    pub(super) fn listening(&self, ctx: &Context<Self>, inner: Html) -> Html {
        let gesture = |gesture: fn(PointerEvent) -> Gesture| {
            ctx.link().callback(move |event| Message::Gesture(gesture(event)))
        };
        let on_event = ctx.props().on_event.clone();
        let onclick = ctx.link().batch_callback(move |press| pressed(press, &on_event));
        html! {
            <div
                class="face"
                ref={self.root.clone()}
                {onclick}
                onpointerover={gesture(Gesture::Over)}
                onpointerdown={gesture(|_| Gesture::Down)}
                onpointerleave={gesture(Gesture::Left)}
                onfocusin={ctx.link().callback(|event| Message::Gesture(Gesture::Focused(event)))}
                onfocusout={ctx.link().callback(|_| Message::Gesture(Gesture::Blurred))}
            >
                { inner }
            </div>
        }
    }

    /// Takes a gesture for what the hand means by it.
    pub(super) fn gesture(&mut self, ctx: &Context<Self>, gesture: &Gesture) {
        let hand = match gesture {
            Gesture::Over(event) => Self::pointer_over(event),
            Gesture::Left(event) => Self::pointer_left(event),
            Gesture::Focused(event) => self.focused(event),
            Gesture::Blurred => Some(Hand::Leave),
            Gesture::Waited => Some(Hand::Wait),
            Gesture::Down => {
                self.pressed_at = now();
                None
            }
        };
        if let Some(hand) = hand {
            self.tell(ctx, hand);
        }
    }

    /// A finger is no pointer here: what it touches it presses.
    fn pointer_over(event: &PointerEvent) -> Option<Hand> {
        (event.pointer_type() != "touch").then(|| match place(event) {
            Place::Marker(marker) => Hand::Enter(marker.id()),
            Place::Note => Hand::Stay,
            Place::Elsewhere => Hand::Leave,
        })
    }

    /// While a button is held, text is being selected: that closes nothing.
    fn pointer_left(event: &PointerEvent) -> Option<Hand> {
        (event.buttons() == 0).then_some(Hand::Leave)
    }

    /// Only the keyboard's focus opens a note: a press brings the focus along.
    /// (`:focus-visible` would tell, but `WebKit` sets it only after this event.)
    fn focused(&self, event: &FocusEvent) -> Option<Hand> {
        let is_by_press = now() - self.pressed_at < PRESS_MILLIS;
        match place(event) {
            Place::Marker(_) if is_by_press => None,
            Place::Marker(marker) => Some(Hand::Focus(marker.id())),
            Place::Note => Some(Hand::Stay),
            Place::Elsewhere => Some(Hand::Leave),
        }
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
            Timeout::new(millis, move || link.send_message(Message::Gesture(Gesture::Waited)))
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
