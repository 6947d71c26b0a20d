//! The timeline as an ordered list.

use super::el::{El, el};
use super::{Card, kind, link, maybe_link, prose, when};
use crate::story::Event;
use crate::words::Word;

pub fn view(card: &Card) -> El {
    let timeline = card.story.timeline.as_ref();
    let headline = timeline.and_then(|timeline| timeline.headline.as_deref());
    let mut list = el("ol.timeline-list@timeline-list").set("role", "list");
    for (index, event) in timeline.iter().flat_map(|timeline| &timeline.events).enumerate() {
        list = list.add(self::event(card, index, event));
    }
    el("section.timeline@timeline")
        .set("aria-labelledby", "timeline")
        .hidden(timeline.is_none())
        .add(card.small_heading("timeline", headline.unwrap_or(card.word(Word::Timeline))))
        .add(list)
        .add(card.more(card.story.omitted.events))
}

fn event(card: &Card, index: usize, event: &Event) -> El {
    let display = event.display_date.as_deref();
    let time = when::time(event.date.as_ref(), display, &card.words, card.language());
    let date =
        el("p.event-date@event-date").hidden(event.date.is_none() && display.is_none()).node(time);
    let headline = maybe_link(event.url.as_ref(), kind::TEXT);
    let headline = headline.text(event.headline.as_deref().unwrap_or_default());
    let text = el("p.event-text@event-text").hidden(event.text.is_empty());
    let mut body = el("div.event-body")
        .add(el("p.event-group").text_or_hide(event.group.as_deref()))
        .add(el("p.event-headline@event-headline").hidden(event.headline.is_none()).add(headline))
        .add(prose::text(card, text, &event.text));
    // An event that has no headline to link shows the host.
    if let (Some(url), None) = (&event.url, &event.headline) {
        body = body.add(link("a.host", url, kind::TEXT).add(el("bdi").text(url.host())));
    }
    let id = ["event-", &(index + 1).to_string()].concat();
    el("li.event@event").key(&id).attr("id", &id).add(date).add(body)
}
