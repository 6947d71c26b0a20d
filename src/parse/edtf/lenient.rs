//! Dates as people and language models write them, where only one reading is possible.

use super::{MAX_BYTES, number, point, strict};
use crate::story::{Bound, EdtfDate, Point, Precision, Qualifier};

/// Words for an end that has not come, and that EDTF writes `..`.
const STILL: [&str; 5] = ["present", "now", "ongoing", "today", ".."];

/// Words for "about", longest first, since one begins with another.
const ABOUT: [&str; 6] = ["circa", "ca.", "ca", "c.", "c", "~"];

/// Reads EDTF, or one of these: `2020-Present` (also `now`, `ongoing`, `today`),
/// `2014-2016`, `2014 – 2016`, `c. 2017`, `ca 2017`, `circa 2017`, `~2017`, `1740s`.
///
/// What EDTF can read is never read in another way: `2004-06` is June 2004.
#[must_use]
pub fn lenient(text: &str) -> Option<EdtfDate> {
    let text = text.trim();
    if text.len() > MAX_BYTES {
        return None;
    }
    strict(text).or_else(|| single(text).map(EdtfDate::on)).or_else(|| {
        let mut letters = text.char_indices();
        letters.find_map(|(at, letter)| range(text, at, letter))
    })
}

/// Reads two dates, or a date and a word for "still", around the letter at `at`.
fn range(text: &str, at: usize, letter: char) -> Option<EdtfDate> {
    if !matches!(letter, '/' | '-' | '–' | '—') {
        return None;
    }
    let (start, end) = text.split_at_checked(at)?;
    let end = end.strip_prefix(letter)?;
    let is_apart = letter != '-' || (start.ends_with(' ') && end.starts_with(' '));
    let (start, end) = (single(start.trim_end())?, end.trim_start());
    let end = if STILL.iter().any(|word| end.eq_ignore_ascii_case(word)) {
        Bound::Open
    } else {
        Bound::On(single(end).filter(|end| is_apart || (is_year(start) && is_year(*end)))?)
    };
    EdtfDate::between(Bound::On(start), end)
}

/// Between months or days, a hyphen may be part of a date in some other order.
fn is_year(point: Point) -> bool {
    matches!(point.precision(), Precision::Year | Precision::Decade | Precision::Century)
}

fn single(text: &str) -> Option<Point> {
    point(text).or_else(|| about(text)).or_else(|| years(text))
}

/// Reads `c. 2017`.
fn about(text: &str) -> Option<Point> {
    let date = ABOUT.iter().find_map(|word| {
        let (start, date) = text.split_at_checked(word.len())?;
        start.eq_ignore_ascii_case(word).then(|| date.trim_start())
    })?;
    let point = point(date).or_else(|| years(date))?;
    match point.qualifier() {
        None => Some(point.qualified(Some(Qualifier::Approximate))),
        Some(_) => None,
    }
}

/// Reads `1740s`, and `1900s` as the century, which holds the decade of that name.
fn years(text: &str) -> Option<Point> {
    let [digits @ .., b's'] = text.as_bytes() else {
        return None;
    };
    if digits.len() != 4 {
        return None;
    }
    let first = number(digits)?;
    Point::new(first, Precision::Century).or_else(|| Point::new(first, Precision::Decade))
}
