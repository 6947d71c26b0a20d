//! Counting days in the proleptic Gregorian calendar.

/// Days from 1 January 1970 to the given day. Months past 12 run on into the next year.
pub fn days_since_1970(year: i64, month: u8, day: u8) -> i64 {
    // Years that begin in March have their leap day last; 153 days are five such months.
    let months = year * 12 + i64::from(month) - 3;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12));
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (month * 153 + 2) / 5 + i64::from(day) - 719_469
}

/// Year, month and day of a day counted from 1 January 1970: what [`days_since_1970`] takes.
pub fn day_of_1970(days: i64) -> (i64, u8, u8) {
    // Counted from 1 March of the year 0, in eras of 400 years.
    let days = days.saturating_add(719_468);
    let era = days.div_euclid(146_097);
    let in_era = days.rem_euclid(146_097);
    let year_of_era = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * in_year + 2) / 153;
    let day = in_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    // 1 to 12 and 1 to 31, so neither is ever cut.
    (year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
}

/// How many days a month has; none when there is no such month.
pub(super) const fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// The first instant of a day, in milliseconds since 1970.
#[expect(
    clippy::cast_precision_loss,
    reason = "days are exact for four-digit years; beyond, a year is all that is drawn"
)]
pub(super) const fn day_millis(days: i64) -> f64 {
    days as f64 * 86_400_000.0
}

/// Writes a number below 100 in two digits.
pub(super) fn push_two_digits(text: &mut String, number: u8) {
    text.push(char::from(b'0' + number / 10));
    text.push(char::from(b'0' + number % 10));
}
