//! How a card of a Yew application asks for its story: again where that can help, and as
//! often as a live story wants it. The tag's loader does the same for all cards of a page
//! (`src/loader/card.js`).

use gloo_timers::callback::Timeout;
use js_sys::{Date, JSON, Math};
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::{Again, CardEvent, Document, Face, Message, StoryCard};
use crate::error::{Error, Kind};
use crate::load::{Answer, Request};
use crate::platform::now;

/// How often a request is made again at most.
const MAX_RETRIES: u32 = 2;
/// Before the first of them; twice that before the second.
const FIRST_WAIT_MILLIS: f64 = 500.0;
/// A live story is asked for no more often.
const MIN_REFRESH_SECS: u32 = 15;

/// What a request is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A story to show.
    Show,
    /// A newer version of the one that is shown.
    Refresh,
}

/// The request under way, the one that is due, and what the last one brought.
#[derive(Debug, Default)]
pub(super) struct Asking {
    request: Option<Request>,
    /// How many requests there were: tells a late answer from the one that is wanted.
    number: u32,
    retries: u32,
    /// What went wrong with the try before.
    failure: Option<Error>,
    /// When the story has to be there, all tries together, in milliseconds since 1970.
    deadline: f64,
    due: Option<Timeout>,
    /// The document that is shown, and when it came or was found unchanged.
    shown: Option<(Vec<u8>, f64)>,
}

impl StoryCard {
    /// Asks for another story.
    pub(super) fn ask_anew(&mut self, ctx: &Context<Self>) {
        self.asking.shown = None;
        self.asking.retries = 0;
        self.asking.failure = None;
        self.set_deadline(ctx);
        self.ask(ctx, Purpose::Show);
    }

    fn set_deadline(&mut self, ctx: &Context<Self>) {
        self.asking.deadline = now() + f64::from(ctx.props().timeout) * 1_000.0;
    }

    fn ask(&mut self, ctx: &Context<Self>, purpose: Purpose) {
        self.asking.due = None;
        self.asking.request = None;
        self.asking.number = self.asking.number.wrapping_add(1);
        let Some(src) = &ctx.props().src else { return };
        let (link, number) = (ctx.link().clone(), self.asking.number);
        let done = move |answer| link.send_message(Message::Answered(number, purpose, answer));
        let millis = millis(self.asking.deadline - now());
        self.asking.request = Request::begin(src, millis, purpose == Purpose::Refresh, done);
        // A story that is shown stays until the next one is there.
        if !matches!(self.face, Face::Ready { .. }) {
            self.face = Face::Loading;
        }
    }

    /// Takes an answer; says whether there is something to draw.
    pub(super) fn answered(
        &mut self,
        ctx: &Context<Self>,
        number: u32,
        purpose: Purpose,
        answer: Result<Answer, Error>,
    ) -> bool {
        // An answer may be on its way here when its request is given up.
        if number != self.asking.number {
            return false;
        }
        self.asking.request = None;
        // Time that runs out amid another try says less than what went wrong before.
        let answer = answer.map_err(|error| match self.asking.failure.take() {
            Some(before) if *error.kind() == Kind::Timeout => before,
            _ => error,
        });
        self.asking.failure = answer.as_ref().err().cloned();
        let may_retry = purpose == Purpose::Show && answer.as_ref().is_err_and(may_pass);
        if may_retry && self.retry_later(ctx) {
            return false;
        }
        self.asking.retries = 0;
        self.refresh_later(ctx);
        self.take(ctx, purpose, answer)
    }

    fn take(
        &mut self,
        ctx: &Context<Self>,
        purpose: Purpose,
        answer: Result<Answer, Error>,
    ) -> bool {
        let now = now();
        let shown = self.asking.shown.as_mut().filter(|_| purpose == Purpose::Refresh);
        if let (Some((bytes, at)), Ok(answer)) = (shown, &answer)
            && *bytes == answer.bytes
        {
            *at = now;
            return self.stay_unchanged();
        }
        let shown = self.asking.shown.as_ref().filter(|_| purpose == Purpose::Refresh);
        let since = shown.map(|(_, at)| clock(*at));
        let again = Again { now: since.as_ref().map(|_| clock(now)), since };
        let bytes = answer.as_ref().ok().map(|answer| answer.bytes.clone());
        let item = ctx.props().item.as_ref().map(ToString::to_string);
        let document = answer.map(|answer| Document {
            text: crate::parse::decode(answer.bytes),
            base: answer.url,
            item,
            index: None,
        });
        self.arrive(ctx, document, again);
        if let Some(CardEvent::Loaded { .. }) = &self.news {
            self.asking.shown = bytes.map(|bytes| (bytes, now));
        }
        true
    }

    /// Waits for another try, each time another while: the cards of many readers must not
    /// come at once. False where there is none, or none in time.
    fn retry_later(&mut self, ctx: &Context<Self>) -> bool {
        let wait = FIRST_WAIT_MILLIS * f64::from(1 << self.asking.retries);
        let wait = wait * (1.0 + Math::random());
        let is_in_time = now() + wait < self.asking.deadline;
        let may_wait = self.asking.retries < MAX_RETRIES && is_in_time;
        if may_wait {
            self.asking.retries += 1;
            self.wake(ctx, wait, Purpose::Show);
        }
        may_wait
    }

    /// The application wants it refreshed otherwise. What is under way goes on, and is
    /// followed by a refresh anyway.
    pub(super) fn change_refresh(&mut self, ctx: &Context<Self>) {
        if self.asking.request.is_none() && self.asking.retries == 0 {
            self.refresh_later(ctx);
        }
    }

    /// A live story is asked for again some time after each answer.
    fn refresh_later(&mut self, ctx: &Context<Self>) {
        self.asking.due = None;
        if ctx.props().refresh >= MIN_REFRESH_SECS {
            let millis = f64::from(ctx.props().refresh) * 1_000.0;
            self.wake(ctx, millis, Purpose::Refresh);
        }
    }

    fn wake(&mut self, ctx: &Context<Self>, millis: f64, purpose: Purpose) {
        let link = ctx.link().clone();
        let due = move || link.send_message(Message::Due(purpose));
        self.asking.due = Some(Timeout::new(self::millis(millis), due));
    }

    /// Asks, unless nobody would see what comes: then some time later.
    pub(super) fn due(&mut self, ctx: &Context<Self>, purpose: Purpose) {
        if purpose == Purpose::Refresh && !is_of_use() {
            self.refresh_later(ctx);
            return;
        }
        if purpose == Purpose::Refresh {
            self.set_deadline(ctx);
        }
        self.ask(ctx, purpose);
    }
}

/// A length of time for a timer: not negative, and a day at most.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn millis(length: f64) -> u32 {
    length.clamp(0.0, 86_400_000.0) as u32
}

/// Whether the same request may be answered otherwise a moment later.
fn may_pass(error: &Error) -> bool {
    match error.kind() {
        Kind::Network => true,
        Kind::Http(status) => *status >= 500,
        _ => false,
    }
}

/// Nobody reads a hidden page, and offline there is nothing to be had.
fn is_of_use() -> bool {
    web_sys::window().is_some_and(|window| {
        let is_hidden = window.document().is_none_or(|document| document.hidden());
        !is_hidden && window.navigator().on_line()
    })
}

/// A time of the day, as the reader writes it, with the name of the reader's zone: it is
/// not one of the story's times.
fn clock(millis: f64) -> String {
    let options = r#"{"hour":"numeric","minute":"2-digit","timeZoneName":"short"}"#;
    let options = JSON::parse(options).unwrap_or_default();
    let date = Date::new(&JsValue::from_f64(millis));
    let language = web_sys::window().and_then(|window| window.navigator().language());
    let language = language.unwrap_or_else(|| "en".to_owned());
    date.to_locale_time_string_with_options(&language, &options).into()
}
