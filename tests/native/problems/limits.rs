//! Limits: what is over one is left out or cut, told, and the rest is shown.

use serde_json::{Value, json};
use story_card::Parsed;
use story_card::story::plain;

use crate::reading::{problems, read_with};

/// The same entry again and again.
fn many(count: usize, entry: impl Fn(usize) -> Value) -> Value {
    (0..count).map(entry).collect()
}

/// Checks that of a list one more than the limit is left out and told, and that the limit
/// itself is kept without a word.
fn check(
    limit: usize,
    path: &str,
    story: impl Fn(usize) -> Value,
    kept: impl Fn(&Parsed) -> (usize, usize),
) {
    let parsed = read_with(&story(limit));
    assert_eq!((kept(&parsed), problems(&parsed)), ((limit, 0), vec![]), "{path} at its limit");
    let parsed = read_with(&story(limit + 3));
    assert_eq!(
        (kept(&parsed), problems(&parsed)),
        ((limit, 3), vec![("too-many", path)]),
        "{path} over it"
    );
}

#[test]
fn two_hundred_sections_are_shown() {
    let story =
        |count| json!({ "sections": many(count, |_| json!({ "headline": "H", "blocks": ["W"] })) });
    check(200, "/sections", story, |p| (p.story.sections.len(), p.story.omitted.sections));
}

#[test]
fn ten_thousand_blocks_of_all_sections_are_shown() {
    let blocks = |count| many(count, |_| json!("Words."));
    let story = |count: usize| json!({ "sections": [{ "blocks": blocks(6_000) }, { "blocks": blocks(count - 6_000) }] });
    let kept = |p: &Parsed| {
        let sections = p.story.sections.iter();
        sections.fold((0, 0), |(kept, omitted), s| (kept + s.blocks.len(), omitted + s.omitted))
    };
    check(10_000, "/sections/1/blocks", story, kept);
}

#[test]
fn a_thousand_events_are_shown() {
    let event = |_| json!({ "date": "2020", "text": "Words." });
    let story = |count| json!({ "timeline": { "events": many(count, event) } });
    let events = |p: &Parsed| p.story.timeline.as_ref().map_or(0, |timeline| timeline.events.len());
    check(1_000, "/timeline/events", story, |p| (events(p), p.story.omitted.events));
}

#[test]
fn four_thousand_sources_are_shown() {
    let story = |count| json!({ "citation": many(count, |id| json!({ "id": id, "name": "N" })) });
    check(4_000, "/citation", story, |p| (p.story.sources.len(), p.story.omitted.sources));
}

#[test]
fn fifty_related_stories_are_shown() {
    let related = |_| json!({ "name": "N", "url": "https://x.example/" });
    let story = |count| json!({ "relatedLink": many(count, related) });
    check(50, "/relatedLink", story, |p| (p.story.related.len(), p.story.omitted.related));
}

/// The same for a list that does not say how many it left out.
fn check_cut(
    limit: usize,
    path: &str,
    story: impl Fn(usize) -> Value,
    kept: impl Fn(&Parsed) -> usize,
) {
    check(limit, path, story, |parsed| (kept(parsed), 3 * parsed.problems.len()));
}

#[test]
fn a_hundred_of_everything_small_is_taken() {
    let names = |count| many(count, |_| json!("Ada"));
    check_cut(100, "/author", |count| json!({ "author": names(count) }), |p| p.story.authors.len());
    check_cut(100, "/editor", |count| json!({ "editor": names(count) }), |p| p.story.editors.len());
    check_cut(
        100,
        "/keywords",
        |count| json!({ "keywords": names(count) }),
        |p| p.story.keywords.len(),
    );
    let corrections = |count| json!({ "correction": many(count, |_| json!({ "text": "T" })) });
    check_cut(100, "/correction", corrections, |p| p.story.corrections.len());
    let systems = |count| json!({ "aiInfo": many(count, |_| json!({ "name": "N" })) });
    check_cut(100, "/aiInfo", systems, |p| p.story.ai_info.len());
}

fn headline(text: &str) -> (String, usize) {
    let parsed = read_with(&json!({ "headline": text }));
    assert!(problems(&parsed).iter().all(|problem| *problem == ("too-long", "/headline")));
    (parsed.story.headline, parsed.problems.len())
}

#[test]
fn a_headline_is_cut_at_three_hundred_characters() {
    for letter in ["a", "é", "日", "👩"] {
        let at_limit = letter.repeat(300);
        assert_eq!(headline(&at_limit), (at_limit.clone(), 0));
        assert_eq!(headline(&letter.repeat(301)), (format!("{at_limit}…"), 1));
    }
}

#[test]
fn a_cut_falls_between_words_and_never_inside_a_letter() {
    let (cut, _) = headline(&"word ".repeat(70));
    assert_eq!(cut, format!("{}…", "word ".repeat(60).trim_end()));
    // 299 letters, then one made of several code points.
    for letter in ["e\u{301}", "👍🏽", "👩\u{200D}👩\u{200D}👧"] {
        let (cut, _) = headline(&format!("{}{letter}{}", "a".repeat(299), "b".repeat(9)));
        assert_eq!(cut, format!("{}…", "a".repeat(299)), "{letter}");
    }
}

#[test]
fn a_text_is_cut_at_twenty_thousand_characters() {
    let parsed = read_with(&json!({ "disclaimer": "x".repeat(20_001) }));
    assert_eq!(problems(&parsed), [("too-long", "/disclaimer")]);
    let letters = plain(&parsed.story.disclaimer.expect("a disclaimer"));
    assert_eq!(letters, format!("{}…", "x".repeat(20_000)));
}

#[test]
fn problems_are_kept_to_two_hundred() {
    let parsed = read_with(&json!({ "keywords": many(100, |_| json!(1)),
        "author": many(100, |_| json!(1)), "editor": many(100, |_| json!(1)) }));
    assert_eq!(parsed.problems.len(), 200);
    assert_eq!(parsed.story.headline, "A headline");
}

#[test]
fn wide_rows_and_long_lists_are_cut() {
    let story = read_with(&json!({ "sections": [{ "blocks": [
        { "type": "table", "rows": [many(60, |_| json!("c"))] },
        { "type": "list", "items": many(2_001, |_| json!("i")) },
    ] }] }));
    let expected =
        [("too-many", "/sections/0/blocks/0/rows/0"), ("too-many", "/sections/0/blocks/1/items")];
    assert_eq!(problems(&story), expected);
}
