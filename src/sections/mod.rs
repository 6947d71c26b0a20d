//! Sections that fold: `<details>`, which the platform opens by itself.

pub mod current;
mod state;

use yew::prelude::*;

pub use self::state::{Action, State};
use crate::attributes;
use crate::context::{Card, CardRef};
use crate::disclosure;
use crate::html::{El, el, kind};
use crate::part::{Kind, Part};
use crate::prose::block::block;
use crate::story::{Block, Section, Story};
use crate::words::Word;

/// Paragraphs of a section that can stand for the lead.
const MAX_LEAD: usize = 3;

/// With fewer sections there is no index.
const LEAST_INDEXED: usize = 3;

/// A section.
static SECTION: Kind = Kind {
    weight: |story, index| story.sections.get(index).map_or(0, |section| section.blocks.len()),
    body: Some(body),
    frame: |card, props, body| frame(card, props.index, props.is_open, body),
    drawn: |_, _| {},
};

/// The button for all sections, and the sections.
pub fn view(card: &CardRef, state: &State) -> Html {
    let shared = &*card.0;
    let story = &*shared.story;
    let folding = story.sections.iter().filter(|section| !section.headline.is_empty()).count();
    let is_all_open = state.is_all_open();
    let label = if is_all_open { Word::CollapseAll } else { Word::ExpandAll };
    let toggle_all = shared
        .own(el("button.toggle-all@toggle-all"))
        .set("type", "button")
        .set(attributes::ACT, if is_all_open { "close" } else { "open" })
        .hidden(folding < 2 || shared.settings.exclusive)
        .text(shared.word(label));
    // The first may stand where the lead does.
    let first = usize::from(lead(story).is_some());
    let mut sections = el("div.sections@sections").hidden(story.sections.len() <= first).live();
    for index in first..story.sections.len() {
        let (card, is_open) = (card.clone(), state.is_open(index));
        let key = shared.keys.get(index).copied().unwrap_or(index);
        sections = sections.node(html! { <Part {key} {card} kind={&SECTION} {index} {is_open} /> });
    }
    el("div.body")
        .live()
        .add(toggle_all)
        .node(sections.build())
        .add(shared.more(story.omitted.sections))
        .build()
}

/// One section; `body` is what it holds.
fn frame(card: &Card, index: usize, is_open: bool, body: Html) -> Html {
    let Some(section) = card.story.sections.get(index) else {
        return el("div").hidden(true).build();
    };
    // A section without a headline is always open.
    let outer = |tag| {
        el(tag)
            .attr("id", &["section-", &section.id].concat())
            .language(section.language.as_ref(), section.direction)
    };
    if section.headline.is_empty() {
        return outer("div.section standing@section section-open").live().node(body).build();
    }
    let tag =
        if is_open { "details.section@section section-open" } else { "details.section@section" };
    outer(tag)
        .flag("open", is_open)
        .set("name", if card.settings.exclusive { "section" } else { "" })
        .live()
        .add(summary(card, section, index))
        .add(permalink(card, section))
        .node(body)
        .build()
}

fn summary(card: &Card, section: &Section, index: usize) -> El {
    let heading = card
        .heading(1)
        .set("part", "section-heading")
        .set("class", "section-heading")
        .text(&section.headline);
    let changed = card.news.section(index).map(|novelty| card.novelty(novelty));
    el("summary.summary")
        .add(heading)
        .add(own(card, section, "span.changed").text_or_hide(changed))
        .add(gist(card, section))
}

/// What the section says, and on how many sources it rests: read while it is shut.
fn gist(card: &Card, section: &Section) -> El {
    let says = section.gist();
    let sources = section.sources();
    let word = if sources == 1 { Word::OneSource } else { Word::SourcesCount };
    let rests = (sources > 0).then(|| card.filled(word, sources));
    el("span.gist@section-summary")
        .hidden(says.is_none() && rests.is_none())
        .add(el("span.says").text_or_hide(says.as_deref()))
        .text(" ")
        .add(own(card, section, "span.rests").set("dir", "auto").text_or_hide(rests.as_deref()))
}

/// An element with words of the card's own, in a section.
fn own(card: &Card, section: &Section, tag: &'static str) -> El {
    card.own_beside(card.language_of(Some(section)), el(tag))
}

/// Links to the sections that fold, where they are more than are seen at a glance; beside the
/// timeline, or nowhere.
pub fn index(card: &Card) -> El {
    let folds = |section: &&Section| !section.headline.is_empty();
    let count = card.story.sections.iter().filter(folds).count();
    let is_there = count >= LEAST_INDEXED && card.story.timeline.is_some();
    let mut list = el("ol.index-list").set("role", "list");
    for section in card.story.sections.iter().filter(folds).filter(|_| is_there) {
        list = list.add(el("li").add(link_to(card, el("a"), section).text(&section.headline)));
    }
    el("div.index@index")
        .set("role", "group")
        .set("aria-labelledby", "index")
        .hidden(!is_there)
        .add(card.own_heading("index", card.word(Word::Index)))
        .add(list)
}

/// A link that opens the section in place.
fn link_to(card: &Card, link: El, section: &Section) -> El {
    let fragment = ["#", &section.id].concat();
    link.attr("href", &[&card.before_fragment, &*fragment].concat())
        .set("target", "_self")
        .set("rel", "noopener")
        .set(attributes::LINK, kind::TEXT)
        .attr(attributes::TO, &fragment)
}

/// A link to the section, where the story gives its id: one that is made is another when
/// the headline is.
fn permalink(card: &Card, section: &Section) -> El {
    link_to(card, el("a.permalink").hidden(!section.has_given_id), section)
        .attr("aria-label", &[card.word(Word::SectionLink), ": ", &section.headline].concat())
        .text("#")
}

/// The section that stands for the lead where there is none: the first, where it has no
/// headline and is as short as a lead.
pub(crate) fn lead(story: &Story) -> Option<&Section> {
    let is_paragraph = |block: &Block| matches!(block, Block::Paragraph(_));
    let first = story.sections.first().filter(|_| story.lead.is_empty())?;
    let is_lead = first.headline.is_empty()
        && first.blocks.len() <= MAX_LEAD
        && first.blocks.iter().all(is_paragraph)
        && first.ai_disclosure.is_none()
        && first.omitted == 0;
    is_lead.then_some(first)
}

/// What a section without a headline holds, in the element of the lead.
pub(crate) fn standing(card: &Card, section: &Section, lead: El) -> El {
    let lead = lead
        .set("part", "lead section section-open section-body")
        .attr("id", &["section-", &section.id].concat())
        .language(section.language.as_ref(), section.direction);
    blocks(card, 0, section, lead)
}

/// Adds the blocks of the section at a place; those that are news say so.
fn blocks(card: &Card, index: usize, section: &Section, mut parent: El) -> El {
    let language = card.language_of(Some(section));
    let depth = if section.headline.is_empty() { 1 } else { 2 };
    for (place, part) in section.blocks.iter().enumerate() {
        let novelty = card.news.block(index, place).map(|novelty| card.novelty(novelty));
        parent = parent.add(block(card, language, depth, part).maybe(attributes::NEWS, novelty));
    }
    parent
}

/// What a section holds.
fn body(card: &Card, index: usize) -> El {
    let body = el("div.section-body@section-body");
    let Some(section) = card.story.sections.get(index) else { return body };
    let body = body.add(disclosure::of_section(card, section));
    blocks(card, index, section, body).add(card.more(section.omitted))
}
