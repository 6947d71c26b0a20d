//! Where requests come from, and the word to stop.

use std::future::Future;
use std::net::SocketAddr;

use anyhow::{Context as _, Result};
use listenfd::ListenFd;
use tokio::net::TcpListener;

/// The socket that systemd hands over, where it does: it stays open while one server goes and
/// the next one comes. Else one of our own.
pub async fn listener(address: SocketAddr) -> Result<TcpListener> {
    let given = ListenFd::from_env().take_tcp_listener(0).context("the socket handed over")?;
    let Some(given) = given else {
        return TcpListener::bind(address).await.with_context(|| format!("listening on {address}"));
    };
    given.set_nonblocking(true).context("the socket handed over")?;
    TcpListener::from_std(given).context("the socket handed over")
}

/// Ends when the process is asked to: SIGTERM from whoever runs it, SIGINT from a keyboard.
#[cfg(unix)]
pub fn stop_signal() -> Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut term = signal(SignalKind::terminate()).context("no signals")?;
    let mut int = signal(SignalKind::interrupt()).context("no signals")?;
    Ok(async move {
        tokio::select! {
            _ = term.recv() => {}
            _ = int.recv() => {}
        }
    })
}

/// Ends when the process is asked to.
#[cfg(not(unix))]
pub fn stop_signal() -> Result<impl Future<Output = ()>> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
