//! The words of an interval, and its element.

use super::form::Form;
use super::locale::{Calendar, Locale};
use super::point::{in_era, in_our_era, is_bare, point_words, sure_words};
use super::time::{point_element, time_element, unbroken};
use crate::html::{El, el};
use crate::story::{Bound, EdtfDate, Point, Precision};
use crate::words::{Word, fill};

/// The words of an interval.
pub fn words(date: &EdtfDate, locale: &Locale) -> String {
    if let Some(point) = only(date, locale) {
        return point_words(&point, locale);
    }
    let text = |name| named(date, name).map(|point| end_words(date, name, &point, locale));
    let (one, start, end) = (text("date"), text("start"), text("end"));
    fill(
        phrase(date, locale),
        &[
            ("date", &one.unwrap_or_default()),
            ("start", &start.unwrap_or_default()),
            ("end", &end.unwrap_or_default()),
        ],
    )
}

/// The one date of an interval whose ends are told by the same words: with the doubt that there
/// is about one of them, or both.
fn only(date: &EdtfDate, locale: &Locale) -> Option<Point> {
    let (start, end) = (date.start().point()?, date.end().point()?);
    let (doubt, other) = (start.qualifier(), end.qualifier());
    let is_one = (doubt == other || doubt.is_none() || other.is_none())
        && sure_words(&start, locale) == sure_words(&end, locale);
    is_one.then_some(if doubt.is_some() { start } else { end })
}

/// An interval as an element, with a `<time>` for each end.
pub fn interval(date: &EdtfDate, locale: &Locale) -> El {
    if let Some(point) = only(date, locale) {
        return point_element(&point, locale);
    }
    // Text and the names in braces take turns.
    let pieces = phrase(date, locale).split(['{', '}']).enumerate();
    let mut interval = el("span");
    for (index, piece) in pieces {
        interval = match named(date, piece).filter(|_| index % 2 == 1) {
            Some(point) => {
                let words = end_words(date, piece, &point, locale);
                interval.add(unbroken(time_element(point.datetime()), &words))
            }
            None => interval.text(piece),
        };
    }
    interval
}

/// The phrase for an interval of this kind.
fn phrase<'words>(date: &EdtfDate, locale: &Locale<'words>) -> &'words str {
    // Of what had not begun when the story was written it does not say that it goes on.
    let is_to_come =
        |point: &Point| locale.told.is_some_and(|told| point.earliest_millis() >= told);
    locale.words.get(match (date.start(), date.end()) {
        (Bound::On(_), Bound::On(_)) => Word::DateRange,
        (Bound::On(point), Bound::Open) if is_to_come(&point) => Word::DateFrom,
        (_, Bound::Open) => Word::DateUntilNow,
        (_, Bound::Unknown) => Word::DateEndUnknown,
        (Bound::Open, _) => Word::DateUntil,
        (Bound::Unknown, _) => Word::DateStartUnknown,
    })
}

/// The end of an interval that a phrase calls by this name.
fn named(date: &EdtfDate, name: &str) -> Option<Point> {
    match name {
        "date" => date.start().point().or(date.end().point()),
        "start" => date.start().point(),
        "end" => date.end().point(),
        _ => None,
    }
}

/// The words of one end of an interval. Where it begins before our era, "1066" alone would be
/// taken for a year of that, too. The second of two hours of a day needs no day.
fn end_words(date: &EdtfDate, name: &str, point: &Point, locale: &Locale) -> String {
    let start = date.start().point().filter(|_| name == "end");
    if let Some(clock) = start.and_then(|start| hour_of_same_day(&start, point, locale)) {
        return clock;
    }
    let words = point_words(point, locale);
    let crosses = start.is_some_and(|start| start.year() < 100) && point.year() > 0;
    if crosses && !is_bare(point) && locale.calendar() == Calendar::Gregorian {
        return in_our_era(&words, locale);
    }
    words
}

/// The hour that ends a stretch of a day by the card's clock.
fn hour_of_same_day(start: &Point, end: &Point, locale: &Locale) -> Option<String> {
    let day = |point: &Point| match point.precision() {
        Precision::Second { month, day, time } => {
            Some((point.year(), month, day, time.offset_minutes()))
        }
        _ => None,
    };
    let (_, _, _, offset) = day(end).filter(|end| day(start) == Some(*end))?;
    let is_plain = end.qualifier().is_none() && (offset == locale.clock || offset.is_none());
    is_plain.then(|| in_era(end, Form::Clock, locale))
}
