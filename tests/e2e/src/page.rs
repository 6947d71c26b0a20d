//! A page in the browser: what a script, a window or a screenshot can tell of it.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::script;
use crate::session::Session;

/// How long a condition may take to come true: it costs time only where a test fails, and a
/// machine that compiles besides is slow.
const WAIT_MILLIS: u64 = 60_000;
/// How it shows to the kit that the page left before the script ended.
const UNANSWERED: &str = "the script gave no answer";
/// How Firefox and `WebKit` say so.
const UNLOADED: [&str; 2] = ["Document was unloaded", "before the unload event"];

fn has_left(error: &str) -> bool {
    error.starts_with(UNANSWERED) || UNLOADED.iter().any(|words| error.contains(words))
}

/// The page that is open.
#[derive(Debug, Clone, Copy)]
pub struct Page<'k> {
    pub(crate) session: &'k Session,
}

impl Page<'_> {
    /// Runs the body of an async function in the page and gives what it returns.
    ///
    /// `args` holds the arguments; `find`, `part`, `parts`, `tidy` and `frame` are at hand.
    #[track_caller]
    pub fn run_with(&self, body: &str, args: Value) -> Value {
        match self.try_run(body, args) {
            Ok(value) => value,
            Err(error) => panic!("the script failed: {error}\n{body}"),
        }
    }

    /// Runs the body of an async function without arguments.
    #[track_caller]
    pub fn run(&self, body: &str) -> Value {
        self.run_with(body, json!([]))
    }

    /// Runs a script that may fail.
    pub(crate) fn try_run(self, body: &str, args: Value) -> Result<Value, String> {
        let body = json!({ "script": script::wrapped(body), "args": args });
        let answer = self.session.command(Method::POST, "/execute/async", Some(body))?;
        match answer.as_array().map(Vec::as_slice) {
            Some([Value::Bool(true), value]) => Ok(value.clone()),
            Some([Value::Bool(false), error]) => {
                Err(error.as_str().unwrap_or("unknown").to_owned())
            }
            _ => Err(format!("{UNANSWERED}: {answer}")),
        }
    }

    /// Waits until a JavaScript expression is true and gives its value.
    #[track_caller]
    pub fn wait(&self, condition: &str) -> Value {
        let deadline = Instant::now() + Duration::from_millis(WAIT_MILLIS);
        loop {
            match self.try_run(&script::until(condition, WAIT_MILLIS), json!([])) {
                Ok(value) => return value,
                // The page went elsewhere amid the wait: the next one is asked.
                Err(error) if has_left(&error) && Instant::now() < deadline => {}
                Err(error) => panic!("this did not come true: {condition}\n{error}"),
            }
        }
    }

    /// Lets the page paint twice, so that whatever was due has been done.
    #[track_caller]
    pub fn settle(&self) {
        self.run("await frame(); await frame();");
    }

    /// Every event that cards have sent to the page, in order.
    #[track_caller]
    pub fn events(&self) -> Vec<Value> {
        let events = self.run("return kit.events");
        events.as_array().cloned().unwrap_or_default()
    }

    /// The details of the events of one type, in order.
    #[track_caller]
    pub fn details(&self, event: &str) -> Vec<Value> {
        let body = "return kit.events.filter((e) => e.type === args[0]).map((e) => e.detail)";
        let details = self.run_with(body, json!([event]));
        details.as_array().cloned().unwrap_or_default()
    }

    /// Waits for the first event of a type and gives its detail.
    #[track_caller]
    pub fn wait_for_event(&self, event: &str) -> Value {
        let event = script::quoted(event);
        self.wait(&format!("kit.events.find((e) => e.type === {event})"))
            .get("detail")
            .cloned()
            .unwrap_or_default()
    }

    /// Makes the page's viewport as near to a size as the window can be; gives its width.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) -> u32 {
        let mut frame = (0, 0);
        // The second round makes up for the window's own frame.
        for _ in 0..2 {
            let rect = json!({
                "x": 0, "y": 0, "width": width + frame.0, "height": height + frame.1,
            });
            self.session.must(Method::POST, "/window/rect", Some(rect));
            let seen = self.run("await frame(); return [innerWidth, innerHeight]");
            let seen = |index: usize| seen.get(index).and_then(Value::as_u64).unwrap_or_default();
            let missing = |wanted: u32, seen: u64| {
                wanted.saturating_sub(u32::try_from(seen).unwrap_or(wanted))
            };
            frame = (missing(width, seen(0)), missing(height, seen(1)));
        }
        self.run("return innerWidth")
            .as_u64()
            .and_then(|width| width.try_into().ok())
            .unwrap_or_default()
    }

    /// How many tabs and windows are open.
    #[track_caller]
    pub fn tabs(&self) -> usize {
        self.handles().len()
    }

    /// Looks into another tab, and comes back.
    #[track_caller]
    pub fn look_elsewhere(&self) {
        let post = |path: &str, body: Value| self.session.must(Method::POST, path, Some(body));
        // A window that is not in front is not left.
        self.run("kit.wasLeft = !document.hasFocus(); addEventListener('blur', () => { kit.wasLeft = true; })");
        let here = self.session.must(Method::GET, "/window", None);
        let tab = post("/window/new", json!({ "type": "tab" }));
        post("/window", json!({ "handle": tab.get("handle") }));
        // `WebKit` tells the page that it is left only once something is done elsewhere.
        self.run("return document.title");
        self.session.must(Method::DELETE, "/window", None);
        post("/window", json!({ "handle": here }));
        self.wait("kit.wasLeft && document.visibilityState === 'visible'");
        self.settle();
    }

    #[track_caller]
    fn handles(self) -> Vec<Value> {
        let handles = self.session.must(Method::GET, "/window/handles", None);
        handles.as_array().cloned().unwrap_or_default()
    }

    /// Lets the page paint for longer than a note takes to open or to close: for what
    /// must not happen by itself.
    #[track_caller]
    pub fn outlast_a_note(&self) {
        self.run(
            "for (const end = performance.now() + 600; performance.now() < end;) await frame()",
        );
    }

    /// Sends a command of the Chrome DevTools protocol.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        self.session.must(Method::POST, "/goog/cdp/execute", Some(body))
    }

    /// Has the browser give back what nobody holds any more. `WebKit` has no word for it:
    /// there the page is full of waste for a moment.
    #[track_caller]
    pub fn collect_garbage(&self) {
        let post = |path: &str, body: Value| self.session.must(Method::POST, path, Some(body));
        match self.session.engine {
            Engine::Chromium => {
                self.devtools("HeapProfiler.collectGarbage", json!({}));
            }
            Engine::Firefox => {
                let ask = "Services.obs.notifyObservers(null, 'child-mmu-request')";
                post("/moz/context", json!({ "context": "chrome" }));
                post("/execute/sync", json!({ "script": ask, "args": [] }));
                post("/moz/context", json!({ "context": "content" }));
            }
            Engine::WebKit => {
                self.run("for (let n = 0; n < 30; n += 1) window.waste = new Array(1e5).fill({})");
            }
        }
    }

    /// Makes the reader one who prefers `light` or `dark` (Chromium).
    #[track_caller]
    pub fn prefer_scheme(&self, scheme: &str) {
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme });
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": [feature] }));
    }
}
