//! Pictures of a page for a person to look at, and axe's opinion of it.

use std::fs;
use std::path::PathBuf;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use reqwest::Method;
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::page::Page;
use crate::tools;

impl Page<'_> {
    /// Saves a picture of the whole page as `target/screenshots/<engine>-<name>.png`.
    /// WebKit's shows the viewport.
    #[track_caller]
    pub fn screenshot(&self, name: &str) -> PathBuf {
        match self.try_screenshot(name) {
            Ok(path) => path,
            Err(error) => panic!("no screenshot {name}: {error}"),
        }
    }

    /// A picture of the window as it is painted, a PNG in base64.
    #[track_caller]
    pub fn picture(&self) -> String {
        let picture = self.session.must(Method::GET, "/screenshot", None);
        picture.as_str().unwrap_or_default().to_owned()
    }

    /// Saves a picture, if the browser still can.
    pub(crate) fn try_screenshot(self, name: &str) -> Result<PathBuf, String> {
        let data = match self.session.engine {
            Engine::Chromium => self.chromium_picture()?,
            Engine::Firefox => self.session.command(Method::GET, "/moz/screenshot/full", None)?,
            Engine::WebKit => self.session.command(Method::GET, "/screenshot", None)?,
        };
        let data = data.as_str().ok_or("the browser sent no picture")?;
        let bytes = BASE64_STANDARD.decode(data).map_err(|error| format!("bad base64: {error}"))?;
        let file = format!("{}-{name}.png", self.session.engine.name());
        let path = tools::screenshots().join(file);
        fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(path)
    }

    fn chromium_picture(self) -> Result<Value, String> {
        let command = "Page.captureScreenshot";
        let parameters = json!({ "captureBeyondViewport": true, "clip": self.whole()? });
        let body = json!({ "cmd": command, "params": parameters });
        let mut answer = self.session.command(Method::POST, "/goog/cdp/execute", Some(body))?;
        Ok(answer.get_mut("data").map(Value::take).unwrap_or_default())
    }

    /// The whole document as a clipping box.
    fn whole(self) -> Result<Value, String> {
        let body = "const root = document.documentElement;
            return { x: 0, y: 0, width: innerWidth, height: root.scrollHeight, scale: 1 };";
        self.try_run(body, json!([]))
    }

    /// What axe finds wrong with the page, one line per element; empty when nothing is.
    #[track_caller]
    pub fn axe(&self) -> Vec<String> {
        self.axe_with(json!([]))
    }

    /// The same by these rules alone.
    #[track_caller]
    pub fn axe_by(&self, rules: &[&str]) -> Vec<String> {
        self.axe_with(json!([rules]))
    }

    #[track_caller]
    fn axe_with(self, rules: Value) -> Vec<String> {
        if let Err(missing) = tools::axe() {
            panic!("{missing}");
        }
        let body = include_str!("axe.js");
        let lines = self.run_with(body, rules);
        let Some(lines) = lines.as_array() else { panic!("axe gave {lines}") };
        lines.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }
}
