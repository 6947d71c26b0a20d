//! How wide a text will be, without a browser to measure it.
//!
//! Advances are those of common text faces, in em, rounded up. The view measures one
//! sample in the page's own face and scales by it; what is still too wide is clipped.

/// What stands where letters are left out.
const ELLIPSIS: char = '…';

/// The width of a text in em.
#[must_use]
pub fn ems(text: &str) -> f64 {
    text.chars().map(em).sum()
}

/// As much of a text as fits, with an ellipsis where something is left out; nothing where
/// not even three letters would fit.
#[must_use]
pub fn cut(text: &str, room: f64) -> String {
    if ems(text) <= room {
        return text.to_owned();
    }
    let mut left = room - em(ELLIPSIS);
    let fits = |letter: &char| {
        left -= em(*letter);
        left >= 0.0
    };
    let mut head: String = text.chars().take_while(fits).collect();
    head.truncate(head.trim_end().len());
    if head.chars().count() < 3 {
        return String::new();
    }
    head.push(ELLIPSIS);
    head
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
