//! What each stage of `cargo xtask test` runs.

use std::process::Command;

use crate::build;
use crate::process::{Outcome, run};
use crate::reproduce::reproduce;
use crate::size;
use crate::stage::Stage;
use crate::toolbox::Toolbox;
use crate::tools::WASM_TARGET;

/// Slow machines need longer than the 20 seconds that the runner grants a test program, and the 5
/// that it grants the driver to start.
const BROWSER_TEST_SECONDS: &str = "600";
const DRIVER_SECONDS: &str = "180";

/// Runs one stage; the filter goes to its tests.
pub fn check(stage: Stage, toolbox: &mut Toolbox, filter: &[String]) -> Outcome {
    match stage {
        Stage::Fmt => cargo(toolbox, "fmt --all --check", &[]),
        Stage::Lint => lint(toolbox),
        Stage::Native => native(toolbox, filter),
        Stage::Browser => browser(toolbox, filter),
        Stage::Doc => doc(toolbox),
        Stage::Build => build::build_release(toolbox),
        Stage::Size => size::weigh(toolbox, false),
        Stage::Reproduce => reproduce(toolbox),
        Stage::E2e => e2e(toolbox, filter),
        Stage::Tidy => tidy(toolbox),
    }
}

fn native(toolbox: &Toolbox, filter: &[String]) -> Outcome {
    let tests = "test --workspace --exclude story-card-e2e --features ssr";
    cargo(toolbox, tests, filter)
}

fn tidy(toolbox: &Toolbox) -> Outcome {
    let tests = "test --package story-card --features ssr --test native";
    cargo(toolbox, tests, &["tidy".to_owned()])
}

fn doc(toolbox: &Toolbox) -> Outcome {
    let mut command = cargo_command(toolbox, "doc --workspace --no-deps --features ssr")?;
    run(command.env("RUSTDOCFLAGS", "-D warnings"))
}

fn lint(toolbox: &Toolbox) -> Outcome {
    let strict = ["-D".to_owned(), "warnings".to_owned()];
    cargo(toolbox, "clippy --workspace --all-targets --features ssr", &strict)?;
    let wasm = format!("clippy --package story-card --lib --target {WASM_TARGET}");
    cargo(toolbox, &wasm, &strict)
}

fn browser(toolbox: &Toolbox, filter: &[String]) -> Outcome {
    let test = format!("test --package story-card --test browser --target {WASM_TARGET}");
    let mut command = cargo_command(toolbox, &test)?;
    let runner = toolbox.find("wasm-bindgen-test-runner")?;
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    // `webdriver.json` keeps Firefox to two connections. The server of the runner has four
    // threads, and hangs now and then where a browser opens more than that: Chromium does.
    command.env("GECKODRIVER", toolbox.find("geckodriver")?);
    command.env("WASM_BINDGEN_TEST_TIMEOUT", BROWSER_TEST_SECONDS);
    command.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", DRIVER_SECONDS);
    run(with_tail(&mut command, filter))
}

fn e2e(toolbox: &mut Toolbox, filter: &[String]) -> Outcome {
    let axe = toolbox.axe()?;
    let mut command = cargo_command(toolbox, "test --package story-card-e2e")?;
    command.env("STORY_CARD_DIST", build::dist(toolbox)).env("STORY_CARD_AXE", axe);
    run(with_tail(&mut command, filter))
}

fn cargo(toolbox: &Toolbox, words: &str, tail: &[String]) -> Outcome {
    run(with_tail(&mut cargo_command(toolbox, words)?, tail))
}

fn cargo_command(toolbox: &Toolbox, words: &str) -> Outcome<Command> {
    let mut command = toolbox.command("cargo")?;
    command.args(words.split(' '));
    Ok(command)
}

/// The words that cargo hands on to what it runs.
fn with_tail<'a>(command: &'a mut Command, tail: &[String]) -> &'a mut Command {
    if !tail.is_empty() {
        command.arg("--").args(tail);
    }
    command
}
