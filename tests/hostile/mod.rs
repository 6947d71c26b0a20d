//! What means harm: the lists of `tests/fixtures/hostile`, and documents made at random.
//!
//! Read by the tests on the host and by those in browsers alike.
#![allow(dead_code, reason = "each of the two test programs uses its part")]

pub mod documents;
pub mod random;

use serde_json::Value;

/// Markup and code that run where a text becomes HTML. `FIRE` is what they run.
pub const SCRIPTS: &str = include_str!("../fixtures/hostile/scripts.json");
/// Addresses, by what is wrong with them.
pub const URLS: &str = include_str!("../fixtures/hostile/urls.json");
/// Texts that stand where a date should.
pub const DATES: &str = include_str!("../fixtures/hostile/dates.json");
/// Letters that turn the line, pile up or do not end.
pub const MARKS: &str = include_str!("../fixtures/hostile/marks.json");
/// JSON values, stories, and texts that are no JSON.
pub const JSON_TEXTS: &str = include_str!("../fixtures/hostile/json_texts.json");

/// Every entry of a list.
pub fn all(list: &str) -> Vec<String> {
    let groups: Value = serde_json::from_str(list).expect("a list is JSON");
    let groups = groups.as_object().expect("a list has groups");
    groups.values().flat_map(entries).collect()
}

/// The entries of some groups of a list.
pub fn of(list: &str, groups: &[&str]) -> Vec<String> {
    let all: Value = serde_json::from_str(list).expect("a list is JSON");
    let group = |name: &&str| entries(all.get(*name).unwrap_or_else(|| panic!("no group {name}")));
    groups.iter().flat_map(group).collect()
}

fn entries(group: &Value) -> Vec<String> {
    let entries = group.as_array().expect("a group is a list");
    entries.iter().map(|entry| entry.as_str().expect("an entry is a text").to_owned()).collect()
}

/// What is not text: identifiers, addresses, dates and words of fixed lists.
const NO_TEXT: [&str; 27] = [
    "schemaVersion",
    "id",
    "url",
    "image",
    "type",
    "date",
    "datePublished",
    "dateModified",
    "accessed",
    "archivedAt",
    "supports",
    "inLanguage",
    "dir",
    "aiDisclosure",
    "digitalSourceType",
    "aiInfoRef",
    "license",
    "publishingPrinciples",
    "articleType",
    "width",
    "height",
    "ordered",
    "open",
    "language",
    "keywords",
    "alt",
    "aiInfo",
];

/// Changes every text that a reader sees, in document order.
pub fn change_texts(value: &mut Value, change: &mut dyn FnMut(&mut String)) {
    match value {
        Value::String(text) => change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| change_texts(item, change)),
        Value::Object(fields) => {
            for (key, value) in fields {
                if !NO_TEXT.contains(&key.as_str()) || value.is_object() {
                    change_texts(value, change);
                }
            }
        }
        _ => {}
    }
}

/// Puts an address wherever the format has one.
pub fn readdress(value: &mut Value, address: &str) {
    const FIELDS: [&str; 5] = ["url", "image", "archivedAt", "license", "publishingPrinciples"];
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| readdress(item, address)),
        Value::Object(fields) => {
            for (key, value) in fields {
                if FIELDS.contains(&key.as_str()) && value.is_string() {
                    *value = address.into();
                } else {
                    readdress(value, address);
                }
            }
        }
        _ => {}
    }
}

/// JSON pointers of everything below the root.
pub fn places(value: &Value, path: &str, found: &mut Vec<String>) {
    let mut visit = |key: &str, value: &Value| {
        let path = format!("{path}/{key}");
        found.push(path.clone());
        places(value, &path, found);
    };
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| visit(&index.to_string(), item));
        }
        Value::Object(fields) => fields.iter().for_each(|(key, value)| visit(key, value)),
        _ => {}
    }
}
