//! A [`Story`] to the JSON that [`parse`](crate::parse()) reads: its mirror.
//!
//! Each file writes what the file of that name in `parse` reads. What says nothing is left
//! out. A part that has texts can be written only in its story, for a marker in it is the id
//! of a source; a [`Source`] or an [`AiInfo`] can be written alone.

mod agent;
mod block;
mod disclosure;
mod image;
mod json;
mod link;
mod section;
mod source;
mod stars;
mod story;
mod text;
mod timeline;

use serde::{Serialize, Serializer};

pub(crate) use self::json::{Json, object};
use crate::story::{
    AgentKind, AiDisclosure, AiInfo, ArticleType, Direction, EdtfDate, Language, SafeLink, Source,
    Story, Support,
};

/// A story as JSON text, and where it came from behind it, in `_source`.
pub(crate) fn with_source(story: &Story, source: &[(&'static str, &str)]) -> String {
    let mut json = story::story(story);
    if let Json::Object(entries) = &mut json {
        let source = source.iter().map(|(key, value)| (*key, Json::Text((*value).to_owned())));
        entries.push(("_source", Json::Object(source.collect())));
    }
    json.text()
}

/// The story in the format that [`parse`](crate::parse()) reads.
///
/// ```
/// use story_card::story::{Block, Section, Source};
/// use story_card::{Options, Story, parse};
///
/// let paragraph = Block::Paragraph(vec!["A ticket is 5*.".into()]);
/// let story = Story {
///     headline: "Ferry afloat again".to_owned(),
///     sections: vec![Section::new("Price", vec![paragraph])],
///     sources: vec![Source::new("1", "Notice to mariners 15")],
///     ..Story::default()
/// };
/// let json = serde_json::to_string_pretty(&story)?;
/// assert!(json.contains(r#""text": "A ticket is 5\\*.""#));
///
/// let parsed = parse(&json, &Options::default())?;
/// assert_eq!(parsed.story, story);
/// assert!(parsed.problems.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// What was read without a problem, and is written and read again, is the same story. One
/// that a program has made may hold what the format cannot say, such as emphasis inside a
/// word: to learn what is wrong with it, read what was written. Whether a story is held back
/// (`pubStatus`, `embargoedUntil`, `expires`) is no part of a `Story`, and is not written.
impl Serialize for Story {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        story::story(self).serialize(serializer)
    }
}

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        source::source(self).serialize(serializer)
    }
}

impl Serialize for AiInfo {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        disclosure::system(self).serialize(serializer)
    }
}

/// As EDTF.
impl Serialize for EdtfDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Types that are a word, and what gives it.
macro_rules! words {
    ($($type:ty: $word:expr;)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($word(self))
            }
        }
    )*};
}

words! {
    SafeLink: SafeLink::as_str;
    Language: Language::as_str;
    Direction: |direction: &Direction| direction.as_str();
    ArticleType: |kind: &ArticleType| kind.as_str();
    AgentKind: |kind: &AgentKind| kind.as_str();
    AiDisclosure: |disclosure: &AiDisclosure| disclosure.as_attribute();
    Support: |support: &Support| support.as_str();
}
