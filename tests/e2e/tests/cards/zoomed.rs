//! A note stands beside its marker under CSS zoom, transforms, and both together.

use serde_json::json;
use story_card_e2e::{Card, Kit, suite};

use crate::later::wait_for_part;
use crate::notes::open_note;
use crate::stories::{show, with};

suite! {
    EVERYWHERE:
        note_is_whole_and_beside_its_marker_at_every_zoom,
        note_is_whole_and_beside_its_marker_in_a_zoomed_document,
        note_is_whole_and_beside_its_marker_under_transforms,
        note_is_whole_and_beside_its_marker_under_zoom_and_transform,
        note_follows_its_marker_at_every_zoom,
        note_fits_a_window_that_it_is_too_wide_for,
        note_shows_words_relied_on_in_a_window_of_half_the_height;
}

const HOW_LONG: usize = 12;

fn story() -> serde_json::Value {
    let words = "Words relied on, and more of them. ".repeat(HOW_LONG);
    with(json!({
        "description": "Said by one and another, at some length [1].",
        "citation": [{ "id": "1", "name": "A work with a title", "publisher": "House", "text": words }],
    }))
}

/// Places are told in pixels of the window, but by `WebKit` in the element's own, save for how
/// far the page is scrolled.
///
/// Places the marker at this share of the window's height, opens its note, and fails
/// unless that is beside it and in the window.
#[track_caller]
fn check(card: &Card<'_>, zoom: f64, share: f64, what: &str) {
    card.run("document.activeElement.blur(); if (part(card, 'popover').matches(':popover-open')) part(card, 'marker').click()");
    card.run_with(
        "const marker = part(card, 'marker');
         const scale = 'currentCSSZoom' in marker ? 1 : args[0];
         scrollTo({ top: (marker.getBoundingClientRect().top + scrollY) * scale - innerHeight * args[1], behavior: 'instant' });
         marker.click();",
        json!([zoom, share]),
    );
    open_note(card);
    card.page().settle();
    let seen = card.run_with(
        "const scale = 'currentCSSZoom' in card ? 1 : args[0];
         const read = (el) => { const box = el.getBoundingClientRect(); const real = (side, scrolled) => Math.round((side + scrolled) * scale - scrolled);
           return [real(box.left, scrollX), real(box.top, scrollY), real(box.right, scrollX), real(box.bottom, scrollY)]; };
         const faults = (marker, note) => {
           const gap = Math.max(note[1] - marker[3], marker[1] - note[3]);
           return [
             (note[0] < -1 || note[1] < -1 || note[2] > innerWidth + 1 || note[3] > innerHeight + 1) && 'off the window',
             (gap < -2 || gap > 24 * Math.max(args[0], 1)) && `a gap of ${gap}`,
             (note[0] > marker[2] + 9 || note[2] < marker[0] - 9) && 'at its side',
             note[3] - note[1] < 60 * Math.min(args[0], 1) && 'nothing to be read',
           ].filter(Boolean);
         };
         let boxes;
         for (let n = 0; n < 60; n++) {
           boxes = [read(part(card, 'marker')), read(part(card, 'popover'))];
           if (!faults(...boxes).length) return [];
           await frame();
         }
         return [...faults(...boxes), ...boxes, innerWidth, innerHeight];",
        json!([zoom]),
    );
    assert_eq!(seen, json!([]), "{what}");
}

/// The marker in the upper part of the window, in its middle, where neither side is as
/// high as the note would be, and in the lower part.
const SHARES: [f64; 3] = [0.15, 0.5, 0.85];

#[track_caller]
fn check_in(kit: &Kit, style: &str, zoom: f64, size: (u32, u32)) {
    let url = kit.story(&story());
    let page = kit.host(&format!(
        "<div style='block-size: 900px'></div>
         <div style='{style}'><story-card src='{url}' loading='eager'></story-card></div>
         <div style='block-size: 1900px'></div>"
    ));
    page.resize(size.0, size.1);
    let card = page.card().ready();
    // Until then the browser places the note, by what it knows of zoom.
    wait_for_part(&card);
    for share in SHARES {
        check(&card, zoom, share, &format!("{style} in {size:?} at {share}"));
    }
}

const ZOOMS: [f64; 6] = [0.7, 0.8, 1.25, 1.5, 1.75, 2.0];

fn note_is_whole_and_beside_its_marker_at_every_zoom(kit: &Kit) {
    for zoom in ZOOMS {
        check_in(kit, &format!("zoom: {zoom}"), zoom, (900, 700));
    }
    check_in(kit, "zoom: 1.6; inline-size: 400px; margin-inline-start: auto", 1.6, (1000, 640));
}

fn note_is_whole_and_beside_its_marker_in_a_zoomed_document(kit: &Kit) {
    for (element, zoom) in [
        ("documentElement", 0.8),
        ("body", 0.7),
        ("documentElement", 1.5),
        ("body", 1.4),
        ("documentElement", 2.0),
    ] {
        let url = kit.story(&story());
        let page = kit.host(&format!(
            "<div style='block-size: 700px'></div><story-card src='{url}' loading='eager'></story-card>
             <div style='block-size: 1900px'></div>"
        ));
        page.resize(900, 700);
        let card = page.card().ready();
        wait_for_part(&card);
        page.run(&format!("document.{element}.style.zoom = {zoom}"));
        for share in SHARES {
            check(&card, zoom, share, &format!("{element} zoom {zoom} at {share}"));
        }
    }
}

fn note_is_whole_and_beside_its_marker_under_transforms(kit: &Kit) {
    for style in [
        "transform: translate(40px, 60px)",
        "transform: translateY(-200px)",
        "translate: 0 300px",
        "transform: scale(0.8)",
        "transform: scale(1.3); transform-origin: 0 0; inline-size: 600px",
        "perspective: 400px; filter: opacity(1); transform: translate(0, 90px)",
    ] {
        check_in(kit, style, 1.0, (900, 700));
    }
}

fn note_is_whole_and_beside_its_marker_under_zoom_and_transform(kit: &Kit) {
    for zoom in [0.7, 1.5, 2.0] {
        for transform in ["translate(40px, 60px)", "translateY(-150px) scale(0.9)"] {
            check_in(kit, &format!("zoom: {zoom}; transform: {transform}"), zoom, (900, 700));
        }
    }
}

fn note_follows_its_marker_at_every_zoom(kit: &Kit) {
    for style in ["", "zoom: 0.7", "zoom: 1.5", "zoom: 2"] {
        let url = kit.story(&story());
        let page = kit.host(&format!(
            "<div style='{style}'><story-card src='{url}'></story-card></div><div style='block-size: 1900px'></div>"
        ));
        let card = page.card().ready();
        wait_for_part(&card);
        let marker = card.part("marker");
        marker.run("el.click()");
        let note = open_note(&card);
        card.page().settle();
        let is_sheet =
            || note.run("return Math.abs(el.getBoundingClientRect().bottom - innerHeight) < 2");
        let apart = || note.rect().y - marker.rect().y;
        let before = apart();
        page.run("scrollBy(0, 20); await frame(); await frame();");
        let moved = (apart() - before).abs();
        assert!(moved < 2.0 || is_sheet() == true, "{style}: {moved}");
    }
}

/// Lengths of the window are zoomed as well: a note as wide as the window would be twice
/// as wide.
fn note_fits_a_window_that_it_is_too_wide_for(kit: &Kit) {
    for (zoom, size) in [(2.0, (500, 700)), (1.5, (420, 800)), (2.0, (640, 500))] {
        check_in(kit, &format!("zoom: {zoom}"), zoom, size);
    }
}

/// What a reader has who zooms to 200%.
fn note_shows_words_relied_on_in_a_window_of_half_the_height(kit: &Kit) {
    let card = show(kit, &story());
    card.run("card.parentElement.style.paddingBlock = '600px 900px'");
    for height in [350, 400] {
        card.page().resize(640, height);
        for share in SHARES {
            check(&card, 1.0, share, &format!("{height} at {share}"));
            let lines = card.part("popover").part("source-excerpt").run(
                "const note = el.closest('[popover]').getBoundingClientRect();
                 const words = document.createRange();
                 words.selectNodeContents(el);
                 return [...words.getClientRects()].filter((line) => line.bottom <= Math.min(note.bottom, innerHeight) && line.top >= note.top).length;",
            );
            assert!(lines.as_u64() > Some(0), "{height} at {share}: none of the words can be seen");
        }
    }
}
