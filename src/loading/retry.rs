//! How a card of a Yew application asks for its story: again where that can help, and as
//! often as a live story wants it. The tag's loader does the same for all cards of a page
//! (`src/element/loader/runtime/card.js`).

use gloo_timers::callback::Timeout;
use js_sys::{Date, JSON, Math};
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::fetch::{Answer, Request};
use super::{Again, Document};
use crate::browser::page::now;
use crate::error::{Error, Kind};

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

/// What is told when a request ends, or when one is due.
#[derive(Debug)]
pub enum Message {
    /// The request of this number was answered.
    Answered(u32, Purpose, Result<Answer, Error>),
    /// It is time to ask again.
    Due(Purpose),
}

/// What is asked for, and how.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Where the story is.
    pub src: Option<&'a AttrValue>,
    /// Which story, where there are several.
    pub item: Option<&'a AttrValue>,
    /// One deadline over all tries, in seconds.
    pub timeout: u32,
    /// Seconds between two refreshes; 0 for none.
    pub refresh: u32,
}

/// What has come of a message.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing that would be seen.
    Nothing,
    /// The story came again and is the same.
    Unchanged,
    /// A story, or what went wrong.
    Arrived(Result<Document, Error>, Again),
}

/// The request under way, the one that is due, and what the last one brought.
#[derive(Debug)]
pub struct Loading {
    on_message: Callback<Message>,
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
    /// The document that has come, until it is known that it can be shown.
    arrived: Option<Vec<u8>>,
}

impl Loading {
    /// Asks nothing yet; messages to it come by the callback.
    pub fn new(on_message: Callback<Message>) -> Self {
        Self {
            on_message,
            request: None,
            number: 0,
            retries: 0,
            failure: None,
            deadline: 0.0,
            due: None,
            shown: None,
            arrived: None,
        }
    }

    /// Asks for another story.
    pub fn begin(&mut self, wanted: Wanted) {
        self.shown = None;
        self.retries = 0;
        self.failure = None;
        self.set_deadline(wanted);
        self.ask(wanted, Purpose::Show);
    }

    /// Takes a message.
    pub fn update(&mut self, wanted: Wanted, message: Message) -> Outcome {
        match message {
            Message::Answered(number, purpose, answer) => {
                self.answered(wanted, number, purpose, answer)
            }
            Message::Due(purpose) => {
                self.due(wanted, purpose);
                Outcome::Nothing
            }
        }
    }

    fn set_deadline(&mut self, wanted: Wanted) {
        self.deadline = now() + f64::from(wanted.timeout) * 1_000.0;
    }

    fn ask(&mut self, wanted: Wanted, purpose: Purpose) {
        self.due = None;
        self.request = None;
        self.number = self.number.wrapping_add(1);
        let Some(src) = wanted.src else { return };
        let (on_message, number) = (self.on_message.clone(), self.number);
        let done = move |answer| on_message.emit(Message::Answered(number, purpose, answer));
        let millis = millis(self.deadline - now());
        self.request = Request::begin(src, millis, purpose == Purpose::Refresh, done);
    }

    fn answered(
        &mut self,
        wanted: Wanted,
        number: u32,
        purpose: Purpose,
        answer: Result<Answer, Error>,
    ) -> Outcome {
        // An answer may be on its way here when its request is given up.
        if number != self.number {
            return Outcome::Nothing;
        }
        self.request = None;
        // Time that runs out amid another try says less than what went wrong before.
        let answer = answer.map_err(|error| match self.failure.take() {
            Some(before) if *error.kind() == Kind::Timeout => before,
            _ => error,
        });
        self.failure = answer.as_ref().err().cloned();
        let may_retry = purpose == Purpose::Show && answer.as_ref().is_err_and(may_pass);
        if may_retry && self.retry_later() {
            return Outcome::Nothing;
        }
        self.retries = 0;
        self.refresh_later(wanted);
        self.take(wanted, purpose, answer)
    }

    fn take(&mut self, wanted: Wanted, purpose: Purpose, answer: Result<Answer, Error>) -> Outcome {
        let now = now();
        let shown = self.shown.as_mut().filter(|_| purpose == Purpose::Refresh);
        if let (Some((bytes, at)), Ok(answer)) = (shown, &answer)
            && *bytes == answer.bytes
        {
            *at = now;
            return Outcome::Unchanged;
        }
        let shown = self.shown.as_ref().filter(|_| purpose == Purpose::Refresh);
        let since = shown.map(|(_, at)| clock(*at));
        let again = Again { now: since.as_ref().map(|_| clock(now)), since };
        self.arrived = answer.as_ref().ok().map(|answer| answer.bytes.clone());
        let item = wanted.item.map(ToString::to_string);
        let document = answer.map(|answer| Document {
            text: crate::parse::decode(answer.bytes),
            base: answer.url,
            item,
            index: None,
        });
        Outcome::Arrived(document, again)
    }

    /// What has come is shown.
    pub fn note_shown(&mut self) {
        self.shown = self.arrived.take().map(|bytes| (bytes, now()));
    }

    /// Waits for another try, each time another while: the cards of many readers must not
    /// come at once. False where there is none, or none in time.
    fn retry_later(&mut self) -> bool {
        let wait = FIRST_WAIT_MILLIS * f64::from(1 << self.retries);
        let wait = wait * (1.0 + Math::random());
        let is_in_time = now() + wait < self.deadline;
        let may_wait = self.retries < MAX_RETRIES && is_in_time;
        if may_wait {
            self.retries += 1;
            self.wake(wait, Purpose::Show);
        }
        may_wait
    }

    /// The application wants it refreshed otherwise. What is under way goes on, and is
    /// followed by a refresh anyway.
    pub fn change_refresh(&mut self, wanted: Wanted) {
        if self.request.is_none() && self.retries == 0 {
            self.refresh_later(wanted);
        }
    }

    /// A live story is asked for again some time after each answer.
    fn refresh_later(&mut self, wanted: Wanted) {
        self.due = None;
        if wanted.refresh >= MIN_REFRESH_SECS {
            self.wake(f64::from(wanted.refresh) * 1_000.0, Purpose::Refresh);
        }
    }

    fn wake(&mut self, wait: f64, purpose: Purpose) {
        let on_message = self.on_message.clone();
        let due = move || on_message.emit(Message::Due(purpose));
        self.due = Some(Timeout::new(millis(wait), due));
    }

    /// Asks, unless nobody would see what comes: then some time later.
    fn due(&mut self, wanted: Wanted, purpose: Purpose) {
        if purpose == Purpose::Refresh && !is_of_use() {
            self.refresh_later(wanted);
            return;
        }
        if purpose == Purpose::Refresh {
            self.set_deadline(wanted);
        }
        self.ask(wanted, purpose);
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
