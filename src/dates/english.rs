//! English as `Intl` writes it for `en`: "January 4, 2024 at 2:30 PM".
//!
//! For pages without `Intl`; and in a browser too, whose first formatter takes 15 ms on a
//! desktop computer and 60 on a phone.

use super::form::Form;
use crate::story::{Point, Precision, Time};

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Letters of a short month; none of the long names that are not cut is shorter.
const SHORT: usize = 3;

/// Whether this is the English meant here: that of no other country.
pub(super) fn is_english(language: &str) -> bool {
    matches!(language, "en" | "en-US")
}

/// Writes a date of at most four digits, the year counted within its era, without a zone.
/// Nothing where the form asks for more than the date has.
pub(super) fn written(point: &Point, form: Form) -> Option<String> {
    let year = match point.year() {
        year @ ..=0 => 1 - year,
        year => year,
    };
    let year = year.to_string();
    let (month, day, time) = match point.precision() {
        _ if form == Form::Year => return Some(year),
        Precision::Month(month) => (month, None, None),
        Precision::Day { month, day } => (month, Some(day), None),
        Precision::Second { month, day, time } => (month, Some(day), Some(time)),
        _ => return None,
    };
    let long = *MONTHS.get(usize::from(month).checked_sub(1)?)?;
    let short = long.get(..SHORT)?;
    let day = || day.map(number);
    Some(match form {
        Form::Year => year,
        Form::Month => [long, " ", &year].concat(),
        Form::Day => [long, " ", &*day()?, ", ", &year].concat(),
        Form::Minute => [long, " ", &*day()?, ", ", &year, " at ", &clock(time?)].concat(),
        Form::ShortMonth => short.to_owned(),
        Form::MonthOfYear => [short, " ", &year].concat(),
        Form::ShortDay => [short, " ", &*day()?].concat(),
        Form::DayOfYear => [short, " ", &*day()?, ", ", &year].concat(),
        Form::Clock => clock(time?),
        Form::ShortMinute => [short, " ", &*day()?, ", ", &clock(time?)].concat(),
    })
}

fn clock(time: Time) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    let half = if hour < 12 { " AM" } else { " PM" };
    let zero = if minute < 10 { ":0" } else { ":" };
    let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
    [&number(hour), zero, &number(minute), half].concat()
}

/// As an `i64`, which years are: another type would bring its own way to write it.
fn number(number: u8) -> String {
    i64::from(number).to_string()
}
