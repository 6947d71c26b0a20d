//! Dates of timelines: parts in fields, or one text with commas.

use crate::import::keys::{find, written};
use crate::parse::edtf;
use crate::parse::json::Node;
use crate::story::{EdtfDate, Point, Precision, Time};

/// Parts of a date, the largest first.
const PARTS: [&str; 6] = ["year", "month", "day", "hour", "minute", "second"];

/// The finest date that the parts give; a time of day only where it is wanted. It is on a clock
/// that nobody knows.
pub fn point(value: &Node, wants_time: bool) -> Option<Point> {
    let parts: [Option<i64>; 6] = match value {
        Node::Map(_) => {
            let [year, month, rest @ ..] = PARTS.map(|part| find(value, part).and_then(written));
            let month = month.and_then(|month| number(month).or_else(|| by_name(month)));
            let [day, hour, minute, second] = rest.map(|part| part.and_then(number));
            [year.and_then(number), month, day, hour, minute, second]
        }
        Node::Text(text) => {
            // `2013,1,26 10:30`
            if let Some(point) = clocked(text, wants_time) {
                return Some(point);
            }
            let mut parts = text.split(',').map(number);
            let parts = [0; 6].map(|_| parts.next().flatten());
            if parts[0].is_none() || parts.iter().skip(1).all(Option::is_none) {
                return one(text, wants_time);
            }
            parts
        }
        Node::Number(digits) => return year(number(digits)?),
        _ => return None,
    };
    let [year_number, month, day, hour, minute, second] = parts;
    let number = year_number?;
    let whole = year(number)?;
    // Years beyond four digits have no finer parts.
    let exact = whole.year();
    let small = |part: Option<i64>| part.and_then(|part| u8::try_from(part).ok());
    let Some(month) = small(month) else { return Some(whole) };
    let by_month = || Point::new(exact, Precision::Month(month)).unwrap_or(whole);
    let Some(day) = small(day) else { return Some(by_month()) };
    let Some(by_day) = Point::new(exact, Precision::Day { month, day }) else {
        return Some(by_month());
    };
    let time = small(hour).filter(|_| wants_time).and_then(|hour| {
        let (minute, second) =
            (small(minute).unwrap_or_default(), small(second).unwrap_or_default());
        Time::new(hour, minute, second, None)
    });
    let moment = time.and_then(|time| Point::new(exact, Precision::Second { month, day, time }));
    Some(moment.unwrap_or(by_day))
}

/// The number of a month that has its name.
fn by_name(month: &str) -> Option<i64> {
    match edtf::lenient(&[month, " 2000"].concat())?.point()?.precision() {
        Precision::Month(month) => Some(month.into()),
        _ => None,
    }
}

/// A day with commas, and behind it a time of day with colons.
fn clocked(text: &str, wants_time: bool) -> Option<Point> {
    let day = text.split_once(':').filter(|(day, _)| day.contains(','));
    day.and_then(|_| one(&text.replace(", ", ",").replacen(',', "-", 2), wants_time))
}

/// A date in one text, as the reader of dates has it, or a year alone.
fn one(text: &str, wants_time: bool) -> Option<Point> {
    // A moment to the minute or second may be in digits alone; its day is enough.
    let text = text.trim();
    let is_moment = matches!(text.len(), 12 | 14) && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = if is_moment { text.get(..8)? } else { text };
    if let Some(number) = number(text).filter(|_| text.len() != 8) {
        return year(number);
    }
    let date = edtf::lenient(text)?;
    let date = if wants_time { date } else { EdtfDate::without_local_time(date) };
    date.point()
}

/// The year of a number: before our era there is no year 0, so that -44 is -43 to astronomers.
/// What has more than four digits is rounded as it is.
fn year(number: i64) -> Option<Point> {
    let number = if (-9_999..0).contains(&number) { number + 1 } else { number };
    Point::new(number, Precision::Year)
}

/// A whole number, with or without commas between its digits.
fn number(text: &str) -> Option<i64> {
    let text = text.trim();
    let (sign, digits) = match text.as_bytes() {
        [b'-', ..] => (-1, text.get(1..)?),
        [b'+', ..] => (1, text.get(1..)?),
        _ => match text.strip_prefix('−') {
            Some(digits) => (-1, digits),
            None => (1, text),
        },
    };
    let whole = digits.trim_end_matches('0').strip_suffix('.').unwrap_or(digits);
    let mut number: Option<i64> = None;
    for byte in whole.bytes().filter(|byte| !matches!(byte, b',' | b' ' | b'_')) {
        if !byte.is_ascii_digit() {
            return None;
        }
        let value =
            number.unwrap_or_default().checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
        number = Some(value);
    }
    number.map(|number| sign * number)
}
