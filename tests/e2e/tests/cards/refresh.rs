//! Stories that are asked for again: refreshed, kept when that fails, tried again.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Engine, Gate, Kit, suite};

use crate::stories::{folding, headed};

suite! {
    EVERYWHERE:
        refreshed_story_swaps_in_and_says_what_changed,
        refresh_asks_only_for_what_is_new,
        failed_refresh_keeps_the_story_and_says_since_when,
        failed_reload_keeps_the_story,
        story_that_could_not_be_had_is_asked_for_again_by_hand,
        other_document_on_refresh_keeps_the_story,
        story_taken_back_goes,
        refresh_moves_nothing_that_is_being_read,
        hidden_page_asks_for_nothing,
        removed_card_asks_no_more,
        p32_retries_are_two_at_most,
        p32_wait_that_the_server_asks_for_is_kept,
        p32_wrong_document_is_not_tried_again,
        p33_offline_card_comes_back_with_the_network,
        p33_flapping_network_asks_little;
}

/// Makes a refresh due in a moment, whatever the attribute says: fifteen seconds are too
/// long for a test. `window.due` are those that are still to come, `window.fired` how many
/// have come.
pub const HURRY: &str = "<script>
    const late = window.setTimeout;
    const drop = window.clearTimeout;
    window.due = new Set();
    window.fired = 0;
    window.setTimeout = (act, millis, ...rest) => {
      if (!(millis >= 15000 && millis < 60000 && window.hurried)) return late(act, millis, ...rest);
      const timer = late(() => { window.due.delete(timer); window.fired += 1; act(); }, 30);
      window.due.add(timer);
      return timer;
    };
    window.clearTimeout = (timer) => { window.due.delete(timer); drop(timer); };
    window.hurried = true;
</script><script type='module' src='/story-card.js'></script>";

fn live<'k>(kit: &'k Kit, url: &str) -> Card<'k> {
    begun(kit, url).ready()
}

fn begun<'k>(kit: &'k Kit, url: &str) -> Card<'k> {
    let tag = format!(
        "<story-card src='{url}' refresh='15' timeout='14'><p id='fallback'>There</p></story-card>"
    );
    kit.page(HURRY, &tag).card()
}

fn newer() -> Value {
    let mut story = folding();
    story["headline"] = json!("Newer");
    story["dateModified"] = json!("2026-03-10T09:00:00Z");
    story["sections"][1]["blocks"] = json!(["Something else."]);
    let added = json!({ "id": "four", "headline": "Fourth heading", "blocks": ["New."] });
    story["sections"].as_array_mut().expect("sections").push(added);
    story
}

fn refreshed_story_swaps_in_and_says_what_changed(kit: &Kit) {
    let url = kit.server.answers(vec![Answer::json(&folding()), Answer::json(&newer())]);
    let card = live(kit, &url);
    let update = card.page().wait_for_event("story-card-update");
    assert_eq!(update, json!({ "id": "folding", "dateModified": "2026-03-10T09:00:00Z" }));
    assert_eq!(card.part("headline").text(), "Newer");
    assert_eq!(card.page().details("story-card-load").len(), 1);
    let line = card.run("return tidy(card.shadowRoot.querySelector('[role=status]').textContent)");
    let line = line.as_str().expect("a line").to_owned();
    assert!(line.starts_with("Updated ") && line.contains(':'), "{line}");
    let changed = card.run(
        "return parts(card, 'section').map((el) => tidy(el.querySelector('summary').textContent).match(/updated|new/)?.[0])",
    );
    assert_eq!(changed, json!([null, "updated", null, "new"]));
    assert_eq!(card.open_sections(), [false, true, false, false]);
    assert_eq!(card.state(), "ready");
}

fn refresh_asks_only_for_what_is_new(kit: &Kit) {
    let url = kit.answer(Answer::json(&folding()).etag("\"one\""));
    let card = live(kit, &url);
    kit.server.wait_for(&url, "three requests", |seen| seen.len() >= 3);
    let requests = kit.server.requests_for(&url);
    // WebKit keeps no cache in a driven session: there is nothing to compare with.
    if kit.engine != Engine::WebKit {
        assert_eq!(requests[1].header("if-none-match"), Some("\"one\""));
    }
    // No preflight: the browser adds the header itself.
    assert!(requests.iter().all(|request| request.method == "GET"), "{requests:#?}");
    assert_eq!(card.page().events().len(), 1);
    let line = card.run("return card.shadowRoot.querySelector('[role=status]').textContent");
    assert_eq!(line, "");
}

#[track_caller]
fn assert_kept(card: &Card<'_>) {
    card.wait("/^Not updated since .*[0-9]/.test(tidy(card.shadowRoot.querySelector('[role=status]').textContent))");
    assert_eq!(card.state(), "ready");
    assert_eq!(card.part("headline").text(), "Council opens the weir");
    assert!(card.part("headline").is_shown());
    assert_eq!(card.count("error"), 0);
    assert_eq!(card.page().details("story-card-error").len(), 0);
}

fn failed_refresh_keeps_the_story_and_says_since_when(kit: &Kit) {
    let bad = Answer::status(503);
    // The next one waits, so that nothing is shown amid what is looked at.
    let gate = Gate::new();
    let good = Answer::json(&newer()).behind(&gate);
    let url =
        kit.server.answers(vec![Answer::json(&folding()), bad.clone(), bad.clone(), bad, good]);
    let card = live(kit, &url);
    assert_kept(&card);
    gate.open();
    // And the next one that comes is shown.
    card.wait("tidy(part(card, 'headline').textContent) === 'Newer'");
}

fn story_that_could_not_be_had_is_asked_for_again_by_hand(kit: &Kit) {
    let answers = vec![Answer::json(&folding()), Answer::text("nonsense"), Answer::json(&newer())];
    let url = kit.server.answers(answers);
    let card =
        kit.host(&format!("<story-card loading='eager' src='{url}'></story-card>")).card().ready();
    card.run("await card.reload()");
    assert_kept(&card);
    let again = card.run("return card.shadowRoot.querySelector('.freshness button')?.textContent");
    assert_eq!(again, json!("Try again"));
    card.run("card.shadowRoot.querySelector('.freshness button').click()");
    card.wait("tidy(part(card, 'headline').textContent) === 'Newer'");
    card.wait("!card.shadowRoot.querySelector('.freshness button').checkVisibility()");
}

fn failed_reload_keeps_the_story(kit: &Kit) {
    let url = kit.server.answers(vec![Answer::json(&folding()), Answer::text("nonsense")]);
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card().ready();
    card.page().pointer().press(&card.nth("section-heading", 2));
    card.wait_for_sections(&[false, true, true]);
    card.run("await card.reload()");
    assert_kept(&card);
    assert_eq!(card.open_sections(), [false, true, true]);
}

fn other_document_on_refresh_keeps_the_story(kit: &Kit) {
    let portal = Answer::text("<!doctype html><p>Log in").content_type("text/html");
    // Twice the same at first: WebKit's network asks again by itself when it is let down.
    let story = || Answer::json(&folding());
    let url = kit.server.answers(vec![story(), story(), portal]);
    assert_kept(&live(kit, &url));
}

fn story_taken_back_goes(kit: &Kit) {
    let mut withheld = folding();
    withheld["pubStatus"] = json!("withheld");
    for (answer, code) in [(Answer::status(410), "http"), (Answer::json(&withheld), "withheld")] {
        let url = kit.server.answers(vec![Answer::json(&folding()), answer]);
        let card = begun(kit, &url);
        assert_eq!(card.failure(), code);
        let text = card.run("return tidy(card.shadowRoot.textContent)").to_string();
        assert!(!text.contains("Council"), "{text}");
    }
}

fn refresh_moves_nothing_that_is_being_read(kit: &Kit) {
    let long = |count: usize| -> Value {
        let mut story = folding();
        let block = "Water over stone. ".repeat(30);
        story["description"] = json!(vec!["A lead that grows."; count].join("\n\n"));
        story["sections"][1]["blocks"] = json!(vec![block; 12]);
        story
    };
    let gate = story_card_e2e::Gate::new();
    let url =
        kit.server.answers(vec![Answer::json(&long(1)), Answer::json(&long(6)).behind(&gate)]);
    let card = live(kit, &url);
    let place = "const el = parts(card, 'paragraph')[5]; return el.getBoundingClientRect().top";
    card.run("parts(card, 'paragraph')[5].scrollIntoView({ block: 'center' }); await frame(); await frame();");
    let before = card.run(place).as_f64().expect("a number");
    let height = card.part("card").rect().height;
    gate.open();
    card.page().wait_for_event("story-card-update");
    card.page().settle();
    let after = card.run(place).as_f64().expect("a number");
    assert!(card.part("card").rect().height > height + 20.0, "nothing grew");
    assert!((after - before).abs() < 2.0, "what is read moved from {before} to {after}");
}

fn hidden_page_asks_for_nothing(kit: &Kit) {
    let url = kit.story(&folding());
    let head = format!(
        "<script>Object.defineProperty(document, 'hidden', {{ configurable: true, get: () => window.isAway }});
         window.isAway = true;</script>{HURRY}"
    );
    let card = kit
        .page(&head, &format!("<story-card src='{url}' refresh='15'></story-card>"))
        .card()
        .ready();
    card.run("while (!window.fired) await frame();");
    card.page().settle();
    assert_eq!(kit.server.requests_for(&url).len(), 1);
    card.run("window.isAway = false; document.dispatchEvent(new Event('visibilitychange'))");
    kit.server.wait_for(&url, "a second request", |seen| seen.len() >= 2);
}

fn removed_card_asks_no_more(kit: &Kit) {
    let url = kit.story(&folding());
    let card = live(kit, &url);
    kit.server.wait_for(&url, "a second request", |seen| seen.len() >= 2);
    card.page().run("find('story-card').remove(); await frame(); await frame();");
    card.page().settle();
    assert_eq!(card.page().run("return window.due.size"), json!(0), "a refresh is still due");
}

fn p32_retries_are_two_at_most(kit: &Kit) {
    for answer in [Answer::status(503), Answer::json(&headed("Secret")).without_cors()] {
        let url = kit.answer(answer);
        let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
        card.failure();
        assert_eq!(kit.server.requests_for(&url).len(), 3);
        assert_eq!(card.page().details("story-card-error").len(), 1);
    }
}

fn p32_wait_that_the_server_asks_for_is_kept(kit: &Kit) {
    let patient = |seconds: &str| {
        Answer::status(429)
            .header("retry-after", seconds)
            .header("access-control-expose-headers", "retry-after")
    };
    let url = kit.server.answers(vec![patient("2"), Answer::json(&headed("At last"))]);
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card().ready();
    let apart = card.run(
        "const [first, second] = performance.getEntriesByName(card.src).map((it) => it.startTime);
         return second - first;",
    );
    assert!(apart.as_f64() > Some(1_900.0), "{apart} ms");
    // Longer than a reader waits: told at once.
    let url = kit.answer(patient("3600"));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
    card.failure();
    assert_eq!(kit.server.requests_for(&url).len(), 1);
}

fn p32_wrong_document_is_not_tried_again(kit: &Kit) {
    for answer in [Answer::status(404), Answer::text("nonsense"), Answer::status(429)] {
        let url = kit.answer(answer);
        let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
        card.failure();
        card.page().settle();
        assert_eq!(kit.server.requests_for(&url).len(), 1);
    }
}

/// What a page sees of a line that is down.
const OFFLINE: &str = "<script>
    window.isOnline = false;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => window.isOnline });
    const real = window.fetch;
    window.asked = 0;
    window.fetch = (url, ...rest) => {
      if (!String(url).includes('/answer/')) return real(url, ...rest);
      window.asked += 1;
      return window.isOnline ? real(url, ...rest) : Promise.reject(new TypeError('offline'));
    };
</script><script type='module' src='/story-card.js'></script>";

fn p33_offline_card_comes_back_with_the_network(kit: &Kit) {
    let url = kit.story(&headed("Back"));
    let card = kit.page(OFFLINE, &format!("<story-card src='{url}'></story-card>")).card();
    assert_eq!(card.failure(), "network");
    assert_eq!(card.page().run("return window.asked"), 1);
    card.run("window.isOnline = true; dispatchEvent(new Event('online'))");
    assert_eq!(card.ready().part("headline").text(), "Back");
}

fn p33_flapping_network_asks_little(kit: &Kit) {
    let url = kit.story(&headed("Back"));
    let card = kit.page(OFFLINE, &format!("<story-card src='{url}'></story-card>")).card();
    card.failure();
    card.run(
        "for (let round = 0; round < 20; round += 1) {
           dispatchEvent(new Event('online'));
           await frame();
           dispatchEvent(new Event('offline'));
         }",
    );
    card.wait("card.state === 'error'");
    let asked = card.page().run("return window.asked").as_u64().expect("a number");
    assert!((2..=3).contains(&asked), "{asked}");
}
