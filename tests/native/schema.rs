//! The two schemas: sound, met by our stories, and of one mind with the parser.

mod agreement;
mod emit;

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::reading::{complete_story, file, problems, read_with, story_with};

/// A schema of `static/schema`.
fn schema(name: &str) -> Value {
    serde_json::from_str(&file(&format!("static/schema/{name}.schema.json"))).expect(name)
}

fn validator(name: &str) -> Validator {
    jsonschema::validator_for(&schema(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The schema for editors, which takes every story that the card shows without a problem.
pub fn tolerant() -> Validator {
    validator("story-card-1")
}

/// The schema for language models: content only, every field required.
fn strict() -> Validator {
    validator("story-card-1.emit")
}

pub fn check_valid(validator: &Validator, name: &str, story: &Value) {
    let errors: Vec<String> =
        validator.iter_errors(story).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
}

#[test]
fn both_schemas_are_schemas() {
    for name in ["story-card-1", "story-card-1.emit"] {
        assert!(jsonschema::meta::is_valid(&schema(name)), "{name}");
        let _ = validator(name);
    }
}

#[test]
fn our_stories_are_valid() {
    let tolerant = tolerant();
    check_valid(&tolerant, "complete", &complete_story());
    for name in ["iraq-strike", "sea-level", "ferry-breaking"] {
        let story =
            serde_json::from_str(&file(&format!("static/stories/{name}.json"))).expect(name);
        check_valid(&tolerant, name, &story);
    }
}

#[test]
fn what_is_no_story_is_not_valid() {
    let tolerant = tolerant();
    for document in [
        json!(null),
        json!([]),
        json!({}),
        json!({ "headline": "H" }),
        json!({ "schemaVersion": "story-card/1.0" }),
        story_with(&json!({ "headline": "" })),
        story_with(&json!({ "headline": null })),
        story_with(&json!({ "schemaVersion": "story-card/2.0" })),
        story_with(&json!({ "schemaVersion": 1 })),
    ] {
        assert!(!tolerant.is_valid(&document), "{document}");
        assert!(
            story_card::parse(&document.to_string(), &story_card::Options::default()).is_err(),
            "{document}"
        );
    }
}

#[test]
fn absent_forms_are_valid_and_no_problem() {
    let tolerant = tolerant();
    for key in complete_story().as_object().expect("an object").keys() {
        if key == "schemaVersion" || key == "headline" || key.starts_with('_') {
            continue;
        }
        for absent in [json!(null), json!(""), json!([]), json!({})] {
            let fields = json!({ key: absent });
            check_valid(&tolerant, key, &story_with(&fields));
            assert_eq!(problems(&read_with(&fields)), [], "{fields}");
        }
    }
}

#[test]
fn the_examples_that_the_schema_gives_are_valid_and_no_problem() {
    let (schema, tolerant) = (schema("story-card-1"), tolerant());
    let properties = schema["properties"].as_object().expect("properties");
    let mut count = 0;
    for (key, property) in properties {
        for example in property["examples"].as_array().into_iter().flatten() {
            let story =
                story_with(&json!({ "citation": [{ "id": 1, "name": "N" }], key: example }));
            check_valid(&tolerant, key, &story);
            let parsed = story_card::parse(&story.to_string(), &story_card::Options::default());
            let parsed = parsed.unwrap_or_else(|error| panic!("{key}: {error}"));
            assert_eq!(problems(&parsed), [], "{key}: {example}");
            count += 1;
        }
    }
    assert!(count > 30, "only {count} examples");
}
