//! Cuts a text that is too long where it hurts least.

use crate::story::letters::floor;

/// How far back a space is looked for, in bytes: a long word is cut inside.
const BACK: usize = 40;

/// `text` cut to `limit` characters with an ellipsis; nothing when it is short enough.
///
/// The cut falls before a space where there is one near, and never inside what a reader
/// takes for one letter.
pub fn cut(text: &str, limit: usize) -> Option<String> {
    // A character has at least one byte, so most texts are settled here.
    if text.len() <= limit {
        return None;
    }
    let (end, _) = text.char_indices().nth(limit)?;
    let head = text.get(..end).unwrap_or_default();
    let at_space = head.rfind(char::is_whitespace).filter(|at| at + BACK > end && *at > 0);
    let head = text.get(..floor(text, at_space.unwrap_or(end))).unwrap_or_default();
    Some([head.trim_end(), "…"].concat())
}
