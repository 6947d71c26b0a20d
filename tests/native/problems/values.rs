//! Each field with each value it does not take.

use serde_json::{Value, json};

use super::fields::{Kind, of_the_complete_story};
use crate::reading::{complete_story, problems, read, refusal};

/// The problem that a value of the wrong type makes; nothing when the field takes it.
pub fn code(kind: Kind, value: &Value) -> Option<&'static str> {
    let takes = match kind {
        Kind::Date if value.is_number() => return Some("unreadable-date"),
        Kind::Language if !value.is_string() => return Some("unknown-value"),
        Kind::Text(_) | Kind::Word | Kind::Status | Kind::Url | Kind::Date | Kind::Language => {
            value.is_string()
        }
        Kind::Id | Kind::SourceId => value.is_string() || value.is_number(),
        Kind::Cell => value.is_string() || value.is_number() || value.is_null(),
        Kind::Flag => value.is_boolean(),
        Kind::Pixels => value.is_number(),
        Kind::List => value.is_array(),
        Kind::Object => value.is_object(),
        Kind::Agents => value.is_string() || value.is_object() || value.is_array(),
        Kind::ObjectOrText | Kind::Picture | Kind::SourceType => {
            value.is_string() || value.is_object()
        }
    };
    (!takes).then_some("wrong-type")
}

/// The complete story with a value put in.
pub fn with(pointer: &str, value: Value) -> Value {
    let mut story = complete_story();
    *story.pointer_mut(pointer).expect("a field of the fixture") = value;
    story
}

/// Puts each value into each field of which it is not the type. What is left must be the
/// very story that is there when the field is missing.
fn check_refused(values: &[Value]) {
    let (mut tried, mut findings) = (0, Vec::new());
    for (pointer, kind) in of_the_complete_story() {
        for value in values {
            if let Some(code) = code(kind, value) {
                tried += 1;
                findings.extend(finding(&pointer, value, code));
            }
        }
    }
    assert!(tried > 25, "only {tried} tried");
    check_none(&findings);
}

fn check_none(findings: &[String]) {
    assert!(findings.is_empty(), "\n{}", findings.join("\n"));
}

/// What is wrong with how the reader takes a wrong value.
fn finding(pointer: &str, value: &Value, code: &str) -> Option<String> {
    let story = with(pointer, value.clone());
    let shown = format!("{pointer} = {:.60}", value.to_string());
    if pointer == "/headline" {
        let seen = refusal(&story.to_string());
        return (seen.code() != "not-a-story").then(|| format!("{shown}: {seen}"));
    }
    let parsed = read(&story);
    if !problems(&parsed).contains(&(code, pointer)) {
        return Some(format!("{shown}: no {code} among {:?}", problems(&parsed)));
    }
    let expected = read(&with(pointer, Value::Null)).story;
    (parsed.story != expected).then(|| format!("{shown}: the rest is not what it is without"))
}

#[test]
fn a_number_in_the_wrong_place_costs_that_field_only() {
    check_refused(&[json!(7), json!(-0.5)]);
}

#[test]
fn a_bool_in_the_wrong_place_costs_that_field_only() {
    check_refused(&[json!(true), json!(false)]);
}

#[test]
fn a_text_in_the_wrong_place_costs_that_field_only() {
    check_refused(&[json!("seven words that are nothing in particular")]);
}

#[test]
fn a_list_in_the_wrong_place_costs_that_field_only() {
    check_refused(&[json!([1]), json!([null]), json!([["a"], {}])]);
}

#[test]
fn an_object_in_the_wrong_place_costs_that_field_only() {
    check_refused(&[json!({ "a": 1 })]);
}

#[test]
fn a_deep_nest_costs_that_field_only() {
    let nest = |depth| (0..depth).fold(json!("core"), |inner, _| json!([inner]));
    let tree = |depth| (0..depth).fold(json!("core"), |inner, _| json!({ "inner": inner }));
    check_refused(&[nest(50), nest(120), tree(120)]);
}

#[test]
fn what_is_too_deep_is_told_where_it_stands() {
    let nest = (0..100).fold(json!("core"), |inner, _| json!([inner]));
    let mut block = json!({ "type": "list", "items": nest });
    let parsed = read(&with("/sections/0/blocks/3", block.take()));
    assert!(
        problems(&parsed).iter().all(|(code, _)| *code != "too-deep"),
        "only what is looked at is told"
    );
}

#[test]
fn nothing_is_no_problem_anywhere_but_where_something_is_needed() {
    let needed = ["/name", "/text", "/url", "/items", "/rows", "/id", "/date", "/displayDate"];
    for (pointer, _) in of_the_complete_story() {
        if pointer == "/headline" || is_entry(&pointer) {
            continue;
        }
        let parsed = read(&with(&pointer, Value::Null));
        let is_needed = needed.iter().any(|end| pointer.ends_with(end));
        let codes: Vec<&str> = problems(&parsed).iter().map(|problem| problem.0).collect();
        let is_sound = codes.iter().all(|code| match *code {
            "missing-field" => is_needed,
            "unknown-source" => pointer.starts_with("/citation"),
            "unknown-block" => pointer.ends_with("/type"),
            // The url is what a quotation without a marker is told by.
            "uncited-quote" => pointer.ends_with("/url"),
            _ => false,
        });
        assert!(is_sound, "{pointer}: {:?}", problems(&parsed));
    }
}

/// Whether the pointer is that of an entry in a list.
fn is_entry(pointer: &str) -> bool {
    pointer.rsplit('/').next().is_some_and(|step| step.bytes().all(|b| b.is_ascii_digit()))
}

#[test]
fn null_among_the_entries_of_a_list_costs_that_entry_only() {
    for (pointer, kind) in of_the_complete_story().iter().filter(|(pointer, _)| is_entry(pointer)) {
        let parsed = read(&with(pointer, Value::Null));
        let is_told = problems(&parsed).contains(&("wrong-type", pointer));
        assert_eq!(is_told, *kind != Kind::Cell, "{pointer}: {:?}", problems(&parsed));
    }
}

#[test]
fn a_huge_text_is_cut_or_refused_field_by_field() {
    let huge = "long words ".repeat(40_000);
    let mut findings = Vec::new();
    for (pointer, kind) in of_the_complete_story() {
        let code = match kind {
            Kind::Text(_) | Kind::Id | Kind::Cell | Kind::ObjectOrText | Kind::Agents => "too-long",
            Kind::SourceId => "missing-field",
            Kind::Date => "unreadable-date",
            Kind::Word | Kind::Status | Kind::Language | Kind::SourceType => "unknown-value",
            Kind::Url | Kind::Picture => "unsafe-url",
            Kind::Flag | Kind::Pixels | Kind::List | Kind::Object => "wrong-type",
        };
        let parsed = read(&with(&pointer, json!(huge)));
        let is_told =
            problems(&parsed).iter().any(|(seen, path)| *seen == code && pointer.starts_with(path));
        if !is_told {
            findings.push(format!("{pointer}: no {code} among {:?}", problems(&parsed)));
        }
    }
    check_none(&findings);
}

#[test]
fn a_list_where_one_entry_is_wrong_keeps_the_others() {
    for (pointer, kind) in of_the_complete_story() {
        if kind != Kind::List {
            continue;
        }
        let mut story = complete_story();
        let list = story.pointer_mut(&pointer).and_then(Value::as_array_mut).expect("a list");
        list.push(json!(true));
        let path = format!("{pointer}/{}", list.len() - 1);
        let parsed = read(&story);
        assert_eq!(problems(&parsed), [("wrong-type", path.as_str())], "{pointer}");
        let mut story = parsed.story;
        let mut expected = read(&complete_story()).story;
        if pointer.contains("rows/") || pointer.ends_with("header") {
            // A cell that cannot be read keeps its place.
            story.sections.clear();
            expected.sections.clear();
        }
        assert_eq!(story, expected, "{pointer}");
    }
}
