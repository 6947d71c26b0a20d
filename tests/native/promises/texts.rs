//! P1 and P6: text stays text, to the last letter.

use crate::hostile::{self, MARKS, SCRIPTS, change_texts};
use crate::html::{Element, card};
use crate::markup::escaping::{check_harmless, letters_and_attributes};
use crate::reading::complete_story;

/// What the small grammar of story text reads as its own.
fn is_grammar(text: &str) -> bool {
    text.contains(['*', '[', ']', '\\'])
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Puts another entry in front of each text; gives what has to be seen.
fn poisoned(entries: &[String], round: usize) -> (Element, Vec<String>) {
    let (mut story, mut expected) = (complete_story(), Vec::new());
    change_texts(&mut story, &mut |text| {
        let number = expected.len();
        let entry = &entries[(round + number) % entries.len()];
        let room = 280_usize.saturating_sub(entry.chars().count());
        let rest: String = text.chars().take(room.min(8)).collect();
        expected.push(format!("{entry} #{number}."));
        *text = format!("{entry} #{number}. {rest}");
    });
    (card(&story), expected)
}

/// Puts every entry into every text once, and checks that it stays letters.
#[track_caller]
fn check_letters(entries: &[String]) {
    let mut seen = 0;
    for round in 0..entries.len() {
        let (card, expected) = poisoned(entries, round);
        check_harmless(&card);
        let all = tidy(&letters_and_attributes(&card));
        let shown = expected.iter().filter(|text| !is_grammar(text) && all.contains(&tidy(text)));
        seen += shown.count();
    }
    // Some fields of the complete story have other places than the card's face.
    assert!(seen > entries.len() * 40, "only {seen} texts are seen as written");
}

#[test]
fn p1_no_script_in_any_text_becomes_markup() {
    check_letters(&hostile::all(SCRIPTS));
}

#[test]
fn p6_marks_of_direction_are_letters_like_others() {
    let short = hostile::all(MARKS).into_iter().filter(|text| text.chars().count() < 270);
    check_letters(&short.collect::<Vec<_>>());
}

#[test]
fn the_check_of_texts_bites() {
    let (card, expected) = poisoned(&["plain & <b>".to_owned()], 0);
    let all = tidy(&letters_and_attributes(&card));
    assert!(expected.iter().filter(|text| all.contains(text.as_str())).count() > 40);
    assert!(!all.contains("plain & <b> #x."));
}
