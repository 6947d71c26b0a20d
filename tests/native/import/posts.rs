//! Posts and feeds with the oddities that sites and their plugins have.

use serde_json::{Value, json};

use super::import;
use super::said::check;

/// A post with this text, and more fields.
fn post(html: &str, more: &Value) -> Value {
    let mut post = json!({
        "id": 1,
        "date": "2026-03-01T10:00:00",
        "date_gmt": "2026-03-01T09:00:00",
        "modified_gmt": "2026-03-01T09:00:30",
        "status": "publish",
        "link": "https://blog.example/2026/a/",
        "title": { "rendered": "Ferry &#8217;Anna&#8217; &amp; co&nbsp;" },
        "content": { "rendered": html, "protected": false },
    });
    let fields = post.as_object_mut().expect("an object");
    fields.extend(more.as_object().expect("an object").clone());
    post
}

const TEXT: &str = "/sections/0/blocks/0/text";

#[test]
fn import_keeps_to_the_post_where_plugins_say_less() {
    let embedded = json!({
        "_embedded": {
            "author": [{ "code": "rest_user_invalid_id", "message": "Invalid user ID." }],
            "wp:featuredmedia": [{ "code": "rest_forbidden", "message": "No" }],
            "wp:term": [
                [{ "id": 1, "name": "News &amp; more", "taxonomy": "category" }],
                [{ "id": 2, "name": "sea", "taxonomy": "post_tag" }, { "id": 3, "name": "sea", "taxonomy": "post_tag" }],
                [{ "id": 4, "name": "Zed", "taxonomy": "author" }],
            ],
        },
        "yoast_head_json": {
            "author": "By Zed", "og_locale": "de_DE", "og_site_name": "Site",
            "og_image": [{ "url": "https://i.example/y.jpg", "width": 100, "height": 50 }],
        },
        "acf": { "text": "secret" },
        "lang": "",
    });
    check(
        &post("<p>x</p>", &embedded),
        &[
            ("/headline", json!("Ferry ’Anna’ & co")),
            ("/datePublished", json!("2026-03-01T09:00:00Z")),
            ("/dateModified", Value::Null),
            ("/author/0/name", json!("Zed")),
            ("/inLanguage", json!("de-DE")),
            ("/articleSection", json!("News & more")),
            ("/keywords", json!(["sea"])),
            ("/image/url", json!("https://i.example/y.jpg")),
            ("/publisher/name", json!("Site")),
        ],
    );
    let earlier =
        json!({ "modified_gmt": "2026-02-01T00:00:00", "excerpt": { "rendered": "<p>x</p>" } });
    check(
        &post("<p>x</p>", &earlier),
        &[("/dateModified", Value::Null), ("/description", Value::Null)],
    );
}

#[test]
fn import_reads_what_builders_of_pages_leave() {
    let divi = "[et_pb_section fb_built=\"1\"][et_pb_text]<p>Text [sic].</p>[/et_pb_text]\
        [/et_pb_section]\n<p>[gallery ids=\"1,2\"] and [contact-form-7 id=\"5\"]</p>";
    check(
        &post(divi, &json!({})),
        &[(TEXT, json!("Text \\[sic].")), ("/sections/0/blocks/1/text", json!("and"))],
    );
    let elementor = "<div class=\"elementor\"><section><div class=\"elementor-widget-container\">\
        <style>.x{}</style><h2 class=\"elementor-heading-title\">Head</h2></div><div>\
        <p>Body.</p><p>&nbsp;</p></div></section></div>";
    check(
        &post(elementor, &json!({})),
        &[
            ("/sections/0/headline", json!("Head")),
            ("/sections/0/blocks", json!([{ "type": "paragraph", "text": "Body." }])),
        ],
    );
    // Without elements that end a line, blank lines do.
    let lines = "First\nstill first.\n\nSecond <b>bold</b>\r\n\r\nLast";
    let paragraph = |text: &str| json!({ "type": "paragraph", "text": text });
    let expected = ["First still first.", "Second **bold**", "Last"].map(paragraph);
    check(&post(lines, &json!({})), &[("/sections/0/blocks", json!(expected))]);
}

/// Every way in which a site may write this: `Text`, a note, and a full stop.
const NOTES: [&str; 7] = [
    "<p>Text<sup data-fn=\"u-1\" class=\"fn\"><a href=\"https://blog.example/2026/a/#u-1\" id=\"u-1-link\">1</a></sup>.</p><ol class=\"wp-block-footnotes\"><li id=\"u-1\">Note. <a href=\"https://blog.example/2026/a/#u-1-link\">↩︎</a></li></ol>",
    "<p>Text<span data-fn=\"u-1\">1</span>.</p><ol><li id=\"u-1\">Note.</li></ol>",
    "<p>Text<sup><a href=\"javascript:void(0)\" role=\"button\" aria-describedby=\"n\">1</a></sup><span id=\"n\" role=\"tooltip\">Note.</span>.</p>",
    "<p>Text<span class=\"easy-footnote\"><a href=\"#b-1\"><sup>1</sup></a></span>.</p><h3>Notes</h3><ol><li><span id=\"b-1\"></span>Note.<a href=\"#a-1\"></a></li></ol>",
    "<p>Text<a role=\"doc-noteref\" href=\"#n\">1</a>.</p><section role=\"doc-endnotes\"><ol><li id=\"n\"><p>Note. <a role=\"doc-backlink\" href=\"#r\">back</a></p></li></ol></section>",
    "<p>Text <a href=\"#n\">1</a>.</p><section role=\"doc-endnotes\"><ol><li id=\"n\">Note.</li></ol></section>",
    "<p>Text<span role=\"doc-noteref\" aria-details=\"n\">1</span>.</p><aside role=\"doc-footnote\" id=\"n\">Note.</aside>",
];

#[test]
fn import_finds_notes_however_they_are_written() {
    for html in NOTES {
        check(
            &post(html, &json!({})),
            &[
                ("/sections/0/blocks", json!([{ "type": "paragraph", "text": "Text[1]." }])),
                ("/citation", json!([{ "id": "1", "name": "Note." }])),
            ],
        );
    }
    // What only looks like one.
    for html in [
        "<p>See <a href=\"#n\">GDP</a>.</p><aside role=\"doc-footnote\" id=\"n\">Sum.</aside>",
        "<p>See <a href=\"#n\">1</a>.</p><p id=\"n\">Sum.</p>",
    ] {
        check(&post(html, &json!({})), &[("/citation", Value::Null)]);
    }
    let comments = "<p>See <a href=\"https://blog.example/2026/a/#respond\">here</a>.</p>";
    let text = json!("See [here](https://blog.example/2026/a/#respond).");
    check(&post(comments, &json!({})), &[(TEXT, text)]);
}

#[test]
fn import_feeds_of_every_version() {
    let feed = |version: &str, item: Value| json!({ "version": version, "title": "Feed", "author": { "name": "By Ann" }, "items": [item] });
    let text = json!({ "id": 5, "content_text": "Hello\nagain\n\nhttps://x.example" });
    check(
        &feed("https://jsonfeed.org/version/1", text),
        &[
            ("/id", json!("5")),
            ("/headline", json!("Hello again https://x.example")),
            ("/author/0/name", json!("Ann")),
            ("/sections/0/blocks/1/text", json!("https://x.example")),
        ],
    );
    let rich = json!({
        "id": "x", "url": "https://f.example/x", "title": "T &lt;b&gt;", "tags": "a, b;c",
        "content_html": "<p>a</p>", "content_text": "not this", "summary": "<em>Short</em>",
        "authors": [{ "name": "A" }, { "url": "https://who.example/me" }], "author": { "name": "Old" },
        "image": "/img.png", "language": "de", "external_url": "https://other.example/y",
        "attachments": [{ "url": "https://f.example/a.mp3", "mime_type": "audio/mpeg", "duration_in_seconds": 3725 }],
    });
    check(
        &feed("1.1", rich),
        &[
            ("/headline", json!("T <b>")),
            ("/description", json!("*Short*")),
            ("/keywords", json!(["a", "b", "c"])),
            ("/author/1/name", json!("who.example")),
            ("/image/url", json!("https://f.example/img.png")),
            ("/relatedLink/0/url", json!("https://other.example/y")),
            (TEXT, json!("a")),
            ("/sections/0/blocks/1/title", json!("a.mp3 (audio/mpeg, 1:02:05)")),
        ],
    );
}

#[test]
fn import_cards_and_closed_posts_of_ghost() {
    let html = "<div class=\"kg-card kg-callout-card\"><div class=\"kg-callout-emoji\">!</div>\
        <div class=\"kg-callout-text\">Call</div></div><figure class=\"kg-card kg-video-card\">\
        <video src=\"https://g.example/v.mp4\"></video><div><span>0:00</span></div>\
        <figcaption>Film</figcaption></figure><div class=\"kg-card kg-button-card\">\
        <a href=\"https://g.example/b\" class=\"kg-btn\">Press</a></div>\
        <figure class=\"kg-card kg-embed-card\"><iframe src=\"https://p.example/1\" title=\"Map\"></iframe>\
        <figcaption>Of the port</figcaption></figure>";
    let post = |more: Value| {
        let mut post = json!({ "title": "T &amp; x", "html": html, "url": "https://g.example/t/",
            "published_at": "2026-01-01T10:00:00.000+00:00", "updated_at": "2025-12-31T00:00:00.000+00:00",
            "tags": [{ "name": "#int", "visibility": "internal" }, { "name": "News" }], "excerpt": "Cut te" });
        post.as_object_mut()
            .expect("an object")
            .extend(more.as_object().expect("an object").clone());
        json!({ "posts": [post], "meta": {} })
    };
    check(
        &post(json!({})),
        &[
            ("/headline", json!("T & x")),
            ("/description", Value::Null),
            ("/articleSection", json!("News")),
            ("/keywords", json!(["News"])),
            ("/dateModified", Value::Null),
            (TEXT, json!("Call")),
            ("/sections/0/blocks/1/title", json!("Film")),
            ("/sections/0/blocks/2/text", json!("[Press](https://g.example/b)")),
            ("/sections/0/blocks/3/title", json!("Map – Of the port")),
        ],
    );
    let closed =
        json!({ "html": "", "visibility": "paid", "access": false, "custom_excerpt": "Lead" });
    check(
        &post(closed),
        &[
            ("/disclaimer", json!("[Subscriber content](https://g.example/t/)")),
            ("/description", json!("Lead")),
            ("/sections", Value::Null),
        ],
    );
}

/// The address and the name of the source that this note of a post becomes.
fn note(in_text: &str, beside: &str) -> [Option<String>; 2] {
    let mark = "<p>a<sup data-fn='n' class='fn'><a href='#n' id='n-link'>1</a></sup></p>";
    let list = format!(
        "<ol class='wp-block-footnotes'><li id='n'>{in_text} <a href='#n-link'>↩︎</a></li></ol>"
    );
    let list = if in_text.is_empty() { String::new() } else { list };
    let notes = json!([{ "id": "n", "content": beside }]).to_string();
    let post = json!({ "id": 1, "title": { "rendered": "T" }, "meta": { "footnotes": notes },
        "content": { "rendered": format!("{mark}{list}") } });
    let story = import(&post.to_string()).expect("a story").story;
    let source = story.sources.first().expect("a source").clone();
    [source.url.map(|url| url.as_str().to_owned()), source.name]
}

#[test]
fn import_leads_to_the_address_that_a_note_writes_out() {
    for (words, address) in [
        ("Port, Report 2025, https://p.example/report.pdf.", "https://p.example/report.pdf"),
        ("https://p.example/a", "https://p.example/a"),
        ("Port (https://p.example/a).", "https://p.example/a"),
        ("Port &lt;http://p.example/a?b=1&amp;c=2&gt;, May 2025", "http://p.example/a?b=1&c=2"),
        ("Port: “https://p.example/a”", "https://p.example/a"),
        ("https://p.example/Anna_(ferry)", "https://p.example/Anna_(ferry)"),
        ("<em>Port</em>, https://p.example/a; seen in May", "https://p.example/a"),
        ("Hafen, „https://p.example/a“.", "https://p.example/a"),
        ("Port, «https://p.example/a», May", "https://p.example/a"),
        ("Port [https://p.example/a].", "https://p.example/a"),
        ("(Port, https://p.example/Anna_(ferry)).", "https://p.example/Anna_(ferry)"),
        ("Have you seen https://p.example/a?", "https://p.example/a"),
        ("港（https://p.example/a）。", "https://p.example/a"),
        ("出典：https://p.example/a。五月閲覧", "https://p.example/a"),
        ("URL:https://p.example/a\u{a0}(May)", "https://p.example/a"),
        ("Mirrored at ftp://p.example/a and https://p.example/a", "https://p.example/a"),
        (
            "https://a.example/2020/https://p.example/a",
            "https://a.example/2020/https://p.example/a",
        ),
        ("https://p.example/é?a=-1#b-", "https://p.example/%C3%A9?a=-1#b-"),
    ] {
        let [url, name] = note(words, "");
        assert_eq!(url.as_deref(), Some(address), "{words}");
        assert!(name.is_some_and(|name| name.len() > 3), "{words}");
    }
}

#[test]
fn import_reads_a_note_beside_the_text_as_one_in_it() {
    for link in [
        "<a href=\"https://p.example/a?b=1&amp;c=2\">the <em>report</em></a>",
        "<a href='https://p.example/a?b=1&#38;c=2'>the report</a>",
        "<A HREF = https://p.example/a?b=1&amp;c=2>the report</A>",
        "<a data-href=\"https://x.example/\" href=\"https://p.example/a?b=1&amp;c=2\">the report</a>",
        "<!-- <a href=\"https://x.example/\"> --><a href=\"https://p.example/a?b=1&c=2\">the report</a>",
        "<a href=\"#x\">above</a>, <a href=\"https://p.example/a?b=1&amp;c=2\">the report</a>",
    ] {
        let [url, name] = note("", &format!("See {link}."));
        let expected = (Some("https://p.example/a?b=1&c=2"), Some("the report"));
        assert_eq!((url.as_deref(), name.as_deref()), expected, "{link}");
    }
    let code = "The attribute <code>href=\"https://x.example/\"</code> leads there.";
    assert_eq!(
        note("", code)[1].as_deref(),
        Some("The attribute href=\"https://x.example/\" leads there.")
    );
}

#[test]
fn import_looks_at_each_letter_of_a_note_once() {
    // Where each bracket has all that is before it looked at, this does not come to an end.
    let words = format!("Port, https://p.example/{}", ")".repeat(4_000_000));
    assert!(note("", &words)[1].as_deref().is_some_and(|name| name.starts_with("Port")));
}

#[test]
fn import_leads_to_no_address_that_a_note_does_not_write_out() {
    for words in [
        "Interview, May 2025.",
        "The https protocol",
        "https://",
        "Port: http://.",
        "www",
        "ftp://p.example/a",
        "mailto:a@p.example",
    ] {
        assert_eq!(note(words, "")[0], None, "{words}");
    }
    let linked = "<a href='https://x.example/3'>Title</a>, seen at https://y.example/.";
    assert_eq!(
        note(linked, ""),
        [Some("https://x.example/3".to_owned()), Some("Title".to_owned())]
    );
    assert_eq!(note("", "Interview")[0], None);
}
