//! The JSON reader takes what `serde_json` takes, and refuses what it refuses.
//!
//! Three differences are wanted, and left out of the comparison: half a surrogate pair is
//! mended here, a number too large to compute with is a number here, and what is nested
//! deeper than either reads is not generated.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use serde_json::Value;

use crate::reading;

/// Whether this text is JSON to the card.
fn is_json_here(text: &str) -> bool {
    match story_card::parse(text, &story_card::Options::default()) {
        Ok(_) => true,
        Err(error) => error.code() != "not-json",
    }
}

/// Whether it is to `serde_json`; nothing where the two are meant to differ.
fn is_json_there(text: &str) -> Option<bool> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    match serde_json::from_str::<Value>(text) {
        Ok(_) => Some(true),
        Err(error) => {
            let words = error.to_string();
            let is_meant = ["surrogate", "hex escape", "out of range", "recursion"];
            (!is_meant.iter().any(|part| words.contains(part))).then_some(false)
        }
    }
}

fn check(text: &str) {
    if let Some(expected) = is_json_there(text) {
        assert_eq!(is_json_here(text), expected, "{text:?}");
    }
}

/// Values as they come, and written with space in odd places.
fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        let list = prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from);
        let map = prop::collection::vec((any::<String>(), inner), 0..6);
        prop_oneof![list, map.prop_map(|entries| entries.into_iter().collect::<Value>())]
    })
}

/// Letters with which JSON is built and broken.
const LETTERS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\n",
    "0",
    "-",
    ".",
    "e",
    "E+",
    "1",
    "true",
    "null",
    "tru",
    " ",
    "\n",
    "\t",
    "\u{B}",
    "\u{FEFF}",
    "\0",
    "\u{1F}",
    "a",
    "é",
    "😀",
    "/",
    "'",
    "\\ud800",
    "\\uD83D\\uDE00",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_value_written_as_json_is_accepted(value in values()) {
        prop_assert!(is_json_here(&value.to_string()));
        let spaced = format!("{value:#}");
        prop_assert!(is_json_here(&spaced));
    }

    #[test]
    fn a_changed_text_is_judged_as_serde_json_does(
        value in values(),
        at in any::<prop::sample::Index>(),
        cut in 0_usize..4,
        letters in prop::collection::vec(prop::sample::select(LETTERS), 0..3),
    ) {
        let text = value.to_string();
        let mut letters_before: Vec<char> = text.chars().collect();
        let start = at.index(letters_before.len());
        let end = (start + cut).min(letters_before.len());
        letters_before.splice(start..end, letters.concat().chars());
        check(&letters_before.into_iter().collect::<String>());
    }

    #[test]
    fn any_pile_of_json_letters_is_judged_as_serde_json_does(
        letters in prop::collection::vec(prop::sample::select(LETTERS), 0..24),
    ) {
        check(&letters.concat());
    }
}

#[test]
fn every_prefix_and_every_gap_of_a_story_is_judged_as_serde_json_does() {
    let text = reading::complete_story().to_string();
    let letters: Vec<char> = text.chars().collect();
    for at in 0..letters.len() {
        check(&letters[..at].iter().collect::<String>());
        let gap: String = letters[..at].iter().chain(&letters[at + 1..]).collect();
        check(&gap);
    }
}

/// Texts on the edge, after the families of the public JSON test suites.
#[rustfmt::skip]
const EDGES: &[&str] = &[
    "[]", "{}", "[[]]", "[{}]", "\"\"", "0", "-0", "-0.0", "1e5", "1E+5", "1e-5", "0e0", "0.1e1", "-1.5e-300",
    "123456789012345678901234567890", "0.000000000000000000000000000000000001", "[1,2]", "[null,true,false]",
    "{\"a\":1,\"a\":2}", "{\"\":0}", "\"\\u0000\"", "\"\\u001f\"", "\"\u{7f}\"", "\"\u{2028}\u{2029}\"",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u20AC\"", "\"\\uFFFF\"", "\"\\uD834\\uDD1E\"", " [1] ", "\n\t\r [1]\n",
    "[1,]", "[,1]", "[,]", "[1,,2]", "[", "]", "[[", "[]]", "{", "}", "{]", "[}", "{\"a\"}", "{\"a\":}", "{:1}",
    "{1:1}", "{\"a\":1,}", "{,}", "{\"a\":1 \"b\":2}", "{\"a\"::1}", "{a:1}", "{null:1}", "{\"a\":1}}", "{\"a\":1}#",
    "00", "01", "-01", "-", "+1", "--1", "1.", ".1", "-.1", "1.e1", "1e", "1e+", "1ee1", "1e1.5", "0x1", "0b1",
    "1_000", "1 2", "Infinity", "-Infinity", "NaN", "-NaN", "1a", "1.0.0", "0.e1", "2.e+3", "-1x", "１",
    "True", "TRUE", "truE", "nulll", "nul", "tru e", "undefined", "'a'", "`a`", "\"a", "a\"", "\"\\", "\"\\\"",
    "\"\\u\"", "\"\\u0\"", "\"\\u00\"", "\"\\u000\"", "\"\\u000g\"", "\"\\u 041\"", "\"\\x00\"", "\"\\é\"", "\"\\😀\"",
    "\"\t\"", "\"\n\"", "\"\0\"", "\"\u{1f}\"", "", " ", "\u{FEFF}", "\u{FEFF}{}", "{}\u{FEFF}", "\u{A0}{}", "\u{C}{}",
    "\u{2060}[]", "/* a */ []", "[] // a", "# a\n[]", "<a>", "*", "[\"a\",\n4\n,1,", "{\"a\":\"b\"}/**/", "\\u000A\"\"",
    "[\u{000B}1]", "{\"a\": true} \"x\"", "[\"\": 1]", "[3[4]]", "[1:2]", "{\"x\", null}", "[\"a\" \"b\"]", "\\n",
];

#[test]
fn the_edges_of_json_are_where_serde_json_has_them() {
    assert!(EDGES.iter().filter(|text| is_json_there(text) == Some(true)).count() > 25);
    assert!(EDGES.iter().filter(|text| is_json_there(text) == Some(false)).count() > 80);
    for text in EDGES {
        check(text);
    }
}

/// The same edges as the value of a field of a story.
#[test]
fn an_edge_inside_a_story_is_judged_as_serde_json_does() {
    for edge in EDGES {
        check(&format!(
            r#"{{"schemaVersion":"story-card/1.0","headline":"H","articleSection":{edge}}}"#
        ));
        check(&format!(r#"{{"_":[[[{edge}]]],"headline":"H"}}"#));
    }
}

#[test]
fn most_of_what_is_generated_is_compared() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let values = values();
    let compared = (0..200).filter(|_| {
        let tree = values.new_tree(&mut runner).expect("a value");
        is_json_there(&tree.current().to_string()).is_some()
    });
    assert!(compared.count() > 190);
}
