//! P12: any HTTP answer ends in a state.

use story_card_e2e::{Answer, Engine, Kit, Raw, suite};

use super::{endings, page_of};
use crate::stories::headed;

suite! {
    EVERYWHERE: p12_any_http_answer_ends_in_a_state;
}

/// A fault, the URL that commits it, how the card should end, and how often the browser
/// must have asked for the fault to have been there.
type Case = (&'static str, String, &'static str, usize);

fn story() -> String {
    headed("Rain").to_string()
}

fn bodies(kit: &Kit) -> Vec<Case> {
    let utf16: Vec<u8> = story().encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16 = [vec![0xff, 0xfe], utf16].concat();
    let html = Answer::text("<!doctype html><p>Sign in").content_type("text/html");
    let latin = Answer::text(story()).content_type("application/json; charset=iso-8859-1");
    let part = Answer::text(story()).with_status(206).header("content-range", "bytes 0-9/99");
    let texts = [
        ("200 with HTML", html, "not-json"),
        ("200 with nothing", Answer::text(""), "not-json"),
        ("204", Answer::text("").with_status(204), "not-json"),
        ("206", part, "story"),
        ("wrong charset", latin, "story"),
        ("UTF-16", Answer::text(utf16), "story"),
        ("byte order mark", Answer::text(format!("\u{feff}{}", story())), "story"),
        ("JSON and more", Answer::text(format!("{}\n<!-- 0.1 s -->", story())), "not-json"),
        ("two documents", Answer::text(format!("{0}\n{0}", story())), "not-json"),
    ];
    texts.into_iter().map(|(fault, answer, end)| (fault, kit.answer(answer), end, 1)).collect()
}

fn statuses(kit: &Kit) -> Vec<Case> {
    let status = |status| Answer::status(status);
    let basic = status(401).header("www-authenticate", "Basic realm=\"x\"");
    let busy = status(429).header("retry-after", "1");
    let cases = [
        ("304 unasked", status(304), "http 304"),
        ("400", status(400), "http 400"),
        ("401 with Basic", basic, "http 401"),
        ("403", status(403), "http 403"),
        ("404", status(404), "http 404"),
        ("410", status(410), "http 410"),
        ("429 with Retry-After", busy, "http 429, retry"),
        ("500", status(500), "http 500, retry"),
        ("503", status(503), "http 503, retry"),
    ];
    cases.into_iter().map(|(fault, answer, end)| (fault, kit.answer(answer), end, 1)).collect()
}

fn connections(kit: &Kit) -> Vec<Case> {
    let looping = kit.server.looping();
    let silent = kit.answer(Answer::json(&headed("Secret")).without_cors());
    let elsewhere = kit.answer(Answer::redirect(&silent));
    let cut = kit.server.raw(Raw::ok("content-length: 900\r\n", story().as_bytes()).reset());
    let gzip = Raw::ok(
        "content-encoding: gzip\r\ncontent-type: application/json\r\n",
        b"\x1f\x8b\x08\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff no gzip",
    );
    // WebKit does not say that it could not unpack: the body is empty.
    let broken_gzip = if kit.engine == Engine::WebKit { "not-json" } else { "network, retry" };
    vec![
        ("301 in a loop", looping, "network, retry", 5),
        ("302 to where no page may read", elsewhere, "network, retry", 1),
        ("reset amid the body", cut, "network, retry", 1),
        ("broken gzip", kit.server.raw(gzip), broken_gzip, 1),
    ]
}

fn p12_any_http_answer_ends_in_a_state(kit: &Kit) {
    let cases = [bodies(kit), statuses(kit), connections(kit)].concat();
    assert_eq!(cases.len(), 22);
    let urls: Vec<String> = cases.iter().map(|(_, url, ..)| url.clone()).collect();
    let endings = endings(page_of(kit, &urls, ""));
    for (fault, url, _, requests) in &cases {
        let count = kit.server.requests_for(url).len();
        assert!(count >= *requests, "{fault} was not put in: {count} requests");
    }
    for ((fault, _, expected, _), seen) in cases.iter().zip(&endings) {
        kit.fault(fault, expected, seen);
    }
}
