//! Sections that fold, and the blocks in them.

use serde_json::json;
use story_card_e2e::{Kit, suite};

use crate::stories::{folding, of_blocks, show, show_full, show_with, with};

suite! {
    EVERYWHERE:
        press_opens_and_closes,
        key_opens_and_closes,
        section_without_heading_stands_open,
        open_section_carries_its_part,
        toggle_all_opens_and_closes_all,
        page_opens_a_section_by_its_id,
        late_word_of_an_opening_undoes_no_closing,
        unknown_section_opens_nothing,
        list_is_a_list,
        quote_has_its_speaker,
        pull_quote_is_not_read_twice,
        table_has_header_and_caption,
        embed_is_a_link_and_no_frame,
        unknown_block_shows_its_text,
        bare_string_is_a_paragraph,
        later_problem_keeps_earlier_blocks;
}

fn press_opens_and_closes(kit: &Kit) {
    let card = show(kit, &folding());
    let heading = card.nth("section-heading", 0);
    let text = card.nth("paragraph", 0);
    assert!(!text.is_shown());
    card.page().pointer().press(&heading);
    card.wait_for_sections(&[true, true, false]);
    assert!(text.is_shown());
    card.page().pointer().press(&heading);
    card.wait_for_sections(&[false, true, false]);
    assert!(!text.is_shown());
}

/// The browser tells of an opening in a later task, when the page may have closed all again.
fn late_word_of_an_opening_undoes_no_closing(kit: &Kit) {
    let card = show(kit, &folding());
    card.run("await card.expandAll()");
    card.wait_for_sections(&[true, true, true]);
    card.run(
        "const section = part(card, 'section');
         const done = card.collapseAll();
         for (let left = 20; left && section.open; left--) {
           section.dispatchEvent(new Event('toggle'));
           await null;
         }
         await done;",
    );
    card.wait_for_sections(&[false, false, false]);
    card.page().settle();
    card.wait_for_sections(&[false, false, false]);
    assert_eq!(card.page().details("story-card-toggle").len(), 0);
}

fn key_opens_and_closes(kit: &Kit) {
    let card = show(kit, &folding());
    card.nth("section", 0).inside("summary").run("el.focus()");
    card.page().press_key("Enter");
    card.wait_for_sections(&[true, true, false]);
    card.page().press_key("Space");
    card.wait_for_sections(&[false, true, false]);
}

fn section_without_heading_stands_open(kit: &Kit) {
    let card =
        show_with(kit, "open='none'", &with(json!({ "sections": [{ "blocks": ["Here."] }] })));
    assert!(card.part("paragraph").is_shown());
    assert!(!card.part("toggle-all").is_shown());
}

fn open_section_carries_its_part(kit: &Kit) {
    let card = show(kit, &folding());
    assert_eq!(card.count("section-open"), 1);
    assert_eq!(card.part("section-open").part("section-heading").text(), "Second heading");
}

fn toggle_all_opens_and_closes_all(kit: &Kit) {
    let card = show(kit, &folding());
    let toggle = card.part("toggle-all");
    let before = toggle.text();
    card.page().pointer().press(&toggle);
    card.wait_for_sections(&[true, true, true]);
    assert_ne!(toggle.text(), before);
    card.page().pointer().press(&toggle);
    card.wait_for_sections(&[false, false, false]);
    assert_eq!(toggle.text(), before);
}

fn page_opens_a_section_by_its_id(kit: &Kit) {
    let card = show(kit, &folding());
    card.run("await card.openSection('three')");
    card.wait_for_sections(&[false, true, true]);
}

fn unknown_section_opens_nothing(kit: &Kit) {
    let card = show(kit, &folding());
    card.run("await card.openSection('nowhere')");
    assert_eq!(card.open_sections(), [false, true, false]);
    assert_eq!(card.state(), "ready");
}

fn list_is_a_list(kit: &Kit) {
    let card = show(
        kit,
        &of_blocks(json!([
            { "type": "list", "ordered": true, "items": ["One", "*Two*"] },
            { "type": "list", "items": ["Three"] },
        ])),
    );
    let names =
        card.run("return parts(card, 'list').map((el) => [el.localName, el.children.length])");
    assert_eq!(names, json!([["ol", 2], ["ul", 1]]));
    assert_eq!(card.part("list").inside("em").text(), "Two");
}

fn quote_has_its_speaker(kit: &Kit) {
    let card = show_full(kit);
    let quote = card.part("quote");
    assert!(quote.part("quote-text").text().contains("We had no choice."));
    assert_eq!(quote.run("return el.querySelector('blockquote') !== null"), true);
    assert!(quote.part("attribution").text().starts_with("Mayor Iris Holm"));
    assert_eq!(quote.part("attribution").part("marker").role(), "button");
}

fn pull_quote_is_not_read_twice(kit: &Kit) {
    let card = show_full(kit);
    let pull = card.nth("quote", 1);
    assert!(pull.is_shown());
    assert_eq!(pull.run("return el.closest('[aria-hidden=true]') !== null"), true);
    assert_eq!(card.nth("quote", 0).run("return el.closest('[aria-hidden=true]') !== null"), false);
}

fn table_has_header_and_caption(kit: &Kit) {
    let card = show_full(kit);
    let table = card.part("table");
    assert_eq!(table.inside("caption").text(), "Gauge levels");
    assert_eq!(
        table.run("return [...el.querySelectorAll('th[scope=col]')].map((th) => th.textContent)"),
        json!(["Hour", "Metres"])
    );
    assert_eq!(table.run("return el.querySelectorAll('tbody tr').length"), 2);
    assert_eq!(table.part("marker").role(), "button");
}

fn embed_is_a_link_and_no_frame(kit: &Kit) {
    let card = show_full(kit);
    let body = nth_body(&card, 1);
    let link = body.inside("a[href='https://video.example/flood']");
    assert!(link.text().contains("Film of the flood"));
    assert!(link.text().contains("video.example"));
    assert_eq!(
        card.part("card").run("return el.querySelectorAll('iframe, video, object').length"),
        0
    );
}

fn nth_body<'k>(card: &story_card_e2e::Card<'k>, index: usize) -> story_card_e2e::Part<'k> {
    card.nth("section-body", index)
}

fn unknown_block_shows_its_text(kit: &Kit) {
    let card = show(
        kit,
        &of_blocks(json!([
            { "type": "hologram", "text": "From the future." },
            { "type": "carousel", "items": ["First", "Second"] },
            { "type": "void" },
            "After them.",
        ])),
    );
    let text = card.part("section-body").seen_text();
    for words in ["From the future.", "First", "Second", "After them."] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

fn bare_string_is_a_paragraph(kit: &Kit) {
    let card = show(kit, &of_blocks(json!(["Plain.", { "type": "paragraph", "text": "Full." }])));
    assert_eq!(card.texts("paragraph"), ["Plain.", "Full."]);
    assert_eq!(card.part("paragraph").run("return el.localName"), "p");
}

fn later_problem_keeps_earlier_blocks(kit: &Kit) {
    let card = show(
        kit,
        &of_blocks(json!(["Before.", 7, null, { "type": "table", "rows": 3 }, "After."])),
    );
    assert_eq!(card.texts("paragraph"), ["Before.", "After."]);
}
