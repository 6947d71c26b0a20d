//! What a card looks like in HTML.

mod dates;
pub mod escaping;
mod fields;
mod languages;
mod structure;

use serde_json::{Value, json};

use crate::html::{Element, card};
use crate::reading::story_with;

/// The card of the smallest story with these fields.
fn card_with(fields: &Value) -> Element {
    card(&story_with(fields))
}

/// The text that a reader sees of the smallest story with these fields.
fn text_with(fields: &Value) -> String {
    card_with(fields).text()
}

/// The demo stories, by name.
fn demo_stories() -> Vec<(&'static str, Value)> {
    let names = ["iraq-strike", "sea-level", "ferry-breaking"];
    let story = |name: &'static str| {
        let text = crate::reading::file(&format!("static/stories/{name}.json"));
        (name, serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}")))
    };
    names.map(story).into()
}

/// A section of these blocks.
fn body(blocks: &Value) -> Value {
    json!({ "sections": [{ "headline": "Part", "open": true, "blocks": blocks }] })
}
