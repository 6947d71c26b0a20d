//! A URL to bytes, for applications written with Yew; the tag's loader has a reader of
//! its own (`src/element/loader/request.js`).
//!
//! The only file that knows the network. A [`Request`] is a handle: dropping it aborts
//! what is under way, and its answer is never delivered.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, ReadableStreamDefaultReader, Response};

use crate::error::{Error, Kind};
use crate::limits::MAX_BYTES;

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The body.
    pub bytes: Vec<u8>,
    /// Where it came from after redirects: relative URLs resolve against it.
    pub url: String,
}

/// A request under way.
#[must_use = "dropping a request aborts it"]
#[derive(Debug)]
pub struct Request {
    controller: AbortController,
    _deadline: Timeout,
    is_wanted: Rc<Cell<bool>>,
}

impl Drop for Request {
    fn drop(&mut self) {
        self.is_wanted.set(false);
        self.controller.abort();
    }
}

impl Request {
    /// Follows a request that is already on its way to its last byte.
    ///
    /// `millis_left` is one deadline over headers and body: a server that drips a byte a
    /// second is as bad as one that never answers.
    fn follow(
        response: Promise,
        controller: AbortController,
        millis_left: u32,
        done: impl FnOnce(Result<Answer, Error>) + 'static,
    ) -> Self {
        let is_late = Rc::new(Cell::new(false));
        let is_wanted = Rc::new(Cell::new(true));
        let deadline = {
            let (is_late, controller) = (is_late.clone(), controller.clone());
            Timeout::new(millis_left, move || {
                is_late.set(true);
                controller.abort();
            })
        };
        let request = Self { controller, _deadline: deadline, is_wanted: is_wanted.clone() };
        spawn_local(async move {
            let answer = read(response).await.map_err(|kind| match kind {
                Kind::Network if is_late.get() => Kind::Timeout.into(),
                kind => kind.into(),
            });
            if is_wanted.get() {
                done(answer);
            }
        });
        request
    }

    /// Asks for a story: no cookies, no referrer. Where it has to be fresh, the browser asks
    /// whether what it has is still good.
    pub fn begin(
        url: &str,
        millis: u32,
        is_fresh: bool,
        done: impl FnOnce(Result<Answer, Error>) + 'static,
    ) -> Option<Self> {
        let controller = AbortController::new().ok()?;
        let options = web_sys::RequestInit::new();
        options.set_credentials(web_sys::RequestCredentials::Omit);
        options.set_referrer_policy(web_sys::ReferrerPolicy::NoReferrer);
        if is_fresh {
            options.set_cache(web_sys::RequestCache::NoCache);
        }
        options.set_signal(Some(&controller.signal()));
        let response = web_sys::window()?.fetch_with_str_and_init(url, &options);
        Some(Self::follow(response, controller, millis, done))
    }
}

async fn read(response: Promise) -> Result<Answer, Kind> {
    let network = |_: JsValue| Kind::Network;
    let response: Response =
        JsFuture::from(response).await.map_err(network)?.dyn_into().map_err(network)?;
    if !response.ok() {
        return Err(Kind::Http(response.status()));
    }
    let url = response.url();
    let Some(body) = response.body() else {
        return Ok(Answer { bytes: Vec::new(), url });
    };
    let reader: ReadableStreamDefaultReader =
        body.get_reader().dyn_into().map_err(|_| Kind::Network)?;
    let mut bytes = Vec::new();
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(network)?;
        let value = Reflect::get(&chunk, &"value".into()).map_err(network)?;
        let Ok(value) = value.dyn_into::<Uint8Array>() else {
            return Ok(Answer { bytes, url });
        };
        let length = bytes.len();
        let added = usize::try_from(value.length()).unwrap_or(usize::MAX);
        // Checked before it is copied: a bomb must not fill the memory first.
        if length.saturating_add(added) > MAX_BYTES {
            let _ = reader.cancel();
            return Err(Kind::TooLarge { limit: MAX_BYTES });
        }
        bytes.extend_from_slice(&value.to_vec());
    }
}
