//! One engine's browser and servers, as a test is given them.

use std::cell::{Cell, RefCell};

use reqwest::Method;
use serde_json::{Value, json};
use tokio::runtime::Handle;

use crate::engine::Engine;
use crate::page::Page;
use crate::server::{Answer, Server, document};
use crate::session::Session;

/// What a page of a publisher contains.
const LOADER: &str = "<script type='module' src='/story-card.js'></script>";
/// Every test starts with a window of this size.
const WINDOW: (u32, u32) = (1200, 900);

/// A browser and the two origins it visits.
#[derive(Debug)]
pub struct Kit {
    /// The engine under test.
    pub engine: Engine,
    /// The origins.
    pub server: Server,
    session: Session,
    is_open: Cell<bool>,
    /// The test that runs now.
    pub(crate) test: RefCell<String>,
    /// Whether that test has noted a fault.
    pub(crate) has_fault: Cell<bool>,
    expected: RefCell<Vec<String>>,
    mishaps: RefCell<Vec<String>>,
}

impl Kit {
    /// Starts servers, driver and browser.
    pub(crate) fn start(engine: Engine, runtime: &Handle) -> Result<Self, String> {
        Ok(Self {
            engine,
            server: Server::start(runtime)?,
            session: Session::start(engine, runtime)?,
            is_open: Cell::new(false),
            test: RefCell::default(),
            has_fault: Cell::new(false),
            expected: RefCell::default(),
            mishaps: RefCell::default(),
        })
    }

    /// Serves a story once registered and gives its URL, on the stories' origin.
    pub fn story(&self, story: &Value) -> String {
        self.answer(Answer::json(story))
    }

    /// Serves an answer of any kind and gives its URL, on the stories' origin.
    pub fn answer(&self, answer: Answer) -> String {
        self.server.answers(vec![answer])
    }

    /// Opens a publisher's page: the script tag in the head, and this body.
    #[track_caller]
    pub fn host(&self, body: &str) -> Page<'_> {
        self.page(LOADER, body)
    }

    /// Opens a page with a head and a body of its own.
    #[track_caller]
    pub fn page(&self, head: &str, body: &str) -> Page<'_> {
        self.page_as(document(head, body))
    }

    /// Opens a page without a doctype, which browsers lay out by their rules of old.
    #[track_caller]
    pub fn page_without_doctype(&self, head: &str, body: &str) -> Page<'_> {
        self.page_as(document(head, body).with_text(|html| html.replacen("<!doctype html>", "", 1)))
    }

    /// Opens a page like that at a path of its own, perhaps with a query or a fragment.
    #[track_caller]
    pub fn page_at(&self, path: &str, head: &str, body: &str) -> Page<'_> {
        let served = path.split(['?', '#']).next().unwrap_or_default();
        self.server.instead(served, document(&format!("{LOADER}{head}"), body));
        self.collect_mishaps();
        self.is_open.set(false);
        // From the same address with another fragment the page would not be loaded anew.
        self.session.must(Method::POST, "/url", Some(json!({ "url": "about:blank" })));
        self.open(path)
    }

    /// Opens a page that is served with a Content-Security-Policy.
    #[track_caller]
    pub fn page_under_policy(&self, policy: &str, body: &str) -> Page<'_> {
        self.page_as(document(LOADER, body).header("content-security-policy", policy))
    }

    /// Opens a path of the pages' origin.
    #[track_caller]
    pub fn open(&self, path: &str) -> Page<'_> {
        self.collect_mishaps();
        let url = format!("{}{path}", self.server.pages());
        self.session.must(Method::POST, "/url", Some(json!({ "url": url })));
        self.is_open.set(true);
        self.current()
    }

    /// The page that is open now, whichever it is.
    pub(crate) fn current(&self) -> Page<'_> {
        Page { session: &self.session }
    }

    #[track_caller]
    fn page_as(&self, page: Answer) -> Page<'_> {
        self.open(&self.server.host(page))
    }

    /// Announces an uncaught error, rejection or violation whose words contain these.
    /// The test fails if it does not come.
    pub fn expect_mishap(&self, words: &str) {
        self.expected.borrow_mut().push(words.to_owned());
    }

    /// Readies browser and servers for a test; an error means that the browser is gone.
    pub(crate) fn begin(&self) -> Result<(), String> {
        self.is_open.set(false);
        self.expected.borrow_mut().clear();
        self.mishaps.borrow_mut().clear();
        self.session.command(Method::DELETE, "/actions", None)?;
        self.session.command(Method::POST, "/url", Some(json!({ "url": "about:blank" })))?;
        // Not before: what is let go then could have the page before ask again.
        self.server.reset();
        let rect = json!({ "x": 0, "y": 0, "width": WINDOW.0, "height": WINDOW.1 });
        self.session.command(Method::POST, "/window/rect", Some(rect))?;
        if self.engine == Engine::Chromium {
            let reset =
                json!({ "cmd": "Emulation.setEmulatedMedia", "params": { "features": [] } });
            self.session.command(Method::POST, "/goog/cdp/execute", Some(reset))?;
            let reset = json!({
                "cmd": "Emulation.setTouchEmulationEnabled", "params": { "enabled": false },
            });
            self.session.command(Method::POST, "/goog/cdp/execute", Some(reset))?;
        }
        Ok(())
    }

    /// What the pages of the test suffered against its word; empty when all is well.
    pub(crate) fn complaints(&self) -> Vec<String> {
        self.collect_mishaps();
        let (mishaps, expected) = (self.mishaps.borrow(), self.expected.borrow());
        let unexpected =
            mishaps.iter().filter(|mishap| !expected.iter().any(|words| mishap.contains(words)));
        let missing =
            expected.iter().filter(|words| !mishaps.iter().any(|mishap| mishap.contains(*words)));
        unexpected
            .cloned()
            .chain(missing.map(|words| format!("announced, but did not come: {words}")))
            .collect()
    }

    /// Where things stand, for the message of a failed test.
    pub(crate) fn account(&self) -> String {
        if !self.is_open.get() {
            return "no page was open".into();
        }
        let account = self.current().try_run(include_str!("account.js"), json!([]));
        match account {
            Ok(account) => account.as_str().unwrap_or_default().to_owned(),
            Err(error) => format!("the page does not answer: {error}"),
        }
    }

    fn collect_mishaps(&self) {
        if !self.is_open.get() {
            return;
        }
        let mut mishaps = self.mishaps.borrow_mut();
        match self.current().try_run("return kit.mishaps", json!([])) {
            Ok(Value::Array(seen)) => mishaps.extend(seen.iter().map(ToString::to_string)),
            Ok(other) => mishaps.push(format!("the page's watch is gone: {other}")),
            Err(error) => mishaps.push(format!("the page does not answer: {error}")),
        }
    }
}
