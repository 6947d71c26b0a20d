//! The time of day, and what HTML calls it.

use super::calendar::push_two_digits;

/// The largest offset from UTC in use, 14 hours (Kiribati).
const MAX_OFFSET_MINUTES: i16 = 14 * 60;

/// A time of day on the clock of its place, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    hour: u8,
    minute: u8,
    second: u8,
    offset_minutes: Option<i16>,
}

impl Time {
    /// Checks a time of day and its offset from UTC, where one is known. A leap
    /// second is taken for the second before it, since no browser shows one.
    #[must_use]
    pub fn new(hour: u8, minute: u8, second: u8, offset_minutes: Option<i16>) -> Option<Self> {
        let is_on_earth =
            offset_minutes.is_none_or(|o| (-MAX_OFFSET_MINUTES..=MAX_OFFSET_MINUTES).contains(&o));
        (hour < 24 && minute < 60 && second <= 60 && is_on_earth).then_some(Self {
            hour,
            minute,
            second: second.min(59),
            offset_minutes,
        })
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub const fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u8 {
        self.minute
    }

    /// Whether the clock says 0:00:00, in UTC or by no zone.
    pub(super) const fn is_midnight(self) -> bool {
        let is_utc = matches!(self.offset_minutes, None | Some(0));
        is_utc && self.hour == 0 && self.minute == 0 && self.second == 0
    }

    /// Minutes the clock is ahead of UTC; none when the zone is not known.
    #[must_use]
    pub const fn offset_minutes(self) -> Option<i16> {
        self.offset_minutes
    }

    /// The zone as readers know it: `UTC` or `UTC+01:00`; none when it is not known.
    #[must_use]
    pub fn zone(self) -> Option<String> {
        self.offset_minutes.map(zone_name)
    }

    /// Milliseconds since the day began in UTC; negative, or past the day's end,
    /// where the zone says so.
    pub(super) fn millis_in_day(self) -> f64 {
        let offset = i32::from(self.offset_minutes.unwrap_or_default());
        let minutes = i32::from(self.hour) * 60 + i32::from(self.minute) - offset;
        f64::from(minutes * 60 + i32::from(self.second)) * 1_000.0
    }

    /// Writes `T23:20:30+01:00`, with `Z` for UTC and no zone where none is known.
    pub(super) fn push_to(self, text: &mut String) {
        text.push('T');
        push_two_digits(text, self.hour);
        text.push(':');
        push_two_digits(text, self.minute);
        text.push(':');
        push_two_digits(text, self.second);
        match self.offset_minutes {
            None => {}
            Some(0) => text.push('Z'),
            Some(offset) => push_offset(text, offset),
        }
    }
}

/// The zone with this offset as readers know it: `UTC` or `UTC+01:00`.
#[must_use]
pub fn zone_name(offset_minutes: i16) -> String {
    let mut zone = String::from("UTC");
    if offset_minutes != 0 {
        push_offset(&mut zone, offset_minutes);
    }
    zone
}

/// Writes an offset from UTC, such as `+01:00`.
fn push_offset(text: &mut String, offset_minutes: i16) {
    text.push(if offset_minutes < 0 { '-' } else { '+' });
    let minutes = offset_minutes.unsigned_abs();
    // Fourteen hours at most, so neither part is ever cut.
    push_two_digits(text, u8::try_from(minutes / 60).unwrap_or_default());
    text.push(':');
    push_two_digits(text, u8::try_from(minutes % 60).unwrap_or_default());
}
