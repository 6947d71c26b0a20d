//! Sections that fold: `<details>`, which the platform opens by itself.

use web_sys::Element;
use yew::prelude::*;

use super::el::{El, el};
use super::piece::{Piece, What};
use super::{Card, CardRef, Toggle, Toggled, disclosure, prose};
use crate::state::State;
use crate::story::Section;
use crate::words::Word;

/// The button for all sections, and the sections.
pub fn view(card: &CardRef, state: &State) -> El {
    let shared = &*card.0;
    let story = &*shared.story;
    let folding = story.sections.iter().filter(|section| !section.headline.is_empty()).count();
    let is_all_open = state.is_all_open();
    let label = if is_all_open { Word::CollapseAll } else { Word::ExpandAll };
    let toggle_all = el("button.toggle-all@toggle-all")
        .set("type", "button")
        .set("data-act", if is_all_open { "close" } else { "open" })
        .hidden(folding < 2 || shared.settings.exclusive)
        .text(shared.word(label));
    let mut sections = el("div.sections@sections").hidden(story.sections.is_empty());
    for (index, section) in story.sections.iter().enumerate() {
        let (card, what, is_open) = (card.clone(), What::Section(index), state.is_open(index));
        let key = section.id.clone();
        sections = sections.node(html! { <Piece {key} {card} {what} {is_open} /> });
    }
    el("div.body").add(toggle_all).add(sections).add(shared.more(story.omitted.sections))
}

/// One section.
pub fn draw(card: &Card, index: usize, is_open: bool) -> El {
    let Some(section) = card.story.sections.get(index) else {
        return el("div").hidden(true);
    };
    // A section without a headline is always open.
    let outer = if section.headline.is_empty() {
        el("div.section standing@section section-open")
    } else {
        folding(card, section, index, is_open)
    };
    outer
        .attr("id", &["section-", &section.id].concat())
        .language(section.language.as_ref(), section.direction)
        .add(body(card, section))
}

fn folding(card: &Card, section: &Section, index: usize, is_open: bool) -> El {
    let on = card.on_toggle.clone();
    let on_toggle = Callback::from(move |event: Event| {
        if let Some(details) = event.target_dyn_into::<Element>() {
            let open = details.has_attribute("open");
            on.emit(Toggle { what: Toggled::Section(index), open });
        }
    });
    let heading = card
        .heading(1)
        .set("part", "section-heading")
        .set("class", "section-heading")
        .text(&section.headline);
    let is_changed = card.changed.get(index).copied().unwrap_or_default();
    let changed = is_changed.then(|| card.word(Word::Changed));
    el(if is_open { "details.section@section section-open" } else { "details.section@section" })
        .set("name", if card.settings.exclusive { "section" } else { "" })
        .flag("open", is_open)
        .on_toggle(on_toggle)
        .add(el("summary.summary").add(heading).add(el("span.changed").text_or_hide(changed)))
}

fn body(card: &Card, section: &Section) -> El {
    let mut body = el("div.section-body@section-body").add(disclosure::of_section(card, section));
    for block in &section.blocks {
        body = body.add(prose::block(card, block));
    }
    body.add(card.more(section.omitted))
}
