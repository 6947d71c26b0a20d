//! Turns the JavaScript of a staged build into what a page loads: the loader as one small file,
//! and the code that wasm-bindgen wrote, minified.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::contain::contain;
use crate::process::{Outcome, failed, run};
use crate::toolbox::Toolbox;

/// The file that a page names.
pub const LOADER: &str = "story-card.js";
/// What wasm-bindgen wrote, and what runs beside it; the loader imports both when a card nears
/// the viewport.
pub const GLUE: &str = "story-card-app.js";

/// The module that runs beside the app.
const RUNTIME: &str = "runtime.js";
/// The module that makes an instance of the app.
const INSTANCE: &str = "instance.js";

/// The oldest JavaScript that every browser with popovers understands.
const SYNTAX: &str = "--target=es2022";

/// Works on the staged files in place, among which are the modules as Trunk copied them.
pub fn bundle(toolbox: &Toolbox, staged: &Path) -> Outcome {
    let glue = staged.join(GLUE);
    let text = failed("reading", &glue, fs::read_to_string(&glue))?;
    let instance = staged.join(INSTANCE);
    failed("writing", &instance, fs::write(&instance, contain(&text)?))?;
    join(toolbox, &staged.join(RUNTIME), &glue)?;
    let loader = staged.join(LOADER);
    join(toolbox, &loader, &loader)?;
    // What was a module of its own is in the file of the glue now.
    let text = failed("reading", &loader, fs::read_to_string(&loader))?;
    let text = text.replace(&format!("./{RUNTIME}"), &format!("./{GLUE}"));
    failed("writing", &loader, fs::write(&loader, text))?;
    for copied in copies_of_modules(&toolbox.root().join("src").join("loader"), staged)? {
        if copied != loader {
            failed("removing", &copied, fs::remove_file(&copied))?;
        }
    }
    Ok(())
}

/// Makes one small file of a module and all that it imports.
fn join(toolbox: &Toolbox, module: &Path, made: &Path) -> Outcome {
    let mut esbuild = toolbox.command("esbuild")?;
    run(esbuild
        .args(["--bundle", "--minify", "--format=esm", "--legal-comments=none", SYNTAX])
        .args(["--log-level=warning", "--allow-overwrite", &banner(), &outfile(made)])
        .arg(module))
}

fn outfile(file: &Path) -> String {
    format!("--outfile={}", file.display())
}

/// Whose file it is, for those who find it on a page.
fn banner() -> String {
    let (version, license) = (env!("CARGO_PKG_VERSION"), env!("CARGO_PKG_LICENSE"));
    format!("--banner:js=/*! story-card {version} | {license} */")
}

/// The loader's modules as Trunk copied them, one by one: the bundle replaces them all.
fn copies_of_modules(modules: &Path, staged: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = failed("reading", modules, fs::read_dir(modules))?;
    let names = entries.flatten().map(|entry| entry.file_name());
    let modules = names.filter(|name| Path::new(name).extension() == Some(OsStr::new("js")));
    Ok(modules.map(|name| staged.join(name)).filter(|file| file.is_file()).collect())
}
