//! What the handlers of requests share with the tests.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::AtomicUsize;

use tokio::task::JoinHandle;

use super::answer::Answer;
use super::gate::Gate;
use super::log::Log;

#[derive(Debug, Default)]
pub(super) struct State {
    pub log: Log,
    pub hosts: Mutex<HashMap<String, Answer>>,
    pub answers: Mutex<HashMap<String, Vec<Answer>>>,
    pub gates: Mutex<Vec<Gate>>,
    pub raw: Mutex<Vec<(String, JoinHandle<()>)>>,
    pub numbers: AtomicUsize,
    pub dist: PathBuf,
    pub statics: PathBuf,
}
