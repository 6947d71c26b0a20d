//! What a language model emits under the strict schema is a story without problems.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{check_valid, strict, tolerant};
use crate::reading::{problems, read};

fn words() -> impl Strategy<Value = String> {
    "[A-Za-zéß日“”’.,;:!?—]{1,12}( [A-Za-z0-9*éß(),.$%<&]{1,12}){0,8}"
}

fn maybe(words: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    prop_oneof![3 => words, 1 => Just(String::new())]
}

/// A block with what its kind needs, and nothing in the fields it does not use.
fn block() -> impl Strategy<Value = Value> {
    let texts = (words(), maybe(words()), prop::sample::select(vec!["paragraph", "quote"]));
    let text = texts.prop_map(|(text, attribution, kind)| {
        let attribution = if kind == "quote" { attribution } else { String::new() };
        json!({ "type": kind, "text": text, "attribution": attribution, "items": [] })
    });
    let list = prop::collection::vec(words(), 1..5)
        .prop_map(|items| json!({ "type": "list", "text": "", "attribution": "", "items": items }));
    prop_oneof![text, list]
}

fn section() -> impl Strategy<Value = Value> {
    let parts = (maybe(words()), prop::collection::vec(block(), 0..4));
    parts.prop_map(|(headline, blocks)| json!({ "headline": headline, "blocks": blocks }))
}

const DATES: [&str; 14] = [
    "2020",
    "2020-05",
    "2020-05-17",
    "2020/..",
    "../2020",
    "2014/2016",
    "1797~",
    "1756?",
    "198X",
    "19XX",
    "2001-21",
    "-0043",
    "2004-02-29",
    "2020/",
];

fn event() -> impl Strategy<Value = Value> {
    let date = prop::sample::select(DATES.to_vec());
    let parts = (date, maybe(words()), words());
    parts.prop_map(
        |(date, display, text)| json!({ "date": date, "displayDate": display, "text": text }),
    )
}

fn story() -> impl Strategy<Value = Value> {
    let language = prop::sample::select(vec!["en", "de-AT", "ar", "zh-Hant", "pt-BR", ""]);
    let head = (words(), maybe(words()), maybe(words()), language);
    let body = (
        prop::collection::vec(section(), 0..4),
        maybe(words()),
        prop::collection::vec(event(), 0..4),
    );
    (head, body).prop_map(|((headline, lead, badge, language), (sections, title, events))| {
        json!({
            "headline": headline, "description": lead, "articleSection": badge, "inLanguage": language,
            "sections": sections, "timeline": { "headline": title, "events": events },
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_story_as_emitted_has_no_problems(mut story in story()) {
        check_valid(&strict(), "emitted", &story);
        story["schemaVersion"] = json!("story-card/1.0");
        check_valid(&tolerant(), "with its version", &story);
        let parsed = read(&story);
        prop_assert!(parsed.problems.is_empty(), "{:?}", problems(&parsed));
        let sections = story["sections"].as_array().map_or(0, Vec::len);
        prop_assert_eq!(parsed.story.sections.len(), sections);
        let events = story["timeline"]["events"].as_array().map_or(0, Vec::len);
        prop_assert_eq!(parsed.story.timeline.map_or(0, |timeline| timeline.events.len()), events);
    }
}

fn emitted() -> Value {
    json!({
        "headline": "H", "description": "", "articleSection": "", "inLanguage": "",
        "sections": [{ "headline": "S", "blocks": [{ "type": "paragraph", "text": "T", "attribution": "", "items": [] }] }],
        "timeline": { "headline": "", "events": [{ "date": "2020", "displayDate": "", "text": "T" }] },
    })
}

#[test]
fn the_strict_schema_needs_every_field_and_takes_no_other() {
    let strict = strict();
    check_valid(&strict, "emitted", &emitted());
    for pointer in ["", "/sections/0", "/sections/0/blocks/0", "/timeline", "/timeline/events/0"] {
        let keys: Vec<String> = emitted()
            .pointer(pointer)
            .and_then(Value::as_object)
            .expect(pointer)
            .keys()
            .cloned()
            .collect();
        for key in keys {
            let mut story = emitted();
            let object = story.pointer_mut(pointer).and_then(Value::as_object_mut).expect(pointer);
            let value = object.remove(&key).expect("a value");
            assert!(!strict.is_valid(&story), "without {pointer}/{key}");
            let object = story.pointer_mut(pointer).and_then(Value::as_object_mut).expect(pointer);
            object.insert(key.clone(), value);
            object.insert("other".into(), json!(1));
            assert!(!strict.is_valid(&story), "with {pointer}/other");
        }
    }
}

#[test]
fn the_strict_schema_keeps_to_what_providers_take() {
    let text = super::schema("story-card-1.emit").to_string();
    // Anthropic's compiler refuses grammars somewhere above 3.5 kB.
    assert!(text.len() < 3_500, "{} bytes", text.len());
    for word in [
        "anyOf",
        "oneOf",
        "allOf",
        "$ref",
        "minLength",
        "maxItems",
        "pattern",
        "\"null\"",
        "format",
    ] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn what_the_guide_adds_to_an_emitted_story_is_read_without_problems() {
    let guide = crate::reading::file("docs/models.md");
    let added = guide.split("```json\n").nth(1).and_then(|rest| rest.split("```").next());
    let mut story: Value = serde_json::from_str(added.expect("a sample")).expect("JSON");
    let fields = story.as_object_mut().expect("an object");
    fields.extend(emitted().as_object().cloned().unwrap_or_default());
    fields["sections"][0]["blocks"][0]["text"] = json!("The passage.[1]");
    let parsed = read(&story);
    assert!(parsed.problems.is_empty(), "{:?}", problems(&parsed));
    assert_eq!(parsed.story.sources.len(), 1);
}
