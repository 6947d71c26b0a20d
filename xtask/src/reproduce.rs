//! The release is the same, byte for byte, when it is built again in another folder: so whoever
//! has the sources can tell whether a file that is offered was made of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::build;
use crate::compiler::Compiler;
use crate::process::{Outcome, announce, failed};
use crate::toolbox::Toolbox;

/// What is not source, at the top of the repository.
const LEFT_OUT: [&str; 3] = ["target", "dist", ".git"];

/// Builds from a copy of the sources, with nothing of what the first build made, with the compiler
/// and the crates found in other folders, and compares with `dist/`.
pub fn reproduce(toolbox: &Toolbox) -> Outcome {
    let elsewhere = toolbox.root().join("target").join("elsewhere");
    if elsewhere.exists() {
        failed("removing", &elsewhere, fs::remove_dir_all(&elsewhere))?;
    }
    announce("Building once more from a copy of the sources (a minute or two)");
    copy(toolbox.root(), &elsewhere, &LEFT_OUT)?;
    let copied = toolbox.at(elsewhere);
    let compiler = Compiler::of(toolbox.root())?;
    let other = compiler.elsewhere(&copied.root().join("target").join("machine"))?;
    build::build_with(&copied, &other)?;
    let (first, second) = (files(&build::dist(toolbox))?, files(&build::dist(&copied))?);
    let differing = differences(&first, &second);
    if differing.is_empty() {
        println!("all {} files are the same", first.len());
        // It takes as much room as a first build.
        return failed("removing", copied.root(), fs::remove_dir_all(copied.root()));
    }
    Err(format!("built elsewhere these files are others: {}", differing.join(", ")))
}

fn copy(from: &Path, to: &Path, left_out: &[&str]) -> Outcome {
    failed("creating", to, fs::create_dir_all(to))?;
    for entry in failed("reading", from, fs::read_dir(from))?.flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let target = to.join(&name);
        if left_out.iter().any(|left_out| name == *left_out) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &target, &[])?;
        } else {
            failed("copying", &path, fs::copy(&path, &target))?;
        }
    }
    Ok(())
}

/// Every file below a folder, by its path from there.
fn files(folder: &Path) -> Outcome<BTreeMap<PathBuf, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in failed("reading", &next, fs::read_dir(&next))?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = failed("reading", &path, fs::read(&path))?;
                found.insert(path.strip_prefix(folder).unwrap_or(&path).to_owned(), bytes);
            }
        }
    }
    Ok(found)
}

/// What is not in both, or not the same in both.
fn differences(
    first: &BTreeMap<PathBuf, Vec<u8>>,
    second: &BTreeMap<PathBuf, Vec<u8>>,
) -> Vec<String> {
    let names = first.keys().chain(second.keys().filter(|name| !first.contains_key(*name)));
    let differing = names.filter(|name| first.get(*name) != second.get(*name));
    differing.map(|name| name.display().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> BTreeMap<PathBuf, Vec<u8>> {
        files.iter().map(|(name, text)| (name.into(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn another_byte_and_a_missing_file_are_differences() {
        let first = folder(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let second = folder(&[("a", "1"), ("b", "x"), ("d", "4")]);
        assert_eq!(differences(&first, &second), ["b", "c", "d"]);
        assert_eq!(differences(&first, &first), Vec::<String>::new());
    }
}
