//! Items as agencies send them: who is named, which page is theirs, what is said and shown twice.

use serde_json::{Value, json};

use super::import;
use super::said::{blocks, check};

fn item(fields: &Value) -> Value {
    let mut item = json!({ "uri": "urn:agency:1", "type": "text", "headline": "The weir",
        "versioncreated": "2026-05-04T10:00:00Z" });
    for (key, value) in fields.as_object().expect("fields") {
        item[key] = value.clone();
    }
    item
}

#[test]
fn import_names_who_wrote_an_item_and_not_who_took_its_pictures() {
    let bylines = json!([
        { "byline": "Ida Berg/XY", "firstname": "Ida", "lastname": "Berg", "role": "" },
        { "byline": "", "role": "Ansvarig", "internal": "true" },
        { "byline": "Bo Lund/XY", "role": "Fotograf" },
        { "byline": "Eva Dahl/XY", "role": "photographer" },
    ]);
    check(
        &item(&json!({ "bylines": bylines })),
        &[("/author/0/name", json!("Ida Berg/XY")), ("/author/1", Value::Null)],
    );
    let titled = json!([{ "by": "By IDA BERG", "title": "XY Film Writer" }]);
    check(
        &item(&json!({ "bylines": titled })),
        &[("/author/0/name", json!("IDA BERG")), ("/author/0/jobTitle", json!("XY Film Writer"))],
    );
}

#[test]
fn import_reads_the_page_and_the_second_headline_of_an_item() {
    let links = json!([
        { "rel": "alternate", "href": "https://news.example/other" },
        { "rel": "canonical", "href": "https://news.example/weir" },
    ]);
    let item = item(&json!({ "links": links, "headline_extended": "It held all night" }));
    check(
        &item,
        &[
            ("/url", json!("https://news.example/weir")),
            ("/alternativeHeadline", json!("It held all night")),
        ],
    );
}

#[test]
fn import_reads_an_item_that_has_no_address() {
    let item = json!({ "_id": "1", "type": "text", "headline": "The weir", "pubstatus": "usable",
        "versioncreated": "2026-05-04T10:00:00+0000", "body_html": "<p>Text.</p>" });
    check(
        &item,
        &[("/headline", json!("The weir")), ("/sections/0/blocks/0/text", json!("Text."))],
    );
}

#[test]
fn import_shows_the_picture_of_an_item_once_whichever_copy_its_text_has() {
    let rendition = |href: &str, width: u32| {
        json!({ "href": format!("https://i.example/{href}.jpg"), "mimetype": "image/jpeg",
            "width": width, "height": width })
    };
    let item = item(&json!({
        "associations": { "a001": { "type": "picture", "description_text": "The quay",
            "renditions": { "r0": rendition("hires", 3000), "r1": rendition("thumb", 256) } } },
        "body_html": "<p>a</p><h2>B</h2><p>b</p><figure><img src='https://i.example/thumb.jpg'>\
            <figcaption>The quay at noon</figcaption></figure><img src='https://i.example/x.jpg'>",
    }));
    check(&item, &[("/image/url", json!("https://i.example/hires.jpg"))]);
    let read = import(&item.to_string()).expect("a story");
    assert_eq!(blocks(&read), ["p a", "# B", "p b", "img https://i.example/x.jpg None "]);
}

#[test]
fn import_says_who_wrote_a_story_once() {
    let read = |byline: &str, html: &str| {
        let item = item(&json!({ "byline": byline, "body_html": html }));
        blocks(&import(&item.to_string()).expect("a story"))
    };
    for (byline, html) in [
        ("Ida Berg/XY", "<p>a.</p><div class='byline'>Ida Berg</div>"),
        ("By Ida Berg", "<p>By Ida Berg</p><p>a.</p>"),
        ("Ida Berg", "<p><b>By Ida Berg</b></p><p>a.</p>"),
    ] {
        assert_eq!(read(byline, html), ["p a."], "{html}");
    }
    assert_eq!(read("Ida Berg", "<p>a</p><p>Ida Berg</p><p>b</p>"), ["p a", "p Ida Berg", "p b"]);
    assert_eq!(read("Ida Berg", "<p>Ida Berg</p>"), ["p Ida Berg"]);
    assert_eq!(read("Ida Berg", "<p>Ida</p><p>a</p>"), ["p Ida", "p a"]);
    // The way to the author is nowhere else.
    let linked = "<p>By <a href='https://n.example/ida'>Ida Berg</a></p><p>a</p>";
    assert_eq!(read("Ida Berg", linked), ["p By [Ida Berg](https://n.example/ida)", "p a"]);
}

#[test]
fn import_reads_paragraphs_that_stand_in_a_heading() {
    let html = "<h4><p>The weir held.</p><p>It was built in 1902.</p></h4><p>a</p>";
    let read = import(&item(&json!({ "body_html": html })).to_string()).expect("a story");
    assert_eq!(blocks(&read), ["p The weir held.", "p It was built in 1902.", "p a"]);
    for (html, heading) in [
        ("<h2><p>What now.</p><p>&nbsp;</p></h2><p>a</p>", "# What now."),
        ("<h2><p>Part 2</p><p>The storm</p></h2><p>a</p>", "# Part 2 The storm"),
    ] {
        let item = item(&json!({ "body_html": format!("<h2>First</h2><p>x</p>{html}") }));
        let read = blocks(&import(&item.to_string()).expect("a story"));
        assert_eq!(read[2], heading, "{html}");
    }
}

#[test]
fn import_reads_items_of_reuters() {
    let item = json!({ "uri": "tag:reuters.com,2026:newsml_RC1", "type": "text", "headLine": "The weir",
        "byLine": "IDA BERG", "caption": "It held all night.", "bodyXhtml": "<p>a</p><p>b</p>",
        "versionCreated": "2026-05-04T10:00:00.000Z" });
    let answer = json!({ "data": { "search": { "items": [item] } } });
    check(&answer, &[("/description", json!("It held all night."))]);
    assert_eq!(blocks(&import(&answer.to_string()).expect("a story")), ["p a", "p b"]);
}

#[test]
fn import_says_when_an_item_was_published_and_not_when_it_was_begun() {
    let dates = json!({ "firstcreated": "2026-05-04T08:00:00+0000",
        "firstpublished": "2026-05-04T09:30:00+0000", "versioncreated": "2026-05-04T10:00:00Z" });
    check(
        &item(&dates),
        &[
            ("/datePublished", json!("2026-05-04T09:30:00Z")),
            ("/dateModified", json!("2026-05-04T10:00:00Z")),
        ],
    );
}

#[test]
fn import_keeps_a_name_that_answers_what_stands_before_it() {
    let read = |html: &str| {
        let item = item(&json!({ "byline": "Ida Berg", "body_html": html }));
        blocks(&import(&item.to_string()).expect("a story"))
    };
    let name = "p Ida Berg".to_owned();
    for before in ["<p>Photos:</p>", "<p>Yours sincerely,</p>", "<p>Text and photos</p>"] {
        assert_eq!(
            read(&format!("<p>a.</p>{before}<p>Ida Berg</p>")).get(2),
            Some(&name),
            "{before}"
        );
    }
    for before in ["<h2>Photos</h2>", "<h2>One</h2><p>a.</p><h2>Photos</h2>"] {
        assert_eq!(
            read(&format!("<p>a.</p>{before}<p>Ida Berg</p>")).last(),
            Some(&name),
            "{before}"
        );
    }
    assert_eq!(read("<p>a.</p><p>“We won.”</p><p>Ida Berg</p>").last(), Some(&name));
    let quoted = "<p>a.</p><blockquote><p>We won.</p></blockquote><p>Ida Berg</p>";
    assert_eq!(read(quoted).last(), Some(&name));
    let note = "<p>Ida Berg<sup><a href='#f1' id='r1'>1</a></sup></p><p>a.</p>\
        <ol class='footnotes'><li id='f1'>She works for the firm. <a href='#r1'>↩</a></li></ol>";
    assert!(read(note)[0].starts_with(&name), "{:?}", read(note));
}

#[test]
fn import_names_who_wrote_and_took_pictures_alike() {
    for role in ["Photojournalist", "Foto und Text", "photos and words", "Editorial writer"] {
        let authors = json!([{ "name": "Ida Berg", "role": role }]);
        check(&item(&json!({ "authors": authors })), &[("/author/0/name", json!("Ida Berg"))]);
    }
    let authors = json!([{ "name": "Ida Berg", "role": "photographer" }]);
    let picture = json!({ "type": "picture", "description_text": "A quay", "authors": authors });
    check(&item(&picture), &[("/author/0/name", json!("Ida Berg"))]);
}

#[test]
fn import_keeps_words_beneath_copies_of_a_picture() {
    let read = |about: &str, beneath: &str| {
        let rendition = |href: &str, width: u32| {
            json!({ "href": format!("https://i.example/{href}.jpg"),
            "mimetype": "image/jpeg", "width": width, "height": width })
        };
        let renditions = json!({ "r0": rendition("big", 3000), "r1": rendition("small", 256) });
        let picture =
            json!({ "type": "picture", "description_text": about, "renditions": renditions });
        item(&json!({ "associations": { "a": picture }, "body_html": format!(
            "<p>a</p><figure><img src='https://i.example/small.jpg'><figcaption>{beneath}</figcaption></figure>") }))
    };
    for (about, beneath) in [("", "The quay"), ("The quay", ""), ("The quay", "quay")] {
        let item = read(about, beneath);
        check(&item, &[("/image/caption", json!("The quay"))]);
        assert_eq!(blocks(&import(&item.to_string()).expect("a story")), ["p a"], "{about}");
    }
    let other = read("The quay", "The left corner");
    check(&other, &[("/image/caption", json!("The quay"))]);
    assert_eq!(blocks(&import(&other.to_string()).expect("a story")).len(), 2);
}

#[test]
fn import_reads_all_text_of_an_item_without_a_body() {
    let html = "<p>One.</p><h2>More</h2><p>Two.</p>";
    check(
        &item(&json!({ "type": "video", "body_html": html })),
        &[("/description", json!("One.\n\nTwo."))],
    );
}

#[test]
fn import_keeps_a_genre_that_says_more_than_article() {
    for (genre, section) in [
        ("Article (news)", Value::Null),
        ("Article of the week", json!("Article of the week")),
        ("Article (opinion)", json!("Article (opinion)")),
    ] {
        check(&item(&json!({ "genre": [{ "name": genre }] })), &[("/articleSection", section)]);
    }
}
