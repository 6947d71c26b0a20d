//! `cargo xtask bench`: how fast a card is there, against a plain page of the same story and
//! against a card made with Lit.
//!
//! Every visit is measured in a browser of its own, cold and then warm; visits of the
//! yardsticks and of the card alternate, so that all meet the same noise. A browser that hangs
//! costs its visit and no more.

mod figures;
mod host;
mod options;
mod plain;
mod ratios;
mod report;
mod site;
mod stories;
mod visit;

use std::process::ExitCode;

use figures::Samples;
use options::Options;
use site::Site;

fn main() -> ExitCode {
    match Options::read(std::env::args().skip(1)).and_then(|options| run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), String> {
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let site = Site::start(runtime.handle())?;
    let mut samples = Samples::default();
    let cases = options.cases();
    for round in 1..=options.rounds {
        for case in &cases {
            for &kind in &options.kinds {
                let visits = visit::cold_and_warm(&site, runtime.handle(), *case, kind);
                match visits {
                    Ok((cold, warm)) => samples.add(*case, kind, cold, warm),
                    Err(problem) => {
                        eprintln!("round {round}, {case}, {kind}: left out: {problem}");
                        samples.lost += 1;
                    }
                }
            }
            eprintln!("round {round} of {}: {case}", options.rounds);
        }
        // A run that is broken off keeps the rounds that are done.
        report::save(&samples, &cases, &options.json)?;
    }
    print!("{}", report::table(&samples, &cases, &options.kinds));
    print!("{}", ratios::table(&samples, &cases, &options.kinds));
    eprintln!("The samples are in {}", options.json.display());
    Ok(())
}
