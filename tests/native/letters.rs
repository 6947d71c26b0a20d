//! A text is cut between what readers take for letters, by Unicode's own word for it.

use proptest::prelude::*;
use serde_json::json;
use story_card::story::letters::{borders, floor, is_unspaced, is_word};
use unicode_segmentation::UnicodeSegmentation;

use crate::reading::read_with;

/// Where graphemes begin, and the end of the text.
fn graphemes(text: &str) -> Vec<usize> {
    text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect()
}

#[track_caller]
fn check(text: &str) {
    let known = graphemes(text);
    for border in borders(text) {
        assert!(known.contains(&border), "{text:?} would be cut at {border}: {known:?}");
    }
}

#[test]
fn no_character_is_parted_from_what_it_joins() {
    // All planes that have letters, marks or signs of language.
    let planes = (0x80..=0x0003_FFFF).chain(0x000E_0000..=0x000E_0FFF);
    for letter in planes.filter_map(char::from_u32) {
        // One text holds the pairs that matter; what stands around a pair is no part of it.
        check(&format!("a{letter}a\u{915}{letter}\u{AC00}\u{1100}{letter}"));
    }
}

#[test]
fn letters_of_living_scripts_may_be_parted() {
    for text in [
        "Wasser geht zurück",
        "Нева поднялась",
        "Το νερό ανέβηκε",
        "ارتفع منسوب المياه",
        "המים עלו",
        "水位上升了",
        "水位が上がった",
        "수위가 올랐다",
        "น้ำขึ้น",
        "पानी बढ़ गया",
        "জল বেড়েছে",
        "நீர் உயர்ந்தது",
        "🇩🇪🇫🇷👨‍👩‍👧‍👦👍🏽e\u{301}",
    ] {
        let ours: Vec<usize> = borders(text).collect();
        check(text);
        let all = graphemes(text);
        // A syllable that a virama ties is kept whole, also where Unicode parts it.
        assert!(ours.len() * 10 >= all.len() * 8, "{text}: {ours:?} of {all:?}");
    }
}

#[test]
fn every_letter_and_digit_is_part_of_a_word() {
    let letters = (0x80..=0x0001_EFFF)
        .filter_map(char::from_u32)
        .filter(|c| c.is_alphanumeric() && *c != '\u{2E2F}');
    let missed: Vec<char> = letters.filter(|c| !is_word(*c)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn no_mark_is_part_of_a_word() {
    let marks =
        "\u{A0}¡§«»¿·×–—‘’“”„…•‹›€₹™→★、。「」『』〜・！？，：；（）｡､،؛؟۔׀־।॥၊။។៖๏፡።·;՝։🙂☂️";
    let wrong: Vec<char> = marks.chars().filter(|c| *c != '™' && is_word(*c)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn scripts_without_spaces_are_known_and_their_digits_are_digits() {
    for letter in "水の이ナ".chars().filter(|c| *c != '이').chain("นລកမབ".chars()) {
        assert!(is_unspaced(letter), "{letter}");
    }
    for letter in "aéжωبअ이".chars().chain("1๑໒១၁༡".chars()) {
        assert!(!is_unspaced(letter), "{letter}");
    }
}

const PIECES: [&str; 22] = [
    "a",
    " ",
    "é",
    "e\u{301}",
    "\u{301}",
    "水",
    "한",
    "\u{1112}\u{1161}\u{11AB}",
    "क्षि",
    "ক্ষ",
    "க்ஷ",
    "ന്ത",
    "กำ",
    "👨\u{200D}👩\u{200D}👧",
    "👍🏽",
    "🇩🇪",
    "🇫",
    "\u{200D}",
    "❤\u{FE0F}",
    "\r\n",
    "\u{600}1",
    "𑄇𑄴",
];

fn texts() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&PIECES[..]), 1..40)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mixed_text_is_cut_between_graphemes(text in texts()) {
        let known = graphemes(&text);
        for border in borders(&text) {
            prop_assert!(known.contains(&border), "{:?} at {}", text, border);
        }
    }

    #[test]
    fn any_text_is_cut_between_graphemes(text in "\\PC{0,40}", at in 0_usize..160) {
        prop_assert!(graphemes(&text).contains(&floor(&text, at)));
    }

    #[test]
    fn a_headline_that_is_too_long_is_cut_between_graphemes(text in texts(), head in "[a-z]{290,300}") {
        let whole = format!("{head}{text}").trim().to_owned();
        let headline = read_with(&json!({ "headline": whole })).story.headline;
        let Some(kept) = headline.strip_suffix('…') else { return Ok(()) };
        prop_assert!(whole.starts_with(kept));
        let rest = whole[kept.len()..].trim_start();
        let at = whole.len() - rest.len();
        prop_assert!(graphemes(&whole).contains(&kept.len()) || graphemes(&whole).contains(&at));
    }

    #[test]
    fn the_name_of_a_section_is_cut_between_graphemes(text in texts(), head in "[a-z]{70,80}") {
        let fields = json!({ "sections": [{ "headline": format!("{head}{text}"), "blocks": ["a"] }] });
        let id = read_with(&fields).story.sections.remove(0).id;
        // What a name leaves out, joiners too, becomes a hyphen; up to there it is the headline's.
        let same = id.split('-').next().unwrap_or_default();
        let whole = format!("{head}{text}").to_ascii_lowercase();
        if whole.starts_with(same) && !text.contains('\u{200D}') {
            prop_assert!(graphemes(&whole).contains(&same.len()), "{:?} of {:?}", same, whole);
        }
    }
}
