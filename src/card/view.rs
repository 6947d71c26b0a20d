//! The whole card, put together of its parts: total, cannot fail.
//!
//! The skeleton of the card is fixed. What is not there is an element with `hidden`,
//! never a missing one: Yew 0.23 panics when siblings come and go around a part that
//! renders nothing. Text is always a text node. What a reader presses is told by its
//! `data-` attributes, which the card reads at its root.

use std::rc::Rc;

use yew::prelude::*;

use super::{footer, header};
use crate::browser::folding::fold_drawn;
use crate::citations::{list, note};
use crate::context::{Card, CardRef};
use crate::disclosure;
use crate::html::{dir, el};
use crate::part::{Kind, Part, PartProps};
use crate::sections::{self, State};
use crate::settings::Layout;
use crate::timeline::Timeline;

/// All that follows the timeline.
static REST: Kind = Kind {
    weight: |story, _| story.sources.len(),
    body: Some(|card, _| list::list(card)),
    frame: |card, _, list| {
        [list::view(card, list), footer::view(card).build()].into_iter().collect()
    },
    drawn: fold_drawn,
};

/// The note.
static NOTE: Kind = Kind {
    weight: |_, _| 0,
    body: None,
    frame: |card: &Card, props: &PartProps, _| note::view(card, &props.cited).build(),
    drawn: |_, _| {},
};

/// The whole card; `cited` are the sources that its note shows.
pub fn card(card: &CardRef, state: &State, cited: &Rc<[usize]>) -> Html {
    let shared = &*card.0;
    let story = &*shared.story;
    // To look for the badge itself, `:has(.urgent)`, the browser would go through all of the
    // card each time that something in it changes.
    let kind =
        if shared.is_urgent { "article.card urgent-story@card" } else { "article.card@card" };
    let article = el(kind)
        .set("aria-labelledby", "headline")
        .set("dir", dir(story.direction))
        .language(story.language.as_ref(), story.direction)
        .set("ai-disclosure", disclosure::attribute(disclosure::effective(story)));
    let note = html! { <Part card={card.clone()} kind={&NOTE} cited={cited.clone()} /> };
    if shared.settings.layout == Layout::Teaser {
        return article.key("teaser").live().add(header::teaser(shared)).node(note).build();
    }
    article
        .live()
        .add(header::view(shared))
        .add(disclosure::view(shared, false))
        .add(header::corrections(shared))
        .node(sections::view(card, state))
        .node(side(card))
        .node(html! { <Part card={card.clone()} kind={&REST} /> })
        .node(note)
        .build()
}

/// What stands beside the story where there is room: an index of it, and the timeline.
fn side(card: &CardRef) -> Html {
    let stays = el("div.stays")
        .live()
        .add(sections::index(&card.0))
        .node(html! { <Timeline card={card.clone()} /> })
        .build();
    el("div.side").hidden(card.0.story.timeline.is_none()).live().node(stays).build()
}
