//! What the tests took: engine by engine, and where most of it goes.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::engine::Engine;

/// How many of the slowest groups and tests are named for each engine.
const SLOWEST: usize = 5;

/// The time of each test that has run.
#[derive(Debug, Default)]
pub(crate) struct Times(Mutex<Vec<(Engine, &'static str, Duration)>>);

impl Times {
    /// Runs a test and keeps its time.
    pub(crate) fn of<T>(&self, engine: Engine, claim: &'static str, run: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let outcome = run();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push((engine, claim, begun.elapsed()));
        outcome
    }

    /// Prints them: engines run side by side, so the longest is what all of it takes.
    pub(crate) fn print(&self) {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for engine in Engine::EVERYWHERE {
            let own = || kept.iter().filter(|(of, ..)| of == engine);
            if own().next().is_none() {
                continue;
            }
            let all: Duration = own().map(|(.., time)| *time).sum();
            println!("{}: {} tests, {:.0} s", engine.name(), own().count(), all.as_secs_f64());
            let mut groups = BTreeMap::<_, Duration>::new();
            for (_, claim, time) in own() {
                *groups.entry(claim.split("::").next().unwrap_or_default()).or_default() += *time;
            }
            println!("  slowest groups: {}", slowest(groups));
            println!("  slowest tests: {}", slowest(own().map(|(_, claim, time)| (*claim, *time))));
        }
    }
}

fn slowest<'c>(times: impl IntoIterator<Item = (&'c str, Duration)>) -> String {
    let mut times: Vec<_> = times.into_iter().collect();
    times.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
    let named = times.iter().take(SLOWEST);
    named
        .map(|(name, time)| format!("{name} {:.0} s", time.as_secs_f64()))
        .collect::<Vec<_>>()
        .join(", ")
}
