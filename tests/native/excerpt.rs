//! The address that leads to the words relied on, and what a quotation without a source is.

use story_card::story::Source;
use story_card::{Options, parse};

fn source(url: &str, excerpt: &str) -> Source {
    let text = format!(
        r#"{{"schemaVersion":"story-card/1.0","headline":"H",
            "citation":[{{"id":"1","url":"{url}","text":"{excerpt}"}}]}}"#
    );
    parse(&text, &Options::default()).unwrap().story.sources.remove(0)
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
fn fragment_of_the_address_is_kept() {
    check("https://a.example/x#p2", "It fell", "https://a.example/x#p2");
}

#[test]
fn without_an_excerpt_the_address_is_itself() {
    check("https://a.example/x", "", "https://a.example/x");
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
