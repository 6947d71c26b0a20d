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

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::tools::path::path_with;

    /// A toolchain without sources, and a rustup that can add nothing to it.
    #[test]
    fn a_release_can_do_without_the_sources() {
        let folder = tempfile::tempdir().unwrap();
        let programs = [("rustc", "echo release: 1.95.0"), ("rustup", "echo no network; exit 1")];
        for (name, line) in programs {
            let file = folder.path().join(name);
            std::fs::write(&file, format!("#!/bin/sh\n{line}\n")).unwrap();
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
        let shell = Shell::new().unwrap();
        let path = shell.var_os("PATH").unwrap();
        shell.set_var("PATH", path_with(&[folder.path().to_owned()], &path).unwrap());
        assert!(!library_sources(&shell).unwrap());
    }
}
