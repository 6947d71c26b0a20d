//! The three browser engines: their programs and how to ask for them.

use std::path::Path;

use serde_json::{Value, json};

use crate::tools;

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium through `chromedriver`.
    Chromium,
    /// Firefox through `geckodriver`.
    Firefox,
    /// WebKit: `MiniBrowser` through `WebKitWebDriver`, on a private X server.
    WebKit,
}

impl Engine {
    /// Every engine.
    pub const EVERYWHERE: &[Self] = &[Self::Chromium, Self::Firefox, Self::WebKit];
    /// Where the test needs Chromium's own protocol, or axe.
    pub const CHROMIUM: &[Self] = &[Self::Chromium];
    /// Where a press can be made at the very bottom of the stack.
    pub const FIREFOX: &[Self] = &[Self::Firefox];
    /// Where the window is in front. On the private X server nobody brings WebKit's there.
    pub const IN_FRONT: &[Self] = &[Self::Chromium, Self::Firefox];
    /// Where the driver sends real touches; WebKit's turns them into mouse events.
    pub const WITH_TOUCH: &[Self] = &[Self::Chromium, Self::Firefox];
    /// Where the driver lets go of the button it pressed; WebKit's of the first one always.
    pub const WITH_BUTTONS: &[Self] = &[Self::Chromium, Self::Firefox];

    /// The first word of every test name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The program that speaks WebDriver.
    pub(crate) const fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    /// Arguments that make the driver listen on a port of the loopback address.
    pub(crate) fn driver_args(self, port: u16) -> Vec<String> {
        match self {
            // The browser's own scripts alone can tell it to collect garbage.
            Self::Firefox => {
                vec!["--port".into(), port.to_string(), "--allow-system-access".into()]
            }
            Self::Chromium | Self::WebKit => vec![format!("--port={port}")],
        }
    }

    /// What to ask of a new session.
    pub(crate) fn capabilities(self, profile: &Path) -> Result<Value, String> {
        match self {
            Self::Chromium => chromium(profile),
            Self::Firefox => firefox(),
            Self::WebKit => webkit(),
        }
    }
}

fn chromium(profile: &Path) -> Result<Value, String> {
    let binary = tools::first_program(&["chromium", "chromium-browser", "google-chrome"])?;
    let profile = format!("--user-data-dir={}", profile.display());
    let mut args = vec![
        "--headless",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--lang=en-US",
        &profile,
    ];
    if rustix::process::geteuid().is_root() {
        args.push("--no-sandbox");
    }
    Ok(json!({ "goog:chromeOptions": { "binary": binary, "args": args } }))
}

fn firefox() -> Result<Value, String> {
    let binary = tools::first_program(&["firefox-esr", "firefox"])?;
    let prefs = json!({
        "intl.accept_languages": "en-US",
        // Tab must reach links and buttons on every platform.
        "accessibility.tabfocus": 7,
    });
    Ok(json!({
        "moz:firefoxOptions": { "binary": binary, "args": ["-headless"], "prefs": prefs }
    }))
}

fn webkit() -> Result<Value, String> {
    let binary = tools::mini_browser()?;
    Ok(json!({
        "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation"] }
    }))
}
