//! Other languages where there is no `Intl`: in English, but as most of the world writes it,
//! "4 January 2024, 14:30".

use super::english::MONTHS;
use super::form::Form;
use crate::story::{Point, Precision, Time};

/// Writes a date of at most four digits, the year counted within its era, without a zone.
pub(super) fn written(point: &Point, form: Form) -> Option<String> {
    let year = match point.year() {
        year @ ..=0 => 1 - year,
        year => year,
    };
    let (month, day, time) = parts(point.precision());
    let year = year.to_string();
    let day = day.to_string();
    let time = time.map(clock).unwrap_or_default();
    let month = || MONTHS.get(usize::from(month).checked_sub(1)?).copied();
    Some(match form {
        Form::Year => year,
        Form::Clock => time,
        Form::ShortMonth => month()?.to_owned(),
        Form::Month | Form::MonthOfYear => [month()?, &year].join(" "),
        Form::ShortDay => [&day, month()?].join(" "),
        Form::Day | Form::DayOfYear => [&day, month()?, &year].join(" "),
        Form::ShortMinute => [&*day, " ", month()?, ", ", &time].concat(),
        Form::Minute => [&*day, " ", month()?, " ", &year, ", ", &time].concat(),
    })
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
    format!("{:02}:{:02}", time.hour(), time.minute())
}
