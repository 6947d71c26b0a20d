//! Moments, which are numbers of seconds.

use crate::import::importer::Importer;
use crate::parse::At;
use crate::story::EdtfDate;

/// When a story was put together: seconds since 1970, or a date in words.
pub fn time(importer: &mut Importer, at: &At) -> Option<EdtfDate> {
    let mut keys = ["timestamp", "published", "created_at", "date"].into_iter();
    keys.find_map(|key| importer.date(at, key))
}
