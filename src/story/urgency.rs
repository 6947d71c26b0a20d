//! Whether a story is urgent still.

use super::{ArticleType, EdtfDate, Story};

/// How long after its last change a story is urgent: a badge that nobody takes away is wrong
/// the day after.
const URGENT_MILLIS: f64 = 24.0 * 3_600_000.0;

impl Story {
    /// Whether the category itself says that the story is urgent, as it is written in English.
    #[must_use]
    pub fn is_called_breaking(&self) -> bool {
        let is_breaking = |section: &String| section.trim().eq_ignore_ascii_case("breaking");
        self.article_section.as_ref().is_some_and(is_breaking)
    }

    /// Whether the story is urgent, or live, and has changed within a day of `now`, in
    /// milliseconds since 1970. One without a date does not age.
    #[must_use]
    pub fn is_urgent(&self, now: f64) -> bool {
        let is_live = self.article_type == Some(ArticleType::Live);
        // A date without an hour lasts to the end of its day.
        let end = |date: &Option<EdtfDate>| date.as_ref().and_then(EdtfDate::latest_millis);
        let end = match (end(&self.modified), end(&self.published)) {
            (Some(modified), Some(published)) => Some(modified.max(published)),
            (modified, published) => modified.or(published),
        };
        (self.urgent || is_live || self.is_called_breaking())
            && end.is_none_or(|end| now < end + URGENT_MILLIS)
    }
}
