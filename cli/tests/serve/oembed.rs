//! oEmbed: sizes that are honoured, and everything that is refused.

use std::fs;

use serde_json::Value;

use crate::server::{Server, command, place};

const PUBLIC: [&str; 2] = ["--public-url", "https://cards.example/"];
const FERRY: &str = "https%3A%2F%2Fcards.example%2Fs%2Fferry";

fn answer(server: &Server, query: &str) -> Value {
    let answer = server.get(&format!("/oembed?{query}"));
    assert_eq!(answer.status, 200, "{query}: {}", answer.text());
    assert_eq!(answer.header("content-type"), "application/json", "{query}");
    assert_eq!(answer.header("cache-control"), "public, max-age=300", "{query}");
    serde_json::from_str(answer.text()).unwrap()
}

#[test]
fn a_story_becomes_a_frame() {
    let server = Server::start(&PUBLIC);
    let ferry = answer(&server, &format!("url={FERRY}&format=json"));
    assert_eq!(ferry["type"], "rich");
    assert_eq!(ferry["version"], "1.0");
    assert_eq!(ferry["title"], "Ferry \"Larkspur\" <script>alert(1)</script> & afloat");
    assert_eq!(ferry["author_name"], "Ada <b>");
    assert_eq!(ferry["author_url"], "https://news.example/ada");
    assert_eq!(ferry["provider_name"], "The <Courier>");
    assert_eq!(ferry["provider_url"], "https://cards.example/");
    assert_eq!(ferry["cache_age"], 3_600);
    assert!(ferry["thumbnail_url"].is_string() && ferry["thumbnail_width"] == 400, "{ferry}");
    let expected = "<iframe src=\"https://cards.example/embed.html?src=https%3A%2F%2Fcards.example%2Fstories%2Fferry.json&amp;link=https%3A%2F%2Fnews.example%2Fferry%3Fa%3D1%26b%3D2\" width=\"640\" height=\"640\" title=\"Ferry &quot;Larkspur&quot; &lt;script&gt;alert(1)&lt;/script&gt; &amp; afloat\"";
    let html = ferry["html"].as_str().unwrap();
    assert!(html.starts_with(expected), "{html}");
    assert_eq!(answer(&server, "url=http://cards.example/stories/ferry.json%3Fa"), ferry);
    let small = answer(&server, "url=https://cards.example/s/small");
    for absent in ["thumbnail_url", "thumbnail_width", "author_name", "author_url"] {
        assert_eq!(small.get(absent), None, "{absent}");
    }
}

#[test]
fn authors_are_named_together_and_lead_to_none_of_them() {
    let server = Server::start(&PUBLIC);
    let json = r#"{
        "schemaVersion": "story-card/1.0",
        "headline": "Two",
        "author": [{ "name": "Ada", "url": "https://news.example/ada" }, "Bo"]
    }"#;
    fs::write(server.path("stories/two.json"), json).unwrap();
    let two = answer(&server, "url=https://cards.example/s/two");
    assert_eq!(two["author_name"], "Ada, Bo");
    assert_eq!(two.get("author_url"), None);
}

#[test]
fn a_server_that_is_told_nothing_is_known_by_where_it_listens() {
    let place = place();
    let command = command(&place, "127.0.0.1:0");
    let server = Server::of(place, command);
    let here = format!("http://{}/", server.host);
    let small = answer(&server, &format!("url={here}s/small"));
    assert_eq!(small["provider_name"], "127.0.0.1");
    assert_eq!(small["provider_url"], here);
    let page = server.get("/s/small");
    assert!(page.header("content-security-policy").contains("img-src 'self' https: data: http:;"));
}

#[test]
fn no_frame_is_larger_than_was_asked_for() {
    let server = Server::start(&PUBLIC);
    let table = [
        ("maxwidth=320", 320, 640, false),
        ("maxheight=200", 640, 200, false),
        ("maxwidth=400&maxheight=300", 400, 300, true),
        ("maxwidth=399&maxheight=300", 399, 300, false),
        ("maxwidth=1", 1, 640, false),
        ("maxwidth=5000&maxheight=5000", 640, 640, true),
        ("maxwidth=99999999999999999999", 640, 640, true),
    ];
    for (wish, width, height, has_thumbnail) in table {
        let answer = answer(&server, &format!("url={FERRY}&{wish}"));
        assert_eq!(
            (&answer["width"], &answer["height"]),
            (&width.into(), &height.into()),
            "{wish}"
        );
        let size = format!("width=\"{width}\" height=\"{height}\"");
        assert!(answer["html"].as_str().unwrap().contains(&size), "{wish}: {answer}");
        assert_eq!(answer.get("thumbnail_url").is_some(), has_thumbnail, "{wish}");
    }
}

#[test]
fn what_is_no_story_of_ours_is_refused() {
    let server = Server::start(&PUBLIC);
    let table = [
        ("", 400),
        ("url=", 400),
        ("format=json", 400),
        ("url=%F0%9F%A6", 404),
        ("url=nonsense", 404),
        ("url=https://other.example/s/ferry", 404),
        ("url=https://cards.example.other.example/s/ferry", 404),
        ("url=https://cards.example:444/s/ferry", 404),
        ("url=javascript:alert(1)", 404),
        ("url=https://cards.example/s/missing", 404),
        ("url=https://cards.example/s/held", 404),
        ("url=https://cards.example/s/..%252f..%252fsecret", 404),
        ("url=https://cards.example/s/%2e%2e/secret", 404),
        ("url=https://cards.example/", 404),
        ("url=https://cards.example/s/broken", 500),
        ("url=https://cards.example/s/ferry&url=https://cards.example/s/small", 400),
        ("url=https://cards.example/s/ferry&format=xml", 501),
        ("url=https://cards.example/s/ferry&format=yaml", 501),
        ("url=https://cards.example/s/ferry&format=JSON", 200),
        ("url=https://cards.example/s/ferry&maxwidth=0", 400),
        ("url=https://cards.example/s/ferry&maxwidth=-1", 400),
        ("url=https://cards.example/s/ferry&maxwidth=1.5", 400),
        ("url=https://cards.example/s/ferry&maxwidth=NaN", 400),
        ("url=https://cards.example/s/ferry&maxheight=", 400),
        ("url=https://cards.example/s/ferry&maxheight=%22onload", 400),
        ("url=https://cards.example/s/ferry&callback=alert", 200),
    ];
    for (query, status) in table {
        assert_eq!(server.get(&format!("/oembed?{query}")).status, status, "{query}");
    }
}

#[test]
fn a_release_without_a_page_for_frames_is_embedded_by_its_tag() {
    let place = place();
    fs::remove_file(place.path().join("dist/embed.html")).unwrap();
    let server = Server::start_in(place, &PUBLIC);
    let ferry = answer(&server, &format!("url={FERRY}"));
    let html = ferry["html"].as_str().unwrap();
    let expected = "<script type=\"module\" src=\"https://cards.example/story-card.js\"></script><story-card src=\"https://cards.example/stories/ferry.json\"><a href=\"https://news.example/ferry?a=1&amp;b=2\">";
    assert!(html.starts_with(expected), "{html}");
    assert!(!html.contains("<script>"), "{html}");
}
