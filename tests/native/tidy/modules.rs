//! Which file imports which, read from the sources.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::code::{Keep, stripped};

/// Pairs of paths: the first imports the second.
pub type Imports = BTreeSet<(String, String)>;

/// All files below a folder, by their paths.
pub struct House {
    root: String,
    files: BTreeMap<String, String>,
}

impl House {
    pub fn new(root: &str, files: impl Iterator<Item = (String, String)>) -> Self {
        let read = |(path, text): (String, String)| {
            let keep = if is_script(&path) { Keep::Strings } else { Keep::Code };
            let code = stripped(&text, keep);
            // Tests at the end of a file are a module in it.
            let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            (path, code.to_owned())
        };
        Self { root: root.to_owned(), files: files.map(read).collect() }
    }

    pub fn imports(&self) -> Imports {
        let mut imports = Imports::new();
        for (path, code) in &self.files {
            let targets =
                if is_script(path) { self.scripts(path, code) } else { self.modules(path, code) };
            let others = targets.into_iter().filter(|target| target != path);
            imports.extend(others.map(|target| (path.clone(), target)));
        }
        imports
    }

    fn scripts(&self, path: &str, code: &str) -> Vec<String> {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let names = code.split("from \"").skip(1).filter_map(|rest| rest.split('"').next());
        let paths = names.filter_map(|name| match name.strip_prefix("../") {
            Some(name) => Some(format!("{}/{name}", folder.rsplit_once('/')?.0)),
            None => Some(format!("{folder}/{}", name.strip_prefix("./")?)),
        });
        paths.filter(|path| self.files.contains_key(path)).collect()
    }

    fn modules(&self, path: &str, code: &str) -> Vec<String> {
        let here = self.module_of(path);
        // What only hands names on does not use them.
        let is_face = |(_, is_public): &(Vec<String>, bool)| *is_public;
        let brought = used(code).into_iter().filter(|path| !is_face(path)).map(|(path, _)| path);
        let paths = brought.chain(named(&without_imports(code)));
        paths.filter_map(|used| self.file_of(&self.absolute(&here, &used)?, 0)).collect()
    }

    /// The names of the modules down to a file.
    fn module_of(&self, path: &str) -> Vec<String> {
        let rest = path.trim_start_matches(&self.root).trim_start_matches('/');
        let rest = rest.trim_end_matches(".rs").trim_end_matches("/mod");
        let rest = if matches!(rest, "lib" | "main" | "mod") { "" } else { rest };
        rest.split('/').filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    fn path_of(&self, module: &[String]) -> Option<String> {
        let place = [std::slice::from_ref(&self.root), module].concat().join("/");
        let names = match module {
            [] => ["/lib.rs", "/main.rs"],
            _ => [".rs", "/mod.rs"],
        };
        names.iter().map(|name| [&place, *name].concat()).find(|path| self.files.contains_key(path))
    }

    /// A path from the root of the crate; none for those of other crates.
    fn absolute(&self, here: &[String], path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let parent = || here.get(..here.len().checked_sub(1)?);
        let child = [here, std::slice::from_ref(first)].concat();
        let start = match first.as_str() {
            "crate" => &[],
            "self" => here,
            "super" => parent()?,
            _ if self.path_of(&child).is_some() => return Some([here, path].concat()),
            _ => return None,
        };
        match rest.split_first() {
            Some((next, _)) if next == "super" => self.absolute(start, rest),
            _ => Some([start, rest].concat()),
        }
    }

    /// The file in which what a path leads to is written, behind all that only hands it on.
    fn file_of(&self, path: &[String], depth: usize) -> Option<String> {
        let module = (0..=path.len()).rev().find(|end| self.path_of(&path[..*end]).is_some())?;
        let (module, rest) = path.split_at(module);
        let file = self.path_of(module)?;
        let handed_on = rest.first().and_then(|name| {
            let handed = used(self.files.get(&file)?).into_iter();
            let target = handed.filter(|(_, is_public)| *is_public).map(|(path, _)| path);
            target.into_iter().find(|path| path.last() == Some(name))
        });
        match handed_on {
            Some(target) if depth < 5 => {
                self.file_of(&self.absolute(module, &target)?, depth + 1).or(Some(file))
            }
            _ => Some(file),
        }
    }
}

fn is_script(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "js")
}

/// Each path that is brought in by `use`, and whether it is handed on.
fn used(code: &str) -> Vec<(Vec<String>, bool)> {
    let mut found = Vec::new();
    for statement in code.split_inclusive(';') {
        let starts = statement.match_indices("use ").map(|(at, _)| at);
        let Some(at) = starts.filter(|at| is_start(&statement[..*at])).last() else { continue };
        let is_public = statement[..at].lines().last().is_some_and(|line| line.contains("pub"));
        let tree = statement[at + 4..].trim_end_matches(';');
        found.extend(branches(tree).into_iter().map(|path| (path, is_public)));
    }
    found
}

/// Code without its `use` statements.
fn without_imports(code: &str) -> String {
    let statements = code.split_inclusive(';').map(|statement| {
        let starts = statement.match_indices("use ").map(|(at, _)| at);
        let start = starts.filter(|at| is_start(&statement[..*at])).last();
        &statement[..start.unwrap_or(statement.len())]
    });
    statements.collect()
}

/// Whether a word may begin there.
fn is_start(before: &str) -> bool {
    !before.ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// The paths of a tree of imports: `a::{b, c::d as e}` has two.
fn branches(tree: &str) -> Vec<Vec<String>> {
    let tree = tree.trim();
    if let Some((stem, inside)) = tree.split_once('{') {
        let inside = inside.trim_end().trim_end_matches('}');
        let stem = segments(stem);
        let paths = split_outside(inside).into_iter().flat_map(branches);
        return paths.map(|path| [&*stem, &*path].concat()).collect();
    }
    let path = segments(tree.split(" as ").next().unwrap_or(tree));
    if path.is_empty() { Vec::new() } else { vec![path] }
}

fn segments(path: &str) -> Vec<String> {
    let names = path.split("::").map(str::trim).filter(|name| !name.is_empty() && *name != "*");
    names.map(str::to_owned).collect()
}

/// Splits by commas that stand in no braces.
fn split_outside(text: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0_usize, 0, Vec::new());
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

/// Each path that is named in the code itself.
fn named(code: &str) -> Vec<Vec<String>> {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(is_letter) {
        let tail = &rest[at..];
        let end = tail.find(|c: char| !is_letter(c) && c != ':').unwrap_or(tail.len());
        let word = tail[..end].trim_end_matches(':');
        let is_field = rest[..at].ends_with('.') || rest[..at].ends_with("::");
        if word.contains("::") && !is_field {
            found.push(segments(word));
        }
        rest = &tail[end.max(1)..];
    }
    found
}
