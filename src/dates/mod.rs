//! Dates in words, and as `<time>`.
//!
//! The browser's `Intl` knows how a language writes a day, [`Words`](crate::words::Words)
//! know the rest: "about", "present", "BCE". English is written without `Intl`; and native code,
//! which has none, writes every language in English. One calendar and one clock for the whole card: see [`Locale`].

mod english;
mod form;
#[cfg(target_arch = "wasm32")]
mod intl;
mod locale;
#[cfg(not(target_arch = "wasm32"))]
mod plain;

pub(crate) use self::form::Form;
pub use self::locale::{Calendar, Locale};
use crate::html::{El, el};
use crate::story::{Bound, EdtfDate, Point, Precision, Qualifier, Season, Time};
use crate::words::{Word, fill};

/// Writes a date of at most four digits, the year counted within its era, without a zone.
fn written(point: &Point, form: Form, locale: &Locale) -> Option<String> {
    if english::is_english(locale.language) {
        return english::written(point, form);
    }
    #[cfg(target_arch = "wasm32")]
    return intl::written(point, form, locale);
    #[cfg(not(target_arch = "wasm32"))]
    plain::written(point, form)
}

/// The words of a date: "about 2017", "1980s", "spring 2001", "2020 – present".
///
/// A time of day is that of its place; where that is not the card's clock, both are told.
#[must_use]
pub fn words(date: &EdtfDate, locale: &Locale) -> String {
    if let Some(point) = date.point() {
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
        (date, Some(text)) => element(date.and_then(EdtfDate::datetime)).text(text),
        (None, None) => element(None),
        (Some(date), None) => match date.point() {
            Some(point) => point_element(&point, locale),
            None => interval_element(date, locale),
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
    unbroken(element(date.datetime()), &moment(date, locale))
}

/// What stands before the name of a zone, and after its `UTC`. Not `str::split_once`, whose
/// search for texts is 2 kB.
fn at_zone(words: &str) -> Option<(&str, &str)> {
    let is_there = |at: usize| words.get(at..).is_some_and(|rest| rest.starts_with("UTC"));
    let (at, _) = words.char_indices().find(|(at, letter)| *letter == 'U' && is_there(*at))?;
    Some((words.get(..at)?, words.get(at + "UTC".len()..)?))
}

/// Adds words in which no line breaks inside the name of a zone.
pub fn unbroken(mut element: El, words: &str) -> El {
    let mut rest = words;
    while let Some((before, after)) = at_zone(rest) {
        let end = after.find([' ', ')', '.']).unwrap_or(after.len());
        let (offset, after) = after.split_at_checked(end).unwrap_or((after, ""));
        element = element.text(before).add(el("span.zone").text(&["UTC", offset].concat()));
        rest = after;
    }
    element.text(rest)
}

fn interval_element(date: &EdtfDate, locale: &Locale) -> El {
    // Text and the names in braces take turns.
    let pieces = phrase(date, locale).split(['{', '}']).enumerate();
    let mut interval = el("span");
    for (index, piece) in pieces {
        interval = match named(date, piece).filter(|_| index % 2 == 1) {
            Some(point) => {
                let words = end_words(date, piece, &point, locale);
                interval.add(unbroken(element(point.datetime()), &words))
            }
            None => interval.text(piece),
        };
    }
    interval
}

fn point_element(point: &Point, locale: &Locale) -> El {
    unbroken(element(point.datetime()), &point_words(point, locale))
}

fn element(datetime: Option<String>) -> El {
    datetime.map_or_else(|| el("span"), |datetime| el("time").attr("datetime", &datetime))
}

/// The phrase for an interval of this kind.
fn phrase<'words>(date: &EdtfDate, locale: &Locale<'words>) -> &'words str {
    locale.words.get(match (date.start(), date.end()) {
        (Bound::On(_), Bound::On(_)) => Word::DateRange,
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

/// The words of one end of an interval. Where it begins before our era, "14" alone would be
/// taken for a year of that, too.
fn end_words(date: &EdtfDate, name: &str, point: &Point, locale: &Locale) -> String {
    let words = point_words(point, locale);
    let is_before = date.start().point().is_some_and(|start| start.year() <= 0);
    let crosses = name == "end" && is_before && point.year() > 0;
    if crosses && locale.calendar() == Calendar::Gregorian {
        return in_our_era(&words, locale);
    }
    words
}

fn in_our_era(words: &str, locale: &Locale) -> String {
    fill(locale.words.get(Word::DateCe), &[("n", words)])
}

fn point_words(point: &Point, locale: &Locale) -> String {
    let date = sure_words(point, locale);
    let phrase = locale.words.get(match point.qualifier() {
        None => return date,
        Some(Qualifier::Uncertain) => Word::DatePossibly,
        Some(Qualifier::Approximate) => Word::DateAbout,
        Some(Qualifier::UncertainAndApproximate) => Word::DatePossiblyAbout,
    });
    fill(phrase, &[("date", &date)])
}

/// The words, were it certain.
fn sure_words(point: &Point, locale: &Locale) -> String {
    match point.precision() {
        Precision::Century | Precision::Decade => years(point, locale),
        Precision::Season(season) => {
            let year = in_era(point, Form::Year, locale);
            let season = locale.words.get(match season {
                Season::Spring => Word::Spring,
                Season::Summer => Word::Summer,
                Season::Autumn => Word::Autumn,
                Season::Winter => Word::Winter,
            });
            fill(locale.words.get(Word::DateSeason), &[("season", season), ("year", &year)])
        }
        Precision::Year => in_era(point, Form::Year, locale),
        Precision::Month(_) => in_era(point, Form::Month, locale),
        Precision::Day { .. } => in_era(point, Form::Day, locale),
        Precision::Second { time, .. } => hour(point, time, locale),
    }
}

/// Ten or a hundred years. A decade has a name of its own, "1980s"; a century is told by
/// its first and last year, for "1900s" is that of the decade, and "20th century" has no
/// pattern that serves every language.
fn years(point: &Point, locale: &Locale) -> String {
    if locale.calendar() != Calendar::Gregorian {
        return in_era(point, Form::Year, locale);
    }
    let year = |millis| Point::of_wall(millis, None).map_or(point.year(), |point| point.year());
    let (first, last) = (year(point.earliest_millis()), year(point.latest_millis() - 1_000.0));
    let number = |year: i64| locale.digits(&year.to_string());
    let before = |text: &str| fill(locale.words.get(Word::DateBce), &[("n", text)]);
    let told = |word, first: &str, last: &str| {
        fill(locale.words.get(word), &[("n", first), ("last", last)])
    };
    match (first, last) {
        (1.., _) if point.precision() == Precision::Decade => {
            told(Word::DateDecade, &number(first), &number(last))
        }
        (1.., _) => told(Word::DateCentury, &number(first), &number(last)),
        (_, 1..) => {
            let last = in_our_era(&number(last), locale);
            told(Word::DateCentury, &before(&number(1 - first)), &last)
        }
        _ => before(&told(Word::DateCentury, &number(1 - first), &number(1 - last))),
    }
}

/// A day and a time of day, and what the card's clock says then where it is another.
fn hour(point: &Point, time: Time, locale: &Locale) -> String {
    let own = in_era(point, Form::Minute, locale);
    let other = match (locale.clock, time.offset_minutes()) {
        (Some(clock), Some(offset)) if clock != offset => point.by_clock(clock),
        _ => return own,
    };
    let day = |point: &Point| match point.precision() {
        Precision::Second { month, day, .. } => Some((month, day)),
        _ => None,
    };
    let form = if day(point) == day(&other) { Form::Clock } else { Form::ShortMinute };
    [&own, " (", &in_era(&other, form, locale), ")"].concat()
}

/// The zone of an hour, after a space; nothing where none is known.
fn zone_of(point: &Point, locale: &Locale) -> String {
    let zone = point.time().and_then(Time::zone);
    zone.map(|zone| [" ", &locale.digits(&zone)].concat()).unwrap_or_default()
}

/// Writes a date, the zone of its hour, and its era: 1 BCE is the astronomical year 0.
/// Years of more than four digits stand as they are: nobody counts those to the year.
pub(crate) fn in_era(point: &Point, form: Form, locale: &Locale) -> String {
    let year = point.year();
    if year <= 0 && form == Form::Minute && locale.calendar() == Calendar::Gregorian {
        let clock = written(point, Form::Clock, locale).unwrap_or_default();
        return [&in_era(point, Form::Day, locale), ", ", &clock, &zone_of(point, locale)].concat();
    }
    let has_four_digits = (-9_999..=9_999).contains(&year);
    let mut text = has_four_digits
        .then(|| written(point, form, locale))
        .flatten()
        .unwrap_or_else(|| locale.digits(&year.unsigned_abs().to_string()));
    if matches!(form, Form::Minute | Form::ShortMinute | Form::Clock) {
        text.push_str(&zone_of(point, locale));
    }
    let is_counted_otherwise = has_four_digits && locale.calendar() != Calendar::Gregorian;
    if year > 0 || is_counted_otherwise {
        return text;
    }
    fill(locale.words.get(Word::DateBce), &[("n", &text)])
}
