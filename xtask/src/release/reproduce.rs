//! The release is the same, byte for byte, when it is built again in another folder: so whoever
//! has the sources can tell whether a file that is offered was made of them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use fs_err as fs;
use walkdir::{DirEntry, WalkDir};

use crate::release::build;
use crate::tools::compiler::Compiler;
use crate::tools::shell::announce;
use crate::tools::toolbox::Toolbox;

/// What is not source, at the top of the repository.
const LEFT_OUT: [&str; 3] = ["target", "dist", ".git"];

/// Builds from a copy of the sources, with nothing of what the first build made, with the compiler
/// and the crates found in other folders, and compares with `dist/`.
pub fn reproduce(toolbox: &Toolbox) -> Result<()> {
    let elsewhere = toolbox.root().join("target").join("elsewhere");
    if elsewhere.exists() {
        fs::remove_dir_all(&elsewhere)?;
    }
    announce("Building once more from a copy of the sources (a minute or two)");
    copy(toolbox.root(), &elsewhere)?;
    let copied = toolbox.at(elsewhere);
    let compiler = Compiler::of(toolbox.shell())?;
    let other = compiler.elsewhere(&copied.root().join("target").join("machine"))?;
    build::build_with(&copied, &other)?;
    let (first, second) = (files(&build::dist(toolbox))?, files(&build::dist(&copied))?);
    let differing = differences(&first, &second);
    if differing.is_empty() {
        println!("all {} files are the same", first.len());
        // It takes as much room as a first build.
        return Ok(fs::remove_dir_all(copied.root())?);
    }
    bail!("built elsewhere these files are others: {}", differing.join(", "))
}

/// Copies all that is source.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let is_source = |entry: &DirEntry| {
        entry.depth() != 1 || LEFT_OUT.iter().all(|left_out| entry.file_name() != *left_out)
    };
    for entry in WalkDir::new(from).into_iter().filter_entry(is_source) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Every file below a folder, by its path from there.
fn files(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut found = BTreeMap::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder)?.to_owned();
            found.insert(name, fs::read(entry.path())?);
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
    fn only_sources_are_copied() {
        let place = tempfile::tempdir().unwrap();
        let (from, to) = (place.path().join("from"), place.path().join("to"));
        for file in ["a", "dist/b", "target/c", ".git/d", "src/dist/e", "src/.git"] {
            let file = from.join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "text").unwrap();
        }
        copy(&from, &to).unwrap();
        let names: Vec<_> = files(&to).unwrap().into_keys().collect();
        assert_eq!(names, ["a", "src/.git", "src/dist/e"].map(PathBuf::from));
    }

    #[test]
    fn another_byte_and_a_missing_file_are_differences() {
        let first = folder(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let second = folder(&[("a", "1"), ("b", "x"), ("d", "4")]);
        assert_eq!(differences(&first, &second), ["b", "c", "d"]);
        assert_eq!(differences(&first, &first), Vec::<String>::new());
    }
}
