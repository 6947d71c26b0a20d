//! A screen reader has a voice for each language: whatever is said is marked with its own.

use serde_json::{Value, json};

use crate::html::{Element, Node, card};
use crate::reading::complete_story;

/// Each text of the card with the language that it is read in; empty is that of the page.
fn heard(story: &Value) -> Vec<(String, String)> {
    let mut heard = Vec::new();
    collect(&card(story), "", &mut heard);
    heard
}

fn collect(element: &Element, around: &str, heard: &mut Vec<(String, String)>) {
    let language = element.get("lang").unwrap_or(around);
    for child in &element.children {
        match child {
            Node::Text(text) => heard.push((language.to_owned(), text.clone())),
            Node::Element(child) => collect(child, language, heard),
        }
    }
}

/// What the card itself says of the complete story, names and dates aside.
const OWN: [&str; 24] = [
    "Written by AI, human review not stated",
    "2 sources",
    "1 correction",
    "1 min read",
    "Key points, made by AI",
    "How this story was made",
    "Written by AI.",
    "How we work",
    "Correction",
    "1 source",
    "This section was written with the help of AI and reviewed by people.",
    "What we know",
    "What we don’t know yet",
    "Sources (2)",
    "Report",
    "Accessed ",
    "Marked words quoted word for word",
    "Archived copy",
    "Cited 4 times",
    "Cited once",
    "No link given",
    "About the author",
    "Related stories",
    "Licence",
];

fn assert_own(story: &Value, language: &str) {
    let heard = heard(story);
    for own in OWN {
        let mut said = heard.iter().filter(|(_, text)| text == own).peekable();
        assert!(said.peek().is_some(), "{own}: {heard:?}");
        for (read_in, text) in said {
            assert_eq!(read_in, language, "{text}");
        }
    }
}

fn assert_read_in(story: &Value, language: &str, texts: &[&str]) {
    let heard = heard(story);
    for text in texts {
        assert!(heard.contains(&(language.to_owned(), (*text).to_owned())), "{text}: {heard:?}");
    }
}

#[test]
fn words_of_the_card_are_english_in_a_story_of_another_language() {
    let mut story = complete_story();
    story["inLanguage"] = json!("de");
    story["sections"][0]["inLanguage"] = json!("fr");
    assert_own(&story, "en");
    assert_read_in(&story, "de", &["A story with every field", "Ada Writer", "1 March 2026"]);
    assert_read_in(&story, "fr", &["A bare string is a paragraph.", "The gauges read high."]);
}

#[test]
fn words_of_the_card_are_english_in_a_section_of_another_language() {
    let mut story = complete_story();
    story["inLanguage"] = json!("en-GB");
    story["sections"][0]["inLanguage"] = json!("fr");
    let own = ["1 source", "What we know", "What we don’t know yet"];
    assert_read_in(&story, "en", &own);
    assert_read_in(&story, "fr", &["A bare string is a paragraph."]);
}

#[test]
fn words_of_the_card_are_english_where_nobody_says_the_language_of_the_story() {
    let mut story = complete_story();
    story["sections"][0]["inLanguage"] = json!(null);
    story["inLanguage"] = json!(null);
    assert_own(&story, "en");
    assert_read_in(&story, "", &["A story with every field", "A bare string is a paragraph."]);
}
