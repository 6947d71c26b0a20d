//! Where a note stands, whatever stands around its marker.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, Part, suite};

use crate::notes::{open_note, press_open, wait_until_closed};
use crate::stories::{IN_FRAME, cited, far_apart, show, show_in_frame, with};

suite! {
    EVERYWHERE:
        note_is_whole_at_every_edge_and_corner_of_a_narrow_window,
        note_turns_over_in_a_window_it_fills,
        note_is_not_clipped_by_the_page,
        note_is_not_clipped_by_a_scroll_container,
        note_stands_beside_its_marker_in_a_transformed_parent,
        note_is_whole_in_a_low_frame,
        note_stands_beside_its_marker_in_a_tall_frame,
        note_goes_with_its_marker_when_the_page_scrolls,
        note_goes_with_its_marker_when_something_comes_above,
        note_turns_over_where_a_scroll_leaves_it_no_room,
        long_note_scrolls_inside_itself,
        thousands_of_citations_have_notes_too;
}

/// Fails unless the note is wholly in the window.
#[track_caller]
fn check_whole(card: &Card<'_>, note: &Part<'_>, what: &str) {
    card.page().settle();
    let (note, window) = (note.rect(), card.page().run("return [innerWidth, innerHeight]"));
    let (width, height) = (window[0].as_f64().expect("px"), window[1].as_f64().expect("px"));
    let is_whole = note.x >= -0.5
        && note.y >= -0.5
        && note.right() <= width + 0.5
        && note.bottom() <= height + 0.5
        && note.width > 100.0
        && note.height > 30.0;
    assert!(is_whole, "{what}: {note:?} in {width} x {height}");
}

/// Fails unless the note touches the line of its marker, near enough to see which.
#[track_caller]
fn check_beside(card: &Card<'_>, marker: &Part<'_>, note: &Part<'_>) {
    card.page().settle();
    let (marker, note) = (marker.rect(), note.rect());
    let gap = (note.y - marker.bottom()).max(marker.y - note.bottom());
    assert!((-1.0..=40.0).contains(&gap), "gap {gap}: {marker:?} {note:?}");
}

fn note_is_whole_at_every_edge_and_corner_of_a_narrow_window(kit: &Kit) {
    let places = [
        "start start",
        "start center",
        "start end",
        "center start",
        "center end",
        "end start",
        "end center",
        "end end",
    ];
    for place in places {
        let (block, inline) = place.split_once(' ').expect("two words");
        let url = kit.story(&with(json!({
            "description": "[1]",
            "citation": [{ "id": "1", "name": "A work with a title of some length", "publisher": "House",
                "text": "The very words that were relied on, some lines of them, so that the note has a height." }],
        })));
        // The card is laid over the whole window, and its lead is put at the place.
        let page = kit.host(&format!(
            "<style>body {{ margin: 0 }} story-card {{ position: fixed; inset: 0; overflow: hidden;
               --story-card-padding: 0px; --story-card-border: 0 }}
             story-card::part(card) {{ display: block }}
             story-card::part(headline), story-card::part(header), story-card::part(sources) {{ position: absolute; opacity: 0 }}
             story-card::part(lead) {{ position: fixed; inset: 0; display: grid; margin: 0; inline-size: auto; max-inline-size: none;
               align-items: {block}; justify-items: {inline}; justify-content: {inline} }}</style>
             <story-card src='{url}'></story-card>"
        ));
        page.resize(320, 568);
        let card = page.card().ready();
        card.part("marker").run("el.click()");
        let note = open_note(&card);
        check_whole(&card, &note, place);
    }
}

fn note_turns_over_in_a_window_it_fills(kit: &Kit) {
    // Wider than either side of its marker, and higher than the room below it.
    let words = "Words relied on, and more of them. ".repeat(12);
    let url = kit.story(&with(json!({
        "description": "Said by one and another [1].",
        "citation": [{ "id": "1", "name": "W", "text": words }],
    })));
    let page = kit.host(&format!(
        "<div style='block-size: 900px'></div><story-card src='{url}'></story-card><div style='block-size: 900px'></div>"
    ));
    page.resize(320, 640);
    let card = page.card().ready();
    let marker = card.part("marker");
    marker.run("el.scrollIntoView({ block: 'center' }); scrollBy(0, -120); await frame();");
    marker.run("el.click()");
    let note = open_note(&card);
    check_whole(&card, &note, "a filled window");
    check_beside(&card, &marker, &note);
    let (marker, note) = (marker.rect(), note.rect());
    assert!(note.bottom() <= marker.y + 1.0, "above: {note:?} {marker:?}");
}

fn note_is_not_clipped_by_the_page(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<div id='box' style='overflow: hidden; block-size: 220px; inline-size: 360px; contain: paint'>
           <story-card src='{url}'></story-card></div>"
    ));
    let card = page.card().ready();
    card.part("marker").run("el.scrollIntoView({ block: 'end' })");
    let note = press_open(&card, &card.part("marker"));
    check_whole(&card, &note, "in overflow: hidden");
    check_seen(&card, &note);
}

fn note_is_not_clipped_by_a_scroll_container(kit: &Kit) {
    let url = kit.story(&far_apart());
    let page = kit.host(&format!(
        "<div style='overflow: auto; block-size: 160px; inline-size: 420px'>
           <story-card src='{url}'></story-card></div>"
    ));
    let card = page.card().ready();
    let note = press_open(&card, &card.part("marker"));
    check_whole(&card, &note, "in a scroll container");
    check_seen(&card, &note);
}

/// Fails unless the corners of the note are its own: nothing clips or covers them.
#[track_caller]
fn check_seen(card: &Card<'_>, note: &Part<'_>) {
    card.page().settle();
    let hits = note.run(
        "const box = el.getBoundingClientRect();
         return [[box.left + 6, box.top + 6], [box.right - 6, box.top + 6],
           [box.left + 6, box.bottom - 6], [box.right - 6, box.bottom - 6]]
           .map(([x, y]) => el.contains(el.getRootNode().elementFromPoint(x, y)));",
    );
    assert_eq!(hits, json!([true, true, true, true]));
}

fn note_stands_beside_its_marker_in_a_transformed_parent(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<div style='transform: translate(40px, 60px); filter: opacity(1); overflow: clip; inline-size: 500px'>
           <story-card src='{url}'></story-card></div>"
    ));
    let card = page.card().ready();
    let marker = card.part("marker");
    let note = press_open(&card, &marker);
    check_whole(&card, &note, "in a transformed parent");
    check_beside(&card, &marker, &note);
    check_seen(&card, &note);
}

/// A page with the card in a frame of this height; gives back what an expression over
/// the note's and the marker's box and the frame's size says.
fn in_frame(kit: &Kit, height: u32, expression: &str) -> Value {
    let page = show_in_frame(kit, height, &far_apart());
    let card = IN_FRAME;
    page.run(&format!("part({card}, 'marker').click()"));
    page.wait(&format!("part({card}, 'popover').matches(':popover-open')"));
    page.settle();
    page.run(&format!(
        "const note = part({card}, 'popover').getBoundingClientRect();
         const marker = part({card}, 'marker').getBoundingClientRect();
         const frame = find('iframe').contentWindow;
         return {expression};"
    ))
}

fn note_is_whole_in_a_low_frame(kit: &Kit) {
    let whole = "[note.left >= -0.5, note.top >= -0.5, note.right <= frame.innerWidth + 0.5,
        Math.abs(note.bottom - frame.innerHeight) < 1, note.width > 0.9 * frame.innerWidth]";
    assert_eq!(in_frame(kit, 300, whole), json!([true, true, true, true, true]));
}

fn note_stands_beside_its_marker_in_a_tall_frame(kit: &Kit) {
    let gap = "Math.max(note.top - marker.bottom, marker.top - note.bottom)";
    let gap = in_frame(kit, 1600, gap).as_f64().expect("px");
    assert!((-1.0..=40.0).contains(&gap), "{gap}");
}

fn note_goes_with_its_marker_when_the_page_scrolls(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<story-card src='{url}'></story-card><div style='block-size: 3000px'></div>"
    ));
    let card = page.card().ready();
    let marker = card.part("marker");
    let note = press_open(&card, &marker);
    page.settle();
    let before = note.rect().y - marker.rect().y;
    page.run("scrollBy(0, 60); await frame(); await frame();");
    open_note(&card);
    let after = note.rect().y - marker.rect().y;
    assert!((before - after).abs() < 1.0, "{before} and {after}");
}

fn note_goes_with_its_marker_when_something_comes_above(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<p id='above'>Words.</p><story-card src='{url}'></story-card><div style='block-size: 3000px'></div>"
    ));
    let card = page.card().ready();
    let marker = card.part("marker");
    let note = press_open(&card, &marker);
    page.settle();
    let before = note.rect().y - marker.rect().y;
    page.run("find('#above').style.paddingBlockStart = '90px'");
    card.wait(&format!(
        "Math.abs(part(card, 'popover').getBoundingClientRect().y - part(card, 'marker').getBoundingClientRect().y - {before}) < 1"
    ));
    open_note(&card);
}

fn note_turns_over_where_a_scroll_leaves_it_no_room(kit: &Kit) {
    let words = "Words relied on, and more of them. ".repeat(9);
    let url = kit.story(&with(json!({
        "description": "Said by one and another [1].",
        "citation": [{ "id": "1", "name": "W", "text": words }],
    })));
    let page = kit.host(&format!(
        "<div style='block-size: 900px'></div><story-card src='{url}'></story-card><div style='block-size: 900px'></div>"
    ));
    page.resize(400, 640);
    let card = page.card().ready();
    let marker = card.part("marker");
    marker.run("el.scrollIntoView({ block: 'center' }); scrollBy(0, 150); await frame();");
    marker.run("el.click()");
    let note = open_note(&card);
    for by in [-300, 300, -300] {
        page.run(&format!("scrollBy(0, {by}); await frame(); await frame();"));
        check_whole(&card, &note, "after a scroll");
        check_beside(&card, &marker, &note);
    }
}

fn long_note_scrolls_inside_itself(kit: &Kit) {
    let card = show(
        kit,
        &with(json!({
            "description": "Said [1].",
            "citation": [{ "id": "1", "name": "W", "text": "Words relied on, and more of them. ".repeat(120) }],
        })),
    );
    card.page().resize(320, 480);
    let note = press_open(&card, &card.part("marker"));
    check_whole(&card, &note, "long");
    assert_eq!(note.run("el.scrollTop = 50; return el.scrollTop > 0"), true);
}

fn thousands_of_citations_have_notes_too(kit: &Kit) {
    let sources: Vec<Value> = (1..=500)
        .map(|n| json!({ "id": n.to_string(), "name": format!("Work {n}"), "publisher": format!("House {n}") }))
        .collect();
    let blocks: Vec<String> = (0..100)
        .map(|p| (0..20).map(|i| format!("Words {i} [{}]. ", (p * 20 + i) % 500 + 1)).collect())
        .collect();
    let card = show(
        kit,
        &with(json!({
            "sections": [{ "headline": "All", "open": true, "blocks": blocks }], "citation": sources,
        })),
    );
    assert_eq!(card.count("marker"), 2000);
    for index in [0, 1234, 1999] {
        let marker = card.nth("marker", index);
        let note = press_open(&card, &marker);
        let house = format!("House {}", index % 500 + 1);
        assert_eq!(note.part("source-publisher").seen_text(), house);
        check_beside(&card, &marker, &note);
        assert!(note.seen_text().contains("Cited 4 times"), "{}", note.seen_text());
        card.page().press_key("Escape");
        wait_until_closed(&card);
    }
}
