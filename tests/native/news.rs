//! What is new in a story, against the version before and since a moment.

use serde_json::{Value, json};
use story_card::Story;
use story_card::story::news::{News, Novelty};

use crate::reading::read_with;

fn story(fields: &Value) -> Story {
    let mut given = json!({ "sections": [
        { "id": "a", "headline": "First", "blocks": ["One.", "Two."] },
        { "id": "b", "headline": "Second", "blocks": ["Three."] },
    ] });
    for (key, value) in fields.as_object().expect("an object") {
        given[key] = value.clone();
    }
    read_with(&given).story
}

fn section(id: &str, blocks: &[&str]) -> Value {
    json!({ "id": id, "headline": id, "blocks": blocks })
}

fn with_sections(sections: &[Value]) -> Story {
    story(&json!({ "sections": sections }))
}

#[test]
fn the_same_again_is_no_news() {
    let one = story(&json!({}));
    assert!(News::between(&one, &one.clone()).is_empty());
}

#[test]
fn headline_and_lead_are_told_apart() {
    let one = story(&json!({ "headline": "A", "description": "Words." }));
    let news = News::between(&one, &story(&json!({ "headline": "B", "description": "Words." })));
    assert_eq!((news.headline, news.lead), (true, false));
    let news = News::between(&one, &story(&json!({ "headline": "A", "description": "*Words.*" })));
    assert_eq!((news.headline, news.lead), (false, true));
    let points = json!({ "headline": "A", "description": "Words.", "keyPoints": ["P."] });
    assert!(News::between(&one, &story(&points)).lead);
}

#[test]
fn sections_and_blocks_that_are_new_and_changed_are_told_apart() {
    let before = with_sections(&[section("a", &["One.", "Two."]), section("b", &["Three."])]);
    let now = with_sections(&[
        section("c", &["Four."]),
        section("a", &["One.", "Two, and more.", "Five."]),
        section("b", &["Three."]),
    ]);
    let news = News::between(&before, &now);
    let sections: Vec<_> = news.sections().collect();
    assert_eq!(sections, [(0, Novelty::New), (1, Novelty::Changed)]);
    assert_eq!(news.block(0, 0), None, "the headline of a new section says so");
    assert_eq!(news.block(1, 0), None);
    assert_eq!(news.block(1, 1), Some(Novelty::Changed));
    assert_eq!(news.block(1, 2), Some(Novelty::New));
}

#[test]
fn block_on_top_makes_no_other_news() {
    let news = News::between(
        &with_sections(&[section("a", &["One.", "Two."])]),
        &with_sections(&[section("a", &["Zero.", "One.", "Two."])]),
    );
    let blocks: Vec<_> = (0..3).map(|block| news.block(0, block)).collect();
    assert_eq!(blocks, [Some(Novelty::New), None, None]);
}

#[test]
fn section_without_a_headline_has_its_blocks_marked() {
    let bare = |blocks: &[&str]| json!({ "headline": "", "blocks": blocks });
    let news = News::between(
        &with_sections(&[section("a", &["One."])]),
        &with_sections(&[section("a", &["One."]), bare(&["Two."])]),
    );
    assert_eq!(news.block(1, 0), Some(Novelty::New));
}

/// 12 March 2026, at noon in UTC.
const NOON: f64 = 1_773_316_800_000.0;

#[test]
fn dates_of_sections_and_blocks_tell_what_is_later() {
    let dated = with_sections(&[
        json!({ "headline": "Late", "dateModified": "2026-03-12T13:30:00+01:00", "blocks": ["One."] }),
        json!({ "headline": "Early", "dateModified": "2026-03-12T12:30:00+01:00", "blocks": ["Two."] }),
        json!({ "headline": "In part", "blocks": [
            "Three.",
            { "type": "paragraph", "text": "Four.", "dateModified": "2026-03-13" },
            { "type": "paragraph", "text": "Five.", "dateModified": "2026-03-12" },
        ] }),
    ]);
    let news = News::since(&dated, NOON);
    let sections: Vec<_> = news.sections().map(|(section, _)| section).collect();
    assert_eq!(sections, [0, 2]);
    let blocks: Vec<_> = (0..3).map(|block| news.block(2, block)).collect();
    // A day that had begun by then says nothing.
    assert_eq!(blocks, [None, Some(Novelty::Changed), None]);
}

#[test]
fn nothing_of_a_story_that_is_new_as_a_whole_is_singled_out() {
    let young = story(&json!({ "datePublished": "2026-03-12T12:00:01Z", "sections": [
        { "headline": "Late", "dateModified": "2026-03-12T13:00:00Z", "blocks": ["One."] },
    ] }));
    assert!(News::since(&young, NOON).is_empty());
}

#[test]
fn both_kinds_of_news_come_together() {
    let before = with_sections(&[section("a", &["One."]), section("b", &["Two."])]);
    let mut second = section("b", &["Two."]);
    second["dateModified"] = json!("2026-03-13T08:00:00Z");
    let now = with_sections(&[section("a", &["Other."]), second]);
    let news = News::since(&now, NOON).and(News::between(&before, &now));
    let sections: Vec<_> = news.sections().map(|(section, _)| section).collect();
    assert_eq!(sections, [0, 1]);
}

#[test]
fn a_new_correction_and_new_events_are_news() {
    let event = |date: &str, headline: &str, text: &str| json!({ "date": date, "headline": headline, "text": text });
    let with = |corrections: &Value, events: &[Value]| {
        story(&json!({ "correction": corrections, "timeline": { "events": events } }))
    };
    let (fire, rain) =
        (event("2026-03-09", "Fire", "It burns."), event("2026-03-10", "Rain", "At last."));
    let old = json!([{ "text": "It was two." }]);
    let before = with(&old, &[fire.clone(), rain.clone()]);
    let now = with(
        &json!([{ "text": "It was three." }, { "text": "It was two." }]),
        &[
            event("2026-03-11", "Sun", "At noon."),
            // Edited, not new.
            event("2026-03-09", "Fire", "It burned."),
            event("2026-03-10", "Heavy rain", "At last."),
        ],
    );
    let news = News::between(&before, &now);
    assert_eq!((news.corrections, news.events.as_slice()), (1, [0].as_slice()));
    assert!(!news.is_empty());
    assert!(
        News::between(&now, &with(&old, &[rain, fire])).is_empty(),
        "in another order, and less"
    );
}

#[test]
fn a_correction_since_a_moment_is_news() {
    let one = story(&json!({ "datePublished": "2026-03-01", "correction": [
        { "text": "A", "datePublished": "2026-03-02" }, { "text": "B", "datePublished": "2026-03-05" }, { "text": "C" },
    ] }));
    let moment = 1_772_582_400_000.0; // 2026-03-04
    assert_eq!(News::since(&one, moment).corrections, 1);
}

#[test]
fn what_is_edited_is_no_new_correction_and_no_new_event() {
    let with = |correction: &str, events: Value| {
        story(&json!({ "correction": [{ "text": correction }], "timeline": { "events": events } }))
    };
    let before = with("It was two", json!([{ "date": "2024-05", "text": "The dam brakes." }]));
    for (correction, event) in [
        ("It was two.", json!({ "date": "2024-05", "text": "The dam breaks." })),
        ("It was two", json!({ "date": "2024-05-01", "text": "The dam brakes." })),
        (
            "It was *two*",
            json!({ "date": "2024-05", "headline": "Flood", "text": "The dam breaks." }),
        ),
    ] {
        let news = News::between(&before, &with(correction, json!([event])));
        assert_eq!((news.corrections, news.events.as_slice()), (0, [].as_slice()), "{event}");
    }
    // Beside one of the same day another is new.
    let two = json!([{ "date": "2024-05", "text": "Help comes." }, { "date": "2024-05", "text": "The dam brakes." }]);
    assert_eq!(News::between(&before, &with("It was two", two)).events, [0]);
}

#[test]
fn an_event_that_is_edited_is_known_by_a_date_in_words() {
    let with = |text: &str| {
        let event = json!({ "displayDate": "In spring", "text": text });
        story(&json!({ "timeline": { "events": [event] } }))
    };
    let news = News::between(&with("The dam brakes."), &with("The dam breaks."));
    assert!(news.events.is_empty(), "{:?}", news.events);
}

#[test]
fn events_of_one_headline_are_told_apart_by_their_words() {
    let event =
        |date: &str, text: &str| json!({ "date": date, "headline": "Update", "text": text });
    let with = |events: &[Value]| story(&json!({ "timeline": { "events": events } }));
    let before = with(&[event("2024-05-01", "Rain."), event("2024-05-02", "Flood.")]);
    let dated_anew =
        [event("2024-06-09", "Sun."), event("2024-06-01", "Rain."), event("2024-06-02", "Flood.")];
    assert_eq!(News::between(&before, &with(&dated_anew)).events, [0]);
}
