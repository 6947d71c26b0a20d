//! The words of one date.

use super::english;
use super::form::Form;
#[cfg(target_arch = "wasm32")]
use super::intl;
use super::locale::{Calendar, Locale};
#[cfg(not(target_arch = "wasm32"))]
use super::plain;
use crate::story::{Point, Precision, Qualifier, Season, Time};
use crate::words::{Word, fill};

pub fn point_words(point: &Point, locale: &Locale) -> String {
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
pub fn sure_words(point: &Point, locale: &Locale) -> String {
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
pub fn in_era(point: &Point, form: Form, locale: &Locale) -> String {
    let year = point.year();
    if (year <= 0 || is_bare(point))
        && form == Form::Minute
        && locale.calendar() == Calendar::Gregorian
    {
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
    if is_bare(point) && form.has_year() && !is_counted_otherwise {
        return in_our_era(&text, locale);
    }
    if year > 0 || is_counted_otherwise || !form.has_year() {
        return text;
    }
    fill(locale.words.get(Word::DateBce), &[("n", &text)])
}

pub fn in_our_era(words: &str, locale: &Locale) -> String {
    fill(locale.words.get(Word::DateCe), &[("n", words)])
}

/// Whether its year could be a day, or an hour.
pub fn is_bare(point: &Point) -> bool {
    (1..100).contains(&point.year())
        && !matches!(point.precision(), Precision::Century | Precision::Decade)
}

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
