//! Every field of the format shows.

use serde_json::{Value, json};

use super::{body, card_with, demo_stories, text_with};
use crate::html::card;
use crate::reading::{complete_story, problems, read};

/// Fields whose text is not set as it is written, by the end of their pointer (or by its
/// start, where the row ends in a slash), with what is set in its place; nothing where a
/// field is not there to be seen.
#[rustfmt::skip]
const SHOWN: &[(&str, Option<&str>)] = &[
    ("/schemaVersion", None), ("/id", None), ("/keywords/", None), ("/inLanguage", None), ("/dir", None),
    ("/pubStatus", None), ("/embargoedUntil", None), ("/expires", None), ("/_vendor/", None), ("/type", None),
    // Set as attributes: see `addresses_languages_and_alternative_texts_are_attributes`.
    ("/url", None), ("/dark", None), ("/image", None), ("/archivedAt", None), ("/license", None), ("/publishingPrinciples", None),
    ("/alt", None), ("/sections/0/id", None), ("/language", None),
    ("/articleType", Some("Analysis")),
    ("/datePublished", None), ("/dateModified", None),
    ("/description", Some("The lead goes on in another.")),
    ("/author/0/description", Some("Ada has read gauges for years.")),
    // The editor's line and the publisher's name say who; their pages say the rest.
    ("/editor/0/jobTitle", None), ("/editor/0/description", None),
    ("/publisher/jobTitle", None), ("/publisher/description", None),
    ("/sections/0/aiDisclosure", Some("This section was written with the help of AI and reviewed by people.")),
    ("/sections/0/aiInfoRef", None), ("/aiInfoRef", None), ("/aiInfo/0/name", None), ("/digitalSourceType", None),
    ("/aiDisclosure", Some("Written by AI.")),
    ("/sections/0/blocks/1/text", Some("And loudly, softly, elsewhere.")),
    ("/timeline/events/0/date", None),
    ("/timeline/events/0/text", Some("Masons set it in the quay.")),
    ("/timeline/events/1/date", Some("2020 – present")),
    ("/citation/0/id", Some("[1]")), ("/citation/1/id", Some("[2]")),
    ("/citation/0/datePublished", Some("May 1901")), ("/citation/0/accessed", Some("Accessed 1 March 2026")),
    ("/citation/0/type", Some("Report")), ("/citation/0/supports", Some("Marked words quoted word for word")),
    ("/relatedLink/0/datePublished", Some("24 December 2025")),
    ("/correction/0/datePublished", Some("11 March 2026")),
];

fn leaves(value: &Value, pointer: String, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| leaves(value, format!("{pointer}/{key}"), found));
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, value)| leaves(value, format!("{pointer}/{index}"), found));
        }
        Value::String(text) => found.push((pointer, text.clone())),
        Value::Number(number) => found.push((pointer, number.to_string())),
        _ => {}
    }
}

/// What is set for a field; the longest row that fits decides.
fn expected<'a>(pointer: &str, text: &'a str) -> Option<&'a str> {
    let fits = |row: &&(&str, Option<&'static str>)| match row.0.strip_suffix('/') {
        Some(_) => pointer.starts_with(row.0),
        None => pointer.ends_with(row.0),
    };
    let row = SHOWN.iter().filter(fits).max_by_key(|row| row.0.len());
    match row {
        None => Some(text),
        Some((_, shown)) => *shown,
    }
}

#[test]
fn every_field_that_is_text_shows_where_a_reader_sees_it() {
    let mut story = complete_story();
    for picture in ["/image", "/sections/0/blocks/6"] {
        let picture = story.pointer_mut(picture).and_then(Value::as_object_mut).expect("a picture");
        picture.retain(|key, _| key != "width" && key != "height");
    }
    let shown = card(&story).text();
    let mut fields = Vec::new();
    leaves(&story, String::new(), &mut fields);
    let asked: Vec<(&str, &str)> =
        fields.iter().filter_map(|(at, text)| Some((at.as_str(), expected(at, text)?))).collect();
    assert!(asked.len() > 60, "only {}", asked.len());
    let missing: Vec<_> = asked.into_iter().filter(|(_, text)| !shown.contains(text)).collect();
    assert!(missing.is_empty(), "{missing:?}\nare not in\n{shown}");
}

#[test]
fn addresses_languages_and_alternative_texts_are_attributes() {
    let card = card(&complete_story());
    let has = |name: &str, attribute: &str, value: &str| {
        card.shown()
            .iter()
            .any(|element| element.name == name && element.get(attribute) == Some(value))
    };
    for address in [
        "https://news.example/2026/complete",
        "https://news.example/ada",
        "https://gazette.example/",
        "https://quotes.example/quill",
        "https://quotes.example/again",
        "https://video.example/gauge",
        "https://events.example/set",
        "https://tables.example/1901",
        "https://archive.example/tables",
        "https://gazette.example/principles",
        "https://gazette.example/licence",
        "https://news.example/quay",
        "https://else.example/page",
    ] {
        // A source's address goes on to the words relied on.
        let leads_there =
            |href: &str| href == address || href.starts_with(&format!("{address}#:~:"));
        let links = card.shown();
        let mut hrefs = links.iter().filter_map(|element| element.get("href"));
        assert!(hrefs.any(leads_there), "a link to {address}");
    }
    for image in ["gauge.jpg", "ada.jpg", "bot.png", "quay.jpg", "sank.jpg"] {
        assert!(has("img", "src", &format!("https://news.example/{image}")), "a picture {image}");
    }
    assert!(has("img", "alt", "A brass gauge on a quay") && has("img", "alt", "The quay in fog"));
    assert!(
        has("img", "width", "1200") && has("img", "height", "800"),
        "room is kept for the picture"
    );
    assert!(has("article", "lang", "en-GB") && has("article", "dir", "ltr"));
    assert!(has("article", "ai-disclosure", "ai-generated"));
    assert!(has("details", "lang", "fr") && has("details", "open", ""));
    assert!(has("details", "id", "section-readings"));
    let titles = card.parts("source-title");
    assert!(titles.iter().any(|title| title.get("lang") == Some("de")), "a title has its language");
}

#[test]
fn the_demo_stories_are_sound_and_show_every_paragraph() {
    for (name, story) in demo_stories() {
        let parsed = read(&story);
        assert_eq!(problems(&parsed), [], "{name}");
        let shown = card(&story).text();
        let mut count = 0;
        for section in &parsed.story.sections {
            assert!(shown.contains(&section.headline), "{name}: {}", section.headline);
            for block in &section.blocks {
                let story_card::story::Block::Paragraph(text) = block else { continue };
                // Markers stand between the letters.
                let words = text.iter().filter_map(|run| match run {
                    story_card::story::Run::Plain(letters) => Some(letters.trim()),
                    _ => None,
                });
                words.for_each(|words| assert!(shown.contains(words), "{name}: {words}"));
                count += 1;
            }
        }
        assert!(count > 0, "{name} has paragraphs");
    }
}

#[test]
fn a_machine_is_marked_as_one_and_a_person_is_not() {
    let marked = |kind: &str| {
        text_with(&json!({ "author": [{ "name": "Ada", "type": kind }] })).contains("automated")
    };
    assert!(marked("SoftwareApplication"));
    assert!(!marked("Person") && !marked("Organization") && !marked("Robot"));
}

#[test]
fn the_disclosure_makes_the_stronger_claim_and_none_unasked() {
    let said = |fields: &Value| {
        let card = card_with(fields);
        let asides = card.parts("disclosure");
        asides.iter().map(|aside| aside.text()).collect::<String>()
    };
    for (fields, expected) in [
        (json!({}), ""),
        (json!({ "aiDisclosure": "none" }), "Written by people, without AI."),
        (
            json!({ "aiDisclosure": "ai-autonomous" }),
            "Written by AI and published without human review.",
        ),
        (json!({ "digitalSourceType": "trainedAlgorithmicMedia" }), "Written by AI."),
        (
            json!({ "digitalSourceType": "trainedAlgorithmicMedia", "aiDisclosure": "ai-assisted" }),
            "Written by AI.",
        ),
        (
            json!({ "digitalSourceType": "compositeWithTrainedAlgorithmicMedia", "aiDisclosure": "none" }),
            "Written with the help of AI and reviewed by people.",
        ),
        (json!({ "digitalSourceType": "digitalCapture" }), ""),
        (
            json!({ "author": [{ "type": "SoftwareApplication", "name": "Bot" }] }),
            "Written by an automated author.",
        ),
    ] {
        let said = said(&fields);
        let claim = said.strip_prefix("How this story was made").unwrap_or(&said);
        assert_eq!(claim, expected, "{fields}");
    }
}

#[test]
fn a_block_of_an_unknown_kind_shows_its_text() {
    let shown = text_with(&body(
        &json!([{ "type": "poll", "text": "Asked of you." }, { "type": "quiz", "items": ["One"] }]),
    ));
    assert!(shown.contains("Asked of you.") && shown.contains("One"), "{shown}");
}

#[test]
fn a_card_says_how_much_it_leaves_out() {
    let events: Vec<Value> = (0..1_007).map(|_| json!({ "date": "2020", "text": "W" })).collect();
    let shown = text_with(&json!({ "timeline": { "events": events } }));
    assert!(shown.contains("7 more, not shown"));
    assert!(!text_with(&json!({})).contains("more, not shown"));
}

#[test]
fn a_source_says_how_often_it_is_cited() {
    let cited = |text: &str| {
        text_with(&json!({ "citation": [{ "id": 1, "name": "N" }], "description": text }))
    };
    assert!(cited("Words.").contains("Not cited in the text"));
    assert!(cited("Words.[1]").contains("Cited once"));
    assert!(cited("Words.[1] And.[1] More.[1]").contains("Cited 3 times"));
}

#[test]
fn one_correction_is_a_correction_and_two_are_corrections() {
    let heading = |count: usize| {
        let corrections = vec![json!({ "text": "Was wrong." }); count];
        let card = card_with(&json!({ "correction": corrections }));
        let heading =
            card.part("corrections").shown().into_iter().find(|element| element.name == "h3");
        heading.expect("a heading").text()
    };
    assert_eq!((heading(1).as_str(), heading(2).as_str()), ("Correction", "Corrections"));
}
