//! The timestamps of publishing systems: RFC 3339 and what passes for it.

use super::{MAX_BYTES, calendar, offset, on_day, two_digits};
use crate::story::{EdtfDate, Precision, Time};

/// Reads when something was published: a day, or a day and a time.
///
/// Taken beyond RFC 3339: `+0100` and `+01` for `+01:00`, a space for the `T`, no
/// seconds. Without a zone only the day counts, since nobody can say which
/// instant was meant; a month or a year alone is not a timestamp.
#[must_use]
pub fn timestamp(text: &str) -> Option<EdtfDate> {
    let text = text.trim();
    if text.len() > MAX_BYTES {
        return None;
    }
    let (day, rest) = text.as_bytes().split_at_checked(10)?;
    let point = calendar(day, 1).filter(|p| matches!(p.precision(), Precision::Day { .. }))?;
    match rest {
        [] => Some(EdtfDate::on(point)),
        [b'T' | b't' | b' ', time @ ..] => {
            let time = time_of_day(time)?;
            match time.offset_minutes() {
                Some(_) => on_day(day, time).map(EdtfDate::on),
                None => Some(EdtfDate::on(point)),
            }
        }
        _ => None,
    }
}

/// Reads what needs no leniency: a day, or RFC 3339 with its zone.
#[must_use]
pub fn exact_timestamp(text: &str) -> Option<EdtfDate> {
    let is_exact = matches!(
        text.as_bytes(),
        [_, _, _, _, b'-', _, _, b'-', _, _]
            | [_, _, _, _, b'-', _, _, b'-', _, _, b'T' | b't', .., b'Z' | b'z']
            | [_, _, _, _, b'-', _, _, b'-', _, _, b'T' | b't', .., b'+' | b'-', _, _, b':', _, _]
    );
    timestamp(text).filter(|_| is_exact)
}

fn time_of_day(text: &[u8]) -> Option<Time> {
    let [h, hh, b':', m, mm, ref rest @ ..] = *text else {
        return None;
    };
    let (second, rest) = match *rest {
        [b':', s, ss, ref rest @ ..] => (two_digits(s, ss)?, after_fraction(rest)?),
        ref rest => (0, rest),
    };
    Time::new(two_digits(h, hh)?, two_digits(m, mm)?, second, zone(rest)?)
}

/// Skips a fraction of a second: no story is that exact.
fn after_fraction(text: &[u8]) -> Option<&[u8]> {
    let [b'.' | b',', fraction @ ..] = text else {
        return Some(text);
    };
    let digits = fraction.iter().take_while(|b| b.is_ascii_digit()).count();
    (digits > 0).then(|| fraction.get(digits..)).flatten()
}

/// Reads a zone, after a space perhaps; nothing at all is no zone.
#[expect(clippy::option_option, reason = "unreadable is not the same as absent")]
fn zone(text: &[u8]) -> Option<Option<i16>> {
    Some(match *text.trim_ascii_start() {
        [] => None,
        [b'Z' | b'z'] => Some(0),
        [sign, h, hh] => Some(offset(sign, [h, hh, b'0', b'0'])?),
        [sign, h, hh, m, mm] | [sign, h, hh, b':', m, mm] => Some(offset(sign, [h, hh, m, mm])?),
        _ => return None,
    })
}
