//! Documents that hold several stories.

use serde_json::{Value, json};
use story_card::{Error, Options, Parsed, parse};

use crate::reading::{refusal, story_with};

fn several() -> Value {
    json!([
        { "title": "not a story" },
        story_with(&json!({ "headline": "One", "id": "first", "url": "https://n.example/2026/one-slug" })),
        story_with(&json!({ "headline": "Two", "id": 22, "url": "https://n.example/two/?from=feed#top" })),
        story_with(&json!({ "headline": "Three", "schemaVersion": "story-card/2.0" })),
    ])
}

fn ask(item: Option<&str>) -> Result<Parsed, Error> {
    parse(&several().to_string(), &Options { item, ..Options::default() })
}

#[test]
fn a_story_of_a_list_is_called_by_index_id_url_or_slug() {
    for (item, headline, index) in [
        (None, "One", 1),
        (Some("1"), "One", 1),
        (Some("2"), "Two", 2),
        (Some("first"), "One", 1),
        (Some("22"), "Two", 2),
        (Some("https://n.example/2026/one-slug"), "One", 1),
        (Some("one-slug"), "One", 1),
        (Some("two"), "Two", 2),
    ] {
        let parsed = ask(item).unwrap_or_else(|error| panic!("{item:?}: {error}"));
        assert_eq!(
            (parsed.story.headline.as_str(), parsed.index),
            (headline, Some(index)),
            "{item:?}"
        );
    }
}

#[test]
fn what_is_asked_for_and_not_there_is_refused() {
    for (item, code) in [
        ("0", "not-a-story"),
        ("9", "not-a-story"),
        ("absent", "not-a-story"),
        ("", "not-a-story"),
        ("-1", "not-a-story"),
        ("3", "unsupported-version"),
    ] {
        let error = ask(Some(item)).expect_err(item);
        assert_eq!(error.code(), code, "{item}");
    }
}

#[test]
fn a_single_story_is_shown_whatever_item_is_asked_for() {
    let text = story_with(&json!({ "id": "alone" })).to_string();
    for item in ["0", "alone", "other"] {
        let parsed = parse(&text, &Options { item: Some(item), ..Options::default() });
        let parsed = parsed.unwrap_or_else(|error| panic!("{item}: {error}"));
        assert_eq!((parsed.story.id.as_deref(), parsed.index), (Some("alone"), None));
    }
}

#[test]
fn problems_of_a_story_in_a_list_are_told_with_its_place() {
    let text = json!([story_with(&json!({ "articleSection": 5 }))]).to_string();
    let parsed = parse(&text, &Options::default()).expect("a story");
    assert_eq!(parsed.problems[0].path, "/0/articleSection");
}

#[test]
fn a_list_without_a_story_is_refused() {
    for text in ["[]", "[1, 2]", "[{}]", "[[]]", "[null]"] {
        assert_eq!(refusal(text).code(), "not-a-story", "{text}");
    }
}
