//! Moments, which are numbers of seconds.

use crate::import::dates::moment;
use crate::import::importer::Importer;
use crate::parse::At;
use crate::parse::json::Node;
use crate::story::EdtfDate;

/// When a story was put together: seconds since 1970, or a date in words.
pub fn time(importer: &mut Importer, at: &At) -> Option<EdtfDate> {
    ["timestamp", "published", "created_at", "date"].into_iter().find_map(|key| {
        let value = at.get(key)?;
        match value.node {
            Node::Number(digits) => moment(digits).or_else(|| importer.date(at, key)),
            _ => importer.date(at, key),
        }
    })
}
