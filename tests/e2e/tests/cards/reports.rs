//! Faults that people reported of comparable software, tried on the card.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Gate, Kit, suite};

use crate::drawing::{drawn, of};
use crate::notes::open_note;
use crate::refresh::HURRY;
use crate::stories::{cited, folding, of_blocks, with};

suite! {
    EVERYWHERE:
        translated_headline_that_stays_keeps_the_card,
        drawing_turns_with_the_direction_of_the_story,
        figures_keep_their_order_in_a_table_from_right_to_left,
        card_that_is_moved_opens_its_note_again,
        page_that_scrolls_smoothly_comes_to_the_section;
}

/// fishjar/kiss-translator 648: every update throws the reader of a translated page away.
fn translated_headline_that_stays_keeps_the_card(kit: &Kit) {
    let gate = Gate::new();
    let story = |words: &str| {
        with(json!({ "id": "live", "headline": "As it happens", "description": words }))
    };
    let answers = vec![Answer::json(&story("One.")), Answer::json(&story("Two.")).behind(&gate)];
    let url = kit.server.answers(answers);
    let tag = format!("<story-card src='{url}' refresh='15' timeout='14'></story-card>");
    let card = kit.page(HURRY, &tag).card().ready();
    card.run(
        "const font = document.createElement('font'); font.textContent = 'En direct';
         part(card, 'headline').replaceChildren(font); part(card, 'card').isFirst = true;",
    );
    gate.open();
    card.page().wait_for_event("story-card-update");
    card.wait("tidy(part(card, 'lead').textContent) === 'Two.'");
    card.page().settle();
    assert_eq!(card.run("return part(card, 'card').isFirst === true"), true);
    assert_eq!(card.part("headline").text(), "En direct");
}

/// julianpoy/RecipeSage 1112: the direction of the language before stays.
fn drawing_turns_with_the_direction_of_the_story(kit: &Kit) {
    let years = |language: &str| {
        let event = |year: &str| json!({ "date": year, "headline": year });
        let mut story = of(["2020", "2021", "2022", "2023"].map(event).into());
        story["inLanguage"] = json!(language);
        story
    };
    let order = "[...card.shadowRoot.querySelectorAll('[part~=timeline-graphic] [role=link]')]
        .map((mark) => mark.getBoundingClientRect().left)";
    let card = drawn(kit, "timeline='graphic'", &years("ar"));
    card.wait(&format!("(({{ 0: first, 3: last }}) => first > last)({order})"));
    card.set("story", years("en"));
    card.wait(&format!("(({{ 0: first, 3: last }}) => first < last)({order})"));
    card.set("story", years("he"));
    card.wait(&format!("(({{ 0: first, 3: last }}) => first > last)({order})"));
}

/// handsontable 9187: signs and groups of digits change places.
fn figures_keep_their_order_in_a_table_from_right_to_left(kit: &Kit) {
    let rows: Value = ["-3.5%", "1 234,5", "+1 555 123"].map(|figure| json!(["א", figure])).into();
    let mut story = of_blocks(json!([{ "type": "table", "header": ["א", "ב"], "rows": rows }]));
    story["inLanguage"] = json!("he");
    let card = crate::stories::show_with(kit, "open='all'", &story);
    let places = card.part("table").run(
        "return [...el.querySelectorAll('td:last-child')].map((cell) => {
           const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
           const text = walker.nextNode();
           return [...text.data].map((_, at) => {
             const range = new Range(); range.setStart(text, at); range.setEnd(text, at + 1);
             return Math.round(range.getBoundingClientRect().left);
           });
         })",
    );
    for figure in places.as_array().expect("cells") {
        let lefts: Vec<i64> =
            figure.as_array().expect("letters").iter().filter_map(Value::as_i64).collect();
        assert!(lefts.len() > 4 && lefts.is_sorted(), "{lefts:?}");
    }
}

/// hotwired/turbo 868: an element that is kept goes over into the new body.
fn card_that_is_moved_opens_its_note_again(kit: &Kit) {
    let url = kit.story(&cited());
    let page =
        kit.host(&format!("<main><story-card src='{url}'></story-card></main><aside></aside>"));
    let card = page.card().ready();
    page.pointer().press(&card.part("marker"));
    open_note(&card);
    page.run("find('aside').append(find('story-card'))");
    card.wait("!parts(card, 'popover').some((el) => el.matches(':popover-open'))");
    page.pointer().press(&card.part("marker"));
    open_note(&card);
    assert_eq!(card.count("marker-active"), 1);
}

/// Inwerpsel/use-theme-editor 60: smooth scrolling ends halfway.
fn page_that_scrolls_smoothly_comes_to_the_section(kit: &Kit) {
    let url = kit.story(&folding());
    let page = kit.host(&format!(
        "<style>html {{ scroll-behavior: smooth; scroll-padding-top: 110px }}</style>
         <p style='block-size: 1500px'></p><story-card loading='eager' src='{url}'></story-card>
         <p style='block-size: 3000px'></p>"
    ));
    let card = page.card().ready();
    page.run("location.hash = 'story-card:three'");
    card.wait("Math.abs(parts(card, 'section')[2].getBoundingClientRect().top - 110) < 3");
    page.settle();
    page.settle();
    card.wait("Math.abs(parts(card, 'section')[2].getBoundingClientRect().top - 110) < 3");
}
