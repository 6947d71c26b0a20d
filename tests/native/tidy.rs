//! The repository keeps its own rules: read from the sources, not trusted.
//!
//! `UPDATE=1 cargo test --test native` rewrites what is made from something else. Every
//! check is first shown a text that breaks its rule.

mod api;
mod attributes;
mod book;
mod circles;
mod code;
mod css;
mod documents;
mod errors;
mod faults;
mod format;
mod guides;
mod imports;
mod made;
mod messages;
mod modules;
mod npm;
mod parts;
mod readme;
mod samples;
mod scripts;
mod sinks;
mod sizes;
mod strict;
mod supply;
mod themes;

use std::path::{Path, PathBuf};

/// The folder of the repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the repository, and where it is.
#[derive(Debug)]
struct File {
    path: String,
    text: String,
}

/// The files of a folder with this extension, in order; a file may be named itself.
fn files(folder: &str, extension: &str) -> Vec<File> {
    let mut paths = Vec::new();
    collect(&root().join(folder), &mut paths);
    paths.sort();
    let has_extension = |path: &PathBuf| path.extension().is_some_and(|e| e == extension);
    let files: Vec<File> =
        paths.into_iter().filter(has_extension).map(|path| read(&path)).collect();
    assert!(!files.is_empty(), "{folder} has no .{extension}");
    files
}

fn collect(path: &Path, paths: &mut Vec<PathBuf>) {
    if path.is_file() {
        paths.push(path.to_owned());
        return;
    }
    let entries =
        std::fs::read_dir(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for entry in entries {
        collect(&entry.expect("an entry").path(), paths);
    }
}

fn read(path: &Path) -> File {
    let text =
        std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let path = path.strip_prefix(root()).expect("inside").to_string_lossy().replace('\\', "/");
    File { path, text }
}

/// Fails with every finding, one a line.
fn check_none(findings: &[String], rule: &str) {
    assert!(findings.is_empty(), "{rule}:\n{}", findings.join("\n"));
}
