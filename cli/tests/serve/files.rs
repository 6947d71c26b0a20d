//! Files as they are sent: compressed, and read again when they change.

use std::fs;
use std::io::Write as _;

use crate::server::{Server, place};

#[test]
fn a_reader_gets_the_form_it_takes() {
    let server = Server::start(&[]);
    let table = [
        ("/story-card.js", "br", "br"),
        ("/story-card.js", "gzip, br", "br"),
        ("/story-card.js", "gzip\r\naccept-encoding: br", "br"),
        ("/story-card.js", "gzip", "gzip"),
        ("/story-card.js", "br;q=0, gzip;q=0.1", "gzip"),
        ("/story-card.js", "*;q=0", ""),
        ("/story-card.js", "nonsense;;q=", ""),
        ("/story-card-app_bg.wasm", "br", "br"),
        ("/stories/ferry.json", "br", "br"),
        ("/s/ferry", "gzip", "gzip"),
        // Too small to gain by it.
        ("/stories/small.json", "br", ""),
    ];
    for (target, accept, encoding) in table {
        let plain = server.get(target);
        let answer = server.ask("GET", target, &[&format!("accept-encoding: {accept}")]);
        assert_eq!(answer.header("content-encoding"), encoding, "{target} {accept}");
        assert_eq!(answer.header("vary"), "accept-encoding", "{target} {accept}");
        let is_smaller = answer.body.len() < plain.body.len();
        assert_eq!(is_smaller, !encoding.is_empty(), "{target} {accept}");
        // A strong tag is of these very bytes.
        assert_eq!(answer.header("etag") == plain.header("etag"), encoding.is_empty(), "{target}");
    }
}

#[test]
fn what_is_compressed_in_itself_is_sent_as_it_is() {
    let server = Server::start(&[]);
    fs::write(server.path("images/dot.png"), [0; 1_000]).unwrap();
    let answer = server.ask("GET", "/images/dot.png", &["accept-encoding: br, gzip"]);
    assert_eq!(answer.header("content-type"), "image/png");
    assert_eq!(answer.header("content-encoding"), "");
    assert_eq!(answer.header("vary"), "");
    assert_eq!(answer.body, [0; 1_000]);
}

#[test]
fn a_compressed_file_beside_is_sent_only_if_it_is_of_that_very_file() {
    let place = place();
    let dist = place.path().join("dist");
    let text = "a text that is long enough to be worth it. ".repeat(30);
    let packed = gzip(&text);
    fs::write(dist.join("good.txt"), &text).unwrap();
    fs::write(dist.join("good.txt.gz"), &packed).unwrap();
    fs::write(dist.join("lone.gz"), &packed).unwrap();
    // Copies have forms of their own.
    for copy in 0..20 {
        fs::write(dist.join(format!("copy{copy}.txt")), &text).unwrap();
    }
    fs::write(dist.join("old.txt"), &text).unwrap();
    fs::write(dist.join("old.txt.gz"), gzip(&text.to_uppercase())).unwrap();
    let server = Server::start_in(place, &[]);
    let get = |target| server.ask("GET", target, &["accept-encoding: gzip"]).body;
    assert_eq!(get("/good.txt"), packed);
    let old = get("/old.txt");
    let mut held = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&old[..]), &mut held).unwrap();
    assert_eq!(held, text);
    assert_eq!(server.get("/good.txt.gz").status, 404);
    assert_eq!(server.get("/lone.gz").body, packed);
}

/// Fast, and so unlike what the server makes.
fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn a_story_that_changes_is_read_again() {
    let server = Server::start(&[]);
    let file = server.path("stories/new.json");
    assert_eq!(server.get("/s/new").status, 404);
    let mut tags = Vec::new();
    for headline in ["First", "The second"] {
        let json = format!(r#"{{"schemaVersion":"story-card/1.0","headline":"{headline}"}}"#);
        fs::write(&file, json).unwrap();
        let answer = server.get("/stories/new.json");
        assert!(answer.text().contains(headline), "{}", answer.text());
        assert!(server.get("/s/new").text().contains(&format!("<h1>{headline}</h1>")));
        tags.push(answer.header("etag").to_owned());
    }
    assert_ne!(tags[0], tags[1]);
    fs::remove_file(&file).unwrap();
    assert_eq!(server.get("/stories/new.json").status, 404);
    assert_eq!(server.get("/s/new").status, 404);
}

#[test]
fn a_story_too_large_for_a_card_is_not_read() {
    let server = Server::start(&[]);
    let text = format!("\"{}\"", "a".repeat(4 << 20));
    fs::write(server.path("stories/large.json"), text).unwrap();
    assert_eq!(server.get("/stories/large.json").status, 404);
    assert_eq!(server.get("/s/large").status, 404);
}
