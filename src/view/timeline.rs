//! The timeline as an ordered list.

use yew::prelude::*;

use super::{Card, more, prose, when};
use crate::card::LinkKind;
use crate::story::Event;

pub fn view(card: &Card) -> Html {
    let timeline = card.story.timeline.as_ref();
    let headline = timeline.and_then(|timeline| timeline.headline.clone());
    let headline = headline.unwrap_or_else(|| card.words.timeline.to_string());
    let events = timeline.map_or(&[][..], |timeline| &timeline.events);
    html! {
        <section part="timeline" class="timeline" aria-labelledby="timeline" hidden={timeline.is_none()}>
            <@{card.heading(1)} id="timeline" class="small-heading">{ headline }</@>
            <ol part="timeline-list" class="timeline-list" role="list">
                { for events.iter().enumerate().map(|(index, event)| self::event(card, index, event)) }
            </ol>
            { more(&card.words, card.story.omitted.events) }
        </section>
    }
}

fn event(card: &Card, index: usize, event: &Event) -> Html {
    let display = event.display_date.as_deref();
    html! {
        <li key={index} part="event" class="event" id={["event-", &(index + 1).to_string()].concat()}>
            <p part="event-date" class="event-date" hidden={event.date.is_none() && display.is_none()}>
                { when::time(event.date.as_ref(), display, &card.words, card.language()) }
            </p>
            <div class="event-body">
                <p class="event-group" hidden={event.group.is_none()}>{ event.group.clone() }</p>
                <p part="event-headline" class="event-headline" hidden={event.headline.is_none()}>
                    { event_headline(card, event) }
                </p>
                <p part="event-text" class="event-text" hidden={event.text.is_empty()}>
                    { prose::text(card, &event.text) }
                </p>
                { event_link(card, event) }
            </div>
        </li>
    }
}

fn event_headline(card: &Card, event: &Event) -> Html {
    match &event.url {
        Some(url) => html! {
            <a
                href={url.as_str().to_owned()}
                rel="noopener noreferrer"
                onclick={card.on_follow(url, LinkKind::Text)}
            >{ event.headline.clone() }</a>
        },
        None => html! { <span>{ event.headline.clone() }</span> },
    }
}

/// An event that has no headline to link shows the host.
fn event_link(card: &Card, event: &Event) -> Html {
    match event.url.as_ref().filter(|_| event.headline.is_none()) {
        Some(url) => html! {
            <a
                class="host"
                href={url.as_str().to_owned()}
                rel="noopener noreferrer"
                onclick={card.on_follow(url, LinkKind::Text)}
            ><bdi>{ url.host().to_owned() }</bdi></a>
        },
        None => html! { <span hidden=true /> },
    }
}
