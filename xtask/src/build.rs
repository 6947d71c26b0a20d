//! `cargo xtask build`: the release files in `dist/`, which is replaced only when all went well.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bundle::bundle;
use crate::process::{Outcome, announce, failed, output, run};
use crate::shorten::shorten;
use crate::toolbox::{Need, Toolbox};
use crate::tools::{ESBUILD, TRUNK, WASM_BINDGEN, WASM_OPT};

/// What a build needs.
pub const NEEDS: &[Need] = &[
    Need::WasmTarget,
    Need::Tool(&TRUNK),
    Need::Tool(&WASM_BINDGEN),
    Need::Tool(&WASM_OPT),
    Need::Tool(&ESBUILD),
];

/// Fetches what is missing and builds.
pub fn build(toolbox: &mut Toolbox) -> Outcome {
    toolbox.provide(NEEDS)?;
    build_release(toolbox)
}

/// Builds beside `dist/`, then swaps.
pub fn build_release(toolbox: &Toolbox) -> Outcome {
    let staged = toolbox.root().join("target").join("release-dist");
    announce("Compiling and optimizing the wasm (a minute or two)");
    let mut command = trunk(toolbox)?;
    command.args(["build", "--release", "--dist"]).arg(&staged);
    command.env("RUSTFLAGS", flags_without_paths()?);
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

/// Compiler flags that keep the folders of this machine out of the wasm, where panic messages
/// would name them.
fn flags_without_paths() -> Outcome<String> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]));
    let sysroot = sysroot.ok_or("`rustc --print sysroot` failed")?;
    let home =
        std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| home + "/.cargo"));
    let sources = home.map(|home| Path::new(&home).join("registry").join("src"));
    let mut flags = std::env::var("RUSTFLAGS").unwrap_or_default();
    let registries = sources.ok().and_then(|sources| fs::read_dir(sources).ok());
    let registries = registries.into_iter().flatten().flatten().map(|entry| entry.path());
    for folder in registries.chain([Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library")])
    {
        flags = [&flags, " --remap-path-prefix=", &folder.to_string_lossy(), "=."].concat();
    }
    Ok(flags)
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
