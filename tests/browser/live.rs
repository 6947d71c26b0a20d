//! A card that asks for its story itself: again where that can help, and while it is live.

use story_card::CardEvent;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Mounted, settled};

#[wasm_bindgen(inline_js = "
    const { fetch, setTimeout } = window;
    const { now } = performance;
    let asked = [];
    let waited = [];
    // Each answer is a status, a body and a wait that is asked for, and takes so many
    // milliseconds by the clock; the last one stays. Waits are over at once, but for the
    // deadline of a request.
    export function serve(answers, each) {
      asked = [];
      waited = [];
      performance.now = () => now.call(performance) + asked.length * each;
      window.fetch = async (url, { cache = 'default' } = {}) => {
        asked.push(cache);
        const [status, body, after] = answers.length > 1 ? answers.shift() : answers[0];
        if (!status) throw new TypeError('no answer');
        return new Response(body, { status, headers: after ? { 'Retry-After': after } : {} });
      };
      window.setTimeout = (act, millis, ...rest) => {
        const isWait = millis >= 400 && (millis < 3000 || millis >= 15000);
        if (isWait) waited.push(millis);
        return setTimeout(act, isWait ? 1 : millis, ...rest);
      };
    }
    export function caches() { return asked.join(' '); }
    export function waits() { return waited; }
    export function away(isOffline, isHidden) {
      Object.defineProperty(navigator, 'onLine', { configurable: true, value: !isOffline });
      Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
    }
    export function back() {
      delete navigator.onLine;
      delete document.hidden;
      document.dispatchEvent(new Event('visibilitychange'));
      dispatchEvent(new Event('online'));
    }
    export function restore() {
      Object.assign(window, { fetch, setTimeout });
      delete performance.now;
      delete navigator.onLine;
      delete document.hidden;
    }
")]
extern "C" {
    fn serve(answers: JsValue, each: u32);
    fn caches() -> String;
    fn waits() -> Vec<f64>;
    fn away(is_offline: bool, is_hidden: bool);
    fn back();
    fn restore();
}

/// A network of one's own, for as long as it is held.
pub struct Network;

impl Network {
    pub fn new(answers: &[(u16, &str)]) -> Self {
        Self::slow(answers, 0)
    }

    fn slow(answers: &[(u16, &str)], each: u32) -> Self {
        let answers: Vec<_> = answers.iter().map(|(status, body)| (*status, *body, "")).collect();
        Self::patient(&answers, each)
    }

    /// Each answer is a status, a body, and how long the host wants to be left alone.
    fn patient(answers: &[(u16, &str, &str)], each: u32) -> Self {
        let list = js_sys::Array::new();
        for (status, body, after) in answers {
            let answer = js_sys::Array::of3(&(*status).into(), &(*body).into(), &(*after).into());
            list.push(&answer);
        }
        serve(list.into(), each);
        Self
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        restore();
    }
}

fn story(headline: &str) -> String {
    format!(r#"{{"schemaVersion":"story-card/1.0","id":"live","headline":"{headline}"}}"#)
}

async fn mounted(refresh: u32) -> Mounted {
    Mounted::new(|props| {
        props.src = Some("/live.json".into());
        props.timeout = 9;
        props.refresh = refresh;
    })
    .await
}

/// Waits until something is so; a thousand tasks are enough for all that is asked.
pub async fn wait(card: &Mounted, is_so: impl Fn(&Mounted) -> bool) {
    for _ in 0..1_000 {
        if is_so(card) {
            return;
        }
        card.drawn().await;
    }
    panic!("it did not come true: {}", card.root.text_content().unwrap_or_default());
}

#[wasm_bindgen_test]
async fn failed_request_is_made_again() {
    let tide = story("Tide");
    let _network = Network::new(&[(0, ""), (503, ""), (200, &tide)]);
    let card = mounted(0).await;
    wait(&card, |card| card.text("headline") == "Tide").await;
    assert_eq!(caches(), "default no-cache no-cache");
    assert!(matches!(card.events.borrow().as_slice(), [CardEvent::Loaded { .. }]));
}

/// Answers with nothing but this status, each time after so many milliseconds; gives how
/// the card ended, and how it asked.
async fn ending(status: u16, each: u32) -> (Option<u16>, String) {
    let _network = Network::slow(&[(status, "")], each);
    let card = mounted(0).await;
    wait(&card, |card| !card.parts("error").is_empty()).await;
    let events = card.events.borrow();
    match events.as_slice() {
        [CardEvent::Failed(error)] => (error.status(), caches()),
        others => panic!("{others:?}"),
    }
}

#[wasm_bindgen_test]
async fn third_failure_is_told() {
    assert_eq!(ending(500, 0).await, (Some(500), "default no-cache no-cache".to_owned()));
}

#[wasm_bindgen_test]
async fn refusal_is_not_asked_for_again() {
    assert_eq!(ending(404, 0).await, (Some(404), "default".to_owned()));
}

#[wasm_bindgen_test]
async fn try_that_would_come_too_late_is_not_made() {
    // Of nine seconds eight are over after the second answer, and the next wait is longer.
    assert_eq!(ending(500, 4_000).await, (Some(500), "default no-cache".to_owned()));
}

#[wasm_bindgen_test]
async fn wait_that_the_host_asks_for_is_kept() {
    let tide = story("Tide");
    let _network = Network::patient(&[(429, "", "2"), (200, &tide, "")], 0);
    let card = mounted(0).await;
    wait(&card, |card| card.text("headline") == "Tide").await;
    assert_eq!(waits(), [2_000.0]);
}

#[wasm_bindgen_test]
async fn host_that_is_asked_too_much_and_names_no_time_is_left_alone() {
    assert_eq!(ending(429, 0).await, (Some(429), "default".to_owned()));
}

#[wasm_bindgen_test]
async fn offline_card_asks_once_and_once_more_when_online() {
    let tide = story("Tide");
    let _network = Network::new(&[(0, ""), (200, &tide)]);
    away(true, false);
    let card = mounted(0).await;
    wait(&card, |card| !card.parts("error").is_empty()).await;
    assert_eq!(caches(), "default");
    back();
    wait(&card, |card| card.text("headline") == "Tide").await;
    back();
    card.drawn().await;
    assert_eq!(caches(), "default no-cache");
}

#[wasm_bindgen_test]
async fn hidden_page_is_refreshed_when_it_is_seen_again() {
    let (ebb, flow) = (story("Ebb"), story("Flow"));
    let _network = Network::new(&[(200, &ebb), (200, &flow)]);
    away(false, true);
    let card = mounted(16).await;
    wait(&card, |_| waits() == [16_000.0]).await;
    for _ in 0..20 {
        card.drawn().await;
    }
    assert_eq!((caches().as_str(), card.text("headline").as_str()), ("default", "Ebb"));
    back();
    wait(&card, |card| card.text("headline") == "Flow").await;
}

#[wasm_bindgen_test]
async fn card_that_is_taken_down_asks_no_more() {
    let ebb = story("Ebb");
    let _network = Network::new(&[(200, &ebb)]);
    let card = mounted(16).await;
    wait(&card, |_| caches().starts_with("default no-cache")).await;
    drop(card);
    settled().await;
    let before = caches();
    for _ in 0..20 {
        settled().await;
    }
    assert_eq!(caches(), before);
}

#[wasm_bindgen_test]
async fn live_story_is_replaced_and_says_so() {
    let (ebb, flow) = (story("Ebb"), story("Flow"));
    let _network = Network::new(&[(200, &ebb), (200, &ebb), (200, &flow)]);
    let card = mounted(16).await;
    wait(&card, |card| card.text("headline") == "Flow").await;
    assert!(caches().starts_with("default no-cache no-cache"), "{}", caches());
    let line = card.root.query_selector(".freshness").unwrap().unwrap();
    assert!(line.text_content().unwrap().starts_with("Updated "), "{:?}", line.text_content());
    let loads = |card: &Mounted| {
        let events = card.events.borrow();
        events.iter().filter(|event| matches!(event, CardEvent::Loaded { .. })).count()
    };
    assert_eq!(loads(&card), 2);
}

#[wasm_bindgen_test]
async fn refresh_that_fails_keeps_the_story() {
    let ebb = story("Ebb");
    let _network = Network::new(&[(200, &ebb), (500, "")]);
    let card = mounted(16).await;
    let is_kept = |card: &Mounted| {
        card.events.borrow().iter().any(|event| matches!(event, CardEvent::Kept(_)))
    };
    wait(&card, is_kept).await;
    card.drawn().await;
    assert_eq!(card.text("headline"), "Ebb");
    assert!(card.parts("error").is_empty());
}
