//! A WebDriver session, and any W3C command on it, without `async`.

use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::{Client, Method};
use serde_json::Value;
use tempfile::TempDir;
use thirtyfour::common::command::{Command as WebDriverCommand, ExtensionCommand};
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::Handle;

use crate::display::Display;
use crate::engine::Engine;
use crate::process::{Running, free_port};
use crate::tools;

/// How long a driver may take to listen, on a machine that compiles besides.
const START_SECS: u64 = 180;
/// No command may take longer, a page's own waits included.
const COMMAND_SECS: u64 = 240;
/// West of Greenwich, so that a date without a zone shows when it is shifted.
const TIME_ZONE: &str = "America/Los_Angeles";

/// A browser under remote control; dropping it closes the browser.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) engine: Engine,
    driver: Option<WebDriver>,
    runtime: Handle,
    // Ended in this order: the driver, its screen, its files.
    _process: Running,
    _display: Option<Display>,
    _profile: TempDir,
}

impl Session {
    /// Starts the engine's driver and a browser.
    pub(crate) fn start(engine: Engine, runtime: &Handle) -> Result<Self, String> {
        Self::start_within(engine, runtime, Duration::from_secs(COMMAND_SECS))
    }

    /// The same, with another limit on what a command may take.
    pub(crate) fn start_within(
        engine: Engine,
        runtime: &Handle,
        patience: Duration,
    ) -> Result<Self, String> {
        let profile = TempDir::new().map_err(|error| format!("no temporary folder: {error}"))?;
        let capabilities = engine.capabilities(profile.path())?;
        let display = (engine == Engine::WebKit).then(Display::start).transpose()?;
        let port = free_port()?;
        let mut process = Running::start(driver_command(engine, port, display.as_ref())?)?;
        let client = http_client(patience)?;
        let url = format!("http://127.0.0.1:{port}");
        runtime.block_on(wait_until_ready(&client, &url, &mut process))?;
        let Value::Object(capabilities) = capabilities else {
            return Err("capabilities are an object".into());
        };
        let builder = WebDriver::builder(url, Capabilities::from(capabilities)).client(client);
        let driver = runtime
            .block_on(builder.connect())
            .map_err(|error| format!("{} opens no browser: {error}", engine.driver()))?;
        let session = Self {
            engine,
            driver: Some(driver),
            runtime: runtime.clone(),
            _process: process,
            _display: display,
            _profile: profile,
        };
        let timeouts = serde_json::json!({ "script": 180_000, "pageLoad": 180_000 });
        session.command(Method::POST, "/timeouts", Some(timeouts))?;
        Ok(session)
    }

    /// Sends one command; `path` starts after the session's own.
    pub(crate) fn command(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> Result<Value, String> {
        let driver = self.driver.as_ref().ok_or("the browser is closed")?;
        let command = Raw { method, path: path.into(), body };
        let command = WebDriverCommand::ExtensionCommand(Box::new(command));
        self.runtime
            .block_on(driver.handle().cmd(command))
            .and_then(thirtyfour::session::http::CmdResponse::value_json)
            .map_err(|error| format!("{path}: {error}"))
    }

    /// Sends a command that must succeed.
    #[track_caller]
    pub(crate) fn must(&self, method: Method, path: &str, body: Option<Value>) -> Value {
        match self.command(method, path, body) {
            Ok(value) => value,
            Err(error) => panic!("the browser refused {error}"),
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            let patience = Duration::from_secs(10);
            let quit = async move { tokio::time::timeout(patience, driver.quit()).await };
            // A browser that does not close is ended with its process group.
            drop(self.runtime.block_on(quit));
        }
    }
}

/// Any command of the W3C protocol or an engine's extension of it.
#[derive(Debug)]
struct Raw {
    method: Method,
    path: Arc<str>,
    body: Option<Value>,
}

impl ExtensionCommand for Raw {
    fn parameters_json(&self) -> Option<Value> {
        self.body.clone()
    }

    fn method(&self) -> Method {
        self.method.clone()
    }

    fn endpoint(&self) -> Arc<str> {
        self.path.clone()
    }
}

fn driver_command(engine: Engine, port: u16, display: Option<&Display>) -> Result<Command, String> {
    let mut command = Command::new(tools::first_program(&[engine.driver()])?);
    command.args(engine.driver_args(port)).stdout(Stdio::null());
    command.env("TZ", TIME_ZONE).env("LANG", "en_US.UTF-8").env("LANGUAGE", "en_US");
    for proxy in ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"] {
        command.env_remove(proxy);
    }
    if let Some(display) = display {
        command.env("DISPLAY", &display.name).env("GDK_BACKEND", "x11");
        command.env_remove("WAYLAND_DISPLAY");
    }
    Ok(command)
}

fn http_client(patience: Duration) -> Result<Client, String> {
    Client::builder()
        .no_proxy()
        .timeout(patience)
        .build()
        .map_err(|error| format!("no HTTP client: {error}"))
}

async fn wait_until_ready(client: &Client, url: &str, process: &mut Running) -> Result<(), String> {
    let deadline = Instant::now() + Duration::from_secs(START_SECS);
    let status = format!("{url}/status");
    while client.get(&status).send().await.is_err() {
        if process.has_ended() || Instant::now() > deadline {
            return Err(format!("the driver does not answer at {status}"));
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}
