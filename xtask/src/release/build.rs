//! `cargo xtask build`: the release files in `dist/`, which is replaced only when all went well.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use fs_err as fs;
use xshell::Cmd;

use crate::release::bundle::bundle;
use crate::release::editor;
use crate::release::identity::preload_lines;
use crate::release::package::package;
use crate::release::shorten::shorten;
use crate::release::split::split;
use crate::tools::compiler::Compiler;
use crate::tools::pinned::{ESBUILD, TRUNK, WASM_BINDGEN, WASM_OPT};
use crate::tools::shell::{announce, run};
use crate::tools::toolbox::{Need, Toolbox};

/// What a build needs.
pub const NEEDS: &[Need] = &[
    Need::WasmTarget,
    Need::LibrarySources,
    Need::Tool(&TRUNK),
    Need::Tool(&WASM_BINDGEN),
    Need::Tool(&WASM_OPT),
    Need::Tool(&ESBUILD),
    Need::Modules,
];

/// What a build is asked for.
#[derive(Debug, PartialEq, Eq, Args)]
pub struct Build {
    /// Keep the names of functions in the wasm, for a browser's profiler; not for readers
    #[arg(long)]
    pub names: bool,
}

/// Fetches what is missing and builds.
pub fn build(toolbox: &mut Toolbox) -> Result<()> {
    toolbox.provide(NEEDS)?;
    build_release(toolbox)?;
    announce("A page that wants its first words sooner names these too, on the script's own host");
    print!("{}", preload_lines(&dist(toolbox))?);
    Ok(())
}

/// Builds with the compiler that is there.
pub fn build_release(toolbox: &Toolbox) -> Result<()> {
    build_with(toolbox, &Compiler::of(toolbox.shell())?)
}

/// Builds beside `dist/`, then swaps.
pub fn build_with(toolbox: &Toolbox, compiler: &Compiler) -> Result<()> {
    editor::bundle(toolbox)?;
    let target = toolbox.root().join("target");
    let (staged, bound) = (target.join("release-dist"), target.join("wasm-bindgen"));
    // wasm-bindgen leaves what it wrote for sources that are gone by now.
    if bound.exists() {
        fs::remove_dir_all(&bound)?;
    }
    announce("Compiling and optimizing the wasm (a minute or two)");
    let command = trunk(toolbox)?.args(["build", "--release", "--dist"]).arg(&staged);
    run(compiler.prepare(command, toolbox.makes_library()))?;
    split(&staged)?;
    shorten(toolbox, &staged)?;
    announce("Bundling and minifying the JavaScript");
    bundle(toolbox, &staged)?;
    package(toolbox, &staged)?;
    let dist = dist(toolbox);
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    fs::rename(&staged, &dist)?;
    announce("The release is in dist/");
    Ok(())
}

/// The folder of the release files.
pub fn dist(toolbox: &Toolbox) -> PathBuf {
    toolbox.root().join("dist")
}

/// Trunk, without its own look for newer versions.
pub fn trunk(toolbox: &Toolbox) -> Result<Cmd<'_>> {
    let command = toolbox.command("trunk")?.arg("--skip-version-check");
    // Trunk takes this variable for a flag and stops at the usual value, `1`.
    if std::env::var_os("NO_COLOR").is_some() {
        return Ok(command.env("NO_COLOR", "true"));
    }
    Ok(command)
}
