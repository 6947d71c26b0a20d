//! An HTTP answer, well behaved or not.

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::Value;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use super::gate::Gate;
use super::log::Ticket;

/// What the server says to one request.
#[derive(Debug, Clone)]
pub struct Answer {
    status: u16,
    headers: HeaderMap,
    body: Bytes,
    before_headers: Option<Gate>,
    amid_body: Option<Gate>,
    truncated: bool,
}

impl Answer {
    /// A JSON document that any page may read.
    #[must_use]
    pub fn json(value: &Value) -> Self {
        Self::text(value.to_string())
    }

    /// Bytes served as JSON that any page may read.
    #[must_use]
    pub fn text(body: impl Into<Bytes>) -> Self {
        let answer = Self {
            status: 200,
            headers: HeaderMap::new(),
            body: body.into(),
            before_headers: None,
            amid_body: None,
            truncated: false,
        };
        answer
            .content_type("application/json")
            .header("access-control-allow-origin", "*")
            .header("cache-control", "no-cache")
    }

    /// A status with a short body of text.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self { status, ..Self::text(format!("status {status}")).content_type("text/plain") }
    }

    /// Changes the body, which must be text.
    pub(super) fn with_text(mut self, change: impl Fn(&str) -> String) -> Self {
        self.body = change(&String::from_utf8_lossy(&self.body)).into();
        self
    }

    /// Sends the browser elsewhere.
    #[must_use]
    pub fn redirect(url: &str) -> Self {
        Self::status(302).header("location", url)
    }

    /// Sets a header; the name in lower case.
    #[must_use]
    #[track_caller]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        let Ok(value) = HeaderValue::from_str(value) else {
            panic!("{value:?} cannot be the value of the header {name}");
        };
        self.headers.insert(HeaderName::from_static(name), value);
        self
    }

    /// Sets the media type.
    #[must_use]
    #[track_caller]
    pub fn content_type(self, value: &str) -> Self {
        self.header("content-type", value)
    }

    /// Lets no other origin read it.
    #[must_use]
    pub fn without_cors(mut self) -> Self {
        self.headers.remove(header::ACCESS_CONTROL_ALLOW_ORIGIN);
        self
    }

    /// Answers 304 to a request that names this version.
    #[must_use]
    #[track_caller]
    pub fn etag(self, version: &str) -> Self {
        self.header("etag", version).header("access-control-expose-headers", "etag")
    }

    /// Says nothing, not even the status, until the gate opens.
    #[must_use]
    pub fn behind(mut self, gate: &Gate) -> Self {
        self.before_headers = Some(gate.clone());
        self
    }

    /// Says half of the body, and the rest when the gate opens.
    #[must_use]
    pub fn halfway(mut self, gate: &Gate) -> Self {
        self.amid_body = Some(gate.clone());
        self
    }

    /// Promises the whole body, sends half of it and cuts the connection.
    #[must_use]
    pub fn truncated(mut self) -> Self {
        self.truncated = true;
        self
    }

    pub(super) fn gates(&self) -> impl Iterator<Item = Gate> + use<> {
        [self.before_headers.clone(), self.amid_body.clone()].into_iter().flatten()
    }

    /// Gives the answer to a request.
    pub(super) async fn give(self, request: &HeaderMap, ticket: Ticket) -> Response {
        if let Some(gate) = &self.before_headers {
            gate.passed().await;
        }
        let mut response = Response::new(Body::empty());
        response.headers_mut().clone_from(&self.headers);
        if self.is_known_to(request) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            ticket.complete();
            return response;
        }
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or_default();
        response.headers_mut().insert(header::CONTENT_LENGTH, self.body.len().into());
        let (sender, receiver) = mpsc::channel(1);
        tokio::spawn(self.write(sender, ticket));
        *response.body_mut() = Body::from_stream(ReceiverStream::new(receiver));
        response
    }

    fn is_known_to(&self, request: &HeaderMap) -> bool {
        let version = self.headers.get(header::ETAG);
        version.is_some() && request.get(header::IF_NONE_MATCH) == version
    }

    async fn write(self, sender: mpsc::Sender<Result<Bytes, std::io::Error>>, ticket: Ticket) {
        let (first, second) = (self.body.slice(..self.body.len() / 2), self.body.len() / 2);
        if sender.send(Ok(first)).await.is_err() {
            return;
        }
        if let Some(gate) = &self.amid_body {
            tokio::select! {
                () = gate.passed() => {}
                () = sender.closed() => return,
            }
        }
        let rest = if self.truncated {
            Err(std::io::Error::other("cut off on purpose"))
        } else {
            Ok(self.body.slice(second..))
        };
        if sender.send(rest).await.is_ok() {
            ticket.complete();
        }
    }
}
