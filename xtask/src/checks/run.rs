//! What each stage of `cargo xtask test` runs.

use anyhow::Result;
use xshell::cmd;

use crate::checks::stage::Stage;
use crate::release::files::copy_folder;
use crate::release::reproduce::reproduce;
use crate::release::{build, size};
use crate::tools::pinned::WASM_TARGET;
use crate::tools::shell::run;
use crate::tools::toolbox::Toolbox;

/// Slow machines need longer than the 20 seconds that the runner grants a test program, and the 5
/// that it grants the driver to start.
const BROWSER_TEST_SECONDS: &str = "600";
const DRIVER_SECONDS: &str = "180";

/// Runs one stage; the filter goes to its tests.
pub fn check(stage: Stage, toolbox: &mut Toolbox, filter: &[String]) -> Result<()> {
    let shell = toolbox.shell();
    match stage {
        Stage::Fmt => run(cmd!(shell, "cargo fmt --all --check")),
        Stage::Lint => lint(toolbox),
        Stage::Native => {
            let tests = ["--workspace", "--exclude", "story-card-e2e", "--features", "ssr"];
            run(cmd!(shell, "cargo test {tests...} -- {filter...}"))
        }
        Stage::Browser => browser(toolbox, filter),
        Stage::Doc => {
            let doc = cmd!(shell, "cargo doc --workspace --no-deps --features ssr");
            run(doc.env("RUSTDOCFLAGS", "-D warnings"))
        }
        Stage::Build => build::build_release(toolbox),
        Stage::Size => size::weigh(toolbox, false),
        Stage::Reproduce => reproduce(toolbox),
        Stage::E2e => e2e(toolbox, filter),
        Stage::Package => package(toolbox),
        Stage::Tidy => {
            run(cmd!(shell, "cargo test --package story-card --features ssr --test native -- tidy"))
        }
    }
}

fn lint(toolbox: &Toolbox) -> Result<()> {
    let shell = toolbox.shell();
    let native = ["--workspace", "--all-targets", "--features", "ssr"];
    run(cmd!(shell, "cargo clippy {native...} -- -D warnings"))?;
    let tag = ["--package", "story-card", "--features", "element", "--lib", "--bins"];
    let converter = ["--package", "story-card-converter"];
    for wasm in [&tag[..], &converter] {
        run(cmd!(shell, "cargo clippy {wasm...} --target {WASM_TARGET} -- -D warnings"))?;
    }
    run(cmd!(shell, "biome lint --error-on-warnings"))?;
    run(cmd!(shell, "biome format tests/js tests/e2e/bench/lit"))?;
    run(cmd!(shell, "tsc --project ."))
}

fn browser(toolbox: &Toolbox, filter: &[String]) -> Result<()> {
    let tests = ["--package", "story-card", "--test", "browser", "--target", WASM_TARGET];
    let cmd = cmd!(toolbox.shell(), "cargo test {tests...} -- {filter...}");
    let runner = toolbox.find("wasm-bindgen-test-runner")?;
    let cmd = cmd.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    // `webdriver.json` keeps Firefox to two connections. The server of the runner has four
    // threads, and hangs now and then where a browser opens more than that: Chromium does.
    let cmd = cmd.env("GECKODRIVER", toolbox.find("geckodriver")?);
    let cmd = cmd.env("WASM_BINDGEN_TEST_TIMEOUT", BROWSER_TEST_SECONDS);
    run(cmd.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", DRIVER_SECONDS))
}

/// In a folder of its own, where npm puts what the check needs.
fn package(toolbox: &Toolbox) -> Result<()> {
    let work = toolbox.root().join("target").join("package");
    copy_folder(&toolbox.root().join("tests").join("package"), &work)?;
    copy_folder(&toolbox.root().join("wordpress"), &work.join("plugin"))?;
    let shell = toolbox.shell();
    let _folder = shell.push_dir(&work);
    run(cmd!(shell, "npm ci --ignore-scripts --no-audit --no-fund"))?;
    let dist = build::dist(toolbox);
    let guide = toolbox.root().join("docs").join("embedding.md");
    run(cmd!(shell, "node check.mjs {dist} {guide}"))
}

fn e2e(toolbox: &mut Toolbox, filter: &[String]) -> Result<()> {
    let axe = toolbox.axe()?;
    let cmd = cmd!(toolbox.shell(), "cargo test --package story-card-e2e -- {filter...}");
    run(cmd.env("STORY_CARD_DIST", build::dist(toolbox)).env("STORY_CARD_AXE", axe))
}
