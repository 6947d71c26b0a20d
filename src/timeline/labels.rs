//! Dates along the scale of the drawing.

use super::scale::{Tick, Unit, floor};
use crate::dates::{Calendar, Form, Locale, in_era};
use crate::story::{Point, Precision, zone_name};
use crate::words::{Word, fill};

const DAY: f64 = 86_400_000.0;
const YEAR: f64 = 365.2425 * DAY;
/// Years before 1970 that have more than four digits, and are not counted one by one.
const LONG_AGO: f64 = 12_000.0;

/// The label of a tick: no more than tells it from its neighbours, and all of the date at
/// the first.
#[must_use]
pub fn tick(tick: &Tick, locale: &Locale) -> String {
    let Some(point) = Point::of_wall(tick.millis, None) else { return String::new() };
    let (month, day, minute) = match point.precision() {
        Precision::Second { month, day, time } => {
            (month, day, u16::from(time.hour()) * 60 + u16::from(time.minute()))
        }
        _ => (1, 1, 0),
    };
    let is_first = tick.is_first;
    // In a calendar whose years and months begin on other days, a tick is not their first.
    let is_other = locale.calendar() == Calendar::Other;
    let form = match tick.unit {
        Unit::Year if is_other => Form::MonthOfYear,
        Unit::Year => Form::Year,
        Unit::Month if is_other && is_first => Form::DayOfYear,
        Unit::Month if is_other => Form::ShortDay,
        Unit::Month if is_first => Form::MonthOfYear,
        Unit::Month if month == 1 => Form::Year,
        Unit::Month => Form::ShortMonth,
        Unit::Day if is_first || (month == 1 && day == 1) => Form::DayOfYear,
        Unit::Day => Form::ShortDay,
        Unit::Time if is_first => Form::ShortMinute,
        Unit::Time if minute == 0 => Form::ShortDay,
        Unit::Time => Form::Clock,
    };
    in_era(&point, form, locale)
}

/// A moment of the scale as the end of a stretch of time that is `length` milliseconds
/// long: no more of it than tells its two ends apart.
#[must_use]
pub fn end_of_stretch(millis: f64, length: f64, locale: &Locale) -> String {
    let form = |year| match year {
        ..1 => Form::Year,
        _ if length < 2.0 * DAY => Form::Minute,
        _ if length < 62.0 * DAY => Form::DayOfYear,
        _ => Form::MonthOfYear,
    };
    if millis / YEAR < -LONG_AGO {
        return years_ago(millis, length, locale);
    }
    let point = Point::of_wall(millis, locale.clock);
    point.map(|point| in_era(&point, form(point.year()), locale)).unwrap_or_default()
}

/// A year of long ago, as round as the stretch it ends is long.
fn years_ago(millis: f64, length: f64, locale: &Locale) -> String {
    let (year, years) = (floor(-1970.0 - millis / YEAR), floor(length / YEAR));
    let mut step = 1;
    // And no rounder than the year itself bears.
    while step * 1_000 < years.min(year) {
        step *= 10;
    }
    let year = (year + step / 2) / step * step;
    fill(locale.words.get(Word::DateBce), &[("n", &locale.digits(&year.to_string()))])
}

/// A round date, which is told by nothing finer than it takes.
#[must_use]
pub fn round(millis: f64, locale: &Locale) -> String {
    let unit = Unit::of_round(millis);
    tick(&Tick { x: 0.0, millis, unit, is_first: true }, locale)
}

/// The name of a clock that is so many minutes ahead of UTC.
#[must_use]
pub fn zone(offset_minutes: i16, locale: &Locale) -> String {
    locale.digits(&zone_name(offset_minutes))
}
