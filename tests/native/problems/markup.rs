//! Markup that the format does not have, and URLs that are mistyped.

use serde_json::{Value, json};

use crate::reading::{check_problems, problems, read_with};

fn paragraph(text: &str) -> Value {
    json!({ "sections": [{ "blocks": [text] }] })
}

#[test]
fn foreign_markup_is_told_and_shown_as_it_is_typed() {
    for text in [
        "A <b>strong</b> word",
        "<p>A paragraph</p>",
        "One line<br/>and another",
        "<a href=\"https://a.example\">a</a>",
        "An <!-- --> aside",
        "Marks &amp; Spencer",
        "It&#8217;s late",
        "It&#x2019;s&nbsp;late",
        "## What happened",
        "First\n# Second",
        "- one\n- two",
        "One:\n  - two",
        "> Nobody was hurt",
        "![A map](https://a.example/map.png)",
        "Run `cargo test` now",
        "```\ncode\n```",
        "It is __very__ late",
    ] {
        let parsed = read_with(&paragraph(text));
        assert_eq!(problems(&parsed), [("markup", "/sections/0/blocks/0")], "{text}");
        check_problems(
            &json!({ "alternativeHeadline": text }),
            &[("markup", "/alternativeHeadline")],
        );
    }
}

#[test]
fn what_only_looks_like_markup_is_not_told() {
    for text in [
        "a < b and c > d",
        "if x<y then z",
        "I <3 this",
        "<the company> said so",
        "AT&T; and R&D",
        "Q&A; no",
        "#1 in the charts",
        "It is 5 - 3",
        "– a dash\n— and another",
        "-5 degrees",
        "snake_case and __init",
        "____ (fill in)",
        "Hawai`i and O`ahu",
        "wait! [sic]",
        "*em* and **strong** and \\*",
        "\\<b\\> \\`code\\` \\## no heading",
        "5* hotel",
    ] {
        check_problems(&paragraph(text), &[]);
    }
}

#[test]
fn code_may_hold_anything() {
    let code = json!({ "type": "code", "text": "<b>&amp;</b>\n## `x`\n- y" });
    check_problems(&json!({ "sections": [{ "blocks": [code] }] }), &[]);
}

#[test]
fn of_a_story_full_of_html_the_first_texts_are_told() {
    let blocks = vec!["<p>a</p>"; 400];
    let parsed = read_with(&json!({ "sections": [{ "blocks": blocks }], "description": 7 }));
    let seen = problems(&parsed);
    assert_eq!(seen.iter().filter(|(code, _)| *code == "markup").count(), 20);
}

#[test]
fn a_mistyped_url_is_told_with_what_is_wrong_and_leads_nowhere() {
    for (url, words) in [
        ("www.news.example/7", "https:// is missing"),
        (" WWW.news.example", "https:// is missing"),
        ("htps://news.example/", "mistyped"),
        ("ttps://news.example/", "mistyped"),
        ("http:/news.example/", "mistyped"),
        ("https:news.example", "mistyped"),
        ("https//news.example", "mistyped"),
        ("http;//news.example", "mistyped"),
    ] {
        let source = json!({ "citation": [{ "id": 1, "name": "N", "url": url }] });
        let parsed = read_with(&source);
        assert_eq!(problems(&parsed), [("unsafe-url", "/citation/0/url")], "{url}");
        assert!(
            parsed.problems[0].message.contains(words),
            "{url}: {}",
            parsed.problems[0].message
        );
        assert_eq!(parsed.story.sources[0].url, None);
        let text = format!("[a]({url})");
        let link = read_with(&paragraph(&text));
        if !url.contains(' ') {
            assert_eq!(problems(&link), [("unsafe-url", "/sections/0/blocks/0")], "{text}");
        }
    }
}

#[test]
fn a_sound_url_is_not_taken_for_a_mistyped_one() {
    for url in [
        "https://www.news.example/",
        "HTTP://news.example/",
        "wwwx/7",
        "http/2-explained",
        "https.html",
        "/www.news.example",
    ] {
        check_problems(&json!({ "license": url }), &[]);
    }
}
