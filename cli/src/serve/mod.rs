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
mod folder;
mod json_ld;
mod listen;
mod log;
mod media;
mod oembed;
mod release;
mod routes;
mod share;
mod shown;
mod site;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result};
use clap::Args;
use tokio::runtime;

use address::Address;
use connection::Manners;
use site::Site;

pub use log::tell;

/// How many stories are read, and pages drawn, at a time.
const BLOCKING_THREADS: usize = 8;

/// Serve stories, a page for each of them, oEmbed and the release files
#[derive(Debug, Args)]
pub struct Serve {
    /// Folder of stories: NAME.json each, of any format that story-card reads
    #[arg(long, value_name = "DIR")]
    stories: PathBuf,
    /// The release files, as `cargo xtask build` makes them
    #[arg(long, value_name = "DIR")]
    dist: PathBuf,
    /// Folder of pictures, served as images/NAME; stories in it name them ../images/NAME
    #[arg(long, value_name = "DIR")]
    images: Option<PathBuf>,
    /// Where to listen; a socket handed over by systemd goes first
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The address that readers know this server by, with the folder if it is in one; by default
    /// the one it listens at
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// The publisher's name; by default the host of the public address
    #[arg(long, value_name = "PUBLISHER")]
    name: Option<String>,
    /// How long the head of a request may take to come
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600))]
    patience: u64,
    /// How long answers may take to end after SIGTERM
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(0..=600))]
    grace: u64,
    /// How many connections there may be at once; more have to wait
    #[arg(long, value_name = "COUNT", default_value_t = 1_024, value_parser = clap::value_parser!(u16).range(1..))]
    connections: u16,
}

/// Serves until it is told to stop.
///
/// # Errors
/// When a folder cannot be read, an address is none, or nobody may listen there.
pub fn serve(wish: &Serve) -> Result<()> {
    let mut builder = runtime::Builder::new_multi_thread();
    builder.enable_all().max_blocking_threads(BLOCKING_THREADS);
    let runtime = builder.build().context("no threads to serve with")?;
    runtime.block_on(run(wish))
}

async fn run(wish: &Serve) -> Result<()> {
    let stop = listen::stop_signal()?;
    let listener = listen::listener(wish.listen).await?;
    let here = listener.local_addr().context("the socket has no address")?;
    let public = match &wish.public_url {
        Some(url) => Address::new(url)?,
        None => Address::new(&format!("http://{here}"))?,
    };
    let site = Site::open(wish, public)?;
    tell(&format!("{} release files; readers go to {}", site.release.count(), site.public));
    // Whoever starts this program waits for this line.
    tell(&format!("listening on http://{here}"));
    let manners = Manners {
        patience: Duration::from_secs(wish.patience),
        grace: Duration::from_secs(wish.grace),
        connections: wish.connections.into(),
    };
    connection::accept(listener, routes::router(site), manners, stop).await;
    tell("stopped");
    Ok(())
}
