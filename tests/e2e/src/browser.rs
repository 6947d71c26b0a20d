//! A Chromium without a kit: what the bench drives.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use tokio::runtime::Handle;

use crate::engine::Engine;
use crate::script;
use crate::session::Session;

/// A browser of its own; dropping it ends it, whether it answers or not.
#[derive(Debug)]
pub struct Browser(Session);

impl Browser {
    /// Starts Chromium. No command may take longer than so many seconds.
    ///
    /// # Errors
    ///
    /// When driver or browser do not start.
    pub fn start(runtime: &Handle, patience_secs: u64) -> Result<Self, String> {
        let patience = Duration::from_secs(patience_secs);
        Session::start_within(Engine::Chromium, runtime, patience).map(Self)
    }

    /// Opens an address and waits until it is loaded.
    ///
    /// # Errors
    ///
    /// When the browser does not do it in time.
    pub fn open(&self, address: &str) -> Result<(), String> {
        self.0.command(Method::POST, "/url", Some(json!({ "url": address }))).map(drop)
    }

    /// Runs the body of an async function in the page.
    ///
    /// # Errors
    ///
    /// When it throws, or does not end in time.
    pub fn run(&self, body: &str) -> Result<Value, String> {
        let body = json!({ "script": script::wrapped(body), "args": [] });
        let answer = self.0.command(Method::POST, "/execute/async", Some(body))?;
        match answer.as_array().map(Vec::as_slice) {
            Some([Value::Bool(true), value]) => Ok(value.clone()),
            other => Err(format!("the script failed: {other:?}")),
        }
    }

    /// Sends a command of the Chrome DevTools protocol.
    ///
    /// # Errors
    ///
    /// When the browser refuses it or does not answer in time.
    pub fn devtools(&self, command: &str, parameters: Value) -> Result<Value, String> {
        let body = json!({ "cmd": command, "params": parameters });
        self.0.command(Method::POST, "/goog/cdp/execute", Some(body))
    }
}
