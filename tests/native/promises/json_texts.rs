//! P13: any JSON, and anything else, ends in a story or in an error with a code.

use serde_json::Value;
use story_card::{Options, parse};

use crate::hostile::{self, JSON_TEXTS, places};
use crate::reading::complete_story;

/// Texts `serde_json` reads otherwise, by intent: half a pair of surrogates is mended
/// here, a number too large to compute with is a number, and what is deep is passed over.
fn is_read_otherwise(text: &str) -> bool {
    let is_huge = text.contains("1e400");
    is_huge
        || serde_json::from_str::<Value>(text).is_err_and(|error| {
            let words = error.to_string();
            ["surrogate", "hex escape", "recursion"].iter().any(|part| words.contains(part))
        })
}

fn code(text: &str) -> &'static str {
    parse(text, &Options::default()).map_or_else(|error| error.code(), |_| "a story")
}

#[test]
fn p13_every_value_is_no_story_and_every_other_text_no_json() {
    for text in hostile::of(JSON_TEXTS, &["valid"]) {
        assert_eq!(code(&text), "not-a-story", "{text:.200}");
        let agrees = serde_json::from_str::<Value>(&text).is_ok();
        assert!(agrees || is_read_otherwise(&text), "the list is wrong: {text:.200}");
    }
    for text in hostile::of(JSON_TEXTS, &["invalid"]) {
        assert_eq!(code(&text), "not-json", "{text:.200}");
        let bare = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
        assert!(serde_json::from_str::<Value>(bare).is_err(), "the list is wrong: {text:.200}");
    }
    for text in hostile::of(JSON_TEXTS, &["stories"]) {
        assert_eq!(code(&text), "a story", "{text:.200}");
    }
}

#[test]
fn p13_any_value_in_any_field_costs_that_field_only() {
    let values = hostile::of(JSON_TEXTS, &["valid"]);
    let story = complete_story();
    let mut fields = Vec::new();
    places(&story, "", &mut fields);
    fields.retain(|field| !["/headline", "/schemaVersion", "/pubStatus"].contains(&field.as_str()));
    assert!(fields.len() > 150, "only {}", fields.len());
    for field in &fields {
        // Put in as text, so that values stand there that `serde_json` cannot hold.
        let mut marked = story.clone();
        *marked.pointer_mut(field).expect("a field") = "<HERE>".into();
        let marked = marked.to_string();
        for value in &values {
            let text = marked.replacen("\"<HERE>\"", value, 1);
            let parsed = parse(&text, &Options::default());
            let parsed = parsed.unwrap_or_else(|error| panic!("{field} = {value:.80}: {error}"));
            assert_eq!(parsed.story.headline, story["headline"].as_str().unwrap_or_default());
        }
    }
}
