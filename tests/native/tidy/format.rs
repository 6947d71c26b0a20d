//! `docs/format.md`: every field of a story with an example, from the schema, and every limit,
//! from `src/limits.rs`.

use std::fmt::Write as _;

use serde_json::Value;

use super::made::keep_current;
use crate::reading::{file, read, story_with};

const HEAD: &str = "# The story format

A story is a JSON object. Two fields are needed, `schemaVersion` and `headline`; a value that is `null`, `\"\"`, `[]` or `{}` counts as missing.
The [README](../README.md#the-story) says how to write texts, dates and citations, and [errors.md](errors.md) what the card says of mistakes.

If a story names its schema, editors complete and check it:

```json
{ \"$schema\": \"https://cdn.example/0.1.0/schema/story-card-1.schema.json\", \"schemaVersion\": \"story-card/1.0\", \"headline\": \"Ferry afloat again\" }
```

The same on the command line:

```sh
npx ajv-cli@5 validate --spec=draft2020 --strict=false --validate-formats=false -s story-card-1.schema.json -d story.json
```

A program that makes stories should use `story-card-1.strict.schema.json` in both places: it is the same, but refuses keys and words that no card reads.

`UPDATE=1 cargo test --test native --features ssr tidy` makes this page from the schema and the parser's limits.
";

/// Objects of the schema, and what they are called here, in the order of a story.
const PARTS: [(&str, &str); 7] = [
    ("", "The story"),
    ("agent", "People, organisations, machines"),
    ("image", "Pictures"),
    ("section", "Sections"),
    ("block", "Blocks"),
    ("event", "Events of the timeline"),
    ("source", "Sources"),
];

fn page() -> String {
    let schema: Value =
        serde_json::from_str(&file("static/schema/story-card-1.schema.json")).expect("JSON");
    let mut page = HEAD.to_owned();
    for (name, title) in PARTS {
        let definition = if name.is_empty() { &schema } else { &schema["$defs"][name] };
        let definition = with_properties(definition).expect("an object");
        let _ =
            write!(page, "\n## {title}\n\n| field | what it holds | example |\n|---|---|---|\n");
        rows(&mut page, "", definition);
    }
    page += "\n## Limits\n\nThe card leaves out or cuts what is over a limit, and reports it.\n\n| limit | of what |\n|---:|---|\n";
    page += &limits();
    page
}

/// The object among what a field takes: the field itself, one of several, or each of a list.
fn with_properties(schema: &Value) -> Option<&Value> {
    if schema.get("properties").is_some() {
        return Some(schema);
    }
    let choices = schema["anyOf"].as_array().into_iter().flatten();
    choices.chain(schema.get("items")).find_map(with_properties)
}

/// A row for each field, and for those of an object that stands right there.
fn rows(page: &mut String, before: &str, schema: &Value) {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (key, field) in schema["properties"].as_object().into_iter().flatten() {
        let about = field["description"].as_str().or(field["title"].as_str()).unwrap_or_default();
        let needed = if required.contains(&key.as_str()) { " **Needed.**" } else { "" };
        let example = field["examples"].get(0).map_or(String::new(), |one| code(&one.to_string()));
        let _ = writeln!(
            page,
            "| `{before}{key}` | {}{needed} | {example} |",
            about.replace('|', "\\|")
        );
        if let Some(inner) = with_properties(field) {
            rows(page, &format!("{before}{key}."), inner);
        }
    }
}

fn code(text: &str) -> String {
    format!("`{}`", text.replace('|', "\\|"))
}

/// The numbers of `src/limits.rs`, with what their comments say.
fn limits() -> String {
    let text = file("src/limits.rs");
    let mut rows = String::new();
    let mut about = String::new();
    for line in text.lines() {
        if let Some(words) = line.strip_prefix("/// ") {
            about = format!("{about} {words}");
        } else if let Some((_, value)) =
            line.strip_prefix("pub const MAX_").and_then(|rest| rest.split_once(": usize = "))
        {
            let value = match value.trim_end_matches(';') {
                "4 << 20" => "4 MiB".to_owned(),
                "2 << 20" => "2 Mi".to_owned(),
                other => other.replace('_', ","),
            };
            let sentence = about.trim().split([':', ';']).next().unwrap_or_default();
            let _ = writeln!(rows, "| {value} | {} |", lowered(sentence.trim_end_matches('.')));
            about.clear();
        } else {
            about.clear();
        }
    }
    rows
}

/// The first letter small: it stands in a table.
fn lowered(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

#[test]
fn the_page_of_the_format_is_current() {
    let page = page();
    assert!(page.matches("| `").count() > 80 && limits().lines().count() > 15, "{page}");
    keep_current("docs/format.md", &page);
}

/// Each example at the top of the story is read, and nothing is said of it that it does not mean.
#[test]
fn the_examples_of_the_schema_are_read_without_a_wrong_type() {
    let schema: Value =
        serde_json::from_str(&file("static/schema/story-card-1.schema.json")).expect("JSON");
    for (key, field) in schema["properties"].as_object().expect("fields") {
        for example in field["examples"].as_array().into_iter().flatten() {
            if key == "schemaVersion"
                || key == "headline"
                || key == "pubStatus"
                || key == "embargoedUntil"
                || key == "expires"
            {
                continue;
            }
            let parsed = read(&story_with(&serde_json::json!({ key: example })));
            let wrong = parsed.problems.iter().find(|one| {
                ["wrong-type", "unknown-key", "unsafe-url", "unreadable-date"].contains(&one.code)
            });
            assert!(wrong.is_none(), "{key}: {wrong:?}");
        }
    }
}
