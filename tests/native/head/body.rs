//! What a card shows to those who skim: what is known, what a section holds, what is said once.

use serde_json::{Value, json};
use story_card::story::first_sentence;

use super::{drawn, sources};
use crate::html::{Element, card};
use crate::reading::{complete_story, file, read, read_with, runs};

#[test]
fn what_is_known_and_what_is_not_are_two_named_lists() {
    let block = json!({ "type": "known", "known": ["A"], "unknown": ["B", "C"] });
    let card = drawn(&json!({ "sections": [{ "headline": "H", "blocks": [block] }] }));
    assert_eq!(card.part("known").text(), "What we knowA");
    assert_eq!(card.part("unknown").text(), "What we don’t know yetBC");
    for part in ["known", "unknown"] {
        let part = card.part(part);
        let list = part.part("list").get("aria-label").expect("a name");
        assert_eq!(part.part("heading").text(), list);
    }
    let half = json!({ "type": "known", "unknown": ["B"] });
    let card = drawn(&json!({ "sections": [{ "headline": "H", "blocks": [half] }] }));
    assert!(card.parts("known")[0].get("hidden").is_some());
    let none = read_with(&json!({ "sections": [{ "blocks": [{ "type": "known" }] }] }));
    assert_eq!(none.problems[0].code, "missing-field");
}

#[test]
fn a_section_says_in_a_line_what_it_holds() {
    let blocks = json!(["First of all, it rained. Then it stopped.[1][2]", "It rained again.[1]"]);
    let row = |section: Value| {
        let card = drawn(&json!({ "sections": [section], "citation": sources(3, 3) }));
        card.part("section-summary").text()
    };
    let section = json!({ "headline": "H", "blocks": blocks });
    assert_eq!(row(section.clone()), "First of all, it rained. 2 sources");
    let mut summed = section;
    summed["summary"] = json!("It rained twice.");
    assert_eq!(row(summed), "It rained twice. 2 sources");
}

#[test]
fn a_sentence_ends_where_another_begins() {
    for (text, expected) in [
        ("It rained. Then it stopped.", "It rained."),
        ("It rained", "It rained"),
        ("The U.S. Senate met. It rose.", "The U.S. Senate met."),
        ("Mr. Smith spoke. He left.", "Mr. Smith spoke."),
        ("At 6.40 it ran aground. All are safe.", "At 6.40 it ran aground."),
        ("Why? Nobody knows.", "Why?"),
        ("雨が降った。止んだ。", "雨が降った。"),
        ("", ""),
    ] {
        assert_eq!(first_sentence(text), expected);
    }
}

#[test]
fn only_a_section_with_an_id_of_its_own_has_a_link() {
    let sections = json!([
        { "id": "rain", "headline": "Rain", "blocks": ["W"] },
        { "headline": "Sun", "blocks": ["W"] },
    ]);
    let card = drawn(&json!({ "sections": sections }));
    let links: Vec<_> = card.all().into_iter().filter(|e| e.get("data-to").is_some()).collect();
    let shown = |link: &&&Element| link.get("hidden").is_none();
    let to: Vec<_> = links.iter().filter(shown).map(|link| link.get("href")).collect();
    assert_eq!(to, [Some("#rain")]);
}

#[test]
fn a_first_section_without_a_headline_is_the_lead_where_there_is_none() {
    let sections = json!([{ "blocks": ["It rained.[1]"] }, { "headline": "H", "blocks": ["W"] }]);
    let fields = json!({ "sections": sections, "citation": sources(1, 1) });
    let card_ = drawn(&fields);
    assert!(card_.part("lead").text().starts_with("It"), "{}", card_.part("lead").text());
    assert_eq!(card_.part("lead").get("id"), Some("section-section-1"));
    let parts = card_.part("lead").get("part");
    assert_eq!(parts, Some("lead section section-open section-body"));
    let mut led = fields;
    led["description"] = json!("A lead.");
    assert_eq!(drawn(&led).part("lead").text(), "A lead.");
    let long = json!({ "sections": [{ "blocks": ["A", "B", "C", "D"] }] });
    assert!(drawn(&long).parts("lead")[0].get("hidden").is_some());
}

#[test]
fn words_pulled_out_of_the_story_have_marks_only_with_a_speaker() {
    let pulled = |more: Value| {
        let mut block = json!({ "type": "pullquote", "text": "a" });
        block.as_object_mut().expect("a block").extend(more.as_object().expect("more").clone());
        drawn(&json!({ "sections": [{ "headline": "H", "blocks": [block] }] }))
            .part("quote-text")
            .text()
    };
    assert_eq!(pulled(json!({})), "a");
    assert_eq!(pulled(json!({ "attribution": "Ada" })), "“a”");
}

#[test]
fn the_name_of_the_publisher_stands_once_in_the_rights() {
    let rights = |copyright: &str, credit: &str| {
        drawn(&json!({
            "publisher": { "name": "Gazette", "url": "https://gazette.example/" },
            "copyrightNotice": copyright, "creditText": credit,
        }))
        .part("rights")
        .text()
    };
    assert_eq!(rights("© 2026 Gazette", "Gazette"), "© 2026 Gazette");
    assert_eq!(rights("© 2026 Tidewire", "Tidewire"), "Gazette© 2026 Tidewire");
    assert_eq!(rights("© 2026 Gazette", "Tidewire"), "© 2026 GazetteTidewire");
}

#[test]
fn nothing_on_a_failed_card_interrupts() {
    assert!(!file("src/loading/status.rs").contains("\"alert\""));
}

#[test]
fn a_card_is_one_landmark() {
    let card = card(&complete_story());
    for element in card.all() {
        let is_named = element.get("aria-labelledby").is_some();
        let name = element.name.as_str();
        let is_landmark = name == "nav" || is_named && matches!(name, "section" | "aside");
        let part = element.get("part").unwrap_or_default();
        // The list of sources and the timeline are told in files of their own.
        assert!(!is_landmark || matches!(part, "sources" | "timeline"), "{name} {part}");
    }
}

#[test]
fn new_fields_of_the_complete_story_are_read() {
    let story = read(&complete_story()).story;
    let points: Vec<String> = story.key_points.iter().map(runs).collect();
    assert_eq!(points, ["What matters most.|#1.1", "What matters too."]);
    assert!(story.key_points_ai && story.urgent);
    let dated = story.sections[0].blocks_modified.iter().map(|(place, _)| *place);
    assert_eq!(dated.collect::<Vec<_>>(), [2]);
}
