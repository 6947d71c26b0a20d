//! Where a marker cannot stand it is taken out and told; where text stands it is a marker.

use proptest::prelude::*;
use serde_json::{Value, json};
use story_card::story::Block;

use crate::reading::{problems, read_with, runs};

const CODE: &str = "marker-in-plain-text";

/// The smallest story with two sources and these fields.
fn with_sources(fields: Value) -> Value {
    let mut fields = fields;
    fields["citation"] = json!([{ "id": "1", "name": "One" }, { "id": "2", "name": "Two" }]);
    fields
}

#[test]
fn a_known_marker_in_a_plain_field_is_taken_out_and_told() {
    let block = |kind: &str, key: &str| json!({ "type": kind, key: "Words [1]", "url": "https://x.example/" });
    let event = |key: &str| {
        let mut event = json!({ "date": "2020", "text": "Text." });
        event[key] = json!("Words [1]");
        json!({ "timeline": { "events": [event] } })
    };
    let image = |key: &str| {
        let mut image = json!({ "url": "https://x.example/a.png" });
        image[key] = json!("Words [1]");
        json!({ "image": image })
    };
    let fields = [
        ("/headline", json!({ "headline": "Words [1]" })),
        ("/alternativeHeadline", json!({ "alternativeHeadline": "Words [1]" })),
        ("/articleSection", json!({ "articleSection": "Words [1]" })),
        ("/keywords/0", json!({ "keywords": ["Words [1]"] })),
        (
            "/sections/0/headline",
            json!({ "sections": [{ "headline": "Words [1]", "blocks": ["a"] }] }),
        ),
        (
            "/sections/0/blocks/0/text",
            json!({ "sections": [{ "blocks": [{ "type": "heading", "text": "Words [1]" }] }] }),
        ),
        (
            "/sections/0/blocks/0/title",
            json!({ "sections": [{ "blocks": [block("embed", "title")] }] }),
        ),
        (
            "/timeline/headline",
            json!({ "timeline": { "headline": "Words [1]", "events": [{ "date": "2020", "text": "a" }] } }),
        ),
        ("/timeline/events/0/headline", event("headline")),
        ("/timeline/events/0/displayDate", event("displayDate")),
        ("/timeline/events/0/group", event("group")),
        ("/image/creditText", image("creditText")),
        ("/image/alt", image("alt")),
        ("/author/0/name", json!({ "author": [{ "name": "Words [1]" }] })),
        ("/author/0/jobTitle", json!({ "author": [{ "name": "A", "jobTitle": "Words [1]" }] })),
        (
            "/relatedLink/0/name",
            json!({ "relatedLink": [{ "name": "Words [1]", "url": "https://x.example/" }] }),
        ),
        ("/copyrightNotice", json!({ "copyrightNotice": "Words [1]" })),
    ];
    for (path, fields) in fields {
        let parsed = read_with(&with_sources(fields));
        assert_eq!(problems(&parsed), [(CODE, path)], "{path}");
        let story = format!("{:?}", parsed.story);
        assert!(story.contains("\"Words\"") && !story.contains("[1]"), "{path}: {story}");
        assert!(parsed.story.sources.iter().all(|source| source.uses == 0), "{path}");
    }
}

#[test]
fn only_what_is_a_marker_is_taken_out() {
    for (written, expected) in [
        ("Ferry [1] aground [1, 2], all safe [1-2]", "Ferry aground, all safe"),
        ("[1] Ferry aground", "Ferry aground"),
        ("Ferry[1][2] aground", "Ferry aground"),
        ("[[1] Ferry]", "[ Ferry]"),
    ] {
        let parsed = read_with(&with_sources(json!({ "headline": written })));
        assert_eq!(parsed.story.headline, expected);
        assert_eq!(problems(&parsed), [(CODE, "/headline")], "{written}");
    }
    for written in [
        "Ferry [3] aground",
        "[sic]",
        "[1, 3]",
        "[1](as told)",
        "[Updated] 1]",
        "[1",
        "[]",
        "*[a]*",
    ] {
        let parsed = read_with(&with_sources(json!({ "headline": written })));
        assert_eq!(parsed.story.headline, written);
        assert!(problems(&parsed).is_empty(), "{written}: {:?}", problems(&parsed));
    }
}

#[test]
fn a_field_of_nothing_but_a_marker_is_absent() {
    let fields = json!({ "alternativeHeadline": "[1]", "timeline": { "events": [{ "date": "2020", "headline": " [2] ", "text": "a" }] } });
    let parsed = read_with(&with_sources(fields));
    assert_eq!(parsed.story.alternative_headline, None);
    assert_eq!(parsed.story.timeline.unwrap().events[0].headline, None);
}

#[test]
fn code_and_what_a_source_says_of_itself_stay_letter_for_letter() {
    let fields = json!({
        "sections": [{ "blocks": [{ "type": "code", "text": "a[1] = b[2]" }] }],
        "citation": [{ "id": "1", "name": "Report [1]", "text": "It fell [1] by noon." }],
    });
    let parsed = read_with(&fields);
    assert!(problems(&parsed).is_empty());
    let Block::Code { text, .. } = &parsed.story.sections[0].blocks[0] else { panic!("code") };
    assert_eq!(text, "a[1] = b[2]");
    assert_eq!(parsed.story.sources[0].name.as_deref(), Some("Report [1]"));
    assert_eq!(parsed.story.sources[0].excerpt.as_deref(), Some("It fell [1] by noon."));
}

#[test]
fn the_heads_of_a_table_are_text() {
    let table = json!({
        "type": "table",
        "header": ["*Year*", "Height[1]", "[Gauge](https://x.example/)", 7, null, "[9]"],
        "rows": [["a"]],
    });
    let parsed = read_with(&with_sources(json!({ "sections": [{ "blocks": [table] }] })));
    let Block::Table(table) = &parsed.story.sections[0].blocks[0] else { panic!("a table") };
    let heads: Vec<String> = table.header.iter().map(runs).collect();
    assert_eq!(heads, ["E(Year)", "Height|#1.1", "L(Gauge>https://x.example/)", "7", "", "[9]"]);
    assert_eq!(problems(&parsed), [("unknown-source", "/sections/0/blocks/0/header/5")]);
    assert_eq!(parsed.story.sources[0].uses, 1);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_holds_no_marker_stays_letter_for_letter(text in "[a3 \\[\\](),*\\\\é-]{0,24}") {
        let text = format!("x{text}x");
        let parsed = read_with(&with_sources(json!({ "headline": text })));
        prop_assert_eq!(parsed.story.headline, text);
    }
}
