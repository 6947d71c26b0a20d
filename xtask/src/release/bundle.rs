//! Turns the JavaScript of a staged build into what a page loads: the loader as one small file,
//! and the code that wasm-bindgen wrote, minified.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use fs_err as fs;

use crate::release::contain::{contain, contain_converter};
use crate::release::files::{CONVERTER, CONVERTER_WASM, GLUE, LOADER};
use crate::release::identity;
use crate::tools::shell::run;
use crate::tools::toolbox::Toolbox;

/// The module that runs beside the app.
const RUNTIME: &str = "runtime/runtime.js";
/// The module that makes an instance of the app.
const INSTANCE: &str = "runtime/instance.js";
/// The same two of the converter.
const CONVERT: &str = "converter/converter.js";
const CONVERTER_INSTANCE: &str = "converter/instance.js";
/// The folders of modules that are bundled.
const FOLDERS: [&str; 2] = ["runtime", "converter"];

/// What webpack and Vite read as "not yours".
pub const IGNORE: &str = "/*webpackIgnore:true*//*@vite-ignore*/";

/// Has V8 compile all functions of the glue while that comes, beside the page, and not one by one
/// on the page's own thread when they are called, as nearly all are
/// (<https://v8.dev/blog/explicit-compile-hints>). Other engines read past it.
const EAGER: &str = "//# allFunctionsCalledOnLoad\n";

/// The oldest JavaScript that every browser with popovers understands.
pub const SYNTAX: &str = "--target=es2022";

/// Works on the staged files in place, among which are the modules as Trunk copied them.
pub fn bundle(toolbox: &Toolbox, staged: &Path) -> Result<()> {
    let (loader, glue) = (staged.join(LOADER), staged.join(GLUE));
    let converter = staged.join(CONVERTER);
    factory(&glue, &staged.join(INSTANCE), contain)?;
    factory(&converter, &staged.join(CONVERTER_INSTANCE), contain_converter)?;
    identity::leave_room(staged)?;
    join(toolbox, &staged.join(RUNTIME), &glue)?;
    join(toolbox, &staged.join(CONVERT), &converter)?;
    join(toolbox, &loader, &loader)?;
    // What was a module of its own is in the file of the glue now, or in that of the converter.
    for file in [&loader, &glue] {
        let mut text = fs::read_to_string(file)?;
        let wasm = format!("../{CONVERTER_WASM}");
        let moved = [
            (format!("./{RUNTIME}"), GLUE),
            (format!("../{CONVERT}"), CONVERTER),
            (wasm, CONVERTER_WASM),
        ];
        for (module, name) in moved {
            text = text.replace(&format!("\"{module}\""), &format!("\"./{name}\""));
        }
        let hint = if file == &glue { EAGER } else { "" };
        fs::write(file, hint.to_owned() + &left_alone(&text))?;
    }
    identity::tie(staged)?;
    for copied in copies_of_modules(&toolbox.root().join("src/element/loader"), staged)? {
        if copied != loader {
            fs::remove_file(&copied)?;
        }
    }
    for folder in FOLDERS {
        fs::remove_dir_all(staged.join(folder))?;
    }
    Ok(())
}

/// Makes a factory of instances of what wasm-bindgen wrote, in place of the module for `serve`.
fn factory(glue: &Path, instance: &Path, contain: fn(&str) -> Result<String>) -> Result<()> {
    let text = fs::read_to_string(glue)?;
    // It stands one folder deeper than what it is made of.
    Ok(fs::write(instance, contain(&text)?.replace("'./snippets/", "'../snippets/"))?)
}

/// Has bundlers of publishers leave alone what is imported by an address made at run time; they
/// would warn of it, and the minifier takes the notes for them out.
fn left_alone(text: &str) -> String {
    text.replace("import(", &format!("import({IGNORE}"))
}

/// Makes one small file of a module and all that it imports.
fn join(toolbox: &Toolbox, module: &Path, made: &Path) -> Result<()> {
    let esbuild = toolbox.command("esbuild")?;
    run(esbuild
        .args(["--bundle", "--minify", "--format=esm", "--legal-comments=none", SYNTAX])
        .args(["--log-level=warning", "--allow-overwrite", &banner(), &outfile(made)])
        .arg(module))?;
    // Chromium reads a module by the charset that its server names, and the minifier writes
    // letters of all kinds in patterns as they are.
    ensure!(fs::read_to_string(made)?.is_ascii(), "{}: letters beyond ASCII", made.display());
    Ok(())
}

fn outfile(file: &Path) -> String {
    format!("--outfile={}", file.display())
}

/// Whose file it is, for those who find it on a page.
pub fn banner() -> String {
    let (version, license) = (env!("CARGO_PKG_VERSION"), env!("CARGO_PKG_LICENSE"));
    format!("--banner:js=/*! story-card {version} | {license} */")
}

/// The loader's modules as Trunk copied them, one by one: the bundle replaces them all.
fn copies_of_modules(modules: &Path, staged: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(modules)?;
    let names = entries.flatten().map(|entry| entry.file_name());
    let modules = names.filter(|name| Path::new(name).extension() == Some(OsStr::new("js")));
    Ok(modules.map(|name| staged.join(name)).filter(|file| file.is_file()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_made_at_run_time_are_kept_from_bundlers() {
        let noted = "import(/*webpackIgnore:true*//*@vite-ignore*/u.href)";
        assert_eq!(left_alone("import(u.href)"), noted);
        assert_eq!(left_alone("import.meta.url"), "import.meta.url");
    }
}
