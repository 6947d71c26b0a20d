//! Nothing that is read makes the reader stop dead.

use proptest::prelude::*;
use serde_json::{Value, json};
use story_card::{Options, parse};

use crate::reading::{complete_story, story_with};

/// Values that fields meet by mistake or by malice.
fn values() -> impl Strategy<Value = Value> {
    let words = prop::sample::select(vec![
        "",
        " ",
        "a",
        "2020",
        "2020/..",
        "2020-13-45",
        "Y999999999",
        "-0001",
        "20XX",
        "javascript:x",
        "https://x.example/",
        "**a *b",
        "[1]",
        "[1-4000]",
        "[a](b",
        "\\",
        "\u{202E}",
        "ai-generated",
        "quote",
        "paragraph",
        "table",
        "rtl",
    ]);
    let leaf = prop_oneof![
        2 => Just(Value::Null),
        2 => any::<bool>().prop_map(Value::from),
        2 => any::<i64>().prop_map(Value::from),
        2 => any::<f64>().prop_map(Value::from),
        4 => any::<String>().prop_map(Value::from),
        6 => words.prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        let keys = prop::sample::select(KEYS.to_vec()).prop_map(str::to_owned);
        let list = prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from);
        let map = prop::collection::vec((keys, inner), 0..6);
        prop_oneof![list, map.prop_map(|entries| entries.into_iter().collect::<Value>())]
    })
}

/// Every key of the format that the reader knows.
const KEYS: [&str; 61] = [
    "id",
    "url",
    "headline",
    "alternativeHeadline",
    "description",
    "articleSection",
    "articleType",
    "keywords",
    "inLanguage",
    "dir",
    "author",
    "editor",
    "publisher",
    "datePublished",
    "dateModified",
    "image",
    "sections",
    "timeline",
    "citation",
    "correction",
    "aiDisclosure",
    "digitalSourceType",
    "aiInfo",
    "aiInfoRef",
    "publishingPrinciples",
    "disclaimer",
    "copyrightNotice",
    "license",
    "creditText",
    "relatedLink",
    "pubStatus",
    "embargoedUntil",
    "expires",
    "name",
    "jobTitle",
    "alt",
    "caption",
    "width",
    "height",
    "open",
    "blocks",
    "type",
    "text",
    "items",
    "ordered",
    "start",
    "attribution",
    "header",
    "rows",
    "language",
    "title",
    "events",
    "date",
    "displayDate",
    "group",
    "accessed",
    "archivedAt",
    "supports",
    "system",
    "provider",
    "literal",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_stops_the_reader(text in any::<String>()) {
        let _ = parse(&text, &Options::default());
        let _ = parse(&format!("{{\"schemaVersion\":\"story-card/1.0\",\"headline\":{text:?}}}"), &Options::default());
    }

    #[test]
    fn no_bytes_stop_the_decoder(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = parse(&story_card::parse::decode(bytes), &Options::default());
    }

    #[test]
    fn no_fields_stop_the_reader(fields in prop::collection::vec((prop::sample::select(KEYS.to_vec()), values()), 0..8)) {
        let fields: Value = fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let text = story_with(&fields).to_string();
        let _ = parse(&text, &Options { now: Some(0.0), base: Some("https://x.example/"), ..Options::default() });
    }

    #[test]
    fn no_value_in_any_field_of_a_whole_story_stops_the_reader(value in values(), at in any::<prop::sample::Index>()) {
        let mut story = complete_story();
        let fields = crate::problems::of_the_complete_story();
        let (pointer, _) = at.get(&fields);
        *story.pointer_mut(pointer).expect("a field") = value;
        if let Ok(parsed) = parse(&story.to_string(), &Options::default()) {
            let within = |path: &str| path.starts_with(pointer.as_str()) || pointer.starts_with(path);
            // Another kind of block has other keys.
            let block = pointer.strip_suffix("/type").filter(|block| block.contains("/blocks/"));
            let within = |path: &str| within(path) || block.is_some_and(|block| path.starts_with(block));
            let is_elsewhere = |path: &str| !within(path) && !pointer.starts_with("/citation");
            prop_assert!(parsed.problems.iter().all(|problem| !is_elsewhere(&problem.path)), "{pointer}: {:?}", parsed.problems);
        }
    }

    #[test]
    fn no_story_text_stops_the_reader_or_loses_letters(text in "[ a*\\\\()1-3,é\\[\\]]{0,60}") {
        // The title of a Markdown link is not shown: `[text](address (title))`.
        let has_title = text.split_once("](").is_some_and(|(_, rest)| rest.contains(" ("));
        prop_assume!(!has_title);
        let story = story_with(&json!({ "citation": [{ "id": 1, "name": "N" }], "disclaimer": text }));
        let parsed = crate::reading::read(&story);
        let letters = |text: &str| text.chars().filter(|c| matches!(c, 'a' | 'é')).count();
        let shown = parsed.story.disclaimer.map(|text| crate::reading::runs(&text)).unwrap_or_default();
        prop_assert!(letters(&shown) >= letters(&text), "{text:?} became {shown:?}");
    }
}
