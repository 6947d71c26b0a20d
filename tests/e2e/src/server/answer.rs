//! An HTTP answer, well behaved or not.

use std::time::Duration;

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
    /// Where the body waits, in ascending order, and for what.
    amid_body: Vec<(usize, Gate)>,
    pace: Pace,
}

/// How a body is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Pace {
    #[default]
    Whole,
    /// Half of it, then the connection is cut.
    Cut,
    /// A byte now and then.
    Drip(Duration),
    /// Again and again, without end.
    Endless,
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
            amid_body: Vec::new(),
            pace: Pace::Whole,
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

    /// Changes the status.
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// Changes the body, which must be text.
    pub(crate) fn with_text(mut self, change: impl Fn(&str) -> String) -> Self {
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
        self.amid_body = vec![(self.body.len() / 2, gate.clone())];
        self
    }

    /// A page that comes in pieces: each but the first waits until its gate opens.
    #[must_use]
    pub fn in_pieces(pieces: &[&str], gates: &[Gate]) -> Self {
        let mut length = 0;
        let ends = pieces.iter().map(|piece| {
            length += piece.len();
            length
        });
        let cuts: Vec<usize> = ends.collect();
        let answer = Self::text(pieces.concat()).content_type("text/html; charset=utf-8");
        Self { amid_body: cuts.into_iter().zip(gates.iter().cloned()).collect(), ..answer }
    }

    /// Promises the whole body, sends half of it and cuts the connection.
    #[must_use]
    pub fn truncated(self) -> Self {
        Self { pace: Pace::Cut, ..self }
    }

    /// Sends the body byte by byte, each after a pause.
    #[must_use]
    pub fn dripping(self, pause: Duration) -> Self {
        Self { pace: Pace::Drip(pause), ..self }
    }

    /// Sends the body again and again for as long as somebody reads.
    #[must_use]
    pub fn endless(self) -> Self {
        Self { pace: Pace::Endless, ..self }
    }

    /// A gzip bomb: about 160 times as long when unpacked, all zeros.
    #[must_use]
    pub fn bomb(unpacked_bytes: usize) -> Self {
        Self::text(super::bomb::gzip_of_zeros(unpacked_bytes)).header("content-encoding", "gzip")
    }

    pub(super) fn gates(&self) -> impl Iterator<Item = Gate> + use<> {
        let amid_body: Vec<Gate> = self.amid_body.iter().map(|(_, gate)| gate.clone()).collect();
        self.before_headers.clone().into_iter().chain(amid_body)
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
        let status = StatusCode::from_u16(self.status).unwrap_or_default();
        *response.status_mut() = status;
        if matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED) {
            ticket.complete();
            return response;
        }
        if self.pace != Pace::Endless {
            response.headers_mut().insert(header::CONTENT_LENGTH, self.body.len().into());
        }
        let (sender, receiver) = mpsc::channel(1);
        tokio::spawn(self.write(sender, ticket));
        *response.body_mut() = Body::from_stream(ReceiverStream::new(receiver));
        response
    }

    fn is_known_to(&self, request: &HeaderMap) -> bool {
        let version = self.headers.get(header::ETAG);
        version.is_some() && request.get(header::IF_NONE_MATCH) == version
    }

    async fn write(self, sender: Sender, mut ticket: Ticket) {
        let outcome = match self.pace {
            Pace::Whole | Pace::Cut => self.write_parts(&sender, &mut ticket).await,
            Pace::Drip(pause) => self.drip(pause, &sender, &mut ticket).await,
            Pace::Endless => self.write_on(&sender, &mut ticket).await,
        };
        if outcome.is_ok() {
            ticket.complete();
        }
    }

    async fn write_parts(&self, sender: &Sender, ticket: &mut Ticket) -> Result<(), Gone> {
        let mut start = 0;
        for (at, gate) in &self.amid_body {
            send(self.body.slice(start..*at), sender, ticket).await?;
            start = *at;
            tokio::select! {
                () = gate.passed() => {}
                () = sender.closed() => return Err(Gone),
            }
        }
        if self.pace == Pace::Cut {
            let half = self.body.len() / 2;
            send(self.body.slice(start..half.max(start)), sender, ticket).await?;
            let cut = std::io::Error::other("cut off on purpose");
            return sender.send(Err(cut)).await.map_err(|_| Gone);
        }
        send(self.body.slice(start..), sender, ticket).await
    }

    async fn drip(
        &self,
        pause: Duration,
        sender: &Sender,
        ticket: &mut Ticket,
    ) -> Result<(), Gone> {
        for at in 0..self.body.len() {
            send(self.body.slice(at..=at), sender, ticket).await?;
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = sender.closed() => return Err(Gone),
            }
        }
        Ok(())
    }

    async fn write_on(&self, sender: &Sender, ticket: &mut Ticket) -> Result<(), Gone> {
        loop {
            // About 60 MB a second: a browser that keeps whatever comes fills no machine.
            tokio::time::sleep(Duration::from_millis(1)).await;
            send(self.body.clone(), sender, ticket).await?;
        }
    }
}

type Sender = mpsc::Sender<Result<Bytes, std::io::Error>>;

/// The browser went away.
#[derive(Debug)]
struct Gone;

async fn send(bytes: Bytes, sender: &Sender, ticket: &mut Ticket) -> Result<(), Gone> {
    let length = bytes.len();
    sender.send(Ok(bytes)).await.map_err(|_| Gone)?;
    ticket.sent(length);
    Ok(())
}
