//! `cargo xtask build`: the release files in `dist/`, which is replaced only when all went well.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::bundle::bundle;
use crate::compiler::Compiler;
use crate::identity::preload_lines;
use crate::process::{Outcome, announce, failed, run};
use crate::shorten::shorten;
use crate::toolbox::{Need, Toolbox};
use crate::tools::{ESBUILD, TRUNK, WASM_BINDGEN, WASM_OPT};

/// What a build needs.
pub const NEEDS: &[Need] = &[
    Need::WasmTarget,
    Need::LibrarySources,
    Need::Tool(&TRUNK),
    Need::Tool(&WASM_BINDGEN),
    Need::Tool(&WASM_OPT),
    Need::Tool(&ESBUILD),
];

/// Fetches what is missing and builds.
pub fn build(toolbox: &mut Toolbox) -> Outcome {
    toolbox.provide(NEEDS)?;
    build_release(toolbox)?;
    announce("A page that wants its first words sooner names these too, on the script's own host");
    print!("{}", preload_lines(&dist(toolbox))?);
    Ok(())
}

/// Builds with the compiler that is there.
pub fn build_release(toolbox: &Toolbox) -> Outcome {
    build_with(toolbox, &Compiler::of(toolbox.root())?)
}

/// Builds beside `dist/`, then swaps.
pub fn build_with(toolbox: &Toolbox, compiler: &Compiler) -> Outcome {
    let staged = toolbox.root().join("target").join("release-dist");
    announce("Compiling and optimizing the wasm (a minute or two)");
    let mut command = trunk(toolbox)?;
    command.args(["build", "--release", "--dist"]).arg(&staged);
    compiler.prepare(&mut command, toolbox.makes_library());
    run(&mut command)?;
    shorten(toolbox, &staged)?;
    announce("Bundling and minifying the JavaScript");
    bundle(toolbox, &staged)?;
    let dist = dist(toolbox);
    if dist.exists() {
        failed("removing", &dist, fs::remove_dir_all(&dist))?;
    }
    failed("creating", &dist, fs::rename(&staged, &dist))?;
    announce("The release is in dist/");
    Ok(())
}

/// The folder of the release files.
pub fn dist(toolbox: &Toolbox) -> PathBuf {
    toolbox.root().join("dist")
}

/// Trunk, without its own look for newer versions.
pub fn trunk(toolbox: &Toolbox) -> Outcome<Command> {
    let mut command = toolbox.command("trunk")?;
    command.arg("--skip-version-check");
    // Trunk takes this variable for a flag and stops at the usual value, `1`.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", OsStr::new("true"));
    }
    Ok(command)
}
