//! Sections that fold: `<details>`, which the platform opens by itself.

mod state;

use yew::prelude::*;

pub use self::state::{Action, State};
use crate::attributes;
use crate::context::{Card, CardRef};
use crate::disclosure;
use crate::html::{El, el};
use crate::part::{Kind, Part};
use crate::prose::block::block;
use crate::story::{Language, Section};
use crate::words::Word;

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
    let toggle_all = el("button.toggle-all@toggle-all")
        .set("type", "button")
        .set(attributes::ACT, if is_all_open { "close" } else { "open" })
        .hidden(folding < 2 || shared.settings.exclusive)
        .text(shared.word(label));
    let mut sections = el("div.sections@sections").hidden(story.sections.is_empty()).live();
    for index in 0..story.sections.len() {
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
        .node(body)
        .build()
}

fn summary(card: &Card, section: &Section, index: usize) -> El {
    let heading = card
        .heading(1)
        .set("part", "section-heading")
        .set("class", "section-heading")
        .text(&section.headline);
    let is_changed = card.changed.get(index).copied().unwrap_or_default();
    let changed = is_changed.then(|| card.word(Word::Changed));
    el("summary.summary").add(heading).add(el("span.changed").text_or_hide(changed))
}

/// What a section holds.
fn body(card: &Card, index: usize) -> El {
    let body = el("div.section-body@section-body");
    let Some(section) = card.story.sections.get(index) else { return body };
    let mut body = body.add(disclosure::of_section(card, section));
    let language = section.language.as_ref().map_or(card.language(), Language::as_str);
    for part in &section.blocks {
        body = body.add(block(card, language, part));
    }
    body.add(card.more(section.omitted))
}
