//! The words of one card.

use std::rc::Rc;

use super::{ENGLISH, Word};

/// Every word and sentence the card itself says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Those that are not the English ones, by their place in [`ENGLISH`].
    replaced: Vec<(usize, Rc<str>)>,
}

impl Words {
    /// The English words.
    #[must_use]
    pub const fn english() -> Self {
        Self { replaced: Vec::new() }
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

    /// Replaces one; false when there is no word with this key.
    pub fn set(&mut self, key: &str, text: &str) -> bool {
        let place = ENGLISH.iter().position(|(other, _)| *other == key);
        // The newest comes first, where it is found first.
        self.replaced.splice(0..0, place.map(|place| (place, text.into())));
        place.is_some()
    }
}
