//! A page that an extension has translated: what it puts into the card survives a newer
//! version, and hides nothing of it.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Gate, Kit, suite};

use crate::notes::open_note;
use crate::refresh::HURRY;
use crate::stories::with;

suite! {
    EVERYWHERE:
        newer_story_is_shown_once_on_a_translated_page,
        letters_that_were_changed_in_place_are_shown_anew,
        what_has_not_changed_stays_translated,
        note_and_buttons_say_what_is_so_on_a_translated_page,
        failed_refresh_is_told_on_a_translated_page,
        elements_between_paragraphs_do_no_harm,
        drawing_code_and_numbers_are_not_translated;
}

/// What a translator does: each text goes into two elements of its own, in other words.
const TRANSLATE: &str = "const translate = (root, put) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        if (!text.data.trim() || text.parentElement.closest('[translate=no]')) continue;
        if (put === 'in place') { text.data = `«${text.data}»`; continue; }
        const outer = document.createElement('font');
        const inner = document.createElement('font');
        inner.textContent = `«${text.data}»`;
        outer.append(inner);
        text.replaceWith(outer);
      }
    };";

fn translate(card: &Card<'_>, how: &str) {
    card.run_with(&format!("{TRANSLATE} translate(card.shadowRoot, args[0])"), json!([how]));
}

fn ferry(headline: &str, first: &str, event: &str) -> Value {
    with(json!({
        "id": "live", "headline": headline, "inLanguage": "en", "dateModified": "2026-03-10T09:00:00Z",
        "description": format!("The lead of {first}"),
        "author": [{ "type": "Person", "name": "Ada Brook", "description": "Has covered **ferries**." }],
        "sections": [
            { "headline": format!("Section of {first}"), "open": true,
              "blocks": [format!("{first} [a], they say."), "This stays as it is [a].", { "type": "code", "text": "level = 4.02" }] },
            { "id": "b", "headline": "Other", "blocks": ["Other words."] },
        ],
        "timeline": { "events": [
            { "date": "2014", "headline": event, "text": "An event." },
            { "date": "2016", "headline": "It stays", "text": "As it is." },
        ] },
        "citation": [
            { "id": "a", "name": format!("Work of {first}"), "publisher": "House one" },
            { "id": "b", "name": "Other work", "publisher": "House two" },
        ],
    }))
}

fn live(kit: &Kit) -> (Card<'_>, Gate) {
    let gate = Gate::new();
    let now = ferry("Four are missing", "four boats", "Four came");
    let later = ferry("All are safe", "eleven ships", "Eleven came");
    let url = kit.server.answers(vec![Answer::json(&now), Answer::json(&later).behind(&gate)]);
    let tag = format!("<story-card src='{url}' refresh='15' timeout='14'></story-card>");
    (kit.page(HURRY, &tag).card().ready(), gate)
}

fn update(card: &Card<'_>, gate: &Gate) {
    gate.open();
    card.page().wait_for_event("story-card-update");
    card.page().settle();
}

/// All the words of the card, hidden or not.
fn words(card: &Card<'_>) -> String {
    card.run("return tidy(card.shadowRoot.querySelector('.frame, .app, [part~=card]').textContent)")
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

#[track_caller]
fn assert_newer(card: &Card<'_>) {
    let words = words(card);
    for (count, new) in [
        (1, "All are safe"),
        (1, "lead of eleven ships"),
        (1, "Section of eleven ships"),
        // Once in the line that tells what the section holds.
        (5, "eleven ships"),
        (1, "Work of eleven ships"),
    ] {
        let seen = words.matches(new).count();
        assert_eq!(seen, count, "{new}: {words}");
    }
    assert!(words.contains("Eleven came"), "{words}");
    for old in ["missing", "four boats", "Four came"] {
        assert!(!words.contains(old), "{old} is stale: {words}");
    }
    assert_eq!(card.state(), "ready");
    assert_eq!(card.count("card"), 1);
}

fn newer_story_is_shown_once_on_a_translated_page(kit: &Kit) {
    let (card, gate) = live(kit);
    translate(&card, "around");
    assert!(words(&card).contains("«Four are missing»"));
    update(&card, &gate);
    assert_newer(&card);
    assert!(card.part("headline").text().contains("All are safe"));
}

fn letters_that_were_changed_in_place_are_shown_anew(kit: &Kit) {
    let (card, gate) = live(kit);
    translate(&card, "in place");
    update(&card, &gate);
    assert_newer(&card);
}

fn what_has_not_changed_stays_translated(kit: &Kit) {
    let (card, gate) = live(kit);
    translate(&card, "around");
    card.run("window.kept = parts(card, 'paragraph')[1]");
    update(&card, &gate);
    assert_eq!(card.run("return window.kept === parts(card, 'paragraph')[1]"), true);
    assert!(card.nth("paragraph", 1).text().starts_with("«This stays as it"));
    assert_eq!(words(&card).matches("This stays as it").count(), 1);
}

fn note_and_buttons_say_what_is_so_on_a_translated_page(kit: &Kit) {
    let (card, gate) = live(kit);
    let pointer = card.page().pointer();
    pointer.press(&card.part("marker"));
    assert!(open_note(&card).seen_text().contains("Work of four boats"));
    translate(&card, "around");
    update(&card, &gate);
    assert_newer_note(&card);
    pointer.press(&card.part("toggle-all"));
    card.wait_for_sections(&[true, true]);
    assert!(
        card.part("toggle-all").text().starts_with("Close")
            || card.part("toggle-all").text().starts_with("Collapse")
    );
    translate(&card, "around");
    pointer.press(&card.part("toggle-all"));
    card.wait_for_sections(&[false, false]);
    let label = card.part("toggle-all").text();
    assert!(!label.contains('«'), "{label}");
}

#[track_caller]
fn assert_newer_note(card: &Card<'_>) {
    let note = card.part("popover").text();
    assert!(note.contains("Work of eleven ships") && !note.contains("four boats"), "{note}");
}

fn failed_refresh_is_told_on_a_translated_page(kit: &Kit) {
    let (one, two) = (Gate::new(), Gate::new());
    let story = ferry("Four are missing", "four boats", "Four came");
    let later = ferry("All are safe", "eleven ships", "Eleven came");
    let url = kit.server.answers(vec![
        Answer::json(&story),
        Answer::json(&later).behind(&one),
        Answer::status(404 + 99).behind(&two),
    ]);
    let tag = format!("<story-card src='{url}' refresh='15' timeout='14'></story-card>");
    let card = kit.page(HURRY, &tag).card().ready();
    update(&card, &one);
    translate(&card, "around");
    let line = "tidy(card.shadowRoot.querySelector('[role=status]').textContent)";
    card.wait(&format!("{line}.startsWith('«Updated')"));
    two.open();
    card.wait(&format!("/^Not updated since [^«]*$/.test({line})"));
}

fn elements_between_paragraphs_do_no_harm(kit: &Kit) {
    let (card, gate) = live(kit);
    card.run(
        "for (const el of [...parts(card, 'paragraph'), ...parts(card, 'event'), part(card, 'headline')]) {
           const foreign = document.createElement(el.localName === 'li' ? 'li' : 'p');
           foreign.textContent = 'A remark of the extension.';
           el.before(foreign);
         }",
    );
    update(&card, &gate);
    assert_newer(&card);
    assert_eq!(words(&card).matches("This stays as it is").count(), 1);
    assert_eq!(words(&card).matches("As it is.").count(), 1);
}

fn drawing_code_and_numbers_are_not_translated(kit: &Kit) {
    let (card, _gate) = live(kit);
    card.set_attribute("timeline", json!("both"));
    card.wait("part(card, 'timeline-graphic').querySelector('svg:not([aria-hidden])')");
    for selector in ["svg", "pre", "[part~=marker] span"] {
        let value = card.run_with(
            "return [...card.shadowRoot.querySelectorAll(args[0])].every((el) => el.closest('[translate=no]'))",
            json!([selector]),
        );
        assert_eq!(value, true, "{selector}");
    }
    translate(&card, "around");
    assert!(!card.part("marker").text().contains('«'));
}
