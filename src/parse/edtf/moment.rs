//! Days and moments as programs write them: `toISOString()` and other forms of ISO 8601,
//! databases, RFC 2822, `Date` in words.
//!
//! A day in figures begins with its year, or nobody could tell the day from the month.
//! What follows is read piece by piece, and one piece that is not known refuses it all.

use super::strict::{number, offset};
use crate::story::{EdtfDate, Point, Precision, Time};

/// One after the other, for a list of them would be twice as long.
const MONTHS: &str = "january february march april may june july august september october \
    november december";
const WEEKDAYS: &str = "sunday monday tuesday wednesday thursday friday saturday";

/// The zones of RFC 2822 that have an hour of their own, from five hours behind UTC on.
const ZONES: &[u8; 4] = b"ecmp";

/// Reads a day, with or without a time of day.
pub(super) fn moment(text: &str) -> Option<Point> {
    // The minus of typographers.
    let text = text.replace('\u{2212}', "-");
    let mut pieces = Pieces::default();
    let mut rest = text.as_bytes();
    if let Some(after) = pieces.day_in_figures(rest) {
        rest = match after {
            [b'T' | b't', after @ ..] => {
                pieces.needs_clock = true;
                after
            }
            [] | [b' ' | b',', ..] => after,
            _ => return None,
        };
    }
    while !rest.is_empty() {
        rest = pieces.piece(rest)?;
    }
    pieces.finish()
}

/// Reads what a program counts from 1970 on, as `Date.now()` does: today's moments in seconds,
/// or in milliseconds. Other numbers may be anything.
#[must_use]
pub fn counted(digits: &str) -> Option<EdtfDate> {
    let digits = digits.split('.').next().filter(|digits| digits.starts_with('1'))?;
    let count = number(digits.as_bytes())?;
    let seconds = match digits.len() {
        10 => count,
        13 => count / 1_000,
        _ => return None,
    };
    Point::of_wall(f64::from(u32::try_from(seconds).ok()?) * 1_000.0, Some(0)).map(EdtfDate::on)
}

/// Whether a timestamp needs no leniency: a day, or RFC 3339 with its zone.
#[must_use]
pub fn is_exact_timestamp(text: &str) -> bool {
    let after_day = text.as_bytes().get(10..).unwrap_or_default();
    begins_with_day(text)
        && matches!(
            after_day,
            [] | [b'T' | b't', .., b'Z' | b'z'] | [b'T' | b't', .., b'+' | b'-', _, _, b':', _, _]
        )
}

/// Whether a text begins as `2026-03-10` does.
pub(super) fn begins_with_day(text: &str) -> bool {
    text.as_bytes().first_chunk().is_some_and(|day: &[u8; 10]| {
        let mut letters = day.iter().enumerate();
        letters.all(|(at, b)| if matches!(at, 4 | 7) { *b == b'-' } else { b.is_ascii_digit() })
    })
}

#[derive(Default)]
struct Pieces {
    year: Option<i64>,
    month: Option<u8>,
    day: Option<u8>,
    clock: Option<[u8; 3]>,
    offset: Option<i16>,
    is_afternoon: Option<bool>,
    /// A `T` stood behind the day.
    needs_clock: bool,
}

impl Pieces {
    /// Takes `2026-03-10`, `2026/03/10`, `2026.3.1` or `20260310`, or `-000043-03-15`, as
    /// programs write years before our era; gives what follows.
    fn day_in_figures<'t>(&mut self, text: &'t [u8]) -> Option<&'t [u8]> {
        let (sign, digits) = match text {
            [b'-', rest @ ..] => (-1, rest),
            [b'+', rest @ ..] | rest => (1, rest),
        };
        let is_long = digits.len() < text.len() && count(digits, u8::is_ascii_digit) == 6;
        let digits = match digits {
            [b'0', b'0', digits @ ..] if is_long => digits,
            _ if is_long => return None,
            digits => digits,
        };
        let (year, rest) = digits.split_at_checked(4)?;
        let (month, day, rest) = match rest {
            [m, mm, d, dd, rest @ ..] if m.is_ascii_digit() => {
                (small(&[*m, *mm])?, small(&[*d, *dd])?, rest)
            }
            [mark @ (b'-' | b'/' | b'.'), rest @ ..] => {
                let (month, rest) = one_or_two(rest)?;
                let (day, rest) = one_or_two(rest.strip_prefix(&[*mark])?)?;
                (month, day, rest)
            }
            _ => return None,
        };
        let year = number(year).filter(|year| sign > 0 || *year > 0)?;
        (self.year, self.month, self.day) = (Some(sign * year), Some(month), Some(day));
        Some(rest)
    }

    /// Takes the next piece; gives what follows.
    fn piece<'t>(&mut self, text: &'t [u8]) -> Option<&'t [u8]> {
        let (first, after) = text.split_first()?;
        match first {
            b' ' | b',' => Some(after),
            b'0'..=b'9' => self.digits(text),
            b'+' | b'-' if self.clock.is_some() => self.offset(text),
            // `19-Nov-2019`, `Nov. 19`.
            b'-' | b'.' | b'/' if self.clock.is_none() && !self.needs_clock => Some(after),
            // `3:30 p.m.`
            b'.' if self.is_afternoon.is_some() => Some(after),
            // The zone once more, in other words.
            b'(' | b'[' if self.clock.is_some() => {
                let end = after.iter().position(|b| matches!(b, b')' | b']'))?;
                after.get(end + 1..)
            }
            b'A'..=b'Z' | b'a'..=b'z' => {
                let length = count(text, u8::is_ascii_alphabetic);
                let (word, after) = text.split_at_checked(length)?;
                self.word(word)?;
                Some(after)
            }
            _ => None,
        }
    }

    fn digits<'t>(&mut self, text: &'t [u8]) -> Option<&'t [u8]> {
        let (digits, after) = text.split_at_checked(count(text, u8::is_ascii_digit))?;
        match (digits.len(), after) {
            (1 | 2, [b':', m, mm, rest @ ..]) if self.clock.is_none() => {
                let (second, rest) = match rest {
                    [b':', s, ss, rest @ ..] => (small(&[*s, *ss])?, rest),
                    rest => (0, rest),
                };
                self.clock = Some([small(digits)?, small(&[*m, *mm])?, second]);
                Some(after_fraction(rest))
            }
            (4 | 6, _) | (2, [] | [b'Z' | b'z' | b'+' | b'-' | b' ', ..])
                if self.needs_clock && self.clock.is_none() =>
            {
                let (hour, rest) = digits.split_at_checked(2)?;
                let (minute, second) = rest.split_at_checked(2).unwrap_or_default();
                self.clock = Some([small(hour)?, small(minute)?, small(second)?]);
                Some(after_fraction(after))
            }
            (4, _) if self.year.is_none() => {
                self.year = number(digits);
                Some(after)
            }
            (1 | 2, _) if self.day.is_none() => {
                self.day = small(digits);
                let ([b's', b't', rest @ ..]
                | [b'n' | b'r', b'd', rest @ ..]
                | [b't', b'h', rest @ ..]
                | rest) = after;
                Some(rest)
            }
            _ => None,
        }
    }

    fn offset<'t>(&mut self, text: &'t [u8]) -> Option<&'t [u8]> {
        let (sign, rest) = text.split_first()?;
        // `+5:30` has one digit for its hours, and `GMT+9`; behind a clock `+1` is cut off.
        let is_short = match rest.get(1) {
            Some(b':') => true,
            next => self.offset.is_some() && !next.is_some_and(u8::is_ascii_digit),
        };
        let zero = Some(&b'0').filter(|_| is_short);
        let (h, rest) = zero.map(|zero| (zero, rest)).or_else(|| rest.split_first())?;
        let (hh, rest) = rest.split_first()?;
        let (m, mm, rest) = match rest {
            [b':', m, mm, rest @ ..] => (*m, *mm, rest),
            [m, mm, rest @ ..] if m.is_ascii_digit() => (*m, *mm, rest),
            rest => (b'0', b'0', rest),
        };
        self.offset = Some(offset(*sign, [*h, *hh, m, mm])?);
        (!rest.first().is_some_and(u8::is_ascii_digit)).then_some(rest)
    }

    /// Takes the name of a month, a day of the week or a zone, or "AM".
    fn word(&mut self, word: &[u8]) -> Option<()> {
        let letters = word.to_ascii_lowercase();
        if let Some(month) = place(MONTHS, &letters) {
            let is_first = self.month.is_none();
            self.month = Some(month);
            return is_first.then_some(());
        }
        if place(WEEKDAYS, &letters).is_some() || matches!(letters.as_slice(), b"at" | b"of") {
            return Some(());
        }
        self.clock?;
        let is_noted = match letters.as_slice() {
            [half @ (b'a' | b'p')] | [half @ (b'a' | b'p'), b'm'] => {
                self.is_afternoon.replace(*half == b'p').is_none()
            }
            b"m" => self.is_afternoon.is_some(),
            b"z" | b"ut" | b"utc" | b"gmt" => *self.offset.get_or_insert(0) == 0,
            [zone @ (b'e' | b'c' | b'm' | b'p'), season @ (b's' | b'd'), b't'] => {
                let west = ZONES.iter().position(|first| first == zone)?;
                let hours = i16::try_from(west).ok()? + if *season == b's' { 5 } else { 4 };
                self.offset.get_or_insert(hours * -60);
                true
            }
            // A zone by its name, as `CEST` or `ET`: the clock is known, and the instant is not.
            name => (2..=5).contains(&name.len()) && word.iter().all(u8::is_ascii_uppercase),
        };
        is_noted.then_some(())
    }

    fn finish(self) -> Option<Point> {
        let (year, month) = (self.year?, self.month?);
        let Some(day) = self.day else {
            // `March 2026`.
            return Point::new(year, Precision::Month(month)).filter(|_| self.clock.is_none());
        };
        let whole = Point::new(year, Precision::Day { month, day });
        let Some([hour, minute, second]) = self.clock else {
            return whole.filter(|_| !self.needs_clock);
        };
        // The end of a day.
        if [hour, minute, second] == [24, 0, 0] {
            return whole;
        }
        let hour = match self.is_afternoon {
            None => hour,
            Some(is_afternoon) if (1..=12).contains(&hour) => {
                hour % 12 + if is_afternoon { 12 } else { 0 }
            }
            Some(_) => return None,
        };
        let time = Time::new(hour, minute, second, self.offset)?;
        Point::new(year, Precision::Second { month, day, time })
    }
}

/// The place, from 1, of the name that begins with these letters, three at least.
fn place(names: &str, letters: &[u8]) -> Option<u8> {
    let is_it = |name: &str| letters.len() >= 3 && name.as_bytes().starts_with(letters);
    let place = names.split(' ').position(is_it)?;
    u8::try_from(place + 1).ok()
}

/// Skips a fraction of a second: no story is that exact.
fn after_fraction(text: &[u8]) -> &[u8] {
    match text {
        [b'.' | b',', fraction @ ..] if fraction.first().is_some_and(u8::is_ascii_digit) => {
            fraction.get(count(fraction, u8::is_ascii_digit)..).unwrap_or_default()
        }
        text => text,
    }
}

/// A number of one digit or two, and what follows.
fn one_or_two(text: &[u8]) -> Option<(u8, &[u8])> {
    let (digits, rest) = text.split_at_checked(count(text, u8::is_ascii_digit))?;
    Some((small(digits).filter(|_| matches!(digits.len(), 1 | 2))?, rest))
}

/// How many bytes of this kind stand at the start.
fn count(text: &[u8], is_kind: fn(&u8) -> bool) -> usize {
    text.iter().take_while(|b| is_kind(b)).count()
}

/// A number of one or two digits; nothing is zero.
fn small(digits: &[u8]) -> Option<u8> {
    u8::try_from(number(digits)?).ok()
}
