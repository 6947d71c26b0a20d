//! Dates that exist in the calendar, as precise and as sure as the story knows them.
//!
//! The vocabulary is that of EDTF levels 0 and 1. Years are astronomical (0 is
//! 1 BCE, -43 is 44 BCE) and the calendar is the proleptic Gregorian one. Values
//! are made by checked constructors only: there is no 30 February.

mod calendar;
mod point;
mod time;
mod written;

pub(crate) use calendar::{day_of_1970, days_since_1970};
pub use point::{Point, Precision, Qualifier, Season};
pub use time::{Time, zone_name};

/// A point in time, or an interval between two.
///
/// Text is read by [`strict`](crate::parse::edtf::strict), which takes EDTF, and by
/// [`lenient`](crate::parse::edtf::lenient), which takes what people and programs write too.
/// `Display` writes EDTF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EdtfDate(Shape);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Single(Point),
    Interval(Bound, Bound),
}

/// Where an interval starts or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// At a known point.
    On(Point),
    /// Nowhere: the interval goes on (EDTF `..`).
    Open,
    /// Somewhere, but nobody knows where (EDTF: nothing).
    Unknown,
}

impl EdtfDate {
    /// A single date.
    #[must_use]
    pub const fn on(point: Point) -> Self {
        Self(Shape::Single(point))
    }

    /// An interval. One end at least has to be known, and it must not end
    /// before it starts.
    #[must_use]
    pub fn between(start: Bound, end: Bound) -> Option<Self> {
        Self::as_written(start, end).filter(|date| !date.is_reversed())
    }

    /// An interval as somebody wrote it, though it may end before it starts: for words
    /// only, there is no such stretch of time. One end at least has to be known.
    #[must_use]
    pub fn as_written(start: Bound, end: Bound) -> Option<Self> {
        let is_known = start.point().or(end.point()).is_some();
        is_known.then_some(Self(Shape::Interval(start, end)))
    }

    /// Whether it ends before it starts.
    #[must_use]
    pub fn is_reversed(&self) -> bool {
        let ends = self.start().point().zip(self.end().point());
        ends.is_some_and(|(start, end)| start.earliest_millis() >= end.latest_millis())
    }

    /// The same where midnight stands for the day: programs write `T00:00:00Z` for a date
    /// without a time. Of an interval both ends must be such.
    #[must_use]
    pub fn by_day(self) -> Self {
        let at_midnight = |point: Point| point.time().is_none_or(Time::is_midnight);
        let mut ends = [self.start().point(), self.end().point()].into_iter().flatten();
        if ends.all(at_midnight) { self.map(Point::day) } else { self }
    }

    /// The same without a time of day that is no instant: nobody can say by whose clock it
    /// is meant.
    #[must_use]
    pub fn without_local_time(self) -> Self {
        self.map(|point| match point.time().map(Time::offset_minutes) {
            Some(None) => point.day(),
            _ => point,
        })
    }

    fn map(self, change: fn(Point) -> Point) -> Self {
        let end = |bound| match bound {
            Bound::On(point) => Bound::On(change(point)),
            bound => bound,
        };
        Self(match self.0 {
            Shape::Single(point) => Shape::Single(change(point)),
            Shape::Interval(start, stop) => Shape::Interval(end(start), end(stop)),
        })
    }

    /// The date, unless this is an interval.
    #[must_use]
    pub const fn point(&self) -> Option<Point> {
        match self.0 {
            Shape::Single(point) => Some(point),
            Shape::Interval(..) => None,
        }
    }

    /// Where it starts; a single date starts at itself.
    #[must_use]
    pub const fn start(&self) -> Bound {
        match self.0 {
            Shape::Single(point) => Bound::On(point),
            Shape::Interval(start, _) => start,
        }
    }

    /// Where it ends; a single date ends at itself.
    #[must_use]
    pub const fn end(&self) -> Bound {
        match self.0 {
            Shape::Single(point) => Bound::On(point),
            Shape::Interval(_, end) => end,
        }
    }

    /// The offsets from UTC, in minutes, of its ends, where they have a time and a zone.
    pub fn offsets(&self) -> impl Iterator<Item = i16> + use<> {
        let ends = [self.start().point(), self.end().point()];
        ends.into_iter().filter_map(|point| point?.time()?.offset_minutes())
    }

    /// The value for `<time datetime>`. An interval has none, each of its ends
    /// may have: see [`Point::datetime`].
    #[must_use]
    pub fn datetime(&self) -> Option<String> {
        self.point()?.datetime()
    }

    /// Whether it is a single date that says the time of day.
    #[must_use]
    pub fn has_time(&self) -> bool {
        self.point().is_some_and(|point| point.time().is_some())
    }

    /// The first instant of its span, in milliseconds since 1970 in UTC; none
    /// where the start is open or unknown.
    #[must_use]
    pub fn earliest_millis(&self) -> Option<f64> {
        Some(self.start().point()?.earliest_millis())
    }

    /// The instant at which its span is over, in milliseconds since 1970 in UTC;
    /// none where the end is open or unknown.
    #[must_use]
    pub fn latest_millis(&self) -> Option<f64> {
        Some(self.end().point()?.latest_millis())
    }
}

impl Bound {
    /// The point, where it is known.
    #[must_use]
    pub const fn point(&self) -> Option<Point> {
        match self {
            Self::On(point) => Some(*point),
            Self::Open | Self::Unknown => None,
        }
    }
}
