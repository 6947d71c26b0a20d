//! Whether a document is a story of this version, and may be shown now.

use serde_json::{Value, json};
use story_card::{Error, Options, Parsed, parse};

use crate::reading::{NOON, problems, refusal, story_with};

#[test]
fn four_mebibytes_are_read_and_one_more_byte_is_not() {
    let story = |padding: usize| {
        format!(
            r#"{{"schemaVersion":"story-card/1.0","headline":"H","_":"{}"}}"#,
            "a".repeat(padding)
        )
    };
    let limit = 4 << 20;
    let frame = story(0).len();
    let parsed = parse(&story(limit - frame), &Options::default()).expect("a story of 4 MiB");
    assert_eq!(parsed.story.headline, "H");
    for bytes in [limit + 1, 10_000_000] {
        let error = refusal(&story(bytes - frame));
        assert_eq!(error.code(), "too-large", "{bytes} bytes");
        assert!(error.to_string().contains("4194304"), "{error}");
    }
}

#[test]
fn a_minor_version_of_the_first_major_is_read() {
    for version in
        ["story-card/1.0", "story-card/1.1", "story-card/1.99", "story-card/1", " story-card/1.0 "]
    {
        let text = story_with(&json!({ "schemaVersion": version })).to_string();
        assert!(parse(&text, &Options::default()).is_ok(), "{version}");
    }
}

#[test]
fn another_major_version_is_refused_by_name() {
    for version in ["2.0", "0.9", "10.0", "1x.0", "", "one", "11"] {
        let version = format!("story-card/{version}");
        let error = refusal(&story_with(&json!({ "schemaVersion": version })).to_string());
        assert_eq!(error.code(), "unsupported-version", "{version}");
        assert!(error.to_string().contains(&version), "{error}");
    }
}

#[test]
fn what_is_no_story_is_refused_with_the_keys_it_has() {
    for (document, words) in [
        (json!({ "items": [], "version": "https://jsonfeed.org/version/1.1" }), "items, version"),
        (json!({ "headline": "H" }), "headline"),
        (json!({ "schemaVersion": "other/1.0", "headline": "H" }), "schemaVersion"),
        (json!({ "schemaVersion": 1, "headline": "H" }), "schemaVersion"),
        (json!({ "schemaVersion": null, "headline": "H" }), "schemaVersion"),
        (json!(null), "null"),
        (json!(7), "a number"),
        (json!("story-card/1.0"), "a text"),
        (json!(true), "true or false"),
    ] {
        let error = refusal(&document.to_string());
        assert_eq!(error.code(), "not-a-story", "{document}");
        assert!(error.to_string().contains(words), "{document}: {error}");
    }
}

#[test]
fn of_a_list_of_other_things_the_keys_of_the_first_are_named() {
    for (document, words) in [
        (json!([{ "id": 7, "slug": "a", "title": {} }, 3]), "id, slug, title"),
        (json!([]), "an empty list"),
        (json!([1, 2]), "a list of other things"),
    ] {
        let error = refusal(&document.to_string());
        assert_eq!(error.code(), "not-a-story", "{document}");
        assert!(error.to_string().contains(words), "{document}: {error}");
    }
}

#[test]
fn what_is_no_json_is_called_what_it_is() {
    for (text, words) in [
        ("", "the answer is empty"),
        (" \r\n\t", "the answer is empty"),
        ("\u{feff}", "the answer is empty"),
        ("<!doctype html><p>Sign in", "an HTML page"),
        ("\n<html><body>", "an HTML page"),
        ("<p>Not found", "an HTML page"),
        ("<!-- <rss> --><!DOCTYPE html>\n<HTML>", "an HTML page"),
        ("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>", "an HTML page"),
        ("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">", "an RSS feed"),
        ("<rdf:RDF xmlns=\"x\">", "an RSS feed"),
        ("<?xml version=\"1.0\"?><feed xmlns=\"x\">", "an Atom feed"),
        ("<?xml version=\"1.0\"?><urlset>", "an XML document"),
        ("<", "an HTML page"),
    ] {
        let error = refusal(text);
        assert_eq!(error.code(), "not-json", "{text}");
        assert!(error.to_string().contains(words), "{text}: {error}");
        assert!(!error.is_temporary(), "{text}");
    }
}

#[test]
fn readers_are_told_in_plain_words_what_came_instead() {
    let english = story_card::words::Words::english();
    for (text, words) in [
        ("<!doctype html>", "a web page"),
        ("<rss>", "a news feed"),
        ("", "empty"),
        ("{", "not a story"),
    ] {
        let sentence = story_card::loading::status::sentence(&refusal(text), &english);
        assert!(sentence.contains(words), "{text}: {sentence}");
        assert!(!sentence.contains("JSON"), "{sentence}");
    }
}

#[test]
fn of_a_stranger_only_a_few_keys_are_named() {
    let strange: serde_json::Map<String, Value> =
        (0..500).map(|n| (format!("key{n}").repeat(40), json!(n))).collect();
    let error = refusal(&Value::Object(strange).to_string());
    assert_eq!(error.code(), "not-a-story");
    assert!(error.to_string().len() < 400, "{error}");
}

fn at(now: Option<f64>, fields: &Value) -> Result<Parsed, Error> {
    parse(&story_with(fields).to_string(), &Options { now, ..Options::default() })
}

/// Checks whether a story with these fields is withheld at noon.
fn check(fields: &Value, is_withheld: bool) {
    let code = at(Some(NOON), fields).map_err(|error| error.code()).err();
    assert_eq!(code, is_withheld.then_some("withheld"), "{fields}");
}

#[test]
fn a_status_may_withhold_a_story() {
    for status in ["withheld", "canceled", "cancelled", "Withheld", " CANCELED "] {
        check(&json!({ "pubStatus": status }), true);
        assert!(at(None, &json!({ "pubStatus": status })).is_err(), "{status}, whatever the time");
    }
    for status in ["usable", "", "published"] {
        check(&json!({ "pubStatus": status }), false);
    }
}

#[test]
fn an_embargo_holds_until_its_moment() {
    for (until, is_withheld) in [
        ("2026-03-10T12:00:01Z", true),
        ("2026-03-10T12:00:00Z", false),
        ("2026-03-10T11:59:59Z", false),
        ("2026-03-10T14:00:01+02:00", true),
        ("2026-03-10T14:00:00+02:00", false),
        ("2026-03-11", true),
        // A day lasts to its end, and a time without a zone is a day.
        ("2026-03-10", true),
        ("2026-03-10T01:00:00", true),
        ("2026-03-10T01:00:00 EET", true),
        // Midnight is an instant here, however it is written.
        ("2026-03-10T00:00:00Z", false),
        ("2026-03-10T00:00:00.000Z", false),
        ("Tue, 10 Mar 2026 12:00:01 GMT", true),
        ("Tue, 10 Mar 2026 07:00:00 EST", false),
        ("2026-03-09", false),
        ("2026-03-01/..", true),
        ("9999-12-31", true),
    ] {
        check(&json!({ "embargoedUntil": until }), is_withheld);
    }
}

#[test]
fn a_story_expires_at_its_moment() {
    for (expires, is_withheld) in [
        ("2026-03-10T12:00:00Z", true),
        ("2026-03-10T12:00:01Z", false),
        ("2026-03-10T07:00:00-05:00", true),
        ("2026-03-09", true),
        ("2026-03-10", false),
        ("2026-03-10T01:00:00", false),
    ] {
        check(&json!({ "expires": expires }), is_withheld);
    }
}

#[test]
fn without_a_clock_no_embargo_and_no_expiry_applies() {
    let fields = json!({ "embargoedUntil": "9999-12-31", "expires": "0001-01-01" });
    assert!(at(None, &fields).is_ok());
}

#[test]
fn a_gate_that_cannot_be_read_is_told_and_lets_pass() {
    for key in ["embargoedUntil", "expires"] {
        let parsed = at(Some(NOON), &json!({ key: "soon" })).expect("a story");
        assert_eq!(problems(&parsed), [("unreadable-date", format!("/{key}").as_str())]);
    }
}

#[test]
fn what_is_refused_is_refused_for_good_unless_the_network_was_to_blame() {
    let documents = [
        "{".to_owned(),
        "{}".to_owned(),
        story_with(&json!({ "schemaVersion": "story-card/2.0" })).to_string(),
        story_with(&json!({ "pubStatus": "withheld" })).to_string(),
    ];
    for document in documents {
        let error = refusal(&document);
        assert!(!error.is_temporary(), "{error}");
        assert_eq!(error.status(), None);
        let text = error.to_string();
        assert!(!text.ends_with('.') && !text.contains('\n'), "{text}");
    }
}
