//! The proof of a sentence stands beside it, whole, and takes neither the sentence nor the
//! reader's place away.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::hover::tab_to_marker;
use crate::notes::{open_note, press_open, wait_until_closed};
use crate::stories::{of_blocks, show, with};

suite! {
    EVERYWHERE:
        note_is_whole_in_every_low_window,
        words_that_are_quoted_are_marked,
        words_that_are_not_found_are_not_said_to_be_quoted,
        tab_goes_from_marker_to_marker,
        enter_leads_into_the_note_and_escape_back,
        press_by_pointer_leaves_the_focus_alone,
        only_the_article_is_a_landmark;
    WITH_TOUCH:
        sheet_covers_neither_marker_nor_half_the_window;
}

/// A story with a marker in each of many lines, and excerpts of some length.
fn long() -> Value {
    let blocks: Vec<String> =
        (0..30).map(|n| format!("Paragraph {n} says something [{}].", n % 3 + 1)).collect();
    let sources: Vec<Value> = (1..=3)
        .map(|n| {
            json!({ "id": n.to_string(), "name": format!("Work {n}"), "publisher": "House",
            "url": "https://house.example/", "text": "Words relied on, and more. ".repeat(12) })
        })
        .collect();
    let mut story = of_blocks(json!(blocks));
    story["citation"] = json!(sources);
    story
}

fn note_is_whole_in_every_low_window(kit: &Kit) {
    // The last two are a laptop's window at 200% and 400%.
    for (width, height) in [(1200, 700), (1000, 500), (640, 400), (320, 256)] {
        let card = show(kit, &long());
        card.page().resize(width, height);
        for (index, block) in [(4, "start"), (11, "center"), (17, "end"), (22, "center")] {
            let marker = card.nth("marker", index);
            marker.run(&format!(
                "el.scrollIntoView({{ block: '{block}' }}); await frame(); el.click();"
            ));
            let note = open_note(&card);
            card.page().settle();
            let inside = note.run(
                "const box = el.getBoundingClientRect();
                 return [box.top >= -0.5, box.bottom <= innerHeight + 0.5, box.left >= -0.5, box.right <= innerWidth + 0.5,
                   box.height > 40, el.scrollHeight <= el.clientHeight + 1 || getComputedStyle(el).overflowY === 'auto']",
            );
            let fits = json!([true, true, true, true, true, true]);
            assert_eq!(inside, fits, "{width} x {height}, {block}: {:?}", note.rect());
            card.page().press_key("Escape");
            wait_until_closed(&card);
        }
    }
}

fn quoting(words: &str) -> Value {
    let mut story = of_blocks(json!([
        { "type": "quote", "text": words, "attribution": "The mayor [1]" },
    ]));
    story["citation"] = json!([{ "id": "1", "name": "Minutes", "publisher": "Council",
        "text": "Asked twice, she said: \"We will not leave the island.\"", "supports": "quote" }]);
    story
}

fn words_that_are_quoted_are_marked(kit: &Kit) {
    let card = show(kit, &quoting("we will not … the island"));
    let note = press_open(&card, &card.part("marker"));
    let marked = note.run("return [...el.querySelectorAll('mark')].map((el) => el.textContent)");
    assert_eq!(marked, json!(["We will not", "the island"]));
    assert!(note.seen_text().contains("word for word"), "{}", note.seen_text());
    assert_eq!(card.page().wait_for_event("story-card-load")["problems"], json!([]));
}

fn words_that_are_not_found_are_not_said_to_be_quoted(kit: &Kit) {
    let card = show(kit, &quoting("we will leave the island"));
    let note = press_open(&card, &card.part("marker"));
    assert_eq!(note.run("return el.querySelector('mark')"), json!(null));
    assert!(!note.seen_text().contains("word for word"), "{}", note.seen_text());
    let problems = card.page().wait_for_event("story-card-load")["problems"].clone();
    assert_eq!(problems[0]["code"], json!("quote-not-found"), "{problems}");
    assert_eq!(problems[0]["path"], json!("/sections/0/blocks/0"), "{problems}");
}

fn at_marker(card: &Card<'_>, index: usize) {
    card.wait(&format!("card.shadowRoot.activeElement === part(card, 'marker', {index})"));
}

fn tab_goes_from_marker_to_marker(kit: &Kit) {
    let card = show(kit, &long());
    tab_to_marker(&card);
    for index in 1..6 {
        open_note(&card);
        card.page().press_key("Tab");
        at_marker(&card, index);
    }
    card.page().press_key("Shift+Tab");
    at_marker(&card, 4);
}

fn enter_leads_into_the_note_and_escape_back(kit: &Kit) {
    let card = show(kit, &long());
    for how in ["preview", "at once"] {
        if how == "preview" {
            tab_to_marker(&card);
            open_note(&card);
        } else {
            card.part("marker").run("el.focus()");
        }
        card.page().press_key("Enter");
        let note = open_note(&card);
        card.wait("card.shadowRoot.activeElement?.part.contains('popover')");
        assert_eq!(note.label(), "Work 1", "{how}");
        card.page().press_key("Tab");
        card.wait("!!card.shadowRoot.activeElement?.closest('[popover] button, [popover] a')");
        card.page().press_key("Escape");
        wait_until_closed(&card);
        at_marker(&card, 0);
    }
}

fn press_by_pointer_leaves_the_focus_alone(kit: &Kit) {
    let card = show(kit, &long());
    card.page().pointer().press(&card.part("marker"));
    open_note(&card);
    card.page().settle();
    let in_note = card.run("return !!card.shadowRoot.activeElement?.closest('[popover]')");
    assert_eq!(in_note, false);
    // What was asked for is on the way of Tab.
    let controls = open_note(&card).run("return el.querySelectorAll('[tabindex]').length");
    assert_eq!(controls, 0);
}

fn only_the_article_is_a_landmark(kit: &Kit) {
    let card = show(
        kit,
        &with(json!({
            "description": "Said [1].",
            "author": { "name": "Ada", "description": "Writes." },
            "relatedLink": [{ "name": "N", "url": "https://news.example/1" }],
            "citation": [{ "id": "1", "name": "Work" }],
        })),
    );
    let landmarks = card.run(
        "return [...card.shadowRoot.querySelectorAll('.sources, .related, .biographies, .footer')]
           .map((el) => el.localName).filter((name) => name !== 'div')",
    );
    assert_eq!(landmarks, json!([]));
}

fn sheet_covers_neither_marker_nor_half_the_window(kit: &Kit) {
    for (width, height) in [(390, 700), (700, 390)] {
        let card = show(kit, &long());
        card.page().resize(width, height);
        for (index, block) in [(5, "start"), (11, "center"), (17, "end")] {
            let marker = card.nth("marker", index);
            marker.run(&format!("el.scrollIntoView({{ block: '{block}' }}); await frame();"));
            card.page().touch().press(&marker);
            let note = open_note(&card);
            card.page().settle();
            let (marker, sheet) = (marker.rect(), note.rect());
            let is_clear = sheet.y >= marker.bottom() || sheet.bottom() <= marker.y;
            assert!(is_clear && marker.y >= 0.0, "{block}: {marker:?} {sheet:?}");
            let share = sheet.height / f64::from(height);
            assert!(share <= 0.5, "{share} of {width} x {height}");
            card.page().press_key("Escape");
            wait_until_closed(&card);
        }
    }
}
