//! What a reader sees and a page is told, in three engines.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::format_collect,
    clippy::needless_pass_by_value,
    reason = "tests are read: json!({ … }) goes in as it is"
)]

use std::process::ExitCode;

mod a11y;
mod attributes;
mod citations;
mod content;
mod errors;
mod events;
mod hostile;
mod isolation;
mod lifecycle;
mod loader;
mod looks;
mod properties;
mod sections;
mod slots;
mod sources;
mod stories;
mod timeline;
mod watch;

fn main() -> ExitCode {
    let tests = [
        watch::tests(),
        loader::tests(),
        attributes::tests(),
        properties::tests(),
        events::tests(),
        errors::tests(),
        slots::tests(),
        lifecycle::tests(),
        isolation::tests(),
        content::tests(),
        sections::tests(),
        citations::tests(),
        sources::tests(),
        timeline::tests(),
        hostile::tests(),
        a11y::tests(),
        looks::tests(),
    ];
    story_card_e2e::run(&tests.concat())
}
