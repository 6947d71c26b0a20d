//! Runs the tests: engines side by side, the tests of one engine one after another.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::{Handle, Runtime};
use tokio::signal::unix::{SignalKind, signal};

use crate::engine::Engine;
use crate::faults;
use crate::kit::Kit;
use crate::process;
use crate::times::Times;
use crate::unsteady::Unsteady;

/// A claim, and the engines it is put to.
#[derive(Debug, Clone, Copy)]
pub struct Test {
    /// The claim, after the feature it is about: `events::toggle_tells_the_page`.
    pub name: &'static str,
    /// Where it must hold.
    pub engines: &'static [Engine],
    /// Fails by panicking.
    pub run: fn(&Kit),
}

/// Lists the tests of a file by the engines they run in.
///
/// ```
/// # use story_card_e2e::{Kit, suite};
/// fn story_is_shown(_: &Kit) {}
/// fn axe_is_content(_: &Kit) {}
///
/// suite! {
///     EVERYWHERE: story_is_shown;
///     CHROMIUM: axe_is_content;
/// }
/// # fn main() { assert_eq!(tests().len(), 2); }
/// ```
#[macro_export]
macro_rules! suite {
    ($($engines:ident: $($test:ident),+ $(,)?;)+) => {
        /// The tests of this file.
        pub fn tests() -> Vec<$crate::Test> {
            vec![$($($crate::Test {
                name: concat!(module_path!(), "::", stringify!($test)),
                engines: $crate::Engine::$engines,
                run: $test,
            },)+)+]
        }
    };
}

/// A browser that is started for the first test that needs it.
#[derive(Debug, Default)]
struct Slot {
    kit: Option<Kit>,
    /// Why it does not start; tried for the first test alone, so that a missing browser costs
    /// no time.
    missing: Option<String>,
}

/// How often a browser is started that does not start.
const START_TRIES: usize = 3;

thread_local! {
    /// Where and why the test of this thread panicked.
    static PANIC: Cell<Option<String>> = const { Cell::new(None) };
}

/// Runs the tests that the command line asks for.
#[must_use]
pub fn run(tests: &[Test]) -> ExitCode {
    let mut arguments = Arguments::from_args();
    let Ok(runtime) = Runtime::new() else {
        eprintln!("the machine gives no threads");
        return ExitCode::FAILURE;
    };
    runtime.spawn(end_on_interrupt());
    panic::set_hook(Box::new(|panic| PANIC.set(Some(panic.to_string()))));
    let slots: Vec<_> = Engine::EVERYWHERE.iter().map(|engine| (*engine, Arc::default())).collect();
    let times = Arc::default();
    let unsteady = Arc::default();
    let trials = trials(tests, &slots, runtime.handle(), &times, &unsteady);
    // A test holds its engine while it runs; waiting for it takes a thread and no time.
    arguments.test_threads.get_or_insert(trials.len().max(1));
    let conclusion = libtest_mimic::run(&arguments, trials);
    // Browsers close before the process ends.
    drop(slots);
    times.print();
    faults::update_when_asked(&tests.iter().map(|test| test.name).collect::<Vec<_>>());
    if unsteady.is_too_much() { ExitCode::FAILURE } else { conclusion.exit_code() }
}

type SharedSlot = Arc<Mutex<Slot>>;

fn trials(
    tests: &[Test],
    slots: &[(Engine, SharedSlot)],
    runtime: &Handle,
    times: &Arc<Times>,
    unsteady: &Arc<Unsteady>,
) -> Vec<Trial> {
    let mut trials = Vec::new();
    for test in tests {
        for (engine, slot) in slots.iter().filter(|(engine, _)| test.engines.contains(engine)) {
            let (test, engine, slot, runtime) = (*test, *engine, Arc::clone(slot), runtime.clone());
            let (name, times) = (claim(test.name), Arc::clone(times));
            let unsteady = Arc::clone(unsteady);
            trials.push(Trial::test(format!("{}::{name}", engine.name()), move || {
                let slot = &mut locked(&slot);
                times.of(engine, name, || {
                    let Err(first) = run_one(slot, engine, test, &runtime) else { return Ok(()) };
                    slot.kit = None;
                    run_one(slot, engine, test, &runtime)?;
                    unsteady.note(engine, name, &first);
                    Ok(())
                })
            }));
        }
    }
    trials
}

/// A test's name without that of the crate.
fn claim(name: &str) -> &str {
    name.split_once("::").map_or(name, |(_, claim)| claim)
}

fn locked(slot: &SharedSlot) -> MutexGuard<'_, Slot> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}

fn run_one(slot: &mut Slot, engine: Engine, test: Test, runtime: &Handle) -> Result<(), Failed> {
    let kit = ready_kit(slot, engine, runtime)?;
    claim(test.name).clone_into(&mut kit.test.borrow_mut());
    kit.forget_faults();
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| (test.run)(kit)));
    let panicked = outcome.err().map(|_| PANIC.take().unwrap_or_else(|| "panicked".into()));
    let complaints = kit.complaints();
    if panicked.is_none() && complaints.is_empty() {
        kit.note_promise();
        return Ok(());
    }
    let picture = claim(test.name).replace("::", "-");
    drop(kit.current().try_screenshot(&format!("failed-{picture}")));
    let lines = panicked.into_iter().chain(complaints).chain([kit.account()]);
    Err(lines.collect::<Vec<_>>().join("\n").into())
}

/// The engine's browser, started or restarted as needed.
fn ready_kit<'s>(
    slot: &'s mut Slot,
    engine: Engine,
    runtime: &Handle,
) -> Result<&'s mut Kit, Failed> {
    if let Some(missing) = &slot.missing {
        return Err(missing.into());
    }
    if slot.kit.as_ref().is_none_or(|kit| kit.begin().is_err()) {
        slot.kit = None;
        let start = || Kit::start(engine, runtime).and_then(|kit| kit.begin().map(|()| kit));
        // Another program may take the port that was free a moment ago.
        match (1..START_TRIES).fold(start(), |started, _| started.or_else(|_| start())) {
            Ok(kit) => slot.kit = Some(kit),
            Err(missing) => slot.missing = Some(missing),
        }
    }
    let missing = slot.missing.as_deref().unwrap_or("the browser is gone");
    slot.kit.as_mut().ok_or_else(|| missing.into())
}

/// Ends all child processes when the run is interrupted: nothing is dropped then.
#[allow(clippy::exit, reason = "what is interrupted ends at once")]
async fn end_on_interrupt() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
    process::end_all();
    std::process::exit(130);
}
