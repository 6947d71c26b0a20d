//! Runs programs. Their output goes to the terminal as it comes; a failure becomes a sentence.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// What a task gives back: the error is a sentence for whoever typed the command.
pub type Outcome<T = ()> = Result<T, String>;

/// Says in one line what happens next.
pub fn announce(text: &str) {
    println!("==> {text}");
}

/// Runs a program to its end.
pub fn run(command: &mut Command) -> Outcome {
    let line = command_line(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` failed ({status})")),
        Err(error) => Err(format!("`{line}` did not start: {error}")),
    }
}

/// Runs the program that a task ends with. It takes this process's place where the system can do
/// that, so that whoever stops this process stops the program.
pub fn run_last(command: &mut Command) -> Outcome {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        let error = command.exec();
        Err(format!("`{}` did not start: {error}", command_line(command)))
    }
    #[cfg(not(unix))]
    run(command)
}

/// Runs a program and gives what it printed, or nothing if it could not be run or failed.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The line a person would type; the program without its folder.
pub fn command_line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// Adds a sentence's subject to an input or output error.
pub fn failed<T>(what: &str, path: &Path, result: std::io::Result<T>) -> Outcome<T> {
    result.map_err(|error| format!("{what} {} failed: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_line_leaves_out_the_folder() {
        let mut command = Command::new("/opt/tools/trunk");
        command.args(["build", "--release"]);
        assert_eq!(command_line(&command), "trunk build --release");
    }

    #[test]
    fn a_missing_program_is_a_sentence() {
        let problem = run(&mut Command::new("no-such-program-here")).unwrap_err();
        assert!(problem.starts_with("`no-such-program-here` did not start"));
    }
}
