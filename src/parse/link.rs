//! Links by the rules of the platform.

use crate::browser::page::parse_url;
use crate::story::SafeLink;

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
