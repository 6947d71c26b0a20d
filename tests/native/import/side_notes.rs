//! Notes in the margin, as several tools write them.

use super::import;
use super::said::blocks;

fn read(html: &str) -> (Vec<String>, Vec<String>) {
    let item = serde_json::json!({ "id": "1", "title": "Headline", "content_html": html });
    let feed =
        serde_json::json!({ "version": "https://jsonfeed.org/version/1.1", "items": [item] });
    let read = import(&feed.to_string()).expect("a story");
    let names = read.story.sources.iter().map(|source| source.name.clone().unwrap_or_default());
    (blocks(&read), names.collect())
}

#[test]
fn import_makes_sources_of_notes_in_the_margin() {
    for note in [
        "<label for='a' class='margin-toggle sidenote-number'></label><input type='checkbox' id='a' class='margin-toggle'><span class='sidenote'>The log.</span>",
        "<label for='a' class='margin-toggle'>&#8853;</label><input type='checkbox' id='a' class='margin-toggle'><span class='marginnote'>The log.</span>",
        "<sup class='sidenote-number'>1</sup><small class='sidenote'><sup class='sidenote-number'>1</sup> The log.</small>",
        "<d-footnote>The log.</d-footnote>",
        "<sup data-mfn='1'><a href='javascript:void(0)' aria-describedby='mfn-1'>1</a></sup><span id='mfn-1' role='tooltip'>The log.</span>",
    ] {
        let (blocks, names) = read(&format!("<p>The port{note} was full.</p>"));
        assert_eq!(blocks, ["p The port[^0] was full."], "{note}");
        assert_eq!(names, ["The log."], "{note}");
    }
    let (blocks, names) = read(
        "<p>A <span class='sidenote'><label>word</label><span class='sidenote-content'>Told.</span></span> of it.</p>",
    );
    assert_eq!((blocks, names), (vec!["p A word[^0] of it.".into()], vec!["Told.".into()]));
}

#[test]
fn import_keeps_a_margin_note_apart_that_follows_no_words() {
    let (blocks, names) = read(
        "<p><span class='marginnote'>Before.</span>The port.</p><aside class='sidenote'><p>Alone.</p></aside>",
    );
    assert_eq!(blocks, ["p Before.", "p The port.", "p Alone."]);
    assert!(names.is_empty());
    // A picture in it is no note.
    let (blocks, names) =
        read("<p>The port.<span class='marginnote'><img src='https://i.example/a.jpg'></span></p>");
    assert_eq!(blocks, ["p The port.", "img https://i.example/a.jpg None "]);
    assert!(names.is_empty());
}

#[test]
fn import_says_notes_once_that_stand_in_a_list_too() {
    let (blocks, names) = read(
        "<p>It ran<sup data-mfn='1'><a aria-describedby='m'>1</a></sup><span id='m' role='tooltip'>The log.</span> dry.</p>\
         <ul class='modern-footnotes-list'><li><span>1</span><div>The log.</div></li></ul>",
    );
    assert_eq!((blocks, names), (vec!["p It ran[^0] dry.".into()], vec!["The log.".into()]));
}

#[test]
fn import_takes_nothing_for_a_margin_note_that_leads_to_one_or_is_a_column() {
    let (blocks, names) = read(
        "<p>The port<sup class='inline-footnote'><a href='#fn1' id='r1'>1</a></sup> was full.</p>\
         <ol><li id='fn1'>The log. <a href='#r1'>↩</a></li></ol>",
    );
    assert_eq!((blocks, names), (vec!["p The port[^0] was full.".into()], vec!["The log.".into()]));
    let (blocks, names) =
        read("<p>Full<span class='inline-footnote'><a href='/x'>[1]</a></span>.</p>");
    assert_eq!(blocks.len(), 1);
    assert!(names.is_empty(), "{names:?}");
    let (blocks, names) = read(
        "<div>The port.<div class='marginalia'><h3>Why</h3><p>One.</p><ul><li>x</li></ul></div>End.</div>",
    );
    assert_eq!(blocks, ["p The port.", "h Why", "p One.", "ul x", "p End."]);
    assert!(names.is_empty(), "{names:?}");
}

#[test]
fn import_keeps_a_note_that_stands_in_its_number_and_the_word_that_opens_it() {
    for html in [
        "<p>A word<span class='sidenote-number'><small class='sidenote'>Told.</small></span> of it.</p>",
        "<p>A <span class='sidenote'><button class='sidenote__button'>word</button><small class='sidenote__content'><span class='sidenote__content-parenthesis'>(sidenote: </span>Told.<span class='sidenote__content-parenthesis'>)</span></small></span> of it.</p>",
    ] {
        let (blocks, names) = read(html);
        assert_eq!((blocks, names), (vec!["p A word[^0] of it.".into()], vec!["Told.".into()]));
    }
}

#[test]
fn import_keeps_all_words_of_a_note_that_holds_lists_quotations_and_tables() {
    let (blocks, names) = read(
        "<p>The port was full.<sup><a href='#n1'>1</a></sup></p><ol><li id='n1'><p>The log says:</p>\
         <blockquote><p>Full.</p></blockquote><ul><li>at one</li><li>at two</li></ul><pre>03:15</pre><table><tr><th>Hour</th><th>Ships</th></tr><tr><td>1</td><td>30</td></tr><tr><td>2</td><td>31</td></tr></table><p>No more.</p></li></ol>",
    );
    assert_eq!(blocks, ["p The port was full.[^0]"]);
    assert_eq!(
        names,
        ["The log says: Full. at one at two 03:15 Hour, Ships; 1, 30; 2, 31 No more."]
    );
}
