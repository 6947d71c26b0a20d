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
    if let Ok(listener) = listener.into_std() {
        while let Ok(place) = Arc::clone(&room).try_acquire_owned() {
            let Ok(stream) = let_in(&listener) else { break };
            begin(stream, place);
        }
    }
    drop(alive);
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

/// Who waits by now, asked of the system itself: the runtime may not have heard of them yet.
fn let_in(listener: &std::net::TcpListener) -> std::io::Result<TcpStream> {
    let (stream, _) = listener.accept()?;
    stream.set_nonblocking(true)?;
    TcpStream::from_std(stream)
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read as _, Write as _};
    use tokio::io::AsyncReadExt as _;

    const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nhost: a\r\n\r\n";
    const MANNERS: Manners = Manners {
        patience: Duration::from_hours(24),
        grace: Duration::from_secs(30),
        connections: 64,
    };

    /// A socket that listens, and a client that has asked there.
    async fn asked(count: usize) -> (TcpListener, Vec<std::net::TcpStream>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let client = |_| {
            let mut client = std::net::TcpStream::connect(address).unwrap();
            client.write_all(REQUEST).unwrap();
            client
        };
        (listener, (0..count).map(client).collect())
    }

    /// How long a connection lasts, by a clock that goes on when there is nothing to do.
    async fn duration_of(router: Router) -> (Duration, std::net::TcpStream) {
        let (listener, mut clients) = asked(1).await;
        let (stream, _) = listener.accept().await.unwrap();
        let (_stopping, is_stopping) = watch::channel(false);
        let start = Instant::now();
        converse(stream, router, MANNERS, is_stopping).await;
        (start.elapsed(), clients.pop().unwrap())
    }

    #[tokio::test(start_paused = true)]
    async fn no_connection_asks_for_longer_than_its_life() {
        let (duration, mut client) = duration_of(Router::new().fallback(async || "short")).await;
        assert!((LIFETIME..LIFETIME * 2).contains(&duration), "{duration:?}");
        let mut answer = String::new();
        client.read_to_string(&mut answer).unwrap();
        assert!(answer.ends_with("short"), "{answer}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_reader_who_takes_nothing_is_let_go() {
        // More than the buffers of two sockets hold.
        let (duration, _client) =
            duration_of(Router::new().fallback(async || vec![7; 24 << 20])).await;
        assert!((LIFETIME * 2..LIFETIME * 3).contains(&duration), "{duration:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn who_was_let_in_before_the_end_is_answered() {
        let (listener, clients) = asked(32).await;
        accept(listener, Router::new().fallback(async || "here"), MANNERS, async {}).await;
        for mut client in clients {
            let mut answer = String::new();
            client.read_to_string(&mut answer).unwrap();
            assert!(answer.ends_with("here"), "{answer}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_request_that_is_on_its_way_when_the_server_stops_is_answered() {
        let (listener, mut clients) = asked(1).await;
        let (stream, _) = listener.accept().await.unwrap();
        let client = clients.pop().unwrap();
        client.set_nonblocking(true).unwrap();
        let mut client = TcpStream::from_std(client).unwrap();
        let (stopping, is_stopping) = watch::channel(false);
        let router = Router::new().fallback(async || "here");
        let talk = async {
            let mut first = [0; 1_000];
            assert!(client.read(&mut first).await.unwrap() > 0);
            stopping.send(true).unwrap();
            sleep(LAST_WORD / 2).await;
            client.write_all(REQUEST).await.unwrap();
            let mut last = String::new();
            client.read_to_string(&mut last).await.unwrap();
            assert!(last.ends_with("here"), "{last}");
        };
        tokio::join!(converse(stream, router, MANNERS, is_stopping), talk);
    }

    #[tokio::test]
    async fn an_answer_says_that_it_is_the_last() {
        let (stopping, stops) = watch::channel(false);
        let said = async |stops| {
            let answered = async { Ok(Response::new(Body::empty())) };
            answer(answered, stops).await.unwrap().headers().get(CONNECTION).cloned()
        };
        assert_eq!(said(stops.clone()).await, None);
        stopping.send(true).unwrap();
        assert_eq!(said(stops).await.unwrap(), "close");
    }
}
