//! What a citation points to.

use super::{Direction, EdtfDate, Language, SafeLink};

/// A work relied on.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The id that markers use.
    pub id: String,
    /// The number shown: the id where all ids are digits, else the place in the list.
    pub number: String,
    /// Title.
    pub name: Option<String>,
    /// Where it is.
    pub url: Option<SafeLink>,
    /// Who published it; the host of [`Source::url`] where not given.
    pub publisher: Option<String>,
    /// Who wrote it, as printed.
    pub author: Option<String>,
    /// When it was published.
    pub published: Option<EdtfDate>,
    /// When it was read.
    pub accessed: Option<EdtfDate>,
    /// The very words relied on.
    pub excerpt: Option<String>,
    /// A copy that stays.
    pub archived_at: Option<SafeLink>,
    /// Language it is written in.
    pub language: Option<Language>,
    /// Direction that goes with [`Source::language`].
    pub direction: Option<Direction>,
    /// Kind of work, a CSL item type such as `article-newspaper` or `report`.
    pub kind: Option<String>,
    /// What the citation claims of it.
    pub supports: Option<Support>,
    /// How many markers point to it.
    pub uses: usize,
}

/// Words at each end of a long excerpt that are enough to find it.
const WORDS_AT_AN_END: usize = 5;

impl Source {
    /// Where it is, with a text fragment (WICG) that leads to the very words relied on,
    /// where they are known and the URL has no fragment of its own.
    #[must_use]
    pub fn url_of_excerpt(&self) -> Option<String> {
        let url = self.url.as_ref()?.as_str();
        let excerpt = self.excerpt.as_deref().filter(|_| !url.contains('#'));
        let words: Vec<&str> = excerpt.unwrap_or_default().split_whitespace().collect();
        // An ellipsis at an end is ours, not the source's.
        let words: Vec<&str> = words
            .iter()
            .map(|word| word.trim_matches('…'))
            .filter(|word| !word.is_empty())
            .collect();
        if words.is_empty() {
            return Some(url.to_owned());
        }
        let mut address = [url, "#:~:text="].concat();
        if words.len() <= 2 * WORDS_AT_AN_END {
            encode(&words.join(" "), &mut address);
        } else {
            let start = words.iter().take(WORDS_AT_AN_END).copied().collect::<Vec<_>>();
            let end = words.iter().skip(words.len() - WORDS_AT_AN_END).copied().collect::<Vec<_>>();
            encode(&start.join(" "), &mut address);
            address.push(',');
            encode(&end.join(" "), &mut address);
        }
        Some(address)
    }
}

/// Percent-encodes all but ASCII letters and digits: a comma, a hyphen or an ampersand
/// means something in a text fragment.
fn encode(text: &str, address: &mut String) {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            address.push(char::from(byte));
        } else {
            let digits = [byte >> 4, byte & 15].map(|half| DIGITS.get(usize::from(half)));
            address.push('%');
            address.extend(digits.into_iter().flatten());
        }
    }
}

/// What a citation claims of its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Support {
    /// The words are the source's own.
    Quote,
    /// The sense is the source's.
    Paraphrase,
    /// It is where to read more.
    Background,
}
