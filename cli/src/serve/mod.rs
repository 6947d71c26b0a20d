//! `story-card serve`: a folder of stories, the release files, a page for each story, and
//! oEmbed.
//!
//! Release files are read once, so that no request names a file on the disk. Stories are read
//! again when they change.

mod address;
mod answer;
mod asset;
mod connection;
mod encoding;
mod escape;
mod facts;
mod folder;
mod json_ld;
mod kept;
mod listen;
mod log;
mod media;
mod oembed;
mod options;
mod place;
mod release;
mod routes;
mod share;
mod shown;
mod site;

use std::pin::pin;
use std::time::Duration;

use anyhow::{Context as _, Result};
use tokio::runtime;
use tokio::task::spawn_blocking;

use address::Address;
use connection::Manners;
use site::Site;

pub use log::tell;
pub use options::Serve;

/// How many stories are read, and pages drawn, at a time.
const BLOCKING_THREADS: usize = 8;

/// Serves until it is told to stop.
///
/// # Errors
/// When a folder cannot be read, an address is none, or nobody may listen there.
pub fn serve(wish: Serve) -> Result<()> {
    let mut builder = runtime::Builder::new_multi_thread();
    builder.enable_all().max_blocking_threads(BLOCKING_THREADS);
    let runtime = builder.build().context("no threads to serve with")?;
    let ended = runtime.block_on(run(wish));
    // What is read or drawn still is for nobody any more.
    runtime.shutdown_background();
    ended
}

async fn run(wish: Serve) -> Result<()> {
    let mut stop = pin!(listen::stop_signal()?);
    let listener = listen::listener(wish.listen).await?;
    let here = listener.local_addr().context("the socket has no address")?;
    let public = match &wish.public_url {
        Some(url) => Address::new(url)?,
        None => Address::new(&format!("http://{here}"))?,
    };
    let manners = Manners {
        patience: Duration::from_secs(wish.patience),
        grace: Duration::from_secs(wish.grace),
        connections: wish.connections.into(),
    };
    // Compressing a release takes seconds, in which the server can be told to stop.
    let opened = spawn_blocking(move || Site::open(&wish, public));
    let site = tokio::select! {
        () = &mut stop => {
            tell("stopped");
            return Ok(());
        }
        opened = opened => opened.context("a fault of ours")??,
    };
    tell(&format!("{} release files; readers go to {}", site.release.count(), site.place.public));
    if site.place.public.is_nowhere() {
        tell("no reader can go there: --public-url says where this server is found");
    }
    // Whoever starts this program waits for this line.
    tell(&format!("listening on http://{here}"));
    connection::accept(listener, routes::router(site), manners, stop).await;
    tell("stopped");
    Ok(())
}
