//! Counting days in the proleptic Gregorian calendar.

/// Days from 1 January 1970 to the given day. Months past 12 run on into the next year.
pub(super) fn days_since_1970(year: i64, month: u8, day: u8) -> i64 {
    // Years that begin in March have their leap day last; 153 days are five such months.
    let months = year * 12 + i64::from(month) - 3;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12));
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (month * 153 + 2) / 5 + i64::from(day) - 719_469
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
