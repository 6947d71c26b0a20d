//! What can stop a card.

use std::fmt;

/// Why no story can be shown.
///
/// `Display` speaks to developers; the reader's sentence is in `loading::status`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Kind);

#[cfg_attr(
    not(any(feature = "load", all(feature = "element", target_arch = "wasm32"))),
    expect(dead_code, reason = "nothing is asked for")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    Network,
    Timeout,
    Http(u16),
    TooLarge {
        limit: usize,
    },
    NotJson {
        line: usize,
        column: usize,
        expected: &'static str,
    },
    /// No JSON either, and it is known what instead.
    Other(Document),
    NotAStory {
        found: String,
    },
    UnsupportedVersion {
        version: String,
    },
    Withheld {
        why: &'static str,
    },
}

/// What came instead of JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Document {
    Empty,
    Html,
    Rss,
    Atom,
    Xml,
    Csv,
}

impl Error {
    /// The code that `story-card-error` carries: `network`, `timeout`, `http`, `too-large`,
    /// `not-json`, `not-a-story`, `unsupported-version` or `withheld`. Of a document that is
    /// there already only the last five.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.0 {
            Kind::Network => "network",
            Kind::Timeout => "timeout",
            Kind::Http(_) => "http",
            Kind::TooLarge { .. } => "too-large",
            Kind::NotJson { .. } | Kind::Other(_) => "not-json",
            Kind::NotAStory { .. } => "not-a-story",
            Kind::UnsupportedVersion { .. } => "unsupported-version",
            Kind::Withheld { .. } => "withheld",
        }
    }

    /// What `loading.js` says went wrong with a request.
    #[cfg(any(feature = "load", all(feature = "element", target_arch = "wasm32")))]
    pub(crate) fn of_request(code: &str, status: u16) -> Self {
        Self(match code {
            "http" => Kind::Http(status),
            "timeout" => Kind::Timeout,
            "too-large" => Kind::TooLarge { limit: crate::limits::MAX_BYTES },
            _ => Kind::Network,
        })
    }

    pub(crate) fn kind(&self) -> &Kind {
        &self.0
    }

    /// The HTTP status, where the server gave one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self.0 {
            Kind::Http(status) => Some(status),
            _ => None,
        }
    }

    /// Whether asking again can help: true for network errors, timeouts, and
    /// HTTP 408, 429 and 5xx. A bad document stays bad.
    #[must_use]
    pub fn is_temporary(&self) -> bool {
        match self.0 {
            Kind::Network | Kind::Timeout => true,
            Kind::Http(status) => status == 429 || status == 408 || status >= 500,
            _ => false,
        }
    }
}

impl Error {
    /// Whether the story is taken back, so that an older one may not stay either: the
    /// publisher withholds it, or the server refuses it for good.
    pub(crate) fn takes_back(&self) -> bool {
        match self.0 {
            Kind::Withheld { .. } => true,
            Kind::Http(_) => !self.is_temporary(),
            _ => false,
        }
    }
}

impl From<Kind> for Error {
    fn from(kind: Kind) -> Self {
        Self(kind)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Network => f.write_str("no answer, or one this page may not read (CORS)"),
            Kind::Timeout => f.write_str("no complete answer in time"),
            Kind::Http(status) => write!(f, "the server answered {status}"),
            Kind::TooLarge { limit } => write!(f, "the story is larger than {limit} bytes"),
            Kind::NotJson { line, column, expected } => {
                write!(f, "not JSON at line {line} column {column}: expected {expected}")
            }
            Kind::Other(Document::Empty) => f.write_str("not JSON: the answer is empty"),
            Kind::Other(document) => {
                let name = match document {
                    Document::Html => "an HTML page",
                    Document::Rss => "an RSS feed",
                    Document::Atom => "an Atom feed",
                    Document::Csv => "a table (CSV)",
                    _ => "an XML document",
                };
                write!(
                    f,
                    "not JSON but {name}: a card needs the URL of a story's JSON \
                     (a WordPress post's is /wp-json/wp/v2/posts/ID?_embed)"
                )
            }
            Kind::NotAStory { found } => write!(f, "not a story: found {found}"),
            Kind::UnsupportedVersion { version } => {
                write!(f, "this card reads story-card/1, not {version}")
            }
            Kind::Withheld { why } => write!(f, "the publisher holds this story back: {why}"),
        }
    }
}

impl std::error::Error for Error {}
