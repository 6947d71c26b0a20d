//! Gives the functions between wasm and JavaScript short names.
//!
//! wasm-bindgen names each with a hash of 16 digits, in both files; hashes do not compress, so
//! the names alone are 4 kB of what a reader downloads. `wasm-opt` renames them in the wasm and
//! prints what it did; here the same is done in the JavaScript, and in the wasm that comes later.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use fs_err as fs;
use serde::Deserialize;
use xshell::Cmd;

use crate::release::files::{CONVERTER, CONVERTER_WASM, GLUE, LATER, WASM};
use crate::release::split;
use crate::tools::shell::{announce, output, run};
use crate::tools::toolbox::Toolbox;

/// The module name that `wasm-opt` gives to all imports.
const MODULE: &str = "a";
/// Those that wasm-bindgen gives.
const MODULES: [&str; 2] = ["story-card-app_bg.js", "story-card-converter_bg.js"];
/// What squeezes both parts of the wasm. Three times: each round leaves something to the next.
const SQUEEZE: [&str; 6] = [
    "-Oz",
    "-Oz",
    "-Oz",
    "--one-caller-inline-max-function-size=15",
    "--strip-producers",
    "--strip-target-features",
];

/// New names by old ones: of imports, and of exports.
#[derive(Debug, Default, PartialEq, Eq)]
struct Names {
    imports: HashMap<String, String>,
    exports: HashMap<String, String>,
}

/// Renames in the staged files, in place, before the JavaScript is bundled: here a name behind a dot is one of the wasm's.
pub fn shorten(toolbox: &Toolbox, staged: &Path) -> Result<()> {
    announce("Shortening the names between wasm and JavaScript");
    let mut names = shorten_wasm(toolbox, &staged.join(WASM))?;
    let later = staged.join(LATER);
    split::rename(&later, &mut |module, name| names.of_later(module, name))?;
    run(squeeze(toolbox)?.arg(&later).arg("-o").arg(&later))?;
    rewrite(&staged.join(GLUE), &names)?;
    let names = shorten_wasm(toolbox, &staged.join(CONVERTER_WASM))?;
    rewrite(&staged.join(CONVERTER), &names)
}

fn squeeze(toolbox: &Toolbox) -> Result<Cmd<'_>> {
    Ok(toolbox.command("wasm-opt")?.args(SQUEEZE).args(names(toolbox)))
}

/// Squeezes a wasm in place, and gives the names it has now.
fn shorten_wasm(toolbox: &Toolbox, wasm: &Path) -> Result<Names> {
    let command = squeeze(toolbox)?.arg("--minify-imports-and-exports-and-modules");
    let printed = output(command.arg(wasm).arg("-o").arg(wasm));
    let names = printed.as_deref().and_then(read);
    names.context("wasm-opt gave no list of new names")
}

fn rewrite(glue: &Path, names: &Names) -> Result<()> {
    let script = fs::read_to_string(glue)?;
    Ok(fs::write(glue, rename(&script, names))?)
}

/// What has a profiler name functions.
fn names(toolbox: &Toolbox) -> Option<&'static str> {
    toolbox.keeps_names().then_some("--debuginfo")
}

impl Names {
    /// What an import of the second part is called now. What is no import of the main one has
    /// no name yet.
    fn of_later(&mut self, module: &str, name: &str) -> (String, String) {
        let (module, names) = match module {
            split::LINK => (split::LINK, &mut self.exports),
            _ => (MODULE, &mut self.imports),
        };
        let next = || (0..).map(|n| format!("_{n}"));
        let is_free = |new: &String| !names.values().any(|name| name == new);
        let free = next().find(is_free).unwrap_or_default();
        (module.to_owned(), names.entry(name.to_owned()).or_insert(free).clone())
    }
}

/// The list that `wasm-opt` prints; an import has its module in front.
#[derive(Deserialize)]
struct Printed {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

fn read(printed: &str) -> Option<Names> {
    let Printed { imports, exports } = serde_json::from_str(printed).ok()?;
    let imports = imports.into_iter().map(|(_, long, short)| (long, short)).collect();
    Some(Names { imports, exports: exports.into_iter().collect() })
}

/// Renames whole words: an import wherever it stands, an export behind a dot.
fn rename(script: &str, names: &Names) -> String {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
    let module = |name: &str| format!("\"./{name}\"");
    let script = MODULES
        .iter()
        .fold(script.to_owned(), |script, name| script.replace(&module(name), MODULE));
    let mut renamed = String::with_capacity(script.len());
    let mut rest = script.as_str();
    while !rest.is_empty() {
        let end = rest.find(|letter| !is_word(letter)).unwrap_or(rest.len());
        let (word, tail) = rest.split_at(end);
        let is_behind_dot = renamed.ends_with('.');
        let export = names.exports.get(word).filter(|_| is_behind_dot);
        renamed.push_str(names.imports.get(word).or(export).map_or(word, String::as_str));
        let after = tail.find(is_word).unwrap_or(tail.len());
        let (between, next) = tail.split_at(after);
        renamed.push_str(between);
        rest = next;
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{
        "imports": [["./story-card-app_bg.js", "__wbg_href_0a1b", "$"]],
        "exports": [["memory", "b"], ["mount", "c"]]
    }"#;

    #[test]
    fn imports_and_exports_get_the_names_of_the_wasm() {
        let names = read(PRINTED).unwrap();
        let script =
            r#"return{"./story-card-app_bg.js":{__wbg_href_0a1b:f}};w.memory.x;w.mount(1)"#;
        assert_eq!(rename(script, &names), "return{a:{$:f}};w.b.x;w.c(1)");
    }

    #[test]
    fn words_that_only_look_alike_stay() {
        let names = read(PRINTED).unwrap();
        for script in ["export{q as mount}", "w.mounted", "x__wbg_href_0a1b", "memory=1"] {
            assert_eq!(rename(script, &names), script);
        }
    }

    #[test]
    fn names_of_what_comes_later_are_those_there_are_or_free_ones() {
        let mut names = read(PRINTED).unwrap();
        names.imports.insert("__wbg_taken".to_owned(), "_0".to_owned());
        let table = [
            ("./story-card-app_bg.js", "__wbg_href_0a1b", MODULE, "$"),
            ("./story-card-app_bg.js", "__wbg_new", MODULE, "_1"),
            ("./story-card-app_bg.js", "__wbg_newer", MODULE, "_2"),
            ("./story-card-app_bg.js", "__wbg_new", MODULE, "_1"),
            (split::LINK, "mount", split::LINK, "c"),
            (split::LINK, "other", split::LINK, "_0"),
        ];
        for (module, name, new_module, new_name) in table {
            let expected = (new_module.to_owned(), new_name.to_owned());
            assert_eq!(names.of_later(module, name), expected, "{name}");
        }
    }

    #[test]
    fn list_of_another_shape_is_refused() {
        assert_eq!(read("{}"), None);
        assert_eq!(read("wasm-opt: oops"), None);
    }
}
