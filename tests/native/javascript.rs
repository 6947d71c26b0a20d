//! The tests of JavaScript that needs no page: `node --test`.

use std::process::Command;

use crate::reading::file;

#[test]
fn the_tests_of_javascript_pass() {
    let tests = tests();
    let output = Command::new("node")
        .arg("--test")
        .args(&tests)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap_or_else(|error| panic!("node, version 20 or later, has to be installed: {error}"));
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    // A test that is not found would pass too.
    let claims: usize = tests.iter().map(|path| file(path).matches("\ntest(").count()).sum();
    let passed = told.lines().find_map(|line| line.split_once("pass ")?.1.trim().parse().ok());
    assert_eq!(passed, Some(claims), "{told}");
}

/// All of `tests/js`: a list would leave out the next one.
fn tests() -> Vec<String> {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/js"));
    let names = folder.expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let paths = names.map(|name| format!("tests/js/{}", name.to_string_lossy()));
    let mut tests: Vec<String> = paths.filter(|path| path.ends_with(".test.mjs")).collect();
    tests.sort();
    assert!(!tests.is_empty());
    tests
}
