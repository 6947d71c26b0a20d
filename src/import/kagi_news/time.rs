//! Moments, which are numbers of seconds.

use crate::import::importer::Importer;
use crate::parse::At;
use crate::parse::json::Node;
use crate::story::{EdtfDate, Point};

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

/// The moment of a number of seconds since 1970, or of milliseconds.
pub fn moment(digits: &str) -> Option<EdtfDate> {
    let whole = digits.split('.').next()?;
    let seconds: u64 = whole.parse().ok().filter(|_| whole.len() >= 9)?;
    let seconds = if whole.len() >= 12 { seconds / 1_000 } else { seconds };
    let seconds = u32::try_from(seconds).ok()?;
    Point::of_wall(f64::from(seconds) * 1_000.0, Some(0)).map(EdtfDate::on)
}
