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
mod addresses;
mod attributes;
mod breakdown;
mod broken;
mod citations;
mod content;
mod controls;
mod copying;
mod crash;
mod crowd;
mod dates;
mod demo;
mod drawing;
mod endure;
mod errors;
mod events;
mod filter;
mod focus;
mod fragments;
mod groups;
mod host;
mod hostile;
mod hover;
mod isolation;
mod lifecycle;
#[path = "../../../hostile/mod.rs"]
mod lists;
mod loader;
mod looks;
mod notes;
mod pictures;
mod placement;
mod promises;
mod properties;
mod reach;
mod refresh;
mod sections;
mod shortcuts;
mod slots;
mod sources;
mod stories;
mod timeline;
mod views;
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
        refresh::tests(),
        isolation::tests(),
        content::tests(),
        dates::tests(),
        pictures::tests(),
        sections::tests(),
        citations::tests(),
        notes::tests(),
        hover::tests(),
        groups::tests(),
        placement::tests(),
        reach::tests(),
        copying::tests(),
        filter::tests(),
        fragments::tests(),
        addresses::tests(),
        shortcuts::tests(),
        controls::tests(),
        focus::tests(),
        sources::tests(),
        timeline::tests(),
        drawing::tests(),
        views::tests(),
        breakdown::tests(),
        crash::tests(),
        host::tests(),
        endure::tests(),
        hostile::tests(),
        broken::tests(),
        a11y::tests(),
        looks::tests(),
        demo::tests(),
        promises::answers::tests(),
        promises::bytes::tests(),
        promises::styles::tests(),
        promises::surgery::tests(),
        promises::texts::tests(),
        promises::links::tests(),
        promises::direction::tests(),
        promises::boxes::tests(),
        promises::readers::tests(),
        promises::amounts::tests(),
    ];
    story_card_e2e::run(&tests.concat())
}
