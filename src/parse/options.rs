//! How a document is read.

use crate::browser::page::parse_url;
use crate::story::UrlParser;

/// How a document is to be read.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// The document's own URL: relative URLs in it resolve against this, unless the
    /// story gives a `url` of its own.
    pub base: Option<&'a str>,
    /// Which story, where the document holds several: an index, id, URL or slug.
    pub item: Option<&'a str>,
    /// The present moment in milliseconds since 1970 UTC; without it no embargo and
    /// no expiry is applied.
    pub now: Option<f64>,
    /// The platform's URL parser.
    pub url_parser: UrlParser,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { base: None, item: None, now: None, url_parser: parse_url }
    }
}
