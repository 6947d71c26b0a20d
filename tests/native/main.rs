#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::disallowed_macros,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]
//! Tests of the pure code, on the host.

mod dates;
mod documents;
mod edtf_oracle;
mod excerpt;
mod head;
#[path = "../hostile/mod.rs"]
mod hostile;
mod hover;
mod html;
mod import;
mod inline;
mod javascript;
mod keys;
mod letters;
mod made;
mod markup;
mod names;
mod news;
mod passage;
mod placement;
mod problems;
mod promises;
mod quotation;
mod quotes;
mod reading;
mod revision;
mod schema;
mod sites;
mod state;
mod story_format;
mod tables;
mod tidy;
mod timeline;
mod writing;
