//! Requests and their answers.

use std::fs;

use crate::server::Server;

const LONG: &str = "public, max-age=31536000, immutable";
const SHORT: &str = "public, max-age=300";
const HTML: &str = "text/html; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// Target, status, `Content-Type`, `Cache-Control`.
const GETS: [(&str, u16, &str, &str); 30] = [
    ("/healthz", 200, TEXT, "no-store"),
    ("/", 200, HTML, SHORT),
    ("/index.html", 200, HTML, SHORT),
    ("/story-card.js", 200, JS, SHORT),
    ("/story-card.js?build=abc123", 200, JS, LONG),
    ("/story-card.js?x=1&build=abc123", 200, JS, LONG),
    ("/story-card.js?build=another", 200, JS, SHORT),
    ("/story-card.js?build=", 200, JS, SHORT),
    ("/story-card-app_bg.wasm?build=abc123", 200, "application/wasm", LONG),
    ("/embed.html?src=x", 200, HTML, SHORT),
    ("/static", 404, TEXT, "no-store"),
    ("/static/", 404, TEXT, "no-store"),
    ("/nothing", 404, TEXT, "no-store"),
    ("/.secret", 404, TEXT, "no-store"),
    ("/STORY-CARD.JS", 404, TEXT, "no-store"),
    ("/stories/ferry.json", 200, "application/json", "no-cache"),
    ("/stories/ferry.json?cache=1", 200, "application/json", "no-cache"),
    ("/stories/ferry", 404, TEXT, "no-store"),
    ("/stories/", 404, TEXT, "no-store"),
    ("/stories/missing.json", 404, TEXT, "no-store"),
    ("/images/ferry.svg", 200, "image/svg+xml", "no-cache"),
    ("/images/page.html", 404, TEXT, "no-store"),
    ("/s/ferry", 200, HTML, "no-cache"),
    ("/s/ferry/", 404, TEXT, "no-store"),
    ("/s/ferry.json", 404, TEXT, "no-store"),
    ("/s/missing", 404, TEXT, "no-store"),
    // Nobody learns that there is one.
    ("/s/held", 404, TEXT, "no-store"),
    ("/s/broken", 500, TEXT, "no-store"),
    ("/share.css", 200, "text/css; charset=utf-8", SHORT),
    ("/card.css", 200, "text/css; charset=utf-8", SHORT),
];

#[test]
fn every_address_has_its_answer() {
    let server = Server::start(&[]);
    for (target, status, media, life) in GETS {
        let answer = server.get(target);
        assert_eq!(answer.status, status, "{target}");
        assert_eq!(answer.header("content-type"), media, "{target}");
        assert_eq!(answer.header("cache-control"), life, "{target}");
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{target}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{target}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin", "{target}");
        let head = server.ask("HEAD", target, &[]);
        assert_eq!(head.status, status, "HEAD {target}");
        assert!(head.body.is_empty(), "HEAD {target}");
        for name in ["content-length", "content-type", "cache-control", "etag"] {
            assert_eq!(head.header(name), answer.header(name), "{name} of HEAD {target}");
        }
    }
}

#[test]
fn what_only_reads_takes_no_other_method() {
    let server = Server::start(&[]);
    let targets = ["/", "/story-card.js", "/stories/ferry.json", "/s/ferry", "/oembed", "/healthz"];
    for target in targets {
        for method in ["POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"] {
            let answer = server.ask(method, target, &["content-length: 0"]);
            assert_eq!(answer.status, 405, "{method} {target}");
            assert_eq!(answer.header("cache-control"), "no-store", "{method} {target}");
            let allowed = answer.header("allow");
            let has = |method| allowed.split(',').any(|one| one.trim() == method);
            assert!(has("GET") && has("HEAD") && has("OPTIONS"), "{method} {target}: {allowed}");
        }
        let answer = server.ask("OPTIONS", target, &["origin: https://a.example"]);
        assert_eq!(answer.status, 204, "OPTIONS {target}");
        assert_eq!(answer.header("access-control-allow-methods"), "GET, HEAD", "{target}");
        assert_eq!(answer.header("access-control-allow-headers"), "*", "{target}");
        assert_eq!(answer.header("access-control-max-age"), "86400", "{target}");
    }
}

#[test]
fn what_is_there_already_is_not_sent_again() {
    let server = Server::start(&[]);
    for target in
        ["/story-card.js", "/stories/ferry.json", "/s/ferry", "/images/ferry.svg", "/card.css"]
    {
        for accept in ["accept-encoding: br", "accept-encoding: gzip", "accept: */*"] {
            let first = server.ask("GET", target, &[accept]);
            let tag = first.header("etag");
            assert!(
                tag.starts_with('"') && tag.ends_with('"') && tag.len() > 10,
                "{target}: {tag}"
            );
            let known = [
                tag.to_owned(),
                format!("W/{tag}"),
                format!("\"x\", {tag}"),
                format!("\"x\"\r\nif-none-match: {tag}"),
                "*".to_owned(),
            ];
            for known in known {
                let known = format!("if-none-match: {known}");
                let again = server.ask("GET", target, &[accept, &known]);
                assert_eq!(again.status, 304, "{target} {known}");
                assert!(again.body.is_empty(), "{target}");
                assert_eq!(again.header("etag"), tag, "{target}");
                for name in ["cache-control", "vary"] {
                    assert_eq!(again.header(name), first.header(name), "{target}");
                }
                assert_eq!(again.header("access-control-allow-origin"), "*");
            }
            for other in ["\"x\"", "", "x"] {
                let other = format!("if-none-match: {other}");
                assert_eq!(server.ask("GET", target, &[accept, &other]).status, 200, "{target}");
            }
        }
    }
}

#[test]
fn one_line_is_written_for_each_request_and_nothing_of_the_reader() {
    let mut server = Server::start(&[]);
    let headers =
        ["user-agent: a-reader", "x-forwarded-for: 203.0.113.9", "referer: https://a.example/"];
    let length = server.ask("GET", "/stories/ferry.json?reader=7", &headers).body.len();
    server.get("/nothing");
    server.get("/\u{9b}31m\u{202e}");
    server.get("/stories/missing.json");
    server.get(&"/long".repeat(60));
    server.process.kill().unwrap();
    let (_, lines) = server.end();
    let requests: Vec<Vec<&str>> = lines.iter().map(|line| line.split(' ').collect()).collect();
    assert_eq!(requests.len(), 5, "{lines:?}");
    assert_eq!(requests[0][..4], ["GET", "/stories/ferry.json", "200", &length.to_string()]);
    assert_eq!(requests[1][..3], ["GET", "/nothing", "404"]);
    assert_eq!(requests[2][..3], ["GET", "/\\u{9b}31m\\u{202e}", "404"]);
    assert_eq!(requests[4][..3], ["GET", &"/long".repeat(40), "404"]);
    for line in requests {
        assert_eq!(line.len(), 5, "{line:?}");
        assert!(line[4].parse::<f64>().unwrap() >= 0.0, "{line:?}");
    }
}

#[test]
fn words_of_a_story_stay_in_the_line_that_tells_of_it() {
    let mut server = Server::start(&[]);
    let stories = [
        ("lines", r#"{"error":"\u001b[31mgone\nGET /healthz 200 3 0.1"}"#),
        ("turned", r#"{"a\u202eb\u2028\u2069":1}"#),
    ];
    for (name, json) in stories {
        fs::write(server.path(&format!("stories/{name}.json")), json).unwrap();
        assert_eq!(server.get(&format!("/s/{name}")).status, 500, "{name}");
    }
    server.process.kill().unwrap();
    let (_, lines) = server.end();
    assert_eq!(lines.len(), 4, "{lines:?}");
    assert!(lines[0].ends_with("\\u{1b}[31mgone\\nGET /healthz 200 3 0.1"), "{lines:?}");
    assert!(lines[2].contains("a\\u{202e}b\\u{2028}\\u{2069}"), "{lines:?}");
}
