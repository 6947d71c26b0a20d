//! `cargo xtask bench` and `cargo xtask fuzz`: start what takes its time.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use xshell::cmd;

use crate::release::build;
use crate::release::bundle::SYNTAX;
use crate::tools::pinned::{CHROMIUM, ESBUILD, FONTS};
use crate::tools::shell::{announce, run};
use crate::tools::toolbox::{Need, Toolbox};

/// What to measure.
#[derive(Debug, PartialEq, Eq, Args)]
pub struct Bench {
    /// Take dist/ as it is
    #[arg(long)]
    pub no_build: bool,
    /// --rounds 3 --profiles desktop,mobile --sizes S,M,L --counts 1,10,50
    /// --kinds plain,lit,bare,card,hinted --json FILE
    #[arg(last = true)]
    pub rest: Vec<String>,
}

/// How long to read random documents.
#[derive(Debug, PartialEq, Eq, Args)]
pub struct Fuzz {
    /// How long, a week at most
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=10_080))]
    pub minutes: u64,
    /// Another seed reads other documents
    #[arg(long, default_value_t = 1_000_000)]
    pub seed: u64,
}

/// Builds the release and measures it; the driving is done by the end-to-end kit.
pub fn bench(toolbox: &mut Toolbox, wish: &Bench) -> Result<()> {
    toolbox.provide(&[Need::Packages(CHROMIUM), Need::Packages(FONTS), Need::Tool(&ESBUILD)])?;
    if !wish.no_build || !build::dist(toolbox).is_dir() {
        build::build(toolbox)?;
    }
    let lit = bundle_lit(toolbox)?;
    announce("Measuring (with three rounds about half an hour)");
    let rest = &wish.rest;
    let bench =
        cmd!(toolbox.shell(), "cargo run --package story-card-e2e --bin bench -- {rest...}");
    run(bench.env("STORY_CARD_DIST", build::dist(toolbox)).env("STORY_CARD_LIT", lit))
}

/// Bundles the card that is made with Lit, as a publisher would; it is never shipped.
fn bundle_lit(toolbox: &mut Toolbox) -> Result<PathBuf> {
    let packages = toolbox.node_modules()?;
    let made = toolbox.root().join("target").join("bench").join("lit-card.js");
    let esbuild = toolbox.command("esbuild")?.env("NODE_PATH", packages);
    let flags = ["--bundle", "--minify", "--format=esm", "--legal-comments=none"];
    let esbuild = esbuild.args(flags).args([SYNTAX, "--log-level=warning"]);
    run(esbuild
        .arg("tests/e2e/bench/lit/lit-card.js")
        .arg(format!("--outfile={}", made.display())))?;
    Ok(made)
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
