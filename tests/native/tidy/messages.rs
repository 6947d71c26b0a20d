//! The messages between app, runtime and loader are those of the table in
//! `src/element/README.md`.

use std::collections::BTreeSet;

use super::code::literals;
use crate::reading::file;

/// The rows of the table: a name, and whether it goes from app to runtime, on to the loader,
/// and on to the page.
fn table() -> Vec<(String, [bool; 3])> {
    let text = file("src/element/README.md");
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `"));
    let read = |row: &str| {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        (cells[0].trim_matches('`').to_owned(), [1, 2, 3].map(|cell| !cells[cell].is_empty()))
    };
    rows.map(read).collect()
}

/// The names in the column.
fn column(column: usize) -> BTreeSet<String> {
    let rows = table().into_iter().filter(|(_, marks)| marks[column]);
    rows.map(|(name, _)| name).collect()
}

/// The names in calls of `tell`.
fn told(text: &str) -> BTreeSet<String> {
    let calls = ["tell(\"", "#tell(\""].iter().flat_map(|call| text.split(call).skip(1));
    calls.filter_map(|call| call.split('"').next()).map(str::to_owned).collect()
}

/// The names that a function compares with.
fn compared(text: &str, function: &str) -> BTreeSet<String> {
    let body = text.split(function).last().unwrap_or_default();
    let body = body.split("\n  }\n").next().unwrap_or_default();
    let names = literals(body).into_iter();
    names.filter(|name| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase())).collect()
}

#[test]
fn the_app_tells_what_the_table_says() {
    let app = ["src/element/mod.rs", "src/element/detail.rs"].map(file).concat();
    for name in column(0) {
        assert!(literals(&app).contains(&name), "the app never tells {name}");
    }
}

#[test]
fn the_runtime_tells_what_the_table_says() {
    let runtime = file("src/element/loader/runtime/card.js");
    let passed_on: BTreeSet<String> = &column(0) & &column(1);
    let own = told(&runtime);
    assert!(own.len() > 5, "{own:?}");
    assert_eq!(&own | &passed_on, column(1));
}

#[test]
fn the_loader_hears_what_the_table_says() {
    let loader = file("src/element/loader/story-card.js");
    let heard = compared(&loader, "\n  #hear(");
    let handled: BTreeSet<String> = &column(1) - &column(2);
    let missing: Vec<&String> = handled.difference(&heard).collect();
    assert!(missing.is_empty(), "the loader passes on {missing:?}, which is not the page's");
    let unknown: Vec<&String> =
        heard.iter().filter(|name| *name != "ready" && !column(1).contains(*name)).collect();
    assert!(unknown.is_empty(), "the loader waits for {unknown:?}, which nobody tells");
}

#[test]
fn the_page_hears_the_events_of_the_contract() {
    let public: BTreeSet<String> =
        super::api::EVENTS.iter().map(|(name, ..)| (*name).to_owned()).collect();
    assert_eq!(column(2), public);
}
