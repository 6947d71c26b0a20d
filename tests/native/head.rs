//! The head of a card: who wrote the story, of what kind it is, what matters most.

mod body;
mod claims;

use serde_json::{Value, json};
use story_card::Story;

use crate::html::{Element, card};
use crate::reading::{NOON, read_with, story_with};

fn drawn(fields: &Value) -> Element {
    card(&story_with(fields))
}

fn story(fields: &Value) -> Story {
    read_with(fields).story
}

fn trust(fields: &Value) -> String {
    let mut fields = fields.clone();
    fields["description"] = json!("It rained.");
    drawn(&fields).part("trust").text()
}

fn sources(count: usize, publishers: usize) -> Value {
    let source = |n| json!({ "id": n, "name": "N", "publisher": format!("P{}", n % publishers) });
    (1..=count).map(source).collect()
}

#[test]
fn who_wrote_it_and_whether_people_looked_is_said_in_words() {
    let author = json!([{ "name": "Ada" }]);
    let bot = json!([{ "name": "Bot", "type": "SoftwareApplication" }]);
    for (fields, expected) in [
        (json!({ "author": author }), "By Ada"),
        (json!({ "author": [{ "name": "A" }, { "name": "B" }] }), "By A and B"),
        (json!({ "author": [{ "name": "A" }, { "name": "B" }, { "name": "C" }] }), "By A +2"),
        (json!({ "publisher": { "name": "Gazette" } }), "By Gazette"),
        (json!({ "author": author, "aiDisclosure": "none" }), "By Ada, without AI"),
        (json!({ "aiDisclosure": "none" }), "Written by people, without AI."),
        (json!({ "aiDisclosure": "ai-assisted" }), "Written with AI, reviewed by people"),
        (json!({ "aiDisclosure": "ai-generated" }), "Written by AI, human review not stated"),
        (json!({ "aiDisclosure": "ai-autonomous" }), "Written by AI, not reviewed by people"),
        (json!({ "author": bot }), "Written by a machine, human review not stated"),
    ] {
        assert_eq!(trust(&fields), format!("{expected}1 min read"), "{fields}");
    }
    assert_eq!(drawn(&json!({})).parts("trust")[0].get("hidden"), Some(""));
}

#[test]
fn day_of_the_newest_version_stands_under_the_headline() {
    for (fields, expected) in [
        (json!({ "datePublished": "2024-01-05T09:40:00Z" }), "Published Jan 5, 2024"),
        (
            json!({ "datePublished": "2024-01-05", "dateModified": "2024-07-21" }),
            "Updated Jul 21, 2024",
        ),
        (
            json!({ "datePublished": "2024-01-05", "dateModified": "2023-07-21" }),
            "Published Jan 5, 2024",
        ),
        // No day, and none is made up.
        (json!({ "datePublished": "2024" }), ""),
    ] {
        assert_eq!(trust(&fields), format!("1 min read{expected}"), "{fields}");
    }
}

#[test]
fn sources_publishers_and_corrections_are_counted() {
    for (fields, expected) in [
        (json!({ "citation": sources(1, 1) }), "1 source"),
        (json!({ "citation": sources(3, 1) }), "3 sources"),
        (json!({ "citation": sources(6, 5) }), "6 sources from 5 publishers"),
        (json!({ "correction": [{ "text": "A" }] }), "1 correction"),
        (json!({ "correction": [{ "text": "A" }, { "text": "B" }] }), "2 corrections"),
    ] {
        assert_eq!(trust(&fields), format!("{expected}1 min read"), "{fields}");
    }
}

#[test]
fn each_part_leads_to_what_the_card_has() {
    let fields = json!({
        "author": [{ "name": "Ada" }], "aiDisclosure": "ai-generated",
        "citation": sources(2, 2), "correction": [{ "text": "A" }],
    });
    let card = drawn(&fields);
    let jumps: Vec<&str> =
        card.part("trust").all().iter().filter_map(|part| part.get("data-go")).collect();
    assert_eq!(jumps, ["made", "sources", "corrections"]);
    for id in jumps {
        let places = card.all().into_iter().filter(|element| element.get("id") == Some(id));
        let focusable: Vec<_> = places.map(|place| place.get("data-stop")).collect();
        assert_eq!(focusable, [Some("")], "{id}");
    }
}

#[test]
fn a_story_takes_as_long_as_its_words_or_letters() {
    let of = |text: String| story(&json!({ "sections": [{ "blocks": [text] }] })).minutes();
    assert_eq!(of("word ".repeat(920)), 4);
    assert_eq!(of("語".repeat(920)), 2);
    assert_eq!(of("word".to_owned()), 1);
    let pulled = json!({ "type": "pullquote", "text": "word ".repeat(920) });
    assert_eq!(story(&json!({ "sections": [{ "blocks": [pulled] }] })).minutes(), 0);
}

#[test]
fn a_notice_that_warns_of_nothing_stands_at_the_end() {
    let place = |fields: Value| {
        let card = drawn(&fields);
        let all = card.all();
        let at = |part: &str| {
            let wanted = card.part(part);
            all.iter().position(|element| std::ptr::eq(*element, wanted)).expect("it is there")
        };
        (at("disclosure"), at("sections"))
    };
    let blocks = json!([{ "headline": "H", "blocks": ["W"] }]);
    let with = |level: &str| json!({ "aiDisclosure": level, "sections": blocks });
    let (notice, body) = place(with("none"));
    assert!(notice > body, "none");
    for level in ["ai-assisted", "ai-generated", "ai-autonomous"] {
        let (notice, body) = place(with(level));
        assert!(notice < body, "{level}");
    }
    let mut caveat = with("none");
    caveat["disclaimer"] = json!("Mind the tide.");
    let (notice, body) = place(caveat);
    assert!(notice < body, "a caveat is read before the story");
    let card = drawn(&with("ai-generated"));
    assert!(card.part("disclosure").text().starts_with("How this story was made"));
}

#[test]
fn the_kind_comes_first_and_is_spoken_with_the_headline() {
    for (kind, word) in [
        ("opinion", "Opinion"),
        ("analysis", "Analysis"),
        ("review", "Review"),
        ("background", "Background"),
        ("live", "Live"),
    ] {
        let card = drawn(&json!({ "articleType": kind, "articleSection": "Economy" }));
        assert_eq!(card.part("kind").text(), word);
        assert_eq!(card.part("kind").get("aria-hidden"), Some("true"), "or it is read twice");
        assert_eq!(card.part("headline").get("data-kind"), Some(word));
        assert_eq!(card.part("header").text().find(word), Some(0), "{kind}");
    }
    let news = drawn(&json!({ "articleType": "news" }));
    assert_eq!(news.part("headline").get("data-kind"), None);
}

/// The words in the red box.
fn urgent(fields: &Value) -> Vec<String> {
    let is_urgent = |element: &&Element| {
        element.get("class").is_some_and(|class| class.split(' ').any(|name| name == "urgent"))
    };
    drawn(fields).all().into_iter().filter(is_urgent).map(Element::text).collect()
}

#[test]
fn what_is_urgent_is_said_by_the_interface() {
    for (fields, expected) in [
        (json!({ "articleSection": "Breaking" }), "Breaking"),
        (json!({ "articleSection": "Economy", "urgent": true }), "Breaking"),
        (json!({ "articleSection": "Breaking", "urgent": true }), "Breaking"),
        (json!({ "articleSection": "Economy", "articleType": "live" }), "Live"),
        (json!({ "articleSection": "Breaking", "articleType": "live" }), "Live"),
    ] {
        assert_eq!(urgent(&fields), [expected], "{fields}");
    }
    assert!(urgent(&json!({ "articleSection": "Economy" })).is_empty());
}

#[test]
fn a_story_is_urgent_for_a_day() {
    const HOUR: f64 = 3_600_000.0;
    let with = |key: &str, date: &str| story(&json!({ "urgent": true, key: date }));
    let fresh = with("datePublished", "2026-03-10T11:00:00Z");
    assert!(fresh.is_urgent(NOON) && fresh.is_urgent(NOON + 22.0 * HOUR));
    assert!(!fresh.is_urgent(NOON + 24.0 * HOUR));
    let day = with("datePublished", "2026-03-09");
    assert!(day.is_urgent(NOON) && !day.is_urgent(NOON + 13.0 * HOUR));
    let mut changed = with("datePublished", "2026-03-01");
    assert!(!changed.is_urgent(NOON));
    changed.modified = fresh.published;
    assert!(changed.is_urgent(NOON));
    assert!(story(&json!({ "urgent": true })).is_urgent(NOON), "without a date it does not age");
    let old = json!({ "articleSection": "Breaking", "datePublished": "2024-01-05" });
    assert!(urgent(&old).is_empty());
    assert_eq!(drawn(&old).part("badge").text(), "Breaking");
}

#[test]
fn key_points_stand_before_the_lead_and_name_a_machine() {
    let points = json!(["One.[1]", "Two."]);
    let with = |more: Value| {
        let mut fields = json!({
            "keyPoints": points, "description": "Lead.", "citation": sources(1, 1),
        });
        fields.as_object_mut().expect("fields").extend(more.as_object().expect("more").clone());
        drawn(&fields)
    };
    let title = |more: Value| with(more).part("key-points").part("heading").text();
    assert_eq!(title(json!({})), "Key points");
    assert_eq!(title(json!({ "keyPointsAi": true })), "Key points, made by AI");
    assert_eq!(title(json!({ "aiDisclosure": "ai-generated" })), "Key points, made by AI");
    assert_eq!(title(json!({ "aiDisclosure": "ai-assisted" })), "Key points");
    let text = with(json!({})).part("header").text();
    assert!(text.find("Two.") < text.find("Lead."), "{text}");
    let many: Vec<String> = (0..9).map(|n| format!("Point {n}")).collect();
    let read = read_with(&json!({ "keyPoints": many }));
    assert_eq!(read.story.key_points.len(), 5);
    assert_eq!(read.problems[0].code, "too-many");
}
