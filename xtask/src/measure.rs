//! `cargo xtask bench` and `cargo xtask fuzz`: start what takes its time.

use anyhow::Result;
use xshell::cmd;

use crate::arguments::{Bench, Fuzz};
use crate::release::build;
use crate::tools::pinned::{CHROMIUM, FONTS};
use crate::tools::shell::{announce, run};
use crate::tools::toolbox::{Need, Toolbox};

/// Builds the release and measures it; the driving is done by the end-to-end kit.
pub fn bench(toolbox: &mut Toolbox, wish: &Bench) -> Result<()> {
    toolbox.provide(&[Need::Packages(CHROMIUM), Need::Packages(FONTS)])?;
    if !wish.no_build || !build::dist(toolbox).is_dir() {
        build::build(toolbox)?;
    }
    announce("Measuring (with five rounds about twenty minutes)");
    let rest = &wish.rest;
    let bench =
        cmd!(toolbox.shell(), "cargo run --package story-card-e2e --bin bench -- {rest...}");
    run(bench.env("STORY_CARD_DIST", build::dist(toolbox)))
}

/// Runs the test that reads random documents until its time is over.
pub fn fuzz(toolbox: &Toolbox, wish: &Fuzz) -> Result<()> {
    announce(&format!("Reading random documents for {} minutes", wish.minutes));
    let tests = ["--package", "story-card", "--features", "ssr", "--test", "native"];
    let test = ["promises::fuzz::long_run", "--exact", "--ignored", "--nocapture"];
    let fuzz = cmd!(toolbox.shell(), "cargo test {tests...} -- {test...}");
    let fuzz = fuzz.env("STORY_CARD_FUZZ_SECONDS", (wish.minutes * 60).to_string());
    run(fuzz.env("STORY_CARD_FUZZ_SEED", wish.seed.to_string()))
}
