//! Sections: their ids, and the blocks in them.

use super::json::Node;
use super::reader::{At, Reader};
use super::{block, disclosure, keys};
use crate::limits::{MAX_BLOCKS, MAX_HEADLINE, MAX_SECTIONS};
use crate::story::{EdtfDate, Language, Section, slug};

/// Reads the sections, and how many were over the limit.
pub fn read(reader: &mut Reader, at: &At) -> (Vec<Section>, usize) {
    let mut sections: Vec<Section> = Vec::new();
    let mut blocks_left = MAX_BLOCKS;
    let omitted = reader.each(at, "sections", MAX_SECTIONS, &mut |reader, at| {
        if !reader.is_object(at) {
            return;
        }
        reader.check_keys(at, keys::SECTION);
        let headline = at.get("headline").and_then(|value| reader.label(&value, MAX_HEADLINE));
        let headline = headline.unwrap_or_default();
        let (id, has_given_id) = unique_id(reader, at, &headline, &sections);
        let language = reader.language(at, "inLanguage");
        let (mut blocks, mut blocks_modified) = (Vec::new(), Vec::new());
        let summary = reader.plain(at, "summary");
        let omitted = reader.each(at, "blocks", blocks_left, &mut |reader, at| {
            let Some(block) = block::read(reader, at) else { return };
            if let Some(date) = date_of(reader, at) {
                blocks_modified.push((blocks.len(), date));
            }
            blocks.push(block);
        });
        blocks_left -= blocks.len();
        if !at.has("blocks") {
            reader.report(at, "missing-field", "a section needs blocks, kept without");
        }
        sections.push(Section {
            id,
            has_given_id,
            headline,
            summary,
            modified: reader.timestamp(at, "dateModified"),
            open: reader.flag(at, "open"),
            direction: language.as_ref().map(Language::direction),
            language,
            ai_disclosure: disclosure::read(reader, at),
            ai_info_ref: reader.plain(at, "aiInfoRef"),
            blocks,
            blocks_modified,
            omitted,
        });
    });
    (sections, omitted)
}

/// When a block last changed; a bare text does not say.
fn date_of(reader: &mut Reader, at: &At) -> Option<EdtfDate> {
    if matches!(at.node, Node::Map(_)) { reader.timestamp(at, "dateModified") } else { None }
}

/// The id given, else one made from the headline, else the place in the list; and whether
/// it was given.
fn unique_id(reader: &mut Reader, at: &At, headline: &str, sections: &[Section]) -> (String, bool) {
    let index = (sections.len() + 1).to_string();
    let is_taken = |id: &str| sections.iter().any(|section| section.id == id);
    let given = reader.id(at, "id").map(|id| slug(&id)).filter(|id| !id.is_empty());
    let is_given = given.is_some();
    let made = || Some(slug(headline)).filter(|slug| !slug.is_empty());
    let wanted = given.or_else(made).unwrap_or_else(|| ["section-", &index].concat());
    if !is_taken(&wanted) {
        return (wanted, is_given);
    }
    if is_given {
        reader.report(at, "duplicate-id", "another section has this id, a number added");
    }
    // With the index in it the name is new, unless a story plays games: then count on.
    let mut unique = [&wanted, "-", &index].concat();
    while is_taken(&unique) {
        unique.push_str("-2");
    }
    // The number may be another in the next version.
    (unique, false)
}
