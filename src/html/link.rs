//! Links: they open nothing of the page they lead to, and tell that page nothing.

use super::el::{El, el};
use crate::attributes;
use crate::story::SafeLink;

/// What a link leads to, as `data-link` has it.
pub mod kind {
    pub const SOURCE: &str = "source";
    pub const RELATED: &str = "related";
    pub const TEXT: &str = "text";
    pub const AUTHOR: &str = "author";
}

/// A link.
pub fn link(tag: &'static str, url: &SafeLink, kind: &'static str) -> El {
    el(tag).attr("href", url.as_str()).set("rel", "noopener noreferrer").set(attributes::LINK, kind)
}

/// A link where there is a URL, else the same words without.
pub fn maybe_link(url: Option<&SafeLink>, kind: &'static str) -> El {
    url.map_or_else(|| el("span"), |url| link("a", url, kind))
}
