//! Formulas, tabs, charts, captions and shortcodes, as plugins leave them in a text.

use serde_json::json;

use super::import;
use super::seen::read;

#[test]
fn import_keeps_formulas_in_their_sentence() {
    let html =
        "<p>Let <img class='latex' src='https://s0.example/latex.php?latex=x' alt='{x^2}'> be.</p>";
    assert_eq!(read(html), ["p Let {x^2} be."]);
}

#[test]
fn import_shows_what_tabs_hide() {
    let tabs = "<div role='tabpanel' hidden='false'><p>a</p></div><div role='tabpanel' hidden='hidden'><p>b</p></div>\
        <div role='tabpanel' style='display: none'><p>c</p></div><div hidden><p>x</p></div>";
    assert_eq!(read(tabs), ["p a", "p b", "p c"]);
}

#[test]
fn import_links_charts_and_players_that_scripts_make() {
    for (html, expected) in [
        (
            "<div id='datawrapper-vis-aB1cD'><script></script></div>",
            "https://datawrapper.dwcdn.net/aB1cD/",
        ),
        (
            "<div class='flourish-embed' data-src='visualisation/12'></div>",
            "https://public.flourish.studio/visualisation/12/",
        ),
        (
            "<iframe src='data:text/html,x' data-src='https://v.example/2'></iframe>",
            "https://v.example/2",
        ),
        (
            "<lite-youtube videoid='abc_-1'></lite-youtube>",
            "https://www.youtube.com/watch?v=abc_-1",
        ),
    ] {
        let shown = read(&format!("<p>a</p>{html}"));
        assert!(shown.len() == 2 && shown[1].contains(expected), "{shown:?}");
    }
    for other in [
        "<div class='flourish-embed' data-src='https://e.example/x'><p>b</p></div>",
        "<div id='datawrapper-vis-'><p>b</p></div>",
    ] {
        assert_eq!(read(other), ["p b"], "{other}");
    }
}

#[test]
fn import_reads_captions_in_tables() {
    let table = "<table class='tr-caption-container'><tbody><tr><td><img src='https://i.example/a.jpg'></td></tr>\
        <tr><td class='tr-caption'>The weir</td></tr></tbody></table>";
    assert_eq!(read(table), ["img https://i.example/a.jpg None The weir"]);
}

#[test]
fn import_leaves_out_both_ends_of_a_shortcode() {
    assert_eq!(read("<p>[dropcap]T[/dropcap]he [sic] word</p>"), ["p The [sic] word"]);
    assert_eq!(read("<p>[row a=\"1\"]T[/row][/sic]</p>"), ["p T[/sic]"]);
}

/// Its notes are no sources of the story, so no marker of them stands, in bold or in a list.
#[test]
fn import_takes_the_markers_of_a_lead_out() {
    let marker = "<sup><a href='#fn1' id='r1'>1</a></sup>";
    for words in [
        format!("<p>Claim <b>it{marker}</b> <a href='https://e.example'>so{marker}</a></p>"),
        format!("<ul><li>Claim <i>it</i>{marker} so</li></ul>"),
    ] {
        let note = "<ol class='footnotes'><li id='fn1'>A note. <a href='#r1'>↩</a></li></ol>";
        let article = json!({
            "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Headline",
            "description": format!("{words}{note}"), "articleBody": "Body.",
        });
        let story = import(&article.to_string()).expect("a story").story;
        let told = format!("{:?}", story.lead);
        assert!(told.contains("Claim") && told.contains("so"), "{told}");
        assert!(!told.contains("Citation"), "{told}");
        assert!(story.sources.is_empty(), "{:?}", story.sources);
    }
}

/// A million brackets: each is looked at once.
#[test]
fn import_reads_brackets_without_end() {
    let text = "[".repeat(1_000_000);
    let shown = read(&format!("<p>{text}</p>"));
    assert!(shown.iter().all(|block| block.starts_with("p [[[")), "{}", shown.len());
}

#[test]
fn import_links_no_frame_that_is_no_content() {
    for address in [
        "https://ads.g.doubleclick.net/x",
        "https://www.googletagmanager.com/ns.html?id=1",
        "//ir.amazon-adsystem.com/x",
        "https://www.facebook.com/plugins/like.php?href=x",
        "https://port.substack.com/embed",
    ] {
        assert_eq!(read(&format!("<p>Water.</p><iframe src='{address}'></iframe>")), ["p Water."]);
    }
    for (size, is_shown) in [
        ("width='0' height='0'", false),
        ("width='1'", false),
        ("width='100%'", true),
        ("width='0' title='Log'", true),
    ] {
        let frame = format!("<p>Water.</p><iframe {size} src='https://v.example/1'></iframe>");
        assert_eq!(read(&frame).len() > 1, is_shown, "{size}");
    }
}

#[test]
fn import_links_a_video_whose_address_stands_alone() {
    let watched = "embed https://www.youtube.com/watch?v=aBc-123 \"\"";
    for (html, expected) in [
        ("<p>https://www.youtube.com/watch?v=aBc-123</p>", watched),
        ("<p> https://www.youtube.com/watch?v=aBc-123<br></p>", watched),
        ("<p>https://youtu.be/aBc-123?si=x</p>", "embed https://youtu.be/aBc-123?si=x \"\""),
        ("<div>https://vimeo.com/12345</div>", "embed https://vimeo.com/12345 \"\""),
        ("<p>See https://vimeo.com/12345</p>", "p See https://vimeo.com/12345"),
        ("<p>https://example.org/12345</p>", "p https://example.org/12345"),
        ("<p>https://vimeo.com.example.org/1</p>", "p https://vimeo.com.example.org/1"),
    ] {
        assert_eq!(read(html), [expected], "{html}");
    }
    // A lead has no blocks.
    let item = json!({ "uri": "urn:a:1", "type": "text", "headline": "H",
        "description_html": "<p>See:</p><p>https://youtu.be/aBc-123</p>", "body_html": "<p>x</p>" });
    super::said::check(&item, &[("/description", json!("See:\n\nhttps://youtu.be/aBc-123"))]);
}

#[test]
fn import_shows_pictures_that_come_with_an_item() {
    let feed = |fields: &[(&str, serde_json::Value)]| {
        let mut item = json!({ "id": "1", "title": "H", "url": "https://n.example/p/a",
            "content_html": "<p>a</p><p><a href='https://n.example/p/a'>Read more</a></p>" });
        for (key, value) in fields {
            item[*key] = value.clone();
        }
        json!({ "version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [item] })
    };
    let file = |name: &str, kind: &str| json!({ "url": format!("https://i.example/{name}"), "mime_type": kind });
    let sound = file("https%3A%2F%2Fi.example%2Fone.mp3", "audio/mpeg");
    let item = feed(&[("attachments", json!([file("a.jpg", "image/jpeg"), sound]))]);
    super::said::check(&item, &[("/image/url", json!("https://i.example/a.jpg"))]);
    let shown = super::said::blocks(&import(&item.to_string()).expect("a story"));
    let linked =
        "embed https://i.example/https%3A%2F%2Fi.example%2Fone.mp3 \"one.mp3 (audio/mpeg)\"";
    assert_eq!(shown, ["p a", linked]);
    let item = feed(&[
        ("image", json!("https://i.example/b.jpg")),
        ("attachments", json!([file("b.jpg", "image/jpeg"), file("c.png", "image/png")])),
    ]);
    let shown = super::said::blocks(&import(&item.to_string()).expect("a story"));
    assert_eq!(shown, ["p a", "img https://i.example/c.png None "]);
    // What the text shows, and what browsers do not.
    let item = feed(&[
        ("content_html", json!("<p>a</p><h2>B</h2><p>b</p><img src='https://i.example/c.png'>")),
        (
            "attachments",
            json!([
                file("b.jpg", "image/jpeg"),
                file("c.png", "image/png"),
                file("d.tif", "image/tiff")
            ]),
        ),
    ]);
    let shown = super::said::blocks(&import(&item.to_string()).expect("a story"));
    let picture = "img https://i.example/c.png None ";
    let link = "embed https://i.example/d.tif \"d.tif (image/tiff)\"";
    assert_eq!(shown, ["p a", "# B", "p b", picture, link]);
}
