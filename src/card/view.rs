//! The whole card, put together of its parts: total, cannot fail.
//!
//! The skeleton of the card is fixed. What is not there is an element with `hidden`,
//! never a missing one: Yew 0.23 panics when siblings come and go around a part that
//! renders nothing. Text is always a text node. What a reader presses is told by its
//! `data-` attributes, which the card reads at its root.

use std::rc::Rc;

use yew::prelude::*;

use super::{footer, header};
use crate::browser::list::fold_drawn;
use crate::citations::{list, note};
use crate::context::{Card, CardRef};
use crate::disclosure;
use crate::html::{dir, el};
use crate::part::{Kind, Part, PartProps};
use crate::sections::{self, State};
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
    let article = el("article.card@card")
        .set("aria-labelledby", "headline")
        .set("dir", dir(story.direction))
        .language(story.language.as_ref(), story.direction)
        .set("ai-disclosure", disclosure::attribute(disclosure::effective(story)));
    article
        .live()
        .add(header::view(shared))
        .add(disclosure::view(shared, false))
        .add(header::corrections(shared))
        .node(sections::view(card, state))
        .node(html! { <Timeline card={card.clone()} /> })
        .node(html! { <Part card={card.clone()} kind={&REST} /> })
        .node(html! { <Part card={card.clone()} kind={&NOTE} cited={cited.clone()} /> })
        .build()
}
