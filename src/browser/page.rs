//! What the card asks of its page and browser: URLs, the time, addresses. Without a browser
//! `no_page.rs` answers.

use wasm_bindgen::prelude::*;
use web_sys::Event;

use crate::story::ParsedUrl;

/// Resolves a URL as a browser does.
pub fn parse_url(url: &str, base: Option<&str>) -> Option<ParsedUrl> {
    let parsed = match base {
        Some(base) => web_sys::Url::new_with_base(url, base),
        None => web_sys::Url::new(url),
    };
    Some(ParsedUrl::of_serialized(parsed.ok()?.href()))
}

/// The present moment, in milliseconds since 1970 UTC.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// Letters in their one form, whatever they are put together of: Unicode's NFKC.
pub fn composed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKC").into()
}

/// How long ago an event was made, in milliseconds.
pub fn lateness(event: &Event) -> f64 {
    let clock = web_sys::window().and_then(|window| window.performance());
    clock.map_or(0.0, |clock| clock.now() - event.time_stamp())
}

/// Whether the browser may reach anything at all.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Whether the page is in a frame of its own: there the card cannot know what of it the
/// reader sees.
pub fn is_framed() -> bool {
    web_sys::window().is_some_and(|window| window.parent() != Ok(Some(window.clone())))
}

/// Host of the page the card stands on.
pub fn page_host() -> String {
    let location = web_sys::window().map(|window| window.location());
    location.and_then(|location| location.host().ok()).unwrap_or_default()
}

/// The page's own address without its fragment.
pub fn page_address() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    before_fragment(&href.unwrap_or_default()).to_owned()
}

/// What stands before a fragment for it to lead to the page's own place: nothing, unless
/// the page has a `<base>`, against which the fragment alone would be resolved.
pub fn before_own_fragment() -> String {
    let base = || web_sys::window()?.document()?.base_uri().ok()?;
    let (page, base) = (page_address(), base().unwrap_or_default());
    // A document made by a script has an address that leads nowhere; the base of one that was
    // opened with a name and a password has them, which its address has not.
    let base = before_fragment(&base);
    let address = page.split_once(':').and_then(|(_, rest)| rest.get(2..)).unwrap_or_default();
    let is_same = base == page || base.ends_with(&["@", address].concat());
    let is_astray = page.starts_with("http") && !is_same;
    if is_astray { page } else { String::new() }
}

/// An address without its fragment.
pub fn before_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

#[wasm_bindgen]
extern "C" {
    // Not the type of `js_sys`: its constructor lets the `RangeError` for a bad tag through.
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &js_sys::Array) -> Result<NumberFormat, JsValue>;

    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: f64) -> String;
}

/// The zero of the digits that a language is written with.
pub fn zero_digit(language: &str) -> char {
    // The first formatter of a page takes tens of milliseconds: not for what is known.
    let rest = language.strip_prefix("en");
    if rest.is_some_and(|rest| rest.is_empty() || rest.len() == 3 && rest.starts_with('-')) {
        return '0';
    }
    // As for dates, what is no language of the browser's is not taken for the reader's.
    let languages = js_sys::Array::of2(&JsValue::from_str(language), &JsValue::from_str("en"));
    let zero = NumberFormat::new(&languages).map(|format| format.format(0.0));
    zero.ok().and_then(|zero| zero.chars().next()).unwrap_or('0')
}

/// Whether the focus that has left the window is in a frame of its page: the press that
/// brought it there is told to the frame alone.
pub fn is_in_frame() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.has_focus().unwrap_or_default())
}
