//! P24: where a page names the file with its hash, no altered code runs.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Kit, suite};

use crate::stories::with;

suite! {
    EVERYWHERE:
        p24_sound_files_show_the_card,
        p24_altered_code_does_not_run,
        p24_altered_part_that_comes_later_does_not_run,
        p24_altered_converter_does_not_run;
}

const WHOLE: &str = "story-card-whole.js";
const WASM: &str = "story-card-app_bg.wasm";
const LATER: &str = "story-card-later.wasm";
const CONVERTER: &str = "story-card-converter.js";
const CONVERTER_WASM: &str = "story-card-converter_bg.wasm";

/// The version, and the hash of each file, as the release says them.
fn list(kit: &Kit) -> Value {
    let text = std::fs::read(kit.server.built("cdn/sri.json")).expect("the list");
    serde_json::from_slice(&text).expect("JSON")
}

fn path(kit: &Kit, name: &str) -> String {
    format!("/cdn/{}/{name}", list(kit)["version"].as_str().expect("a version"))
}

fn bytes(kit: &Kit, name: &str) -> Vec<u8> {
    std::fs::read(kit.server.built(path(kit, name).trim_start_matches('/'))).expect("the file")
}

/// Serves a file with one bit of it turned.
fn alter(kit: &Kit, name: &str) {
    let mut altered = bytes(kit, name);
    let middle = altered.len() / 2;
    altered[middle] ^= 1;
    serve(kit, name, altered);
}

fn serve(kit: &Kit, name: &str, bytes: Vec<u8>) {
    let kind =
        if [WHOLE, CONVERTER].contains(&name) { "text/javascript" } else { "application/wasm" };
    kit.server.instead(&path(kit, name), Answer::text(bytes).content_type(kind));
}

/// A page that names the one file with its hash, and a story.
fn open(kit: &Kit) -> Card<'_> {
    // As many events as are drawn.
    let events: Vec<Value> = (2010..2020)
        .map(|year| json!({ "date": year.to_string(), "text": format!("In {year}.") }))
        .collect();
    open_story(kit, &with(json!({ "timeline": { "events": events } })))
}

fn open_story<'kit>(kit: &'kit Kit, story: &Value) -> Card<'kit> {
    let integrity = list(kit)["files"][WHOLE].clone();
    let script = path(kit, WHOLE);
    let story = kit.story(story);
    // The guide's own line, with what is refused noted down.
    let guide = include_str!("../../../../../docs/embedding.md");
    let line = guide.lines().find(|line| line.contains("integrity=")).expect("the snippet");
    let url = line.split("src=\"").nth(1).and_then(|rest| rest.split('"').next());
    let head = line
        .replace("sha384-…", integrity.as_str().expect("a hash"))
        .replace(url.expect("an address"), &script)
        .replace("<script ", "<script onerror='window.refused = true' ");
    let body = format!("<story-card src='{story}'><p>Read the story there</p></story-card>");
    kit.page(&head, &body).card()
}

const DRAWN: &str = "part(card, 'timeline-graphic')?.querySelector('svg *')";

fn p24_sound_files_show_the_card(kit: &Kit) {
    let card = open(kit).ready();
    card.wait(&format!("Boolean({DRAWN})"));
    kit.fault("none: the files as they were built", "shown", "shown");
}

fn outcome(card: &Card<'_>) -> String {
    card.wait("window.refused || card.state === 'error' || card.state === 'ready'");
    let seen =
        card.run("return [card.state ?? 'nothing', card.querySelector('p').checkVisibility()]");
    match (seen[0].as_str(), seen[1].as_bool()) {
        (Some("nothing" | "error"), Some(true)) => "nothing runs, fallback".into(),
        _ => seen.to_string(),
    }
}

fn p24_altered_code_does_not_run(kit: &Kit) {
    let expected = "nothing runs, fallback";
    for (name, fault) in
        [(WHOLE, "a bit turned in the JavaScript"), (WASM, "a bit turned in the wasm")]
    {
        alter(kit, name);
        let card = open(kit);
        kit.fault(fault, expected, &outcome(&card));
        serve(kit, name, bytes(kit, name));
    }
    // A section of no meaning: it would run as well as the one that was built.
    serve(kit, WASM, [bytes(kit, WASM), vec![0, 2, 1, b'x']].concat());
    let card = open(kit);
    kit.fault("bytes added to the wasm, which still runs", expected, &outcome(&card));
    // A wasm of another build, such as a cache may hold.
    serve(kit, WASM, bytes(kit, LATER));
    let card = open(kit);
    kit.fault("another wasm in its place", expected, &outcome(&card));
}

fn p24_altered_part_that_comes_later_does_not_run(kit: &Kit) {
    serve(kit, LATER, [bytes(kit, LATER), vec![0, 2, 1, b'x']].concat());
    let card = open(kit).ready();
    card.wait("parts(card, 'event').length === 10 && parts(card, 'event')[0].checkVisibility()");
    kit.server.wait_for(
        &format!("{}{}", kit.server.pages(), path(kit, LATER)),
        "the part",
        |all| !all.is_empty(),
    );
    card.page().outlast_a_note();
    let seen = if card.run(&format!("return Boolean({DRAWN})")) == true {
        "drawn"
    } else {
        "the list stands"
    };
    kit.fault(
        "bytes added to the part that comes later, which still runs",
        "the list stands",
        seen,
    );
}

fn p24_altered_converter_does_not_run(kit: &Kit) {
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour",
        "items": [{ "id": "1", "title": "Ferry afloat again", "content_text": "It was towed." }],
    });
    let altered = [b"window.harmed = true;".to_vec(), bytes(kit, CONVERTER)].concat();
    serve(kit, CONVERTER, altered);
    let card = open_story(kit, &feed).ready();
    let seen = if card.run("return window.harmed ?? false") == true { "it runs" } else { "shown" };
    kit.fault("code added to the converter, which still runs", "shown", seen);
    serve(kit, CONVERTER_WASM, [bytes(kit, CONVERTER_WASM), vec![0, 2, 1, b'x']].concat());
    let card = open_story(kit, &feed);
    let expected = "nothing runs, fallback";
    kit.fault("bytes added to the converter's wasm, which still runs", expected, &outcome(&card));
}
