//! Stands in for `page.rs` where there is no browser: the same questions, without a page.

use web_sys::Event;

use crate::story::ParsedUrl;

/// Resolves a URL as a browser does: the `url` crate follows the same standard.
pub fn parse_url(url: &str, base: Option<&str>) -> Option<ParsedUrl> {
    let parsed = match base {
        Some(base) => url::Url::parse(base).ok()?.join(url),
        None => url::Url::parse(url),
    }
    .ok()?;
    Some(ParsedUrl::of_serialized(parsed.into()))
}

/// Letters in their one form, whatever they are put together of: Unicode's NFKC.
pub fn composed(text: &str) -> String {
    icu_normalizer::ComposingNormalizerBorrowed::new_nfkc().normalize(text).into_owned()
}

/// Without a page there is nobody to keep waiting.
pub fn lateness(_: &Event) -> f64 {
    0.0
}

/// The present moment, in milliseconds since 1970 UTC.
pub fn now() -> f64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0.0, |since| since.as_secs_f64() * 1_000.0)
}

/// Whether anything can be reached: without a browser that is not the question.
pub fn is_online() -> bool {
    true
}

/// Without a page there is no frame.
pub fn is_framed() -> bool {
    false
}

/// Without a page there is no frame in it.
pub fn is_in_frame() -> bool {
    false
}

/// Without a page there is no host.
pub fn page_host() -> String {
    String::new()
}

/// Without a page there is no address.
pub fn page_address() -> String {
    String::new()
}

/// Without a page a fragment leads to its own place.
pub fn before_own_fragment() -> String {
    String::new()
}

/// An address without its fragment.
pub fn before_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

/// The ASCII zero: only a browser knows the digits of a language.
pub fn zero_digit(_language: &str) -> char {
    '0'
}
