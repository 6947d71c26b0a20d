//! A date as a stretch of a continuous axis.

use crate::story::{Bound, EdtfDate, Point, Time};

/// How an end of a span is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// There, as precisely as the date says.
    Sure,
    /// There or thereabouts (EDTF `?`, `~`, `%`).
    Unsure,
    /// Nowhere: it goes on (EDTF `..`).
    Open,
    /// Somewhere, but nobody knows where (EDTF: nothing).
    Unknown,
}

/// From when to when, in milliseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// The earliest instant. Where the start is open or unknown, that of the end.
    pub from: f64,
    /// The instant at which it is over. Where the end is open or unknown, that at which
    /// the start is.
    pub to: f64,
    /// How the start is meant.
    pub start: Edge,
    /// How the end is meant.
    pub end: Edge,
    /// Up to where the start may be: a start in "2014" may be in December.
    pub start_until: f64,
    /// From where on the end may be.
    pub end_from: f64,
    /// Whether it lasted from `from` to `to`, and was not just some time between.
    pub lasted: bool,
}

impl Span {
    /// The span of a date. Times of day are those of the clock that is `offset_minutes`
    /// ahead of UTC; a day, and a time without a zone, is that of any clock.
    #[must_use]
    pub fn of(date: &EdtfDate, offset_minutes: i16) -> Self {
        let shift = |point: Point| match point.time().and_then(Time::offset_minutes) {
            Some(_) => f64::from(offset_minutes) * 60_000.0,
            None => 0.0,
        };
        let ends = |point: Point| {
            let shift = shift(point);
            (point.earliest_millis() + shift, point.latest_millis() + shift)
        };
        let (start, end) = (date.start(), date.end());
        // Of an interval one end is known, or it could not have been made.
        let known =
            |bound: Bound, other: Bound| bound.point().or(other.point()).map_or((0.0, 0.0), ends);
        let ((from, start_until), (end_from, to)) = (known(start, end), known(end, start));
        let (start, end) = (edge(start), edge(end));
        Self { from, to, start, end, start_until, end_from, lasted: date.point().is_none() }
    }
}

fn edge(bound: Bound) -> Edge {
    match bound {
        Bound::On(point) if point.qualifier().is_some() => Edge::Unsure,
        Bound::On(_) => Edge::Sure,
        Bound::Open => Edge::Open,
        Bound::Unknown => Edge::Unknown,
    }
}

/// The offset from UTC, in minutes, that all zoned times of these dates share; UTC where
/// they differ. On its clock the axis says what the words say.
pub fn common_offset<'d>(dates: impl Iterator<Item = &'d EdtfDate>) -> i16 {
    let ends = dates.flat_map(|date| [date.start().point(), date.end().point()]);
    let mut offsets = ends.filter_map(|point| point?.time()?.offset_minutes());
    let first = offsets.next().unwrap_or_default();
    if offsets.all(|other| other == first) { first } else { 0 }
}
