//! Dates that exist in the calendar, as precise and as sure as the story knows them.
//!
//! The vocabulary is that of EDTF levels 0 and 1. Years are astronomical (0 is
//! 1 BCE, -43 is 44 BCE) and the calendar is the proleptic Gregorian one. Values
//! are made by checked constructors only: there is no 30 February.

mod calendar;
mod point;
mod time;

pub(crate) use calendar::{day_of_1970, days_since_1970};
pub use point::{Point, Precision, Qualifier, Season};
pub use time::{Time, zone_name};

/// A point in time, or an interval between two.
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
        let is_sound = match (start.point(), end.point()) {
            (Some(start), Some(end)) => start.earliest_millis() < end.latest_millis(),
            (None, None) => false,
            _ => true,
        };
        is_sound.then_some(Self(Shape::Interval(start, end)))
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

    /// The date as its writer means it: a moment at midnight in UTC, to the second, is a
    /// day, for so do programs write one. An interval whose ends are both of that kind is
    /// one of days; beside an end with an hour a midnight is a midnight.
    #[must_use]
    pub fn as_meant(&self) -> Self {
        let day = |bound| match bound {
            Bound::On(point) => Bound::On(point.as_day()),
            bound => bound,
        };
        match self.0 {
            Shape::Single(point) => Self::on(point.as_day()),
            Shape::Interval(start, end) => {
                let (start, end) = (day(start), day(end));
                let has_time = |bound: Bound| bound.point().is_some_and(|p| p.time().is_some());
                if has_time(start) || has_time(end) {
                    return *self;
                }
                Self(Shape::Interval(start, end))
            }
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

    /// Whether it says the time of day.
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
