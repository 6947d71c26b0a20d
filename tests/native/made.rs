//! Stories that a program has made, and that are shown as they are.

use std::rc::Rc;

use serde_json::json;
use story_card::settings::HeadingLevel;
use story_card::story::{Block, Point, Precision, Run, SafeLink, Section, Source, Time};
use story_card::{Story, render_to_html};

fn rendered(story: Story) -> String {
    pollster::block_on(render_to_html(Rc::new(story)))
}

/// A story with these blocks and one source, which is said to be cited once.
fn story_of(blocks: Vec<Block>) -> Story {
    Story {
        headline: "A headline".to_owned(),
        sections: vec![Section::new("A section", blocks)],
        sources: vec![Source { uses: 1, ..Source::new("1", "A source") }],
        ..Story::default()
    }
}

#[test]
fn numbers_that_no_document_has_stop_no_card() {
    for (source, place) in [(0, 0), (0, usize::MAX), (usize::MAX, 1)] {
        let marker = Run::Citation { source, place };
        let html = rendered(story_of(vec![Block::Paragraph(vec!["Words".into(), marker])]));
        assert!(html.contains("Words"), "{source} {place}");
    }
    let items = vec![vec!["One".into()], vec!["Two".into()]];
    let list = Block::List { ordered: true, start: Some(u32::MAX), items };
    assert!(rendered(story_of(vec![list])).contains(r#"start="4294967295""#));
    assert_eq!(HeadingLevel::H2.tag(u8::MAX), "h6");
}

#[test]
fn a_moment_beyond_the_calendar_is_none() {
    for millis in [f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, 1e27] {
        assert_eq!(Point::of_wall(millis, None), None, "{millis}");
    }
    let time = Time::new(12, 0, 0, Some(-60)).unwrap();
    let noon = Point::new(2026, Precision::Second { month: 3, day: 10, time }).unwrap();
    for offset in [i16::MIN, i16::MAX] {
        assert_eq!(noon.by_clock(offset), noon, "no clock is so far ahead");
    }
}

#[test]
fn publishers_are_counted_alike_in_all_places() {
    let at = |address| Source { url: SafeLink::parse(address), ..Source::new("", "A source") };
    let sources = ["https://a.example/1", "https://b.example/2", "https://b.example/3"].map(at);
    let html = rendered(Story { sources: sources.into(), ..story_of(Vec::new()) });
    assert!(html.contains("3 sources from 2 publishers"), "under the headline");
    assert!(html.contains(">2 publishers<"), "over the list");
}

/// Takes away what is counted.
fn uncounted(text: &mut [Run]) {
    for run in text {
        match run {
            Run::Citation { place, .. } => *place = 0,
            Run::Strong(text) | Run::Emphasis(text) | Run::Link { text, .. } => uncounted(text),
            _ => {}
        }
    }
}

#[test]
fn markers_are_counted_as_they_are_when_they_are_read() {
    let cited =
        |id: &str| format!("**strong [{id}]** then [a [{id}] link](https://a.example) [{id}]");
    let [a, b] = ["a", "b"].map(cited);
    let agent = |words: &str| json!({ "name": "N", "description": words });
    let picture = |words: &str| json!({ "type": "image", "url": "a.png", "caption": words });
    let story = crate::reading::story_with(&json!({
        "citation": [{ "id": "a", "name": "A" }, { "id": "b", "name": "B" }, { "id": "c", "name": "C" }],
        "image": picture(&a),
        "correction": [{ "text": a }],
        "keyPoints": [b, a],
        "description": format!("{b}\n\n{a}"),
        "sections": [{ "headline": "H", "blocks": [
            { "type": "paragraph", "text": a },
            { "type": "list", "items": [b, a] },
            { "type": "quote", "text": b, "attribution": a },
            { "type": "pullquote", "text": a, "attribution": b },
            { "type": "known", "known": [a], "unknown": [b] },
            { "type": "table", "caption": a, "header": [b], "rows": [[a, b]] },
            picture(&b),
        ] }],
        "timeline": { "events": [{ "date": "2026", "text": a }, { "date": "2027", "text": b }] },
        "author": [agent(&a)], "editor": [agent(&b)], "publisher": agent(&a),
        "disclaimer": b,
    }));
    let read = crate::reading::read(&story).story;
    assert_eq!(read.sources.iter().map(|source| source.uses).collect::<Vec<_>>(), [42, 36, 0]);
    let mut made = read.clone();
    made.sources.iter_mut().for_each(|source| source.uses = 7);
    let Story { lead, key_points, disclaimer, .. } = &mut made;
    lead.iter_mut().chain(key_points).chain(disclaimer).for_each(|text| uncounted(text));
    assert_ne!(made, read);
    made.count_citations();
    assert_eq!(made, read);
}

#[test]
fn a_source_that_is_counted_has_a_note_for_its_marker() {
    let marker = Run::Citation { source: 0, place: 0 };
    let mut story = story_of(vec![Block::Paragraph(vec!["Words".into(), marker])]);
    story.sources[0].uses = 0;
    assert!(!rendered(story.clone()).contains(r#"id="note-1""#), "its marker leads nowhere");
    story.count_citations();
    let html = rendered(story);
    assert!(html.contains(r#"popovertarget="note-1""#) && html.contains(r#"id="note-1""#));
    assert!(html.contains("Cited once"));
}
