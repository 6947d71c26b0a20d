//! Sections.

use super::block::block;
use super::json::{Json, object};
use super::text::Texts;
use crate::story::{EdtfDate, Section, slug};

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
        summary,
        modified,
        open,
        language,
        direction: _,
        ai_disclosure,
        ai_info_ref,
        blocks,
        blocks_modified,
        omitted: _,
    } = section;
    let has_id = *has_given_id || !is_made(id, headline, index);
    object([
        ("id", if has_id { id.into() } else { Json::Absent }),
        ("headline", headline.into()),
        ("summary", summary.into()),
        ("dateModified", modified.into()),
        ("open", (*open).into()),
        ("inLanguage", language.into()),
        ("aiDisclosure", ai_disclosure.into()),
        ("aiInfoRef", ai_info_ref.into()),
        // Needed, though there may be none.
        (
            "blocks",
            Json::List(
                blocks
                    .iter()
                    .enumerate()
                    .map(|(at, entry)| dated(block(texts, entry), at, blocks_modified))
                    .collect(),
            ),
        ),
    ])
}

/// The block at a place, with the date that belongs to it.
fn dated(mut block: Json, place: usize, dates: &[(usize, EdtfDate)]) -> Json {
    let date = dates.iter().find(|(other, _)| *other == place);
    if let (Json::Object(entries), Some((_, date))) = (&mut block, date) {
        entries.push(("dateModified", date.into()));
    }
    block
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
