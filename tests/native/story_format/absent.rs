//! Missing, null, empty text, empty list and empty object are the same: absent.

use serde_json::{Value, json};
use story_card::Story;

use crate::reading::{complete_story, problems, read, read_with};

const ABSENT: [fn() -> Value; 5] =
    [|| Value::Null, || json!(""), || json!(" \t\n"), || json!([]), || json!({})];

/// Fields without which there is no story at all.
const NEEDED: [&str; 2] = ["schemaVersion", "headline"];

#[test]
fn an_empty_field_of_the_story_is_a_missing_one() {
    let complete = complete_story();
    let keys = complete.as_object().expect("an object").keys();
    for key in keys.filter(|key| !NEEDED.contains(&key.as_str())) {
        let mut without = complete.clone();
        without.as_object_mut().expect("an object").remove(key);
        let expected = read(&without);
        for absent in ABSENT {
            let mut story = complete.clone();
            story[key] = absent();
            let parsed = read(&story);
            assert_eq!(parsed.story, expected.story, "{key}: {}", absent());
            assert_eq!(problems(&parsed), problems(&expected), "{key}: {}", absent());
        }
    }
}

#[test]
fn a_story_may_be_a_headline_alone() {
    let parsed = read_with(&json!({}));
    let expected = Story { headline: "A headline".into(), ..Story::default() };
    assert_eq!((parsed.story, parsed.problems), (expected, Vec::new()));
}

#[test]
fn a_headline_alone_must_be_there() {
    for headline in ["null", "\"\"", "\"  \"", "[]", "{}", "7", "[\"A headline\"]"] {
        let text = format!(r#"{{"schemaVersion":"story-card/1.0","headline":{headline}}}"#);
        let error = crate::reading::refusal(&text);
        assert_eq!(error.code(), "not-a-story", "{headline}");
    }
}

#[test]
fn a_strict_emitter_may_fill_in_every_field_with_nothing() {
    let text = json!({
        "type": "paragraph", "text": "Words.", "attribution": "", "items": [], "url": null,
        "ordered": null, "start": null, "width": null, "header": [], "rows": [], "language": "",
    });
    let parsed = read_with(&json!({
        "sections": [{ "headline": "", "id": "", "open": null, "blocks": [text] }],
        "timeline": { "headline": "", "events": [] },
    }));
    assert_eq!(problems(&parsed), []);
    assert_eq!(parsed.story.timeline, None);
    assert_eq!(parsed.story.sections[0].blocks.len(), 1);
}

#[test]
fn unknown_keys_at_any_level_are_told_and_change_nothing() {
    let mut story = complete_story();
    let expected = read(&story);
    for pointer in [
        "",
        "/author/0",
        "/image",
        "/sections/0",
        "/sections/0/blocks/1",
        "/timeline",
        "/timeline/events/0",
        "/citation/0",
        "/correction/0",
        "/aiInfo/0",
        "/relatedLink/0",
    ] {
        let object = story.pointer_mut(pointer).expect(pointer);
        object["futureField"] = json!({ "of": ["a", "later", "version"] });
        object["_own"] = json!(1);
    }
    let parsed = read(&story);
    assert_eq!(parsed.story, expected.story);
    assert_eq!(problems(&parsed).len(), 11, "{:?}", problems(&parsed));
    assert!(problems(&parsed).iter().all(|(code, _)| *code == "unknown-key"));
}
