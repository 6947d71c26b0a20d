//! Ids: twice given, unsound, or pointing to nothing.

use serde_json::json;

use crate::reading::{check_problems, problems, read, read_with, runs, story_with};

#[test]
fn of_two_sources_with_one_id_the_first_counts() {
    let parsed = read_with(&json!({
        "citation": [{ "id": "a", "name": "First" }, { "id": "a", "name": "Second" }, { "id": "b", "name": "B" }],
        "description": "Words.[a][b]",
    }));
    assert_eq!(problems(&parsed), [("duplicate-id", "/citation/1")]);
    let names: Vec<_> = parsed.story.sources.iter().map(|source| source.name.as_deref()).collect();
    assert_eq!(names, [Some("First"), Some("B")]);
    assert_eq!(runs(&parsed.story.lead[0]), "Words.|#1.1|#2.1");
}

#[test]
fn sections_of_one_id_or_one_headline_get_ids_of_their_own() {
    let section =
        |id: &str, headline: &str| json!({ "id": id, "headline": headline, "blocks": ["Words."] });
    let parsed = read_with(&json!({
        "sections": [
            section("a", "One"), section("a", "Two"), section("", "Three"), section("", "Three"),
            section("three-4", "Four"), section("", ""), section("A", "Five"),
        ],
    }));
    let mut ids: Vec<&str> =
        parsed.story.sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(ids[..4], ["a", "a-2", "three", "three-4"]);
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 7, "{ids:?}");
    let codes: Vec<&str> = problems(&parsed).iter().map(|problem| problem.0).collect();
    assert!(codes.iter().all(|code| *code == "duplicate-id") && codes.len() >= 2, "{codes:?}");
}

#[test]
fn a_source_needs_a_sound_id_and_something_to_show() {
    for source in [
        json!({ "name": "N" }),
        json!({ "id": "", "name": "N" }),
        json!({ "id": "two words", "name": "N" }),
        json!({ "id": "a,b", "name": "N" }),
        json!({ "id": "é", "name": "N" }),
        json!({ "id": "a]", "name": "N" }),
        json!({ "id": "x".repeat(33), "name": "N" }),
        json!({ "id": "a" }),
        json!({ "id": "a", "author": "Somebody" }),
    ] {
        let parsed = read_with(&json!({ "citation": [source] }));
        assert_eq!(problems(&parsed), [("missing-field", "/citation/0")], "{source}");
        assert_eq!(parsed.story.sources, [], "{source}");
    }
    for enough in ["name", "publisher", "url"] {
        let source = json!({ "id": "x".repeat(32), enough: "https://x.example/" });
        check_problems(&json!({ "citation": [source] }), &[]);
    }
}

#[test]
fn a_marker_to_nowhere_is_told_in_every_field_of_story_text() {
    let text = "Words.[9]";
    let fields = json!({
        "description": text,
        "disclaimer": text,
        "author": [{ "name": "A", "description": text }],
        "image": { "url": "a.jpg", "caption": text },
        "correction": [{ "text": text }],
        "timeline": { "events": [{ "date": "2020", "text": text }] },
        "sections": [{ "blocks": [
            text, { "type": "list", "items": [text] }, { "type": "quote", "text": text, "attribution": text },
            { "type": "table", "caption": text, "rows": [[text]] },
        ] }],
    });
    let parsed = read_with(&fields);
    let mut paths: Vec<&str> = problems(&parsed).iter().map(|problem| problem.1).collect();
    paths.sort_unstable();
    let expected = [
        "/author/0/description",
        "/correction/0/text",
        "/description",
        "/disclaimer",
        "/image/caption",
        "/sections/0/blocks/0",
        "/sections/0/blocks/1/items/0",
        "/sections/0/blocks/2/attribution",
        "/sections/0/blocks/2/text",
        "/sections/0/blocks/3/caption",
        "/sections/0/blocks/3/rows/0/0",
        "/timeline/events/0/text",
    ];
    assert_eq!(paths, expected);
    assert!(parsed.problems.iter().all(|problem| problem.code == "unknown-source"));
}

#[test]
fn plain_fields_are_never_read_for_markup_and_lose_their_markers() {
    let plain = "A [1] *b* [c](https://x.example/) \\*";
    let parsed = read_with(&json!({
        "citation": [{ "id": 1, "name": plain, "text": plain }],
        "headline": plain, "alternativeHeadline": plain, "articleSection": plain, "creditText": plain,
        "timeline": { "headline": plain, "events": [{ "displayDate": plain, "headline": plain }] },
        "sections": [{ "headline": plain, "blocks": [{ "type": "heading", "text": plain }] }],
    }));
    let story = parsed.story;
    let event = &story.timeline.as_ref().expect("a timeline").events[0];
    for seen in [
        Some(&story.headline),
        story.alternative_headline.as_ref(),
        story.article_section.as_ref(),
        story.credit_text.as_ref(),
        event.display_date.as_ref(),
        event.headline.as_ref(),
        Some(&story.sections[0].headline),
    ] {
        assert_eq!(seen.map(String::as_str), Some("A *b* [c](https://x.example/) \\*"));
    }
    // What a source says of itself is the source's.
    for seen in [story.sources[0].name.as_ref(), story.sources[0].excerpt.as_ref()] {
        assert_eq!(seen.map(String::as_str), Some(plain));
    }
    assert_eq!((parsed.citations, story.sources[0].uses), (0, 0));
}

#[test]
fn markers_are_counted_for_each_source_and_for_the_story() {
    let parsed = read_with(&json!({
        "citation": [{ "id": 1, "name": "N" }, { "id": 2, "name": "M" }, { "id": 3, "name": "O" }],
        "description": "A[1] b[1, 2].",
        "disclaimer": "C[1-2].",
    }));
    let uses: Vec<usize> = parsed.story.sources.iter().map(|source| source.uses).collect();
    assert_eq!((uses.as_slice(), parsed.citations), (&[3, 2, 0][..], 5));
}

#[test]
fn a_pointer_escapes_what_json_pointers_escape() {
    let mut story = story_with(&json!({}));
    story["sections"] = json!([{ "blocks": [{ "type": "a/b~c", "text": "Words." }] }]);
    assert_eq!(problems(&read(&story)), [("unknown-block", "/sections/0/blocks/0")]);
}

#[test]
fn a_block_of_an_unknown_kind_shows_its_text_else_its_items_else_nothing() {
    for (block, expected) in [
        (json!({ "type": "poll", "text": "Asked." }), Some("paragraph Asked.")),
        (json!({ "type": "poll", "items": ["Yes", "No"] }), Some("list plain: Yes / No")),
        (json!({ "type": "poll", "text": 7, "items": ["Yes"] }), Some("list plain: Yes")),
        (json!({ "text": "Asked." }), Some("paragraph Asked.")),
        (json!({ "type": "poll", "question": "Well?" }), None),
    ] {
        let parsed = read_with(&json!({ "sections": [{ "blocks": [block, "After."] }] }));
        let blocks = &parsed.story.sections[0].blocks;
        let shown = blocks.iter().rev().nth(1).map(crate::story_format::block_in_short);
        assert_eq!(shown.as_deref(), expected, "{block}");
        assert!(problems(&parsed).contains(&("unknown-block", "/sections/0/blocks/0")), "{block}");
    }
}
