//! Whether a story was changed after it was published.

use super::{EdtfDate, Story};

/// A change within a minute of publication is not an update: a third of all stories
/// carry the same time twice.
const UPDATE_MILLIS: f64 = 60_000.0;

impl Story {
    /// When the story was changed after it was published; none where it was not.
    #[must_use]
    pub fn updated(&self) -> Option<&EdtfDate> {
        let modified = self.modified.as_ref()?;
        let Some(published) = &self.published else { return Some(modified) };
        let is_later = match (published.earliest_millis(), modified.earliest_millis()) {
            (Some(published), Some(modified)) => modified > published + UPDATE_MILLIS,
            _ => false,
        };
        is_later.then_some(modified)
    }
}
