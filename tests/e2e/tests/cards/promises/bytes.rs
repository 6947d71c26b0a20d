//! P10 and P11: a story takes so many bytes and so much time, and no more.

use std::time::Duration;

use serde_json::{Value, json};
use story_card_e2e::{Answer, Ending, Engine, Exchange, Gate, Kit, Page, Raw, suite};

use super::{endings, page_of};
use crate::stories::{headed, with};

suite! {
    EVERYWHERE:
        p10_bytes_are_bounded,
        p11_time_is_bounded,
        p11_removal_ends_the_request;
}

/// What the card takes (story format), and the most that one read may bring beyond it.
const CAP: u64 = 4 << 20;
const READ: u64 = 4 << 20;
const GIB: usize = 1 << 30;
/// `--max-memory` is to be no more than this.
const MEMORY: u64 = 128 << 20;

/// Counts what the card reads, and finds its memory.
const COUNT: &str = "<script>
    kit.read = 0;
    const { read } = ReadableStreamDefaultReader.prototype;
    ReadableStreamDefaultReader.prototype.read = async function () {
      const piece = await read.call(this);
      kit.read += piece.value?.length ?? 0;
      return piece;
    };
    const { Instance } = WebAssembly;
    WebAssembly.Instance = function (...given) {
      const made = new Instance(...given);
      // The part that comes later has none of its own.
      const found = Object.values(made.exports).find((thing) => thing instanceof WebAssembly.Memory);
      kit.memory = found ?? kit.memory;
      return made;
    };
</script><script type='module' src='/story-card.js'></script>";

fn counted<'k>(kit: &'k Kit, url: &str) -> Page<'k> {
    kit.page(COUNT, &format!("<story-card id='card-0' loading='eager' src='{url}'></story-card>"))
}

fn number(value: &Value) -> u64 {
    value.as_u64().expect("a whole number")
}

fn p10_bytes_are_bounded(kit: &Kit) {
    let plain = with(json!({ "description": "x".repeat(50 << 20) })).to_string();
    let endless = Answer::text(vec![b' '; 1 << 16]).endless();
    let short = Raw::ok("content-length: 20\r\n", headed("Rain").to_string().as_bytes());
    let cases = [
        ("gzip bomb of 1 GiB", kit.answer(Answer::bomb(GIB)), "too-large"),
        ("50 MB", kit.answer(Answer::text(plain)), "too-large"),
        ("body without end", kit.answer(endless), "too-large"),
        ("content-length too small", kit.server.raw(short), "not-json"),
    ];
    for (fault, url, expected) in cases {
        let page = counted(kit, &url);
        let [seen] = &endings(page)[..] else { panic!("one card") };
        let (read, memory) =
            (page.run("return kit.read"), page.run("return kit.memory.buffer.byteLength"));
        let (read, memory) = (number(&read), number(&memory));
        // The first words and the app read clones of one body. Firefox and WebKit hand out at
        // once whatever they have unpacked: there it is the card's memory that is bounded.
        let most = if kit.engine == Engine::Chromium { 2 * CAP + READ } else { GIB as u64 / 2 };
        assert!(read <= most, "{fault}: {read} bytes were read");
        assert!(memory <= MEMORY, "{fault}: {memory} bytes of memory");
        let is_large = expected == "too-large";
        assert_eq!(read > CAP, is_large, "{fault} was not put in: {read} bytes were read");
        if fault == "body without end" {
            kit.server.wait_for(&url, "the card's hanging up", |seen| {
                seen.iter().all(|request| request.ending == Ending::Aborted)
            });
        }
        kit.fault(fault, expected, seen);
    }
}

fn p11_time_is_bounded(kit: &Kit) {
    let story = headed("Late");
    let tick = Duration::from_millis(100);
    let dripping = Answer::json(&story).dripping(tick);
    let head = Raw::ok("content-type: application/json\r\n", story.to_string().as_bytes());
    let cases = [
        (
            "headers never come",
            kit.answer(Answer::json(&story).behind(&Gate::new())),
            "timeout, retry",
        ),
        ("body drips", kit.answer(dripping), "timeout, retry"),
        ("headers drip", kit.server.raw(head.slowly(tick)), "timeout, retry"),
        ("host has no address", "http://nowhere.invalid/story.json".to_owned(), "network, retry"),
    ];
    let urls: Vec<String> = cases.iter().map(|(_, url, _)| url.clone()).collect();
    let endings = endings(page_of(kit, &urls, "timeout='1'"));
    for ((fault, url, expected), seen) in cases.iter().zip(&endings) {
        if !url.contains("invalid") {
            kit.server.wait_for(url, "the card's hanging up", |seen| {
                !seen.is_empty() && seen.iter().all(|request| request.ending == Ending::Aborted)
            });
        }
        kit.fault(fault, expected, seen);
    }
    let dripped = kit.server.requests_for(&urls[1]);
    let whole = story.to_string().len();
    let some = |request: &Exchange| request.sent > 0 && request.sent < whole;
    assert!(dripped.iter().any(some), "{dripped:?}");
}

fn p11_removal_ends_the_request(kit: &Kit) {
    // Longer than anybody waits, and not so fast that a browser has no time for the removal.
    let dripping = Answer::text(vec![b' '; 1 << 16]).dripping(Duration::from_millis(10));
    let url = kit.answer(dripping);
    let page = page_of(kit, std::slice::from_ref(&url), "");
    kit.server.wait_for(&url, "the request", |seen| !seen.is_empty());
    page.run("find('story-card').remove()");
    kit.server.wait_for(&url, "the card's hanging up", |seen| {
        seen.iter().all(|request| request.ending == Ending::Aborted)
    });
    kit.fault("removed amid the body", "0 requests open", "0 requests open");
}
