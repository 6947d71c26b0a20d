//! Connections: how many, how long, and how they end.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc, watch};
use tokio::time::{sleep, timeout};

use super::log::tell;

/// How long one connection is kept. Who takes longer for a few files does not want them.
const LIFETIME: Duration = Duration::from_mins(5);
/// Line and headers of a request together. `routes` has lower limits for each, and words for them.
const MAX_HEAD: usize = 96 << 10;
const WAIT_AFTER_FAILURE: Duration = Duration::from_millis(100);
/// What a request is told that does not come to its end.
const TOO_SLOW: &[u8] =
    b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

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
    let mut stop = pin!(stop);
    loop {
        let Ok(place) = Arc::clone(&room).acquire_owned().await else { break };
        let stream = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        match stream {
            Ok((stream, _)) => {
                let (router, alive) = (router.clone(), alive.clone());
                let is_stopping = is_stopping.clone();
                tokio::spawn(async move {
                    converse(stream, router, manners, is_stopping).await;
                    drop((place, alive));
                });
            }
            Err(problem) => {
                // No file descriptors left, say: others end meanwhile.
                tell(&format!("no connection: {problem}"));
                sleep(WAIT_AFTER_FAILURE).await;
            }
        }
    }
    drop((listener, alive));
    // Nobody listens only where there is no connection.
    let _ = stopping.send(true);
    if timeout(manners.grace, ended.recv()).await.is_err() {
        tell("some answers were cut off");
    }
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
    let service = service_fn(move |request: Request<Incoming>| answer(&router, request));
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(manners.patience)
        .max_buf_size(MAX_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    let mut last = pin!(sleep(LIFETIME));
    let mut is_last_request = false;
    let ended = loop {
        tokio::select! {
            ended = poll_fn(|context| connection.poll_without_shutdown(context)) => break ended,
            _ = is_stopping.wait_for(|stops| *stops), if !is_last_request => {
                is_last_request = true;
                last.as_mut().reset(tokio::time::Instant::now() + manners.grace);
                Pin::new(&mut connection).graceful_shutdown();
            }
            () = &mut last => {
                // A reader who takes nothing.
                return;
            }
        }
    };
    let parts = connection.into_parts();
    let mut stream = parts.io.into_inner();
    // Who has asked for nothing is told nothing.
    if ended.is_err_and(|problem| problem.is_timeout()) && !parts.read_buf.is_empty() {
        tell("- - 408 0");
        let _ = timeout(manners.patience, stream.write_all(TOO_SLOW)).await;
    }
    let _ = timeout(manners.patience, stream.shutdown()).await;
}

type Answered = Result<Response<Body>, std::convert::Infallible>;

/// Boxed, for the connection is given back only if what it waits for may be moved.
fn answer(
    router: &TowerToHyperService<Router>,
    request: Request<Incoming>,
) -> Pin<Box<dyn Future<Output = Answered> + Send>> {
    Box::pin(router.call(request))
}
