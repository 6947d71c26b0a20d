//! What was asked of the server, and how each answer ended.

use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use axum::http::request::Parts;

use super::lock::locked;

/// How long a test waits for a request to come or to end.
const WAIT_SECS: u64 = 60;

/// One request and its fate.
#[derive(Debug, Clone)]
pub struct Exchange {
    /// GET, OPTIONS and so on.
    pub method: String,
    /// Path and query.
    pub path: String,
    /// Header names in lower case, with their values.
    pub headers: Vec<(String, String)>,
    /// What became of the answer.
    pub ending: Ending,
    /// Bytes of the body handed to the connection.
    pub sent: usize,
}

impl Exchange {
    /// Whether it is for a path; one without a query stands for every query.
    pub(super) fn is_for(&self, path: &str) -> bool {
        let rest = self.path.strip_prefix(path);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('?') && !path.contains('?'))
    }

    /// A header's value; the name in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(header, _)| header == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It is not finished.
    Open,
    /// All of it was handed to the connection.
    Complete,
    /// The browser closed the connection first.
    Aborted,
}

/// The list of exchanges, which tests can wait on.
#[derive(Debug, Clone, Default)]
pub(super) struct Log(Arc<(Mutex<Book>, Condvar)>);

#[derive(Debug, Default)]
struct Book {
    /// Number of the first exchange; earlier ones belong to earlier tests.
    start: usize,
    exchanges: Vec<Exchange>,
}

impl Log {
    /// Writes a request down. Dropping the ticket means that the browser went away.
    pub(super) fn begin(&self, request: &Parts) -> Ticket {
        let path = request.uri.path_and_query().map_or("/", |path| path.as_str());
        let headers = request.headers.iter().map(|(name, value)| {
            (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
        });
        let exchange = Exchange {
            method: request.method.to_string(),
            path: path.to_owned(),
            headers: headers.collect(),
            ending: Ending::Open,
            sent: 0,
        };
        self.note(exchange)
    }

    /// Writes down a request that was read by hand.
    pub(super) fn note(&self, exchange: Exchange) -> Ticket {
        let mut book = locked(&self.0.0);
        book.exchanges.push(exchange);
        let number = book.start + book.exchanges.len() - 1;
        drop(book);
        self.0.1.notify_all();
        Ticket { log: self.clone(), number, ending: Ending::Aborted }
    }

    pub(super) fn all(&self) -> Vec<Exchange> {
        locked(&self.0.0).exchanges.clone()
    }

    pub(super) fn clear(&self) {
        let mut book = locked(&self.0.0);
        book.start += book.exchanges.len();
        book.exchanges.clear();
    }

    /// Waits for a condition on the requests for a path; fails with what was seen.
    pub(super) fn wait_for(
        &self,
        path: &str,
        condition: impl Fn(&[Exchange]) -> bool,
    ) -> Result<(), Vec<Exchange>> {
        let deadline = Instant::now() + Duration::from_secs(WAIT_SECS);
        let mut book = locked(&self.0.0);
        loop {
            let seen: Vec<_> =
                book.exchanges.iter().filter(|seen| seen.is_for(path)).cloned().collect();
            if condition(&seen) {
                return Ok(());
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(seen);
            }
            book = match self.0.1.wait_timeout(book, left) {
                Ok((book, _)) => book,
                Err(poisoned) => poisoned.into_inner().0,
            };
        }
    }

    fn change(&self, number: usize, change: impl FnOnce(&mut Exchange)) {
        let mut book = locked(&self.0.0);
        let index = number.checked_sub(book.start);
        if let Some(exchange) = index.and_then(|index| book.exchanges.get_mut(index)) {
            change(exchange);
        }
        drop(book);
        self.0.1.notify_all();
    }
}

/// An answer under way.
#[derive(Debug)]
#[must_use = "dropping it says that the browser went away"]
pub(super) struct Ticket {
    log: Log,
    number: usize,
    ending: Ending,
}

impl Ticket {
    /// Notes that so many bytes of the body were handed to the connection.
    pub(super) fn sent(&mut self, bytes: usize) {
        self.log.change(self.number, |exchange| exchange.sent += bytes);
    }

    /// Notes that the whole answer was given.
    pub(super) fn complete(mut self) {
        self.ending = Ending::Complete;
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let ending = self.ending;
        self.log.change(self.number, |exchange| exchange.ending = ending);
    }
}
