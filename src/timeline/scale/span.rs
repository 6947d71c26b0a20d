//! A date as a stretch of a continuous axis.

use crate::story::{Bound, EdtfDate, Point, Precision, Time};

/// How an end of a span is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// There, as precisely as the date says.
    Sure,
    /// There or thereabouts (EDTF `?`, `~`, `%`, and seasons, whose months depend on the
    /// hemisphere).
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
    /// the start is; see [`Span::until`].
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

    /// The same span, which if it is open is known to have gone on until `now`. What begins
    /// later has no known length.
    #[must_use]
    pub const fn until(self, now: f64) -> Self {
        match self.end {
            Edge::Open => Self { to: self.to.max(now), ..self },
            _ => self,
        }
    }
}

fn edge(bound: Bound) -> Edge {
    match bound {
        Bound::On(point) => match (point.qualifier(), point.precision()) {
            (Some(_), _) | (_, Precision::Season(_)) => Edge::Unsure,
            _ => Edge::Sure,
        },
        Bound::Open => Edge::Open,
        Bound::Unknown => Edge::Unknown,
    }
}
