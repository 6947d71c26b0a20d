//! What documents of other people have shown, in words of our own.

use serde_json::{Value, json};

use super::import;
use super::said::{blocks, check, events, line};

/// What is read of a feed's item with this content.
pub fn read(html: &str) -> Vec<String> {
    let item = json!({ "id": "1", "title": "Headline", "content_html": html });
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [item] });
    blocks(&import(&feed.to_string()).expect("a story"))
}

#[test]
fn import_keeps_a_picture_before_the_words_beneath_it() {
    let picture = "img https://i.example/a.jpg None ";
    for (html, expected) in [
        ("<p><img src='https://i.example/a.jpg'><br>The quay</p>", [picture, "p The quay"]),
        ("<p> <a href='/'><img src='https://i.example/a.jpg'></a> Quay</p>", [picture, "p Quay"]),
        ("<p>Look: <img src='https://i.example/a.jpg'></p>", ["p Look:", picture]),
    ] {
        assert_eq!(read(html), expected, "{html}");
    }
}

#[test]
fn import_leaves_out_pictures_that_count_readers() {
    for address in [
        "https://news.example/rss-pixel.png?story=1",
        "https://pixel.news.example/b?x",
        "https://news.example/t/pixel.gif",
        "http://feeds.feedburner.com/~r/quay/1",
    ] {
        assert_eq!(read(&format!("<p>a</p><img src='{address}'>")), ["p a"], "{address}");
    }
    for address in [
        "https://news.example/phone-pixel-8.jpg",
        "https://news.example/new-pixel.png?w=800",
        "https://news.example/200-megapixel.gif",
        "https://news.example/resize?u=https://pixel.news.example/photo.jpg",
    ] {
        let shown = read(&format!("<p>a</p><img src='{address}'>"));
        assert_eq!(shown.len(), 2, "{shown:?}");
    }
}

#[test]
fn import_divides_at_blank_lines_where_no_element_does() {
    let bare = "One\nline.\n\n<figure><img src='https://i.example/a.jpg'><figcaption>C</figcaption>\
        </figure>\n\nTwo.\n\nThree.\n\n<ul><li>a</li></ul>\n\nFour.";
    let expected = [
        "p One line.",
        "img https://i.example/a.jpg None C",
        "p Two.",
        "p Three.",
        "ul a",
        "p Four.",
    ];
    assert_eq!(read(bare), expected);
    assert_eq!(read("<p>One\n\nparagraph</p>"), ["p One paragraph"]);
    // A broken line says nothing of paragraphs.
    assert_eq!(read("One<br>\nline.\n\nTwo."), ["p One\u{2028}line.", "p Two."]);
}

#[test]
fn import_keeps_lists_in_the_cells_of_a_table() {
    let html = "<table><tr><td>Sails</td><td>On <ul><li>Monday</li><li>Friday</li></ul></td></tr>\
        <tr><td>Rests</td><td>Sunday</td></tr></table>";
    assert_eq!(read(html), ["table  / Sails,On\u{2028}– Monday\u{2028}– Friday | Rests,Sunday"]);
}

#[test]
fn import_keeps_raised_numbers_apart() {
    let html = "<p>10<sup>3.5</sup> quay<sup>1,2</sup> 1<sup>1/2</sup> 1<sup>st</sup></p>";
    assert_eq!(read(html), ["p 10³.⁵ quay¹,² 1¹/² 1st"]);
}

#[test]
fn import_leaves_out_where_a_post_appeared_first() {
    let html = "<p>The post is closed.</p><p>The post <a href='https://b.example/1'>Quay</a> \
        appeared first on <a href='https://b.example/'>Harbour</a>.</p>";
    assert_eq!(read(html), ["p The post is closed."]);
}

#[test]
fn import_reads_addresses_as_they_stand_in_html() {
    let article = json!({ "@context": "https://schema.org", "@type": "Article", "headline": "H",
        "image": "https://i.example/a.jpg?w=1&amp;h=2" });
    check(&article, &[("/image/url", json!("https://i.example/a.jpg?w=1&h=2"))]);
}

#[test]
fn import_shows_no_date_that_nobody_has_set() {
    let item = json!({ "id": "1", "title": "T", "content_text": "x",
        "date_published": "0001-01-01T00:00:00Z", "date_modified": "2024-05-01T00:00:00Z" });
    let feed = json!({ "version": "https://jsonfeed.org/version/1", "items": [item] });
    let modified = ("/dateModified", json!("2024-05-01"));
    check(&feed, &[("/datePublished", Value::Null), modified]);
    let item = json!({ "id": "1", "title": "H", "content_text": "a", "date_modified": "0001-01-01T00:00:00Z" });
    let feed = json!({ "version": "https://jsonfeed.org/version/1", "items": [item] });
    check(&feed, &[("/dateModified", Value::Null)]);
}

#[test]
fn import_takes_no_interface_for_a_page() {
    let item = json!({ "uri": "https://api.agency.example/items/1", "headline": "H" });
    check(&item, &[("/url", Value::Null), ("/id", json!("https://api.agency.example/items/1"))]);
}

#[test]
fn import_keeps_a_quotation_in_the_place_of_a_picture() {
    let slide = |text: Value, media: &str| json!({ "start_date": { "year": "1990" }, "text": text, "media": { "url": media } });
    let said = "<blockquote><p>We <b>saw</b> it.</p></blockquote>";
    let timeline = json!({ "events": [
        slide(json!({ "headline": "A", "text": "Word:" }), said),
        slide(json!({}), said),
        slide(json!({ "headline": "B" }), "<iframe src='https://f.example/'></iframe><p>Larger map</p>"),
    ] });
    let imported = import(&timeline.to_string()).expect("a story");
    let events = imported.story.timeline.expect("a timeline").events;
    let texts: Vec<String> = events.iter().map(|event| line(&event.text)).collect();
    assert_eq!(texts, ["Word: We **saw** it.", "We **saw** it.", ""]);
}

#[test]
fn import_reads_the_dates_of_timelines_as_they_are_written() {
    for (written, date) in [
        ("196101011200", "1961-01-01"),
        ("19610215203455", "1961-02-15"),
        ("May 21, 2012", "2012-05-21"),
        ("21 July 1969", "1969-07-21"),
        ("12 August 1990", "1990-08-12"),
        ("-13800000000", "Y-13800000000"),
    ] {
        let date_list = json!([{ "startDate": written, "headline": "A" }]);
        let timeline = json!({ "timeline": { "headline": "H", "date": date_list } });
        let imported = import(&timeline.to_string()).expect("a story");
        assert_eq!(events(&imported), json!([[date, null, "A", ""]]), "{written}");
    }
}

#[test]
fn import_breaks_lines_where_elements_do_and_not_where_a_word_processor_did() {
    assert_eq!(read("<p>One\u{2028}sentence\u{2029}here</p>"), ["p One sentence here"]);
    assert_eq!(read("<p>a<br> <b><br>c</b></p>"), ["p a", "p **c**"]);
}

#[test]
fn import_keeps_what_an_entry_holds_where_it_stands() {
    let list = "<ol start=4><li>Stop <pre>run x</pre> and look.</li><li>b<blockquote>Q</blockquote></li>\
        <li><img src='https://i.example/a.jpg'>c</li><li>d</li></ol>";
    let expected = [
        "ol 4: Stop",
        "code None \"run x\"",
        "p and look.",
        "ol 5: b",
        "q Q / ",
        "img https://i.example/a.jpg None ",
        "ol 6: c | d",
    ];
    assert_eq!(read(list), expected);
}

#[test]
fn import_counts_lists_as_the_page_does() {
    for (html, expected) in [
        (
            "<ol><li>a<ul><li>x</li><li>y</li></ul>then</li><li>b</li></ol>",
            "ol a\u{2028}– x\u{2028}– y\u{2028}then | b",
        ),
        (
            "<ul><li>a<ol><li>x</li><li>y</li></ol>then</li><li>b</li></ul>",
            "ul a | 1. x | 2. y | then | b",
        ),
        ("<ol><li>a</li><ol start='3'><li>x</li></ol><li>b</li></ol>", "ol a\u{2028}3. x | b"),
        ("<ol><li><ul><li>x</li></ul></li><li>b</li></ol>", "ol – x | b"),
        ("<ol><li><p>a</p><p>b</p></li></ol>", "ol a\u{2028}b"),
        ("<ol start='0'><li>a</li></ol>", "ol 0: a"),
        ("<ol start='-2'><li>a</li></ol>", "ol a"),
        ("<ol start='99999999999'><li>a</li></ol>", "ol a"),
        ("<ol><li value='7'>a</li><li>b</li></ol>", "ol 7: a | b"),
    ] {
        assert_eq!(read(html), [expected], "{html}");
    }
    assert_eq!(read("<ol><li>a</li><li value='7'>b</li></ol>"), ["ol a", "ol 7: b"]);
    assert_eq!(read("<ol start='1' reversed><li>a</li><li>b</li></ol>"), ["ol a", "ol 0: b"]);
    // What follows in the entry has no number of its own.
    let after = "<ol><li>a<pre>c</pre><ul><li>x</li></ul>end</li><li>b</li></ol>";
    assert_eq!(read(after), ["ol a", "code None \"c\"", "ul x", "p end", "ol 2: b"]);
    let inner = "<ol><li>a<ul><li>x<pre>c</pre></li><li>y</li></ul></li><li>b</li></ol>";
    assert_eq!(read(inner), ["ol a\u{2028}– x", "code None \"c\"", "ul y", "ol 2: b"]);
    let wordless = "<ol><li><img src='https://i.example/a.jpg'></li><li>b</li></ol>";
    assert_eq!(read(wordless), ["img https://i.example/a.jpg None ", "ol 2: b"]);
}

#[test]
fn import_reads_the_text_of_an_activity() {
    let article = json!({
        "@context": ["https://www.w3.org/ns/activitystreams", { "schema": "http://schema.org#" }],
        "type": "Article", "id": "https://blog.example/1", "url": "https://blog.example/1",
        "name": "The weir opens", "content": "<p>Water runs.</p>", "summary": "It runs.",
        "attributedTo": { "type": "Person", "name": "Ida Example", "url": "https://blog.example/ida" },
        "published": "2026-05-04T10:00:00Z", "updated": "2026-05-05T10:00:00Z",
    });
    let read = import(&article.to_string()).expect("a story");
    assert_eq!(blocks(&read), ["p Water runs."]);
    assert_eq!(read.story.authors[0].name, "Ida Example");
    assert!(read.story.published.is_some() && read.story.modified.is_some());
    assert_eq!(line(&read.story.lead[0]), "It runs.");
}

#[test]
fn import_takes_no_release_for_a_post() {
    for other in [
        json!({ "html_url": "https://forge.example/1", "tag_name": "v1", "name": "One", "published_at": "2026-05-04T10:00:00Z", "body": "Text" }),
        json!([{ "title": "A post", "slug": "a", "published_at": "2026-05-04T10:00:00Z", "body_markdown": "Text" }]),
    ] {
        let error = import(&other.to_string()).expect_err("no story");
        assert_eq!(error.code(), "not-a-story", "{error}");
    }
}

#[test]
fn import_reads_days_with_dots() {
    let published = |date: &str| {
        let article = json!({ "@context": "https://schema.org", "@type": "NewsArticle", "headline": "A", "datePublished": date });
        let read = import(&article.to_string()).expect("a story");
        (read.story.published, read.problems.len())
    };
    assert!(published("2022-05-04").0.is_some());
    for date in ["04.05.2022", "4.5.2022", " 04.05.2022, 10:30 Uhr"] {
        assert_eq!(published(date), published("2022-05-04"), "{date}");
    }
    for date in ["31.02.2022", "04.05.22", "4.5.2022.1", "1.2", "04.05.20221"] {
        assert_eq!(published(date), (None, 1), "{date}");
    }
}

#[test]
fn import_keeps_the_direction_of_words_in_a_line() {
    for (html, expected) in [
        ("<p>شركة <span dir='ltr'>C++</span> هنا</p>", "p شركة \u{2066}C++\u{2069} هنا"),
        ("<p>By <bdi>אדם</bdi>: 3</p>", "p By \u{2068}אדם\u{2069}: 3"),
        ("<p>By <span DIR=RTL>אדם</span></p>", "p By \u{2067}אדם\u{2069}"),
        // Where all runs one way, there is nothing to keep.
        ("<p>By <bdi>Ida</bdi> <span dir='ltr'>x</span></p>", "p By Ida x"),
    ] {
        assert_eq!(read(html), [expected], "{html}");
    }
    assert_eq!(read("<p>אדם</p><p><bdi></bdi></p>"), ["p אדם"]);
}

#[test]
fn import_raises_the_letters_of_formulas() {
    assert_eq!(read("<p>e<sup>x</sup>, a<sub>i</sub>, 2<sup>k</sup></p>"), ["p eˣ, aᵢ, 2ᵏ"]);
    assert_eq!(read("<p>1<sup>st</sup>, M<sup>me</sup>, XX<sup>e</sup></p>"), ["p 1st, Mme, XXe"]);
}

#[test]
fn import_takes_activities_for_articles_and_jobs_for_none() {
    let activity = json!({
        "@context": ["https://www.w3.org/ns/activitystreams", { "Hashtag": "as:Hashtag" }],
        "type": "Article", "name": "The weir", "content": "<p>Water.</p>",
    });
    assert_eq!(blocks(&import(&activity.to_string()).expect("a story")), ["p Water."]);
    for (to, is_shown) in [
        (json!(["https://www.w3.org/ns/activitystreams#Public"]), true),
        (json!("as:Public"), true),
        (json!(["https://blog.example/followers"]), false),
        (json!([]), false),
    ] {
        let mut addressed = activity.clone();
        addressed["to"] = to.clone();
        let code = import(&addressed.to_string()).err().map(|error| error.code());
        assert_eq!(code, (!is_shown).then_some("withheld"), "{to}");
    }
    let job =
        json!({ "@context": "https://schema.org", "@type": "JobPosting", "name": "Lock keeper" });
    assert!(import(&job.to_string()).is_err());
    let epoch = json!({ "@context": "https://schema.org", "@type": "Article", "headline": "A", "datePublished": "1970-01-01T00:00:00Z" });
    assert_eq!(import(&epoch.to_string()).expect("a story").story.published, None);
}

#[test]
fn import_keeps_apart_what_a_sheet_sets_apart() {
    for (html, expected) in [
        ("<div class='dat'><span class='place'>Oslo</span><span>XY</span></div>", "p Oslo XY"),
        ("<div><span>May 1, 16:00</span><span>XY</span></div>", "p May 1, 16:00 XY"),
        // Parts of a word, as editors and drop capitals have them.
        ("<p><span>Mac</span><span>Donald</span></p>", "p MacDonald"),
        ("<div><span class='drop'>T</span><span>HE ferry</span></div>", "p THE ferry"),
        ("<div><span>fer</span><span>ry</span></div>", "p ferry"),
        ("<div><span>Ferry</span><span>, risen</span></div>", "p Ferry, risen"),
    ] {
        assert_eq!(read(html), [expected], "{html}");
    }
}
