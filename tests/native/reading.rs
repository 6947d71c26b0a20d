//! Stories made for a test, read, and what was said about them.

use std::sync::LazyLock;

use serde_json::{Value, json};
use story_card::story::{Run, Text};
use story_card::{Error, Options, Parsed, parse};

/// The story of `tests/fixtures` that has every field.
pub fn complete_story() -> Value {
    static STORY: LazyLock<Value> = LazyLock::new(|| {
        serde_json::from_str(&file("tests/fixtures/complete_story.json")).expect("JSON")
    });
    STORY.clone()
}

/// A file of the repository.
pub fn file(path: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// 2026-03-10 12:00 in UTC: the present of these tests.
pub const NOON: f64 = 1_773_144_000_000.0;

/// The smallest story, with these fields put in.
pub fn story_with(fields: &Value) -> Value {
    let mut story = json!({ "schemaVersion": "story-card/1.0", "headline": "A headline" });
    for (key, value) in fields.as_object().expect("fields are an object") {
        story[key] = value.clone();
    }
    story
}

/// The smallest story with these fields, read.
pub fn read_with(fields: &Value) -> Parsed {
    read(&story_with(fields))
}

/// A story that can be shown, read.
pub fn read(story: &Value) -> Parsed {
    let text = story.to_string();
    parse(&text, &Options { now: Some(NOON), ..Options::default() })
        .unwrap_or_else(|error| panic!("{error}: {text:.300}"))
}

/// Why a document cannot be shown.
pub fn refusal(text: &str) -> Error {
    match parse(text, &Options::default()) {
        Ok(parsed) => panic!("shown as {:?}: {text:.300}", parsed.story.headline),
        Err(error) => error,
    }
}

/// Code and path of each problem.
pub fn problems(parsed: &Parsed) -> Vec<(&str, &str)> {
    parsed.problems.iter().map(|problem| (problem.code, problem.path.as_str())).collect()
}

/// The problems that one field of a small story makes.
pub fn check_problems(fields: &Value, expected: &[(&str, &str)]) {
    assert_eq!(problems(&read_with(fields)), expected, "{fields}");
}

/// Runs in short: `plain S(strong) E(em) L(text>url) #1`, where `#2.1` is the first
/// marker of the second source.
pub fn runs(text: &Text) -> String {
    text.iter().map(run).collect::<Vec<_>>().join("|")
}

fn run(run: &Run) -> String {
    match run {
        Run::Plain(letters) => letters.clone(),
        Run::Strong(inner) => format!("S({})", runs(inner)),
        Run::Emphasis(inner) => format!("E({})", runs(inner)),
        Run::Link { url, text } => format!("L({}>{})", runs(text), url.as_str()),
        Run::Citation { source, place } => format!("#{}.{place}", source + 1),
        other => panic!("{other:?}"),
    }
}
