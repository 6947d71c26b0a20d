//! `cargo xtask test`: stage after stage until one fails, then a line about each.

use clap::Args;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::checks::run;
use crate::checks::stage::{self, Stage};
use crate::release::table::table;
use crate::tools::shell::announce;
use crate::tools::toolbox::Toolbox;

/// What to test; no stage means all of them.
#[derive(Debug, Default, PartialEq, Eq, Args)]
pub struct Test {
    /// All but tidy and package in this order, if none is named; size, reproduce, e2e and package build dist/ first
    pub stages: Vec<Stage>,
    /// Picks tests of one stage: native, browser or e2e
    #[arg(last = true)]
    pub filter: Vec<String>,
    /// Take dist/ as it is
    #[arg(long)]
    pub no_build: bool,
}

/// How a stage ended.
#[derive(Debug)]
enum End {
    Passed(Duration),
    Failed(Duration),
    NotRun,
}

/// Fetches what is missing for all stages, then runs them.
pub fn test(toolbox: &mut Toolbox, wish: &Test) -> Result<()> {
    let stages = stages(wish);
    announce("Looking for the tools");
    let needs: Vec<_> = stages.iter().flat_map(|stage| stage.needs().iter().copied()).collect();
    toolbox.provide(&needs)?;
    let mut ends = Vec::new();
    let mut problem = None;
    for stage in stages {
        let end = if problem.is_some() {
            End::NotRun
        } else {
            println!();
            announce(&format!("{}: {}", stage.name(), stage.claim()));
            let start = Instant::now();
            match run::check(stage, toolbox, &wish.filter) {
                Ok(()) => End::Passed(start.elapsed()),
                Err(error) => {
                    problem = Some(error.context(stage.name()));
                    End::Failed(start.elapsed())
                }
            }
        };
        ends.push((stage, end));
    }
    print!("\n{}", summary(&ends));
    problem.map_or(Ok(()), Err)
}

/// The stages to run. Some test the release files: those must be what the sources say now, so
/// `build` goes before them.
fn stages(wish: &Test) -> Vec<Stage> {
    let is_all = wish.stages.is_empty();
    let mut stages = if is_all { stage::ALL.to_vec() } else { wish.stages.clone() };
    if wish.no_build {
        stages.retain(|stage| !is_all || *stage != Stage::Build);
        return stages;
    }
    if let Some(first) = stages.iter().position(|stage| stage.tests_the_release()) {
        let build = stages.iter().position(|stage| *stage == Stage::Build);
        if build.is_none_or(|build| build > first) {
            stages.retain(|stage| *stage != Stage::Build);
            stages.insert(first, Stage::Build);
        }
    }
    stages
}

fn summary(ends: &[(Stage, End)]) -> String {
    let row = |(stage, end): &(Stage, End)| {
        let (word, time) = match end {
            End::Passed(time) => ("ok", seconds(*time)),
            End::Failed(time) => ("FAILED", seconds(*time)),
            End::NotRun => ("not run", String::new()),
        };
        vec![stage.name(), time, word.to_owned()]
    };
    table(&ends.iter().map(row).collect::<Vec<_>>())
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(stages: &[Stage], no_build: bool) -> Test {
        Test { stages: stages.to_vec(), no_build, ..Test::default() }
    }

    #[test]
    fn no_stage_means_all_of_them() {
        assert_eq!(stages(&wish(&[], false)), stage::ALL);
        let without = stages(&wish(&[], true));
        assert!(!without.contains(&Stage::Build), "{without:?}");
        assert_eq!(without.len(), stage::ALL.len() - 1);
    }

    #[test]
    fn what_tests_the_release_builds_it_unless_told_not_to() {
        assert_eq!(stages(&wish(&[Stage::E2e], false)), [Stage::Build, Stage::E2e]);
        let late = [Stage::Fmt, Stage::E2e, Stage::Build];
        assert_eq!(stages(&wish(&late, false)), [Stage::Fmt, Stage::Build, Stage::E2e]);
        let early = [Stage::Build, Stage::Fmt, Stage::Size];
        assert_eq!(stages(&wish(&early, false)), early);
        assert_eq!(stages(&wish(&[Stage::E2e], true)), [Stage::E2e]);
        assert_eq!(stages(&wish(&[Stage::Native], false)), [Stage::Native]);
    }

    #[test]
    fn the_summary_has_a_line_for_each_stage() {
        let ends = [
            (Stage::Fmt, End::Passed(Duration::from_millis(1_240))),
            (Stage::Native, End::Failed(Duration::from_secs(31))),
            (Stage::E2e, End::NotRun),
        ];
        let expected = "\
fmt      1.2 s       ok
native  31.0 s   FAILED
e2e             not run
";
        assert_eq!(summary(&ends), expected);
    }
}
