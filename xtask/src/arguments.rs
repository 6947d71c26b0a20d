//! The command line -> a `Task`. Knows every flag and nothing of what the tasks do.

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser, Subcommand};

use crate::checks::test::Test;
use crate::measure::{Bench, Fuzz};
use crate::release::build::Build;
use crate::release::size::Size;
use crate::serve::Serve;

#[derive(Debug, Parser)]
#[command(
    bin_name = "cargo xtask",
    arg_required_else_help = true,
    after_help = "What is missing is installed once into the cache folder."
)]
struct Line {
    #[command(subcommand)]
    task: Task,
}

/// Fetches the tools that are missing, then does one of these
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum Task {
    /// Show the demo page and rebuild it on every change
    Serve(Serve),
    /// Make the release files in dist/
    Build(Build),
    /// Make dist/npm/ and dist/cdn/ of the release in dist/
    Package,
    /// Make a site of the pages in docs/, in target/docs/book/
    Docs,
    /// Check everything, or only the stages named
    Test(Test),
    /// Weigh dist/ against its budgets
    Size(Size),
    /// Measure cards against plain pages of the same stories, and against cards made with Lit
    Bench(Bench),
    /// Read random documents, texts, dates and links
    Fuzz(Fuzz),
}

/// Reads the whole command line, the program's own name first.
pub fn parse(words: impl IntoIterator<Item: Into<OsString> + Clone>) -> Result<Task, clap::Error> {
    let task = Line::try_parse_from(words)?.task;
    if let Task::Test(Test { stages, filter, .. }) = &task {
        let filterable = matches!(stages.as_slice(), [stage] if stage.takes_a_filter());
        if !filter.is_empty() && !filterable {
            let problem = "a filter needs exactly one stage: native, browser or e2e";
            return Err(Line::command().error(ErrorKind::ArgumentConflict, problem));
        }
    }
    Ok(task)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::stage::Stage;

    fn parsed(line: &str) -> Result<Task, ErrorKind> {
        parse(std::iter::once("xtask").chain(line.split_whitespace())).map_err(|error| error.kind())
    }

    #[test]
    fn the_flags_are_defined_without_contradiction() {
        Line::command().debug_assert();
    }

    #[test]
    fn no_task_asks_for_help() {
        assert_eq!(parsed(""), Err(ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand));
        assert_eq!(parsed("serve --help"), Err(ErrorKind::DisplayHelp));
    }

    #[test]
    fn build_can_keep_names() {
        assert_eq!(parsed("build"), Ok(Task::Build(Build { names: false })));
        assert_eq!(parsed("build --names"), Ok(Task::Build(Build { names: true })));
    }

    #[test]
    fn serve_takes_a_port() {
        let wish = Serve { port: Some(9000), no_open: true };
        assert_eq!(parsed("serve --port 9000 --no-open"), Ok(Task::Serve(wish)));
        assert!(parsed("serve --port many").is_err());
    }

    #[test]
    fn test_takes_stages_and_a_filter() {
        let wish = Test {
            stages: vec![Stage::E2e],
            filter: vec!["cites".to_owned(), "--firefox".to_owned()],
            no_build: true,
        };
        assert_eq!(parsed("test e2e --no-build -- cites --firefox"), Ok(Task::Test(wish)));
    }

    #[test]
    fn a_filter_without_its_stage_is_refused() {
        assert!(parsed("test -- cites").is_err());
        assert!(parsed("test fmt -- cites").is_err());
    }

    #[test]
    fn the_bench_gets_what_follows_the_dashes() {
        let rest = vec!["--rounds".to_owned(), "3".to_owned()];
        let wish = Bench { no_build: true, rest };
        assert_eq!(parsed("bench --no-build -- --rounds 3"), Ok(Task::Bench(wish)));
        assert!(parsed("bench --rounds 3").is_err());
    }

    #[test]
    fn fuzz_takes_minutes_and_a_seed() {
        assert_eq!(
            parsed("fuzz --minutes 2 --seed 7"),
            Ok(Task::Fuzz(Fuzz { minutes: 2, seed: 7 }))
        );
        for minutes in ["soon", "0", "10081", "18446744073709551615"] {
            let refused = parsed(&format!("fuzz --minutes {minutes}"));
            assert_eq!(refused, Err(ErrorKind::ValueValidation), "{minutes}");
        }
    }

    #[test]
    fn an_unknown_name_is_refused() {
        assert_eq!(parsed("bake"), Err(ErrorKind::InvalidSubcommand));
        assert_eq!(parsed("test all"), Err(ErrorKind::InvalidValue));
    }
}
