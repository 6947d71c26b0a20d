//! EDTF as the standard has it.

use crate::story::{Bound, EdtfDate, Point, Precision, Qualifier, Season, Time};

/// Longest text that is looked at; the longest date there is has half of that.
pub(super) const MAX_BYTES: usize = 100;

/// Reads EDTF levels 0 and 1 (ISO 8601-2:2019, annex A). Unspecified digits may
/// also stand in an interval, as in level 2: `198X/2004-XX`.
#[must_use]
pub fn strict(text: &str) -> Option<EdtfDate> {
    if text.len() > MAX_BYTES {
        return None;
    }
    if let Some((start, end)) = text.split_once('/') {
        return EdtfDate::between(bound(start)?, bound(end)?);
    }
    let point = match text.split_once('T') {
        Some((day, time)) => on_day(point(day)?, time_of_day(time.as_bytes())?),
        None => point(text),
    };
    point.map(EdtfDate::on)
}

fn bound(text: &str) -> Option<Bound> {
    match text {
        "" => Some(Bound::Unknown),
        ".." => Some(Bound::Open),
        _ => point(text).map(Bound::On),
    }
}

/// Reads a date without time: `1985-04-12?`.
pub(super) fn point(text: &str) -> Option<Point> {
    let (text, qualifier) = match text.as_bytes() {
        [text @ .., b'?'] => (text, Some(Qualifier::Uncertain)),
        [text @ .., b'~'] => (text, Some(Qualifier::Approximate)),
        [text @ .., b'%'] => (text, Some(Qualifier::UncertainAndApproximate)),
        text => (text, None),
    };
    let point = match text {
        [b'Y', b'-', digits @ ..] => long_year(digits, -1)?,
        [b'Y', digits @ ..] => long_year(digits, 1)?,
        [b'-', digits @ ..] => calendar(digits, -1)?,
        digits => calendar(digits, 1)?,
    };
    Some(point.qualified(qualifier))
}

/// Reads the digits of a year beyond 9999: `170000002`.
fn long_year(digits: &[u8], sign: i64) -> Option<Point> {
    // Sixteen digits are refused by the point itself.
    if digits.len() < 5 || digits.starts_with(b"0") {
        return None;
    }
    Point::new(sign * number(digits)?, Precision::Year)
}

/// Reads a year of four digits and what follows it.
fn calendar(text: &[u8], sign: i64) -> Option<Point> {
    let (year, rest) = text.split_at_checked(4)?;
    match year {
        [century @ .., b'X', b'X'] if rest.is_empty() => {
            return Point::new(first(number(century)?, 100, sign), Precision::Century);
        }
        [decade @ .., b'X'] if rest.is_empty() => {
            return Point::new(first(number(decade)?, 10, sign), Precision::Decade);
        }
        _ => {}
    }
    let year = number(year)?;
    if year == 0 && sign < 0 {
        return None;
    }
    let point = |precision| Point::new(sign * year, precision);
    match *rest {
        [] => point(Precision::Year),
        [b'-', b'X', b'X'] | [b'-', b'X', b'X', b'-', b'X', b'X'] => {
            point(Precision::Year).map(Point::unspecified)
        }
        [b'-', tens, ones] => point(month_or_season(two_digits(tens, ones)?)),
        [b'-', tens, ones, b'-', b'X', b'X'] => {
            point(Precision::Month(two_digits(tens, ones)?)).map(Point::unspecified)
        }
        [b'-', m, mm, b'-', d, dd] => {
            point(Precision::Day { month: two_digits(m, mm)?, day: two_digits(d, dd)? })
        }
        _ => None,
    }
}

/// The first of the years that begin with these digits: of `-198X` it is -1989.
const fn first(digits: i64, count: i64, sign: i64) -> i64 {
    let first = digits * count;
    if sign < 0 { 1 - first - count } else { first }
}

const fn month_or_season(number: u8) -> Precision {
    match number {
        21 => Precision::Season(Season::Spring),
        22 => Precision::Season(Season::Summer),
        23 => Precision::Season(Season::Autumn),
        24 => Precision::Season(Season::Winter),
        month => Precision::Month(month),
    }
}

/// Puts a time on a day that nobody doubts.
fn on_day(day: Point, time: Time) -> Option<Point> {
    match (day.precision(), day.qualifier()) {
        (Precision::Day { month, day: number }, None) => {
            Point::new(day.year(), Precision::Second { month, day: number, time })
        }
        _ => None,
    }
}

/// Reads `23:20:30`, with `Z`, `+01:00`, `+01` or nothing behind it.
fn time_of_day(text: &[u8]) -> Option<Time> {
    let [h, hh, b':', m, mm, b':', s, ss, ref zone @ ..] = *text else {
        return None;
    };
    let offset = match *zone {
        [] => None,
        [b'Z'] => Some(0),
        // The standard has no negative zero.
        [b'-', b'0', b'0'] | [b'-', b'0', b'0', b':', b'0', b'0'] => return None,
        [sign, h, hh] => Some(offset(sign, [h, hh, b'0', b'0'])?),
        [sign, h, hh, b':', m, mm] => Some(offset(sign, [h, hh, m, mm])?),
        _ => return None,
    };
    Time::new(two_digits(h, hh)?, two_digits(m, mm)?, two_digits(s, ss)?, offset)
}

/// Minutes ahead of UTC.
pub(super) fn offset(sign: u8, [h, hh, m, mm]: [u8; 4]) -> Option<i16> {
    let minutes = i16::from(two_digits(m, mm)?);
    let offset = i16::from(two_digits(h, hh)?) * 60 + minutes;
    match sign {
        b'+' if minutes < 60 => Some(offset),
        b'-' if minutes < 60 => Some(-offset),
        _ => None,
    }
}

fn two_digits(tens: u8, ones: u8) -> Option<u8> {
    u8::try_from(number(&[tens, ones])?).ok()
}

/// Reads digits only, at most eighteen of them: more may be no number.
pub(super) fn number(digits: &[u8]) -> Option<i64> {
    let digits = Some(digits).filter(|digits| digits.len() <= 18)?;
    digits.iter().try_fold(0, |number: i64, digit| {
        digit.is_ascii_digit().then(|| number * 10 + i64::from(digit - b'0'))
    })
}
