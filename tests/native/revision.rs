//! Which section of a newer version is which of the one before, and what it says anew.

use serde_json::{Value, json};
use story_card::Story;
use story_card::story::revision::{changes, sections, sources};

use crate::reading::read_with;

/// Sections as `(id, headline, blocks)`.
fn story(sections: &[(&str, &str, &[&str])]) -> Story {
    let section = |(id, headline, blocks): &(&str, &str, &[&str])| json!({ "id": id, "headline": headline, "blocks": blocks });
    let sources = json!([{ "id": "1", "name": "One" }, { "id": "2", "name": "Two" }]);
    let sections: Value = sections.iter().map(section).collect();
    read_with(&json!({ "sections": sections, "citation": sources })).story
}

type Row<'a> = (&'a str, &'a str, &'a [&'a str]);

#[track_caller]
fn assert_was(before: &[Row<'_>], now: &[Row<'_>], expected: &[Option<usize>]) {
    assert_eq!(sections(&story(before), &story(now)), expected);
}

const RESCUE: &[&str] = &["Four boats are there.", "A fifth is on its way."];
const WEATHER: &[&str] = &["The wind is falling."];
const NEW: &[&str] = &["Nobody has said this before."];

#[test]
fn a_section_without_an_id_that_is_renamed_is_the_same() {
    assert_was(
        &[("", "Rescue under way", RESCUE), ("", "Weather", WEATHER)],
        &[("", "Rescue is over", RESCUE), ("", "Weather", WEATHER)],
        &[Some(0), Some(1)],
    );
}

#[test]
fn a_section_whose_id_is_made_of_its_headline_is_the_same() {
    assert_was(
        &[("rescue-under-way", "Rescue under way", RESCUE), ("weather", "Weather", WEATHER)],
        &[("weather", "Weather", WEATHER), ("rescue-is-over", "Rescue is over", RESCUE)],
        &[Some(1), Some(0)],
    );
    // Another id and other words: another section.
    assert_was(&[("a", "A", RESCUE)], &[("b", "B", WEATHER)], &[None]);
}

#[test]
fn a_section_that_says_the_same_is_the_same_whatever_number_it_has() {
    assert_was(
        &[("s1", "Rescue", RESCUE), ("s2", "Weather", WEATHER)],
        &[("s1", "Latest", NEW), ("s2", "Rescue", RESCUE), ("s3", "Weather", WEATHER)],
        &[None, Some(0), Some(1)],
    );
    assert_was(
        &[("", "8 p.m.", RESCUE), ("", "7 p.m.", WEATHER)],
        &[("", "8 p.m.", NEW), ("", "Earlier", RESCUE), ("", "7 p.m.", WEATHER)],
        &[None, Some(0), Some(1)],
    );
    assert_was(
        &[("a1f3", "Rescue", RESCUE), ("b77e", "Weather", WEATHER)],
        &[("c9d2", "Rescue", RESCUE), ("d001", "Weather", WEATHER)],
        &[Some(0), Some(1)],
    );
}

#[test]
fn a_section_that_is_renamed_and_added_to_is_the_same() {
    let longer = &["Four boats are there.", "A fifth is on its way.", "All are safe."];
    assert_was(
        &[("", "Rescue under way", RESCUE)],
        &[("", "Latest", NEW), ("", "Rescue is over", longer)],
        &[None, Some(0)],
    );
}

#[test]
fn sections_that_come_on_top_change_no_other() {
    assert_was(
        &[("", "今後の見通し", RESCUE), ("", "救助活動", WEATHER)],
        &[("", "速報：曳航開始", NEW), ("", "今後の見通し", RESCUE), ("", "救助活動", WEATHER)],
        &[None, Some(0), Some(1)],
    );
}

#[test]
fn headlines_that_leave_no_letters_are_told_apart() {
    assert_was(
        &[("", "???", RESCUE), ("", "!!!", WEATHER)],
        &[("", "…", NEW), ("", "!!!", WEATHER), ("", "???", RESCUE)],
        &[None, Some(1), Some(0)],
    );
}

#[test]
fn sections_of_one_name_are_told_apart_by_what_they_say() {
    assert_was(
        &[("", "Update", RESCUE), ("", "Update", WEATHER)],
        &[("", "Update", NEW), ("", "Update", RESCUE), ("", "Update", WEATHER)],
        &[None, Some(0), Some(1)],
    );
}

#[test]
fn an_id_wins_over_a_name_or_words_alone() {
    assert_was(
        &[("a", "Rescue", RESCUE), ("b", "Weather", WEATHER)],
        &[("b", "Rescue", NEW), ("a", "Latest", WEATHER)],
        &[Some(1), Some(0)],
    );
    assert_was(&[("a", "Rescue", RESCUE)], &[("b", "Rescue", NEW)], &[None]);
    assert_was(&[("", "Rescue", RESCUE)], &[("b", "Rescue", RESCUE)], &[Some(0)]);
}

#[test]
fn a_section_that_says_something_else_under_another_name_is_new() {
    assert_was(&[("", "Rescue", RESCUE)], &[("", "Weather", NEW)], &[None]);
}

#[test]
fn a_body_without_headline_is_the_one_before() {
    assert_was(
        &[("", "", RESCUE), ("", "", WEATHER)],
        &[("", "", NEW), ("", "", WEATHER)],
        &[Some(0), Some(1)],
    );
}

/// Its markers have other numbers when a source is cited above.
#[test]
fn a_section_below_a_new_citation_has_not_changed() {
    let before = story(&[("", "Top", &["It rains."]), ("", "Below", &["It is so [1]."])]);
    let now = story(&[("", "Top", &["It rains [1]."]), ("", "Below", &["It is so [1]."])]);
    assert_eq!(changes(&before, &now, &sections(&before, &now)), [true, false]);
}

#[test]
fn a_section_that_is_moved_or_renamed_says_so_only_by_its_headline() {
    let before = story(&[("", "One", RESCUE), ("", "Two", WEATHER)]);
    let moved = story(&[("", "Two", WEATHER), ("", "One", RESCUE)]);
    assert_eq!(changes(&before, &moved, &sections(&before, &moved)), [false, false]);
    let renamed = story(&[("", "First", RESCUE), ("", "Two", WEATHER)]);
    assert_eq!(changes(&before, &renamed, &sections(&before, &renamed)), [true, false]);
}

#[test]
fn every_block_and_every_mark_in_it_counts() {
    let of = |block: Value| {
        let sources = json!([{ "id": "1", "name": "One" }, { "id": "2", "name": "Two" }]);
        let section = json!({ "id": "a", "headline": "A", "blocks": [block] });
        read_with(&json!({ "sections": [section], "citation": sources })).story
    };
    let image =
        |alt: &str| json!({ "type": "image", "url": "https://a.example/b.png", "alt": alt });
    let table = |cell: &str| json!({ "type": "table", "header": ["H"], "rows": [[cell], ["b"]] });
    for (one, other) in [
        (json!("A word [1]."), json!("A word [2].")),
        (json!("A word."), json!("A *word*.")),
        (json!("A *word*."), json!("A **word**.")),
        (json!("[A](https://a.example)"), json!("[A](https://b.example)")),
        (json!("A"), json!({ "type": "heading", "text": "A" })),
        (
            json!({ "type": "list", "items": ["a", "b"] }),
            json!({ "type": "list", "items": ["a b"] }),
        ),
        (json!({ "type": "quote", "text": "a" }), json!({ "type": "pullquote", "text": "a" })),
        (
            json!({ "type": "quote", "text": "a", "attribution": "b" }),
            json!({ "type": "quote", "text": "a", "attribution": "c" }),
        ),
        (image("a"), image("b")),
        (table("a"), table("c")),
        (json!({ "type": "code", "text": "a" }), json!({ "type": "code", "text": "b" })),
        (
            json!({ "type": "embed", "url": "https://a.example/" }),
            json!({ "type": "embed", "url": "https://b.example/" }),
        ),
    ] {
        let (before, same, now) = (of(one.clone()), of(one.clone()), of(other.clone()));
        assert_eq!(changes(&before, &same, &[Some(0)]), [false], "{one}");
        assert_eq!(changes(&before, &now, &[Some(0)]), [true], "{one} {other}");
    }
}

#[test]
fn sources_are_known_by_their_ids() {
    let of = |ids: &[&str]| {
        let source = |id: &&str| json!({ "id": id, "name": id });
        read_with(&json!({ "citation": ids.iter().map(source).collect::<Value>() })).story
    };
    let (before, now) = (of(&["a", "b", "c"]), of(&["new", "c", "a"]));
    assert_eq!(sources(&before, &now, &[0, 2]), Some(vec![2, 1]));
    assert_eq!(sources(&before, &now, &[0, 1]), None);
    assert_eq!(sources(&before, &now, &[]), Some(vec![]));
}
