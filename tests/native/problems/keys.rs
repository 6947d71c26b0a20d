//! Keys that nobody reads, and keys that stand twice.

use serde_json::{Value, json};
use story_card::Parsed;

use super::fields::of_the_complete_story;
use crate::reading::{complete_story, problems, read, read_with};

/// The problem with this code, where it stands and what it says.
fn told(parsed: &Parsed, code: &str) -> Vec<(String, String)> {
    let problems = parsed.problems.iter().filter(|problem| problem.code == code);
    problems.map(|problem| (problem.path.clone(), problem.message.clone())).collect()
}

fn unknown(fields: &Value) -> Vec<(String, String)> {
    told(&read_with(fields), "unknown-key")
}

#[test]
fn a_key_by_another_name_is_told_with_its_own() {
    for (typed, meant) in [
        ("authors", "author"),
        ("byline", "author"),
        ("body", "sections"),
        ("articleBody", "sections"),
        ("content", "sections"),
        ("title", "headline"),
        ("subtitle", "alternativeHeadline"),
        ("summary", "description"),
        ("abstract", "description"),
        ("sources", "citation"),
        ("references", "citation"),
        ("tags", "keywords"),
        ("lang", "inLanguage"),
        ("published_at", "datePublished"),
        ("pubDate", "datePublished"),
        ("updated", "dateModified"),
        ("link", "url"),
        ("photo", "image"),
        // Spelled otherwise.
        ("date_published", "datePublished"),
        ("DATEPUBLISHED", "datePublished"),
        ("article-section", "articleSection"),
        // Mistyped.
        ("xsections", "sections"),
        ("descripton", "description"),
        ("timelime", "timeline"),
        ("citations", "citation"),
    ] {
        let seen = unknown(&json!({ typed: "x" }));
        assert_eq!(seen.len(), 1, "{typed}: {seen:?}");
        assert_eq!(seen[0].0, format!("/{typed}"));
        assert!(seen[0].1.contains(&format!("is {meant} meant")), "{typed}: {}", seen[0].1);
    }
    let strange = unknown(&json!({ "weather": "rain" }));
    assert!(!strange[0].1.contains("meant"), "{strange:?}");
}

#[test]
fn every_object_of_a_story_tells_its_unknown_keys() {
    let mut tried = 0;
    for (pointer, _) in of_the_complete_story() {
        let mut story = complete_story();
        let place = story.pointer_mut(&pointer).expect("a field of the fixture");
        let Value::Object(fields) = place else { continue };
        if pointer == "/digitalSourceType" {
            continue;
        }
        fields.insert("zzz".to_owned(), json!(1));
        let path = format!("{pointer}/zzz");
        assert!(problems(&read(&story)).contains(&("unknown-key", path.as_str())), "{path}");
        tried += 1;
    }
    assert!(tried > 15, "only {tried}");
}

#[test]
fn a_key_meant_elsewhere_is_told_by_what_this_object_has() {
    let block = |block: Value| json!({ "sections": [{ "blocks": [block] }] });
    for (fields, path, meant) in [
        (json!({ "author": [{ "name": "A", "bio": "B" }] }), "/author/0/bio", "description"),
        (json!({ "author": [{ "name": "A", "role": "B" }] }), "/author/0/role", "jobTitle"),
        (
            json!({ "sections": [{ "title": "T", "blocks": ["a"] }] }),
            "/sections/0/title",
            "headline",
        ),
        (
            json!({ "sections": [{ "content": "T", "blocks": ["a"] }] }),
            "/sections/0/content",
            "blocks",
        ),
        (
            block(json!({ "type": "paragraph", "text": "a", "content": "b" })),
            "/sections/0/blocks/0/content",
            "text",
        ),
        (
            block(json!({ "type": "quote", "text": "a", "by": "b" })),
            "/sections/0/blocks/0/by",
            "attribution",
        ),
        (
            json!({ "citation": [{ "id": 1, "title": "T", "publisher": "P" }] }),
            "/citation/0/title",
            "name",
        ),
        (
            json!({ "timeline": { "events": [{ "when": "2020", "date": "2020", "text": "a" }] } }),
            "/timeline/events/0/when",
            "date",
        ),
        (
            json!({ "image": { "url": "https://a.example/i.png", "credit": "P" } }),
            "/image/credit",
            "creditText",
        ),
    ] {
        let seen = unknown(&fields);
        assert_eq!(seen.len(), 1, "{path}: {seen:?}");
        assert_eq!(seen[0].0, path);
        assert!(seen[0].1.contains(&format!("is {meant} meant")), "{path}: {}", seen[0].1);
    }
}

#[test]
fn a_block_tells_what_another_kind_of_block_has() {
    let blocks = json!([
        { "type": "paragraph", "text": "a", "items": ["b"] },
        { "type": "heading", "text": "a", "items": [], "attribution": "", "url": null },
    ]);
    let seen = unknown(&json!({ "sections": [{ "blocks": blocks }] }));
    assert_eq!(seen.len(), 1, "what is empty is absent: {seen:?}");
    assert_eq!(seen[0].0, "/sections/0/blocks/0/items");
}

#[test]
fn keys_of_others_are_nobodys_business() {
    let story = json!({
        "_vendor": 1, "$schema": "./s.json", "@context": "https://schema.org", "@type": "A",
        "author": [{ "name": "A", "_id": 7, "@id": "x" }],
    });
    assert_eq!(unknown(&story), []);
    assert_eq!(told(&read(&complete_story()), "unknown-key"), []);
}

#[test]
fn what_a_thousand_events_have_is_told_once() {
    let event = |n: usize| json!({ "date": "2020", "text": "a", "icon": n, format!("key{n}"): 1 });
    let events: Vec<Value> = (0..500).map(event).collect();
    let seen = unknown(&json!({ "timeline": { "events": events } }));
    assert_eq!(seen.iter().filter(|(path, _)| path.ends_with("icon")).count(), 1);
    assert_eq!(seen.len(), 20);
}

#[test]
fn a_key_that_stands_twice_is_told_and_the_last_one_counts() {
    let text = r#"{"schemaVersion":"story-card/1.0","headline":"A","headline":"B","headline":"C",
        "author":[{"name":"X","name":"Y"}],"_a":1,"_a":2,"zzz":1,"zzz":2}"#;
    let parsed = story_card::parse(text, &story_card::Options::default()).expect("a story");
    assert_eq!(parsed.story.headline, "C");
    assert_eq!(parsed.story.authors[0].name, "Y");
    let seen = told(&parsed, "duplicate-key");
    let paths: Vec<&str> = seen.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["/headline", "/author/0/name"]);
    assert!(seen[0].1.contains("the last one counts"), "{seen:?}");
}
