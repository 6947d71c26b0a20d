//! Texts with emphasis, links and markers.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};
use story_card::story::{self, Block, Run, SafeLink, Section, Source, Text};
use story_card::{Problem, Story};

use super::{read_again, written};
use crate::reading::{read_with, runs};

fn story(text: Text) -> Story {
    Story {
        headline: "H".to_owned(),
        sections: vec![Section::new("", vec![Block::Paragraph(text)])],
        sources: vec![Source::new("1", "One"), Source::new("two", "Two")],
        ..Story::default()
    }
}

fn first_text(story: &Value) -> &str {
    story.pointer("/sections/0/blocks/0/text").and_then(Value::as_str).unwrap_or_default()
}

fn text_of(story: &Story) -> Text {
    match story.sections[0].blocks.first() {
        Some(Block::Paragraph(text)) => text.clone(),
        _ => Text::new(),
    }
}

/// What stands in a story's text is written like this.
fn check_written(text: &str, expected: &str) {
    let sources = json!([{ "id": "1", "name": "One" }, { "id": "two", "name": "Two" }]);
    let read = read_with(&json!({ "citation": sources, "sections": [{ "blocks": [text] }] }));
    let runs_before = text_of(&read.story);
    let json = written(&read.story);
    assert_eq!(first_text(&json), expected, "{text}");
    let again = read_again(&read.story);
    assert_eq!(text_of(&again.story), runs_before, "{text} as {expected}");
}

#[test]
fn markup_is_written_as_it_is_read() {
    for text in [
        "Plain words, nothing else: “quoted”, 5 % & more.",
        "**strong** and *stressed*, ***both***, **strong *and stressed***.",
        "A [link](https://x.example/a?b=1&c=2#d) and [*stressed* words](https://x.example/).",
        "A marker.[1] Two.[1][two]",
        "Mail [us](mailto:desk@x.example) or see [below](#what-next).",
        r"A price of 5\*, \[sic] and a backslash \\.",
        r"\<b>, \&amp; and \`code` stay letters.",
        r"\<https://x.example/> is no link, and a < b <hh>.",
        "強調**文字**の中。",
    ] {
        check_written(text, text);
    }
}

#[test]
fn what_is_written_is_the_plainest_form() {
    for (text, expected) in [
        ("5* hotel, 2 * 3", r"5\* hotel, 2 \* 3"),
        ("one [1, two], more [1 ]", "one[1][two], more[1]"),
        ("[sic] it [is] so", r"\[sic] it \[is] so"),
        ("see [1]\\(or not)", r"see[1]\(or not)"),
        ("[a [1] b](https://x.example/)", "[a b](https://x.example/)[1]"),
        ("[wiki](https://x.example/a_(b))", "[wiki](<https://x.example/a_(b)>)"),
        ("[t](https://x.example/ \"title\")", "[t](https://x.example/)"),
        ("line\nbreak", "line break"),
        ("Look![1]", r"Look![1]"),
        ("Look![more](https://x.example/)", r"Look\![more](https://x.example/)"),
        ("- no list", r"\- no list"),
        ("<b>bold</b>", r"\<b>bold\</b>"),
    ] {
        check_written(text, expected);
    }
}

fn plain(letters: &str) -> Run {
    Run::from(letters)
}

#[test]
fn emphasis_that_no_reader_would_see_is_left_out() {
    let link =
        |text| Run::Link { url: SafeLink::parse("https://x.example/").expect("a link"), text };
    for (text, expected) in [
        (vec![plain("half"), Run::Emphasis(vec![plain("word")])], "halfword"),
        (vec![Run::Strong(vec![])], ""),
        (vec![Run::Strong(vec![plain(" blank ")])], " blank "),
        (vec![Run::Strong(vec![plain("a")]), Run::Emphasis(vec![plain("b")])], "ab"),
        (vec![Run::Emphasis(vec![Run::Strong(vec![plain("both")])])], "***both***"),
        (vec![link(vec![link(vec![plain("twice")])])], "[twice](https://x.example/)"),
        (vec![plain("none"), link(vec![])], "none"),
        (vec![plain("lost"), Run::Citation { source: 9, place: 1 }], "lost"),
        (vec![plain("two\nlines")], "two lines"),
    ] {
        let in_short = runs(&text);
        assert_eq!(first_text(&written(&story(text))), expected, "{in_short}");
    }
}

/// Texts full of what has a meaning, and of its neighbours.
fn marked() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "b ",
        " ",
        "*",
        "**",
        "***",
        "[1]",
        "[two]",
        "[",
        "]",
        "(",
        ")",
        "\\",
        "[x](#y)",
        "](https://x.example/)",
        "[*l*](https://x.example/(a))",
        ".",
        ",",
        "\"",
        "“",
        "”",
        "1",
        "é",
        "中",
        "。",
        "한",
        "!",
        "_",
        "<b>",
        "&amp;",
        "#",
        "- ",
        "`",
        "\n",
        "-",
        "/",
        "…",
        "<",
    ]);
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

/// Whether an emphasis begins with a star that is a letter: of `.***a**` the first is. With a
/// backslash before it, no emphasis begins there.
fn begins_with_star(run: &Run) -> bool {
    let is_star = |first: &Run| matches!(first, Run::Plain(letters) if letters.starts_with('*'));
    match run {
        Run::Strong(text) | Run::Emphasis(text) => {
            text.first().is_some_and(is_star) || text.iter().any(begins_with_star)
        }
        Run::Link { text, .. } => text.iter().any(begins_with_star),
        _ => false,
    }
}

/// Whether a link has no words but those of a marker: it cannot be pressed, and is left out.
fn is_blank_link(run: &Run) -> bool {
    match run {
        Run::Link { text, .. } => story::plain(text).trim().is_empty(),
        Run::Strong(text) | Run::Emphasis(text) => text.iter().any(is_blank_link),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, max_global_rejects: 100_000, failure_persistence: None, rng_seed: RngSeed::Fixed(34), ..ProptestConfig::default() })]

    #[test]
    fn a_text_that_was_read_is_read_again_as_the_same(text in marked()) {
        let sources = json!([{ "id": "1", "name": "One" }, { "id": "two", "name": "Two" }]);
        let blocks = json!([{ "blocks": [text] }]);
        let read = read_with(&json!({ "citation": sources, "sections": blocks }));
        let before = text_of(&read.story);
        prop_assume!(!before.iter().any(begins_with_star));
        prop_assume!(!before.iter().any(is_blank_link));
        // The words of a link in a link stand where no others can.
        prop_assume!(!read.problems.iter().any(|problem| problem.code == "unreadable-link"));
        let again = read_again(&read.story);
        prop_assert_eq!(runs(&text_of(&again.story)), runs(&before), "{}", first_text(&written(&read.story)));
        let is_new = |problem: &&Problem| !read.problems.iter().any(|one| one.code == problem.code);
        let new: Vec<&Problem> = again.problems.iter().filter(is_new).collect();
        prop_assert!(new.is_empty(), "{:?}: {}", new, first_text(&written(&read.story)));
    }
}
