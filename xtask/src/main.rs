//! `cargo xtask serve | build | test | size | bench | fuzz`: fetches the tools that are missing, then runs them.
//!
//! Nothing of the user's own is touched: tools go to the cache folder and reach the programs that
//! need them through their `PATH` alone.

mod arguments;
mod build;
mod bundle;
mod checks;
mod compiler;
mod contain;
mod identity;
mod install;
mod lookup;
mod measure;
mod packages;
mod process;
mod quiet;
mod reproduce;
mod serve;
mod shorten;
mod size;
mod stage;
mod store;
mod table;
mod test;
mod toolbox;
mod toolchain;
mod tools;
mod version;

use std::path::PathBuf;
use std::process::ExitCode;

use arguments::Task;
use process::Outcome;
use toolbox::Toolbox;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome {
    let task = arguments::parse(lexopt::Parser::from_env())?;
    let mut toolbox = Toolbox::open(repository()?)?;
    match task {
        Task::Help => {
            print!("{}", arguments::HELP);
            Ok(())
        }
        Task::Serve(wish) => serve::serve(&mut toolbox, &wish),
        Task::Build => build::build(&mut toolbox),
        Task::Size(wish) => size::size(&mut toolbox, &wish),
        Task::Test(wish) => test::test(&mut toolbox, &wish),
        Task::Bench(wish) => measure::bench(&mut toolbox, &wish),
        Task::Fuzz(wish) => measure::fuzz(&toolbox, &wish),
    }
}

/// The folder above this crate's. Cargo tells where the crate is now, even if it was moved.
fn repository() -> Outcome<PathBuf> {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    let Some(root) = here.parent() else {
        return Err("the repository has no folder above xtask".to_owned());
    };
    Ok(root.to_path_buf())
}
