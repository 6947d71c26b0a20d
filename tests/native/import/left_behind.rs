//! What publishing systems leave in a text beside its words.

use serde_json::json;

use super::import;
use super::said::blocks;
use super::seen::read;

#[test]
fn import_leaves_out_shortcodes_that_go_over_elements() {
    for (html, expected) in [
        ("<p>[highlight]<b>High</b>[/highlight] water.</p>", "p **High** water."),
        ("<p>[note color=red]<i>Low</i>[/note] [/embed]water.</p>", "p *Low* water."),
        ("<p>From <code>[note]</code> to <code>[/note]</code></p>", "p From [note] to [/note]"),
        ("<p>He [sic] said [no] and [/no.</p>", "p He [sic] said [no] and [/no."),
    ] {
        assert_eq!(read(html), [expected], "{html}");
    }
    assert_eq!(
        read("<p>[caption id='a']<img src='https://i.example/a.jpg'></p><p>Cap[/caption]</p>"),
        ["img https://i.example/a.jpg None Cap"]
    );
}

#[test]
fn import_gives_a_picture_the_credit_in_its_caption() {
    let credit = |html: &str| {
        let item = json!({ "id": "1", "title": "Headline", "content_html": html });
        let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [item] });
        let read = import(&feed.to_string()).expect("a story");
        let native = read.to_json(None);
        let native: serde_json::Value = serde_json::from_str(&native).expect("JSON");
        let block = |key: &str| native["sections"][0]["blocks"][0][key].clone();
        (block("caption"), block("creditText"))
    };
    for class in ["credit", "image-credit", "media-credit"] {
        let html = format!(
            "<figure><img src='https://i.example/a.jpg'><figcaption><span>The quay</span><span class='{class}'>Ida/EX</span></figcaption></figure>"
        );
        assert_eq!(credit(&html), (json!("The quay"), json!("Ida/EX")), "{class}");
    }
    for (words, expected) in [
        ("The quay. Photo: <b class='credit'>Ida</b>.", "The quay. Photo: Ida."),
        ("The quay. Photo: <b class='credit'>Ida</b>", "The quay. Photo: Ida"),
        ("The quay (<b class='credit'>Ida</b>)", "The quay (Ida)"),
        ("The quay © <b class='credit'>Ida</b>", "The quay © Ida"),
        ("Seen by <b class='byline'>Ida</b> at dawn", "Seen by Ida at dawn"),
        ("Both <i class='credit'>Ida</i> <i class='credit'>Bo</i>", "Both Ida Bo"),
    ] {
        let html = format!(
            "<figure><img src='https://i.example/a.jpg'><figcaption>{words}</figcaption></figure>"
        );
        let (caption, credit) = credit(&html);
        let caption = caption.as_str().expect("a caption").replace('*', "");
        assert_eq!((&*caption, credit), (expected, json!(null)));
    }
    // What has no place for it keeps it beneath.
    let frame = "<figure><iframe src='https://v.example/1'></iframe><figcaption>The quay<span class='credit'>Ida</span></figcaption></figure>";
    assert_eq!(read(frame), ["embed https://v.example/1 \"The quay Ida\""]);
}

#[test]
fn import_leaves_out_what_stands_over_advertisements() {
    for label in
        ["Advertisement", "- ADVERTISEMENT -", "Anzeige:", "Story continues below advertisement"]
    {
        assert_eq!(read(&format!("<p>a</p><p>{label}</p><p>b</p>")), ["p a", "p b"], "{label}");
        let article = json!({ "@type": "NewsArticle", "headline": "H", "articleBody": format!("a\n{label}\nb") });
        assert_eq!(blocks(&import(&article.to_string()).expect("a story")), ["p a", "p b"]);
    }
    for kept in ["Advertisement is dear.", "An advertisement"] {
        assert_eq!(read(&format!("<p>{kept}</p>")), [format!("p {kept}")]);
    }
    assert_eq!(read("<ul><li>Werbung</li><li>b</li></ul>"), ["ul Werbung | b"]);
}

#[test]
fn import_keeps_the_lines_of_lists_in_plain_text() {
    let read = |text: &str| {
        let item = json!({ "id": "1", "title": "T", "content_text": text });
        let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [item] });
        blocks(&import(&feed.to_string()).expect("a story"))
    };
    assert_eq!(
        read("Notes:\n00:00 Intro\n1:02:30 The weir\nand more\n\n- a\n- b"),
        ["p Notes:\u{2028}00:00 Intro\u{2028}1:02:30 The weir and more", "p - a\u{2028}- b"]
    );
    for sentence in [
        "It began at\n12:30 and ended.",
        "It says so in John\n3:16, as we know.",
        "It rained\n– so much –\nall day.",
        "They won\n21:14 in a\n- long - game.",
    ] {
        assert_eq!(read(sentence), [format!("p {}", sentence.replace('\n', " "))]);
    }
    // Else lines are broken where they are full.
    assert_eq!(read("It rained\nat 10:30\non a-\nb."), ["p It rained at 10:30 on a- b."]);
}

#[test]
fn import_names_all_authors_that_a_plugin_has() {
    let of = |fields: serde_json::Value| {
        let mut post = json!({
            "id": 1, "title": { "rendered": "T" },
            "_embedded": { "author": [{ "name": "desk" }] },
        });
        for (key, value) in fields.as_object().expect("fields") {
            post[key] = value.clone();
        }
        let story = import(&post.to_string()).expect("a story").story;
        story.authors.iter().map(|author| author.name.clone()).collect::<Vec<_>>()
    };
    let two = json!([{ "display_name": "Ida Example" }, { "display_name": "Bo Ek", "link": "https://n.example/bo" }]);
    for key in ["coauthors", "authors", "newspack_author_info"] {
        assert_eq!(of(json!({ key: two })), ["Ida Example", "Bo Ek"], "{key}");
        assert_eq!(of(json!({ key: [12, 13] })), ["desk"], "{key}");
    }
    // What is known of who is embedded stays.
    let mut post = json!({
        "id": 1, "title": { "rendered": "T" }, "coauthors": two,
        "_embedded": { "author": [{ "name": "Ida Example", "link": "https://n.example/ida" }] },
    });
    let authors = import(&post.to_string()).expect("a story").story.authors;
    let url = authors[0].url.as_ref().expect("a page");
    assert_eq!(url.as_str(), "https://n.example/ida");
    assert_eq!((authors.len(), &*authors[1].name), (2, "Bo Ek"));
    post["coauthors"] = json!([{ "display_name": "Bo Ek" }]);
    assert_eq!(import(&post.to_string()).expect("a story").story.authors[0].name, "Bo Ek");
    let parsely = json!({ "meta": { "author": [{ "@type": "Person", "name": "Ida Example" }] } });
    assert_eq!(of(json!({ "parsely": parsely, "_embedded": null })), ["Ida Example"]);
}

#[test]
fn import_reads_what_shortcodes_of_wordpress_hold() {
    for (html, expected) in [
        (
            "<p>[caption id=\"attachment_1\" align=\"left\" width=\"300\"]<img src='https://i.example/a.jpg'> The <b>quay</b>[/caption]</p><p>b</p>",
            vec!["img https://i.example/a.jpg None The **quay**", "p b"],
        ),
        (
            "[caption id='x']<a href='https://i.example/A.jpg'><img src='https://i.example/a.jpg' /></a>Quay[/caption] b",
            vec!["img https://i.example/a.jpg None Quay", "p b"],
        ),
        (
            "<p>[embed]https://v.example/1?a=b[/embed]</p>",
            vec!["embed https://v.example/1?a=b \"\""],
        ),
        (
            "<p>a [embed width=\"5\"]https://v.example/1[/embed] b</p>",
            vec!["p a", "embed https://v.example/1 \"\"", "p b"],
        ),
        ("<p>[gallery ids=\"1,2\"]</p><p>b</p>", vec!["p b"]),
        ("<p>[gallery link=file columns=2] b</p>", vec!["p b"]),
        ("<p>A [caption] and an [embed] b</p>", vec!["p A and an b"]),
        ("<p>[caption id=1]No picture[/caption]</p>", vec!["p No picture"]),
        ("<p>[embed]not an address[/embed]</p>", vec!["p not an address"]),
        (
            "[caption id='x' caption=\"The quay\"]<img src='https://i.example/a.jpg'>[/caption] b",
            vec!["img https://i.example/a.jpg None The quay", "p b"],
        ),
        (
            "<p>Write <code>[embed]https://v.example/1[/embed]</code> or <code>a</code>.</p><p>[embed]https://v.example/2[/embed]</p>",
            vec![
                "p Write [embed]https://v.example/1[/embed] or a.",
                "embed https://v.example/2 \"\"",
            ],
        ),
    ] {
        assert_eq!(read(html), expected, "{html}");
    }
}

#[test]
fn import_keeps_what_a_box_of_letters_tells_beside_its_form() {
    let long = "The dam above Sandholm held through the night, the county said on Monday morning. ";
    let form = "<form><input type=email></form>";
    let story =
        format!("<div class='newsletter-body'><p>{}</p><p>b</p>{form}</div>", long.repeat(5));
    assert_eq!(read(&story), [format!("p {}", long.repeat(5).trim()), "p b".to_owned()]);
    let asking =
        format!("<p>a</p><div class='newsletter-box'><h3>Our letter</h3><p>{long}</p>{form}</div>");
    assert_eq!(read(&asking), ["p a"]);
    let news = format!("<div class='subscriber-content'><p>It broke.</p>{form}</div><p>b</p>");
    assert_eq!(read(&news), ["p It broke.", "p b"]);
}

#[test]
fn import_keeps_tags_that_a_text_only_speaks_of() {
    for (html, expected) in [
        ("&lt;p&gt; opens and closes with &lt;/p&gt;", "p <p> opens and closes with </p>"),
        ("&lt;p&gt; One.&lt;/p&gt;", "p One."),
        ("&lt;p&gt;one&lt;/p&gt;", "p one"),
    ] {
        assert_eq!(read(html), [expected], "{html}");
    }
}
