//! What is on the clipboard when a passage is copied.

use serde_json::json;
use story_card::citations::passage::{Copied, Passage};
use story_card::story::Source;

use crate::reading::read;

fn sources() -> Vec<Source> {
    let story = json!({
        "schemaVersion": "story-card/1.0", "headline": "H",
        "citation": [
            { "id": "1", "name": "Title & <more>", "publisher": "House", "url": "https://a.example/?x=1&y=\"2\"" },
            { "id": "2", "name": "No link", "publisher": "Archive" },
            { "id": "3", "url": "https://only.example/page" },
        ],
    });
    read(&story).story.sources
}

fn finish(passage: Passage) -> Copied {
    passage.with_sources(&sources(), &|number| number.to_owned()).expect("a source is cited")
}

#[test]
fn passage_without_citation_is_none() {
    let mut passage = Passage::default();
    passage.text("Words.");
    assert_eq!(passage.with_sources(&sources(), &|number| number.to_owned()), None);
}

#[test]
fn sources_stand_below_each_once_in_the_order_of_the_list() {
    let mut passage = Passage::default();
    passage.open("p", None);
    passage.text("One");
    passage.cite("[2]", &[1]);
    passage.text(" and two");
    passage.cite("[1]", &[0]);
    passage.cite("[2]", &[1]);
    passage.close();
    let copied = finish(passage);
    assert_eq!(
        copied.plain,
        "One[2] and two[1][2]\n\n[1] House: Title & <more> https://a.example/?x=1&y=%222%22\n[2] Archive: No link"
    );
    assert_eq!(
        copied.html,
        "<p>One[2] and two[1][2]</p>\
         <p>[1] <a href=\"https://a.example/?x=1&amp;y=%222%22\">House: Title &amp; &lt;more&gt;</a></p>\
         <p>[2] Archive: No link</p>"
    );
}

#[test]
fn source_without_a_name_gives_its_host_and_address() {
    let mut passage = Passage::default();
    passage.cite("[3]", &[2]);
    let copied = finish(passage);
    assert!(
        copied.plain.ends_with("[3] only.example https://only.example/page"),
        "{}",
        copied.plain
    );
}

#[test]
fn blocks_are_apart_and_list_entries_on_lines_of_their_own() {
    let mut passage = Passage::default();
    let mut block = |name: &str, letters: &str| {
        passage.open(name, None);
        passage.text(letters);
        passage.close();
    };
    block("h3", "Heading");
    block("p", "Text.");
    passage.open("ul", None);
    for entry in ["First", "Second"] {
        passage.open("li", None);
        passage.text(entry);
        passage.close();
    }
    passage.close();
    passage.open("p", None);
    passage.cite("[2]", &[1]);
    passage.close();
    assert_eq!(
        finish(passage).plain,
        "Heading\n\nText.\n\nFirst\nSecond\n\n[2]\n\n[2] Archive: No link"
    );
}

#[test]
fn lines_of_an_address_stay_apart() {
    let mut passage = Passage::default();
    passage.open("p", None);
    passage.text("12 Quay");
    passage.open("br", None);
    passage.close();
    passage.text("Old Port");
    passage.cite("[1]", &[0]);
    passage.close();
    let copied = finish(passage);
    assert!(copied.plain.starts_with("12 Quay\nOld Port[1]"), "{}", copied.plain);
    assert!(copied.html.starts_with("<p>12 Quay<br>Old Port[1]</p>"), "{}", copied.html);
}

#[test]
fn cells_are_apart_by_tabs() {
    let mut passage = Passage::default();
    passage.open("table", None);
    // The corner of a table is often empty.
    for row in [["", "b"], ["c", ""], ["", "d"]] {
        passage.open("tr", None);
        for cell in row {
            passage.open("td", None);
            passage.text(cell);
            passage.close();
        }
        passage.close();
    }
    passage.close();
    passage.cite("[2]", &[1]);
    let plain = finish(passage).plain;
    assert!(plain.starts_with("\tb\nc\n\td\n\n[2]"), "{plain:?}");
}

#[test]
fn only_known_elements_and_addresses_are_kept() {
    let mut passage = Passage::default();
    passage.open("details", None);
    passage.open("a", Some("https://x.example/?a&\"b"));
    passage.text("go\u{2060}");
    passage.close();
    passage.open("strong", Some("https://no.example"));
    passage.text("<script>");
    passage.cite("[2]", &[1]);
    // Left open: closed at the end.
    let copied = finish(passage);
    assert_eq!(
        copied.html,
        "<a href=\"https://x.example/?a&amp;&quot;b\">go</a><strong>&lt;script&gt;[2]</strong><p>[2] Archive: No link</p>"
    );
}
