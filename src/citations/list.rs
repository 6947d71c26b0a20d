//! The list of sources: with a way back to each marker, and how often each is cited.

use yew::prelude::*;

use super::ids;
use super::source::{facts, uses};
use crate::attributes;
use crate::context::Card;
use crate::html::{El, el};
use crate::search;
use crate::story::Source;
use crate::words::{Word, fill};

/// The list under its heading.
pub fn view(card: &Card, list: Html) -> Html {
    let sources = &card.story.sources;
    el("section.sources@sources")
        .set("aria-labelledby", "sources")
        .hidden(sources.is_empty())
        .live()
        .add(card.small_heading("sources", card.word(Word::Sources)))
        .add(search::view(card, "source-list", sources.len(), Word::FilterSources))
        .node(list)
        .add(card.more(card.story.omitted.sources))
        .build()
}

/// The list.
pub fn list(card: &Card) -> El {
    let mut list = el("ol.source-list").set("id", "source-list").set("role", "list");
    for (index, source) in card.story.sources.iter().enumerate() {
        list = list.add(entry(card, index, source));
    }
    list
}

fn entry(card: &Card, index: usize, source: &Source) -> El {
    let id = ids::source(index);
    let known = el("div").add(facts(card, source)).add(ways_back(card, index, source));
    let number = el("span.digits number").set("translate", "no").text(&card.digits(&source.number));
    el("li.entry").key(&source.id).attr("id", &id).set("tabindex", "-1").add(number).add(known)
}

fn ways_back(card: &Card, index: usize, source: &Source) -> El {
    let mut ways = el("p.uses").text(&uses(card, source.uses));
    for place in 1..=source.uses {
        ways = ways.add(way_back(card, index, source, place));
    }
    ways
}

fn way_back(card: &Card, index: usize, source: &Source, place: usize) -> El {
    let number = place.to_string();
    let label = fill(card.word(Word::BackTo), &[("n", &number), ("source", &source.number)]);
    el("button.way-back")
        .set("type", "button")
        .attr(attributes::GO, &ids::mention(index, place))
        .attr("aria-label", &label)
        .text(&if source.uses == 1 { "↑".to_owned() } else { card.digits(&number) })
}
