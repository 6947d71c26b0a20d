//! Answers written byte by byte, for faults that no HTTP library would commit.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

use super::log::{Ending, Exchange, Log};

/// What is written to the connection, and how it ends.
#[derive(Debug, Clone)]
pub struct Raw {
    bytes: Vec<u8>,
    pause: Option<Duration>,
    is_reset: bool,
}

impl Raw {
    /// These bytes, then the connection is closed.
    #[must_use]
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), pause: None, is_reset: false }
    }

    /// A head that any page may read, with further header lines, and a body.
    #[must_use]
    pub fn ok(headers: &str, body: &[u8]) -> Self {
        let head = format!(
            "HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncache-control: no-store\r\n{headers}\r\n"
        );
        Self::new([head.as_bytes(), body].concat())
    }

    /// Pauses after each byte.
    #[must_use]
    pub fn slowly(mut self, pause: Duration) -> Self {
        self.pause = Some(pause);
        self
    }

    /// Resets the connection instead of closing it.
    #[must_use]
    pub fn reset(mut self) -> Self {
        self.is_reset = true;
        self
    }
}

/// Gives one answer to every request on a port of its own; gives the origin.
pub(super) fn listen(
    raw: Raw,
    log: Log,
    runtime: &Handle,
) -> Result<(String, JoinHandle<()>), String> {
    let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0)));
    let listener = listener.map_err(|error| format!("no free port: {error}"))?;
    let address = listener.local_addr().map_err(|error| format!("no address: {error}"))?;
    let task = runtime.spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream, raw.clone(), log.clone()));
        }
    });
    Ok((format!("http://{address}"), task))
}

async fn answer(mut stream: TcpStream, raw: Raw, log: Log) {
    let Some(exchange) = request(&mut stream).await else { return };
    let mut ticket = log.note(exchange);
    // Each byte leaves at once.
    drop(stream.set_nodelay(true));
    let pieces = if raw.pause.is_some() { 1 } else { raw.bytes.len().max(1) };
    for piece in raw.bytes.chunks(pieces) {
        if stream.write_all(piece).await.is_err() {
            return;
        }
        ticket.sent(piece.len());
        if let Some(pause) = raw.pause {
            tokio::time::sleep(pause).await;
        }
    }
    if raw.is_reset {
        // What was sent must arrive before the reset, which would overtake it.
        drop(stream.flush().await);
        tokio::time::sleep(Duration::from_millis(50)).await;
        drop(stream.set_zero_linger());
    } else {
        drop(stream.shutdown().await);
    }
    ticket.complete();
}

/// The head of a request; nothing where the connection was opened in advance and not used.
async fn request(stream: &mut TcpStream) -> Option<Exchange> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        if stream.read(&mut byte).await.ok()? == 0 || head.len() > 1 << 16 {
            return None;
        }
        head.extend(byte);
    }
    let head = String::from_utf8_lossy(&head);
    let mut lines = head.lines();
    let mut words = lines.next()?.split(' ');
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let header = |line: &str| {
        let (name, value) = line.split_once(": ")?;
        Some((name.to_ascii_lowercase(), value.to_owned()))
    };
    let headers = lines.filter_map(header).collect();
    Some(Exchange { method, path, headers, ending: Ending::Open, sent: 0 })
}
