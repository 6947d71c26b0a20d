//! The timeline.

use super::keys;
use super::reader::{At, Reader};
use super::text::story_text;
use crate::limits::{MAX_EVENTS, MAX_HEADLINE};
use crate::story::{Event, Timeline};

/// Reads the timeline, and how many events were over the limit.
pub fn read(reader: &mut Reader, at: &At) -> (Option<Timeline>, usize) {
    let Some(at) = reader.object(at, "timeline") else {
        return (None, 0);
    };
    reader.check_keys(&at, keys::TIMELINE);
    let headline = at.get("headline").and_then(|value| reader.label(&value, MAX_HEADLINE));
    let (events, omitted) = reader.list(&at, "events", MAX_EVENTS, event);
    let timeline = (!events.is_empty()).then_some(Timeline { headline, events });
    (timeline, omitted)
}

/// An event without a date stays: it is told in the order the story gives it.
fn event(reader: &mut Reader, at: &At) -> Option<Event> {
    if !reader.is_object(at) {
        return None;
    }
    reader.check_keys(at, keys::EVENT);
    let date = reader.date(at, "date");
    // What cannot be read as a date is still what the story says of the time.
    let as_written = if date.is_none() { reader_label(reader, at) } else { None };
    let event = Event {
        display_date: reader.plain(at, "displayDate").or(as_written),
        date,
        headline: reader.plain(at, "headline"),
        text: story_text(reader, at, "text").unwrap_or_default(),
        group: reader.plain(at, "group"),
        url: reader.web_link(at, "url"),
        key: reader.flag(at, "key"),
    };
    if event.headline.is_none() && event.text.is_empty() {
        reader.report(at, "missing-field", "an event needs a text, left out");
        return None;
    }
    if event.date.is_none() && event.display_date.is_none() {
        reader.report(at, "missing-field", "an event needs a date or a displayDate");
    }
    Some(event)
}

fn reader_label(reader: &mut Reader, at: &At) -> Option<String> {
    let value = at.get("date")?;
    let super::json::Node::Text(text) = value.node else { return None };
    // A database writes so where it has none.
    if text.starts_with("0000-00") {
        return None;
    }
    reader.label(&value, MAX_HEADLINE)
}
