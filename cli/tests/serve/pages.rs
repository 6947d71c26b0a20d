//! The page of a story.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use crate::server::{Server, command, place};

#[test]
fn a_page_tells_other_sites_what_it_is() {
    let server = Server::start(&["--public-url", "https://cards.example/live"]);
    let page = server.get("/s/ferry");
    let headline = "Ferry &quot;Larkspur&quot; &lt;script&gt;alert(1)&lt;/script&gt; &amp; afloat";
    let lead = "It is &lt;/script&gt;&lt;!-- back.";
    let own = "https://news.example/ferry?a=1&amp;b=2";
    let image = "https://news.example/images/ferry.svg";
    let expected = [
        "<html lang=\"ar\" dir=\"rtl\">".to_owned(),
        format!("<title>{headline} · The &lt;Courier&gt;</title>"),
        format!("<link rel=\"canonical\" href=\"{own}\">"),
        format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" \
             href=\"https://cards.example/live/oembed?url=https%3A%2F%2Fcards.example%2Flive%2Fs%2Fferry&amp;format=json\" \
             title=\"{headline}\">"
        ),
        format!("<meta property=\"og:title\" content=\"{headline}\">"),
        "<meta property=\"og:site_name\" content=\"The &lt;Courier&gt;\">".to_owned(),
        format!("<meta name=\"description\" content=\"{lead}\">"),
        "<meta property=\"og:type\" content=\"article\">".to_owned(),
        format!("<meta property=\"og:description\" content=\"{lead}\">"),
        format!("<meta property=\"og:url\" content=\"{own}\">"),
        format!("<meta property=\"og:image\" content=\"{image}\">"),
        "<meta property=\"og:image:width\" content=\"400\">".to_owned(),
        "<meta property=\"og:image:height\" content=\"300\">".to_owned(),
        "<meta property=\"og:image:alt\" content=\"A &quot;ferry&quot;\">".to_owned(),
        "<meta property=\"article:published_time\" content=\"2026-11-20T09:30:00Z\">".to_owned(),
        "<meta property=\"article:modified_time\" content=\"2026-11-21T10:00:00Z\">".to_owned(),
        "<meta property=\"article:section\" content=\"Harbour\">".to_owned(),
        "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
        format!("<meta name=\"twitter:title\" content=\"{headline}\">"),
        format!("<meta name=\"twitter:description\" content=\"{lead}\">"),
        format!("<meta name=\"twitter:image\" content=\"{image}\">"),
        "<script type=\"module\" src=\"../story-card.js\"></script>".to_owned(),
        "<story-card src=\"../stories/ferry.json\" loading=\"eager\">".to_owned(),
        "<link rel=\"stylesheet\" href=\"../card.css\">".to_owned(),
        "<div class=\"app\"><div class=\"face\">".to_owned(),
        format!(
            "<h1>{headline}</h1>\n<p>{lead}</p>\n<p><a href=\"{own}\">{headline}</a></p>\n</story-card>"
        ),
    ];
    for expected in expected {
        assert!(page.text().contains(&expected), "{expected}\nis not in\n{}", page.text());
    }
    let small = server.get("/s/small");
    let expected = [
        "<html lang=\"en\" dir=\"ltr\">",
        "<link rel=\"canonical\" href=\"https://cards.example/live/s/small\">",
        "<meta name=\"twitter:card\" content=\"summary\">",
        "<h1>Small</h1>\n</story-card>",
    ];
    for expected in expected {
        assert!(small.text().contains(expected), "{expected}\nis not in\n{}", small.text());
    }
    assert!(!small.text().contains("og:image"), "{}", small.text());
}

#[test]
fn no_text_of_a_story_is_markup_in_its_page() {
    let server = Server::start(&[]);
    let page = server.get("/s/ferry");
    let text = page.text();
    assert!(
        !text.contains("<script>") && !text.contains("<!--") && !text.contains("<b>"),
        "{text}"
    );
    // The loader, the data, and the ends of both.
    assert_eq!(text.matches("<script").count(), 2, "{text}");
    assert_eq!(text.matches("</script").count(), 2, "{text}");
    let start = text.split_once("<script type=\"application/ld+json\">").unwrap().1;
    let data: serde_json::Value =
        serde_json::from_str(start.split_once("</script>").unwrap().0).unwrap();
    assert_eq!(data["headline"], "Ferry \"Larkspur\" <script>alert(1)</script> & afloat");
    assert_eq!(data["@type"], "NewsArticle");
    assert_eq!(data["publisher"]["name"], "The <Courier>");
    assert_eq!(data["articleBody"], "Costs\n\nA ticket is five.");
}

#[test]
fn a_page_may_run_our_scripts_and_no_other() {
    let server = Server::start(&["--public-url", "https://cards.example/"]);
    let page = server.get("/s/ferry");
    let policy = page.header("content-security-policy");
    for rule in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' https: data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        // A story of WordPress would lose its body once the app draws it.
        "trusted-types story-card",
    ] {
        assert!(policy.split("; ").any(|one| one == rule), "{rule}: {policy}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains(" http:"), "{policy}");
    let only_ours = "connect-src 'self' https://cards.example";
    let nothing = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    for (target, policy) in [
        ("/embed.html", only_ours),
        ("/cdn/v1/embed.html", only_ours),
        ("/images/ferry.svg", nothing),
    ] {
        assert_eq!(server.get(target).header("content-security-policy"), policy, "{target}");
    }
}

#[test]
fn a_page_is_of_a_story_in_every_encoding_that_a_card_reads() {
    let server = Server::start(&[]);
    let json = r#"{"schemaVersion":"story-card/1.0","headline":"Fähre"}"#;
    let utf16: Vec<u8> = json.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = json.chars().map(|letter| u8::try_from(letter).unwrap()).collect();
    let table = [
        ("mark", [b"\xef\xbb\xbf", json.as_bytes()].concat(), "Fähre"),
        ("utf16", [b"\xff\xfe", &utf16[..]].concat(), "Fähre"),
        ("latin", latin, "F\u{fffd}hre"),
    ];
    for (name, bytes, headline) in table {
        fs::write(server.path(&format!("stories/{name}.json")), bytes).unwrap();
        let page = server.get(&format!("/s/{name}"));
        assert!(page.text().contains(&format!("<h1>{headline}</h1>")), "{name}: {}", page.text());
    }
}

#[test]
fn a_server_that_listens_everywhere_asks_where_it_is_found() {
    let place = place();
    for (listen, is_asked) in [("127.0.0.1:0", false), ("0.0.0.0:0", true)] {
        let mut process = command(&place, listen).stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(process.stderr.take().unwrap()).lines().map_while(Result::ok);
        let said: Vec<_> = lines.take_while(|line| !line.starts_with("listening")).collect();
        process.kill().unwrap();
        process.wait().unwrap();
        let has_asked = said.iter().any(|line| line.contains("--public-url"));
        assert_eq!(has_asked, is_asked, "{listen}: {said:?}");
    }
}
