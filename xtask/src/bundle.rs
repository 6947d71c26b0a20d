//! Turns the JavaScript of a staged build into what a page loads: the loader as one small file,
//! and the code that wasm-bindgen wrote, minified.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::process::{Outcome, failed, run};
use crate::toolbox::Toolbox;

/// The file that a page names.
pub const LOADER: &str = "story-card.js";
/// What wasm-bindgen wrote; the loader imports it when a card nears the viewport.
pub const GLUE: &str = "story-card-app.js";

/// The oldest JavaScript that every browser with popovers understands.
const SYNTAX: &str = "--target=es2022";

/// Works on the staged files in place.
pub fn bundle(toolbox: &Toolbox, staged: &Path) -> Outcome {
    let modules = toolbox.root().join("src").join("loader");
    for copied in copies_of_modules(&modules, staged)? {
        failed("removing", &copied, fs::remove_file(&copied))?;
    }
    let glue = staged.join(GLUE);
    let mut esbuild = toolbox.command("esbuild")?;
    run(esbuild
        .args(["--minify", "--format=esm", "--legal-comments=none", SYNTAX])
        .args(["--log-level=warning", "--allow-overwrite", &outfile(&glue)])
        .arg(&glue))?;
    let mut esbuild = toolbox.command("esbuild")?;
    run(esbuild
        .args(["--bundle", "--minify", "--format=esm", "--legal-comments=none", SYNTAX])
        .args(["--log-level=warning", &format!("--external:./{GLUE}"), &banner()])
        .arg(outfile(&staged.join(LOADER)))
        .arg(modules.join(LOADER)))
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
