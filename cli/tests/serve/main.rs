#![allow(
    clippy::disallowed_macros,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]
//! `story-card serve` as a program: requests over a socket, and what comes back.

mod files;
mod limits;
mod oembed;
mod pages;
mod server;
#[cfg(unix)]
mod stop;
mod table;
mod traversal;
