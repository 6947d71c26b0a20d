//! Connections: how many, how long, and how they end.

use std::convert::Infallible;
use std::future::{Future, poll_fn};
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, Response};
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch};
use tokio::time::{Instant, sleep, timeout};

use super::log::tell;

/// How long one connection may ask, and how long its last answer may take. Who takes longer for
/// a few files does not want them.
const LIFETIME: Duration = Duration::from_mins(5);
/// For a request that was sent before its reader could know that the server stops.
const LAST_WORD: Duration = Duration::from_millis(300);
/// Line and headers of a request together. `routes` has lower limits for each, and words for them.
const MAX_HEAD: usize = 96 << 10;
const WAIT_AFTER_FAILURE: Duration = Duration::from_millis(100);
/// What a request is told that does not come to its end. Any page may read this too.
const TOO_SLOW: &[u8] = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\
    cache-control: no-store\r\naccess-control-allow-origin: *\r\ncontent-length: 0\r\n\r\n";

/// How connections are treated.
#[derive(Debug, Clone, Copy)]
pub struct Manners {
    /// For the head of a request, from the end of the last one.
    pub patience: Duration,
    /// For answers that are on their way when the server stops.
    pub grace: Duration,
    /// How many at once.
    pub connections: usize,
}

/// Takes connections until `stop`; then answers what has been asked, and ends.
pub async fn accept(
    listener: TcpListener,
    router: Router,
    manners: Manners,
    stop: impl Future<Output = ()>,
) {
    let (stopping, is_stopping) = watch::channel(false);
    // Nothing is sent: it ends when the last connection has dropped its end.
    let (alive, mut ended) = mpsc::channel::<()>(1);
    let room = Arc::new(Semaphore::new(manners.connections));
    let begin = |stream, place: OwnedSemaphorePermit| {
        let (router, is_stopping) = (router.clone(), is_stopping.clone());
        let alive = alive.clone();
        tokio::spawn(async move {
            converse(stream, router, manners, is_stopping).await;
            drop((place, alive));
        });
    };
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = next(&listener, &room) => accepted,
        };
        match accepted {
            Some((Ok((stream, _)), place)) => begin(stream, place),
            Some((Err(problem), _)) => {
                // No file descriptors left, say: others end meanwhile.
                tell(&format!("no connection: {problem}"));
                sleep(WAIT_AFTER_FAILURE).await;
            }
            None => break,
        }
    }
    // Whom the system has let in already is answered too.
    while let Ok(place) = Arc::clone(&room).try_acquire_owned() {
        let Ok(Ok((stream, _))) = timeout(Duration::ZERO, listener.accept()).await else { break };
        begin(stream, place);
    }
    drop((listener, alive));
    // Nobody listens only where there is no connection.
    let _ = stopping.send(true);
    if timeout(manners.grace, ended.recv()).await.is_err() {
        tell("some answers were cut off");
    }
}

type Accepted = std::io::Result<(TcpStream, SocketAddr)>;

/// The next connection, when there is room for it.
async fn next(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> Option<(Accepted, OwnedSemaphorePermit)> {
    let place = Arc::clone(room).acquire_owned().await.ok()?;
    Some((listener.accept().await, place))
}

/// Answers the requests of one connection.
async fn converse(
    stream: TcpStream,
    router: Router,
    manners: Manners,
    mut is_stopping: watch::Receiver<bool>,
) {
    let _ = stream.set_nodelay(true);
    let router = TowerToHyperService::new(router);
    let stops = is_stopping.clone();
    let service = service_fn(move |request| answer(router.call(request), stops.clone()));
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(manners.patience)
        .max_buf_size(MAX_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    let mut end = pin!(sleep(LIFETIME));
    let mut phase = Phase::Open;
    let ended = loop {
        tokio::select! {
            ended = poll_fn(|context| connection.poll_without_shutdown(context)) => break ended,
            _ = is_stopping.wait_for(|stops| *stops), if phase == Phase::Open => {
                phase = Phase::LastWord;
                end.as_mut().reset(Instant::now() + LAST_WORD);
            }
            () = &mut end => match phase {
                // A reader who takes nothing.
                Phase::Closing => return,
                Phase::Open | Phase::LastWord => {
                    phase = Phase::Closing;
                    end.as_mut().reset(Instant::now() + LIFETIME);
                    Pin::new(&mut connection).graceful_shutdown();
                }
            }
        }
    };
    let parts = connection.into_parts();
    let mut stream = parts.io.into_inner();
    match ended {
        // Who has asked for nothing is told nothing.
        Err(problem) if problem.is_timeout() && !parts.read_buf.is_empty() => {
            tell("- - 408 0");
            let _ = timeout(manners.patience, stream.write_all(TOO_SLOW)).await;
        }
        // These are answered already.
        Err(problem) if problem.is_parse_too_large() => tell("- - 431 0"),
        Err(problem) if problem.is_parse() => tell("- - 400 0"),
        _ => {}
    }
    let _ = timeout(manners.patience, stream.shutdown()).await;
}

/// How far a connection is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// It may ask.
    Open,
    /// What it has asked by now may still be on its way to us.
    LastWord,
    /// It may ask nothing more.
    Closing,
}

type Answered = Result<Response<Body>, Infallible>;

/// An answer, the last one where the server stops. Boxed, for the connection is given back only
/// if what it waits for may be moved.
fn answer(
    answered: impl Future<Output = Answered> + Send + 'static,
    stops: watch::Receiver<bool>,
) -> Pin<Box<dyn Future<Output = Answered> + Send>> {
    Box::pin(async move {
        let mut answer = answered.await?;
        if *stops.borrow() {
            answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        }
        Ok(answer)
    })
}
