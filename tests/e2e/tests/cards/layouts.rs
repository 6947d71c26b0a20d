//! How a card is laid out: in one column or two, or as a teaser.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::notes::open_note;
use crate::stories::{cited, show_with, with};

suite! {
    EVERYWHERE:
        second_column_comes_where_there_is_room_or_is_wanted,
        timeline_stays_in_view_beside_a_long_story,
        index_opens_its_section,
        index_marks_the_section_that_is_read,
        index_of_a_card_that_was_a_teaser_marks_it_too,
        short_story_has_no_index,
        teaser_is_the_head_alone,
        note_of_a_teaser_leads_to_no_list,
        teaser_becomes_the_whole_card_and_back;
}

fn long() -> Value {
    let section = |n: usize| {
        json!({
            "id": format!("s{n}"), "headline": format!("Section number {n}"),
            "open": n < 3,
            "blocks": vec!["The tug has gone back to its berth. ".repeat(20); 6],
        })
    };
    with(json!({
        "description": "The lead, and its proof.[1]",
        "sections": (1..=4).map(section).collect::<Vec<_>>(),
        "citation": [{ "id": "1", "name": "A work", "text": "Its words." }],
        "timeline": { "events": [
            { "date": "2019", "headline": "Before" }, { "date": "2024", "headline": "After" },
        ] },
    }))
}

/// Whether the timeline stands beside the lead.
const BESIDE: &str = "part(card, 'timeline').getBoundingClientRect().left >= part(card, 'lead').getBoundingClientRect().right";

#[track_caller]
fn assert_columns(card: &Card<'_>, pixels: usize, columns: usize) {
    card.run_with("card.style.inlineSize = `${args[0]}px`", json!([pixels]));
    card.wait(&format!("({BESIDE}) === {}", columns == 2));
    let over = card.run("return card.scrollWidth > card.clientWidth");
    assert_eq!(over, false, "{columns} columns at {pixels} px");
}

fn second_column_comes_where_there_is_room_or_is_wanted(kit: &Kit) {
    for (layout, columns) in [
        ("auto", [1, 1, 2, 2]),
        ("odd", [1, 1, 2, 2]),
        ("one", [1, 1, 1, 1]),
        ("two", [1, 2, 2, 2]),
    ] {
        let card = show_with(kit, &format!("layout='{layout}'"), &long());
        card.page().run("document.documentElement.style.fontSize = '16px'");
        for (pixels, columns) in [500, 700, 900, 1200].into_iter().zip(columns) {
            assert_columns(&card, pixels, columns);
        }
    }
}

fn timeline_stays_in_view_beside_a_long_story(kit: &Kit) {
    let card = show_with(kit, "style='inline-size: 1000px'", &long());
    card.wait(BESIDE);
    card.page().run("scrollTo(0, 900)");
    card.wait(
        "(() => { const { top, bottom } = part(card, 'timeline').getBoundingClientRect();
           return top >= 0 && bottom <= innerHeight; })()",
    );
}

fn index_opens_its_section(kit: &Kit) {
    let card = show_with(kit, "style='inline-size: 1000px'", &long());
    card.wait("part(card, 'index').checkVisibility()");
    let link = "[...part(card, 'index').querySelectorAll('a')]";
    assert_eq!(card.run(&format!("return {link}.length")), json!(4));
    card.page().pointer().press(&card.part("index").inside("li:last-child a"));
    card.wait("parts(card, 'section').at(-1).open");
    card.wait("card.shadowRoot.activeElement?.textContent.includes('Section number 4')");
    card.run("card.style.inlineSize = '400px'");
    card.wait("!part(card, 'index').checkVisibility()");
}

fn index_marks_the_section_that_is_read(kit: &Kit) {
    let card = show_with(kit, "open='all'", &long());
    card.page().resize(1400, 800);
    card.wait("part(card, 'index').checkVisibility()");
    let current = "[...part(card, 'index').querySelectorAll('[aria-current=true]')].map(tidy)[0]";
    let current = current.replace("tidy", "(link) => tidy(link.textContent)");
    let read = |section: usize| {
        card.run_with("parts(card, 'section')[args[0]].scrollIntoView()", json!([section]));
        card.wait(&format!("{current} === 'Section number {}'", section + 1));
    };
    [2, 0, 3].into_iter().for_each(read);
    // Above the first one none is read.
    card.page().run("scrollTo(0, 0)");
    card.run("card.style.marginBlockStart = '100vh'");
    card.wait(&format!("{current} === undefined"));
}

fn index_of_a_card_that_was_a_teaser_marks_it_too(kit: &Kit) {
    let card = show_with(kit, "open='all' layout='teaser'", &long());
    card.page().resize(1400, 800);
    card.set("layout", json!("auto"));
    card.wait("part(card, 'index').checkVisibility()");
    card.run("parts(card, 'section')[1].scrollIntoView()");
    card.wait("part(card, 'index').querySelectorAll('[aria-current=true]').length === 1");
}

fn short_story_has_no_index(kit: &Kit) {
    let mut story = long();
    story["sections"].as_array_mut().expect("sections").truncate(2);
    let card = show_with(kit, "style='inline-size: 1000px'", &story);
    card.wait(BESIDE);
    assert!(!card.part("index").is_shown());
}

fn teaser_is_the_head_alone(kit: &Kit) {
    let card = show_with(kit, "layout='teaser'", &long());
    for part in ["headline", "trust", "lead", "marker"] {
        assert!(card.part(part).is_shown(), "{part}");
    }
    for part in ["section", "timeline", "sources", "byline", "dates", "toggle-all"] {
        assert_eq!(card.count(part), 0, "{part}");
    }
    assert_eq!(card.part("trust").run("return el.querySelectorAll('button').length"), json!(0));
    assert_eq!(card.page().details("story-card-load")[0]["sections"], json!(4));
    card.page().pointer().press(&card.part("marker"));
    card.wait("part(card, 'popover').matches(':popover-open')");
    assert!(card.part("popover").seen_text().contains("Its words."));
}

fn note_of_a_teaser_leads_to_no_list(kit: &Kit) {
    let story = with(json!({ "description": "Said [1].", "citation": cited()["citation"] }));
    for (layout, count) in [("teaser", 0), ("auto", 1)] {
        let card = show_with(kit, &format!("layout='{layout}'"), &story);
        card.page().pointer().press(&card.part("marker"));
        open_note(&card);
        let ways = "[...part(card, 'popover').querySelectorAll('button')].filter((button) => !button.part.contains('close') && button.checkVisibility())";
        assert_eq!(card.run(&format!("return {ways}.length")), count, "{layout}");
    }
}

fn teaser_becomes_the_whole_card_and_back(kit: &Kit) {
    let card = show_with(kit, "layout='teaser'", &long());
    card.run("card.layout = 'auto'");
    card.wait("parts(card, 'section').length === 4 && part(card, 'timeline').checkVisibility()");
    card.run("card.expandAll()");
    card.wait("parts(card, 'section').every((el) => el.open)");
    card.run("card.layout = 'teaser'");
    card.wait("parts(card, 'section').length === 0 && part(card, 'headline').checkVisibility()");
    card.run("card.removeAttribute('layout')");
    card.wait(
        "parts(card, 'section').every((el) => el.open) && parts(card, 'section').length === 4",
    );
    assert_eq!(card.state(), "ready");
    assert_eq!(card.page().details("story-card-error").len(), 0);
}
