//! What the card needs of its platform, a browser or not: URLs, the time, the page's host.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

use crate::story::{ParsedUrl, SafeLink};

/// Resolves a URL as a browser does.
#[cfg(target_arch = "wasm32")]
pub fn parse_url(url: &str, base: Option<&str>) -> Option<ParsedUrl> {
    let parsed = match base {
        Some(base) => web_sys::Url::new_with_base(url, base),
        None => web_sys::Url::new(url),
    };
    Some(ParsedUrl::of_serialized(parsed.ok()?.href()))
}

/// Resolves a URL as a browser does: the `url` crate follows the same standard.
#[cfg(not(target_arch = "wasm32"))]
pub fn parse_url(url: &str, base: Option<&str>) -> Option<ParsedUrl> {
    let parsed = match base {
        Some(base) => url::Url::parse(base).ok()?.join(url),
        None => url::Url::parse(url),
    }
    .ok()?;
    Some(ParsedUrl::of_serialized(parsed.into()))
}

impl SafeLink {
    /// Checks a URL by the rules of the platform; nothing where a card would not open it.
    ///
    /// ```
    /// use story_card::story::SafeLink;
    ///
    /// assert!(SafeLink::parse("https://news.example/42").is_some());
    /// assert!(SafeLink::parse("javascript:alert(1)").is_none());
    /// ```
    #[must_use]
    pub fn parse(url: &str) -> Option<Self> {
        Self::new(url, None, parse_url)
    }
}

/// The present moment, in milliseconds since 1970 UTC.
pub fn now() -> f64 {
    #[cfg(target_arch = "wasm32")]
    {
        js_sys::Date::now()
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since.map_or(0.0, |since| since.as_secs_f64() * 1_000.0)
    }
}

/// Whether the browser may reach anything at all; without a browser that is not the question.
pub fn is_online() -> bool {
    #[cfg(target_arch = "wasm32")]
    {
        web_sys::window().is_none_or(|window| window.navigator().on_line())
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        true
    }
}

/// Whether the page is in a frame of its own: there the card cannot know what of it the
/// reader sees.
pub fn is_framed() -> bool {
    #[cfg(target_arch = "wasm32")]
    {
        web_sys::window().is_some_and(|window| window.parent() != Ok(Some(window.clone())))
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        false
    }
}

/// Host of the page the card stands on; empty where there is no page.
pub fn page_host() -> String {
    #[cfg(target_arch = "wasm32")]
    {
        let location = web_sys::window().map(|window| window.location());
        location.and_then(|location| location.host().ok()).unwrap_or_default()
    }
    #[cfg(not(target_arch = "wasm32"))]
    String::new()
}

/// The page's own address without its fragment; empty where there is none.
#[cfg(target_arch = "wasm32")]
pub fn page_address() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    before_fragment(&href.unwrap_or_default()).to_owned()
}

/// What stands before a fragment for it to lead to the page's own place: nothing, unless
/// the page has a `<base>`, against which the fragment alone would be resolved.
pub fn before_own_fragment() -> String {
    #[cfg(target_arch = "wasm32")]
    {
        let base = || web_sys::window()?.document()?.base_uri().ok()?;
        let (page, base) = (page_address(), base().unwrap_or_default());
        // A document made by a script has an address that leads nowhere.
        let is_astray = page.starts_with("http") && before_fragment(&base) != page;
        if is_astray { page } else { String::new() }
    }
    #[cfg(not(target_arch = "wasm32"))]
    String::new()
}

/// An address without its fragment.
#[cfg(target_arch = "wasm32")]
pub fn before_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

#[cfg(target_arch = "wasm32")]
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

/// The zero of the digits that a language is written with; without a browser the ASCII one.
#[cfg(target_arch = "wasm32")]
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

/// The zero of the digits that a language is written with; without a browser the ASCII one.
#[cfg(not(target_arch = "wasm32"))]
pub fn zero_digit(_language: &str) -> char {
    '0'
}
