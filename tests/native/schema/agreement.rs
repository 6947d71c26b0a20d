//! Schema and parser agree on every field and every type.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use story_card::{Options, parse};

use super::{schema, tolerant};
use crate::problems::{FIELDS, Kind, code, of_the_complete_story, pattern, with};
use crate::reading::story_with;

/// One value of each type, and some on the edge.
fn values() -> Vec<Value> {
    vec![
        json!(7),
        json!(-7),
        json!(0),
        json!(0.5),
        json!(true),
        json!(false),
        json!("seven words"),
        json!([1]),
        json!(["a"]),
        json!([[]]),
        json!([{}]),
        json!({ "a": 1 }),
        json!({ "name": 1 }),
        json!({ "url": true }),
    ]
}

/// The codes that the parser gives at a pointer or beneath it.
fn codes(story: &Value, pointer: &str) -> Vec<&'static str> {
    let options = Options { now: Some(crate::reading::NOON), ..Options::default() };
    match parse(&story.to_string(), &options) {
        Err(error) => vec![error.code()],
        Ok(parsed) => {
            let problems = parsed.problems.into_iter();
            let here = problems.filter(|problem| problem.path.starts_with(pointer));
            here.map(|problem| problem.code).collect()
        }
    }
}

/// Puts every value into every field, and fails with those that `is_wrong`, which is told
/// the pointer, the kind, the story, and whether the schema takes it.
fn check_all(rule: &str, is_wrong: impl Fn(&str, Kind, &Value, bool) -> bool) {
    let (tolerant, mut wrong, mut valid) = (tolerant(), Vec::new(), 0);
    let fields = of_the_complete_story();
    for (pointer, kind) in &fields {
        for value in values() {
            let story = with(pointer, value.clone());
            let is_valid = tolerant.is_valid(&story);
            valid += usize::from(is_valid);
            if is_wrong(pointer, *kind, &story, is_valid) {
                wrong.push(format!("{pointer} = {value}"));
            }
        }
    }
    let tried = fields.len() * values().len();
    assert!(valid > 100 && tried - valid > 500, "{valid} of {tried} are valid");
    assert!(wrong.is_empty(), "{rule}:\n{}", wrong.join("\n"));
}

#[test]
fn a_type_that_the_parser_reports_is_refused_by_the_schema() {
    check_all("valid, yet of a wrong type by our table", |pointer, kind, story, is_valid| {
        is_valid && story.pointer(pointer).is_some_and(|value| code(kind, value).is_some())
    });
}

#[test]
fn what_the_schema_refuses_is_reported_by_the_parser() {
    check_all("not valid, yet no problem", |pointer, _, story, is_valid| {
        let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
        !is_valid && codes(story, parent).is_empty()
    });
}

#[test]
fn a_type_that_the_schema_takes_is_no_wrong_type_to_the_parser() {
    check_all("valid, yet of a wrong type", |pointer, kind, story, is_valid| {
        // One author without a list is told and taken all the same.
        let is_meant = kind == Kind::Agents && !story.pointer(pointer).is_some_and(Value::is_array);
        is_valid && !is_meant && codes(story, pointer).contains(&"wrong-type")
    });
}

/// Adds the pointers of everything that a schema speaks of.
fn collect(root: &Value, part: &Value, pointer: &str, found: &mut BTreeSet<String>) {
    if let Some(name) = part["$ref"].as_str() {
        let target = root.pointer(name.trim_start_matches('#')).unwrap_or_else(|| panic!("{name}"));
        collect(root, target, pointer, found);
    }
    for key in ["anyOf", "allOf", "oneOf"] {
        part[key]
            .as_array()
            .into_iter()
            .flatten()
            .for_each(|part| collect(root, part, pointer, found));
    }
    if part["items"].is_object() {
        found.insert(format!("{pointer}/*"));
        collect(root, &part["items"], &format!("{pointer}/*"), found);
    }
    for (key, property) in part["properties"].as_object().into_iter().flatten() {
        found.insert(format!("{pointer}/{key}"));
        collect(root, property, &format!("{pointer}/{key}"), found);
    }
}

fn of_the_schema() -> BTreeSet<String> {
    let (schema, mut found) = (schema("story-card-1"), BTreeSet::new());
    collect(&schema, &schema, "", &mut found);
    found
}

#[test]
fn every_field_that_is_read_is_in_the_schema() {
    let found = of_the_schema();
    for (field, _) in FIELDS {
        assert!(found.contains(*field), "{field} is read, yet not in the schema");
    }
}

#[test]
fn every_field_of_the_schema_is_read() {
    for field in of_the_schema() {
        // Where only a picture's URL is used, the rest of the picture may be there.
        let is_part_of_a_picture = field.contains("/image/") && !field.starts_with("/image/");
        let is_said = field == "/schemaVersion"
            || field.starts_with("/digitalSourceType/")
            || is_part_of_a_picture;
        // One author may stand without a list.
        let in_list = ["author", "editor"].iter().fold(field.clone(), |field, people| {
            let (one, many) = (format!("/{people}/"), format!("/{people}/*/"));
            if field.starts_with(&many) { field } else { field.replace(&one, &many) }
        });
        let is_read = FIELDS.iter().any(|(known, _)| *known == field || *known == in_list);
        assert!(is_read || is_said, "{field} is in the schema, yet not read");
    }
}

#[test]
fn a_field_of_the_fixture_is_a_field_of_the_schema() {
    let found = of_the_schema();
    for (pointer, _) in of_the_complete_story() {
        assert!(found.contains(&pattern(&pointer)), "{pointer}");
    }
}

/// Stories of which the card leaves something out for want of a field: it is missing, or has
/// nothing in it.
fn wanting() -> Vec<Value> {
    let section = |block: Value| json!({ "sections": [{ "headline": "S", "blocks": [block] }] });
    let event = |event: Value| json!({ "timeline": { "events": [event] } });
    vec![
        json!({ "headline": " " }),
        json!({ "author": [{ "type": "Person", "name": "" }] }),
        json!({ "image": { "url": " ", "alt": "A" } }),
        json!({ "correction": [{ "text": "" }] }),
        json!({ "relatedLink": [{ "name": "", "url": "https://a.example/" }] }),
        json!({ "citation": [{ "id": "", "name": "N" }] }),
        json!({ "citation": [{ "id": "a b", "name": "N" }] }),
        json!({ "citation": [{ "id": "1" }] }),
        json!({ "citation": [{ "id": "1", "name": "", "url": null }] }),
        event(json!({ "date": "2014" })),
        event(json!({ "date": "2014", "text": "" })),
        event(json!({ "text": "T" })),
        event(json!({ "text": "T", "date": " ", "displayDate": null })),
        section(json!({ "type": "paragraph", "text": null })),
        section(json!({ "type": "code", "text": "" })),
        section(json!({ "type": "list", "items": [] })),
        section(json!({ "type": "image", "url": "" })),
        section(json!({ "type": "known", "known": [] })),
    ]
}

#[test]
fn what_is_left_out_for_want_of_a_field_is_refused_by_the_schema() {
    let tolerant = tolerant();
    for fields in wanting() {
        let story = story_with(&fields);
        let told = codes(&story, "");
        let is_told = ["missing-field", "not-a-story"].iter().any(|code| told.contains(code));
        assert!(is_told, "{fields}: {told:?}");
        assert!(!tolerant.is_valid(&story), "{fields}");
    }
}

#[test]
fn a_table_of_names_alone_is_taken() {
    let table = json!({ "type": "table", "header": ["Port", "Since"], "rows": null });
    let story = story_with(&json!({ "sections": [{ "headline": "S", "blocks": [table] }] }));
    assert_eq!(codes(&story, ""), [""; 0]);
    assert!(tolerant().is_valid(&story));
}

#[test]
fn a_word_or_a_size_that_no_card_takes_is_refused_by_the_schema() {
    let tolerant = tolerant();
    for fields in [
        json!({ "inLanguage": "x" }),
        json!({ "inLanguage": "2020" }),
        json!({ "image": { "url": "a.png", "width": 100_001 } }),
    ] {
        let story = story_with(&fields);
        assert_ne!(codes(&story, ""), [""; 0], "{fields}");
        assert!(!tolerant.is_valid(&story), "{fields}");
    }
    for tag in ["en", "pt-BR", "pt_BR", " az-Arab ", "ar-EG-u-nu-latn"] {
        let story = story_with(&json!({ "inLanguage": tag }));
        assert_eq!(codes(&story, ""), [""; 0], "{tag}");
        assert!(tolerant.is_valid(&story), "{tag}");
    }
}
