//! Ids, headings, and what belongs to what.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{body, card_with, demo_stories};
use crate::html::{Element, card};
use crate::reading::complete_story;

fn stories() -> Vec<(&'static str, Value)> {
    let mut stories = demo_stories();
    stories.push(("complete", complete_story()));
    stories
}

#[test]
fn every_id_is_there_once_and_whatever_points_to_one_finds_it() {
    for (name, story) in stories() {
        let card = card(&story);
        let mut ids = BTreeSet::new();
        for element in card.all() {
            if let Some(id) = element.get("id") {
                assert!(ids.insert(id), "{name}: {id} is there twice");
            }
        }
        assert!(ids.len() > 5, "{name} has ids");
        let pointing =
            ["aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "for"];
        for element in card.all() {
            for id in pointing.iter().filter_map(|name| element.get(name)) {
                assert!(ids.contains(id), "{name}: nothing has the id {id}");
            }
        }
    }
}

#[test]
fn ids_of_sections_never_meet_those_of_the_card() {
    let names = [
        "headline",
        "sources",
        "timeline",
        "related",
        "corrections",
        "about",
        "cite-1-1",
        "note-1",
        "event-1",
        "source-1",
    ];
    let sections: Vec<_> =
        names.iter().map(|id| json!({ "id": id, "headline": id, "blocks": ["W.[1]"] })).collect();
    let card = card_with(&json!({
        "sections": sections, "citation": [{ "id": 1, "name": "N" }],
        "timeline": { "events": [{ "date": "2020", "text": "W" }] },
    }));
    let ids: Vec<&str> = card.all().into_iter().filter_map(|element| element.get("id")).collect();
    let unique: BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "{ids:?}");
}

fn level(element: &Element) -> Option<u32> {
    let level = element.name.strip_prefix('h')?;
    level.parse().ok()
}

#[test]
fn headings_begin_at_the_headline_and_skip_no_level() {
    for (name, story) in stories() {
        let card = card(&story);
        let levels: Vec<u32> = card.shown().into_iter().filter_map(level).collect();
        assert_eq!(levels.first(), Some(&2), "{name}: the headline");
        assert_eq!(levels.iter().filter(|level| **level == 2).count(), 1, "{name}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{name}: {levels:?}");
    }
}

#[test]
fn a_heading_says_something() {
    for (name, story) in stories() {
        for heading in card(&story).shown().into_iter().filter(|element| level(element).is_some()) {
            assert!(!heading.text().trim().is_empty(), "{name}: {heading:?}");
        }
    }
}

#[test]
fn corrections_stand_above_the_body_and_sources_below_it() {
    let parts: Vec<String> = card(&complete_story())
        .shown()
        .into_iter()
        .filter_map(|element| element.get("part").map(str::to_owned))
        .collect();
    let place = |part: &str| {
        parts.iter().position(|other| other == part).unwrap_or_else(|| panic!("{part}: {parts:?}"))
    };
    let order =
        ["badge", "headline", "lead", "corrections", "sections", "timeline", "sources", "related"];
    let places = order.map(place);
    assert!(places.is_sorted(), "{order:?} at {places:?}");
    assert!(place("disclosure") < place("sections"), "the notice is read before the story");
}

#[test]
fn a_marker_opens_the_note_of_its_source_and_is_named_by_it() {
    let sources =
        json!([{ "id": 1, "name": "One", "publisher": "Press" }, { "id": 2, "name": "Two" }]);
    let card = card_with(&json!({ "citation": sources, "description": "A.[2] B.[1][2]" }));
    let markers: Vec<_> = card.parts("marker");
    let seen: Vec<_> = markers
        .iter()
        .map(|marker| {
            (
                marker.text(),
                marker.get("aria-label").unwrap_or_default().to_owned(),
                marker.name.clone(),
            )
        })
        .collect();
    let named =
        |number: &str, label: &str| (format!("[{number}]"), label.to_owned(), "button".to_owned());
    assert_eq!(seen, [named("2", "2, Two"), named("1", "1, Press"), named("2", "2, Two")]);
    for (marker, title) in markers.into_iter().zip(["Two", "One", "Two"]) {
        let target = marker.get("popovertarget").expect("a target");
        let note = card
            .all()
            .into_iter()
            .find(|element| element.get("id") == Some(target))
            .expect("a note");
        assert_eq!(note.get("aria-label"), Some(title));
        assert!(note.get("popover").is_some(), "{note:?}");
    }
}

#[test]
fn a_marker_never_starts_a_line() {
    let card = card_with(
        &json!({ "citation": [{ "id": 1, "name": "N" }], "description": "Some words [1]." }),
    );
    let marker = card.part("lead").text();
    assert_eq!(marker, "Some words[1].");
}

#[test]
fn a_line_separator_breaks_the_line_and_a_line_feed_does_not() {
    let text = "12 Quay\u{2028}Old *Port\u{2028}North*[1]\nand\u{2028}far";
    let card = card_with(&json!({ "citation": [{ "id": 1, "name": "N" }], "description": text }));
    let lead = card.part("lead");
    let breaks = lead.all().iter().filter(|element| element.name == "br").count();
    assert_eq!(breaks, 3);
    assert_eq!(lead.text(), "12 Quay\u{2028}Old Port\u{2028}North\u{2060}[1] and\u{2028}far");
    // Where there is one line, a space stands for it.
    let story = json!({ "sections": [{ "headline": "S", "blocks": ["12 Quay\u{2028}Port."] }] });
    let gist = card_with(&story).all().iter().find(|el| el.name == "summary").map(|el| el.text());
    assert!(gist.as_deref().is_some_and(|gist| gist.contains("12 Quay Port.")), "{gist:?}");
}

#[test]
fn a_section_without_a_headline_stands_open_and_others_fold() {
    let sections = json!([{ "blocks": ["Bare."] }, { "headline": "Folds", "blocks": ["Folded."] }]);
    let card = card_with(&json!({ "sections": sections }));
    let tags: Vec<_> = card.parts("section").iter().map(|section| section.name.clone()).collect();
    assert_eq!(tags, ["div", "details"]);
    let open: Vec<_> = card.parts("section-open").iter().map(|section| section.text()).collect();
    assert_eq!(open, ["Bare."]);
    assert_eq!(card_with(&body(&json!(["W"]))).parts("section-open").len(), 1);
}

#[test]
fn a_pull_quote_is_kept_from_those_who_hear_the_card() {
    let quotes = json!([{ "type": "quote", "text": "New words." }, { "type": "pullquote", "text": "Old words." }]);
    let card = card_with(&body(&quotes));
    let spoken: Vec<_> =
        card.parts("quote").iter().map(|quote| quote.get("aria-hidden") != Some("true")).collect();
    assert_eq!(spoken, [true, false]);
}

#[test]
fn a_table_has_columns_and_a_name() {
    let table = json!([{ "type": "table", "caption": "By year", "header": ["Year", "Feet"], "rows": [["1901", "7"]] }]);
    let card = card_with(&body(&table));
    let table = card.part("table");
    let columns = table.shown().into_iter().filter(|element| element.get("scope") == Some("col"));
    assert_eq!(columns.count(), 2);
    let caption =
        table.shown().into_iter().find(|element| element.name == "caption").expect("a caption");
    assert_eq!(caption.text(), "By year");
}

#[test]
fn what_stands_beneath_a_picture_is_shown_as_far_as_there_is_any() {
    let beneath = |fields: Value| {
        let mut picture = json!({ "type": "image", "url": "https://x.example/a.png", "alt": "A" });
        picture
            .as_object_mut()
            .expect("an object")
            .extend(fields.as_object().expect("one").clone());
        let card = card_with(&body(&json!([picture])));
        let shown = card.shown().into_iter().find(|element| element.name == "figcaption");
        shown.map(|caption| caption.text().trim().to_owned())
    };
    assert_eq!(beneath(json!({})), None);
    assert_eq!(beneath(json!({ "caption": "The weir" })).as_deref(), Some("The weir"));
    assert_eq!(beneath(json!({ "creditText": "Ada" })).as_deref(), Some("Ada"));
}

#[test]
fn a_button_does_not_send_a_form_and_has_a_name() {
    for (name, story) in stories() {
        for button in card(&story).all().into_iter().filter(|element| element.name == "button") {
            assert_eq!(button.get("type"), Some("button"), "{name}: {button:?}");
            let is_named = button.get("aria-label").is_some_and(|label| !label.is_empty())
                || button.get("hidden").is_some();
            assert!(is_named || !button.text().trim().is_empty(), "{name}: {button:?}");
        }
    }
}

#[test]
fn a_bare_story_shows_its_headline_and_nothing_else() {
    let card = card_with(&json!({}));
    assert_eq!(card.text().trim(), "A headline");
}

#[test]
fn a_story_without_language_lets_its_letters_decide() {
    let direction = |fields: &Value| card_with(fields).part("card").get("dir").map(str::to_owned);
    assert_eq!(direction(&json!({})).as_deref(), Some("auto"));
    assert_eq!(direction(&json!({ "inLanguage": "ar" })).as_deref(), Some("rtl"));
    assert_eq!(direction(&json!({ "inLanguage": "de" })).as_deref(), Some("ltr"));
}
