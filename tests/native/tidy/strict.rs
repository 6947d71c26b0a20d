//! The strict schema, for who makes stories: made from the tolerant one, so that it takes nothing
//! that a card would not. It refuses keys and words that nobody reads, and one of a list that
//! stands without it.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::{Map, Value, json};

use super::made::keep_current;
use crate::reading::{complete_story, file, story_with};

const TOLERANT: &str = "static/schema/story-card-1.schema.json";
const STRICT: &str = "static/schema/story-card-1.strict.schema.json";
/// Keys that are the maker's own.
const OWN_KEYS: &str = "^[_$@]";

fn read(path: &str) -> Value {
    serde_json::from_str(&file(path)).expect("JSON")
}

/// Of words that are known, or else any text, only those that are known; of a list, or one
/// without it, only the list.
fn best(choices: &[Value]) -> Vec<Value> {
    let has_words = choices.iter().any(|choice| choice.get("enum").is_some());
    let is_any_text = |choice: &Value| *choice == json!({ "type": "string" });
    let is_list = |choice: &Value| choice["type"] == json!("array");
    let is_absent = |choice: &Value| choice["$ref"] == json!("#/$defs/absent");
    let has_list = choices.iter().any(is_list);
    let is_best = |choice: &&Value| {
        let is_known = !has_words || !is_any_text(choice);
        is_known && (!has_list || is_list(choice) || is_absent(choice))
    };
    choices.iter().filter(is_best).cloned().collect()
}

/// The same schema, strict in all that it describes, its keys in order.
fn strict(schema: &Value) -> Value {
    match schema {
        Value::Array(list) => list.iter().map(strict).collect(),
        Value::Object(object) => {
            let mut made: BTreeMap<String, Value> = BTreeMap::new();
            for (key, value) in object {
                let value = match (key.as_str(), value) {
                    ("anyOf", Value::Array(choices)) => best(choices).into(),
                    // An example holds a story's keys, not a schema's.
                    ("examples" | "enum" | "const", _) => {
                        made.insert(key.clone(), value.clone());
                        continue;
                    }
                    _ => value.clone(),
                };
                made.insert(key.clone(), strict(&value));
            }
            if object.get("type") == Some(&json!("object")) && object.contains_key("properties") {
                made.insert("additionalProperties".to_owned(), json!(false));
                made.insert("patternProperties".to_owned(), json!({ OWN_KEYS: true }));
            }
            made.into_iter().collect::<Map<_, _>>().into()
        }
        other => other.clone(),
    }
}

fn document() -> Value {
    let mut made = strict(&read(TOLERANT));
    made["$id"] = json!("https://story-card.example/schema/story-card-1.strict.schema.json");
    made["title"] = json!("Story for story-card, version 1, strict");
    made["description"] = json!(
        "What a maker of stories should write: the tolerant schema without the keys and words that nobody reads. Keys beginning with _, $ or @ are yours. Made from story-card-1.schema.json."
    );
    made
}

fn validator(schema: &Value) -> Validator {
    jsonschema::validator_for(schema).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn the_strict_schema_is_made_from_the_tolerant_one() {
    keep_current(STRICT, &(serde_json::to_string_pretty(&document()).expect("JSON") + "\n"));
    assert!(jsonschema::meta::is_valid(&document()));
}

#[test]
fn our_stories_are_strictly_valid() {
    let strict = validator(&document());
    let demo = ["iraq-strike", "sea-level", "ferry-breaking"];
    let demo = demo.map(|name| read(&format!("static/stories/{name}.json")));
    for story in demo.iter().chain([&complete_story()]) {
        let errors: Vec<String> =
            strict.iter_errors(story).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn what_nobody_reads_is_refused_by_the_strict_schema_alone() {
    let (tolerant, strict) = (validator(&read(TOLERANT)), validator(&document()));
    for more in [
        json!({ "authors": "Ada" }),
        json!({ "author": [{ "type": "Person", "name": "Ada", "twitter": "@ada" }] }),
        json!({ "sections": [{ "headline": "A", "blocks": [{ "type": "qoute", "text": "x" }] }] }),
        json!({ "sections": [{ "headline": "A", "blocks": [{ "type": "quote", "text": "x", "cite": "1" }] }] }),
        json!({ "citation": [{ "id": "1", "name": "A", "link": "https://a.example/" }] }),
        json!({ "articleType": "scoop" }),
        json!({ "pubStatus": "embargoed" }),
        json!({ "author": "Ada" }),
        json!({ "editor": { "type": "Person", "name": "Ada" } }),
        json!({ "timeline": { "events": [{ "date": "2020", "text": "T", "title": "A" }] } }),
    ] {
        let story = story_with(&more);
        assert!(tolerant.is_valid(&story), "{story}");
        assert!(!strict.is_valid(&story), "{story}");
    }
    let own = story_with(&json!({ "_desk": 1, "$schema": "x", "@context": "y" }));
    assert!(strict.is_valid(&own), "{own}");
}
