//! The vocabulary: a story and its parts, as a reader meets them.
//!
//! Nothing here knows JSON, HTML or a browser. Values are already checked: a
//! [`SafeLink`] may be put into an `href`, an [`EdtfDate`] exists in the calendar,
//! a [`Run::Citation`] points to a source that is there.
//!
//! Every part has a `Default` or a `new`. There will be more fields, so end a value with
//! `..Default::default()`:
//!
//! ```
//! use story_card::story::{Agent, Block, Section, Source, Story};
//!
//! let paragraph = Block::Paragraph(vec!["The *stars* stay stars.".into()]);
//! let story = Story {
//!     headline: "Ferry afloat again".to_owned(),
//!     authors: vec![Agent::organization("News desk")],
//!     sections: vec![Section::new("What happened", vec![paragraph])],
//!     sources: vec![Source::new("1", "Notice to mariners 15")],
//!     ..Story::default()
//! };
//! assert_eq!(story.sections[0].id, "what-happened");
//! ```
//!
//! What stands in JSON as `**strong**` or `[1]` are runs here; to have them read, go by
//! [`parse`](crate::parse()). Markers of one's own are to be counted before they are shown, by
//! [`Story::count_citations`]. A [`Story`] is written as such JSON by `serde`.

mod agent;
mod block;
mod citations;
mod clock;
mod date;
mod disclosure;
mod excerpt;
mod gist;
mod language;
mod length;
pub mod letters;
mod link;
mod name;
pub mod news;
pub(crate) mod quotation;
pub mod revision;
mod source;
mod text;
mod timeline;
mod update;
mod urgency;

pub use agent::{Agent, AgentKind};
pub use block::{Block, Image, Quote, Section, Table};
pub use date::{Bound, EdtfDate, Point, Precision, Qualifier, Season, Time, zone_name};
pub(crate) use date::{day_of_1970, days_since_1970};
pub use disclosure::{AiDisclosure, AiInfo};
pub use gist::first_sentence;
pub use language::{Direction, Language};
pub use link::{ParsedUrl, SafeLink, UrlParser};
pub(crate) use name::slug;
pub use source::{Source, Support};
pub(crate) use text::each_citation;
pub use text::{LINE_BREAK, Run, Text, plain};
pub use timeline::{Event, Timeline};

/// One news story: what a card shows.
///
/// Field names follow schema.org's `NewsArticle` where it has a term; the JSON
/// behind them is described in `static/schema/story-card-1.schema.json`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Story {
    /// Identifier that stays the same across updates.
    pub id: Option<String>,
    /// The story's own page; the headline links to it.
    pub url: Option<SafeLink>,
    /// The headline: plain, never empty.
    pub headline: String,
    /// A second headline: kicker or subtitle.
    pub alternative_headline: Option<String>,
    /// The lead, one text a paragraph.
    pub lead: Vec<Text>,
    /// What matters most, in a few lines.
    pub key_points: Vec<Text>,
    /// Whether a machine made the key points.
    pub key_points_ai: bool,
    /// The category shown as a badge, such as "Breaking".
    pub article_section: Option<String>,
    /// What kind of journalism this is.
    pub article_type: Option<ArticleType>,
    /// Whether it is urgent news, see [`Story::is_urgent`].
    pub urgent: bool,
    /// Subjects, as the publisher words them.
    pub keywords: Vec<String>,
    /// The language the story is written in.
    pub language: Option<Language>,
    /// Writing direction, given or derived from the language.
    pub direction: Option<Direction>,
    /// Who wrote it, people and machines alike.
    pub authors: Vec<Agent>,
    /// Who holds editorial responsibility.
    pub editors: Vec<Agent>,
    /// Who publishes it.
    pub publisher: Option<Agent>,
    /// When it was first published.
    pub published: Option<EdtfDate>,
    /// When it last changed.
    pub modified: Option<EdtfDate>,
    /// The picture above the body.
    pub image: Option<Image>,
    /// The body.
    pub sections: Vec<Section>,
    /// What happened when.
    pub timeline: Option<Timeline>,
    /// The works relied on, as the publisher listed them.
    pub sources: Vec<Source>,
    /// What was wrong and has been put right, newest first.
    pub corrections: Vec<Correction>,
    /// How much of the text a machine wrote.
    pub ai_disclosure: Option<AiDisclosure>,
    /// The systems that took part.
    pub ai_info: Vec<AiInfo>,
    /// Name of the [`AiInfo`] that made the story as a whole.
    pub ai_info_ref: Option<String>,
    /// IPTC digital source type, as its short code.
    pub digital_source_type: Option<String>,
    /// How the publisher works, or its policy on AI.
    pub publishing_principles: Option<SafeLink>,
    /// The caveat put on the story.
    pub disclaimer: Option<Text>,
    /// Copyright line.
    pub copyright_notice: Option<String>,
    /// Terms under which the story may be used.
    pub license: Option<SafeLink>,
    /// Credit line, such as an agency's.
    pub credit_text: Option<String>,
    /// Other stories to read.
    pub related: Vec<Related>,
    /// How many entries were left out of each list for being over its limit.
    pub omitted: Omitted,
}

/// How many entries each list lost to its limit; the card says "n more".
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Omitted {
    /// Sections over the limit.
    pub sections: usize,
    /// Events over the limit.
    pub events: usize,
    /// Sources over the limit.
    pub sources: usize,
    /// Related stories over the limit.
    pub related: usize,
}

/// The kind of journalism, after schema.org's subtypes of `NewsArticle`. There will be more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArticleType {
    /// A report of events.
    News,
    /// What events mean.
    Analysis,
    /// What led to them.
    Background,
    /// What somebody thinks of them.
    Opinion,
    /// A judgement of a work.
    Review,
    /// A report that grows while events go on.
    Live,
}

impl ArticleType {
    /// Its word in `articleType`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Analysis => "analysis",
            Self::Background => "background",
            Self::Opinion => "opinion",
            Self::Review => "review",
            Self::Live => "live",
        }
    }
}

/// Something that was wrong and has been put right.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Correction {
    /// When it was put right.
    pub published: Option<EdtfDate>,
    /// What was wrong and what is right.
    pub text: Text,
}

/// Another story to read.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// Its headline.
    pub name: String,
    /// Where it is.
    pub url: SafeLink,
    /// When it was published.
    pub published: Option<EdtfDate>,
    /// Its picture.
    pub image: Option<SafeLink>,
    /// What it is about.
    pub description: Option<String>,
}

impl Related {
    /// A story of this headline at this address.
    #[must_use]
    pub fn new(name: impl Into<String>, url: SafeLink) -> Self {
        Self { name: name.into(), url, published: None, image: None, description: None }
    }
}

impl Story {
    /// The section of this name: its id, or the id as its author wrote it, such as
    /// `What Changed` for `what-changed`.
    #[must_use]
    pub fn section(&self, name: &str) -> Option<&Section> {
        let named = |name: &str| self.sections.iter().find(|section| section.id == name);
        named(name).or_else(|| named(&slug(name)))
    }
}
