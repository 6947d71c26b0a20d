//! `cargo xtask serve`: the demo page, rebuilt on every change.

use clap::Args;
use std::ffi::OsString;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context as _, Result, bail};

use crate::release::build::trunk;
use crate::release::editor;
use crate::tools::pinned::{ESBUILD, TRUNK, WASM_BINDGEN};
use crate::tools::shell::{announce, run_last};
use crate::tools::toolbox::{Need, Toolbox};

/// How to serve.
#[derive(Debug, PartialEq, Eq, Args)]
pub struct Serve {
    /// The first free one from 8080 on, if none is named
    #[arg(long, short)]
    pub port: Option<u16>,
    /// Leave the browser alone
    #[arg(long)]
    pub no_open: bool,
}

/// Where to look for a free port when none is asked for.
const PORTS: std::ops::RangeInclusive<u16> = 8080..=8099;

/// Serves until it is stopped.
pub fn serve(toolbox: &mut Toolbox, wish: &Serve) -> Result<()> {
    toolbox.provide(&[Need::WasmTarget, Need::Tool(&TRUNK), Need::Tool(&WASM_BINDGEN)])?;
    // Without npm the playground has a plain field.
    let bundled = toolbox.provide(&[Need::Tool(&ESBUILD), Need::Modules]);
    if let Err(problem) = bundled.and_then(|()| editor::bundle(toolbox)) {
        announce(&format!("The playground will have a plain field for its text: {problem:#}"));
    }
    let port = port(wish.port, is_free)?;
    announce(&format!("Serving http://127.0.0.1:{port}/ (the first build takes a minute or two)"));
    let opens = !wish.no_open && can_open_a_browser(|name| std::env::var_os(name));
    let command = trunk(toolbox)?.args(["serve", "--port"]).arg(port.to_string());
    run_last(command.args(opens.then_some("--open")))
}

/// The port asked for, which must be free, or the first free one.
fn port(wanted: Option<u16>, is_free: impl Fn(u16) -> bool) -> Result<u16> {
    match wanted {
        Some(port) if is_free(port) => Ok(port),
        Some(port) => bail!("port {port} is taken: choose another with --port"),
        None => PORTS.clone().find(|port| is_free(*port)).with_context(|| {
            let (first, last) = (PORTS.start(), PORTS.end());
            format!("ports {first} to {last} are taken: choose another with --port")
        }),
    }
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// A desktop always can; elsewhere there must be a screen.
fn can_open_a_browser(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_free_port_is_taken() {
        assert_eq!(port(None, |port| port > 8081).unwrap(), 8082);
        assert!(port(None, |_| false).is_err());
    }

    #[test]
    fn a_taken_port_is_refused_when_it_was_asked_for() {
        assert_eq!(port(Some(9000), |_| true).unwrap(), 9000);
        assert!(port(Some(9000), |_| false).is_err());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn without_a_screen_no_browser_is_opened() {
        assert!(!can_open_a_browser(|_| None));
        assert!(!can_open_a_browser(|_| Some(OsString::new())));
        assert!(can_open_a_browser(|name| (name == "WAYLAND_DISPLAY").then(|| "wayland-0".into())));
    }
}
