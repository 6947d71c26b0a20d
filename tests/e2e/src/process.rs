//! Child processes that never outlive the test run.

use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::{net::TcpListener, os::unix::process::CommandExt};

use rustix::process::{Pid, Signal, kill_process_group};

/// Groups to end when the run is interrupted from the keyboard.
static GROUPS: Mutex<Vec<Pid>> = Mutex::new(Vec::new());

/// A program and all it starts; dropping this ends them.
#[derive(Debug)]
#[must_use = "dropping it ends the program"]
pub(crate) struct Running {
    child: Child,
    group: Pid,
}

impl Running {
    /// Starts a program as the head of its own process group.
    pub(crate) fn start(mut command: Command) -> Result<Self, String> {
        let name = command.get_program().to_string_lossy().into_owned();
        command.process_group(0).stdin(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().map_err(|error| format!("{name} does not start: {error}"))?;
        let group = Pid::from_child(&child);
        if let Ok(mut groups) = GROUPS.lock() {
            groups.push(group);
        }
        Ok(Self { child, group })
    }

    /// The program's standard output, once, where it was piped.
    pub(crate) fn stdout(&mut self) -> Option<std::process::ChildStdout> {
        self.child.stdout.take()
    }

    /// True when the program has ended by itself.
    pub(crate) fn has_ended(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Ok(mut groups) = GROUPS.lock() {
            groups.retain(|group| *group != self.group);
        }
        // Fails only when nothing of the group is left.
        let _ = kill_process_group(self.group, Signal::KILL);
        drop(self.child.wait());
    }
}

/// Ends every program still running; for an interrupted run, where nothing is dropped.
pub(crate) fn end_all() {
    if let Ok(groups) = GROUPS.lock() {
        for group in groups.iter() {
            let _ = kill_process_group(*group, Signal::KILL);
        }
    }
}

/// A port nobody listens on.
pub(crate) fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0));
    listener
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| format!("no free port on the loopback address: {error}"))
}
