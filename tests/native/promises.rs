//! The promises of reliability that need no browser, each by its number.

mod fuzz;
mod json_texts;
mod links;
mod texts;

use serde_json::{Value, json};

use crate::hostile;

/// The complete story and the demo stories.
pub fn stories() -> Vec<Value> {
    let names = ["iraq-strike", "sea-level", "ferry-breaking"];
    let demo = |name| {
        let text = crate::reading::file(&format!("static/stories/{name}.json"));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
    };
    names.map(demo).into_iter().chain([crate::reading::complete_story()]).collect()
}

#[test]
fn the_lists_are_long_enough_and_have_no_entry_twice() {
    for (name, list, least) in [
        ("scripts", hostile::SCRIPTS, 300),
        ("urls", hostile::URLS, 200),
        ("dates", hostile::DATES, 100),
        ("marks", hostile::MARKS, 100),
        ("json_texts", hostile::JSON_TEXTS, 150),
    ] {
        let mut entries = hostile::all(list);
        let count = entries.len();
        assert!(count >= least, "{name} has {count} of {least}");
        entries.sort();
        entries.dedup();
        assert_eq!(entries.len(), count, "{name} has an entry twice");
    }
    let harmless = hostile::all(hostile::SCRIPTS).into_iter().filter(|text| !text.contains("FIRE"));
    assert!(harmless.count() < 15, "nearly every script fires if it can");
}

#[test]
fn p34_hostile_dates_are_shown_as_given_or_left_out() {
    let dates = hostile::all(hostile::DATES);
    let event = |(number, date): (usize, &String)| json!({ "date": date, "displayDate": format!("Day {number}"), "text": "What happened." });
    let events: Vec<Value> = dates.iter().enumerate().map(event).collect();
    let bare: Vec<Value> =
        dates.iter().map(|date| json!({ "date": date, "text": "What happened." })).collect();
    for events in [events, bare] {
        let story = crate::reading::story_with(&json!({ "timeline": { "events": events } }));
        let card = crate::html::card(&story);
        let texts: Vec<String> =
            card.parts("event").into_iter().map(crate::html::Element::text).collect();
        assert_eq!(texts.len(), dates.len(), "no event is lost");
        for (number, (text, date)) in texts.iter().zip(&dates).enumerate() {
            let is_named = text.contains(&format!("Day {number}"))
                || events[number].get("displayDate").is_none();
            assert!(is_named && text.contains("What happened."), "{date:?} is {text:?}");
        }
    }
}

#[test]
fn p34_hostile_dates_harm_no_field_of_a_story() {
    let story = crate::reading::complete_story();
    let mut count = 0;
    for date in hostile::all(hostile::DATES) {
        for field in [
            "/datePublished",
            "/dateModified",
            "/citation/0/datePublished",
            "/citation/0/accessed",
            "/correction/0/datePublished",
        ] {
            let mut story = story.clone();
            *story.pointer_mut(field).expect("a date of the fixture") = json!(date);
            let card = crate::html::card(&story);
            assert_eq!(
                card.part("headline").text(),
                story["headline"].as_str().unwrap_or_default()
            );
            count += 1;
        }
        for held in ["embargoedUntil", "expires"] {
            let mut story = story.clone();
            story[held] = json!(date);
            let parsed = story_card::parse(
                &story.to_string(),
                &story_card::Options { now: Some(crate::reading::NOON), ..Default::default() },
            );
            assert!(
                parsed.is_ok() || parsed.is_err_and(|error| error.code() == "withheld"),
                "{held} {date:?}"
            );
        }
    }
    assert!(count > 800, "only {count}");
}
