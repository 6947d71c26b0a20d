//! Pictures in HTML, as sites that load them late write them.

use serde_json::{Value, json};

use super::import;
use super::seen::read;

#[test]
fn import_takes_the_picture_for_readers_without_scripts_where_there_is_no_other() {
    let spare = "<noscript><img src='https://i.example/a.jpg' alt='A'></noscript>";
    let stand_in = "<img class='lazy' src='data:image/gif;base64,R0lGOD'>";
    let loaded =
        "<img src='data:image/gif;base64,R0lGOD' data-src='https://i.example/a.jpg' alt='A'>";
    let wrapped = "<span><picture><source srcset='https://i.example/a.jpg'><img></picture></span>";
    for html in [
        spare.to_owned(),
        [stand_in, spare].concat(),
        [spare, stand_in].concat(),
        ["<img class='lazy' src='/themes/a/spacer.gif?v=2'>", spare].concat(),
        "<img src='/themes/a/lazy.svg' data-src='https://i.example/a.jpg'>".to_owned(),
        [loaded, spare].concat(),
        [spare, loaded].concat(),
        [wrapped, spare].concat(),
        ["<div>", loaded, "</div>", spare].concat(),
        ["<figure>", stand_in, spare, "</figure>"].concat(),
        ["<noscript><picture><img src='https://i.example/a.jpg' alt='A'></picture></noscript>", ""]
            .concat(),
    ] {
        assert_eq!(
            read(&format!("<p>a</p>{html}<p>b</p>")),
            ["p a", "img https://i.example/a.jpg None ", "p b"],
            "{html}"
        );
    }
    let gallery =
        [loaded, "<div>1 of 2</div><noscript>", loaded, "<img src='https://i.example/b.jpg'>"];
    let gallery = gallery.concat().replace("src='data:image/gif;base64,R0lGOD' data-src", "src");
    let expected =
        ["img https://i.example/a.jpg None ", "p 1 of 2", "img https://i.example/b.jpg None "];
    assert_eq!(read(&gallery), expected);
    for html in [
        "<noscript>Please enable scripts.</noscript>",
        "<noscript><img src='https://count.example/watch/7' style='position:absolute'></noscript>",
        "<noscript><div style='display:none'><img src='https://i.example/a.jpg' alt='A'></div></noscript>",
        "<noscript><img src='/a.png' width='1' height='1'></noscript>",
    ] {
        assert_eq!(read(&format!("<p>a</p>{html}<p>b</p>")), ["p a", "p b"], "{html}");
    }
}

#[test]
fn import_reads_the_words_of_a_picture_without_their_markup() {
    let html = "<p>a</p><img data-src='{\"default\": \"//i.example/b.jpg\"}' src='https://i.example/a.jpg' \
        alt='The &lt;b&gt;quay&lt;/b&gt;&lt;br&gt;&lt;small&gt;Photo: Ida&lt;/small&gt;'>";
    let item = json!({ "id": "1", "title": "Headline", "content_html": html });
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [item] });
    let story = import(&feed.to_string()).expect("a story").story;
    let Some(story_card::story::Block::Image(image)) = story.sections[0].blocks.get(1) else {
        panic!("no picture: {:?}", story.sections)
    };
    assert_eq!(
        (&*image.alt, image.url.as_str()),
        ("The quay Photo: Ida", "https://i.example/a.jpg")
    );
}

#[test]
fn import_takes_nothing_for_a_stand_in_that_is_only_called_like_one() {
    for name in ["space.jpg", "loading.webp", "pixel.jpeg", "clear.jpg", "gray.avif"] {
        let html = format!("<p>a</p><img src='/p/{name}' alt='The sky'>");
        assert_eq!(read(&html), ["p a".to_owned(), format!("img /p/{name} None ")]);
    }
    for name in ["spacer.png", "blank.jpg", "space.gif", "loading.svg", "grey.png", "pixel.gif"] {
        assert_eq!(
            read(&format!("<p>a</p><img src='/p/{name}' alt='The sky'>")),
            ["p a"],
            "{name}"
        );
    }
    for (tag, address) in [
        ("iframe", "https://clear.example"),
        ("iframe", "https://v.example/loading.html"),
        ("video", "https://v.example/space.mp4"),
        ("audio", "https://v.example/blank.mp3"),
    ] {
        let html = format!("<p>a</p><{tag} src='{address}'></{tag}>");
        assert!(read(&html).get(1).is_some_and(|it| it.starts_with("embed ")), "{html}");
    }
}

#[test]
fn import_shows_each_of_several_pictures_for_readers_without_scripts() {
    let stand_in = "<img src='data:image/gif;base64,R0lGOD'>";
    let spare = |name: &str| format!("<noscript><img src='/{name}.jpg'></noscript>");
    let [a, b] = ["a", "b"].map(spare);
    for html in [
        [stand_in, &a, stand_in, &b].concat(),
        ["<img src='/a.jpg'><div>", stand_in, &b, "</div>"].concat(),
        [&*a, &b].concat(),
    ] {
        let shown = read(&format!("<p>t</p>{html}"));
        assert_eq!(shown, ["p t", "img /a.jpg None ", "img /b.jpg None "], "{html}");
    }
    // A smaller file of the one that is there, and the same by the same choice of files.
    assert_eq!(read("<img src='/a.jpg'><noscript><img src='/a-s.jpg'>"), ["img /a.jpg None "]);
    let set = "<img src='/a.jpg' srcset='/a-8.jpg 800w'>";
    let html = [set, "<p>b</p><noscript>", set, "</noscript>"].concat();
    assert_eq!(read(&html), ["img /a-8.jpg None ", "p b"]);
}

#[test]
fn import_shows_nothing_that_counts_readers_without_scripts() {
    for html in [
        "<img src='/stat.gif' style='display: none'>",
        "<img src='/stat.gif' hidden>",
        "<img src='https://count.example/__utm.gif?utmwv=1'>",
        "<div><img src='https://count.example/?id=1' style='position:absolute;left:-9999px' alt='Count'></div>",
        "<a href='https://count.example/'><img src='https://c.count.example/7/0/' alt='analytics'></a>",
    ] {
        assert_eq!(
            read(&format!("<p>a</p><noscript>{html}</noscript><p>b</p>")),
            ["p a", "p b"],
            "{html}"
        );
    }
}

#[test]
fn import_takes_a_picture_of_an_emoji_for_that() {
    for sign in ["🙂", "👍🏽", "🇮🇸", "❤️", "★★", "1️⃣", "#⃣", "👩‍🚀", "👩‍👩‍👧‍👦", "👩🏽‍🤝‍👩🏻", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"]
    {
        let html = format!("<p>a <img src='/e.png' alt='{sign}'> b</p>");
        assert_eq!(read(&html), [format!("p a {sign} b")]);
    }
    for words in ["1", "1\u{FE0F}", "!", "$5", "★★★", "🙂🙂🙂", "🙂 x", "\u{200D}"] {
        let html = format!("<p>a</p><img src='/e.png' alt='{words}'>");
        assert_eq!(read(&html), ["p a", "img /e.png None "], "{words}");
    }
}

#[test]
fn import_shows_a_portrait_that_a_caption_tells_of() {
    let portrait = "<img class='avatar' src='/a.jpg'>";
    let html = format!(
        "<p>a</p><figure><a href='/ida'>{portrait}</a><figcaption>Ida, 1990</figcaption></figure>"
    );
    assert_eq!(read(&html), ["p a", "img /a.jpg None Ida, 1990"]);
    assert_eq!(read(&format!("<p>a</p><figure>{portrait}</figure>")), ["p a"]);
}

#[test]
fn import_shows_a_picture_that_a_script_makes_larger() {
    for to in ["#", "#lightbox-1", "#image/7"] {
        let html =
            format!("<p>a</p><figure><a href='{to}'><img src='/a.jpg' alt='A'></a></figure>");
        assert_eq!(read(&html), ["p a", "img /a.jpg None "], "{to}");
    }
    for way in [
        "<a href='#top'><img src='/up.gif' alt='Up'></a>",
        "<a href='#'><img src='/up.gif' alt='Up' width='16'></a>",
        "<a href='#page'><img src='/up.gif' alt='Up' height='20px'></a>",
        "<a href='#r'>↑</a>",
    ] {
        assert_eq!(read(&format!("<p>a</p><p>{way}</p>")), ["p a"], "{way}");
    }
}

/// The picture above the text as address, words and caption, and the text below it.
fn with_top(top: &str, html: &str) -> (String, Vec<&'static str>) {
    let item = json!({ "id": "1", "title": "Headline", "content_html": html, "image": top });
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [item] });
    let story = import(&feed.to_string()).expect("a story").story;
    let image = story.image.expect("a picture");
    let caption = image.caption.map(|text| story_card::story::plain(&text));
    let kinds =
        story.sections.iter().flat_map(|section| &section.blocks).map(|block| match block {
            story_card::story::Block::Image(_) => "img",
            _ => "p",
        });
    (format!("{} {caption:?} {}", image.url.as_str(), image.alt), kinds.collect())
}

#[test]
fn import_shows_the_picture_above_the_text_once() {
    let figure =
        "<figure><img src='https://i.example/a.jpg' alt='A'><figcaption>C</figcaption></figure>";
    for html in [
        format!("{figure}<p>a</p>"),
        format!("<p>a</p>{figure}"),
        format!("{figure}<h2>H</h2><p>a</p>"),
        figure.replace("a.jpg", "a-1024x683.jpg") + "<p>a</p>",
    ] {
        let expected = ("https://i.example/a.jpg Some(\"C\") A".to_owned(), vec!["p"]);
        assert_eq!(with_top("https://i.example/a.jpg", &html), expected, "{html}");
    }
    let copy = "<p>a</p><img src='https://i.example/a-300x200.jpg' alt='A'>";
    let expected = ("https://i.example/a-scaled.jpg None A".to_owned(), vec!["p"]);
    assert_eq!(with_top("https://i.example/a-scaled.jpg", copy), expected);
}

#[test]
fn import_takes_no_other_picture_for_the_one_above_the_text() {
    for (top, other) in [
        ("https://i.example/a.jpg", "https://i.example/b.jpg"),
        ("https://i.example/a-1.jpg", "https://i.example/a-2.jpg"),
        ("https://i.example/a.jpg", "https://i.example/a-2.jpg"),
        ("https://i.example/a.jpg", "https://i.example/a-wide.jpg"),
        ("https://i.example/a.jpg", "https://i.example/a-x.jpg"),
        ("https://i.example/photo.1", "https://i.example/photo.2"),
        ("https://i.example/a.jpg", "https://j.example/a.jpg"),
        ("https://i.example/a.jpg", "https://i.example/2/a.jpg"),
        ("https://i.example/1", "https://i.example/2"),
        ("https://i.example/photo?id=1", "https://i.example/photo?id=2"),
        ("https://i.example/p.php?id=1", "https://i.example/p.php?id=2"),
        ("https://i.example/p?u=a.jpg", "https://i.example/p?u=b.jpg"),
        ("https://i.example/final-2x1.jpg", "https://i.example/final-3x1.jpg"),
        ("https://i.example/serial-2x04.jpg", "https://i.example/serial-2x05.jpg"),
        ("https://i.example/ferry.jpg", "https://i.example/ferry.gif"),
        ("https://i.example/map.de", "https://i.example/map.en"),
    ] {
        let html = format!("<img src='{other}'><p>a</p>");
        assert_eq!(with_top(top, &html), (format!("{top} None "), vec!["img", "p"]), "{other}");
    }
    // Below a heading it stands beside the words that it belongs to.
    let below = "<p>a</p><h2>H</h2><p>b</p><img src='https://i.example/a.jpg' alt='A'>";
    let (_, blocks) = with_top("https://i.example/a.jpg", below);
    assert_eq!(blocks, ["p", "p", "img"]);
}

#[test]
fn import_keeps_a_picture_that_has_other_words_beneath_it_than_above_the_text() {
    let post = json!({
        "title": "T", "published_at": "2024-05-01", "url": "https://g.example/t/",
        "feature_image": "https://g.example/a.jpg", "feature_image_caption": "The ferry in 1910",
        "html": "<img src='https://g.example/a.jpg'><figure><img src='https://g.example/a.jpg'>\
            <figcaption>The ferry today</figcaption></figure>",
    });
    let story = import(&json!({ "posts": [post] }).to_string()).expect("a story").story;
    let caption = story.image.and_then(|image| image.caption);
    assert_eq!(
        caption.map(|text| story_card::story::plain(&text)).as_deref(),
        Some("The ferry in 1910")
    );
    assert_eq!(story.sections[0].blocks.len(), 1, "{:?}", story.sections);
}

/// The picture above the text, of a post with one, and how many pictures are below it.
fn shown_once(feature: &Value, html: &str) -> (Value, usize) {
    let mut post = json!({
        "title": "T", "published_at": "2024-05-01", "url": "https://g.example/t/", "html": html,
        "feature_image": "https://g.example/a.jpg",
    });
    for (key, value) in feature.as_object().expect("fields") {
        post[key] = value.clone();
    }
    let story = import(&json!({ "posts": [post] }).to_string()).expect("a story").to_json(None);
    let story: Value = serde_json::from_str(&story).expect("JSON");
    (story["image"].clone(), story["sections"].to_string().matches("\"type\":\"image\"").count())
}

#[test]
fn import_keeps_all_that_is_said_of_a_picture_that_is_shown_once() {
    let credited = "<p>a</p><figure><img src='https://g.example/a.jpg'><figcaption>The ferry \
        <span class='credit'>Ida Holm</span></figcaption></figure>";
    let image = json!({ "url": "https://g.example/a.jpg", "caption": "The ferry", "creditText": "Ida Holm" });
    assert_eq!(shown_once(&json!({}), credited), (image, 0));
    let same = "<p>a</p><figure><img src='https://g.example/a.jpg'><figcaption>The \
        <a href='https://p.example/'>ferry</a></figcaption></figure>";
    let image =
        json!({ "url": "https://g.example/a.jpg", "caption": "The [ferry](https://p.example/)" });
    assert_eq!(shown_once(&json!({ "feature_image_caption": "The ferry" }), same), (image, 0));
    let told = "<p>a</p><img src='https://g.example/a.jpg' alt='A chart: 45 % for, 55 % against'>";
    let image =
        json!({ "url": "https://g.example/a.jpg", "alt": "A chart: 45 % for, 55 % against" });
    assert_eq!(shown_once(&json!({ "feature_image_alt": "A chart" }), told), (image, 0));
}

#[test]
fn import_shows_the_largest_copy_of_a_picture_that_is_shown_once() {
    for (above, below, shown) in [
        ("a-150x150.jpg", "a.jpg", "a.jpg"),
        ("a-150x150.jpg", "a-1024x683.jpg", "a-1024x683.jpg"),
        ("a-150x150.jpg", "a-scaled.jpg", "a-scaled.jpg"),
        ("a-1024x683.jpg", "a-300x200.jpg", "a-1024x683.jpg"),
        ("a-scaled.jpg", "a-300x200.jpg", "a-scaled.jpg"),
        ("a.jpg", "a-scaled.jpg", "a.jpg"),
    ] {
        let above = json!({ "feature_image": format!("https://g.example/{above}"), "feature_image_alt": "A" });
        let html = format!("<p>a</p><img src='https://g.example/{below}'>");
        let image = json!({ "url": format!("https://g.example/{shown}"), "alt": "A" });
        assert_eq!(shown_once(&above, &html), (image, 0), "{above} {below}");
    }
    // Addresses without an ending are as different as they are written.
    let above = json!({ "feature_image": "/media/1", "url": null });
    let image = json!({ "url": "/media/1" });
    assert_eq!(shown_once(&above, "<p>a</p><img src='/media/2'>"), (image, 1));
}
