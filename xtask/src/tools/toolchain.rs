//! Parts of the Rust toolchain, added by rustup.

use std::path::Path;

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::tools::compiler::Compiler;
use crate::tools::pinned::WASM_TARGET;
use crate::tools::quiet::run_quietly;
use crate::tools::shell::{announce, output};

/// Adds the standard library for wasm to the toolchain, if it is not there.
pub fn wasm_target(shell: &Shell) -> Result<()> {
    let answer = output(cmd!(shell, "rustc --print target-libdir --target {WASM_TARGET}"));
    if answer.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    announce(&format!("Adding the target {WASM_TARGET} (seconds, once)"));
    rustup(shell, ["target", "add", WASM_TARGET])
}

/// Adds a part of the toolchain (rustfmt, clippy), if it is not there.
pub fn component(shell: &Shell, subcommand: &str, name: &str) -> Result<()> {
    if output(cmd!(shell, "cargo {subcommand} --version")).is_some() {
        return Ok(());
    }
    announce(&format!("Adding {name} to the Rust toolchain (seconds, once)"));
    rustup(shell, ["component", "add", name])
}

/// Adds the sources of the standard library and of the crates that it is made of, if they are not
/// there. Whether they are in the end: a release can be made without them.
pub fn library_sources(shell: &Shell) -> Result<bool> {
    let library = Compiler::of(shell)?.library();
    let result = if library.is_file() {
        Ok(())
    } else {
        announce("Adding rust-src to the Rust toolchain (seconds, once)");
        rustup(shell, ["component", "add", "rust-src"])
    };
    let result = result.and_then(|()| {
        let fetch = ["--locked", "--target", WASM_TARGET, "--manifest-path"];
        let fetch = cmd!(shell, "cargo fetch {fetch...} {library}");
        run_quietly(fetch.env("RUSTC_BOOTSTRAP", "1"))
    });
    if let Err(problem) = &result {
        announce(&format!(
            "The release gets the standard library as it came, and is a twelfth larger: {problem:#}"
        ));
    }
    Ok(result.is_ok())
}

fn rustup(shell: &Shell, arguments: [&str; 3]) -> Result<()> {
    run_quietly(cmd!(shell, "rustup {arguments...}"))
        .context("install what it names for your Rust toolchain")
}
