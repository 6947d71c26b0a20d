//! `cargo xtask serve | build | package | docs | test | size | bench | fuzz`: fetches the tools that are missing, then runs them.
//!
//! Nothing of the user's own is touched: tools go to the cache folder and reach the programs that
//! need them through their `PATH` alone.
#![cfg_attr(test, allow(clippy::disallowed_macros, reason = "a test fails by panicking"))]

mod arguments;
mod checks;
mod docs;
mod measure;
mod release;
mod serve;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};

use arguments::Task;
use checks::test;
use release::{build, package, size};
use tools::toolbox::Toolbox;

fn main() -> ExitCode {
    let task = arguments::parse(std::env::args_os()).unwrap_or_else(|problem| problem.exit());
    match run(task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    let mut toolbox = Toolbox::open(repository()?)?;
    match task {
        Task::Serve(wish) => serve::serve(&mut toolbox, &wish),
        Task::Build(wish) => {
            toolbox.keep_names(wish.names);
            build::build(&mut toolbox)
        }
        Task::Package => {
            toolbox.provide(build::NEEDS)?;
            package::package(&toolbox, &build::dist(&toolbox))
        }
        Task::Docs => docs::docs(&mut toolbox),
        Task::Size(wish) => size::size(&mut toolbox, &wish),
        Task::Test(wish) => test::test(&mut toolbox, &wish),
        Task::Bench(wish) => measure::bench(&mut toolbox, &wish),
        Task::Fuzz(wish) => measure::fuzz(&toolbox, &wish),
    }
}

/// The folder above this crate's. Cargo tells where the crate is now, even if it was moved.
fn repository() -> Result<PathBuf> {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    let root = here.parent().context("the repository has no folder above xtask")?;
    Ok(root.to_path_buf())
}
