//! What a script of the page can ask and tell a card.

use serde_json::{Value, json};
use story_card_e2e::{Kit, suite};

use crate::host::{LOADER, tag};
use crate::stories::{folding, headed, show, with};

suite! {
    EVERYWHERE:
        story_object_is_shown_without_a_request,
        story_text_is_shown_without_a_request,
        story_reads_back_as_an_object,
        story_of_a_url_reads_back_as_an_object,
        story_inside_the_tag_is_shown,
        newer_story_replaces_the_older,
        story_set_before_upgrade_is_kept,
        properties_set_before_upgrade_are_kept,
        state_is_told_in_two_ways,
        card_without_a_story_is_idle,
        reload_asks_again,
        methods_return_promises_that_end_when_done,
        methods_end_when_drawn_by_an_app_that_has_much_to_do;
}

fn empty(kit: &Kit) -> story_card_e2e::Card<'_> {
    let card = kit.host("<story-card></story-card>").card();
    card.page().run("await customElements.whenDefined('story-card')");
    card
}

fn story_object_is_shown_without_a_request(kit: &Kit) {
    let card = empty(kit);
    card.set("story", headed("Given"));
    let card = card.ready();
    assert_eq!(card.part("headline").text(), "Given");
    assert!(kit.server.requests().iter().all(|request| !request.path.starts_with("/answer")));
}

fn story_text_is_shown_without_a_request(kit: &Kit) {
    let card = empty(kit);
    card.set("story", headed("Given as text").to_string().into());
    assert_eq!(card.ready().part("headline").text(), "Given as text");
}

fn story_reads_back_as_an_object(kit: &Kit) {
    let card = empty(kit);
    card.set("story", with(json!({ "id": "back" })).to_string().into());
    let story = card.ready().property("story");
    assert_eq!(story["headline"], "Council opens the weir");
    assert_eq!(story["id"], "back");
}

fn story_of_a_url_reads_back_as_an_object(kit: &Kit) {
    let card = show(kit, &headed("Rain"));
    assert_eq!(card.run("return typeof card.story"), "object");
    assert_eq!(card.property("story")["headline"], "Rain");
}

fn story_inside_the_tag_is_shown(kit: &Kit) {
    let story = headed("Inside");
    let body = format!("<story-card><script type='application/json'>{story}</script></story-card>");
    let card = kit.host(&body).card().ready();
    assert_eq!(card.part("headline").text(), "Inside");
}

fn newer_story_replaces_the_older(kit: &Kit) {
    let card = show(kit, &headed("Older"));
    card.set("story", headed("Newer"));
    card.wait("tidy(part(card, 'headline').textContent) === 'Newer'");
    assert_eq!(card.property("story")["headline"], "Newer");
    assert_eq!(card.count("headline"), 1);
}

/// A page whose loader comes only when it is called for.
fn before_upgrade<'k>(kit: &'k Kit, tag: &str, early: &str) -> story_card_e2e::Card<'k> {
    let card = kit.page("", tag).card();
    card.run(early);
    assert_eq!(card.run("return card.matches(':defined')"), false);
    card.page().run(
        "const script = document.createElement('script');
         Object.assign(script, { type: 'module', src: '/story-card.js' });
         document.head.append(script);
         await customElements.whenDefined('story-card');",
    );
    card.ready()
}

fn story_set_before_upgrade_is_kept(kit: &Kit) {
    let early = format!("card.story = {}", headed("Early"));
    let card = before_upgrade(kit, "<story-card></story-card>", &early);
    assert_eq!(card.part("headline").text(), "Early");
}

fn properties_set_before_upgrade_are_kept(kit: &Kit) {
    let url = kit.story(&folding());
    let early = format!(
        "card.src = '{url}'; card.headingLevel = 4; card.exclusive = true; card.open = 'first';"
    );
    let card = before_upgrade(kit, "<story-card></story-card>", &early);
    assert_eq!(card.part("headline").run("return el.localName"), "h4");
    assert_eq!(card.open_sections(), [true, false, false]);
    assert_eq!(card.attribute("heading-level"), "4");
    assert_eq!(card.property("exclusive"), true);
}

fn state_is_told_in_two_ways(kit: &Kit) {
    let card = show(kit, &headed("Rain"));
    assert_eq!(card.state(), "ready");
    assert_eq!(card.run("return card.matches(':state(ready)')"), true);
    assert_eq!(card.run("return card.matches(':state(loading)')"), false);
}

fn card_without_a_story_is_idle(kit: &Kit) {
    let card = empty(kit);
    card.page().settle();
    assert_eq!(card.state(), "idle");
}

fn reload_asks_again(kit: &Kit) {
    let url = kit.server.answers(vec![
        story_card_e2e::Answer::json(&headed("First")),
        story_card_e2e::Answer::json(&headed("Second")),
    ]);
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card().ready();
    assert_eq!(card.part("headline").text(), "First");
    card.run("await card.reload()");
    card.wait("tidy(part(card, 'headline').textContent) === 'Second'");
    assert_eq!(kit.server.requests_for(&url).len(), 2);
}

fn methods_return_promises_that_end_when_done(kit: &Kit) {
    let card = show(kit, &folding());
    for (call, open) in [
        ("expandAll()", [true, true, true]),
        ("collapseAll()", [false, false, false]),
        ("openSection('three')", [false, false, true]),
    ] {
        let is_promise = card.run(&format!(
            "const done = card.{call}; await done; return typeof done.then === 'function'"
        ));
        assert_eq!(is_promise, Value::Bool(true), "{call}");
        assert_eq!(card.open_sections(), open, "{call}");
    }
}

/// Time runs so fast that the app lets the browser go first wherever it may, and by timers
/// that end with the next frame: theirs are slower than others.
const BUSY: &str = "<script>
    const now = Date.now;
    let passed = 0;
    Date.now = () => now() + (passed += 20);
    const timer = window.setTimeout;
    window.setTimeout = (call, millis, ...more) =>
        millis === 0 ? requestAnimationFrame(call) : timer(call, millis, ...more);
</script>";

fn methods_end_when_drawn_by_an_app_that_has_much_to_do(kit: &Kit) {
    let url = kit.story(&folding());
    let card = kit.page(&format!("{BUSY}{LOADER}"), &tag(&url)).card().ready();
    // A frame may come at once.
    for _ in 0..8 {
        card.run(
            "await card.collapseAll();
             card.openSection('one');
             for (let turn = 0; turn < 20; turn++) await null;
             await card.expandAll();",
        );
        assert_eq!(card.open_sections(), [true, true, true]);
    }
}
