//! What the events of the tag carry, as plain objects.

use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;

use crate::card::CardEvent;
use crate::error::Error;
use crate::parse::Problem;
use crate::story::Story;

/// Fields with their names. Written as a map: `serde-wasm-bindgen` keeps the names of a
/// struct's fields in a hash table, which would be there for these few alone.
struct Detail<'a>(&'a [(&'static str, Field<'a>)]);

/// What a field holds.
#[derive(Clone, Copy)]
enum Field<'a> {
    Text(&'a str),
    Count(usize),
    Flag(bool),
    Problems(&'a [Problem]),
    /// `undefined`
    Nothing,
}

impl<'a> Field<'a> {
    fn of(text: Option<&'a str>) -> Self {
        text.map_or(Self::Nothing, Self::Text)
    }
}

impl Serialize for Detail<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

impl Serialize for Field<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Text(text) => serializer.serialize_str(text),
            // Counts stay below the limits of `parse`.
            Self::Count(count) => {
                serializer.serialize_u32(u32::try_from(count).unwrap_or(u32::MAX))
            }
            Self::Flag(flag) => serializer.serialize_bool(flag),
            Self::Problems(problems) => serializer.collect_seq(problems.iter().map(Told)),
            Self::Nothing => serializer.serialize_none(),
        }
    }
}

struct Told<'a>(&'a Problem);

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Detail(&problem(self.0)).serialize(serializer)
    }
}

/// The name of an event, without `story-card-`, and its detail.
pub fn of(event: &CardEvent) -> (&'static str, JsValue) {
    use Field::{Flag, Text};
    match event {
        CardEvent::Loaded { story, citations, problems, .. } => {
            ("load", loaded(story, *citations, problems))
        }
        CardEvent::Problem(told) => ("problem", object(&problem(told))),
        CardEvent::Failed(error) => ("error", failed(error)),
        CardEvent::Kept(error) => ("kept", failed(error)),
        CardEvent::Toggled { id, open } => {
            ("toggle", object(&[("id", Text(id)), ("open", Flag(*open))]))
        }
        CardEvent::Cited { id, url, how } => {
            let url = Field::of(url.as_deref());
            ("cite", object(&[("id", Text(id)), ("url", url), ("how", Text(how.as_str()))]))
        }
        CardEvent::Led { name } => ("led", object(&[("name", Text(name))])),
        CardEvent::Retried => ("retry", object(&[])),
        CardEvent::Drawn => ("drawn", JsValue::UNDEFINED),
        CardEvent::Linked { url, kind, .. } => {
            ("link", object(&[("url", Text(url)), ("kind", Text(kind))]))
        }
    }
}

fn loaded(story: &Story, citations: usize, problems: &[Problem]) -> JsValue {
    let events = story.timeline.as_ref().map_or(0, |timeline| timeline.events.len());
    object(&[
        ("id", Field::of(story.id.as_deref())),
        ("headline", Field::Text(&story.headline)),
        ("sections", Field::Count(story.sections.len())),
        ("citations", Field::Count(citations)),
        ("events", Field::Count(events)),
        ("problems", Field::Problems(problems)),
    ])
}

fn problem(problem: &Problem) -> [(&'static str, Field<'_>); 3] {
    let text = Field::Text;
    [
        ("code", text(problem.code)),
        ("path", text(&problem.path)),
        ("message", text(&problem.message)),
    ]
}

fn failed(error: &Error) -> JsValue {
    let message = error.to_string();
    let known = [("code", Field::Text(error.code())), ("message", Field::Text(&message))];
    match error.status() {
        Some(status) => {
            let [code, message] = known;
            object(&[code, message, ("status", Field::Count(status.into()))])
        }
        None => object(&known),
    }
}

/// A plain object. Only what is no text, number or list of them can fail, and there is no such
/// field.
fn object(fields: &[(&'static str, Field)]) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    Detail(fields).serialize(&serializer).unwrap_or_default()
}
