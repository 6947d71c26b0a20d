//! The list of sources is as short as it can be, and all of it can be reached.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, Part, suite};

use crate::drawing::many;
use crate::notes::open_note;
use crate::stories::{show, show_with, with};

suite! {
    EVERYWHERE:
        source_is_one_line_until_it_is_opened,
        long_list_folds_and_unfolds,
        who_unfolds_by_keyboard_reads_on_at_what_came,
        short_list_is_whole,
        list_says_how_many_of_which_kinds,
        note_leads_to_a_source_that_is_folded,
        ways_back_are_one_stop_and_arrow_keys_go_on,
        ways_back_say_their_section;
}

fn of(count: usize) -> Value {
    let sources: Vec<Value> = (1..=count)
        .map(|n| json!({ "id": n.to_string(), "name": format!("Work {n}"), "publisher": format!("House {}", n % 3),
            "type": if n == 1 { "book" } else { "report" }, "text": format!("Words of {n}, relied on."),
            "url": "https://house.example/", "datePublished": "2024-03-04" }))
        .collect();
    with(json!({
        "description": format!("Said [{count}]."),
        "sections": [
            { "headline": "The flood", "blocks": ["First [1]. Second [1]."] },
            { "headline": "The day after", "blocks": ["Third [1]."] },
        ],
        "citation": sources,
    }))
}

const SHOWN: &str = "[...part(card, 'sources').querySelectorAll('li')].filter((el) => el.checkVisibility() && el.firstElementChild.getBoundingClientRect().height > 0).length";

fn source_is_one_line_until_it_is_opened(kit: &Kit) {
    let card = show(kit, &of(2));
    let entry = card.part("sources").inside("li");
    let folded = entry.seen_text();
    for words in ["House 1", "Work 1", "2024"] {
        assert!(folded.contains(words), "{words} in {folded}");
    }
    assert!(!folded.contains("Words of 1"), "{folded}");
    let low = entry.rect().height;
    card.page().pointer().press(&card.part("sources").inside("summary"));
    card.wait("part(card, 'sources').querySelector('details').open");
    assert!(entry.seen_text().contains("Words of 1, relied on."), "{}", entry.seen_text());
    assert!(entry.rect().height > low + 40.0);
}

fn long_list_folds_and_unfolds(kit: &Kit) {
    let card = show(kit, &of(20));
    card.wait(&format!("{SHOWN} === 6"));
    let button = card.part("sources").inside("button[aria-expanded]");
    assert_eq!(button.label(), "Show all 20 sources");
    card.page().pointer().press(&button);
    card.wait(&format!("{SHOWN} === 20"));
    assert_eq!(button.label(), "Show fewer sources");
    assert_eq!(button.attribute("aria-expanded"), "true");
    card.page().pointer().press(&button);
    card.wait(&format!("{SHOWN} === 6"));
}

/// Unfolds by a key, which leads to the first entry that came, and folds again.
#[track_caller]
fn turn_by_key(card: &Card<'_>, button: &Part<'_>, shown: &str) {
    card.run(&format!("kit.before = {shown}"));
    button.run("el.focus()");
    card.page().press_key("Enter");
    card.wait(&format!(
        "card.shadowRoot.activeElement === {shown}.find((el) => !kit.before.includes(el))"
    ));
    // It stays where it is when they go.
    button.run("el.focus()");
    card.page().press_key("Enter");
    card.wait(&format!("{shown}.length === kit.before.length"));
}

/// The button is behind what it shows: a screen reader would read on with what follows the list.
fn who_unfolds_by_keyboard_reads_on_at_what_came(kit: &Kit) {
    let mut story = of(20);
    story["timeline"] = many(40)["timeline"].clone();
    let card = show_with(kit, "timeline='list'", &story);
    card.wait(&format!("{SHOWN} === 6"));
    // The browser shows the focus of who goes by keyboard, and from then on.
    card.page().press_key("Tab");
    for (part, entry) in [("sources", "li"), ("timeline", "[part~=event]")] {
        let shown = format!(
            "[...part(card, '{part}').querySelectorAll('{entry}')].filter((el) => !el.ariaHidden)"
        );
        let button = card.part(part).inside("button[aria-expanded]");
        turn_by_key(&card, &button, &shown);
        assert_eq!(
            button.run("return el.getRootNode().activeElement === el"),
            json!(true),
            "{part}"
        );
    }
    // Not where the pointer rests decides, but what presses.
    for part in ["sources", "timeline"] {
        let shown = format!(
            "[...part(card, '{part}').querySelectorAll('li')].filter((el) => !el.ariaHidden)"
        );
        let button = card.part(part).inside("button[aria-expanded]");
        card.page().pointer().move_to(&button);
        turn_by_key(&card, &button, &shown);
        // A press that the pointer begins keeps the focus, wherever it is told from.
        button.run("el.focus(); el.dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true, composed: true }))");
        card.wait(&format!("{shown}.length > kit.before.length"));
        card.page().settle();
        assert_eq!(
            button.run("return el.getRootNode().activeElement === el"),
            json!(true),
            "{part}"
        );
        button.run("el.click()");
        card.wait(&format!("{shown}.length === kit.before.length"));
    }
    // Who points sees both.
    let button = card.part("sources").inside("button[aria-expanded]");
    card.page().pointer().press(&button);
    card.wait(&format!("{SHOWN} === 20"));
    assert_eq!(card.run("return card.shadowRoot.activeElement?.localName !== 'li'"), json!(true));
}

fn short_list_is_whole(kit: &Kit) {
    let card = show(kit, &of(6));
    card.wait(&format!("{SHOWN} === 6"));
    assert!(!card.part("sources").inside("button[aria-expanded]").is_shown());
}

fn list_says_how_many_of_which_kinds(kit: &Kit) {
    let text = show(kit, &of(20)).part("sources").seen_text();
    assert!(text.contains("Sources (20)"), "{text}");
    assert!(text.contains("3 publishers; 1 book, 19 reports"), "{text}");
}

fn note_leads_to_a_source_that_is_folded(kit: &Kit) {
    let card = show(kit, &of(20));
    card.wait(&format!("{SHOWN} === 6"));
    card.page().pointer().press(&card.part("marker"));
    open_note(&card).inside("button[data-go]").run("el.click()");
    card.wait("card.shadowRoot.activeElement === part(card, 'sources').querySelectorAll('li')[19]");
    card.wait(&format!("{SHOWN} === 7"));
    assert!(card.part("sources").seen_text().contains("Words of 20, relied on."));
}

const WAYS: &str = "[...part(card, 'sources').querySelector('li').querySelectorAll('button')]";

fn opened(kit: &Kit) -> Card<'_> {
    let card = show(kit, &of(2));
    card.part("sources").run("el.querySelector('details').open = true");
    card
}

fn ways_back_are_one_stop_and_arrow_keys_go_on(kit: &Kit) {
    let card = opened(kit);
    let texts = card.run(&format!("return {WAYS}.map((el) => el.textContent)"));
    assert_eq!(texts, json!(["a", "b", "c"]));
    let stops =
        format!("return {WAYS}.filter((el) => el.tabIndex === 0).map((el) => el.textContent)");
    assert_eq!(card.run(&stops), json!(["a"]));
    card.run(&format!("{WAYS}[0].focus()"));
    for (key, at) in [("ArrowRight", 1), ("ArrowDown", 2), ("ArrowRight", 2), ("ArrowLeft", 1)] {
        card.page().press_key(key);
        card.wait(&format!("card.shadowRoot.activeElement === {WAYS}[{at}]"));
    }
    assert_eq!(card.run(&stops), json!(["b"]));
}

fn ways_back_say_their_section(kit: &Kit) {
    let card = opened(kit);
    let titles = card.run(&format!("return {WAYS}.map((el) => el.title)"));
    assert_eq!(titles, json!(["The flood", "The flood", "The day after"]));
}
