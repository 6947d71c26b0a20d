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

impl StoryCard {
    /// The root of the card, which listens for all that is in it.
    pub(super) fn listening(&self, ctx: &Context<Self>, inner: Html) -> Html {
        let pointer = |gesture: fn(PointerEvent) -> Option<Gesture>| {
            ctx.link().batch_callback(move |event| gesture(event).map(Message::Gesture))
        };
        let focus = |gesture: fn(FocusEvent) -> Gesture| {
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
                onpointerover={pointer(over)}
                onpointerdown={pointer(|event| Some(Gesture::Down(is_finger(&event))))}
                onpointerleave={pointer(left)}
                onfocusin={focus(|event| Gesture::Focused(place(&event)))}
                onfocusout={focus(|_| Gesture::Hand(Hand::Leave))}
                oncopy={self.copying()}
                oninput={ctx.link().batch_callback(searched)}
            >
                { inner }
            </div>
        }
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

/// A finger is no pointer here: what it touches it presses.
#[expect(clippy::needless_pass_by_value, reason = "a callback is given its event")]
fn over(event: PointerEvent) -> Option<Gesture> {
    let hand = match place(&event) {
        Place::Marker(marker) => Hand::Enter(marker),
        Place::Note => Hand::Stay,
        Place::Elsewhere => Hand::Leave,
    };
    (!is_finger(&event)).then_some(Gesture::Hand(hand))
}

/// While a button is held, text is being selected: that closes nothing.
#[expect(clippy::needless_pass_by_value, reason = "a callback is given its event")]
fn left(event: PointerEvent) -> Option<Gesture> {
    (event.buttons() == 0).then_some(Gesture::Hand(Hand::Leave))
}

fn is_finger(event: &PointerEvent) -> bool {
    event.pointer_type() == "touch"
}

fn place(event: &Event) -> Place {
    let target = event.target_dyn_into::<Element>();
    let closest =
        |plan: &str| target.as_ref().and_then(|target| target.closest(plan).ok().flatten());
    match closest(".marker") {
        Some(marker) => Place::Marker(marker.id()),
        None if closest(".note").is_some() => Place::Note,
        None => Place::Elsewhere,
    }
}
