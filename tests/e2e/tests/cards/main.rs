//! What a reader sees and a page is told, in three engines.
#![allow(
    clippy::disallowed_macros,
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

use story_card_e2e::Test;

mod a11y;
mod addresses;
mod around;
mod asked;
mod attributes;
mod breakdown;
mod broken;
mod builds;
mod calendars;
mod citations;
mod clocks;
mod console;
mod content;
mod contrast;
mod controls;
mod conventions;
mod copying;
mod crash;
mod crowd;
mod dark_pictures;
mod dates;
mod demo;
mod drawing;
mod endure;
mod errors;
mod events;
mod filter;
mod first_words;
mod fitting;
mod focus;
mod folded;
mod following;
mod forced;
mod foreign;
mod formats;
mod fragments;
mod framed;
mod groups;
mod guides;
mod head;
mod host;
mod hostile;
mod hover;
mod inline;
mod isolation;
mod kept;
mod later;
mod layouts;
mod left;
mod libraries;
mod lifecycle;
mod listed;
#[path = "../../../hostile/mod.rs"]
mod lists;
mod live;
mod loader;
mod looks;
mod loops;
mod marks;
mod missing;
mod mistaken;
mod morph;
mod notes;
mod packed;
mod pages_of_frames;
mod painted;
mod paper;
mod picture_sizes;
mod pictures;
mod placement;
mod playground;
mod preview;
mod promises;
mod proof;
mod properties;
mod quirks;
mod reach;
mod reading;
mod refresh;
mod reports;
mod rest;
mod scheme;
mod scripts;
mod sections;
mod sheets;
mod shortcuts;
mod slots;
mod snippets;
mod sources;
mod spans;
mod stories;
mod tables;
mod targets;
mod themes;
mod timeline;
mod translated;
mod turns;
mod views;
mod watch;
mod whats_new;
mod writing;
mod zoomed;

/// Every group of tests, in the order they run in.
const GROUPS: [fn() -> Vec<Test>; 109] = [
    layouts::tests,
    whats_new::tests,
    watch::tests,
    loader::tests,
    first_words::tests,
    builds::tests,
    console::tests,
    attributes::tests,
    scheme::tests,
    dark_pictures::tests,
    contrast::tests,
    painted::tests,
    marks::tests,
    pages_of_frames::tests,
    paper::tests,
    tables::tests,
    properties::tests,
    conventions::tests,
    inline::tests,
    morph::tests,
    snippets::tests,
    guides::tests,
    events::tests,
    errors::tests,
    slots::tests,
    left::tests,
    lifecycle::tests,
    libraries::tests,
    turns::tests,
    refresh::tests,
    live::tests,
    kept::tests,
    translated::tests,
    reports::tests,
    rest::tests,
    loops::tests,
    isolation::tests,
    around::tests,
    asked::tests,
    content::tests,
    dates::tests,
    calendars::tests,
    clocks::tests,
    spans::tests,
    pictures::tests,
    missing::tests,
    reading::tests,
    picture_sizes::tests,
    sections::tests,
    citations::tests,
    writing::tests,
    scripts::tests,
    notes::tests,
    proof::tests,
    listed::tests,
    hover::tests,
    groups::tests,
    head::tests,
    placement::tests,
    reach::tests,
    copying::tests,
    filter::tests,
    fragments::tests,
    addresses::tests,
    shortcuts::tests,
    controls::tests,
    focus::tests,
    folded::tests,
    sources::tests,
    timeline::tests,
    drawing::tests,
    later::tests,
    views::tests,
    breakdown::tests,
    crash::tests,
    host::tests,
    endure::tests,
    formats::tests,
    foreign::tests,
    mistaken::tests,
    hostile::tests,
    broken::tests,
    a11y::tests,
    looks::tests,
    fitting::tests,
    quirks::tests,
    zoomed::tests,
    sheets::tests,
    targets::tests,
    following::tests,
    forced::tests,
    demo::tests,
    themes::tests,
    playground::tests,
    preview::tests,
    framed::tests,
    packed::tests,
    promises::answers::tests,
    promises::bytes::tests,
    promises::styles::tests,
    promises::surgery::tests,
    promises::texts::tests,
    promises::links::tests,
    promises::direction::tests,
    promises::boxes::tests,
    promises::readers::tests,
    promises::amounts::tests,
    promises::frames::tests,
    promises::integrity::tests,
];

fn main() -> ExitCode {
    story_card_e2e::run(&GROUPS.map(|tests| tests()).concat())
}
