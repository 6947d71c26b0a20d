//! No file over 300 lines; how long functions are is measured by clippy (`clippy.toml`).

use super::{check_none, files};

const MAX_FILE: usize = 300;

/// Sources of which every file counts; tests too are read by people.
const FOLDERS: [(&str, &str); 13] = [
    ("src", "rs"),
    ("src", "js"),
    ("src", "css"),
    ("build.rs", "rs"),
    ("cli/src", "rs"),
    ("cli/tests", "rs"),
    ("xtask/src", "rs"),
    ("tests/hostile", "rs"),
    ("tests/native", "rs"),
    ("tests/browser", "rs"),
    ("tests/e2e", "rs"),
    ("tests/js", "mjs"),
    ("examples", "rs"),
];

fn long_files(limit: usize) -> Vec<String> {
    let all = FOLDERS.iter().flat_map(|(folder, extension)| files(folder, extension));
    let lines = all.map(|file| (file.text.lines().count(), file.path));
    lines
        .filter(|(count, _)| *count > limit)
        .map(|(count, path)| format!("{path}: {count} lines"))
        .collect()
}

#[test]
fn no_file_is_longer_than_three_hundred_lines() {
    assert!(long_files(20).len() > 30, "files are counted");
    check_none(&long_files(MAX_FILE), "split these files");
}
