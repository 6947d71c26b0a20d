//! The address that leads to the words relied on, and what a quotation without a source is.

use serde_json::{Value, json};
use story_card::story::Source;
use story_card::{Options, parse};

fn source(url: &str, excerpt: &str) -> Source {
    of(&json!({ "id": "1", "url": url, "text": excerpt }))
}

fn of(source: &Value) -> Source {
    let story = json!({ "schemaVersion": "story-card/1.0", "headline": "H", "citation": [source] });
    parse(&story.to_string(), &Options::default()).unwrap().story.sources.remove(0)
}

/// What is looked for in the source, decoded; nothing where nothing is.
fn sought(excerpt: &str) -> Option<String> {
    let address = source("https://a.example/x", excerpt).url_of_excerpt().unwrap();
    let (_, words) = address.split_once("#:~:text=")?;
    let mut bytes = Vec::new();
    let mut rest = words.chars();
    while let Some(letter) = rest.next() {
        let mut digit = || u8::try_from(rest.next().unwrap().to_digit(16).unwrap()).unwrap();
        match letter {
            '%' => bytes.push(digit() * 16 + digit()),
            // It parts the beginning from the end.
            ',' => bytes.push(b'|'),
            letter => bytes.push(u8::try_from(letter).unwrap()),
        }
    }
    Some(String::from_utf8(bytes).unwrap())
}

#[track_caller]
fn check_sought(table: &[(&str, Option<&str>)]) {
    for (excerpt, expected) in table {
        assert_eq!(sought(excerpt).as_deref(), *expected, "{excerpt:?}");
    }
}

#[track_caller]
fn check(url: &str, excerpt: &str, expected: &str) {
    assert_eq!(source(url, excerpt).url_of_excerpt().as_deref(), Some(expected));
}

#[test]
fn short_excerpt_is_named_whole() {
    check("https://a.example/x", "It fell", "https://a.example/x#:~:text=It%20fell");
}

#[test]
fn long_excerpt_is_named_by_its_ends() {
    check(
        "https://a.example/x",
        "one two three four five six seven eight nine ten eleven",
        "https://a.example/x#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
    );
}

#[test]
fn what_means_something_in_a_fragment_is_encoded() {
    check(
        "https://a.example/x?q=1",
        "a-b, c&d é",
        "https://a.example/x?q=1#:~:text=a%2Db%2C%20c%26d%20%C3%A9",
    );
}

#[test]
fn ellipsis_of_the_excerpt_is_not_looked_for() {
    check("https://a.example/x", "… the rest …", "https://a.example/x#:~:text=the%20rest");
}

#[test]
fn what_was_left_out_parts_the_beginning_from_the_end() {
    let expected = Some("All 84 persons on board|landed by lifeboat");
    check_sought(&[
        ("All 84 persons on board … landed by lifeboat", expected),
        ("All 84 persons on board… landed by lifeboat", expected),
        ("All 84 persons on board ... landed by lifeboat", expected),
        ("All 84 persons on board . . . landed by lifeboat", expected),
        ("All 84 persons on board [...] landed by lifeboat", expected),
        ("All 84 persons on board […] landed by lifeboat.", expected),
        ("All 84 persons on board (…) landed by lifeboat", expected),
        ("… All 84 persons on board …… landed by lifeboat …", expected),
        ("All 84 persons on board … were brought here … landed by lifeboat", expected),
        (
            "All 84 persons on board were … then landed there by the lifeboat of Tarnmouth",
            Some("All 84 persons on board|by the lifeboat of Tarnmouth"),
        ),
    ]);
}

#[test]
fn words_of_an_editor_are_not_looked_for() {
    check_sought(&[
        ("All persons [on the ferry] landed by lifeboat", Some("All persons|landed by lifeboat")),
        ("He were [sic] on board all day", Some("on board all day")),
        ("[T]he water fell by noon", Some("water fell by noon")),
        ("The compan[ies] fell by noon [all of them]", Some("fell by noon")),
        ("It fell to 1.2 metres[3] by the noon tide", Some("It fell to 1.2|by the noon tide")),
    ]);
}

#[test]
fn ends_of_paragraphs_part_the_beginning_from_the_end() {
    check_sought(&[
        (
            "All persons landed.\n\nNo injuries were reported.",
            Some("All persons landed|No injuries were reported"),
        ),
        (
            "All persons landed.\r\nNo injuries were reported.",
            Some("All persons landed|No injuries were reported"),
        ),
    ]);
}

#[test]
fn marks_inside_are_the_sources_and_marks_around_are_not() {
    check_sought(&[
        ("“All persons landed”", Some("All persons landed")),
        ("\"All persons landed.\"", Some("All persons landed")),
        ("the ‘old’ harbour’s gauge – rusty", Some("the ‘old’ harbour’s gauge – rusty")),
        ("„Das Wasser“ fiel „schnell“", Some("Das Wasser“ fiel „schnell")),
    ]);
}

#[test]
fn what_could_not_be_found_is_not_looked_for() {
    check_sought(&[
        ("…", None),
        ("... […] (…)", None),
        ("Yes", None),
        ("Yes.", None),
        ("… Yes … no …", None),
        ("[all of it is ours]", None),
        ("水", None),
        ("「水位」", None),
    ]);
    check_sought(&[("Yes … it fell by noon", Some("it fell by noon"))]);
    check_sought(&[("It fell … to 1.2 metres by noon", Some("to 1.2 metres by noon"))]);
}

#[test]
fn an_excerpt_in_other_letters_than_its_source_is_not_looked_for() {
    let address = |language: &str, text: &str| {
        let source = of(
            &json!({ "id": "1", "url": "https://a.example/", "inLanguage": language, "text": text }),
        );
        source.url_of_excerpt().unwrap()
    };
    for language in ["ru", "ja-JP", "ar", "zh-Hant"] {
        assert_eq!(address(language, "The water fell by noon"), "https://a.example/", "{language}");
    }
    assert!(address("ru", "Вода упала к полудню").contains(":~:"));
    assert!(address("sr-Latn", "Voda je pala").contains(":~:"));
    assert!(address("de", "The water fell").contains(":~:"), "nobody can tell");
}

#[test]
fn a_script_without_spaces_is_cut_where_a_clause_ends() {
    check_sought(&[
        ("水位在中午前下降", Some("水位在中午前下降")),
        ("水位在中午前……下降到一米二", Some("水位在中午前|下降到一米二")),
    ]);
    let long = format!("水位在中午前下降，{}，船上的人都安全。", "一".repeat(150));
    check_sought(&[(&long, Some("水位在中午前下降|船上的人都安全。"))]);
    check_sought(&[(&"水".repeat(400), None)]);
}

#[test]
fn fragment_of_the_address_is_kept() {
    check("https://a.example/x#p2", "It fell", "https://a.example/x#p2");
}

#[test]
fn without_an_excerpt_the_address_is_itself() {
    check("https://a.example/x", "", "https://a.example/x");
}

/// A bracket that nothing closes takes no longer than the letters behind it.
#[test]
fn brackets_that_nothing_closes_are_passed_over_at_once() {
    check_sought(&[("[[the] port was full", Some("port was full"))]);
    let time = |piece: &str| {
        let source = source("https://a.example/x", &piece.repeat(20_000 / piece.len()));
        let started = std::time::Instant::now();
        for _ in 0..5 {
            std::hint::black_box(source.url_of_excerpt());
        }
        started.elapsed()
    };
    let (lines, brackets) = (time(". . ."), time("["));
    assert!(
        brackets < lines * 20 + std::time::Duration::from_millis(100),
        "{brackets:?} {lines:?}"
    );
}

/// Codes of the problems of a story with one quote block and, perhaps, a source.
fn codes(citation: &str, quote: &str) -> Vec<&'static str> {
    let text = format!(
        r#"{{"schemaVersion":"story-card/1.0","headline":"H","citation":[{citation}],
            "sections":[{{"blocks":[{{"type":"quote",{quote}}}]}}]}}"#
    );
    let parsed = parse(&text, &Options::default()).unwrap();
    parsed.problems.into_iter().map(|problem| problem.code).collect()
}

#[test]
fn quotation_without_a_source_becomes_a_problem() {
    let source = r#"{"id":"1","name":"N"}"#;
    assert_eq!(codes(source, r#""text":"Said""#), ["uncited-quote"]);
    assert_eq!(codes(source, r#""text":"Said [1]""#), [""; 0]);
    assert_eq!(codes(source, r#""text":"Said","attribution":"Who [1]""#), [""; 0]);
    assert_eq!(codes(source, r#""text":"Said","url":"https://q.example/""#), [""; 0]);
    // A story that lists no sources at all says nothing of its quotations either.
    assert_eq!(codes("", r#""text":"Said""#), [""; 0]);
}
