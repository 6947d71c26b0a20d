//! Stories that a program has made, and that are shown as they are.

use std::rc::Rc;

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
