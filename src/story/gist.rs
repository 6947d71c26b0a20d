//! What a section says, in a sentence.

use super::{Block, Section, plain};

impl Section {
    /// Its summary, else the first sentence of its first paragraph.
    #[must_use]
    pub fn gist(&self) -> Option<String> {
        let paragraph = |block: &Block| match block {
            Block::Paragraph(text) => Some(plain(text)),
            _ => None,
        };
        let first = || self.blocks.iter().find_map(paragraph);
        let sentence = || first().map(|text| first_sentence(&text).to_owned());
        self.summary.clone().or_else(sentence)
    }
}

/// The first sentence; all of the text where it has no end. A point after an initial, a
/// number or a short word is no end, nor is one before a small letter.
#[must_use]
pub fn first_sentence(text: &str) -> &str {
    // How many letters the last word has; none where there is a point in it.
    let mut word = Some(0);
    for (at, letter) in text.char_indices() {
        let (sentence, rest) = text.split_at_checked(at + letter.len_utf8()).unwrap_or((text, ""));
        let is_end = match letter {
            '。' | '！' | '？' => true,
            '.' => word.is_some_and(|letters| letters > 2) && ends(rest),
            '!' | '?' | '؟' | '۔' | '।' | '…' => ends(rest),
            _ => false,
        };
        if is_end {
            return sentence;
        }
        word = match letter {
            ' ' => Some(0),
            '.' => None,
            _ => word.map(|letters| letters + 1),
        };
    }
    text
}

/// Whether what follows is the beginning of another sentence.
fn ends(rest: &str) -> bool {
    let mut next = rest.chars();
    next.next() == Some(' ') && next.next().is_some_and(|letter| !letter.is_ascii_lowercase())
}
