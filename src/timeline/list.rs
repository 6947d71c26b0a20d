//! The timeline as an ordered list on a rail.

use crate::attributes::{self, LEFT_OUT};
use crate::browser::folding;
use crate::context::Card;
use crate::html::{El, el, kind, link, maybe_link};
use crate::part::Kind;
use crate::story::Event;
use crate::words::Word;
use crate::{dates, prose, search};

/// A longer list folds: it would push the rest of the story off a phone's screen.
const MAX_UNFOLDED: usize = 12;
/// How many of the last events are left of a folded list in which none is key; the first is
/// left too.
const LAST: usize = 5;

/// The list of events.
pub static EVENTS: Kind = Kind {
    weight: |story, _| story.timeline.as_ref().map_or(0, |timeline| timeline.events.len()),
    body: Some(|card, _| list(card)),
    frame: |card, _, list| [search(card).build(), list].into_iter().collect(),
    drawn: folding::fold_drawn,
};

/// Whether the list of so many events folds.
pub const fn folds(events: usize) -> bool {
    events > MAX_UNFOLDED
}

/// Whether a folded list leaves this event out: it shows those that its editor chose, else
/// how it began and where it stands.
fn is_left_out(index: usize, events: &[Event], has_key: bool) -> bool {
    let is_kept = match events.get(index) {
        Some(event) if has_key => event.key,
        _ => index == 0 || index + LAST >= events.len(),
    };
    folds(events.len()) && !is_kept
}

/// Id of an event inside the shadow root, and its name in the address of a page.
#[must_use]
pub fn event_id(event: usize) -> String {
    ["event-", &(event + 1).to_string()].concat()
}

/// The box that searches the list.
pub fn search(card: &Card) -> El {
    search::view(card, "timeline-list", count(card), Word::FilterEvents)
}

fn events(card: &Card) -> &[Event] {
    card.story.timeline.as_ref().map_or(&[], |timeline| timeline.events.as_slice())
}

/// How many events there are.
pub fn count(card: &Card) -> usize {
    events(card).len()
}

/// The list.
pub fn list(card: &Card) -> El {
    let events = events(card);
    let list = el("ol.timeline-list@timeline-list");
    let mut list = list.set("id", "timeline-list").set("role", "list");
    let has_key = events.iter().any(|event| event.key);
    for (index, event) in events.iter().enumerate() {
        list = list.add(self::event(card, index, event, is_left_out(index, events, has_key)));
    }
    list
}

fn event(card: &Card, index: usize, event: &Event, is_left_out: bool) -> El {
    let display = event.display_date.as_deref();
    let time = dates::time(event.date.as_ref(), display, &card.locale());
    let date =
        el("p.event-date@event-date").hidden(event.date.is_none() && display.is_none()).add(time);
    let headline = maybe_link(event.url.as_ref(), kind::TEXT);
    let headline = headline.text(event.headline.as_deref().unwrap_or_default());
    let text = el("p.event-text@event-text").hidden(event.text.is_empty());
    let mut body = el("div.event-body")
        .add_text("p.event-group", event.group.as_deref())
        .add(el("p.event-headline@event-headline").hidden(event.headline.is_none()).add(headline))
        .add(prose::text(card, text, &event.text));
    // An event that has no headline to link shows the host.
    if let (Some(url), None) = (&event.url, &event.headline) {
        body = body.add(link("a.host", url, kind::TEXT).add(el("bdi").text(url.host())));
    }
    let id = event_id(index);
    el("li.event@event")
        .flag(LEFT_OUT, is_left_out)
        .attr("id", &id)
        .attr(attributes::EVENT, &index.to_string())
        .flag(attributes::STOP, true)
        .add(date)
        .add(body)
}
