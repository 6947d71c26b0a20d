//! How a card tells its dates, the same in all its places.

use crate::words::Words;

/// By whose words, digits, calendar and clock dates are told.
#[derive(Debug, Clone, Copy)]
pub struct Locale<'a> {
    /// What `Intl` does not know: "about", "present", "BCE".
    pub words: &'a Words,
    /// The story's language (BCP 47).
    pub language: &'a str,
    /// The clock of the card, in minutes ahead of UTC; none where nothing has an hour.
    pub clock: Option<i16>,
    /// The zero of the digits of the language.
    pub zero: char,
    /// When the story speaks, in milliseconds since 1970: what begins later is to come.
    pub told: Option<f64>,
}

/// What a year and a month are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// That of EDTF, and of every card whose language tag asks for no other.
    Gregorian,
    /// The same years and months under other numbers: Buddhist, Japanese, Minguo.
    Renumbered,
    /// Years and months that begin on other days.
    Other,
}

impl<'a> Locale<'a> {
    /// Without a clock, in Western digits.
    #[must_use]
    pub const fn new(words: &'a Words, language: &'a str) -> Self {
        Self { words, language, clock: None, zero: '0', told: None }
    }

    /// The calendar that the tag asks for (`fa-u-ca-persian`). Some languages bring one
    /// along unasked, but dates of a story are Gregorian.
    #[must_use]
    pub fn calendar(&self) -> Calendar {
        match asked(self.language).unwrap_or_default().to_ascii_lowercase().as_str() {
            "buddhist" | "japanese" | "roc" => Calendar::Renumbered,
            "chinese" | "coptic" | "dangi" | "ethioaa" | "ethiopic" | "hebrew" | "indian"
            | "islamic" | "persian" => Calendar::Other,
            // Also what no browser knows.
            _ => Calendar::Gregorian,
        }
    }

    /// A number in the digits of the language; letters stay as they are.
    #[must_use]
    pub fn digits(&self, number: &str) -> String {
        let digit = |digit: char| char::from_u32(u32::from(self.zero) + digit.to_digit(10)?);
        number.chars().map(|letter| digit(letter).unwrap_or(letter)).collect()
    }
}

/// The value of the key `ca` in the Unicode extension of a tag.
fn asked(tag: &str) -> Option<&str> {
    let (mut extension, mut key) = ("", "");
    for subtag in tag.split('-').skip(1) {
        match subtag.len() {
            // What follows an x is private.
            1 if subtag.eq_ignore_ascii_case("x") => return None,
            1 => (extension, key) = (subtag, ""),
            _ if !extension.eq_ignore_ascii_case("u") => {}
            2 => key = subtag,
            _ if key.eq_ignore_ascii_case("ca") => return Some(subtag),
            _ => {}
        }
    }
    None
}
