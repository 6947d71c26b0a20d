//! The story's own type, from the schema.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::reading::file;

const SCHEMA: &str = "static/schema/story-card-1.schema.json";

/// Definitions that are letters, or nothing.
const STRINGS: [&str; 6] = ["plain", "text", "url", "language", "date", "edtf"];

pub fn types() -> String {
    let schema: Value = serde_json::from_str(&file(SCHEMA)).expect("JSON");
    let mut made = interface("Story", &schema);
    for (name, definition) in schema["$defs"].as_object().expect("definitions") {
        match name.as_str() {
            "absent" | "id" => {}
            name if STRINGS.contains(&name) => {}
            name if definition.get("properties").is_some() => {
                made += &interface(&title(name), definition);
            }
            name => {
                let about = comment(definition, "");
                let _ = writeln!(
                    made,
                    "\n{about}export type {} = {};",
                    title(name),
                    typed(definition, "")
                );
            }
        }
    }
    made
}

/// `agent` is `StoryAgent`: the names stand beside those of the page.
fn title(name: &str) -> String {
    format!("Story{}{}", name[..1].to_uppercase(), &name[1..])
}

fn interface(name: &str, schema: &Value) -> String {
    let about = comment(schema, "");
    format!("\n{about}export interface {name} {}\n", object(schema, ""))
}

fn comment(schema: &Value, indent: &str) -> String {
    let about = schema["description"].as_str().or(schema["title"].as_str()).unwrap_or_default();
    if about.is_empty() {
        return String::new();
    }
    format!("{indent}/** {} */\n", about.replace("*/", "* /"))
}

fn object(schema: &Value, indent: &str) -> String {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let inner = format!("{indent}  ");
    let mut lines = String::from("{\n");
    for (key, value) in schema["properties"].as_object().into_iter().flatten() {
        let mark = if required.contains(&key.as_str()) { "" } else { "?" };
        let _ = writeln!(
            lines,
            "{}{inner}{key}{mark}: {};",
            comment(value, &inner),
            typed(value, &inner)
        );
    }
    // Keys of one's own.
    let _ = write!(
        lines,
        "{inner}[own: `_${{string}}` | `$${{string}}` | `@${{string}}`]: unknown;\n{indent}}}"
    );
    lines
}

fn typed(schema: &Value, indent: &str) -> String {
    let Some(schema) = schema.as_object() else { return "unknown".into() };
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return referred(reference.trim_start_matches("#/$defs/"));
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
        return union(choices, indent);
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return words.iter().map(Value::to_string).collect::<Vec<_>>().join(" | ");
    }
    match schema.get("type") {
        Some(Value::Array(kinds)) => {
            let kinds =
                kinds.iter().filter_map(Value::as_str).map(|kind| simple(kind, schema, indent));
            kinds.collect::<Vec<_>>().join(" | ")
        }
        Some(Value::String(kind)) => simple(kind, schema, indent),
        _ => "unknown".into(),
    }
}

fn simple(kind: &str, schema: &Map<String, Value>, indent: &str) -> String {
    match kind {
        "integer" | "number" => "number".into(),
        "array" => {
            let item = schema.get("items").map_or("unknown".into(), |items| typed(items, indent));
            format!("Array<{item}>")
        }
        "object" => object(&Value::Object(schema.clone()), indent),
        other => other.to_owned(),
    }
}

fn referred(name: &str) -> String {
    match name {
        "absent" => "null".into(),
        "id" => "string | number".into(),
        name if STRINGS.contains(&name) => "string".into(),
        name => title(name),
    }
}

/// A word of a list, or any other, keeps the list for completion.
fn union(choices: &[Value], indent: &str) -> String {
    let has_words = choices.iter().any(|choice| choice.get("enum").is_some());
    let mut kinds = Vec::new();
    for choice in choices {
        let kind = typed(choice, indent);
        let kind = if has_words && kind == "string" { "(string & {})".into() } else { kind };
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds.join(" | ")
}

#[test]
fn a_schema_becomes_a_type() {
    let schema = serde_json::json!({ "description": "A thing.", "required": ["a"], "properties": {
        "a": { "$ref": "#/$defs/plain" },
        "b": { "anyOf": [{ "enum": ["x", "y"] }, { "type": "string" }, { "$ref": "#/$defs/absent" }] },
        "c": { "type": "array", "items": { "$ref": "#/$defs/agent" } },
    } });
    let made = interface("Thing", &schema);
    for line in [
        "/** A thing. */",
        "  a: string;",
        "  b?: \"x\" | \"y\" | (string & {}) | null;",
        "  c?: Array<StoryAgent>;",
    ] {
        assert!(made.contains(line), "{line} in {made}");
    }
}
