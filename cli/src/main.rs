//! `story-card`: what a publisher does with stories outside a page.
//!
//! Nothing of this reaches the card: the release files are made without this crate.
#![cfg_attr(test, allow(clippy::disallowed_macros, reason = "a test fails by panicking"))]

mod serve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Stories as cards, outside a page.
#[derive(Debug, Parser)]
#[command(name = "story-card", version, about)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    Serve(serve::Serve),
}

fn main() -> ExitCode {
    let Arguments { task } = Arguments::parse();
    let done = match task {
        Task::Serve(wish) => serve::serve(wish),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            serve::tell(&format!("error: {problem:#}"));
            ExitCode::FAILURE
        }
    }
}
