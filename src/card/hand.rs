//! Tells the reader's hand from the browser's events.

use gloo_timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use super::filter::searched;
use super::press::pressed;
use super::{Message, StoryCard};
use crate::dwell::{Deed, Hand};
use crate::platform::now;

/// A focus this soon after a press is the press's.
const PRESS_MILLIS: f64 = 500.0;

/// An event of the reader's hand.
#[derive(Debug)]
pub enum Gesture {
    /// The pointer is over something of the card.
    Over(PointerEvent),
    /// A pointer was put down on the card.
    Down(PointerEvent),
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
        // In a frame of its own the card cannot know what of it the reader sees.
        let is_framed =
            web_sys::window().is_some_and(|window| window.parent() != Ok(Some(window.clone())));
        let class = if is_framed { "face framed" } else { "face" };
        let on_event = ctx.props().on_event.clone();
        let onclick = ctx.link().batch_callback(move |press| pressed(press, &on_event));
        html! {
            <div
                {class}
                ref={self.root.clone()}
                {onclick}
                onpointerover={gesture(Gesture::Over)}
                onpointerdown={gesture(Gesture::Down)}
                onpointerleave={gesture(Gesture::Left)}
                onfocusin={ctx.link().callback(|event| Message::Gesture(Gesture::Focused(event)))}
                oncopy={self.copying()}
                oninput={ctx.link().batch_callback(searched)}
                onfocusout={ctx.link().callback(|_| Message::Gesture(Gesture::Blurred))}
            >
                { inner }
            </div>
        }
    }

    /// Takes a gesture for what the hand means by it; says whether there is something
    /// to draw.
    pub(super) fn gesture(&mut self, ctx: &Context<Self>, gesture: &Gesture) -> bool {
        let hand = match gesture {
            Gesture::Over(event) => Self::pointer_over(event),
            Gesture::Left(event) => Self::pointer_left(event),
            Gesture::Focused(event) => self.focused(event),
            Gesture::Blurred => Some(Hand::Leave),
            Gesture::Waited => Some(Hand::Wait),
            Gesture::Down(event) => {
                self.note.pressed_at = now();
                (event.pointer_type() == "touch").then_some(Hand::Touch)
            }
        };
        hand.is_some_and(|hand| self.tell(ctx, hand))
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
        let is_by_press = now() - self.note.pressed_at < PRESS_MILLIS;
        match place(event) {
            Place::Marker(_) if is_by_press => None,
            Place::Marker(marker) => Some(Hand::Focus(marker.id())),
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
            Some(Deed::Close(_)) => {
                self.close_note();
                false
            }
            None => false,
        };
        let link = ctx.link().clone();
        self.note.clock = self.note.dwell.wakes_at().map(|at| {
            // Millis of less than half a second; a cast cannot cut anything off.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let millis = (at - now()).clamp(0.0, 1_000.0).ceil() as u32;
            Timeout::new(millis, move || link.send_message(Message::Gesture(Gesture::Waited)))
        });
        is_news
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
