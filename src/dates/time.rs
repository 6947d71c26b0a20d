//! Dates as elements.

use super::locale::Locale;
use super::point::point_words;
use crate::html::{El, el};
use crate::story::Point;

/// What stands before the name of a zone, and after its `UTC`. Not `str::split_once`, whose
/// search for texts is 2 kB.
fn at_zone(words: &str) -> Option<(&str, &str)> {
    let is_there = |at: usize| words.get(at..).is_some_and(|rest| rest.starts_with("UTC"));
    let (at, _) = words.char_indices().find(|(at, letter)| *letter == 'U' && is_there(*at))?;
    Some((words.get(..at)?, words.get(at + "UTC".len()..)?))
}

/// What stands before an hour at the end of a text, and that hour with what tells the half of
/// the day.
fn at_hour(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let digit = bytes.iter().rposition(u8::is_ascii_digit);
    // Of digits of other scripts nothing is known.
    let start = digit.map_or(text.len(), |digit| {
        let space = bytes.iter().take(digit).rposition(|byte| *byte == b' ');
        space.map_or(0, |space| space + 1)
    });
    text.split_at_checked(start).unwrap_or((text, ""))
}

/// Adds words in which no line breaks inside the name of a zone, nor before it.
pub fn unbroken(mut element: El, words: &str) -> El {
    let mut rest = words;
    while let Some((before, after)) = at_zone(rest) {
        let end = after.find([' ', ')', '.']).unwrap_or(after.len());
        let (offset, after) = after.split_at_checked(end).unwrap_or((after, ""));
        let (before, hour) = at_hour(before);
        let zone = el("span.zone").text(&["UTC", offset].concat());
        element = element.text(before).add(el("span.hour").text(hour).add(zone));
        rest = after;
    }
    element.text(rest)
}

/// An element for a date: `<time>` where HTML has a value for it.
pub fn time_element(datetime: Option<String>) -> El {
    datetime.map_or_else(|| el("span"), |datetime| el("time").attr("datetime", &datetime))
}

pub fn point_element(point: &Point, locale: &Locale) -> El {
    unbroken(time_element(point.datetime()), &point_words(point, locale))
}
