//! Runs programs that say more than anybody reads: a terminal shows the last line of it, and a
//! failure all.

use std::io::{BufRead as _, BufReader, IsTerminal as _, PipeReader, Write as _};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::process::{Outcome, command_line};

/// As much of a line as fits beside the time.
const WIDTH: usize = 64;

/// Runs a program to its end; what it says is shown only if it fails.
pub fn run_quietly(command: &mut Command) -> Outcome {
    let line = command_line(command);
    let did_not_start = |error| format!("`{line}` did not start: {error}");
    let (reader, writer) = std::io::pipe().map_err(did_not_start)?;
    let errors = writer.try_clone().map_err(did_not_start)?;
    command.stdin(Stdio::null()).stdout(writer).stderr(errors);
    let child = command.spawn();
    // The command holds the other end of the pipe, which would never come to its end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let said = watch(reader);
    match child.and_then(|mut child| child.wait()) {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => {
            eprint!("{}", String::from_utf8_lossy(&said));
            Err(format!("`{line}` failed ({status})"))
        }
        Err(error) => Err(did_not_start(error)),
    }
}

/// Reads all that comes, with one line of progress where somebody looks.
fn watch(reader: PipeReader) -> Vec<u8> {
    let (begun, is_seen) = (Instant::now(), std::io::stdout().is_terminal());
    let mut said = Vec::new();
    let mut reader = BufReader::new(reader);
    loop {
        let start = said.len();
        if !reader.read_until(b'\n', &mut said).is_ok_and(|length| length > 0) {
            break;
        }
        if is_seen {
            let line = progress(said.get(start..).unwrap_or_default());
            print!("\r\x1b[2K{:5} s  {line}", begun.elapsed().as_secs());
            // Only the look of the progress is lost.
            let _ = std::io::stdout().flush();
        }
    }
    if is_seen {
        print!("\r\x1b[2K");
    }
    said
}

/// A line as it can stand in the progress: what came last in it, short, without control signs.
fn progress(line: &[u8]) -> String {
    let text = String::from_utf8_lossy(line);
    let last = text.trim_end().rsplit('\r').next().unwrap_or_default();
    last.chars().filter(|letter| !letter.is_control()).take(WIDTH).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn both_streams_are_read_to_the_end() {
        let (reader, writer) = std::io::pipe().unwrap();
        let mut command = shell("echo out; echo err >&2");
        let mut child = command.stdout(writer.try_clone().unwrap()).stderr(writer).spawn().unwrap();
        drop(command);
        assert_eq!(watch(reader), b"out\nerr\n");
        assert!(child.wait().unwrap().success());
    }

    #[test]
    fn failure_and_missing_program_are_sentences() {
        assert_eq!(run_quietly(&mut shell("echo much; true")), Ok(()));
        let failed = run_quietly(&mut shell("exit 3")).unwrap_err();
        assert!(failed.starts_with("`sh -c exit 3` failed"), "{failed}");
        let missing = run_quietly(&mut Command::new("no-such-program-here")).unwrap_err();
        assert!(missing.starts_with("`no-such-program-here` did not start"), "{missing}");
    }

    #[test]
    fn progress_is_short_and_plain() {
        assert_eq!(progress(b"10%\r20%\r\n"), "20%");
        assert_eq!(progress(b"\x1b[1mGet:1 \x07\n"), "[1mGet:1 ");
        assert_eq!(progress("ä".repeat(100).as_bytes()).chars().count(), WIDTH);
    }
}
