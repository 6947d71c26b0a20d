//! Files that are made from others are current.

use super::root;
use crate::reading::file;

/// Fails when a file is not what it should be; with `UPDATE=1` writes it.
pub fn keep_current(path: &str, expected: &str) {
    let place = root().join(path);
    let seen = std::fs::read_to_string(&place).unwrap_or_default();
    if seen == expected {
        return;
    }
    if std::env::var_os("UPDATE").is_some_and(|update| update == "1") {
        std::fs::write(&place, expected).unwrap_or_else(|error| panic!("{path}: {error}"));
        return;
    }
    let line =
        seen.lines().zip(expected.lines()).take_while(|(seen, expected)| seen == expected).count()
            + 1;
    panic!(
        "{path} is not current from line {line} on: UPDATE=1 cargo test --test native --features ssr"
    );
}

/// The module that carries the first sheet.
fn sheet_module(name: &str, sheet: &str) -> String {
    for mark in ["\\", "`", "${"] {
        assert!(!sheet.contains(mark), "{mark} in a sheet ends the string it stands in");
    }
    let note =
        "// Made from the sheets in src/ by `UPDATE=1 cargo test --test native`; do not edit.";
    format!("{note}\nexport const {name} = `{sheet}`;\n")
}

#[test]
fn the_loader_carries_the_first_sheet() {
    let sheet = sheet_module("FIRST_SHEET", story_card::style::FIRST_SHEET);
    keep_current("src/element/loader/sheet.js", &sheet);
}

#[test]
fn the_loader_knows_the_version_of_the_crate() {
    let module = file("src/element/loader/build.js");
    let version = format!("export const VERSION = \"{}\";", env!("CARGO_PKG_VERSION"));
    assert!(module.contains(&version), "src/element/loader/build.js is of another version");
}

#[test]
fn scripts_and_reader_take_stories_of_the_same_size() {
    let module = file("src/element/loader/runtime/loading.js");
    let bits = story_card::limits::MAX_BYTES.ilog2();
    assert_eq!(1 << bits, story_card::limits::MAX_BYTES);
    let line = format!("const MAX_BYTES = 1 << {bits};");
    assert!(module.contains(&line), "loading.js does not say: {line}");
}

#[test]
fn the_bench_takes_off_the_delay_that_a_note_has() {
    let visit = file("tests/e2e/bench/visit.rs");
    let millis = story_card::citations::hover::OPEN_MILLIS;
    let line = format!("const HOVER_DELAY_MILLIS: f64 = {millis:?};");
    assert!(visit.contains(&line), "visit.rs does not say: {line}");
}

#[test]
fn texts_in_sheets_keep_their_spaces() {
    for text in ["attr(data-kind)\": \"", "\"/\", \"attr(data-news)"] {
        assert!(story_card::style::APP_SHEET.contains(text), "{text}");
    }
}

#[test]
fn all_sheets_are_squeezed_and_sound() {
    for sheet in [story_card::style::FIRST_SHEET, story_card::style::APP_SHEET] {
        assert!(sheet.len() > 500, "there is a sheet");
        assert!(
            !sheet.contains("/*") && !sheet.contains("  ") && !sheet.contains('\n'),
            "squeezed"
        );
        assert_eq!(sheet.matches('{').count(), sheet.matches('}').count(), "every brace is closed");
        assert!(!sheet.contains("@import") && !sheet.contains("url("), "nothing is fetched");
    }
}
