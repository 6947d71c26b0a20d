//! The body: sections and the blocks they are made of.

use super::{AiDisclosure, Direction, EdtfDate, Language, SafeLink, Text, slug};

/// A part of the body that folds when it has a headline.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Section {
    /// Anchor and name in events: given, else made from the headline, else the
    /// index. No two sections of a story share one.
    pub id: String,
    /// Whether the story gives the id: one that is made is another when the headline is.
    pub has_given_id: bool,
    /// Empty: the section does not fold.
    pub headline: String,
    /// What it says, in a sentence: shown while it is shut.
    pub summary: Option<String>,
    /// When it last changed.
    pub modified: Option<EdtfDate>,
    /// Whether the story asks for it to start open.
    pub open: bool,
    /// Language, where it differs from the story's.
    pub language: Option<Language>,
    /// Direction that goes with [`Section::language`].
    pub direction: Option<Direction>,
    /// How much of this section a machine wrote, where it differs.
    pub ai_disclosure: Option<AiDisclosure>,
    /// Name of the [`super::AiInfo`] that made it.
    pub ai_info_ref: Option<String>,
    /// What it says.
    pub blocks: Vec<Block>,
    /// When blocks last changed, by their places: those of which it is said.
    pub blocks_modified: Vec<(usize, EdtfDate)>,
    /// Blocks left out for being over the limit.
    pub omitted: usize,
}

impl Section {
    /// A section that folds under a headline, with an id made from that.
    #[must_use]
    pub fn new(headline: impl Into<String>, blocks: Vec<Block>) -> Self {
        let headline = headline.into();
        Self { id: slug(&headline), headline, blocks, ..Self::default() }
    }
}

/// A block of the body. There will be more kinds.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Block {
    /// One paragraph.
    Paragraph(Text),
    /// A minor heading inside a section.
    Heading(String),
    /// A list of texts.
    List {
        /// Numbered, or with bullets.
        ordered: bool,
        /// The number of the first entry, from 0; where there is none it is 1.
        start: Option<u32>,
        /// The entries.
        items: Vec<Text>,
    },
    /// Somebody's words, new to the story.
    Quote(Quote),
    /// Words that repeat the body's, set large.
    PullQuote(Quote),
    /// A picture.
    Image(Image),
    /// Rows and columns.
    Table(Table),
    /// What is known of the matter, and what is not.
    Known {
        /// What is known.
        known: Vec<Text>,
        /// What is not known yet.
        unknown: Vec<Text>,
    },
    /// Preformatted text.
    Code {
        /// The text, line breaks kept.
        text: String,
        /// Its programming language.
        language: Option<String>,
    },
    /// Something elsewhere, shown as a link: never as a frame.
    Embed {
        /// Where it is.
        url: SafeLink,
        /// What it is.
        title: Option<String>,
    },
}

/// Somebody's words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Quote {
    /// The words, without quotation marks around them.
    pub text: Text,
    /// Who said them.
    pub attribution: Option<Text>,
    /// Where they can be read or heard.
    pub url: Option<SafeLink>,
}

/// A picture with what belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// Where the file is.
    pub url: SafeLink,
    /// Where one of the same size is that stands in its place in a dark card.
    pub dark: Option<SafeLink>,
    /// What it shows, for who cannot see it; empty for decoration.
    pub alt: String,
    /// What it shows, for everybody.
    pub caption: Option<Text>,
    /// Who made it.
    pub credit: Option<String>,
    /// Width and height in pixels: space is reserved for them.
    pub size: Option<(u32, u32)>,
}

impl Image {
    /// A picture, and what it shows for who cannot see it.
    #[must_use]
    pub fn new(url: SafeLink, alt: impl Into<String>) -> Self {
        Self { url, dark: None, alt: alt.into(), caption: None, credit: None, size: None }
    }
}

/// Rows and columns.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: Option<Text>,
    /// Names of the columns.
    pub header: Vec<Text>,
    /// The rows, cell by cell.
    pub rows: Vec<Vec<Text>>,
}
