//! Stories of other formats that cannot be converted, and what is no story at all.

use story_card_e2e::{Answer, Kit, suite};

use crate::formats::{CONVERTER, CONVERTER_WASM, sample, shown};
use crate::host::{LOADER, assert_not_blank, tag};
use crate::stories::headed;

suite! {
    EVERYWHERE:
        converter_that_does_not_come_says_so,
        converter_of_another_build_is_not_used,
        converter_that_breaks_down_harms_nothing_else,
        what_is_no_story_is_called_by_its_name;
}

fn converter_that_does_not_come_says_so(kit: &Kit) {
    for file in [CONVERTER, CONVERTER_WASM] {
        kit.server.instead(file, Answer::status(404));
        let page = kit.host(&format!(
            "{}<story-card id=ours src='{}'></story-card>",
            tag(&sample(kit, "ghost")),
            kit.story(&headed("Rain"))
        ));
        let card = page.card();
        assert_eq!(card.failure(), "wasm", "{file}");
        assert_not_blank(&card, file);
        let told = page.details("story-card-error");
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(page.card_at("#ours").ready().part("headline").text(), "Rain");
        kit.server.instead(file, file_of(kit, file));
        page.pointer().press(&card.part("retry"));
        assert_eq!(card.ready().part("headline").text(), "What a sandbank knows");
    }
}

fn file_of(kit: &Kit, name: &str) -> Answer {
    let bytes = std::fs::read(kit.server.built(name.trim_start_matches('/'))).expect("the build");
    let is_wasm = name == CONVERTER_WASM;
    Answer::text(bytes).content_type(if is_wasm { "application/wasm" } else { "text/javascript" })
}

fn converter_of_another_build_is_not_used(kit: &Kit) {
    let code =
        std::fs::read_to_string(kit.server.built("story-card-converter.js")).expect("the build");
    let glue = std::fs::read_to_string(kit.server.built("story-card-app.js")).expect("the build");
    let (_, after) = glue.split_once("story-card-converter.js?build=").expect("an address");
    let hash: String = after.chars().take_while(char::is_ascii_hexdigit).collect();
    let other: String = hash.chars().rev().collect();
    let old = Answer::text(code.replace(&hash, &other)).content_type("text/javascript");
    // Under the address that caches know, then under all.
    kit.server.instead(&format!("{CONVERTER}?build={hash}"), old.clone());
    assert_eq!(shown(kit, &sample(kit, "ghost")).part("headline").text(), "What a sandbank knows");
    kit.server.instead(CONVERTER, old);
    let card = kit.host(&tag(&sample(kit, "ghost"))).card();
    assert_eq!(card.failure(), "wasm");
    let told = card.page().wait_for_event("story-card-error");
    assert!(told["message"].as_str().is_some_and(|text| text.contains("another build")), "{told}");
}

fn converter_that_breaks_down_harms_nothing_else(kit: &Kit) {
    // The app's own instances are made in another way.
    let broken = "<script>
        const { instantiate } = WebAssembly;
        window.isBroken = true;
        WebAssembly.instantiate = (...all) => window.isBroken ? Promise.reject(new WebAssembly.RuntimeError('unreachable')) : instantiate(...all);
    </script>";
    let head = [broken, LOADER].concat();
    let url = sample(kit, "ghost");
    let native = format!("<story-card id=ours src='{}'></story-card>", kit.story(&headed("Rain")));
    let page = kit.page(&head, &[tag(&url), native].concat());
    assert_eq!(page.card().failure(), "crashed");
    assert_not_blank(&page.card(), "the fallback");
    assert_eq!(page.card_at("#ours").ready().part("headline").text(), "Rain");
    page.run("window.isBroken = false; find('story-card').reload()");
    assert_eq!(page.card().ready().part("headline").text(), "What a sandbank knows");
}

/// What people point `src` at: the answer, its code, what the event names, what the reader is
/// told. Those that are no JSON come first.
const MISTAKES: [[&str; 4]; 11] = [
    ["<!doctype html><title>Ferry</title>", "not-json", "an HTML page", "a web page"],
    ["<?xml version='1.0'?><rss version='2.0'></rss>", "not-json", "an RSS feed", "a news feed"],
    [
        "<feed xmlns='http://www.w3.org/2005/Atom'></feed>",
        "not-json",
        "an Atom feed",
        "a news feed",
    ],
    [
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'></rdf:RDF>",
        "not-json",
        "an RSS feed",
        "a news feed",
    ],
    ["Date,Headline,Text\n2026-03-10,Ferry,Aground\n", "not-json", "a table (CSV)", "other data"],
    ["", "not-json", "empty", "an empty answer"],
    [
        r#"{ "settings": { "title": "Breakwater" } }"#,
        "not-a-story",
        "the settings of a site",
        NO_STORY,
    ],
    [
        r#"{ "name": "Blog", "namespaces": [], "routes": {} }"#,
        "not-a-story",
        "/wp-json/wp/v2/posts/ID",
        NO_STORY,
    ],
    [
        r#"{ "code": "rest_post_invalid_id", "message": "Invalid post ID.", "data": {} }"#,
        "not-a-story",
        "Invalid post ID.",
        NO_STORY,
    ],
    [r#"{ "weather": "rain", "wind": 7 }"#, "not-a-story", "weather, wind", NO_STORY],
    [r#"{ "headline": "Rain" }"#, "not-a-story", "headline", NO_STORY],
];
const NO_STORY: &str = "something that is not a story";

fn what_is_no_story_is_called_by_its_name(kit: &Kit) {
    for [answer, code, named, said] in MISTAKES {
        let card = kit.host(&tag(&kit.answer(Answer::text(answer)))).card();
        assert_eq!(card.failure(), code, "{answer}");
        let told = card.page().wait_for_event("story-card-error");
        let message = told["message"].as_str().unwrap_or_default();
        assert!(message.contains(named), "{answer}: {message}");
        assert_eq!(told.as_object().map(serde_json::Map::len), Some(2), "{told}");
        let face = card.part("error").text();
        assert!(face.contains(said), "{answer}: {face}");
        assert_not_blank(&card, answer);
        let is_asked_for = !kit.server.requests_for(CONVERTER).is_empty();
        assert_eq!(is_asked_for, code == "not-a-story", "{answer}");
    }
}
