//! The list of sources: a line for each, behind which stand the words relied on and a way
//! back to each marker.

use yew::prelude::*;

use super::count::{count, heading};
use super::ids;
use super::source::{behind, in_line, uses};
use crate::attributes;
use crate::context::Card;
use crate::html::{El, HAS_APP, el};
use crate::search;
use crate::story::{Source, Story, each_citation};
use crate::words::{Word, fill};

/// A longer list folds: it would be as long as the story.
const MAX_UNFOLDED: usize = 6;

/// The list under its heading.
pub fn view(card: &Card, list: Html) -> Html {
    let sources = &card.story.sources;
    el("div.sources@sources")
        .set("role", "group")
        .set("aria-labelledby", "sources")
        .hidden(sources.is_empty())
        .live()
        .add(card.own_heading("sources", &heading(card)))
        .add(count(card))
        .add(search::view(card, "source-list", sources.len(), Word::FilterSources))
        .node(list)
        .add(fold_button(card))
        .add(card.more(card.story.omitted.sources))
        .build()
}

/// Whether the list leaves an entry out while it is folded: only the app can unfold it.
fn is_left_out(index: usize) -> bool {
    HAS_APP && index >= MAX_UNFOLDED
}

/// What it says depends on whether the list is folded, which the list itself knows.
fn fold_button(card: &Card) -> El {
    let sources = card.story.sources.len();
    let all = fill(card.word(Word::ShowAllSources), &[("n", &card.digits(&sources.to_string()))]);
    card.own(el("button.fold"))
        .set("type", "button")
        .set(attributes::FOLD, "sources")
        .set("aria-expanded", "false")
        .hidden(sources <= MAX_UNFOLDED || !HAS_APP)
        .add(el("span").text(&all))
        .add(el("span").text(card.word(Word::ShowFewerSources)))
}

/// The list.
pub fn list(card: &Card) -> El {
    let mut list = el("ol.source-list").set("id", "source-list").set("role", "list");
    let sections = sections(&card.story);
    for (index, source) in card.story.sources.iter().enumerate() {
        let sections = sections.get(index).map_or(&[][..], Vec::as_slice);
        list = list.add(entry(card, index, source, sections));
    }
    list
}

/// Of each source, and each of its mentions, the heading of the section that it is in.
fn sections(story: &Story) -> Vec<Vec<&str>> {
    let mut headings: Vec<Vec<&str>> =
        story.sources.iter().map(|source| vec![""; source.uses]).collect();
    for section in &story.sections {
        let mut note = |source: usize, place: usize| {
            let mentions = headings.get_mut(source);
            // A story that a program has made may have any number there.
            let place = place.wrapping_sub(1);
            if let Some(heading) = mentions.and_then(|mentions| mentions.get_mut(place)) {
                *heading = &section.headline;
            }
        };
        for block in &section.blocks {
            block.each_text(&mut |text| each_citation(text, &mut note));
        }
    }
    headings
}

fn entry(card: &Card, index: usize, source: &Source, sections: &[&str]) -> El {
    let number = el("span.digits number").set("translate", "no").text(&card.digits(&source.number));
    let known = el("details.source@source")
        .add(in_line(card, source))
        .add(behind(card, source).add(ways_back(card, index, source, sections)));
    el("li.entry")
        .key(&source.id)
        .flag(attributes::LEFT_OUT, is_left_out(index))
        .attr("id", &ids::source(index))
        .flag(attributes::STOP, true)
        .add(number)
        .add(known)
}

fn ways_back(card: &Card, index: usize, source: &Source, sections: &[&str]) -> El {
    let mut ways = card.own(el("p.uses")).text(&uses(card, source.uses));
    for place in 1..=source.uses {
        let section = sections.get(place - 1).copied().unwrap_or_default();
        ways = ways.add(way_back(card, index, source, place, section));
    }
    ways
}

/// One stop of Tab leads to the first, arrow keys to the others.
fn way_back(card: &Card, index: usize, source: &Source, place: usize, section: &str) -> El {
    let letter = letters(place);
    let label = fill(card.word(Word::BackTo), &[("n", &letter), ("source", &source.number)]);
    el("button.way-back")
        .set("type", "button")
        .set("tabindex", if place > 1 { "-1" } else { "" })
        .attr(attributes::GO, &ids::mention(index, place))
        .attr("aria-label", &label)
        .maybe("title", Some(section).filter(|section| !section.is_empty()))
        .text(if source.uses == 1 { "↑" } else { &letter })
}

/// `a` to `z`, then `aa`: beside the numbers of sources further numbers say nothing.
fn letters(mut place: usize) -> String {
    let mut letters = String::new();
    while place > 0 {
        let letter = u8::try_from((place - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'a' + letter));
        place = (place - 1) / 26;
    }
    letters
}
