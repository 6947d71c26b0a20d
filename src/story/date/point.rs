//! One date: a year, and as much more as is known.

use super::calendar::{day_millis, day_of_1970, days_in_month, days_since_1970, push_two_digits};
use super::time::Time;

/// The farthest year from ours; milliseconds still tell two years apart there.
const MAX_YEAR: i64 = 999_999_999_999_999;

/// A date in the calendar, with its precision and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    year: i64,
    precision: Precision,
    qualifier: Option<Qualifier>,
    is_unspecified: bool,
}

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// A hundred years (EDTF `19XX`); the year is the first of them, -2099 of `-20XX`.
    Century,
    /// Ten years (EDTF `198X`); the year is the first of them, -1989 of `-198X`.
    Decade,
    /// A year.
    Year,
    /// A season of a year.
    Season(Season),
    /// A month, 1 to 12.
    Month(u8),
    /// A day.
    Day {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// A time of day, to the second.
    Second {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
        /// The time on that day.
        time: Time,
    },
}

/// Part of a year, of neither hemisphere: EDTF level 1 does not say which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    /// EDTF season 21.
    Spring,
    /// EDTF season 22.
    Summer,
    /// EDTF season 23.
    Autumn,
    /// EDTF season 24.
    Winter,
}

/// Why a date may not be taken at its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Qualifier {
    /// Its source is in doubt (EDTF `?`).
    Uncertain,
    /// It is an estimate (EDTF `~`).
    Approximate,
    /// Both (EDTF `%`).
    UncertainAndApproximate,
}

impl Point {
    /// Checks that such a date exists. Years of more than four digits have no
    /// finer parts, as in EDTF.
    #[must_use]
    pub fn new(year: i64, precision: Precision) -> Option<Self> {
        let has_four_digits = (-9_999..=9_999).contains(&year);
        let exists = match precision {
            Precision::Century => has_four_digits && is_first(year, 100),
            Precision::Decade => has_four_digits && is_first(year, 10),
            Precision::Year => (-MAX_YEAR..=MAX_YEAR).contains(&year),
            Precision::Season(_) => has_four_digits,
            Precision::Month(month) => has_four_digits && (1..=12).contains(&month),
            Precision::Day { month, day } | Precision::Second { month, day, .. } => {
                has_four_digits && (1..=days_in_month(year, month)).contains(&day)
            }
        };
        exists.then_some(Self { year, precision, qualifier: None, is_unspecified: false })
    }

    /// What the clock that is `offset_minutes` ahead of UTC says, to the second, given as
    /// [`Self::wall_millis`]; a year alone where years have more than four digits. Nothing
    /// beyond the farthest year, or where no clock is so far ahead.
    #[must_use]
    pub fn of_wall(millis: f64, offset_minutes: Option<i16>) -> Option<Self> {
        let days = (millis / 86_400_000.0).floor();
        let (year, month, day) = day_of_1970(whole(days));
        let seconds = whole((millis - days * 86_400_000.0) / 1_000.0);
        let part = |of: i64, most: i64| u8::try_from((seconds / of).rem_euclid(most)).ok();
        let time = Time::new(part(3_600, 24)?, part(60, 60)?, part(1, 60)?, offset_minutes)?;
        Self::new(year, Precision::Second { month, day, time })
            .or_else(|| Self::new(year, Precision::Year))
    }

    /// The same instant by the clock that is `offset_minutes` ahead of UTC. What has no
    /// zone stays as it is, and so does all where no clock is so far ahead.
    #[must_use]
    pub fn by_clock(self, offset_minutes: i16) -> Self {
        let Some(own) = self.time().and_then(Time::offset_minutes) else { return self };
        let ahead = f64::from(offset_minutes) - f64::from(own);
        let wall = self.wall_millis() + ahead * 60_000.0;
        match Self::of_wall(wall, Some(offset_minutes)) {
            Some(point) if point.time().is_some() => point.qualified(self.qualifier),
            _ => self,
        }
    }

    /// The same date, less sure.
    #[must_use]
    pub const fn qualified(self, qualifier: Option<Qualifier>) -> Self {
        Self { qualifier, ..self }
    }

    /// Some part of it, left open: a day in June (EDTF `2004-06-XX`).
    #[must_use]
    pub const fn unspecified(self) -> Self {
        Self { is_unspecified: true, ..self }
    }

    pub(super) const fn is_unspecified(&self) -> bool {
        self.is_unspecified
    }

    /// The same without its time of day.
    #[must_use]
    pub(super) const fn day(self) -> Self {
        match self.precision {
            Precision::Second { month, day, .. } => {
                Self { precision: Precision::Day { month, day }, ..self }
            }
            _ => self,
        }
    }

    /// The astronomical year: 0 is 1 BCE, -43 is 44 BCE.
    #[must_use]
    pub const fn year(&self) -> i64 {
        self.year
    }

    /// How much is known.
    #[must_use]
    pub const fn precision(&self) -> Precision {
        self.precision
    }

    /// How sure it is; nothing when it is.
    #[must_use]
    pub const fn qualifier(&self) -> Option<Qualifier> {
        self.qualifier
    }

    /// The time of day, where it is known.
    #[must_use]
    pub const fn time(&self) -> Option<Time> {
        match self.precision {
            Precision::Second { time, .. } => Some(time),
            _ => None,
        }
    }

    /// The first instant of its span, in milliseconds since 1970 in UTC. A time
    /// without a zone is taken for UTC.
    #[must_use]
    pub fn earliest_millis(&self) -> f64 {
        day_millis(self.days().0) + self.time().map_or(0.0, Time::millis_in_day)
    }

    /// The instant at which its span is over, in milliseconds since 1970 in UTC:
    /// for a day, the next midnight.
    #[must_use]
    pub fn latest_millis(&self) -> f64 {
        match self.precision {
            Precision::Second { .. } => self.earliest_millis() + 1_000.0,
            _ => day_millis(self.days().1),
        }
    }

    /// What clock and calendar of its place say at [`Self::earliest_millis`], in
    /// milliseconds since 1970: written as UTC, the date never shifts.
    #[must_use]
    pub fn wall_millis(&self) -> f64 {
        let offset = self.time().and_then(Time::offset_minutes);
        self.earliest_millis() + f64::from(offset.unwrap_or_default()) * 60_000.0
    }

    /// The value for `<time datetime>`: only what EDTF level 0 and HTML both can say,
    /// in the years 1 to 9999.
    #[must_use]
    pub fn datetime(&self) -> Option<String> {
        let is_plain = self.qualifier.is_none() && !self.is_unspecified;
        let year = u16::try_from(self.year).ok()?;
        if !is_plain || !(1..=9_999).contains(&year) {
            return None;
        }
        let mut text = String::with_capacity("2024-01-04T23:20:30+01:00".len());
        push_two_digits(&mut text, u8::try_from(year / 100).ok()?);
        push_two_digits(&mut text, u8::try_from(year % 100).ok()?);
        match self.precision {
            Precision::Century | Precision::Decade | Precision::Season(_) => return None,
            Precision::Year => {}
            Precision::Month(month) => push_part(&mut text, month),
            Precision::Day { month, day } | Precision::Second { month, day, .. } => {
                push_part(&mut text, month);
                push_part(&mut text, day);
            }
        }
        if let Some(time) = self.time() {
            time.push_to(&mut text);
        }
        Some(text)
    }

    /// Its first day and the day after its last, counted from 1 January 1970.
    fn days(&self) -> (i64, i64) {
        let years = |count| {
            let first = days_since_1970(self.year, 1, 1);
            // `-000X` has no year 0: that one is in `000X`.
            let count = if self.year < 0 && self.year == 1 - count { count - 1 } else { count };
            (first, days_since_1970(self.year + count, 1, 1))
        };
        match self.precision {
            Precision::Century => years(100),
            Precision::Decade => years(10),
            // Spring is in March here and in September there: all of the year is sure.
            Precision::Year | Precision::Season(_) => years(1),
            Precision::Month(month) => {
                let first = days_since_1970(self.year, month, 1);
                (first, days_since_1970(self.year, month + 1, 1))
            }
            Precision::Day { month, day } | Precision::Second { month, day, .. } => {
                let first = days_since_1970(self.year, month, day);
                (first, first + 1)
            }
        }
    }
}

/// Whether a year is the first of those that share all but their last digits. Before our
/// era the digits count backwards: `-198X` begins in -1989.
const fn is_first(year: i64, count: i64) -> bool {
    if year < 0 { (1 - year) % count == 0 } else { year % count == 0 }
}

#[expect(clippy::cast_possible_truncation, reason = "`as` saturates; dates reach 4e17 days")]
const fn whole(number: f64) -> i64 {
    number.floor() as i64
}

fn push_part(text: &mut String, number: u8) {
    text.push('-');
    push_two_digits(text, number);
}
