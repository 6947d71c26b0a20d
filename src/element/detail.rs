//! What the events of the tag carry, as plain objects.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::card::CardEvent;
use crate::error::Error;
use crate::parse::Problem;
use crate::story::Story;

#[derive(Serialize)]
struct Loaded<'a> {
    id: Option<&'a str>,
    headline: &'a str,
    sections: u32,
    citations: u32,
    events: u32,
    problems: &'a [Problem],
}

#[derive(Serialize)]
struct Failed {
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
}

#[derive(Serialize)]
struct Toggled<'a> {
    id: &'a str,
    open: bool,
}

#[derive(Serialize)]
struct Cited<'a> {
    id: &'a str,
    url: Option<&'a str>,
    how: &'static str,
}

#[derive(Serialize)]
struct Led<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Linked<'a> {
    url: &'a str,
    kind: &'a str,
}

#[derive(Serialize)]
struct Retried {}

/// The name of an event, without `story-card-`, and its detail.
pub fn of(event: &CardEvent) -> (&'static str, JsValue) {
    match event {
        CardEvent::Loaded { story, citations, problems, .. } => {
            ("load", object(&loaded(story, *citations, problems)))
        }
        CardEvent::Problem(problem) => ("problem", object(problem)),
        CardEvent::Failed(error) => ("error", object(&failed(error))),
        CardEvent::Kept(error) => ("kept", object(&failed(error))),
        CardEvent::Toggled { id, open } => ("toggle", object(&Toggled { id, open: *open })),
        CardEvent::Cited { id, url, how } => {
            ("cite", object(&Cited { id, url: url.as_deref(), how: how.as_str() }))
        }
        CardEvent::Led { name } => ("led", object(&Led { name })),
        CardEvent::Retried => ("retry", object(&Retried {})),
        CardEvent::Linked { url, kind, .. } => ("link", object(&Linked { url, kind })),
    }
}

fn loaded<'a>(story: &'a Story, citations: usize, problems: &'a [Problem]) -> Loaded<'a> {
    let events = story.timeline.as_ref().map_or(0, |timeline| timeline.events.len());
    Loaded {
        id: story.id.as_deref(),
        headline: &story.headline,
        sections: count(story.sections.len()),
        citations: count(citations),
        events: count(events),
        problems,
    }
}

fn failed(error: &Error) -> Failed {
    Failed { code: error.code(), message: error.to_string(), status: error.status() }
}

/// Counts stay below the limits of `parse`.
fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A plain object: `None` is `undefined` in it, not `null`. Only what is no text, number or
/// list of them can fail, and there is no such field.
fn object(detail: &impl Serialize) -> JsValue {
    detail.serialize(&Serializer::new()).unwrap_or_default()
}
