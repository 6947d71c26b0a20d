//! A private X server for the engine that cannot do without one.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::process::Running;
use crate::tools;

/// Tall enough that a whole card fits into one screenshot.
const SCREEN: &str = "1600x4000x24";

/// A virtual screen; dropping it ends the server.
#[derive(Debug)]
pub(crate) struct Display {
    /// What programs find in `DISPLAY`.
    pub(crate) name: String,
    _server: Running,
}

impl Display {
    /// Starts the server on a display number of its own choosing.
    pub(crate) fn start() -> Result<Self, String> {
        let mut command = Command::new(tools::first_program(&["Xvfb"])?);
        command.args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]);
        command.stdout(Stdio::piped());
        let mut server = Running::start(command)?;
        let stdout = server.stdout().ok_or("Xvfb has no standard output")?;
        let mut number = String::new();
        let read = BufReader::new(stdout).read_line(&mut number);
        match (read, number.trim()) {
            (Ok(_), number) if !number.is_empty() => {
                Ok(Self { name: format!(":{number}"), _server: server })
            }
            _ => Err("Xvfb ended without naming its display".into()),
        }
    }
}
