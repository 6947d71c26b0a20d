//! How wide a text will be where there is no browser to measure it, and how much of a text
//! fits.
//!
//! Advances are those of common text faces, in em, rounded up.

use crate::story::letters::borders;

/// Fewer letters say nothing.
const LEAST: usize = 3;

/// The width of a text in em.
#[must_use]
pub fn ems(text: &str) -> f64 {
    text.chars().map(em).sum()
}

/// As much of a text as fits, with an ellipsis where something is left out; nothing where
/// not even three letters would fit. `width` says how wide a text is, in the unit of `room`.
#[must_use]
pub fn cut(text: &str, room: f64, width: &dyn Fn(&str) -> f64) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let head = |end: &usize| [text.get(..*end).unwrap_or_default().trim_end(), "…"].concat();
    let ends: Vec<usize> = borders(text).skip(1).collect();
    let fitting = ends.partition_point(|end| width(&head(end)) <= room);
    let last = fitting.checked_sub(1).and_then(|last| ends.get(last));
    last.filter(|_| fitting >= LEAST).map(head).unwrap_or_default()
}

fn em(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' => 0.28,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | '"' | '“' | '”' | '/' => 0.38,
        'm' | 'w' | 'M' | 'W' | '—' | '@' | '%' | '…' => 0.92,
        'A'..='Z' | '&' => 0.7,
        // What stands over, under or between letters.
        '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5BD}'
        | '\u{64B}'..='\u{65F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2060}'
        | '\u{FE00}'..='\u{FE0F}' => 0.0,
        'а'..='я' | 'α'..='ω' | '\u{620}'..='\u{6FF}' => 0.6,
        'А'..='Я' | 'Α'..='Ω' => 0.72,
        // Hangul, kana, ideographs, emoji.
        '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{D7FF}' | '\u{F900}'.. => 1.0,
        _ => 0.54,
    }
}
