//! What editors and page builders write into a text.

use serde_json::json;

use super::html::{imported, read};
use super::import;

#[test]
fn import_names_who_is_quoted_without_a_dash() {
    for html in [
        "<figure><blockquote>a</blockquote><figcaption>— Ida</figcaption></figure>",
        "<blockquote><p>a</p><cite>Ida</cite><a class='elementor-blockquote__tweet-button' href='https://x.example/'>Tweet</a></blockquote>",
    ] {
        assert_eq!(read(html), ["q a / Ida"], "{html}");
    }
}

#[test]
fn import_says_once_who_is_quoted_in_a_quotation() {
    let html = "<blockquote><blockquote><p>a</p><cite>Ida</cite></blockquote></blockquote>";
    assert_eq!(read(html), ["q a / Ida"]);
    let html = "<blockquote><blockquote><p>a</p></blockquote><p>b</p><cite>Ida</cite></blockquote>";
    assert_eq!(read(html), ["q a / ", "q b / Ida"]);
}

#[test]
fn import_reads_what_is_pulled_out_of_the_text_as_that() {
    for html in [
        "<aside class='pullquote'><p>a</p></aside>",
        "<div class='pull-quote'>a</div>",
        "<p class='pullquote'>a</p>",
        "<div class='pullquote'><blockquote>a</blockquote></div>",
    ] {
        assert_eq!(read(html), ["pq a / "], "{html}");
    }
}

#[test]
fn import_links_what_ckeditor_leaves_to_the_page() {
    let media =
        "<p>a</p><figure class='media'><oembed url='https://v.example/1'></oembed></figure>";
    assert_eq!(read(media), ["p a", "embed https://v.example/1 \"\""]);
}

#[test]
fn import_tells_apart_the_lists_that_quill_writes_as_one() {
    let list = "<ol><li data-list='bullet'>a</li><li data-list='bullet'>b</li>\
        <li data-list='ordered'>c</li><li data-list='checked'>d</li><li data-list='ordered'>e</li></ol>";
    assert_eq!(read(list), ["ul a | b", "ol c", "ul d", "ol 2: e"]);
}

#[test]
fn import_makes_sources_of_the_notes_of_indesign() {
    let html = "<p>a<span id='n-backlink'><a class='_idFootnoteLink' href='#n'>1</a></span> b</p>\
        <div class='_idFootnotes'><div id='n' class='_idFootnote'><p><a class='_idFootnoteAnchor' \
        href='#n-backlink'>1</a>\tThe log of the weir.</p></div></div>";
    assert_eq!(read(html), ["p a[^0] b"]);
}

#[test]
fn import_takes_no_sign_around_a_way_back_for_words_of_a_note() {
    for way in ["<a href='#r'>1</a>. ", "[<a href='#r' role='doc-backlink'>1</a>] "] {
        let html =
            format!("<p>a<sup id='r'><a href='#n'>1</a></sup></p><div id='n'>{way}The log.</div>");
        let imported = imported(&html);
        assert_eq!(imported.story.sources[0].name.as_deref(), Some("The log."), "{html}");
    }
}

#[test]
fn import_shows_the_number_that_a_script_counts_up_to() {
    let counter = "<div>+<span data-to-value='1500'>0</span></div>";
    assert_eq!(read(counter), ["p +1500"]);
}

#[test]
fn import_leaves_out_icons_and_what_is_said_to_machines() {
    for html in [
        "<span>\u{e03b}</span><p>a</p>",
        "<label class='hide-text'>b</label><p>a</p>",
        "<p>Advertisements</p><p>a</p>",
        "<h2 class='element-invisible'>b</h2><p>a</p>",
        "<p><span class='visuallyhidden'>b</span>a</p>",
    ] {
        assert_eq!(read(html), ["p a"], "{html}");
    }
}

#[test]
fn import_keeps_the_captions_of_an_older_gallery_with_their_pictures() {
    let item = |name: &str, caption: &str| {
        format!(
            "<dl class='gallery-item'><dt class='gallery-icon'><a href='https://g.example/{name}/'>\
             <img src='https://i.example/{name}.jpg'></a></dt>{caption}</dl>"
        )
    };
    let weir = item("a", "<dd class='wp-caption-text gallery-caption'>Weir</dd>");
    let html = format!("<div class='gallery'>{weir}{}<br></div>", item("b", ""));
    let shown = ["img https://i.example/a.jpg None Weir", "img https://i.example/b.jpg None "];
    assert_eq!(read(&html), shown);
}

#[test]
fn import_finds_the_pictures_and_credits_of_more_sites() {
    let late =
        "<p>a</p><img src='data:image/svg+xml,%3Csvg%3E' data-orig-src='https://i.example/a.jpg'>";
    assert_eq!(read(late), ["p a", "img https://i.example/a.jpg None "]);
    let both = "<img src='https://i.example/a.jpg' data-orig-src='https://gone.example/a.jpg'>";
    assert_eq!(read(both), ["img https://i.example/a.jpg None "]);
    let portrait = "<p><img class='avatar avatar-96' src='https://i.example/ida.jpg'>Ida</p>";
    assert_eq!(read(portrait), ["p Ida"]);
    let figure = "<figure><img src='https://i.example/a.jpg'><div><figcaption>Weir</figcaption><div class='Figure-credit'>Ida</div></div></figure>";
    assert_eq!(read(figure), ["img https://i.example/a.jpg None Weir"]);
}

#[test]
fn import_leaves_out_a_summary_that_was_cut_off_the_text() {
    for (key, summary) in [("summary", "The weir is [&#8230;]"), ("summary", "The weir is [...]")] {
        let feed = json!({
            "version": "https://jsonfeed.org/version/1.1", "title": "Feed",
            "items": [{ "id": "1", "title": "T", key: summary, "content_html": "<p>The weir is safe.</p>" }],
        });
        assert!(import(&feed.to_string()).expect("a story").story.lead.is_empty(), "{summary}");
    }
    let post = json!({ "posts": [{
        "id": "1", "title": "T", "html": "<p>The weir is safe.</p>", "meta_description": "The weir is...",
        "published_at": "2026-01-02T03:04:05Z",
    }]});
    assert!(import(&post.to_string()).expect("a story").story.lead.is_empty());
}

#[test]
fn import_names_authors_without_the_letter_box_of_rss() {
    for (written, name) in [
        ("desk@courier.example (Ida Holm)", "Ida Holm"),
        ("Ida Holm (Courier)", "Ida Holm (Courier)"),
        ("@ida (Ida Holm)", "@ida (Ida Holm)"),
        ("Ida@Sea (band)", "Ida@Sea (band)"),
    ] {
        let feed = json!({
            "version": "https://jsonfeed.org/version/1", "title": "Feed",
            "items": [{ "id": "1", "title": "T", "content_text": "a", "author": { "name": written } }],
        });
        assert_eq!(import(&feed.to_string()).expect("a story").story.authors[0].name, name);
    }
}

#[test]
fn import_writes_one_space_where_marks_have_their_own() {
    let html = "<p>a <a href='https://w.example/'> b </a> <i></i> c</p>";
    assert_eq!(read(html), ["p a [b](https://w.example/) c"]);
}

#[test]
fn import_shows_a_picture_of_a_sign_as_that_sign() {
    let html = "<p><span><img alt='👉' src='https://i.example/1f449.png'></span> Weir</p>";
    assert_eq!(read(html), ["p 👉 Weir"]);
    let html = "<p><img alt='堰' src='https://i.example/weir.png'></p>";
    assert_eq!(read(html), ["img https://i.example/weir.png None "]);
}

#[test]
fn import_takes_no_word_or_large_picture_for_a_sign() {
    for alt in ["“A”", "…", "—", "€5", "\u{200E}Ida", "📷 Ida", "❤️' width='800"] {
        let html = format!("<p><img alt='{alt}' src='https://i.example/a.jpg'></p>");
        let read = read(&html);
        assert!(matches!(&read[..], [one] if one.starts_with("img ")), "{html}: {read:?}");
    }
    let sign = "<p><img alt='❤️' src='https://i.example/a.jpg' width='16' height='16'> Weir</p>";
    assert_eq!(read(sign), ["p ❤️ Weir"]);
}

#[test]
fn import_keeps_words_and_numbers_that_only_look_like_those_of_scripts() {
    for (html, expected) in [
        ("<p>Up to <span data-to-value='5'>five</span> locks</p>", "p Up to five locks"),
        ("<p>Up to <span data-to-value=''>5</span> locks</p>", "p Up to 5 locks"),
        ("<ol><li data-list='1'>a</li><li data-list='2'>b</li></ol>", "ol a | b"),
        (
            "<iframe src='https://v.example/a' title='about: the weir'></iframe>",
            "embed https://v.example/a \"about: the weir\"",
        ),
    ] {
        assert_eq!(read(html), [expected], "{html}");
    }
}

#[test]
fn import_links_posts_that_amp_names_by_an_id() {
    for (element, expected) in [
        ("amp-twitter data-tweetid='12'", "https://twitter.com/i/status/12"),
        ("amp-instagram data-shortcode='aB_1'", "https://www.instagram.com/p/aB_1/"),
        ("amp-facebook data-href='https://fb.example/p/1'", "https://fb.example/p/1"),
        ("amp-youtube data-videoid='aB_1'", "https://www.youtube.com/watch?v=aB_1"),
    ] {
        let html = format!("<p>a</p><{element} width='4' height='3'></{element}>");
        assert_eq!(read(&html), ["p a", &format!("embed {expected} \"\"")], "{html}");
    }
}

#[test]
fn import_pulls_no_name_no_caption_and_no_rest_of_a_story() {
    let picture =
        "<figure><img src='https://i.example/a.jpg'><figcaption>Quay</figcaption></figure>";
    for (html, expected) in [
        (
            "<div class='pullquote'><blockquote>a</blockquote><p>Ida Holm</p></div>".to_owned(),
            vec!["pq a / ", "p Ida Holm"],
        ),
        (
            "<blockquote class='wp-block-pullquote'><p>a</p>\
                <p class='wp-block-pullquote__citation'>Ida Holm</p></blockquote>"
                .to_owned(),
            vec!["pq a\u{2028}Ida Holm / "],
        ),
        (
            format!("<div class='pullquote'><p>a</p>{picture}</div>"),
            vec!["pq a / ", "img https://i.example/a.jpg None Quay"],
        ),
    ] {
        assert_eq!(read(&html), expected, "{html}");
    }
    // Without its end.
    let rest = format!("<div class='pullquote'>a{}", "<p>b</p>".repeat(60));
    assert_eq!(read(&rest).len(), 61);
}

#[test]
fn import_leaves_out_what_substack_puts_around_words() {
    let button = |to: &str| {
        format!("<p>a</p><p class='button-wrapper'><a class='button' href='{to}'>Log</a></p>")
    };
    for to in
        ["https://w.substack.example/subscribe?", "https://w.example/p/a?action=share", "%%url%%"]
    {
        assert_eq!(read(&button(to)), ["p a"], "{to}");
    }
    // One that the writer has put there.
    let own = button("https://w.example/log");
    assert_eq!(read(&own), ["p a", "p [Log](https://w.example/log)"]);
    let post = "<div class='tweet' data-attrs='{}'><a href='https://x.example/1'>\
        <div class='tweet-header'><img src='/ida.jpg'><span>Ida</span></div>Water.\
        <div class='tweet-footer'><p>1 PM</p><span>12Likes</span></div></a></div>";
    assert_eq!(read(post), ["embed https://x.example/1 \"Ida Water.\""]);
    let other = "<div class='tweet'>Water <a href='https://x.example/1'>rose</a>.</div>";
    assert_eq!(read(other), ["p Water [rose](https://x.example/1)."]);
}

#[test]
fn import_links_what_a_card_of_notion_leads_to() {
    let inside = "<div><div class='bookmark-title'>Log</div><div>All days</div></div>\
        <img src='/favicon.ico' class='icon bookmark-icon'>https://w.example/log";
    let card = |class: &str| {
        format!("<figure><a href='https://w.example/log' class='{class}'>{inside}</a></figure>")
    };
    assert_eq!(read(&card("bookmark source")), ["embed https://w.example/log \"Log\""]);
    assert_eq!(read(&card("bookmark")).len(), 4);
}

#[test]
fn import_sets_in_the_entries_that_quill_sets_in() {
    for (html, expected) in [
        (
            "<ol><li>A</li><li class='ql-indent-1'>a</li><li class='ql-indent-2'>i</li>\
             <li class='ql-indent-1'>b</li><li>B</li></ol>",
            vec!["ol A\u{2028}1. a\u{2028}1. i\u{2028}2. b | B"],
        ),
        (
            "<ol><li data-list='ordered'>A</li><li data-list='bullet' class='ql-indent-1'>a</li>\
             <li data-list='ordered'>B</li></ol>",
            vec!["ol A\u{2028}– a | B"],
        ),
        ("<ul><li>A</li><li class='ql-indent-1'>a</li><li>B</li></ul>", vec!["ul A | – a | B"]),
        ("<ol><li class='ql-indent-1'>a</li><li>B</li></ol>", vec!["ol 1. a | B"]),
        (
            "<ol><li>A<blockquote>q</blockquote></li><li class='ql-indent-1'>a</li></ol>",
            vec!["ol A", "q q / ", "ol a"],
        ),
        (
            "<ol><li>A</li><li class='ql-indent-1'><img src='https://i.example/a.jpg'>a</li></ol>",
            vec!["ol A\u{2028}1. a", "img https://i.example/a.jpg None "],
        ),
    ] {
        assert_eq!(read(html), expected, "{html}");
    }
}
