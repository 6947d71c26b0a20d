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
        note_of_neighbours_lists_all_and_the_pressed_one_first,
        note_says_which_of_how_many,
        next_and_previous_go_round_by_keyboard,
        single_note_has_no_steps,
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

fn note_of_neighbours_lists_all_and_the_pressed_one_first(kit: &Kit) {
    let card = show(kit, &nine("Said [1][2][3]."));
    press(&card, 1);
    assert_eq!(publishers(&card), json!(["House 2", "House 1", "House 3"]));
    let detail = card.page().wait_for_event("story-card-cite");
    assert_eq!(detail["id"], json!("2"));
}

fn note_says_which_of_how_many(kit: &Kit) {
    let card = show(kit, &nine("Said [1-5]."));
    let seen = press(&card, 0).seen_text();
    for words in ["1 of 5", "3 of 5", "5 of 5"] {
        assert!(seen.contains(words), "{words} in {seen}");
    }
}

fn next_and_previous_go_round_by_keyboard(kit: &Kit) {
    let card = show(kit, &nine("Said [1-5]."));
    let note = press(&card, 0);
    note.inside("[aria-label='Next source']").run("el.focus()");
    let at = "(() => { const el = card.shadowRoot.activeElement;
        return [el.ariaLabel, el.closest('[role=group]')?.ariaLabel].join(' of '); })()";
    for publisher in [2, 3, 4, 5, 1] {
        card.page().press_key("Enter");
        card.wait(&format!("{at} === 'Next source of Source {publisher}: House {publisher}'"));
        // What has the focus is in view, in the note.
        let is_in_view = card.run(
            "const el = card.shadowRoot.activeElement.getBoundingClientRect();
             const note = card.shadowRoot.activeElement.closest('[popover]').getBoundingClientRect();
             return el.top >= note.top - 1 && el.bottom <= note.bottom + 1;",
        );
        assert_eq!(is_in_view, true, "House {publisher}");
    }
    open_note(&card);
}

fn single_note_has_no_steps(kit: &Kit) {
    let card = show(kit, &nine("Said [4]."));
    let note = press(&card, 0);
    assert_eq!(note.run("return el.querySelector('[aria-label=\"Next source\"]')"), json!(null));
    assert!(!note.seen_text().contains("1 of 1"));
}

fn range_is_spoken_as_one(kit: &Kit) {
    let card = show(kit, &nine("Said [1-5]."));
    assert_eq!(card.part("marker").role(), "button");
    assert_eq!(card.part("marker").label(), "Sources 1-5");
}

fn way_back_finds_a_mention_in_a_range(kit: &Kit) {
    let card = show(kit, &nine("Said [1-5]."));
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
    current(&["Back to mention 2 of source 1"]);
    card.page().press_key("Escape");
    press(&card, 2);
    current(&[
        "Back to mention 1 of source 2",
        "Back to mention 1 of source 3",
        "Back to mention 1 of source 4",
        "Back to mention 1 of source 5",
    ]);
}
