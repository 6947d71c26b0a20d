//! The head of a card: who wrote the story, of what kind it is, what matters most.

use serde_json::{Value, json};
use story_card::Story;
use story_card::story::first_sentence;

use crate::html::{Element, card};
use crate::reading::{NOON, file, read_with, story_with};

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
        let focusable: Vec<_> = places.map(|place| place.get("tabindex")).collect();
        assert_eq!(focusable, [Some("-1")], "{id}");
    }
}

#[test]
fn a_story_takes_as_long_as_its_words_or_letters() {
    let of = |text: String| story(&json!({ "sections": [{ "blocks": [text] }] })).minutes();
    assert_eq!(of("word ".repeat(920)), 4);
    assert_eq!(of("語".repeat(920)), 2);
    assert_eq!(of("word".to_owned()), 1);
    let pulled = json!({ "type": "pullquote", "text": "word ".repeat(920) });
    assert_eq!(story(&json!({ "sections": [{ "blocks": [pulled] }] })).minutes(), 1);
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
    let story: Value =
        serde_json::from_str(&file("tests/fixtures/complete_story.json")).expect("JSON");
    let card = card(&story);
    for element in card.all() {
        let is_named = element.get("aria-labelledby").is_some();
        let name = element.name.as_str();
        let is_landmark = name == "nav" || is_named && matches!(name, "section" | "aside");
        let part = element.get("part").unwrap_or_default();
        // The list of sources and the timeline are told in files of their own.
        assert!(!is_landmark || matches!(part, "sources" | "timeline"), "{name} {part}");
    }
}
