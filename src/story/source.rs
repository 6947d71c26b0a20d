//! What a citation points to.

use std::ops::Range;

use super::excerpt::fragment;
use super::{Direction, EdtfDate, Language, SafeLink};

/// A work relied on.
#[derive(Debug, Clone, Default, PartialEq)]
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
    /// Where the words that the story quotes were found in [`Source::excerpt`], in bytes.
    pub quoted: Vec<Range<usize>>,
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
    /// How many markers point to it, see [`super::Story::count_citations`].
    pub uses: usize,
}

impl Source {
    /// A work of this title, with the id that markers use; the number shown is the id too.
    #[must_use]
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        let id = id.into();
        Self { number: id.clone(), id, name: Some(name.into()), ..Self::default() }
    }

    /// Where it is, with a text fragment (WICG) that leads to the very words relied on,
    /// where they are known and the URL has no fragment of its own.
    #[must_use]
    pub fn url_of_excerpt(&self) -> Option<String> {
        let url = self.url.as_ref()?.as_str();
        let excerpt = self.excerpt.as_deref().filter(|_| !url.contains('#'));
        let language = self.language.as_ref().map(Language::as_str);
        let fragment = excerpt.and_then(|excerpt| fragment(excerpt, language));
        Some(fragment.map_or_else(|| url.to_owned(), |words| [url, "#:~:text=", &words].concat()))
    }
}

/// What a citation claims of its source. There will be more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Support {
    /// The words are the source's own.
    Quote,
    /// The sense is the source's.
    Paraphrase,
    /// It is where to read more.
    Background,
}

impl Support {
    /// Its word in `supports`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Paraphrase => "paraphrase",
            Self::Background => "background",
        }
    }
}
