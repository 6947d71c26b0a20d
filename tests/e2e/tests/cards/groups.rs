//! Neighbouring citations: several markers with one note, or one marker for many.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::notes::{open_note, wait_until_closed};
use crate::stories::{show, with};

suite! {
    EVERYWHERE:
        more_than_three_neighbours_fold_to_a_range,
        gaps_in_a_range_are_kept,
        three_neighbours_stay_side_by_side,
        note_of_neighbours_lists_all_in_the_order_of_the_text,
        source_that_was_pressed_is_in_view,
        single_note_has_no_number,
        range_is_spoken_as_one,
        way_back_finds_a_mention_in_a_range,
        each_mention_in_a_range_is_counted,
        digits_follow_the_language,
        persian_digits_follow_the_language,
        range_runs_with_the_text,
        note_says_how_often_its_source_is_cited,
        count_in_the_note_leads_to_the_list,
        way_back_one_came_by_is_pointed_out;
}

/// A story whose lead is this text, with nine sources.
fn nine(lead: &str) -> Value {
    let sources: Vec<Value> = (1..=9)
        .map(|n| json!({ "id": n.to_string(), "name": format!("Work {n}"), "publisher": format!("House {n}") }))
        .collect();
    with(json!({ "description": lead, "citation": sources }))
}

fn press<'k>(card: &Card<'k>, index: usize) -> story_card_e2e::Part<'k> {
    card.page().pointer().press(&card.nth("marker", index));
    open_note(card)
}

/// The publishers a note shows, in order.
fn publishers(card: &Card<'_>) -> Value {
    open_note(card).run(
        "return [...el.querySelectorAll('[part~=source-publisher]')].map((p) => tidy(p.textContent))",
    )
}

fn more_than_three_neighbours_fold_to_a_range(kit: &Kit) {
    for lead in ["Said [1][2][3][4][5].", "Said [1-5].", "Said [5, 3, 1][2] [4]."] {
        let card = show(kit, &nine(lead));
        assert_eq!(card.texts("marker"), ["[1-5]"], "{lead}");
        press(&card, 0);
        assert_eq!(
            publishers(&card),
            json!(["House 1", "House 2", "House 3", "House 4", "House 5"]),
            "{lead}",
        );
    }
}

fn gaps_in_a_range_are_kept(kit: &Kit) {
    let card = show(kit, &nine("Said [9][1][2][3][7][6]."));
    assert_eq!(card.texts("marker"), ["[1-3, 6, 7, 9]"]);
}

fn three_neighbours_stay_side_by_side(kit: &Kit) {
    let card = show(kit, &nine("Said [1][2][3]."));
    assert_eq!(card.texts("marker"), ["[1]", "[2]", "[3]"]);
}

fn note_of_neighbours_lists_all_in_the_order_of_the_text(kit: &Kit) {
    let card = show(kit, &nine("Said [1][2][3]."));
    press(&card, 1);
    assert_eq!(publishers(&card), json!(["House 1", "House 2", "House 3"]));
    let pressed = "return tidy(el.querySelector('[aria-current]').textContent)";
    assert!(open_note(&card).run(pressed).as_str().is_some_and(|text| text.contains("House 2")));
    let detail = card.page().wait_for_event("story-card-cite");
    assert_eq!(detail["id"], json!("2"));
}

fn source_that_was_pressed_is_in_view(kit: &Kit) {
    let mut story = nine("Said [1][2][3].");
    for source in story["citation"].as_array_mut().expect("a list") {
        source["text"] = json!("Words relied on, and more of them. ".repeat(20));
    }
    let card = show(kit, &story);
    let note = press(&card, 2);
    card.page().settle();
    let is_in_view = note.run(
        "const pressed = el.querySelector('[aria-current]').getBoundingClientRect();
         const note = el.getBoundingClientRect();
         return pressed.top >= note.top - 1 && pressed.top < note.top + note.height / 2;",
    );
    assert_eq!(is_in_view, true);
}

fn single_note_has_no_number(kit: &Kit) {
    let card = show(kit, &nine("Said [4]."));
    let note = press(&card, 0);
    assert!(!note.seen_text().contains("[4]"), "{}", note.seen_text());
}

fn range_is_spoken_as_one(kit: &Kit) {
    let card = show(kit, &nine("Said [1-5]."));
    assert_eq!(card.part("marker").role(), "button");
    assert_eq!(card.part("marker").label(), "Sources 1-5");
}

fn way_back_finds_a_mention_in_a_range(kit: &Kit) {
    let card = show(kit, &nine("Said [1-5]."));
    card.part("sources").run("for (const line of el.querySelectorAll('details')) line.open = true");
    let back = "[...part(card, 'sources').querySelectorAll('li')[3].querySelectorAll('button')][0]";
    card.run(&format!("{back}.focus()"));
    card.page().press_key("Enter");
    card.wait("card.shadowRoot.activeElement === part(card, 'marker')");
}

fn each_mention_in_a_range_is_counted(kit: &Kit) {
    let card = show(kit, &nine("Said [1-5]."));
    assert_eq!(card.page().wait_for_event("story-card-load")["citations"], json!(5));
}

fn in_language(language: &str, lead: &str) -> Value {
    let mut story = nine(lead);
    story["inLanguage"] = json!(language);
    story
}

fn digits_follow_the_language(kit: &Kit) {
    let card = show(kit, &in_language("ar-EG", "قيل [1-5] ثم [7]."));
    assert_eq!(card.texts("marker"), ["[١-٥]", "[٧]"]);
    assert!(card.part("sources").inside("li").text().starts_with('١'));
    let german = show(kit, &in_language("de", "Gesagt [7]."));
    assert_eq!(german.texts("marker"), ["[7]"]);
}

fn persian_digits_follow_the_language(kit: &Kit) {
    let card = show(kit, &in_language("fa", "گفته شد [4][5][6]."));
    assert_eq!(card.texts("marker"), ["[۴]", "[۵]", "[۶]"]);
}

fn range_runs_with_the_text(kit: &Kit) {
    // Where the first and the last number of the marker stand.
    let ends = "return [...el.querySelectorAll('bdi')].map((number) => number.getBoundingClientRect().left);";
    for (language, is_leftward) in [("ar-EG", true), ("fa", true), ("he", true), ("en", false)] {
        let card = show(kit, &in_language(language, "قيل [1-5] ثم."));
        let ends = card.part("marker").run(ends);
        let (first, last) = (ends[0].as_f64().expect("x"), ends[1].as_f64().expect("x"));
        assert_eq!(first > last, is_leftward, "{language}: {ends}");
    }
}

fn note_says_how_often_its_source_is_cited(kit: &Kit) {
    let card = show(kit, &nine("One [1]. Two [1]. Three [2]."));
    assert!(press(&card, 0).seen_text().contains("Cited 2 times"));
    card.page().press_key("Escape");
    wait_until_closed(&card);
    assert!(press(&card, 2).seen_text().contains("Cited once"));
}

fn count_in_the_note_leads_to_the_list(kit: &Kit) {
    let card = show(kit, &nine("One [1]. Two [1]. Three [2]."));
    let note = press(&card, 2);
    note.inside("button[data-go]").run("el.focus()");
    card.page().press_key("Enter");
    card.wait("card.shadowRoot.activeElement === part(card, 'sources').querySelectorAll('li')[1]");
    wait_until_closed(&card);
}

fn way_back_one_came_by_is_pointed_out(kit: &Kit) {
    let card = show(kit, &nine("One [1]. Two [1]. Three [2-5]."));
    let current = |expected: &[&str]| {
        card.wait(&format!(
            "JSON.stringify([...part(card, 'sources').querySelectorAll('[aria-current]')].map((el) => el.ariaLabel)) === JSON.stringify({})",
            json!(expected),
        ));
    };
    current(&[]);
    press(&card, 1);
    current(&["Back to mention b of source 1"]);
    card.page().press_key("Escape");
    press(&card, 2);
    current(&[
        "Back to mention a of source 2",
        "Back to mention a of source 3",
        "Back to mention a of source 4",
        "Back to mention a of source 5",
    ]);
}
