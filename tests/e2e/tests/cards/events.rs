//! What a card tells the page, and what it keeps to itself.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Kit, Page, suite};

use crate::stories::{cited, folding, full, headed, picture, show, show_full, with};

suite! {
    EVERYWHERE:
        load_tells_counts,
        load_tells_problems_with_their_places,
        load_is_fired_once_for_each_story,
        events_bubble_and_are_composed,
        state_is_set_before_the_event,
        error_tells_code_message_and_status,
        reader_who_opens_a_section_is_told,
        reader_who_opens_all_sections_is_told,
        page_that_opens_sections_is_not_told,
        page_that_sets_properties_is_not_told,
        opened_note_is_told_as_pressed,
        pressed_link_is_told_by_its_kind,
        cancelled_link_is_not_followed,
        link_that_is_not_cancelled_is_followed;
    WITH_BUTTONS: middle_button_on_a_link_is_told_and_can_be_cancelled;
}

fn load_tells_counts(kit: &Kit) {
    let card = show_full(kit);
    let detail = card.page().wait_for_event("story-card-load");
    assert_eq!(detail["id"], "weir-42");
    assert_eq!(detail["headline"], "Council opens the weir");
    assert_eq!(detail["sections"], 3);
    assert_eq!(detail["events"], 5);
    // As many markers as the story's texts hold: lead 1, night 4, table 1, timeline 1.
    assert_eq!(detail["citations"], 7);
}

fn load_tells_problems_with_their_places(kit: &Kit) {
    let story = with(json!({
        "articleSection": 7,
        "inLanguage": { "not": "a tag" },
        "sections": [{ "headline": "A", "blocks": ["Unknown [9]."] }],
        "citation": [{ "id": "1", "name": "One" }, { "id": "1", "name": "Again" }],
    }));
    let card = show(kit, &story);
    let detail = card.page().wait_for_event("story-card-load");
    let problems = detail["problems"].as_array().expect("a list").clone();
    for problem in &problems {
        for key in ["code", "path", "message"] {
            assert!(problem[key].is_string(), "{key} of {problem}");
        }
    }
    let paths: Vec<_> = problems.iter().filter_map(|problem| problem["path"].as_str()).collect();
    for path in ["/inLanguage", "/sections/0/blocks/0", "/citation/1"] {
        let has = paths.iter().any(|seen| seen.starts_with(path));
        assert!(has, "no problem at {path}: {problems:#?}");
    }
}

fn load_is_fired_once_for_each_story(kit: &Kit) {
    let card = show(kit, &headed("One"));
    card.set("story", headed("Two"));
    card.wait("tidy(part(card, 'headline').textContent) === 'Two'");
    card.page().settle();
    let headlines: Vec<Value> = card.page().details("story-card-load");
    let headlines: Vec<_> = headlines.iter().map(|detail| detail["headline"].clone()).collect();
    assert_eq!(headlines, ["One", "Two"]);
}

fn events_bubble_and_are_composed(kit: &Kit) {
    let url = kit.story(&folding());
    let tag = format!(
        "<div id='outer'></div><template><story-card id='inner' src='{url}'></story-card></template>"
    );
    let page = kit.host(&tag);
    // From inside another component's shadow root an event reaches the page only if composed.
    page.run(
        "const root = find('#outer').attachShadow({ mode: 'open' });
         root.append(find('template').content.cloneNode(true));",
    );
    page.wait_for_event("story-card-load");
    for event in page.events() {
        assert_eq!(event["bubbles"], true, "{event}");
        assert_eq!(event["composed"], true, "{event}");
        assert_eq!(event["cancelable"], event["type"] == "story-card-link", "{event}");
    }
}

fn state_is_set_before_the_event(kit: &Kit) {
    let card = show(kit, &headed("Rain"));
    let events = card.page().events();
    let load = events.iter().find(|event| event["type"] == "story-card-load");
    assert_eq!(load.expect("a load event")["state"], "ready");
}

fn error_tells_code_message_and_status(kit: &Kit) {
    let url = kit.answer(Answer::status(404));
    let page = kit.host(&format!("<story-card src='{url}'></story-card>"));
    let detail = page.wait_for_event("story-card-error");
    assert_eq!(detail["code"], "http");
    assert_eq!(detail["status"], 404);
    assert!(detail["message"].as_str().is_some_and(|message| !message.is_empty()), "{detail}");
}

fn toggles(page: Page<'_>) -> Vec<Value> {
    page.details("story-card-toggle")
}

fn reader_who_opens_a_section_is_told(kit: &Kit) {
    let card = show(kit, &folding());
    let page = card.page();
    page.pointer().press(&card.nth("section-heading", 0));
    card.wait_for_sections(&[true, true, false]);
    page.wait("kit.events.some((e) => e.type === 'story-card-toggle')");
    page.pointer().press(&card.nth("section-heading", 1));
    card.wait_for_sections(&[true, false, false]);
    page.wait("kit.events.filter((e) => e.type === 'story-card-toggle').length > 1");
    page.settle();
    let told = [json!({ "id": "one", "open": true }), json!({ "id": "two", "open": false })];
    assert_eq!(toggles(page), told);
}

fn reader_who_opens_all_sections_is_told(kit: &Kit) {
    let card = show(kit, &folding());
    card.page().pointer().press(&card.part("toggle-all"));
    card.wait_for_sections(&[true, true, true]);
    card.page().settle();
    let told = [json!({ "id": "one", "open": true }), json!({ "id": "three", "open": true })];
    assert_eq!(toggles(card.page()), told);
}

fn page_that_opens_sections_is_not_told(kit: &Kit) {
    let card = show(kit, &folding());
    for (call, open) in [
        ("expandAll()", [true, true, true]),
        ("collapseAll()", [false, false, false]),
        ("openSection('one')", [true, false, false]),
    ] {
        card.run(&format!("await card.{call}"));
        card.wait_for_sections(&open);
    }
    card.page().settle();
    // A reader's press is told, so that silence means something.
    card.page().pointer().press(&card.nth("section-heading", 2));
    card.page().wait("kit.events.some((e) => e.type === 'story-card-toggle')");
    assert_eq!(toggles(card.page()), [json!({ "id": "three", "open": true })]);
}

fn page_that_sets_properties_is_not_told(kit: &Kit) {
    let card = show(kit, &folding());
    for (property, value) in [
        ("exclusive", json!(true)),
        ("headingLevel", json!(3)),
        ("theme", json!("dark")),
        ("open", json!("all")),
    ] {
        card.set(property, value);
    }
    card.wait("part(card, 'headline').localName === 'h3'");
    card.page().settle();
    let types: Vec<Value> = card.page().events().iter().map(|e| e["type"].clone()).collect();
    assert_eq!(types, ["story-card-load"]);
}

fn opened_note_is_told_as_pressed(kit: &Kit) {
    let card = show(kit, &cited());
    card.page().pointer().press(&card.part("marker"));
    card.page().wait_for_event("story-card-cite");
    let details = card.page().details("story-card-cite");
    let pressed = json!({ "id": "1", "url": "https://river.example/gauges/9", "how": "press" });
    assert!(details.contains(&pressed), "{details:?}");
}

/// A page that keeps every link from being followed.
fn show_cancelling<'k>(kit: &'k Kit, story: &Value) -> story_card_e2e::Card<'k> {
    let card = show(kit, story);
    card.page()
        .run("document.addEventListener('story-card-link', (event) => event.preventDefault())");
    card
}

fn pressed_link_is_told_by_its_kind(kit: &Kit) {
    let story = full(&picture(kit, 80, 40));
    let card = show_cancelling(kit, &story);
    let page = card.page();
    card.part("sources").run("el.querySelector('details').open = true");
    for (link, url, kind) in [
        (card.part("author").inside("a"), "https://news.example/ada", "author"),
        (card.part("paragraph").inside("a"), "https://news.example/log", "text"),
        (card.part("related").inside("a"), "https://news.example/gates", "related"),
        (card.part("sources").inside("a[href]"), "https://river.example/gauges/9", "source"),
    ] {
        let before = page.details("story-card-link").len();
        page.pointer().press(&link);
        page.wait(&format!(
            "kit.events.filter((e) => e.type === 'story-card-link').length > {before}"
        ));
        let told = page.details("story-card-link");
        let detail = told.last().expect("a link event");
        assert_eq!(detail["kind"], kind);
        let told = detail["url"].as_str().expect("a url");
        assert!(told == url || told.starts_with(&format!("{url}#")), "{told} instead of {url}");
    }
}

fn cancelled_link_is_not_followed(kit: &Kit) {
    kit.server.instead("/host/next.html", Answer::text("next").content_type("text/html"));
    let next = format!("{}/host/next.html", kit.server.pages());
    let card = show_cancelling(kit, &with(json!({ "url": next })));
    let page = card.page();
    page.pointer().press(&card.part("headline").inside("a"));
    page.wait_for_event("story-card-link");
    assert_eq!(page.events().last().expect("an event")["cancelable"], true);
    page.settle();
    assert_eq!(card.state(), "ready");
    assert_eq!(kit.server.requests_for("/host/next.html").len(), 0);
}

fn middle_button_on_a_link_is_told_and_can_be_cancelled(kit: &Kit) {
    kit.server.instead("/host/next.html", Answer::text("next").content_type("text/html"));
    let next = format!("{}/host/next.html", kit.server.pages());
    let card = show_cancelling(kit, &with(json!({ "url": next })));
    let page = card.page();
    let (x, y) = card.part("headline").inside("a").target();
    page.pointer().press_with(2, x, y);
    // A menu may be open now, which takes the next press of anything else.
    page.press_key("\u{e00c}");
    page.pointer().press_with(1, x, y);
    page.wait_for_event("story-card-link");
    page.settle();
    assert_eq!(page.details("story-card-link").len(), 1);
    assert_eq!(kit.server.requests_for("/host/next.html").len(), 0);
}

fn link_that_is_not_cancelled_is_followed(kit: &Kit) {
    let page = kit.host("<main></main>");
    let next = page.run("return location.href").as_str().expect("an address").to_owned();
    let card = show(kit, &with(json!({ "url": next })));
    card.page().pointer().press(&card.part("headline").inside("a"));
    card.page().wait(&format!("location.href === '{next}' && find('main')"));
}
