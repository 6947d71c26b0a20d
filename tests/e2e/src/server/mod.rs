//! Two origins: one serves the host page and the built files, the other the stories.

mod answer;
mod bomb;
mod files;
mod gate;
mod lock;
mod log;
mod pages;
mod raw;
mod state;
mod stories;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::Router;
use tokio::net::TcpListener;
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

pub use answer::Answer;
pub use gate::Gate;
pub use log::{Ending, Exchange};
pub(crate) use pages::document;
pub use raw::Raw;

use lock::locked;
use state::State;

/// Both origins of one engine's tests; dropping it closes them.
#[derive(Debug)]
pub struct Server {
    pages: String,
    stories: String,
    state: Arc<State>,
    tasks: Vec<JoinHandle<()>>,
    runtime: Handle,
}

impl Server {
    /// Starts both origins on free ports of the loopback address.
    pub(crate) fn start(runtime: &Handle) -> Result<Self, String> {
        let state = Arc::new(State {
            dist: crate::tools::dist(),
            statics: crate::tools::statics(),
            ..State::default()
        });
        let pages = Router::new().fallback(pages::serve).with_state(Arc::clone(&state));
        let stories = Router::new().fallback(stories::serve).with_state(Arc::clone(&state));
        let (pages, pages_task) = runtime.block_on(listen(pages))?;
        let (stories, stories_task) = runtime.block_on(listen(stories))?;
        let tasks = vec![pages_task, stories_task];
        Ok(Self { pages, stories, state, tasks, runtime: runtime.clone() })
    }

    /// The origin of host pages and built files, without a slash at the end.
    #[must_use]
    pub fn pages(&self) -> &str {
        &self.pages
    }

    /// The origin of stories, without a slash at the end.
    #[must_use]
    pub fn stories(&self) -> &str {
        &self.stories
    }

    /// Registers a host page and gives its path.
    pub(crate) fn host(&self, page: Answer) -> String {
        let path = format!("/host/{}.html", self.number());
        locked(&self.state.hosts).insert(path.clone(), page);
        path
    }

    /// Answers a path of the pages' origin instead of the file that is built, until
    /// the test ends; a path with a query for that query alone.
    pub fn instead(&self, path: &str, answer: Answer) {
        locked(&self.state.gates).extend(answer.gates());
        locked(&self.state.hosts).insert(path.to_owned(), answer);
    }

    /// Where a built file is.
    #[must_use]
    pub fn built(&self, name: &str) -> PathBuf {
        self.state.dist.join(name)
    }

    /// Names of the demo stories, for `/stories/<name>` on the stories' origin.
    #[track_caller]
    pub fn demo_stories(&self) -> Vec<String> {
        let mut names = stories::demo_names(&self.state);
        assert!(!names.is_empty(), "static/stories holds no story");
        names.sort();
        names
    }

    /// Registers answers under a new URL: the first request gets the first answer,
    /// and so on; the last answer stays.
    pub fn answers(&self, answers: Vec<Answer>) -> String {
        let path = format!("/answer/{}", self.number());
        locked(&self.state.gates).extend(answers.iter().flat_map(Answer::gates));
        locked(&self.state.answers).insert(path.clone(), answers);
        format!("{}{path}", self.stories)
    }

    /// A new URL that sends the browser to itself.
    pub fn looping(&self) -> String {
        let path = format!("/answer/{}", self.number());
        let url = format!("{}{path}", self.stories);
        let answer = Answer::redirect(&url).with_status(301);
        locked(&self.state.answers).insert(path, vec![answer]);
        url
    }

    /// Answers a new URL, on an origin of its own, with bytes written by hand.
    #[track_caller]
    pub fn raw(&self, raw: Raw) -> String {
        match raw::listen(raw, self.state.log.clone(), &self.runtime) {
            Ok((origin, task)) => {
                locked(&self.state.raw).push((origin.clone(), task));
                format!("{origin}/raw/{}", self.number())
            }
            Err(error) => panic!("{error}"),
        }
    }

    /// Every request since the test began, in order of arrival.
    #[must_use]
    pub fn requests(&self) -> Vec<Exchange> {
        self.state.log.all()
    }

    /// Requests for one URL, or for one path on either origin, whatever query it carries.
    #[must_use]
    pub fn requests_for(&self, url: &str) -> Vec<Exchange> {
        let path = self.path_of(url);
        self.requests().into_iter().filter(|request| request.is_for(path)).collect()
    }

    /// Waits until the requests for a URL satisfy a condition.
    #[track_caller]
    pub fn wait_for(&self, url: &str, what: &str, condition: impl Fn(&[Exchange]) -> bool) {
        let path = self.path_of(url);
        if let Err(seen) = self.state.log.wait_for(path, condition) {
            panic!("{path}: {what} did not happen; requests: {seen:#?}");
        }
    }

    /// Forgets everything a test registered and lets everything go that it held.
    pub(crate) fn reset(&self) {
        for gate in locked(&self.state.gates).drain(..) {
            gate.open();
        }
        for (_, task) in locked(&self.state.raw).drain(..) {
            task.abort();
        }
        locked(&self.state.hosts).clear();
        locked(&self.state.answers).clear();
        self.state.log.clear();
    }

    fn number(&self) -> usize {
        self.state.numbers.fetch_add(1, Ordering::Relaxed)
    }

    fn path_of<'a>(&self, url: &'a str) -> &'a str {
        let raw = locked(&self.state.raw);
        let mut origins = raw.iter().map(|(origin, _)| origin).chain([&self.pages, &self.stories]);
        origins.find_map(|origin| url.strip_prefix(origin.as_str())).unwrap_or(url)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

async fn listen(router: Router) -> Result<(String, JoinHandle<()>), String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await;
    let listener = listener.map_err(|error| format!("no free port: {error}"))?;
    let address = listener.local_addr().map_err(|error| format!("no address: {error}"))?;
    let task = tokio::spawn(async move {
        // Runs until the task is aborted.
        drop(axum::serve(listener, router).await);
    });
    Ok((format!("http://{address}"), task))
}
