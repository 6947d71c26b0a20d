//! Pieces of the body to sections.

use super::out::Item;
use crate::import::dom::fold;
use crate::import::importer::Importer;
use crate::limits::{MAX_BLOCKS, MAX_HEADLINE, MAX_SECTIONS};
use crate::parse::{At, cut};
use crate::story::{Block, Run, Section, slug};

/// A section whose pieces are still read.
#[derive(Default)]
struct Open {
    headline: String,
    id: String,
    blocks: Vec<Block>,
    /// Notes stood in it.
    had_notes: bool,
}

/// Sections begin at headings of level 2, or of the highest level that stands there twice.
/// A heading that says what the headline says is left out, and the line that `WordPress` sites
/// put beneath what they feed to others.
pub fn arrange(importer: &mut Importer, at: &At, items: Vec<Item>, headline: &str) -> Vec<Section> {
    let is_needless = |item: &Item| match item {
        Item::Heading { text, .. } => !headline.is_empty() && fold(text) == headline,
        Item::Paragraph(text) => {
            let is = |place: usize, words: &str| matches!(text.get(place), Some(Run::Plain(plain)) if plain == words);
            // A full stop alone is left where a system has joined elements by one.
            is(0, "The post ") && (is(2, " appeared first on ") || is(2, " first appeared on "))
                || is(0, ".") && text.len() == 1
        }
        _ => false,
    };
    let items: Vec<Item> = items.into_iter().filter(|item| !is_needless(item)).collect();
    let first_level = first_level(&items);
    let mut sections = vec![Open::default()];
    let mut left = MAX_BLOCKS;
    let mut is_told = false;
    for item in items {
        let starts = matches!(&item, Item::Heading { level, .. } if *level <= first_level);
        let is_over = left == 0 || starts && sections.len() > MAX_SECTIONS;
        if is_over {
            if !std::mem::replace(&mut is_told, true) {
                importer.report(at, "too-many", "more than a card shows, the rest left out");
            }
            continue;
        }
        match item {
            Item::Heading { id, text, .. } if starts => {
                let headline = cut(&text, MAX_HEADLINE).unwrap_or(text);
                sections.push(Open { headline, id, ..Open::default() });
            }
            item => {
                left -= 1;
                add(sections.last_mut(), item);
            }
        }
    }
    let is_kept = |open: &Open| match open.headline.as_str() {
        "" => !open.blocks.is_empty(),
        _ => !open.blocks.is_empty() || !open.had_notes,
    };
    finish(sections.into_iter().map(without_bare_heading).filter(is_kept))
}

/// Leaves out a small heading under which there were nothing but notes.
fn without_bare_heading(mut open: Open) -> Open {
    if open.had_notes && matches!(open.blocks.last(), Some(Block::Heading(_))) {
        open.blocks.pop();
    }
    open
}

/// The level at and above which a heading begins a section.
fn first_level(items: &[Item]) -> u8 {
    let count = |wanted: u8| {
        let is_one = |item: &&Item| matches!(item, Item::Heading { level, .. } if *level == wanted);
        items.iter().filter(is_one).count()
    };
    let is_first = |level: &u8| count(*level) > usize::from(*level != 2);
    (1..=6).find(is_first).unwrap_or_default()
}

fn add(section: Option<&mut Open>, item: Item) {
    let Some(section) = section else { return };
    match item {
        Item::Paragraph(text) => section.blocks.push(Block::Paragraph(text)),
        Item::Heading { text, .. } => section.blocks.push(Block::Heading(text)),
        Item::Block(block) => section.blocks.push(block),
        Item::Notes => section.had_notes = true,
    }
}

/// Gives each section an id of its own: the one that links have, else one made of its words.
fn finish(open: impl Iterator<Item = Open>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for Open { headline, id, blocks, .. } in open {
        let given = slug(&id);
        let made = slug(&headline);
        let number = (sections.len() + 1).to_string();
        let is_free = |id: &str| !id.is_empty() && sections.iter().all(|known| known.id != id);
        let has_given_id = is_free(&given);
        let id = match (has_given_id, is_free(&made)) {
            (true, _) => given,
            (false, true) => made,
            _ if made.is_empty() => ["section-", &number].concat(),
            _ => [&made, "-", &number].concat(),
        };
        sections.push(Section { id, has_given_id, headline, blocks, ..Section::default() });
    }
    sections
}
