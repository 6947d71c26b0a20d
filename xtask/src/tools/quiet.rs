//! Runs programs that say more than anybody reads: a terminal shows the last line of it, and a
//! failure all.

use std::io::{BufRead as _, BufReader, PipeReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use indicatif::{ProgressBar, ProgressStyle};
use xshell::Cmd;

/// Runs a program to its end; what it says is shown only if it fails.
pub fn run_quietly(cmd: Cmd<'_>) -> Result<()> {
    let line = cmd.to_string();
    let (reader, writer) = std::io::pipe()?;
    let mut command = Command::from(cmd);
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let child = command.spawn();
    // It holds the other end of the pipe, which would never come to its end.
    drop(command);
    let mut child = child.with_context(|| format!("`{line}` did not start"))?;
    let said = watch(reader)?;
    let status = child.wait()?;
    if !status.success() {
        eprint!("{}", String::from_utf8_lossy(&said));
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Reads all that comes, with one line of progress where somebody looks.
fn watch(reader: PipeReader) -> Result<Vec<u8>> {
    let style = ProgressStyle::with_template("{elapsed:>5}  {wide_msg}")?;
    let bar = ProgressBar::new_spinner().with_style(style);
    bar.enable_steady_tick(Duration::from_secs(1));
    let mut said = Vec::new();
    let mut reader = BufReader::new(reader);
    loop {
        let start = said.len();
        if reader.read_until(b'\n', &mut said)? == 0 {
            break;
        }
        bar.set_message(progress(said.get(start..).unwrap_or_default()));
    }
    bar.finish_and_clear();
    Ok(said)
}

/// A line as it can stand in the progress: what came last in it, without control signs.
fn progress(line: &[u8]) -> String {
    let text = String::from_utf8_lossy(line);
    let last = text.trim_end().rsplit('\r').next().unwrap_or_default();
    last.chars().filter(|letter| !letter.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use xshell::{Shell, cmd};

    #[test]
    fn both_streams_are_read_to_the_end() {
        let (reader, writer) = std::io::pipe().unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", "echo out; echo err >&2"]);
        let mut child = command.stdout(writer.try_clone().unwrap()).stderr(writer).spawn().unwrap();
        drop(command);
        assert_eq!(watch(reader).unwrap(), b"out\nerr\n");
        assert!(child.wait().unwrap().success());
    }

    #[test]
    fn failure_and_missing_program_are_sentences() {
        let shell = Shell::new().unwrap();
        assert!(run_quietly(cmd!(shell, "echo much")).is_ok());
        let failed = run_quietly(cmd!(shell, "false")).unwrap_err().to_string();
        assert!(failed.starts_with("`false` failed"), "{failed}");
        let missing = run_quietly(cmd!(shell, "no-such-program-here")).unwrap_err().to_string();
        assert!(missing.starts_with("`no-such-program-here` did not start"), "{missing}");
    }

    #[test]
    fn progress_is_plain() {
        assert_eq!(progress(b"10%\r20%\r\n"), "20%");
        assert_eq!(progress(b"\x1b[1mGet:1 \x07\n"), "[1mGet:1 ");
    }
}
