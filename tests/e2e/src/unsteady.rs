//! Tests that failed once and held at the second try, in a fresh browser.
//!
//! Three browsers on a busy machine fail one run in two thousand of their own accord; see
//! `docs/decisions/0041-a-second-try.md`.

use std::sync::{Mutex, PoisonError};

use libtest_mimic::Failed;

use crate::engine::Engine;

/// More of them in one run are no chance: the run fails.
const MOST: usize = 3;

/// What has failed once.
#[derive(Debug, Default)]
pub(crate) struct Unsteady(Mutex<Vec<String>>);

impl Unsteady {
    /// Keeps how a test failed that held at its second try.
    pub(crate) fn note(&self, engine: Engine, claim: &str, first: &Failed) {
        let why = first.message().unwrap_or_default();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push(format!("{}::{claim}\n{why}", engine.name()));
    }

    /// Prints them, and tells whether they are too many.
    pub(crate) fn is_too_much(&self) -> bool {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !kept.is_empty() {
            println!(
                "unsteady, {} of at most {MOST}: failed once, and held when tried again",
                kept.len()
            );
        }
        for failure in kept.iter() {
            println!("---- unsteady: {failure}");
        }
        kept.len() > MOST
    }
}
