//! Cuts a text that is too long where it hurts least.

/// How far back a space is looked for, in bytes: a long word is cut inside.
const BACK: usize = 40;

/// `text` cut to `limit` characters with an ellipsis; nothing when it is short enough.
///
/// The cut falls before a space where there is one near, else never before a letter
/// that combines with the one in front of it.
pub fn cut(text: &str, limit: usize) -> Option<String> {
    // A character has at least one byte, so most texts are settled here.
    if text.len() <= limit {
        return None;
    }
    let (end, _) = text.char_indices().nth(limit)?;
    let head = text.get(..end).unwrap_or_default();
    let at_space = head.rfind(char::is_whitespace).filter(|at| at + BACK > end && *at > 0);
    let mut head = head.get(..at_space.unwrap_or(end)).unwrap_or_default();
    let mut next = text.get(head.len()..).and_then(|rest| rest.chars().next());
    while let Some(last) = head.chars().next_back() {
        if !next.is_some_and(combines) && !is_joiner(last) {
            break;
        }
        head = head.get(..head.len() - last.len_utf8()).unwrap_or_default();
        next = Some(last);
    }
    Some([head.trim_end(), "…"].concat())
}

fn is_joiner(letter: char) -> bool {
    letter == '\u{200D}'
}

/// Combining marks, variation selectors, skin tones and joiners: the blocks that make
/// up what readers see as one letter, not the whole Unicode table.
fn combines(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36F}'
        | '\u{483}'..='\u{489}'
        | '\u{591}'..='\u{5BD}'
        | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}'
        | '\u{900}'..='\u{903}'
        | '\u{93A}'..='\u{94F}'
        | '\u{E31}'..='\u{E3A}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}'
        | '\u{200D}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FE20}'..='\u{FE2F}'
        | '\u{1F3FB}'..='\u{1F3FF}'
        | '\u{E0020}'..='\u{E007F}')
}
