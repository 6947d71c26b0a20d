//! Markers that open their source where the eye is, and close it again.

use serde_json::json;
use story_card_e2e::{Card, Kit, Part, suite};

use crate::stories::{cited, far_apart, of_blocks, show, with};

suite! {
    EVERYWHERE:
        press_opens_the_note,
        enter_and_space_open_the_note,
        second_press_closes_the_note,
        escape_closes_the_note_and_keeps_the_place,
        note_that_the_card_places_has_no_anchor,
        press_elsewhere_closes_the_note,
        one_note_is_open_at_a_time,
        note_is_shown_with_its_own_words,
        note_is_a_popover_beside_its_marker,
        note_stays_in_a_narrow_window,
        note_tells_its_source,
        note_asks_nothing_of_its_source,
        active_marker_carries_its_part,
        active_marker_looks_as_the_page_says,
        two_cards_with_equal_sources_do_not_mix;
    WITH_TOUCH:
        tap_opens_the_note;
    CHROMIUM:
        close_button_for_a_finger_covers_no_letter;
}

/// The note that is open; fails unless there is exactly one.
#[track_caller]
pub fn open_note<'k>(card: &Card<'k>) -> Part<'k> {
    let index = card.wait(
        "(() => { const open = parts(card, 'popover').map((el) => el.matches(':popover-open'));
          return open.filter(Boolean).length === 1 && [open.indexOf(true)]; })()",
    );
    let index = index[0].as_u64().expect("an index");
    card.nth("popover", usize::try_from(index).expect("a small number"))
}

/// Presses a marker and gives its note, once the page has heard of the press: on a slow machine
/// the pointer's rest opens it before.
#[track_caller]
pub fn press_open<'k>(card: &Card<'k>, marker: &Part<'_>) -> Part<'k> {
    let pressed =
        "kit.events.filter((e) => e.type === 'story-card-cite' && e.detail.how === 'press').length";
    let before = card.run(&format!("return {pressed}"));
    card.page().pointer().press(marker);
    card.wait(&format!("{pressed} > {before}"));
    open_note(card)
}

#[track_caller]
pub fn wait_until_closed(card: &Card<'_>) {
    card.wait("!parts(card, 'popover').some((el) => el.matches(':popover-open'))");
}

fn press_opens_the_note(kit: &Kit) {
    let card = show(kit, &cited());
    wait_until_closed(&card);
    let note = press_open(&card, &card.part("marker"));
    assert!(note.is_shown());
    assert!(note.seen_text().contains("Gauge readings, week nine"), "{}", note.seen_text());
}

fn tap_opens_the_note(kit: &Kit) {
    let card = show(kit, &cited());
    card.page().touch().press(&card.part("marker"));
    assert!(open_note(&card).seen_text().contains("River Authority"));
}

fn enter_and_space_open_the_note(kit: &Kit) {
    for key in ["Enter", "Space"] {
        let card = show(kit, &cited());
        card.part("marker").run("el.focus()");
        card.page().press_key(key);
        assert!(open_note(&card).seen_text().contains("River Authority"), "{key}");
    }
}

fn second_press_closes_the_note(kit: &Kit) {
    let card = show(kit, &cited());
    let marker = card.part("marker");
    card.page().pointer().press(&marker);
    open_note(&card);
    card.page().pointer().press(&marker);
    wait_until_closed(&card);
}

fn escape_closes_the_note_and_keeps_the_place(kit: &Kit) {
    let card = show(kit, &cited());
    let marker = card.part("marker");
    marker.run("el.focus()");
    card.page().press_key("Enter");
    open_note(&card);
    card.page().press_key("Escape");
    wait_until_closed(&card);
    assert_eq!(marker.run("return el.getRootNode().activeElement === el"), true);
}

/// Some versions of Chrome move what has an anchor as far as the page is scrolled, wherever else
/// it is told to be.
fn note_that_the_card_places_has_no_anchor(kit: &Kit) {
    let card = show(kit, &cited());
    card.part("marker").run("el.focus()");
    card.page().press_key("Enter");
    open_note(&card);
    let anchor = "const style = getComputedStyle(part(card, 'popover').closest('[popover]'));
         return style.positionAnchor === undefined || style.positionArea !== 'none'
             || style.positionAnchor === '--none';";
    assert_eq!(card.run(anchor), true);
}

fn press_elsewhere_closes_the_note(kit: &Kit) {
    let card = show(kit, &cited());
    card.page().pointer().press(&card.part("marker"));
    open_note(&card);
    card.page().pointer().press(&card.part("headline"));
    wait_until_closed(&card);
}

fn one_note_is_open_at_a_time(kit: &Kit) {
    let card = show(kit, &far_apart());
    card.page().pointer().press(&card.nth("marker", 0));
    assert!(open_note(&card).seen_text().contains("River Authority"));
    card.nth("marker", 1).run("el.focus()");
    card.page().press_key("Enter");
    card.wait("parts(card, 'popover').some((el) => el.matches(':popover-open') && el.innerText.includes('Talbote'))");
    open_note(&card);
}

/// One note serves all markers: what the last one said is not seen again.
fn note_is_shown_with_its_own_words(kit: &Kit) {
    let card = show(kit, &far_apart());
    card.run(
        "window.shown = [];
         const note = part(card, 'popover');
         note.showPopover = (options) => {
           shown.push(note.textContent);
           HTMLElement.prototype.showPopover.call(note, options);
         };",
    );
    for index in [0, 1, 0] {
        card.nth("marker", index).run("el.click()");
        open_note(&card);
        card.page().press_key("Escape");
        wait_until_closed(&card);
    }
    let houses =
        card.run("return shown.map((words) => /River Authority|Talbote/.exec(words)?.[0])");
    assert_eq!(houses, json!(["River Authority", "Talbote", "River Authority"]));
}

fn note_is_a_popover_beside_its_marker(kit: &Kit) {
    let card = show(kit, &far_apart());
    for index in 0..2 {
        let marker = card.nth("marker", index);
        let note = press_open(&card, &marker);
        assert_ne!(note.attribute("popover"), json!(null));
        card.page().settle();
        let (marker_box, note_box) = (marker.rect(), note.rect());
        let gap = (note_box.y - marker_box.bottom()).max(marker_box.y - note_box.bottom());
        assert!((-1.0..=40.0).contains(&gap), "gap {gap}: {marker_box:?} {note_box:?}");
        let middle = marker_box.x + marker_box.width / 2.0;
        assert!(note_box.x <= middle && middle <= note_box.right(), "{marker_box:?} {note_box:?}");
        card.page().press_key("Escape");
        wait_until_closed(&card);
    }
}

fn note_stays_in_a_narrow_window(kit: &Kit) {
    let card = show(kit, &far_apart());
    let width = card.page().resize(320, 600);
    for index in 0..2 {
        card.page().pointer().press(&card.nth("marker", index));
        let note = open_note(&card).rect();
        // Half a pixel is rounding.
        assert!(note.x >= -0.5 && note.right() <= f64::from(width) + 0.5, "{note:?} in {width}");
        assert!(note.y >= -0.5 && note.width > 150.0 && note.height > 40.0, "{note:?}");
        card.page().press_key("Escape");
        wait_until_closed(&card);
    }
}

fn note_tells_its_source(kit: &Kit) {
    let card = show(kit, &cited());
    let note = press_open(&card, &card.part("marker"));
    assert_eq!(note.part("source-publisher").seen_text(), "River Authority");
    assert_eq!(note.part("source-title").seen_text(), "Gauge readings, week nine");
    assert!(note.part("source-excerpt").seen_text().contains("At 03:10 the gauge stood"));
    let seen = note.seen_text();
    let (words, title) = (seen.find("At 03:10"), seen.find("Gauge readings"));
    assert!(words.is_some() && words < title, "the words come first: {seen}");
    assert!(!seen.contains("Accessed"), "{seen}");
    assert!(seen.contains("2024"), "the date: {seen}");
    let link = note.part("source-title").inside("a");
    let href = link.run("return el.href");
    assert!(href.as_str().is_some_and(|href| href.starts_with("https://river.example/gauges/9")));
    let rel = link.attribute("rel");
    let rel = rel.as_str().expect("a rel");
    assert!(rel.contains("noopener") && rel.contains("noreferrer"), "{rel}");
}

fn note_asks_nothing_of_its_source(kit: &Kit) {
    let url = kit.story(&json!({}));
    let card = show(
        kit,
        &with(json!({
            "description": "Said [1].",
            "citation": [{ "id": "1", "name": "A page", "url": url, "archivedAt": url }],
        })),
    );
    card.page().pointer().press(&card.part("marker"));
    open_note(&card);
    card.page().settle();
    assert_eq!(kit.server.requests_for(&url).len(), 0);
}

fn active_marker_carries_its_part(kit: &Kit) {
    let card = show(kit, &cited());
    assert_eq!(card.count("marker-active"), 0);
    card.page().pointer().press(&card.part("marker"));
    open_note(&card);
    card.wait("parts(card, 'marker-active').length === 1");
    assert_eq!(card.part("marker").run("return el.part.contains('marker-active')"), true);
    card.page().press_key("Escape");
    card.wait("parts(card, 'marker-active').length === 0");
}

/// Its number had a colour and a ground of its own, which no page can reach.
fn active_marker_looks_as_the_page_says(kit: &Kit) {
    let head = "<style>story-card::part(marker-active) { color: rgb(1, 2, 3); background: rgb(4, 5, 6) }</style>
        <script type='module' src='/story-card.js'></script>";
    let url = kit.story(&cited());
    let page = kit.page(head, &format!("<story-card src='{url}'></story-card>"));
    let card = page.card().ready();
    page.pointer().press(&card.part("marker"));
    open_note(&card);
    card.wait("parts(card, 'marker-active').length === 1");
    let seen = card.part("marker-active").run(
        "const grounds = [];
         let inner = el;
         for (; inner.firstElementChild; inner = inner.firstElementChild)
             grounds.push(getComputedStyle(inner).backgroundColor);
         grounds.push(getComputedStyle(inner).backgroundColor);
         return [getComputedStyle(inner).color, grounds.filter((it) => it !== 'rgba(0, 0, 0, 0)')]",
    );
    assert_eq!(seen, json!(["rgb(1, 2, 3)", ["rgb(4, 5, 6)"]]));
}

fn two_cards_with_equal_sources_do_not_mix(kit: &Kit) {
    let mut other = of_blocks(json!(["Elsewhere [1]."]));
    other["citation"] = json!([{ "id": "1", "name": "Another work", "publisher": "Other House" }]);
    let (one, two) = (kit.story(&cited()), kit.story(&other));
    let page = kit.host(&format!(
        "<story-card id='one' src='{one}'></story-card><story-card id='two' src='{two}'></story-card>"
    ));
    let (one, two) = (page.card_at("#one").ready(), page.card_at("#two").ready());
    page.pointer().press(&two.part("marker"));
    assert!(open_note(&two).seen_text().contains("Other House"));
    wait_until_closed(&one);
}

/// Wherever in a long note the reader is.
fn close_button_for_a_finger_covers_no_letter(kit: &Kit) {
    let mut story = of_blocks(json!(["A claim.[1]"]));
    story["citation"] = json!([{
        "id": "1", "name": "A title", "publisher": "River Authority",
        "text": "What was relied on takes several lines of a note. ".repeat(20),
    }]);
    let card = show(kit, &story);
    let page = card.page();
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }));
    page.wait("matchMedia('(pointer: coarse)').matches");
    page.resize(500, 600);
    for size in [14, 16, 20, 24] {
        page.run(&format!("find('story-card').style.fontSize = '{size}px'"));
        card.part("marker").run("el.click()");
        open_note(&card);
        let covered = card.part("popover").run(
            "const close = el.querySelector('[part~=close]');
             const covered = [];
             for (el.scrollTop = 60; ; el.scrollTop += 11) {
               const box = close.getBoundingClientRect();
               const range = new Range();
               range.selectNodeContents(el.querySelector('[part~=source-excerpt]'));
               covered.push(...[...range.getClientRects()].filter(({ right, top, bottom }) =>
                 right > box.left + 0.5 && bottom > box.top + 1 && top < box.bottom - 1).map(({ right }) => right - box.left));
               if (el.scrollTop + el.clientHeight >= el.scrollHeight - 1) return covered;
             }",
        );
        assert_eq!(covered, json!([]), "{size}");
        page.press_key("Escape");
        wait_until_closed(&card);
    }
}
