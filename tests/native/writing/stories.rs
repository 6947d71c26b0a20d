//! Whole stories.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};
use story_card::story::{Agent, Related, SafeLink, Section, Source};
use story_card::{Parsed, Story};

use super::{made, read_again, written};
use crate::reading::{complete_story, problems, read};
use crate::schema::{check_valid, tolerant};

/// Keys of a document that are no part of a story.
const NOT_SHOWN: [&str; 4] = ["pubStatus", "embargoedUntil", "expires", "_vendor"];

/// Fails unless a document that is written and read again is the same story, valid, and
/// without a problem.
fn check_same(document: &Value) {
    // What random sources do not hold, and what random fields claim, is no fault of the writer.
    let told = |parsed: &Parsed| {
        let by_chance = ["quote-not-found", "contradiction"];
        let told = problems(parsed).into_iter().filter(|(code, _)| !by_chance.contains(code));
        told.map(|(code, path)| format!("{code} {path}")).collect::<Vec<_>>()
    };
    let parsed = read(document);
    assert_eq!(told(&parsed), Vec::<String>::new(), "the document");
    let json = written(&parsed.story);
    check_valid(&tolerant(), "as written", &json);
    let again = read_again(&parsed.story);
    assert_eq!(again.story, parsed.story, "{json:#}");
    assert_eq!(told(&again), told(&parsed), "{json:#}");
    assert_eq!(again.citations, parsed.citations);
    assert_eq!(written(&again.story), json, "a second time nothing changes");
}

#[test]
fn the_stories_we_have_are_written_as_they_were_read() {
    let stories = crate::promises::stories();
    assert_eq!(stories.len(), 4);
    stories.iter().for_each(check_same);
}

#[test]
fn every_key_of_the_complete_story_is_written() {
    let document = complete_story();
    let json = written(&read(&document).story);
    let keys = document.as_object().expect("an object").keys();
    let missing: Vec<&String> = keys.filter(|key| json.get(key.as_str()).is_none()).collect();
    // The direction follows from the language.
    let expected = ["dir"].iter().chain(&NOT_SHOWN);
    assert!(missing.iter().all(|key| expected.clone().any(|known| key == known)), "{missing:?}");
    for part in ["/author/0", "/publisher", "/image", "/timeline/events/0", "/citation/0"] {
        let keys = |story: &Value| {
            let object = story.pointer(part).and_then(Value::as_object).expect(part);
            object.keys().cloned().collect::<std::collections::BTreeSet<_>>()
        };
        assert!(keys(&json).is_superset(&keys(&document)), "{part}");
    }
}

#[test]
fn what_follows_from_the_rest_is_not_written() {
    let source = json!({ "id": "1", "url": "https://x.example/a" });
    let parsed = read(&json!({
        "schemaVersion": "story-card/1.0",
        "headline": "H",
        "inLanguage": "ar",
        "dir": "rtl",
        "citation": [source],
        "sections": [{ "headline": "What next", "blocks": [] }],
    }));
    let expected = json!({
        "schemaVersion": "story-card/1.0",
        "headline": "H",
        "inLanguage": "ar",
        "citation": [source],
        "sections": [{ "headline": "What next", "blocks": [] }],
    });
    assert_eq!(written(&parsed.story), expected);
}

#[test]
fn keys_are_in_the_order_of_the_schema() {
    let text = serde_json::to_string(&read(&complete_story()).story).expect("JSON");
    let places = ["schemaVersion", "headline", "sections", "timeline", "citation", "license"];
    let places = places.map(|key| text.find(&format!("\"{key}\":")).expect(key));
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn a_story_that_a_program_has_made_is_read() {
    let link = |url| SafeLink::parse(url).expect("a link");
    let related = Related::new("Another", link("https://x.example/b"));
    let story = Story {
        headline: "Made".to_owned(),
        authors: vec![Agent::software("Bot"), Agent::organization("Desk")],
        sections: vec![
            Section { id: "given".to_owned(), ..Section::new("A", vec![]) },
            Section::new("B", vec![]),
        ],
        sources: vec![Source::new("1", "One")],
        related: vec![related],
        ..Story::default()
    };
    let again = read_again(&story);
    assert_eq!(problems(&again), []);
    assert_eq!(again.story.sections[0].id, "given");
    assert_eq!(again.story.sections[1], story.sections[1]);
    assert_eq!(again.story.authors, story.authors);
    assert_eq!(again.story.related, story.related);
    assert_eq!(again.story.sources, story.sources);
}

#[test]
fn what_is_wrong_with_a_story_that_a_program_has_made_is_told() {
    let story = Story {
        headline: "H".to_owned(),
        sources: vec![Source::new("no id", "One")],
        ..Story::default()
    };
    assert_eq!(problems(&read_again(&story)), [("missing-field", "/citation/0")]);
    let text = serde_json::to_string(&Story::default()).expect("JSON");
    let error = crate::reading::refusal(&text);
    assert_eq!(error.code(), "not-a-story", "without a headline there is nothing to show");
}

#[test]
fn parts_without_texts_can_be_written_alone() {
    let story = read(&complete_story()).story;
    let json = written(&story);
    let alone = |part: &Source| serde_json::to_value(part).expect("JSON");
    assert_eq!(Some(&alone(&story.sources[0])), json.pointer("/citation/0"));
    assert_eq!(serde_json::to_value(&story.ai_info).expect("JSON"), json["aiInfo"]);
    assert_eq!(serde_json::to_value(story.published).expect("JSON"), json["datePublished"]);
    assert_eq!(serde_json::to_value(&story.url).expect("JSON"), json["url"]);
    assert_eq!(serde_json::to_value(story.article_type).expect("JSON"), "analysis");
    assert_eq!(serde_json::to_value(story.ai_disclosure).expect("JSON"), "ai-generated");
    assert_eq!(serde_json::to_value(story.direction).expect("JSON"), "ltr");
    assert_eq!(serde_json::to_value(story.authors[1].kind).expect("JSON"), "SoftwareApplication");
    assert_eq!(serde_json::to_value(story.sources[0].supports).expect("JSON"), "quote");
    assert_eq!(serde_json::to_value(&story.language).expect("JSON"), "en-GB");
}

#[test]
fn a_problem_is_written_as_the_page_is_told_it() {
    let parsed = read(&json!({ "schemaVersion": "story-card/1.0", "headline": "H", "id": [1] }));
    let expected = json!([{
        "code": "wrong-type",
        "path": "/id",
        "message": "expected a text, found a list",
    }]);
    assert_eq!(serde_json::to_value(&parsed.problems).expect("JSON"), expected);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, max_shrink_iters: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(34), ..ProptestConfig::default() })]

    #[test]
    fn a_story_that_was_read_is_written_and_read_again_as_the_same(document in made::document()) {
        check_same(&document);
    }
}
