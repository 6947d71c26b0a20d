//! What of an excerpt stands above the text, and of what is closed to readers.

use serde_json::{Value, json};

use super::import;
use super::said::{article, check};

/// Checks what of this excerpt of a post with another text is shown.
#[track_caller]
fn check_excerpt(html: &str, expected: &Value) {
    check_beside("<p>Anna was raised at noon.</p>", html, expected);
}

#[track_caller]
fn check_beside(content: &str, html: &str, expected: &Value) {
    let post = json!({
        "id": 1, "date_gmt": "2026-03-01T09:00:00", "status": "publish",
        "title": { "rendered": "The ferry" },
        "content": { "rendered": content },
        "excerpt": { "rendered": html },
    });
    check(&post, &[("/description", expected.clone())]);
}

#[test]
fn import_takes_a_link_to_read_on_off_an_excerpt() {
    for words in [
        "Continue reading →",
        "» Read more",
        "Weiterlesen",
        "Lire la suite",
        "Continuar leyendo",
        "Continua a leggere",
        "Seguir leyendo",
        "Číst dále",
    ] {
        let link = format!("<a href=\"https://blog.example/a\">{words}</a>");
        check_excerpt(&format!("<p>She floats. {link}</p>"), &json!("She floats."));
        check_excerpt(&format!("<p>She fl… {link}</p>"), &Value::Null);
        check_excerpt(&format!("<p>She floats</p><p>{link}</p>"), &Value::Null);
    }
}

#[test]
fn import_keeps_a_link_that_an_excerpt_ends_with() {
    check_excerpt(
        "<p>She floats, says <a href=\"https://b.example/\">the port</a></p>",
        &json!("She floats, says [the port](https://b.example/)"),
    );
}

#[test]
fn import_leaves_out_an_excerpt_that_was_cut() {
    for html in [
        "<p>She was […]</p>",
        "<p>She was [...]</p>",
        "<p>She was [&hellip;]</p>",
        "<p>She was…</p>",
    ] {
        check_excerpt(html, &Value::Null);
    }
}

#[test]
fn import_shows_a_cut_excerpt_of_a_post_without_text_and_no_link_to_the_rest() {
    let link = "<a href=\"https://blog.example/a\">Anna</a>";
    check_beside("", "<p>She was [&hellip;]</p>", &json!("She was…"));
    for (html, expected) in [
        (format!("<p>She was… {link}</p>"), "She was…"),
        (format!("<p>She was […] {link}</p>"), "She was…"),
        (format!("<p>She floats.</p><p>{link}</p>"), "She floats."),
    ] {
        check_beside("", &html, &json!(expected));
        check_excerpt(&html, &Value::Null);
    }
}

#[test]
fn import_shows_no_post_that_is_not_public() {
    let read = |status: &str, kind: &str| {
        let post = json!({ "title": { "rendered": "T" }, "content": { "rendered": "<p>x</p>" }, "status": status, "type": kind });
        import(&post.to_string()).map_err(|error| error.to_string())
    };
    for (status, kind, words) in [
        ("private", "post", "private"),
        ("trash", "post", "cancelled"),
        ("pending", "post", "draft"),
        ("inherit", "revision", "draft"),
    ] {
        let error = read(status, kind).expect_err(status);
        assert!(error.contains(words), "{status} {kind}: {error}");
    }
    assert!(read("inherit", "attachment").is_ok(), "a picture is as public as its post");
}

#[test]
fn import_says_that_a_part_is_for_subscribers() {
    let closed =
        json!({ "@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".rest" });
    let open = json!({ "@type": "WebPageElement", "isAccessibleForFree": true });
    for (fields, is_told) in [
        (json!({ "hasPart": closed }), true),
        (json!({ "hasPart": [closed, open] }), true),
        (json!({ "hasPart": [open] }), false),
        (json!({ "isAccessibleForFree": false }), true),
        (json!({ "isAccessibleForFree": true, "hasPart": closed }), false),
    ] {
        let imported = import(&article(&fields).to_string()).expect("a story");
        assert_eq!(imported.story.disclaimer.is_some(), is_told, "{fields}");
    }
}

#[test]
fn import_reads_a_language_that_has_a_name() {
    for (language, expected) in [
        (json!({ "@type": "Language", "name": "German", "alternateName": "de" }), json!("de")),
        (json!({ "@type": "Language", "name": "cs" }), json!("cs")),
        (json!(["fr", "de"]), json!("fr")),
    ] {
        check(&article(&json!({ "inLanguage": language })), &[("/inLanguage", expected)]);
    }
}

/// What of this description stands above the text of an agency.
fn above(description: &str, html: &str) -> Value {
    let item = json!({
        "uri": "urn:x:1", "type": "text", "headline": "H", "versioncreated": "2026-03-01T09:00:00Z",
        "description_text": description, "body_html": html,
    });
    let story = import(&item.to_string()).expect("a story").to_json(None);
    let story: Value = serde_json::from_str(&story).expect("JSON");
    story["description"].clone()
}

const FIRST: &str = "The ferry Anna was raised at noon on Sunday, the port of Sandholm said.";

#[test]
fn import_leaves_out_a_description_that_the_text_begins_with_behind_its_place() {
    for html in [
        format!("<p>SANDHOLM (XY) — {FIRST}</p><p>More.</p>"),
        format!("<p>SANDHOLM, March 1 (Wire) - {FIRST}</p><p>More.</p>"),
        format!("<div><span>Harbours</span><span>XY</span></div><p>{FIRST}</p>"),
    ] {
        assert_eq!(above(FIRST, &html), Value::Null, "{html}");
    }
    // Words without a full stop that are all of the text are not cut.
    assert_eq!(above("Four ferries sink", "<p>OSLO (XY) – Four ferries sink</p>"), Value::Null);
    let cut =
        "The ferry Anna was raised at noon on Sunday, the port said . – She floats, the harbour";
    let html = "<p>The ferry Anna was raised at noon on Sunday, <a href='https://p.example/'>the \
        port</a> said.</p><blockquote>She floats, the harbour master told us.</blockquote>";
    assert_eq!(above(cut, html), Value::Null);
}

#[test]
fn import_keeps_a_description_that_the_text_does_not_begin_with() {
    // A sentence that goes on in the text was written to stand above it.
    let longer = FIRST.replace("said.", "said,");
    assert_eq!(above(FIRST, &format!("<p>SANDHOLM (XY) — {longer} and more.</p>")), json!(FIRST));
    let late = format!("<p>{}</p><p>{FIRST}</p>", "Nobody had thought it possible. ".repeat(4));
    assert_eq!(above(FIRST, &late), json!(FIRST));
    for (description, text) in [
        ("Rates rise 5", "OSLO – Rates rise 50 percent."),
        ("Fire", "On Firefox and its birthday."),
        ("Ein Haus", "BERLIN – Ein Hausboot sinkt."),
    ] {
        assert_eq!(above(description, &format!("<p>{text}</p>")), json!(description));
    }
    for description in
        ["She floats.", "Anna", "The ferry Anna was raised at noon on Monday, said the port."]
    {
        let html = format!("<p>On Sunday she rose. She floats. Anna. {FIRST}</p>");
        assert_eq!(above(description, &html), json!(description));
    }
}
