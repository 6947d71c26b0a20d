//! Parts of the Rust toolchain, added by rustup.

use std::path::Path;
use std::process::Command;

use crate::compiler::Compiler;
use crate::process::{Outcome, announce, output};
use crate::quiet::run_quietly;
use crate::tools::WASM_TARGET;

/// Adds the standard library for wasm to the toolchain, if it is not there.
pub fn wasm_target(root: &Path) -> Outcome {
    let question = ["--print", "target-libdir", "--target", WASM_TARGET];
    let answer = output(Command::new("rustc").args(question).current_dir(root));
    if answer.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    announce(&format!("Adding the target {WASM_TARGET} (seconds, once)"));
    rustup(root, ["target", "add", WASM_TARGET])
}

/// Adds a part of the toolchain (rustfmt, clippy), if it is not there.
pub fn component(root: &Path, subcommand: &str, name: &str) -> Outcome {
    if output(Command::new("cargo").args([subcommand, "--version"]).current_dir(root)).is_some() {
        return Ok(());
    }
    announce(&format!("Adding {name} to the Rust toolchain (seconds, once)"));
    rustup(root, ["component", "add", name])
}

/// Adds the sources of the standard library and of the crates that it is made of, if they are not
/// there. Whether they are in the end: a release can be made without them.
pub fn library_sources(root: &Path) -> Outcome<bool> {
    let library = Compiler::of(root)?.library();
    let result = if library.is_file() {
        Ok(())
    } else {
        announce("Adding rust-src to the Rust toolchain (seconds, once)");
        rustup(root, ["component", "add", "rust-src"])
    };
    let result = result.and_then(|()| {
        let mut command = Command::new("cargo");
        command.args(["fetch", "--locked", "--target", WASM_TARGET, "--manifest-path"]);
        run_quietly(command.arg(&library).env("RUSTC_BOOTSTRAP", "1").current_dir(root))
    });
    if let Err(problem) = &result {
        announce(&format!(
            "The release gets the standard library as it came, and is a twelfth larger: {problem}"
        ));
    }
    Ok(result.is_ok())
}

fn rustup(root: &Path, arguments: [&str; 3]) -> Outcome {
    run_quietly(Command::new("rustup").args(arguments).current_dir(root))
        .map_err(|problem| format!("{problem}; install what it names for your Rust toolchain"))
}
