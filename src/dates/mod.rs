//! Dates in words, and as `<time>`.
//!
//! The browser's `Intl` knows how a language writes a day, [`Words`](crate::words::Words)
//! know the rest: "about", "present", "BCE". English is written without `Intl`; and native code,
//! which has none, writes every language in English. One calendar and one clock for the whole
//! card: see [`Locale`].

mod english;
mod form;
mod interval;
#[cfg(target_arch = "wasm32")]
mod intl;
mod locale;
#[cfg(not(target_arch = "wasm32"))]
mod plain;
mod point;
mod time;

pub(crate) use self::form::Form;
pub use self::locale::{Calendar, Locale};
pub(crate) use self::point::in_era;
use self::point::point_words;
pub use self::time::unbroken;
use self::time::{point_element, time_element};
use crate::html::El;
use crate::story::{EdtfDate, Point, Precision};

/// The words of a date: "about 2017", "1980s", "spring 2001", "2020 – present".
///
/// A time of day is that of its place; where that is not the card's clock, both are told.
#[must_use]
pub fn words(date: &EdtfDate, locale: &Locale) -> String {
    if let Some(point) = date.point() {
        return point_words(&point, locale);
    }
    interval::words(date, locale)
}

/// The words for when something was published: the day, and with a zone also the time, by
/// the card's clock. A date without time is the same day everywhere.
#[must_use]
pub fn moment(date: &EdtfDate, locale: &Locale) -> String {
    let has_hour = date.point().and_then(|point| point.time()?.offset_minutes()).is_some();
    let form = if has_hour { Form::Minute } else { Form::Day };
    by_clock(date, form, locale).unwrap_or_else(|| words(date, locale))
}

/// The day on which something was published, short; none where the date is no day.
#[must_use]
pub fn day(date: &EdtfDate, locale: &Locale) -> Option<String> {
    by_clock(date, Form::DayOfYear, locale)
}

/// A day, or a moment of it, by the card's clock.
fn by_clock(date: &EdtfDate, form: Form, locale: &Locale) -> Option<String> {
    let point = date.point().filter(|point| point.datetime().is_some())?;
    let is_day = matches!(point.precision(), Precision::Second { .. } | Precision::Day { .. });
    let point = locale.clock.map_or(point, |clock| point.by_clock(clock));
    is_day.then(|| in_era(&point, form, locale))
}

/// A date as an element: `<time>` where HTML has a value for it, `<span>` where
/// not. An interval holds a `<time>` for each end. The story's own words win.
pub fn time(date: Option<&EdtfDate>, display: Option<&str>, locale: &Locale) -> El {
    match (date, display) {
        (date, Some(text)) => time_element(date.and_then(EdtfDate::datetime)).text(text),
        (None, None) => time_element(None),
        (Some(date), None) => match date.point() {
            Some(point) => point_element(&point, locale),
            None => interval::interval(date, locale),
        },
    }
}

/// A moment in milliseconds since 1970 by the card's clock: the hour alone where it is of the
/// same day as `now`.
pub(crate) fn clock_of(moment: f64, now: f64, locale: &Locale) -> String {
    let offset = locale.clock.unwrap_or_default();
    let day = |millis: f64| ((millis + f64::from(offset) * 60_000.0) / 86_400_000.0).floor();
    let form = if (day(moment) - day(now)).abs() < 0.5 { Form::Clock } else { Form::ShortMinute };
    let point = Point::of_wall(moment + f64::from(offset) * 60_000.0, Some(offset));
    point.map(|point| in_era(&point, form, locale)).unwrap_or_default()
}

/// The same of when something was published, see [`moment`].
pub fn moment_element(date: &EdtfDate, locale: &Locale) -> El {
    unbroken(time_element(date.datetime()), &moment(date, locale))
}
