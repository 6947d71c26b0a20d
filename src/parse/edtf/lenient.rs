//! Dates as people, programs and language models write them, where only one reading is
//! possible.

use super::moment::{begins_with_day, moment};
use super::strict::{MAX_BYTES, number, point, strict};
use crate::story::{Bound, EdtfDate, Point, Precision, Qualifier};

/// Words for an end that has not come, and that EDTF writes `..`.
const STILL: [&str; 6] = ["present", "now", "ongoing", "today", "open", ".."];

/// Words for "about", longest first, since one begins with another.
const ABOUT: [&str; 6] = ["circa", "ca.", "ca", "c.", "c", "~"];

/// Reads EDTF, or one of these: `2020-Present` (also `now`, `ongoing`, `today`),
/// `2014-2016`, `2014 – 2016`, `c. 2017`, `ca 2017`, `circa 2017`, `~2017`, `1740s`; and
/// the moments of programs (`moment`), alone or two of them, `a/b`.
///
/// What EDTF can read is never read in another way: `2004-06` is June 2004.
#[must_use]
pub fn lenient(text: &str) -> Option<EdtfDate> {
    as_written(text).filter(|date| !date.is_reversed())
}

/// The same, and an interval that ends before it starts too.
#[must_use]
pub fn as_written(text: &str) -> Option<EdtfDate> {
    let text = text.trim();
    if text.len() > MAX_BYTES {
        return None;
    }
    strict(text).or_else(|| single(text).map(EdtfDate::on)).or_else(|| interval(text)).or_else(
        || {
            let mut letters = text.char_indices();
            letters.find_map(|(at, letter)| range(text, at, letter))
        },
    )
}

/// Reads when something was published. A time without a zone is left out: it goes by a
/// clock that nobody knows, and readers are told by their own.
#[must_use]
pub fn timestamp(text: &str) -> Option<EdtfDate> {
    lenient(text).map(EdtfDate::without_local_time)
}

/// Reads `a/b`, where the end may leave out what it shares with the start (ISO 8601).
fn interval(text: &str) -> Option<EdtfDate> {
    let (start, end) = text.split_once('/')?;
    let (start, end) = (start.trim(), end.trim());
    EdtfDate::as_written(bound(start)?, bound(end).or_else(|| rest_of(start, end))?)
}

fn bound(text: &str) -> Option<Bound> {
    if text.is_empty() || text.eq_ignore_ascii_case("unknown") {
        return Some(Bound::Unknown);
    }
    let is_open = STILL.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is_open { Some(Bound::Open) } else { single(text).map(Bound::On) }
}

/// Reads the `14` of `2007-11-12/14`. After a month or a year it could be anything.
fn rest_of(start: &str, end: &str) -> Option<Bound> {
    let shared = start.get(..start.len().checked_sub(end.len())?)?;
    let end = [shared, end].concat();
    let end = moment(&end).filter(|_| begins_with_day(start) && begins_with_day(&end));
    end.map(Bound::On)
}

/// Reads two dates, or a date and a word for "still", around the dash at `at`.
fn range(text: &str, at: usize, letter: char) -> Option<EdtfDate> {
    if !matches!(letter, '-' | '–' | '—') {
        return None;
    }
    let (start, end) = text.split_at_checked(at)?;
    let end = end.strip_prefix(letter)?;
    let is_apart = letter != '-' || (start.ends_with(' ') && end.starts_with(' '));
    let start = single(start.trim_end())?;
    let end = match bound(end.trim_start())? {
        Bound::On(end) if !(is_apart || is_year(start) && is_year(end)) => return None,
        Bound::Unknown => return None,
        end => end,
    };
    EdtfDate::as_written(Bound::On(start), end)
}

/// Between months or days, a hyphen may be part of a date in some other order.
fn is_year(point: Point) -> bool {
    matches!(point.precision(), Precision::Year | Precision::Decade | Precision::Century)
}

fn single(text: &str) -> Option<Point> {
    point(text).or_else(|| moment(text)).or_else(|| about(text)).or_else(|| years(text))
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
