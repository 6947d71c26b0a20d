//! The converter of the tag: the JSON of other formats to a native story.
//!
//! A page fetches it only when a story is not in the card's own format. It has no state: each
//! story gets an instance of its own, and what that took of the memory goes with it.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
use {
    story_card::{Options, import, parse::decode, parse_html},
    wasm_bindgen::prelude::*,
};

/// Gives memory, and never takes it back: each story has an instance of its own. So the code that
/// frees is not there either.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: mini_alloc::MiniAlloc = mini_alloc::MiniAlloc::INIT;

/// Reads a story of another format: which of several, by `item`; where it is, by `url`; `now`
/// in milliseconds since 1970 UTC, for what is held back until later.
///
/// Gives two lines of JSON: `{ format, stories, problems }` and the native story; or one,
/// `{ code, message }`, of what went wrong.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
#[must_use]
#[expect(clippy::needless_pass_by_value, reason = "so it comes from JavaScript")]
pub fn convert(bytes: Vec<u8>, item: Option<String>, url: &str, now: f64) -> String {
    let text = decode(bytes);
    let item = item.as_deref();
    let options = Options { base: Some(url), item, now: Some(now), ..Options::default() };
    let read = import::convert(&text, &options, parse_html);
    let story = read.as_ref().map(|imported| imported.to_json(Some(url))).unwrap_or_default();
    [&import::news(&read), "\n", &story].concat()
}

/// There is nothing to run outside a page.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
