//! Quotation marks are those of the language and the region.

use serde_json::{Value, json};

use crate::html::card;
use crate::reading::{file, story_with};

/// The words of a quotation in a story of this language.
fn quoted(language: &str, text: &str) -> String {
    let blocks = json!([{ "type": "quote", "text": text }]);
    let fields = json!({ "inLanguage": language, "sections": [{ "blocks": blocks }] });
    words(&fields)
}

fn words(fields: &Value) -> String {
    card(&story_with(fields)).part("quote-text").text()
}

#[test]
fn marks_are_those_of_the_region() {
    for (language, expected) in [
        ("en", "“a”"),
        ("en-GB", "“a”"),
        ("zh", "“a”"),
        ("zh-CN", "“a”"),
        ("zh-Hans-HK", "“a”"),
        ("zh-Hant", "「a」"),
        ("zh-TW", "「a」"),
        ("zh-HK", "「a」"),
        ("zh-hant-tw", "「a」"),
        ("ja", "「a」"),
        ("ko", "“a”"),
        ("pt", "«a»"),
        ("pt-PT", "«a»"),
        ("pt-BR", "“a”"),
        ("de", "„a“"),
        ("de-AT", "„a“"),
        ("de-CH", "«a»"),
        ("de-Latn-CH", "«a»"),
        ("fr", "«\u{202F}a\u{202F}»"),
        ("fr-CA", "«\u{202F}a\u{202F}»"),
        ("fr-CH", "«a»"),
        ("it-CH", "«a»"),
        ("he", "”a”"),
        ("ar", "«a»"),
        ("ar-EG", "«a»"),
        ("fa", "«a»"),
        ("sv", "”a”"),
        ("fi", "”a”"),
        ("pl", "„a”"),
        ("ru", "«a»"),
        ("nl", "‘a’"),
        ("tlh", "“a”"),
        ("de-u-co-phonebk", "„a“"),
    ] {
        assert_eq!(quoted(language, "a"), expected, "{language}");
    }
}

/// Where the card departs from CLDR's table: the usage of Switzerland, `pt` without a region,
/// the narrow spaces of French, the two marks of Arabic that look alike, and what no font can
/// have meant (“’).
const DEPARTS: [&str; 6] = ["bm-Nkoo", "de-CH", "de-LI", "pt", "st", "st-LS"];

fn departs(language: &str) -> bool {
    DEPARTS.contains(&language) || language == "ar" || language.starts_with("ar-")
}

#[test]
fn marks_are_those_of_the_table_of_unicode() {
    let table = file("tests/fixtures/quotation_marks.txt");
    let mut seen = 0;
    for line in table.lines() {
        let (marks, languages) = line.split_once(" : ").expect("marks and languages");
        let marks: Vec<&str> = marks.split(' ').collect();
        for language in languages.split(' ').filter(|language| !departs(language)) {
            let words = quoted(language, "a").replace('\u{202F}', "");
            assert_eq!(words, format!("{}a{}", marks[0], marks[1]), "{language}");
            seen += 1;
        }
    }
    assert!(seen > 700, "only {seen} languages");
}

#[test]
fn a_quotation_inside_is_told_from_the_one_around_it() {
    for (language, text, expected) in [
        ("en", "They said “no” twice", "‘They said “no” twice’"),
        ("en", "They said ‘no’ twice", "“They said ‘no’ twice”"),
        ("en", "They said \"no\" twice", "“They said \"no\" twice”"),
        ("de", "Sie sagten „nein“ dazu", "‚Sie sagten „nein“ dazu‘"),
        (
            "fr",
            "Ils ont dit «\u{A0}non\u{A0}» deux fois",
            "“Ils ont dit «\u{A0}non\u{A0}» deux fois”",
        ),
        ("ja", "彼は「いいえ」と言った", "『彼は「いいえ」と言った』"),
        ("nl", "de uitkomst van ’s avonds", "‘de uitkomst van ’s avonds’"),
    ] {
        assert_eq!(quoted(language, text), expected, "{language}");
    }
}

#[test]
fn a_quotation_that_brings_its_marks_gets_no_others() {
    for text in ["“a”", "\"a\"", "„a“", "«\u{A0}a\u{A0}»", "「a」", "“No,” he said", "‹a›", "『a』"]
    {
        assert_eq!(quoted("en", text), text);
    }
    assert_eq!(quoted("en", "*“a”*"), "“a”", "set in italics");
}

#[test]
fn a_section_in_another_language_has_its_own_marks() {
    let blocks = json!([{ "type": "quote", "text": "a" }]);
    let fields =
        json!({ "inLanguage": "en", "sections": [{ "inLanguage": "de", "blocks": blocks }] });
    assert_eq!(words(&fields), "„a“");
}

#[test]
fn code_stands_from_left_to_right_in_every_story() {
    for language in ["ar", "he", "en"] {
        let blocks = json!([{ "type": "code", "text": "let a = [1];" }]);
        let fields = json!({ "inLanguage": language, "sections": [{ "blocks": blocks }] });
        let card = card(&story_with(&fields));
        let code = card.all().into_iter().find(|element| element.name == "pre").expect("code");
        assert_eq!(code.get("dir"), Some("ltr"), "{language}");
    }
}
