//! What runs outside of a browser: node, and the editors that a post goes through.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::tools;

/// The editors, as a script for node.
const EDITORS: &str = include_str!("editors.mjs");

/// What common editors make of a post: the name of each, and its HTML.
#[track_caller]
pub fn edited(post: &str) -> Vec<(String, String)> {
    let packages = tools::npm_packages().unwrap_or_else(|missing| panic!("{missing}"));
    let made = node(EDITORS, &[&packages.to_string_lossy()], post);
    serde_json::from_str(&made).unwrap_or_else(|error| panic!("{error}: {made}"))
}

/// Runs a module in node and gives what it prints.
#[track_caller]
pub fn node(module: &str, arguments: &[&str], input: &str) -> String {
    match try_node(module, arguments, input) {
        Ok(printed) => printed,
        Err(error) => panic!("node: {error}"),
    }
}

fn try_node(module: &str, arguments: &[&str], input: &str) -> Result<String, String> {
    let program = tools::first_program(&["node", "nodejs"])?;
    // From a file: what comes on standard input is the module's own.
    let folder = tempfile::tempdir().map_err(said)?;
    let file: &Path = &folder.path().join("module.mjs");
    std::fs::write(file, module).map_err(said)?;
    let mut child = Command::new(program)
        .arg(file)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(said)?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input.as_bytes()).map_err(said)?;
    }
    let output = child.wait_with_output().map_err(said)?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

fn said(error: std::io::Error) -> String {
    error.to_string()
}
