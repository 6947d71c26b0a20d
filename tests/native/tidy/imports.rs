//! Who may know what: the table of `ARCHITECTURE.md`, read from the sources.

use super::code::{Keep, line, stripped, words};
use super::{check_none, files};

/// What a file without a browser, and without Yew, never mentions.
const PURE: &[&str] =
    &["yew", "web_sys", "js_sys", "gloo", "gloo_timers", "wasm_bindgen", "html", "context", "card"];
/// What a feature never mentions: what puts the features together.
const FEATURE: &[&str] = &["card", "element"];

/// Rooms, and what they must never mention.
const TABLE: &[(&str, &[&[&str]])] = &[
    ("src/story", &[PURE, &["serde", "serde_json", "parse", "write"]]),
    ("src/parse", &[PURE, &["write", "loading", "citations", "prose", "search"]]),
    ("src/write", &[PURE, &["serde_json", "loading", "citations", "prose", "search"]]),
    ("src/import", &[PURE, &["serde", "serde_json", "loading", "citations", "prose", "search"]]),
    ("src/timeline/scale", &[PURE, &["parse"]]),
    ("src/citations/hover.rs", &[PURE, &["story"]]),
    ("src/citations/placement.rs", &[PURE, &["story"]]),
    ("src/citations/passage.rs", &[PURE, &["parse"]]),
    ("src/sections/state.rs", &[PURE, &["parse"]]),
    ("src/browser/keys.rs", &[PURE, &["story"]]),
    ("src/settings.rs", &[PURE, &["parse"]]),
    ("src/words", &[PURE, &["parse", "story"]]),
    ("src/limits.rs", &[PURE, &["parse", "story"]]),
    ("src/html", &[FEATURE, &["context", "parse", "words", "settings", "gloo", "gloo_timers"]]),
    ("src/browser", &[FEATURE, &["context", "html", "parse", "words", "settings"]]),
    ("src/dates", &[FEATURE, &["parse", "gloo", "gloo_timers"]]),
    ("src/prose", &[FEATURE, &["gloo", "gloo_timers"]]),
    ("src/sections", &[FEATURE, &["parse", "gloo", "gloo_timers"]]),
    ("src/citations", &[FEATURE, &["parse", "loading"]]),
    ("src/timeline", &[FEATURE, &["parse", "loading", "gloo", "gloo_timers"]]),
    ("src/search", &[FEATURE, &["parse", "loading", "gloo", "gloo_timers"]]),
    ("src/loading", &[FEATURE, &["story", "context", "citations", "sections", "timeline"]]),
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
    let forbidden = TABLE.iter().map(|(room, lists)| (room, lists.concat()));
    let all: Vec<String> = forbidden.flat_map(|(room, words)| findings(room, &words)).collect();
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
