//! The words of one card.

use std::rc::Rc;

use super::{ENGLISH, Word};

/// Every word and sentence the card itself says, for the property `words` of a card.
///
/// ```
/// use story_card::words::{Word, Words};
///
/// let mut words = Words::english();
/// words.set_language("de");
/// // False for a key that no word has; the keys are in `ENGLISH`.
/// assert!(words.set("sources", "Quellen"));
/// assert_eq!(words.get(Word::Sources), "Quellen");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Those that are not the English ones, by their place in [`ENGLISH`].
    replaced: Vec<(usize, Rc<str>)>,
    /// Where it is not English.
    language: Option<Rc<str>>,
}

impl Words {
    /// The English words.
    #[must_use]
    pub const fn english() -> Self {
        Self { replaced: Vec::new(), language: None }
    }

    /// The word.
    #[must_use]
    pub fn get(&self, word: Word) -> &str {
        let place = word as usize;
        match self.replaced.iter().find(|(other, _)| *other == place) {
            Some((_, text)) => text,
            None => ENGLISH.get(place).map_or("", |(_, text)| text),
        }
    }

    /// The language they are in, a BCP 47 tag: how a screen reader speaks them in a story of
    /// another.
    #[must_use]
    pub fn language(&self) -> &str {
        self.language.as_deref().unwrap_or("en")
    }

    /// Says which language they are in.
    pub fn set_language(&mut self, language: &str) {
        self.language = Some(language.into());
    }

    /// Replaces one; false when there is no word with this key.
    pub fn set(&mut self, key: &str, text: &str) -> bool {
        let place = ENGLISH.iter().position(|(other, _)| *other == key);
        // The newest comes first, where it is found first.
        self.replaced.splice(0..0, place.map(|place| (place, text.into())));
        place.is_some()
    }
}
