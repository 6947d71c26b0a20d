//! When there is no story to show: what the page is told and what the reader sees.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Engine, Gate, Kit, suite};

use crate::stories::{headed, of_blocks, with};

suite! {
    EVERYWHERE:
        answer_without_leave_is_a_network_error,
        silent_port_is_a_network_error,
        broken_off_answer_is_a_network_error,
        status_is_an_http_error,
        silence_is_a_timeout,
        half_an_answer_is_a_timeout,
        ten_megabytes_are_too_large,
        other_texts_are_not_json,
        place_of_the_mistake_is_told,
        other_documents_are_not_a_story,
        other_major_version_is_refused,
        newer_minor_version_is_shown,
        withheld_story_is_refused,
        ended_embargo_is_shown,
        refused_wasm_keeps_the_fallback,
        missing_wasm_keeps_the_fallback,
        failed_card_says_so_and_keeps_the_fallback,
        retry_after_a_server_error_shows_the_story,
        retry_by_keyboard_leaves_the_focus_in_the_card,
        story_that_was_asked_for_again_begins_where_the_button_was,
        hopeless_error_offers_no_retry,
        failure_is_told_once,
        better_src_heals_the_card;
}

fn failed<'k>(kit: &'k Kit, url: &str, attributes: &str) -> Card<'k> {
    let tag = format!(
        "<story-card src='{url}' {attributes}><p id='fallback'>Read it there</p></story-card>"
    );
    kit.host(&tag).card()
}

#[track_caller]
fn assert_code(kit: &Kit, answer: Answer, code: &str) -> Value {
    let url = kit.answer(answer);
    let card = failed(kit, &url, "");
    assert_eq!(card.failure(), code);
    assert_eq!(card.run("return card.matches(':state(error)')"), true);
    assert!(card.part("error").is_shown(), "{code}: the box is blank");
    card.page().wait_for_event("story-card-error")
}

fn answer_without_leave_is_a_network_error(kit: &Kit) {
    assert_code(kit, Answer::json(&headed("Secret")).without_cors(), "network");
}

fn silent_port_is_a_network_error(kit: &Kit) {
    // Free a moment ago, and nobody listens on it now.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let card = failed(kit, &format!("http://{address}/story.json"), "");
    assert_eq!(card.failure(), "network");
}

fn broken_off_answer_is_a_network_error(kit: &Kit) {
    assert_code(kit, Answer::json(&headed("Broken")).truncated(), "network");
}

fn status_is_an_http_error(kit: &Kit) {
    for status in [403, 404, 410, 500, 503] {
        let detail = assert_code(kit, Answer::status(status), "http");
        assert_eq!(detail["status"], status);
    }
}

fn silence_is_a_timeout(kit: &Kit) {
    let url = kit.answer(Answer::json(&headed("Late")).behind(&Gate::new()));
    assert_eq!(failed(kit, &url, "timeout='1'").failure(), "timeout");
    kit.server.wait_for(&url, "the card's hanging up", |seen| {
        seen.iter().all(|request| request.ending == story_card_e2e::Ending::Aborted)
    });
}

fn half_an_answer_is_a_timeout(kit: &Kit) {
    let url = kit.answer(Answer::json(&headed("Half")).halfway(&Gate::new()));
    assert_eq!(failed(kit, &url, "timeout='1'").failure(), "timeout");
}

fn ten_megabytes_are_too_large(kit: &Kit) {
    let story = with(json!({ "description": "x".repeat(10 << 20) }));
    assert_code(kit, Answer::json(&story), "too-large");
}

fn other_texts_are_not_json(kit: &Kit) {
    for text in ["<!doctype html><p>Log in", "", "{\"headline\": \"cut", "{} {}", "nonsense"] {
        assert_code(kit, Answer::text(text), "not-json");
    }
}

fn place_of_the_mistake_is_told(kit: &Kit) {
    let text = "{\n  \"schemaVersion\": \"story-card/1.0\",\n  \"headline\": oops\n}";
    let detail = assert_code(kit, Answer::text(text), "not-json");
    let message = detail["message"].as_str().expect("a message");
    assert!(message.contains("line 3"), "{message}");
    assert!(message.contains("column 15"), "{message}");
}

fn other_documents_are_not_a_story(kit: &Kit) {
    for document in
        [json!({ "title": "Other", "posts": [] }), json!([]), json!("text"), json!(7), json!(null)]
    {
        assert_code(kit, Answer::json(&document), "not-a-story");
    }
    let detail = assert_code(kit, Answer::json(&json!({ "weather": 1, "wind": 2 })), "not-a-story");
    let message = detail["message"].as_str().expect("a message");
    assert!(message.contains("weather") && message.contains("wind"), "{message}");
    let nameless = json!({ "schemaVersion": "story-card/1.0", "description": "No headline." });
    assert_code(kit, Answer::json(&nameless), "not-a-story");
}

fn other_major_version_is_refused(kit: &Kit) {
    let mut story = headed("From the future");
    story["schemaVersion"] = json!("story-card/2.0");
    let detail = assert_code(kit, Answer::json(&story), "unsupported-version");
    let message = detail["message"].as_str().expect("a message");
    assert!(message.contains("story-card/2.0"), "{message}");
}

fn newer_minor_version_is_shown(kit: &Kit) {
    let mut story = headed("A little newer");
    story["schemaVersion"] = json!("story-card/1.7");
    assert_eq!(crate::stories::show(kit, &story).part("headline").text(), "A little newer");
}

fn withheld_story_is_refused(kit: &Kit) {
    for fields in [
        json!({ "pubStatus": "withheld" }),
        json!({ "pubStatus": "canceled" }),
        json!({ "embargoedUntil": "2999-01-01T00:00:00Z" }),
        json!({ "expires": "2001-01-01T00:00:00Z" }),
    ] {
        let url = kit.story(&with(fields.clone()));
        let card = failed(kit, &url, "");
        assert_eq!(card.failure(), "withheld", "{fields}");
        let all = card.run("return tidy(card.shadowRoot.textContent)");
        assert!(!all.to_string().contains("Council"), "{fields} shows the headline: {all}");
    }
}

fn ended_embargo_is_shown(kit: &Kit) {
    let story = with(json!({
        "pubStatus": "usable", "embargoedUntil": "2001-01-01T00:00:00Z",
        "expires": "2999-01-01T00:00:00Z",
    }));
    crate::stories::show(kit, &story);
}

fn refused_wasm_keeps_the_fallback(kit: &Kit) {
    // Nothing else but the missing 'wasm-unsafe-eval' stands in the way. WebKit refuses
    // without an event.
    if kit.engine != Engine::WebKit {
        kit.expect_mishap("script-src");
    }
    let url = kit.story(&headed("Rain"));
    let tag = format!("<story-card src='{url}'><p id='fallback'>Read it there</p></story-card>");
    let page = kit.page_under_policy("script-src 'self'", &tag);
    assert_eq!(page.wait_for_event("story-card-error")["code"], "wasm");
    assert_fallback(&page.card());
}

fn missing_wasm_keeps_the_fallback(kit: &Kit) {
    kit.server.instead("/story-card-app_bg.wasm", Answer::status(404));
    let url = kit.story(&headed("Rain"));
    let card = failed(kit, &url, "");
    assert_eq!(card.page().wait_for_event("story-card-error")["code"], "wasm");
    assert_fallback(&card);
}

#[track_caller]
fn assert_fallback(card: &Card<'_>) {
    assert_eq!(card.state(), "error");
    let is_shown = "const fallback = find('#fallback');
        return fallback.checkVisibility() && fallback.getBoundingClientRect().height > 0;";
    assert_eq!(card.page().run(is_shown), true, "the fallback is hidden");
}

fn failed_card_says_so_and_keeps_the_fallback(kit: &Kit) {
    let url = kit.answer(Answer::status(404));
    let card = failed(kit, &url, "");
    assert_eq!(card.failure(), "http");
    assert_fallback(&card);
    let error = card.part("error");
    assert!(error.is_shown());
    // For readers, not for programmers.
    assert!(error.text().contains("story"), "{}", error.text());
    assert!(["alert", "status"].contains(&error.role().as_str()), "{}", error.role());
}

fn retry_after_a_server_error_shows_the_story(kit: &Kit) {
    // The card itself tries three times.
    let (bad, good) = (Answer::status(500), Answer::json(&headed("At last")));
    let url = kit.server.answers(vec![bad.clone(), bad.clone(), bad, good]);
    let card = failed(kit, &url, "");
    assert_eq!(card.failure(), "http");
    assert!(card.part("retry").is_shown());
    card.page().pointer().press(&card.part("retry"));
    let card = card.ready();
    assert_eq!(card.part("headline").text(), "At last");
    assert!(card.part("headline").is_shown());
    assert_eq!(card.count("error"), 0);
    assert_eq!(kit.server.requests_for(&url).len(), 4);
}

fn retry_by_keyboard_leaves_the_focus_in_the_card(kit: &Kit) {
    // Who presses the key loses the button, and would begin anew at the top of the page.
    let bad = Answer::status(500);
    let good = Answer::json(&with(json!({ "url": "https://news.example/weir" })));
    let mut answers = vec![bad; 6];
    answers.push(good);
    let url = kit.server.answers(answers);
    let card = failed(kit, &url, "");
    card.failure();
    let page = card.page();
    page.run("const top = document.createElement('a'); top.href = '#top'; top.textContent = 'Top'; document.body.prepend(top)");
    let focused =
        "return card.shadowRoot.activeElement?.className ?? document.activeElement.localName";
    card.run("parts(card, 'retry')[0].focus()");
    page.press_key("\u{e007}");
    page.wait("kit.events.filter((event) => event.type === 'story-card-error').length === 2");
    assert_eq!(card.run(focused), "retry");
    page.press_key("\u{e007}");
    let card = card.ready();
    let focused = card.run(focused);
    assert!(focused.as_str().is_some_and(|class| class.starts_with("face")), "{focused}");
    // The next stop is in the story.
    card.page().press_key("\u{e004}");
    assert!(
        card.run("return parts(card, 'headline')[0].contains(card.shadowRoot.activeElement)")
            == true
    );
}

fn story_that_was_asked_for_again_begins_where_the_button_was(kit: &Kit) {
    // Of a story that is held back until it has been read no words come first.
    let text = "What stands there takes several lines. ".repeat(30);
    let mut story = of_blocks(json!([text.as_str(), text.as_str()]));
    story["expires"] = "2999-01-01T00:00:00Z".into();
    let (bad, good) = (Answer::status(500), Answer::json(&story));
    let url = kit.server.answers(vec![bad.clone(), bad.clone(), bad, good]);
    let card = failed(kit, &url, "");
    card.failure();
    let page = card.page();
    page.run(
        "const more = document.createElement('div'); more.style.height = '9000px';
         document.body.append(more)",
    );
    let button = card.part("retry").rect();
    page.pointer().press(&card.part("retry"));
    let card = card.ready();
    page.settle();
    assert_eq!(page.run("return scrollY"), 0);
    assert!(card.part("headline").rect().y < button.y + button.height, "{button:?}");
}

fn hopeless_error_offers_no_retry(kit: &Kit) {
    for answer in [Answer::text("nonsense"), Answer::status(404)] {
        let url = kit.answer(answer);
        let card = failed(kit, &url, "");
        card.failure();
        assert!(card.part("error").is_shown());
        let shown = card.run("return parts(card, 'retry').some((el) => el.checkVisibility())");
        assert_eq!(shown, false);
    }
}

fn failure_is_told_once(kit: &Kit) {
    let url = kit.answer(Answer::status(500));
    let card = failed(kit, &url, "");
    card.failure();
    card.page().settle();
    assert_eq!(card.page().events().len(), 1);
    assert_eq!(card.count("error"), 1);
}

fn better_src_heals_the_card(kit: &Kit) {
    let bad = kit.answer(Answer::status(404));
    let good = kit.story(&headed("Good"));
    let card = failed(kit, &bad, "");
    card.failure();
    card.set("src", json!(good));
    assert_eq!(card.ready().part("headline").text(), "Good");
}
