//! The end-to-end kit of story-card: a browser, a page in it, a card on the page.
//!
//! A test is a plain function over a [`Kit`]. It serves stories, opens a host
//! page that embeds them, and asks what a reader would see or a page would be
//! told:
//!
//! ```no_run
//! # use serde_json::json;
//! # fn claim(kit: &story_card_e2e::Kit) {
//! let url = kit.story(&json!({ "schemaVersion": "story-card/1.0", "headline": "Rain" }));
//! let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card().ready();
//! assert_eq!(card.part("headline").text(), "Rain");
//! # }
//! ```
//!
//! The kit knows only what `contract.md` promises: attributes, properties,
//! events, states, slots and parts. It waits for conditions, never for time. A
//! page that raises an uncaught error, an unhandled rejection or a policy
//! violation fails the test that opened it, unless the test announced it.
//!
//! `cargo xtask test e2e` provides what a run needs: the drivers on `PATH`, the built
//! files in `STORY_CARD_DIST` (`dist/` without it), axe-core's script in
//! `STORY_CARD_AXE`. Arguments filter as usual, by engine or feature, as in
//! `cargo test -p story-card-e2e -- firefox::notes`. Pictures, those of failures among
//! them, land in `target/screenshots`.
#![allow(
    clippy::disallowed_macros,
    clippy::missing_panics_doc,
    clippy::panic,
    reason = "the kit's only way to fail is to fail the test, at the test's own line"
)]
#![allow(clippy::doc_markdown, reason = "WebKit and WebDriver are names, not code")]
#![allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "much is called for what it does to the page"
)]
#![allow(clippy::needless_pass_by_value, reason = "arguments are literals: json!([name])")]

mod browser;
mod card;
mod display;
mod engine;
mod faults;
mod gallery;
mod input;
mod kit;
mod node;
mod page;
mod part;
mod process;
mod runner;
mod script;
mod server;
mod session;
mod times;
mod tools;
mod unsteady;

pub use browser::Browser;
pub use card::Card;
pub use engine::Engine;
pub use input::Pointer;
pub use kit::Kit;
pub use node::{edited, node};
pub use page::Page;
pub use part::{Part, Rect};
pub use runner::{Test, run};
pub use server::{Answer, Ending, Exchange, Gate, Raw, Server};
