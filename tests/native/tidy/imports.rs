//! Who may know what: the table of `ARCHITECTURE.md`, read from the sources.

use super::code::{Keep, line, stripped, words};
use super::{check_none, files};

/// Rooms, and what they must never mention.
const TABLE: &[(&str, &[&str])] = &[
    (
        "src/story",
        &["serde", "serde_json", "yew", "web_sys", "js_sys", "gloo", "gloo_timers", "wasm_bindgen"],
    ),
    (
        "src/parse",
        &[
            "yew",
            "web_sys",
            "js_sys",
            "gloo",
            "gloo_timers",
            "wasm_bindgen",
            "view",
            "load",
            "card",
        ],
    ),
    ("src/state.rs", &["yew", "web_sys", "js_sys", "gloo", "gloo_timers", "view", "parse"]),
    ("src/beside.rs", &["yew", "web_sys", "js_sys", "gloo", "gloo_timers", "view", "story"]),
    (
        "src/timeline",
        &["yew", "web_sys", "js_sys", "gloo", "gloo_timers", "wasm_bindgen", "view", "parse"],
    ),
    ("src/dwell.rs", &["yew", "web_sys", "js_sys", "gloo", "gloo_timers", "view", "story"]),
    ("src/keys.rs", &["yew", "web_sys", "js_sys", "gloo", "gloo_timers", "view", "story"]),
    ("src/passage.rs", &["yew", "web_sys", "js_sys", "gloo", "gloo_timers", "view", "parse"]),
    ("src/revision.rs", &["yew", "web_sys", "js_sys", "gloo", "gloo_timers", "view", "parse"]),
    ("src/settings.rs", &["yew", "web_sys", "js_sys", "gloo", "gloo_timers", "view", "parse"]),
    (
        "src/words.rs",
        &["yew", "web_sys", "js_sys", "gloo", "gloo_timers", "view", "parse", "story"],
    ),
    ("src/load.rs", &["story", "view", "yew", "state", "card"]),
    ("src/view", &["load", "parse", "Request", "Response", "gloo", "gloo_timers"]),
];

/// Lines in which a word is named as a path or in a `use`; a type is, wherever it stands.
fn mentions(code: &str, word: &str) -> Vec<usize> {
    let is_type = word.starts_with(char::is_uppercase);
    let is_named = |at: &usize| {
        let (before, after) = (&code[..*at], &code[at + word.len()..]);
        let is_method = before.ends_with('.');
        let is_path =
            (before.ends_with("::") && !is_function_of_a_type(before)) || after.starts_with("::");
        !is_method && (is_type || is_path || is_in_use(before))
    };
    words(code, word).filter(is_named).map(|at| line(code, at)).collect()
}

/// Whether the path before, as in `JSON::parse`, is a type's and no module's.
fn is_function_of_a_type(before: &str) -> bool {
    let path = before.trim_end_matches(':');
    let name = path.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    name.starts_with(char::is_uppercase)
}

/// Whether the statement that a place stands in begins with `use` or `extern crate`.
fn is_in_use(before: &str) -> bool {
    let start = before.rfind(';').map_or(0, |at| at + 1);
    let statement = &before[start..];
    words(statement, "use").next().is_some_and(|at| !statement[at..].contains(')'))
        || statement.trim_start().starts_with("extern crate")
}

fn findings(room: &str, forbidden: &[&str]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files(room, "rs") {
        let code = stripped(&file.text, Keep::Code);
        for word in forbidden {
            let lines = mentions(&code, word).into_iter();
            findings.extend(lines.map(|line| format!("{}:{line} mentions {word}", file.path)));
        }
    }
    findings
}

#[test]
fn every_room_keeps_to_what_it_may_know() {
    let all: Vec<String> =
        TABLE.iter().flat_map(|(room, forbidden)| findings(room, forbidden)).collect();
    check_none(&all, "a room mentions what it must not know");
}

#[test]
fn the_check_of_imports_bites() {
    for (code, word) in [
        ("use yew::prelude::*;", "yew"),
        ("use crate::{story, error};", "story"),
        ("use crate::{\n    error,\n    view::Card,\n};", "view"),
        ("fn f() { yew::platform::spawn(); }", "yew"),
        ("fn f(x: crate::story::Story) {}", "story"),
        ("fn f() -> Request { todo!() }", "Request"),
        ("extern crate serde;", "serde"),
        ("use serde;", "serde"),
    ] {
        assert_eq!(mentions(code, word).len(), 1, "{code}");
    }
    for (code, word) in [
        ("let story = text.parse::<u32>();", "parse"),
        ("let story = JSON::parse(text);", "parse"),
        ("let story = 1; card.load();", "story"),
        ("struct RequestId;", "Request"),
        ("fn preload() {}", "load"),
    ] {
        assert_eq!(mentions(code, word), Vec::<usize>::new(), "{code}");
    }
}
