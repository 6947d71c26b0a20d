//! How much of a document is worked on.

use std::cell::Cell;

use serde_json::json;
use story_card::Options;
use story_card::import::{Dom, Imported, convert, parse_html};
use story_card::story::{Run, Text};

thread_local! {
    static TAGS: Cell<usize> = const { Cell::new(0) };
    static PARSES: Cell<usize> = const { Cell::new(0) };
}

/// A parser that counts what it is asked for.
fn counting(html: &str) -> Option<Box<dyn Dom>> {
    TAGS.with(|tags| tags.set(tags.get() + html.matches('<').count()));
    PARSES.with(|parses| parses.set(parses.get() + 1));
    parse_html(html)
}

fn counted(document: &serde_json::Value) -> (Imported, usize, usize) {
    TAGS.with(|tags| tags.set(0));
    PARSES.with(|parses| parses.set(0));
    let read = convert(&document.to_string(), &Options::default(), counting).expect("a story");
    (read, TAGS.with(Cell::get), PARSES.with(Cell::get))
}

#[test]
fn import_bounds_the_html_of_a_whole_document() {
    let event =
        |text: String| json!({ "start_date": { "year": "1900" }, "text": { "text": text } });
    let events = |text: &str, count| vec![event(text.to_owned()); count];
    let many = "<p>Rain.</p>".repeat(200);
    let (read, tags, _) = counted(&json!({ "events": events(&many, 800) }));
    assert!((190_000..=200_000).contains(&tags), "{tags}");
    assert!(read.problems.iter().any(|problem| problem.code == "too-many"));
    let (read, ..) = counted(&json!({ "events": events("<p>Rain.</p>", 1_000) }));
    assert_eq!(read.problems, []);
    assert_eq!(read.story.timeline.expect("a timeline").events.len(), 1_000);
}

#[test]
fn import_looks_into_no_tree_that_is_as_deep_as_it_is_long() {
    let dom = parse_html(&"<div>".repeat(20_000)).expect("a tree");
    let mut depth = 0;
    let mut node = dom.root();
    while let Some(child) = dom.first_child(node) {
        // Behind the head comes the body.
        node = dom.next_sibling(child).unwrap_or(child);
        depth += 1;
    }
    assert!((1_000..2_000).contains(&depth), "{depth}");
}

#[test]
fn import_bounds_emphases_and_links() {
    fn marks(text: &Text) -> usize {
        text.iter().filter(|run| matches!(run, Run::Strong(_) | Run::Link { .. })).count()
    }
    let text = "<b>a</b> <a href='/b'>c</a> ".repeat(50);
    let event = json!({ "start_date": { "year": "1900" }, "text": { "text": text } });
    let (read, ..) = counted(&json!({ "events": vec![event; 400] }));
    let events = read.story.timeline.expect("a timeline").events;
    assert_eq!(events.iter().map(|event| marks(&event.text)).sum::<usize>(), 20_000);
}

#[test]
fn import_asks_no_parser_for_simple_text() {
    let points = vec!["Rain &amp; wind [news.example#1] & more&#8217;s to come&nbsp;&lt;3"; 50];
    let story = json!({
        "title": "Rain &amp; wind", "short_summary": "&quot;Rain&quot;", "talking_points": points,
        "articles": [{ "title": "R&amp;D", "link": "https://news.example/1", "domain": "news.example" }],
    });
    let (read, _, parses) = counted(&story);
    assert_eq!(parses, 0);
    assert_eq!(read.story.headline, "Rain & wind");
    let points = &super::said::blocks(&read)[1];
    let expected = "ul Rain & wind[^0] & more’s to come\u{a0}<3 | ";
    assert!(points.starts_with(expected), "{points}");
    // For all others there is a parser.
    for (title, expected) in
        [("A&eacute;", "Aé"), ("&#128;", "€"), ("AT&T", "AT&T"), ("a &copy b", "a © b")]
    {
        let (read, ..) = counted(&json!({ "title": title, "short_summary": "x" }));
        assert_eq!(read.story.headline, expected);
    }
}

#[test]
fn import_reads_the_beginning_of_a_very_long_text() {
    let html = "<p>Hello <b>bold</b> x.</p>".repeat(52_000);
    let item = json!({ "id": "1", "title": "T", "content_html": html, "authors": [{ "name": "<b>Ida</b> Ek" }] });
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [item] });
    let (read, ..) = counted(&feed);
    assert!(super::said::blocks(&read).len() > 3_000);
    assert_eq!(read.story.authors[0].name, "Ida Ek");
    assert!(read.problems.iter().any(|problem| problem.code == "too-many"));
}

#[test]
fn import_reads_a_note_once_that_says_nothing() {
    let mark = "<sup data-fn='n'><a href='#n'>1</a></sup>";
    let notes = json!([{ "id": "n", "content": "<i> </i>".repeat(100) }]).to_string();
    let post = json!({ "id": 1, "title": { "rendered": "T" }, "meta": { "footnotes": notes },
        "content": { "rendered": format!("<p>a{}</p>", mark.repeat(200)) } });
    let (read, tags, _) = counted(&post);
    assert_eq!(read.story.sources, []);
    assert!(tags < 2_000, "{tags}");
}
