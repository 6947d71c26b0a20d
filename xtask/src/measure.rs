//! `cargo xtask bench` and `cargo xtask fuzz`: start what takes its time.

use crate::arguments::{Bench, Fuzz};
use crate::build;
use crate::process::{Outcome, announce, run};
use crate::toolbox::{Need, Toolbox};
use crate::tools::{CHROMIUM, FONTS};

/// Builds the release and measures it; the driving is done by the end-to-end kit.
pub fn bench(toolbox: &mut Toolbox, wish: &Bench) -> Outcome {
    toolbox.provide(&[Need::Packages(CHROMIUM), Need::Packages(FONTS)])?;
    if !wish.no_build || !build::dist(toolbox).is_dir() {
        build::build(toolbox)?;
    }
    announce("Measuring (with five rounds about twenty minutes)");
    let mut command = toolbox.command("cargo")?;
    command.args(["run", "--package", "story-card-e2e", "--bin", "bench", "--"]).args(&wish.rest);
    run(command.env("STORY_CARD_DIST", build::dist(toolbox)))
}

/// Runs the test that reads random documents until its time is over.
pub fn fuzz(toolbox: &Toolbox, wish: &Fuzz) -> Outcome {
    announce(&format!("Reading random documents for {} minutes", wish.minutes));
    let mut command = toolbox.command("cargo")?;
    command.args([
        "test",
        "--package",
        "story-card",
        "--features",
        "ssr",
        "--test",
        "native",
        "--",
    ]);
    command.args(["promises::fuzz::long_run", "--exact", "--ignored", "--nocapture"]);
    command.env("STORY_CARD_FUZZ_SECONDS", (wish.minutes * 60).to_string());
    run(command.env("STORY_CARD_FUZZ_SEED", wish.seed.to_string()))
}
