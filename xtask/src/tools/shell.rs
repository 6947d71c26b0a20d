//! Runs programs whose output goes to the terminal as it comes.

use std::process::Command;

use anyhow::Result;
use xshell::Cmd;

/// Says in one line what happens next.
pub fn announce(text: &str) {
    println!("==> {text}");
}

/// Runs a program to its end.
pub fn run(cmd: Cmd<'_>) -> Result<()> {
    Ok(cmd.quiet().run()?)
}

/// Runs a program and gives what it printed, or nothing if it could not be run or failed.
pub fn output(cmd: Cmd<'_>) -> Option<String> {
    cmd.quiet().ignore_stderr().read().ok()
}

/// Runs the program that a task ends with. It takes this process's place where the system can do
/// that, so that whoever stops this process stops the program.
pub fn run_last(cmd: Cmd<'_>) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        let line = cmd.to_string();
        let problem = Command::from(cmd).exec();
        anyhow::bail!("`{line}` did not start: {problem}")
    }
    #[cfg(not(unix))]
    run(cmd)
}
