//! The command line -> a `Task`. Knows every flag and nothing of what the tasks do.

use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::process::Outcome;
use crate::stage::Stage;

/// What `--help` prints.
pub const HELP: &str = "\
cargo xtask <task>

  serve [--port N] [--no-open]   show the demo page and rebuild it on every change
  build                          make the release files in dist/
  test [stage...] [-- filter]    check everything, or only the stages named
  size [--build] [--save]        weigh dist/ against its budgets
  bench [--no-build] [-- what]   measure cards against plain pages of the same stories
  fuzz [--minutes N] [--seed N]  read random documents, texts, dates and links

Stages: fmt lint native browser doc build size reproduce e2e (all of them, in this order), tidy.
`test size` and `test e2e` build dist/ first; with --no-build they take it as it is.
A filter after `--` picks tests of one stage: native, browser or e2e.
After `bench --`: --rounds 5 --profiles desktop,mobile --sizes S,M,L --counts 1,10,50 --json FILE.
What is missing is installed once into the cache folder.
";

/// What the user asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    Help,
    Serve(Serve),
    Build,
    Size(Size),
    Test(Test),
    Bench(Bench),
    Fuzz(Fuzz),
}

/// How to serve.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Serve {
    pub port: Option<u16>,
    pub no_open: bool,
}

/// How to weigh.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Size {
    pub build: bool,
    pub save: bool,
}

/// What to test; no stage means all of them.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Test {
    pub stages: Vec<Stage>,
    pub filter: Vec<String>,
    pub no_build: bool,
}

/// What to measure.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Bench {
    pub no_build: bool,
    /// Handed on to the bench as it is.
    pub rest: Vec<String>,
}

/// How long to read random documents.
#[derive(Debug, PartialEq, Eq)]
pub struct Fuzz {
    pub minutes: u64,
    /// Another seed reads other documents.
    pub seed: u64,
}

/// Reads the whole command line.
pub fn parse(mut parser: lexopt::Parser) -> Outcome<Task> {
    read(&mut parser).map_err(|error| format!("{error}\n\n{HELP}"))
}

fn read(parser: &mut lexopt::Parser) -> Result<Task, lexopt::Error> {
    let task = match parser.next()? {
        None | Some(Long("help") | Short('h')) => return Ok(Task::Help),
        Some(Value(name)) => name.string()?,
        Some(other) => return Err(other.unexpected()),
    };
    match task.as_str() {
        "help" => Ok(Task::Help),
        "serve" => read_serve(parser),
        "build" => read_build(parser),
        "size" => read_size(parser),
        "test" => read_test(parser),
        "bench" => read_bench(parser),
        "fuzz" => read_fuzz(parser),
        other => Err(format!("there is no task `{other}`").into()),
    }
}

fn read_serve(parser: &mut lexopt::Parser) -> Result<Task, lexopt::Error> {
    let mut wish = Serve::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") | Short('p') => wish.port = Some(parser.value()?.parse()?),
            Long("no-open") => wish.no_open = true,
            Long("help") | Short('h') => return Ok(Task::Help),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Task::Serve(wish))
}

fn read_build(parser: &mut lexopt::Parser) -> Result<Task, lexopt::Error> {
    match parser.next()? {
        None => Ok(Task::Build),
        Some(Long("help") | Short('h')) => Ok(Task::Help),
        Some(other) => Err(other.unexpected()),
    }
}

fn read_size(parser: &mut lexopt::Parser) -> Result<Task, lexopt::Error> {
    let mut wish = Size::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("build") => wish.build = true,
            Long("save") => wish.save = true,
            Long("help") | Short('h') => return Ok(Task::Help),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Task::Size(wish))
}

fn read_test(parser: &mut lexopt::Parser) -> Result<Task, lexopt::Error> {
    let mut wish = Test::default();
    loop {
        if let Some(rest) = after_dashes(parser)? {
            wish.filter = rest;
            break;
        }
        match parser.next()? {
            None => break,
            Some(Value(name)) => wish.stages.push(read_stage(&name.string()?)?),
            Some(Long("no-build")) => wish.no_build = true,
            Some(Long("help") | Short('h')) => return Ok(Task::Help),
            Some(other) => return Err(other.unexpected()),
        }
    }
    let filterable = matches!(wish.stages.as_slice(), [stage] if stage.takes_a_filter());
    if !wish.filter.is_empty() && !filterable {
        return Err("a filter needs exactly one stage: native, browser or e2e".into());
    }
    Ok(Task::Test(wish))
}

/// What follows `--`, once it comes. Taken by hand: lexopt would hide the `--`, and all that
/// follows belongs to the program that is run.
fn after_dashes(parser: &mut lexopt::Parser) -> Result<Option<Vec<String>>, lexopt::Error> {
    let Some(mut rest) = parser.try_raw_args() else { return Ok(None) };
    if rest.peek().is_none_or(|next| next != "--") {
        return Ok(None);
    }
    rest.next();
    rest.map(ValueExt::string).collect::<Result<_, _>>().map(Some)
}

fn read_bench(parser: &mut lexopt::Parser) -> Result<Task, lexopt::Error> {
    let mut wish = Bench::default();
    loop {
        if let Some(rest) = after_dashes(parser)? {
            wish.rest = rest;
            break;
        }
        match parser.next()? {
            None => break,
            Some(Long("no-build")) => wish.no_build = true,
            Some(Long("help") | Short('h')) => return Ok(Task::Help),
            Some(other) => return Err(other.unexpected()),
        }
    }
    Ok(Task::Bench(wish))
}

fn read_fuzz(parser: &mut lexopt::Parser) -> Result<Task, lexopt::Error> {
    let mut wish = Fuzz { minutes: 10, seed: 1_000_000 };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("minutes") => wish.minutes = parser.value()?.parse()?,
            Long("seed") => wish.seed = parser.value()?.parse()?,
            Long("help") | Short('h') => return Ok(Task::Help),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Task::Fuzz(wish))
}

fn read_stage(name: &str) -> Result<Stage, lexopt::Error> {
    Stage::named(name).ok_or_else(|| format!("there is no stage `{name}`").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Outcome<Task> {
        parse(lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn no_task_asks_for_help() {
        assert_eq!(parsed(""), Ok(Task::Help));
        assert_eq!(parsed("serve --help"), Ok(Task::Help));
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
        assert!(parsed("fuzz --minutes soon").is_err());
    }

    #[test]
    fn an_unknown_name_is_refused_by_name() {
        assert!(parsed("bake").is_err_and(|text| text.starts_with("there is no task `bake`")));
        assert!(parsed("test all").is_err_and(|text| text.starts_with("there is no stage `all`")));
    }
}
