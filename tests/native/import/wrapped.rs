//! Stories in what APIs wrap around them.

use serde_json::{Value, json};

use super::said::blocks;
use super::{import, import_item};

fn item(headline: &str) -> Value {
    json!({
        "uri": "urn:agency:1", "type": "text", "headline": headline, "pubstatus": "usable",
        "versioncreated": "2026-05-04T10:00:00Z", "bylines": [{ "by": "By Ida Example" }],
        "body_nitf": "<nitf><body><body.content><p>Water.</p></body.content></body></nitf>",
    })
}

#[test]
fn import_finds_a_story_in_what_is_wrapped_around_it() {
    let item = item("The weir");
    for document in [
        json!({ "api_version": "1.1", "data": { "updated": "2026-05-04", "item": item } }),
        json!({ "response": { "status": "ok", "content": item } }),
        json!({ "package": item }),
        json!({ "items": [item] }),
        json!({ "data": { "items": [{ "meta": { "products": [] }, "item": item }] } }),
        json!({ "hits": { "total": 1, "hits": [{ "_id": "x", "_source": item }] } }),
        json!({ "type": "composite", "uri": "urn:agency:p", "headline": "Package",
            "associations": { "main-0": item, "sidebar": { "headline": "Other" } } }),
    ] {
        let read = import(&document.to_string()).unwrap_or_else(|e| panic!("{e}: {document}"));
        assert_eq!(read.story.headline, "The weir", "{document}");
        assert_eq!(read.story.authors[0].name, "Ida Example", "{document}");
        assert_eq!(blocks(&read), ["p Water."], "{document}");
    }
    let post = json!({ "id": 1, "title": { "rendered": "A post" } });
    let read = import(&json!({ "data": [post] }).to_string()).expect("a story");
    assert_eq!((read.format.as_str(), &*read.story.headline), ("wordpress", "A post"));
    let article = json!({ "@type": "NewsArticle", "headline": "An article" });
    let read = import(&json!({ "article": article }).to_string()).expect("a story");
    assert_eq!((read.format.as_str(), &*read.story.headline), ("json-ld", "An article"));
}

#[test]
fn import_counts_and_chooses_wrapped_stories() {
    let entries = ["One", "Two"].map(|headline| json!({ "meta": {}, "item": item(headline) }));
    let text = json!({ "data": { "items": entries } }).to_string();
    let read = import(&text).expect("a story");
    assert_eq!((read.stories, read.index, &*read.story.headline), (2, Some(0), "One"));
    let read = import_item(&text, "1").expect("a story");
    assert_eq!((read.stories, read.index, &*read.story.headline), (2, Some(1), "Two"));
}

#[test]
fn import_judges_a_wrapped_story_before_it_shows_it() {
    let mut withheld = item("The weir");
    withheld["pubstatus"] = json!("withheld");
    for document in [
        json!({ "data": { "item": withheld } }),
        json!({ "uri": "urn:agency:p", "type": "composite", "associations": { "main": withheld } }),
        json!({ "uri": "urn:agency:p", "type": "composite", "pubstatus": "canceled", "associations": { "main": item("A") } }),
    ] {
        assert_eq!(import(&document.to_string()).expect_err("held back").code(), "withheld");
    }
    for other in [json!({ "data": { "a": [] } }), json!({ "items": [[[[[[[[1]]]]]]]] })] {
        assert_eq!(import(&other.to_string()).expect_err("no story").code(), "not-a-story");
    }
}

#[test]
fn import_finds_the_story_and_not_what_stands_beside_it() {
    let post = |title: &str| json!({ "id": 1, "title": { "rendered": title } });
    let read = import(&json!({ "posts": [post("Other")], "post": post("One") }).to_string());
    assert_eq!(read.expect("a story").story.headline, "One");
    // A picture that has its caption as text is not the main story.
    let picture = json!({ "type": "picture", "headline": "Photo", "body_text": "Caption" });
    let package = json!({ "uri": "urn:p", "type": "text", "headline": "Text", "associations": { "mainimage": picture } });
    assert_eq!(import(&package.to_string()).expect("a story").story.headline, "Text");
    let main = json!({ "type": "text", "headline": "Main", "body_text": "Words" });
    let package = json!({ "uri": "urn:p", "type": "composite", "headline": "Package", "bodyLength": 300,
        "associations": { "main": main } });
    assert_eq!(import(&package.to_string()).expect("a story").story.headline, "Main");
    // Nor what a search beside it has found.
    let found = json!({ "results": [post("Found")] });
    let read = import(&json!({ "search": found, "article": post("One") }).to_string());
    assert_eq!(read.expect("a story").story.headline, "One");
    // Nor is every piece of HTML a post of Ghost.
    for other in [
        json!({ "data": { "html": "<div>Widget</div>" } }),
        json!({ "data": { "post": { "title": "T", "content": { "html": "<p>x</p>" } } } }),
    ] {
        assert!(import(&other.to_string()).is_err(), "{other}");
    }
}

#[test]
fn import_reads_a_post_of_an_export_of_ghost() {
    let post = |id: &str, title: &str, status: &str, kind: &str| {
        json!({ "id": id, "title": title, "slug": title, "status": status, "type": kind,
            "html": "<p>Text.</p>",
            "feature_image": "__GHOST_URL__/content/images/a.jpg", "published_at": "2026-05-04T06:00:00.000Z",
            "author_id": "1", "visibility": "public" })
    };
    let posts = [
        post("a", "Draft", "draft", "post"),
        post("b", "About", "published", "page"),
        post("c", "Weir", "published", "post"),
        post("d", "Quay", "published", "post"),
    ];
    let join = |post: &str, key: &str, id: &str, order: u8| json!({ "post_id": post, key: id, "sort_order": order });
    let data = json!({
        "posts": posts,
        "users": [{ "id": "1", "name": "Ida Berg", "email": "ida@n.example" }, { "id": "2", "name": "Bo Lund" }],
        "posts_authors": [
            join("c", "author_id", "1", 1), join("c", "author_id", "2", 0), join("d", "author_id", "1", 0),
        ],
        "tags": [{ "id": "t", "name": "Rivers" }, { "id": "u", "name": "#intern" }],
        "posts_tags": [join("c", "tag_id", "u", 0), join("c", "tag_id", "t", 1)],
    });
    let export = json!({ "db": [{ "meta": { "version": "5.0.0" }, "data": data }] });
    let native = |text: &str, item: Option<&str>| {
        let read = item.map_or_else(|| import(text), |item| import_item(text, item));
        let read = read.expect("a story");
        let native: Value = serde_json::from_str(&read.to_json(None)).expect("JSON");
        (read.stories, native)
    };
    // Who serves one may have taken its users out.
    let mut bare = export.clone();
    bare["db"][0]["data"]["users"] = json!([]);
    assert_eq!(native(&bare.to_string(), None).1["headline"], json!("Weir"));
    for text in [export.to_string(), json!({ "meta": {}, "data": data }).to_string()] {
        let (stories, first) = native(&text, None);
        assert_eq!((stories, &first["headline"]), (2, &json!("Weir")));
        let names = [&first["author"][0]["name"], &first["author"][1]["name"]];
        assert_eq!(names, ["Bo Lund", "Ida Berg"]);
        assert_eq!(first["image"]["url"], json!("/content/images/a.jpg"));
        assert_eq!(first["articleSection"], json!("Rivers"));
        assert_eq!(first["keywords"], json!(["Rivers"]));
        let (_, second) = native(&text, Some("Quay"));
        assert_eq!(
            (&second["headline"], &second["author"][0]["name"]),
            (&json!("Quay"), &json!("Ida Berg"))
        );
    }
}
