//! What a publisher reads in the console: one warning for a story with problems or an error.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Engine, Kit, Page, suite};

use crate::host::{LOADER, assert_not_blank, tag};
use crate::stories::{headed, with};

suite! {
    EVERYWHERE:
        story_with_problems_is_told_once,
        first_problems_are_named_and_the_rest_counted,
        sound_story_is_told_nothing_of,
        every_failure_is_told_once_with_its_address,
        missing_leave_is_named_and_a_silent_host_is_not,
        probe_carries_no_cookie_and_no_referrer,
        quiet_card_says_nothing,
        only_other_problems_are_told_again,
        failed_refresh_is_told_once,
        failures_before_the_app_are_told,
        tag_without_an_end_is_told,
        words_of_a_story_are_no_format,
        console_that_is_missing_or_throws_breaks_nothing;
}

/// Writes down every warning, each argument as a text.
const WATCH: &str = "<script>{
    kit.warnings = [];
    console.warn = (...words) => { kit.warnings.push(words.map(String)); };
}</script>";

fn open<'k>(kit: &'k Kit, body: &str) -> Page<'k> {
    kit.page(&[WATCH, LOADER].concat(), body)
}

fn warnings(page: Page<'_>) -> Vec<String> {
    let warnings = page.run("return kit.warnings.map((words) => words.join(' '))");
    let warnings = warnings.as_array().expect("a list").iter();
    warnings.map(|text| text.as_str().expect("a text").to_owned()).collect()
}

/// The only warning there is, once there is one.
#[track_caller]
fn warning(page: Page<'_>) -> String {
    page.wait("kit.warnings.length > 0");
    page.settle();
    let warnings = warnings(page);
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    warnings[0].clone()
}

#[track_caller]
fn assert_says(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "{word} is missing in: {text}");
    }
}

/// A story with that many fields of a wrong kind.
fn faulty(count: usize) -> Value {
    let sources: Vec<Value> =
        (0..count).map(|n| json!({ "id": n, "name": "N", "url": "javascript:1" })).collect();
    with(json!({ "citation": sources }))
}

fn story_with_problems_is_told_once(kit: &Kit) {
    let url = kit.story(&with(json!({ "author": "Ada", "datePublished": "yesterday" })));
    let body = format!("<story-card id='lead' src='{url}'></story-card>");
    let page = open(kit, &body);
    page.card().ready();
    let told = warning(page);
    assert_says(&told, &["<story-card", "id=\"lead\"", &url, "/author", "/datePublished"]);
    assert_says(&told, &["wrong-type", "unreadable-date"]);
    // Nothing new has happened to it.
    page.card().set("headingLevel", json!(4));
    page.card().run("await card.reload()");
    warning(page);
}

fn first_problems_are_named_and_the_rest_counted(kit: &Kit) {
    let page = open(kit, &tag(&kit.story(&faulty(9))));
    page.card().ready();
    let told = warning(page);
    let problems = page.details("story-card-load")[0]["problems"].as_array().map_or(0, Vec::len);
    let named = told.lines().filter(|line| line.contains("unsafe-url")).count();
    assert!(problems >= 9 && named == 5, "{told}");
    assert_says(&told, &[&problems.to_string(), &format!("{} more", problems - 5)]);
    assert_says(&told, &["/citation/0"]);
}

fn sound_story_is_told_nothing_of(kit: &Kit) {
    let page = open(kit, &tag(&kit.story(&headed("Rain"))));
    page.card().ready();
    page.card().run("await card.reload(); await card.expandAll()");
    page.settle();
    assert_eq!(warnings(page), [""; 0]);
}

fn every_failure_is_told_once_with_its_address(kit: &Kit) {
    let cases = [
        (Answer::status(404), "http", "404"),
        (Answer::status(403), "http", "403"),
        (Answer::text("<!doctype html><p>Log in"), "not-json", "HTML"),
        (
            Answer::json(&json!({ "title": "Rain", "body": "Wet." })),
            "not-a-story",
            "Kagi News stories.",
        ),
        (Answer::json(&json!({ "schemaVersion": "story-card/2.0" })), "unsupported-version", "2.0"),
        (Answer::json(&with(json!({ "pubStatus": "withheld" }))), "withheld", "holds"),
    ];
    for (answer, code, word) in cases {
        let url = kit.answer(answer);
        let page = open(kit, &tag(&url));
        assert_eq!(page.card().failure(), code);
        assert_says(&warning(page), &[&url, code, word]);
    }
}

fn missing_leave_is_named_and_a_silent_host_is_not(kit: &Kit) {
    let url = kit.answer(Answer::json(&headed("Secret")).without_cors());
    let page = open(kit, &tag(&url));
    assert_eq!(page.card().failure(), "network");
    let leave = ["Access-Control-Allow-Origin", "read it (CORS)", &url];
    assert_says(&warning(page), &leave);

    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let url = format!("http://{address}/story.json");
    let page = open(kit, &tag(&url));
    assert_eq!(page.card().failure(), "network");
    let told = warning(page);
    assert_says(&told, &["Nothing answers", &url]);
    assert!(!told.contains("Access-Control"), "{told}");

    // Firefox may take an answer that breaks off for none at all.
    if kit.engine == Engine::Firefox {
        return;
    }
    let long = with(json!({ "description": "Rain. ".repeat(100_000) }));
    let url = kit.answer(Answer::json(&long).truncated());
    let page = open(kit, &tag(&url));
    assert_eq!(page.card().failure(), "network");
    let told = warning(page);
    assert_says(&told, &["broke off"]);
    assert!(!told.contains("Access-Control"), "{told}");
}

fn probe_carries_no_cookie_and_no_referrer(kit: &Kit) {
    kit.host("<main></main>").run("document.cookie = 'reader=42; path=/'");
    let url = kit.answer(Answer::json(&headed("Secret")).without_cors());
    let page = open(kit, &tag(&url));
    warning(page);
    page.run("document.cookie = 'reader=; max-age=0; path=/'");
    let asked = kit.server.requests_for(&url);
    let probes: Vec<_> = asked.iter().filter(|request| request.method == "HEAD").collect();
    let [probe] = probes[..] else { panic!("{asked:#?}") };
    assert_eq!((probe.header("cookie"), probe.header("referer")), (None, None));
}

fn quiet_card_says_nothing(kit: &Kit) {
    let urls = [kit.story(&faulty(2)), kit.answer(Answer::status(404)), "http://[bad".to_owned()];
    let tags: String = urls
        .iter()
        .map(|url| format!("<story-card src='{url}' quiet loading='eager'></story-card>"))
        .collect();
    let page = open(kit, &tags);
    page.wait(
        "[...document.querySelectorAll('story-card')].every((card) => ['ready', 'error'].includes(card.state))",
    );
    page.settle();
    assert_eq!(warnings(page), [""; 0]);
    let card = page.card();
    assert_eq!(card.property("quiet"), true);
    card.set("quiet", json!(false));
    assert_eq!(card.attribute("quiet"), Value::Null);
    card.run("await card.reload()");
    assert_says(&warning(page), &["unsafe-url"]);
}

fn only_other_problems_are_told_again(kit: &Kit) {
    let first = Answer::json(&faulty(2));
    let same = Answer::json(&{
        let mut story = faulty(2);
        story["headline"] = json!("Another headline");
        story
    });
    let url = kit.server.answers(vec![first, same, Answer::json(&faulty(3))]);
    let page = open(kit, &tag(&url));
    let card = page.card().ready();
    warning(page);
    card.run("await card.reload()");
    card.wait("tidy(part(card, 'headline').textContent) === 'Another headline'");
    warning(page);
    card.run("await card.reload()");
    page.wait("kit.warnings.length === 2");
    assert_says(&warnings(page)[1], &["/citation/2"]);
}

fn failed_refresh_is_told_once(kit: &Kit) {
    let url = kit.server.answers(vec![Answer::json(&headed("Rain")), Answer::status(408)]);
    let page = open(kit, &tag(&url));
    let card = page.card().ready();
    for _ in 0..2 {
        card.run("await card.reload()");
    }
    let told = warning(page);
    assert_says(&told, &["keeps", "http", "408", &url]);
    assert_eq!(card.state(), "ready");
}

fn failures_before_the_app_are_told(kit: &Kit) {
    let page = open(kit, &tag("http://[bad"));
    assert_eq!(page.card().failure(), "network");
    assert_says(&warning(page), &["http://[bad", "network"]);

    kit.server.instead("/story-card-app_bg.wasm", Answer::status(404));
    let url = kit.story(&headed("Rain"));
    let page = open(kit, &tag(&url));
    assert_eq!(page.card().failure(), "wasm");
    assert_says(&warning(page), &[&url, "wasm", "404"]);

    kit.server.instead("/story-card-app.js", Answer::status(404));
    let page = open(kit, &tag(&url));
    assert_eq!(page.card().failure(), "wasm");
    assert_says(&warning(page), &[&url, "wasm"]);
}

fn words_of_a_story_are_no_format(kit: &Kit) {
    let story = json!({ "%cbig%o\n\u{1b}[31m": 1, "posts": [] });
    let page = open(kit, &tag(&kit.answer(Answer::json(&story))));
    assert_eq!(page.card().failure(), "not-a-story");
    let told = warning(page);
    assert!(!told.contains('\u{1b}'), "{told}");
    let first = page.run("return kit.warnings[0][0]");
    assert!(!first.to_string().contains('%'), "{first}");
}

/// lite-youtube-embed 50: a tag that was meant to end itself swallows the page.
fn tag_without_an_end_is_told(kit: &Kit) {
    let url = kit.story(&headed("Rain"));
    let tag = format!("<story-card src='{url}'");
    let of_a_page = ["footer", "main", "nav", "story-card"];
    for rest in of_a_page.map(|name| format!("<p>More.</p><{name}>The site</{name}>")) {
        let page = open(kit, &format!("{tag} />{rest}"));
        page.card().ready();
        assert_says(&warning(page), &["</story-card>", "hides what follows"]);
    }
    let own = "<article><h1>Rain</h1><footer>Ida</footer></article>\
        <footer slot='footer'>Ida</footer><story-card slot='footer'></story-card>";
    let page = open(kit, &format!("{tag}>{own}</story-card>"));
    page.card().ready();
    page.settle();
    assert_eq!(warnings(page), [""; 0]);
}

fn console_that_is_missing_or_throws_breaks_nothing(kit: &Kit) {
    for fault in [
        "delete window.console",
        "window.console = undefined",
        "console.warn = undefined",
        "console.warn = () => { throw new Error('no') }",
        "Object.defineProperty(window, 'console', { get() { throw new Error('no') } })",
    ] {
        for url in [kit.story(&faulty(2)), kit.answer(Answer::status(404)), "http://[bad".into()] {
            let head = format!("<script>{fault}</script>{LOADER}");
            let page = kit.page(&head, &tag(&url));
            assert_not_blank(&page.card(), fault);
            page.settle();
            assert_eq!(page.events().len(), 1, "{fault} {url}");
        }
    }
}
