//! Stories that are not in the card's own format: what publishers have already.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Gate, Kit, suite};

use crate::host::{LOADER, assert_not_blank, tag};
use crate::refresh::HURRY;
use crate::stories::headed;

suite! {
    EVERYWHERE:
        story_of_each_format_is_a_card_and_a_native_story,
        native_story_needs_no_converter,
        converter_is_asked_for_at_the_first_bytes,
        item_picks_among_stories_of_another_format,
        native_list_tells_how_many_stories_it_holds,
        given_story_of_another_format_is_shown,
        story_of_another_format_in_the_tag_is_shown,
        what_is_held_back_shows_nothing,
        refresh_of_another_format_tells_what_is_new;
}

pub const CONVERTER: &str = "/story-card-converter.js";
pub const CONVERTER_WASM: &str = "/story-card-converter_bg.wasm";

/// Our own samples in `static/stories/formats`: format, file, headline.
const SAMPLES: [(&str, &str, &str); 7] = [
    (
        "wordpress",
        "wordpress",
        "The “Larkspur” is afloat again, and the harbour asks why its chart was wrong",
    ),
    ("ninjs", "ninjs", "Harbours promise new charts after ferry grounding"),
    ("json-feed", "json-feed", "Why the spring tide has nothing to do with spring"),
    ("json-ld", "json-ld", "How 84 people left a ferry in ninety minutes"),
    ("timelinejs", "timelinejs", "The lights of Tarnmouth"),
    ("ghost", "ghost", "What a sandbank knows"),
    ("kagi-news", "kagi-news", "Ferry freed from sandbank off Tarnmouth"),
];

pub fn sample(kit: &Kit, name: &str) -> String {
    format!("{}/stories/formats/{name}.json", kit.server.stories())
}

/// A post of `WordPress`.
pub fn post(headline: &str, content: &str) -> Value {
    json!({
        "id": 7, "slug": "ferry", "status": "publish", "link": "https://blog.example/ferry/",
        "date_gmt": "2026-03-10T07:00:00", "modified_gmt": "2026-03-10T07:00:00",
        "title": { "rendered": headline }, "content": { "rendered": content, "protected": false },
    })
}

pub fn shown<'k>(kit: &'k Kit, url: &str) -> Card<'k> {
    kit.host(&tag(url)).card().ready()
}

fn story_of_each_format_is_a_card_and_a_native_story(kit: &Kit) {
    for (format, file, headline) in SAMPLES {
        let url = sample(kit, file);
        let card = shown(kit, &url);
        assert_eq!(card.part("headline").text(), headline, "{format}");
        let told = card.page().wait_for_event("story-card-load");
        assert_eq!(told["format"], format);
        assert!(told["stories"].as_u64().is_some_and(|stories| stories > 0), "{told}");
        let story = card.property("story");
        assert_eq!(story["schemaVersion"], "story-card/1.0", "{format}");
        assert_eq!(story["headline"], headline);
        assert_eq!(story["_source"], json!({ "format": format, "url": url }));
        for file in [CONVERTER, CONVERTER_WASM] {
            let asked = kit.server.requests_for(file);
            assert!(asked.iter().all(|request| request.path.contains("?build=")), "{asked:?}");
        }
        // The native story is one that a card shows as well.
        card.set("story", story);
        card.wait("card.state === 'ready' && card.story._source");
        let told = card.page().details("story-card-load");
        assert_eq!(told.last().expect("an event")["format"], "story-card", "{format}");
        assert_eq!(card.part("headline").text(), headline, "{format}");
    }
}

fn native_story_needs_no_converter(kit: &Kit) {
    let mut story = headed("Rain");
    let version = story.as_object_mut().and_then(|story| story.shift_remove("schemaVersion"));
    story["_more"] = json!({ "events": [], "stories": [] });
    story["schemaVersion"] = version.expect("a version");
    let card = shown(kit, &kit.story(&story));
    let told = card.page().wait_for_event("story-card-load");
    assert_eq!([&told["format"], &told["stories"]], [&json!("story-card"), &json!(1)]);
    assert_eq!(kit.server.requests_for(CONVERTER).len(), 0);
    assert_eq!(kit.server.requests_for(CONVERTER_WASM).len(), 0);
}

fn converter_is_asked_for_at_the_first_bytes(kit: &Kit) {
    let gate = Gate::new();
    let content = "<p>A sentence of the body.</p>".repeat(9_000);
    let url = kit.answer(Answer::json(&post("Rain", &content)).halfway(&gate));
    let card = kit.page(LOADER, &tag(&url)).card();
    kit.server.wait_for(CONVERTER, "its code", |seen| !seen.is_empty());
    kit.server.wait_for(CONVERTER_WASM, "its wasm", |seen| !seen.is_empty());
    assert_eq!(card.state(), "loading");
    assert_eq!(card.run("return card.shadowRoot.textContent.includes('Rain')"), false);
    gate.open();
    assert_eq!(card.ready().part("headline").text(), "Rain");
    assert_eq!(kit.server.requests_for(CONVERTER).len(), 1);
    assert_eq!(kit.server.requests_for(CONVERTER_WASM).len(), 1);
}

fn item_picks_among_stories_of_another_format(kit: &Kit) {
    let url = sample(kit, "json-feed");
    let card = shown(kit, &url);
    let told = card.page().wait_for_event("story-card-load");
    assert_eq!(told["stories"], 2);
    for item in ["1", "https://tide.example/2026/neap", "neap"] {
        card.set_attribute("item", json!("0"));
        card.wait("tidy(part(card, 'headline').textContent).startsWith('Why the')");
        card.set_attribute("item", json!(item));
        card.wait("tidy(part(card, 'headline').textContent) === 'The quiet week between'");
    }
    card.set_attribute("item", json!("none-of-these"));
    assert_eq!(card.failure(), "not-a-story");
}

fn native_list_tells_how_many_stories_it_holds(kit: &Kit) {
    let url = kit.story(&json!([{}, headed("Rain"), headed("Sun")]));
    let card = shown(kit, &url);
    let told = card.page().wait_for_event("story-card-load");
    assert_eq!([&told["format"], &told["stories"]], [&json!("story-card"), &json!(2)]);
    assert_eq!(kit.server.requests_for(CONVERTER).len(), 0);
}

fn given_story_of_another_format_is_shown(kit: &Kit) {
    let card = kit.host("<story-card></story-card>").card();
    let story = post("Rain", "<p>It rained.</p>");
    for given in [story.clone(), json!(story.to_string())] {
        card.set("story", Value::Null);
        card.wait("card.state === 'idle'");
        card.set("story", given);
        card.wait("card.state === 'ready' && part(card, 'headline')");
        assert_eq!(card.part("headline").text(), "Rain");
        let native = card.property("story");
        assert_eq!(native["sections"][0]["blocks"][0]["text"], "It rained.");
        assert_eq!(native["_source"]["format"], "wordpress");
    }
}

fn story_of_another_format_in_the_tag_is_shown(kit: &Kit) {
    let story = post("Rain", "It rained.").to_string().replace('<', "\\u003c");
    let script = format!("<script type='application/json'>{story}</script>");
    let card = kit.host(&format!("<story-card>{script}</story-card>")).card().ready();
    assert_eq!(card.part("headline").text(), "Rain");
    assert!(card.text().contains("It rained."), "{}", card.text());
}

fn what_is_held_back_shows_nothing(kit: &Kit) {
    let content = "<p>A secret sentence.</p>".repeat(5_000);
    let mut draft = post("A secret", &content);
    draft["status"] = json!("draft");
    let embargoed = json!({
        "uri": "urn:x:1", "pubstatus": "usable", "embargoed": "2999-01-01T00:00:00Z",
        "headline": "A secret", "body_html": content,
    });
    for story in [draft, embargoed] {
        let gate = Gate::new();
        let url = kit.answer(Answer::json(&story).halfway(&gate));
        let card = kit.page(LOADER, &tag(&url)).card();
        kit.server.wait_for(CONVERTER, "its code", |seen| !seen.is_empty());
        let is_silent = "return card.shadowRoot.textContent.includes('secret')";
        assert_eq!(card.run(is_silent), false);
        gate.open();
        assert_eq!(card.failure(), "withheld");
        assert_eq!(card.run(is_silent), false);
        let told = card.page().wait_for_event("story-card-error");
        let message = told["message"].as_str().unwrap_or_default();
        assert!(message.contains("holds this story back"), "{told}");
        assert!(card.part("error").text().contains("publisher"), "{}", card.part("error").text());
        assert_not_blank(&card, "the fallback");
    }
}

fn refresh_of_another_format_tells_what_is_new(kit: &Kit) {
    let mut newer = post("Rain", "<h2>One</h2><p>It rained.</p><h2>Two</h2><p>It stopped.</p>");
    newer["modified_gmt"] = json!("2026-03-10T09:00:00");
    let mut draft = newer.clone();
    draft["status"] = json!("draft");
    let first = post("Rain", "<h2>One</h2><p>It rained.</p><h2>Two</h2><p>It rains.</p>");
    let url = kit.server.answers(vec![
        Answer::json(&first),
        Answer::json(&first),
        Answer::json(&newer),
        Answer::status(503),
        Answer::status(503),
        Answer::status(503),
        Answer::json(&draft),
    ]);
    let body = format!("<story-card src='{url}' refresh='15' timeout='14'></story-card>");
    let card = kit.page(HURRY, &body).card().ready();
    let update = card.page().wait_for_event("story-card-update");
    assert_eq!(update, json!({ "id": "7", "dateModified": "2026-03-10T09:00:00Z" }));
    let changed =
        card.run("return parts(card, 'section').map((el) => /updated/.test(tidy(el.textContent)))");
    assert_eq!(changed, json!([false, true]));
    assert_eq!(card.page().details("story-card-load").len(), 1);
    // What the publisher takes back goes, and not before.
    assert_eq!(card.failure(), "withheld");
    assert_eq!(card.property("story"), Value::Null);
}
