//! Dates in words, and as `<time>`.
//!
//! The browser's `Intl` knows how a language writes a day, [`Words`] know the
//! rest: "about", "present", "BCE". Native code, which has no `Intl`, writes English.

#[cfg(target_arch = "wasm32")]
mod intl;
#[cfg(not(target_arch = "wasm32"))]
mod plain;

#[cfg(target_arch = "wasm32")]
use self::intl::written;
#[cfg(not(target_arch = "wasm32"))]
use self::plain::written;
use super::el::{El, el};
use crate::story::{Bound, EdtfDate, Point, Precision, Qualifier, Season};
use crate::timeline::{Tick, Unit};
use crate::words::{Word, Words, fill};

/// How much of a date is written, and by whose clock and calendar.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Year,
    Month,
    Day,
    Minute,
    /// A month without its year, short.
    ShortMonth,
    /// A month and its year, short.
    MonthOfYear,
    /// A day without its year, short.
    ShortDay,
    /// A day and its year, short.
    DayOfYear,
    /// The time of day.
    Clock,
    /// A day without its year, short, and the time of day.
    ShortMinute,
    /// In the calendar of the language.
    ReaderDay,
    /// In the calendar of the language, by the reader's clock.
    ReaderMinute,
}

/// The words of a date: "about 2017", "1980s", "spring 2001", "2020 – present".
///
/// All are Gregorian, so that "2017" and "4 January 2017" go together in every
/// language, and a time of day is that of its place.
#[must_use]
pub fn words(date: &EdtfDate, words: &Words, language: &str) -> String {
    if let Some(point) = date.point() {
        return point_words(&point, words, language);
    }
    let text = |name| named(date, name).map(|point| point_words(&point, words, language));
    let (one, start, end) = (text("date"), text("start"), text("end"));
    fill(
        phrase(date, words),
        &[
            ("date", &one.unwrap_or_default()),
            ("start", &start.unwrap_or_default()),
            ("end", &end.unwrap_or_default()),
        ],
    )
}

/// The words for when something was published: the day, and with a zone also the
/// time, as the reader's own clock has them. A date without time is the same day
/// everywhere.
#[must_use]
pub fn moment(date: &EdtfDate, words: &Words, language: &str) -> String {
    let form = |point: &Point| match point.precision() {
        Precision::Second { time, .. } if time.offset_minutes().is_some() => {
            Some(Form::ReaderMinute)
        }
        Precision::Second { .. } | Precision::Day { .. } => Some(Form::ReaderDay),
        _ => None,
    };
    date.point()
        .filter(|point| point.datetime().is_some())
        .and_then(|point| written(&point, form(&point)?, language))
        .unwrap_or_else(|| self::words(date, words, language))
}

/// The label of a tick: no more than tells it from its neighbours, and all of the date at
/// the first.
#[must_use]
pub fn tick(tick: &Tick, words: &Words, language: &str) -> String {
    let Some(point) = Point::of_millis(tick.millis) else { return String::new() };
    let (month, day, minute) = match point.precision() {
        Precision::Second { month, day, time } => {
            (month, day, u16::from(time.hour()) * 60 + u16::from(time.minute()))
        }
        _ => (1, 1, 0),
    };
    let is_first = tick.is_first;
    let form = match tick.unit {
        Unit::Year => Form::Year,
        Unit::Month if is_first => Form::MonthOfYear,
        Unit::Month if month == 1 => Form::Year,
        Unit::Month => Form::ShortMonth,
        Unit::Day if is_first || (month == 1 && day == 1) => Form::DayOfYear,
        Unit::Day => Form::ShortDay,
        Unit::Time if is_first => Form::ShortMinute,
        Unit::Time if minute == 0 => Form::ShortDay,
        Unit::Time => Form::Clock,
    };
    in_era(&point, form, words, language)
}

/// A moment as the end of a stretch of time that is `length` milliseconds long: no more
/// of it than tells its two ends apart.
#[must_use]
pub fn end_of_stretch(millis: f64, length: f64, words: &Words, language: &str) -> String {
    const DAY: f64 = 86_400_000.0;
    let form = |year| match year {
        ..1 => Form::Year,
        _ if length < 2.0 * DAY => Form::Minute,
        _ if length < 62.0 * DAY => Form::DayOfYear,
        _ => Form::MonthOfYear,
    };
    let point = Point::of_millis(millis);
    point.map(|point| in_era(&point, form(point.year()), words, language)).unwrap_or_default()
}

/// A date as an element: `<time>` where HTML has a value for it, `<span>` where
/// not. An interval holds a `<time>` for each end. The story's own words win.
pub fn time(date: Option<&EdtfDate>, display: Option<&str>, words: &Words, language: &str) -> El {
    match (date, display) {
        (date, Some(text)) => element(date.and_then(EdtfDate::datetime), text),
        (None, None) => element(None, ""),
        (Some(date), None) => match date.point() {
            Some(point) => point_element(&point, words, language),
            None => interval_element(date, words, language),
        },
    }
}

fn interval_element(date: &EdtfDate, words: &Words, language: &str) -> El {
    // Text and the names in braces take turns.
    let pieces = phrase(date, words).split(['{', '}']).enumerate();
    let mut interval = el("span");
    for (index, piece) in pieces {
        interval = match named(date, piece).filter(|_| index % 2 == 1) {
            Some(point) => interval.add(point_element(&point, words, language)),
            None => interval.text(piece),
        };
    }
    interval
}

fn point_element(point: &Point, words: &Words, language: &str) -> El {
    element(point.datetime(), &point_words(point, words, language))
}

fn element(datetime: Option<String>, text: &str) -> El {
    let element = match datetime {
        Some(datetime) => el("time").attr("datetime", &datetime),
        None => el("span"),
    };
    element.text(text)
}

/// The phrase for an interval of this kind.
fn phrase<'words>(date: &EdtfDate, words: &'words Words) -> &'words str {
    match (date.start(), date.end()) {
        (Bound::On(_), Bound::On(_)) => words.get(Word::DateRange),
        (_, Bound::Open) => words.get(Word::DateUntilNow),
        (_, Bound::Unknown) => words.get(Word::DateEndUnknown),
        (Bound::Open, _) => words.get(Word::DateUntil),
        (Bound::Unknown, _) => words.get(Word::DateStartUnknown),
    }
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

fn point_words(point: &Point, words: &Words, language: &str) -> String {
    let date = sure_words(point, words, language);
    let phrase = match point.qualifier() {
        None => return date,
        Some(Qualifier::Uncertain) => words.get(Word::DatePossibly),
        Some(Qualifier::Approximate) => words.get(Word::DateAbout),
        Some(Qualifier::UncertainAndApproximate) => words.get(Word::DatePossiblyAbout),
    };
    fill(phrase, &[("date", &date)])
}

/// The words, were it certain.
fn sure_words(point: &Point, words: &Words, language: &str) -> String {
    match point.precision() {
        Precision::Century => stretch(point, 100, Word::DateCentury, words, language),
        Precision::Decade => stretch(point, 10, Word::DateDecade, words, language),
        Precision::Season(season) => {
            let year = in_era(point, Form::Year, words, language);
            let season = match season {
                Season::Spring => words.get(Word::Spring),
                Season::Summer => words.get(Word::Summer),
                Season::Autumn => words.get(Word::Autumn),
                Season::Winter => words.get(Word::Winter),
            };
            fill(words.get(Word::DateSeason), &[("season", season), ("year", &year)])
        }
        Precision::Year => in_era(point, Form::Year, words, language),
        Precision::Month(_) => in_era(point, Form::Month, words, language),
        Precision::Day { .. } => in_era(point, Form::Day, words, language),
        Precision::Second { .. } => in_era(point, Form::Minute, words, language),
    }
}

/// Writes "1980s". Before our era its first and last year are written out: EDTF counts
/// them from the year 0, and people do not, so that their decade is another.
fn stretch(point: &Point, count: i64, name: Word, words: &Words, language: &str) -> String {
    let first = point.year();
    let year = |year| Point::new(year, Precision::Year).map_or(Bound::Unknown, Bound::On);
    let years = EdtfDate::between(year(first), year((first + count - 1).min(-1)));
    match years.filter(|_| first < 0) {
        Some(years) => self::words(&years, words, language),
        None => fill(words.get(name), &[("n", &first.to_string())]),
    }
}

/// Writes a date and its era: 1 BCE is the astronomical year 0. Years of more
/// than four digits stand as they are: nobody counts those to the year.
fn in_era(point: &Point, form: Form, words: &Words, language: &str) -> String {
    let year = point.year();
    if year <= 0 && form == Form::Minute {
        let clock = written(point, Form::Clock, language).unwrap_or_default();
        return [&in_era(point, Form::Day, words, language), ", ", &clock].concat();
    }
    let has_four_digits = (-9_999..=9_999).contains(&year);
    let text = has_four_digits
        .then(|| written(point, form, language))
        .flatten()
        .unwrap_or_else(|| year.unsigned_abs().to_string());
    if year > 0 {
        return text;
    }
    fill(words.get(Word::DateBce), &[("n", &text)])
}
