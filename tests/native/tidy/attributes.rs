//! The `data-` attributes between views, scripts and sheets are those of one list.

use std::collections::BTreeSet;

use super::code::{Keep, stripped};
use super::{check_none, files};

const LIST: &str = "src/attributes.rs";
/// Reads the pages of others, whose attributes are theirs.
const OTHERS: &str = "src/import/";

/// Each `data-` name in a text.
fn names(text: &str) -> BTreeSet<String> {
    let letters = |c: char| c.is_ascii_lowercase() || c == '-';
    let name = |rest: &str| {
        let end = rest.find(|c| !letters(c)).unwrap_or(rest.len());
        format!("data-{}", rest[..end].trim_end_matches('-'))
    };
    let rests = text.split("data-").skip(1);
    rests.filter(|rest| rest.starts_with(letters)).map(name).collect()
}

/// Names in the sources that the list has not.
fn unknown(kind: &str, known: &BTreeSet<String>) -> Vec<String> {
    let mut found = Vec::new();
    let is_ours = |path: &str| path != LIST && !path.starts_with(OTHERS);
    for file in files("src", kind).iter().filter(|file| is_ours(&file.path)) {
        let text = if kind == "css" {
            file.text.split("/*").map(|part| part.rsplit("*/").next().unwrap_or(part)).collect()
        } else {
            stripped(&file.text, Keep::Strings)
        };
        let others = names(&text).into_iter().filter(|name| !known.contains(name));
        found.extend(others.map(|name| format!("{}: {name}", file.path)));
    }
    found
}

#[test]
fn every_data_attribute_is_in_the_list() {
    let list = files(LIST, "rs").remove(0);
    let known = names(&stripped(&list.text, Keep::Strings));
    assert!(known.len() > 20, "{known:?}");
    let all: Vec<String> = ["rs", "css"].iter().flat_map(|kind| unknown(kind, &known)).collect();
    check_none(&all, "a data- attribute is not in src/attributes.rs");
}

#[test]
fn names_of_data_attributes_are_found() {
    let text = "el.set(\"data-go\", x) [data-left-out~='1'] .a[data-to]{} data-";
    let names: Vec<String> = names(text).into_iter().collect();
    assert_eq!(names, ["data-go", "data-left-out", "data-to"]);
}
