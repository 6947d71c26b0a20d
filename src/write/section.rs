//! Sections.

use super::block::block;
use super::json::{Json, object};
use super::text::Texts;
use crate::story::{Section, slug};

pub fn sections(texts: &Texts, sections: &[Section]) -> Json {
    let sections = sections.iter().enumerate();
    let written: Vec<Json> = sections.map(|(index, entry)| section(texts, index, entry)).collect();
    if written.is_empty() { Json::Absent } else { Json::List(written) }
}

/// The section at a place of the list. Direction follows from the language.
fn section(texts: &Texts, index: usize, section: &Section) -> Json {
    let Section {
        id,
        has_given_id,
        headline,
        open,
        language,
        direction: _,
        ai_disclosure,
        ai_info_ref,
        blocks,
        omitted: _,
    } = section;
    let has_id = *has_given_id || !is_made(id, headline, index);
    object([
        ("id", if has_id { id.into() } else { Json::Absent }),
        ("headline", headline.into()),
        ("open", (*open).into()),
        ("inLanguage", language.into()),
        ("aiDisclosure", ai_disclosure.into()),
        ("aiInfoRef", ai_info_ref.into()),
        // Needed, though there may be none.
        ("blocks", Json::List(blocks.iter().map(|entry| block(texts, entry)).collect())),
    ])
}

/// Whether a section without an id is given this one when it is read: its headline's, or its
/// place's, with the place behind it where another section has it.
fn is_made(id: &str, headline: &str, index: usize) -> bool {
    let place = (index + 1).to_string();
    let made = Some(slug(headline)).filter(|slug| !slug.is_empty());
    let made = made.unwrap_or_else(|| ["section-", &place].concat());
    let rest = id.strip_prefix(made.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.strip_prefix('-') == Some(place.as_str()))
}
