//! The timeline.

use super::json::{Json, list, object};
use super::text::Texts;
use crate::story::{Event, Timeline};

pub fn timeline(texts: &Texts, timeline: &Timeline) -> Json {
    let Timeline { headline, events } = timeline;
    object([("headline", headline.into()), ("events", list(events, |entry| event(texts, entry)))])
}

fn event(texts: &Texts, event: &Event) -> Json {
    let Event { date, display_date, headline, text, group, url, key } = event;
    object([
        ("date", date.into()),
        ("displayDate", display_date.into()),
        ("headline", headline.into()),
        ("text", texts.field(Some(text))),
        ("group", group.into()),
        ("url", url.into()),
        ("key", (*key).into()),
    ])
}
