//! English, where there is no `Intl`: "4 January 2024, 14:30 UTC".

use super::Form;
use crate::story::{Point, Precision, Time};

const MONTHS: [&str; 12] = [
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

/// Writes a date of at most four digits, the year counted within its era. The
/// reader's clock is not known here, so every time is that of its place.
pub(super) fn written(point: &Point, form: Form, _language: &str) -> Option<String> {
    let year = match point.year() {
        year @ ..=0 => 1 - year,
        year => year,
    };
    let (month, day, time) = parts(point.precision());
    let mut text = String::new();
    if matches!(form, Form::Year) {
        return Some(year.to_string());
    }
    if form == Form::Clock {
        return time.map(clock);
    }
    if !matches!(form, Form::Month) {
        text.push_str(&day.to_string());
        text.push(' ');
    }
    text.push_str(MONTHS.get(usize::from(month).checked_sub(1)?)?);
    text.push(' ');
    text.push_str(&year.to_string());
    if let (Form::Minute | Form::ReaderMinute, Some(time)) = (form, time) {
        text.push_str(", ");
        text.push_str(&clock(time));
    }
    Some(text)
}

const fn parts(precision: Precision) -> (u8, u8, Option<Time>) {
    match precision {
        Precision::Month(month) => (month, 0, None),
        Precision::Day { month, day } => (month, day, None),
        Precision::Second { month, day, time } => (month, day, Some(time)),
        _ => (0, 0, None),
    }
}

fn clock(time: Time) -> String {
    let two = |number: u8| {
        if number < 10 { ["0", &number.to_string()].concat() } else { number.to_string() }
    };
    let mut text = [&two(time.hour()), ":", &two(time.minute())].concat();
    if let Some(zone) = time.zone() {
        text.push(' ');
        text.push_str(&zone);
    }
    text
}
