//! What no first view needs comes in a file of its own, and may come late or not at all.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Gate, Kit, suite};

use crate::host::tag;
use crate::stories::{folding, headed, with};

suite! {
    EVERYWHERE:
        drawing_that_comes_late_moves_nothing,
        card_does_without_what_never_comes,
        card_that_the_page_lets_be_skipped_is_drawn_when_it_is_near,
        address_leads_to_a_place_that_the_page_lets_be_skipped,
        drawing_that_is_far_is_drawn_before_it_is_seen,
        drawing_far_above_its_reader_moves_nothing_when_it_comes,
        what_did_not_come_is_asked_for_by_a_later_card,
        cards_whose_app_comes_last_are_drawn_a_few_at_a_time,
        search_waits_for_what_can_search,
        drawing_is_there_again_after_a_crash;
}

const PART: &str = "/story-card-later.wasm";
const APP: &str = "/story-card-app_bg.wasm";

/// Twelve events in two lanes, and sources that can be searched.
fn story() -> Value {
    let events: Vec<Value> = (0..12)
        .map(|n| {
            let group = if n % 2 == 0 { "Harbour" } else { "Town hall" };
            json!({ "date": format!("{}-0{}", 1990 + n * 2, n % 9 + 1), "group": group,
                    "headline": format!("Step {n} on the way to the new quay"), "text": "It was so." })
        })
        .collect();
    let sources: Vec<Value> =
        (1..=30).map(|n| json!({ "id": n.to_string(), "name": format!("Work {n}") })).collect();
    let sections = folding()["sections"].clone();
    with(
        json!({ "id": "quay", "timeline": { "events": events }, "citation": sources, "sections": sections }),
    )
}

/// A card above some text of the page.
fn card(kit: &Kit) -> Card<'_> {
    let url = kit.story(&story());
    kit.host(&[&*tag(&url), "<p id='below'>Below</p>"].concat()).card().ready()
}

/// A file as it is built, once a gate lets it through.
fn behind(kit: &Kit, file: &str, gate: &Gate) -> Answer {
    let bytes = std::fs::read(kit.server.built(file.trim_start_matches('/'))).expect("the file");
    Answer::text(bytes).content_type("application/wasm").behind(gate)
}

/// Waits for the part where nothing else shows that it is there.
pub fn wait_for_part(card: &Card<'_>) {
    card.wait(
        "performance.getEntriesByType('resource')
           .some((it) => it.name.includes('/story-card-later.wasm') && it.responseEnd)",
    );
    card.page().settle();
}

/// Where the list and the page's own text begin, in the document.
fn places(card: &Card<'_>) -> Value {
    card.run(
        "const top = (el) => Math.round(el.getBoundingClientRect().top + scrollY);
         return [top(part(card, 'timeline-list')), top(document.querySelector('#below'))]",
    )
}

const DRAWN: &str = "part(card, 'timeline-graphic').querySelector('.event-mark')";
const NO_DRAWING: &str = "!part(card, 'timeline-graphic').querySelector('.event-mark')";

fn drawing_that_comes_late_moves_nothing(kit: &Kit) {
    for width in [1000, 380] {
        let gate = Gate::new();
        kit.server.instead(PART, behind(kit, PART, &gate));
        let card = card(kit);
        card.page().resize(width, 700);
        card.page().settle();
        assert_eq!(card.run(&format!("return {NO_DRAWING}")), true);
        assert!(card.part("timeline-list").is_shown());
        let switch = "return getComputedStyle(card.shadowRoot.querySelector('.switch')).visibility";
        assert_eq!(card.run(switch), "hidden");
        let before = places(&card);
        gate.open();
        card.wait(DRAWN);
        card.page().settle();
        assert_eq!(places(&card), before, "at {width}");
        assert_eq!(card.run(switch), "visible");
    }
}

fn card_that_the_page_lets_be_skipped_is_drawn_when_it_is_near(kit: &Kit) {
    let url = kit.story(&story());
    let page = kit.host(&format!(
        "<style>story-card {{ display: block; content-visibility: auto; contain-intrinsic-size: auto 500px }}</style>
         <p style='height: 600vh'>Words.</p>
         <story-card loading='eager' timeline='both' src='{url}'></story-card>"
    ));
    let card = page.card().ready();
    wait_for_part(&card);
    page.settle();
    assert_eq!(card.run(&format!("return {NO_DRAWING}")), true, "nothing of it is measured");
    page.run("find('story-card').scrollIntoView()");
    card.wait(DRAWN);
    card.wait("part(card, 'timeline-list').checkVisibility()");
}

fn address_leads_to_a_place_that_the_page_lets_be_skipped(kit: &Kit) {
    let url = kit.story(&story());
    let page = kit.host(&format!(
        "<style>story-card {{ display: block; content-visibility: auto; contain-intrinsic-size: auto 40rem }}</style>
         <script>history.replaceState(null, '', '#event-3')</script>
         <p style='height: 5000px'>Words.</p><story-card loading='eager' src='{url}'></story-card>"
    ));
    let card = page.card().ready();
    card.wait(
        "(() => { const { top } = card.shadowRoot.getElementById('event-3').getBoundingClientRect();
           return top >= 0 && top < innerHeight; })()",
    );
}

fn drawing_that_is_far_is_drawn_before_it_is_seen(kit: &Kit) {
    let url = kit.story(&story());
    let page = kit.host(&format!(
        "<p style='height: 900vh'>Words.</p>
         <story-card loading='eager' src='{url}'></story-card><p style='height: 900vh'>Below</p>"
    ));
    let card = page.card().ready();
    wait_for_part(&card);
    page.settle();
    assert_eq!(card.run(&format!("return {NO_DRAWING}")), true, "nobody is near");
    assert!(card.part("timeline-list").is_shown());
    page.run(
        "scrollTo({ top: find('story-card').offsetTop - 1.5 * innerHeight, behavior: 'instant' })",
    );
    card.wait(DRAWN);
    let away = "return part(card, 'timeline-graphic').getBoundingClientRect().top > innerHeight";
    assert_eq!(card.run(away), true);
    // It stays drawn.
    page.run("scrollTo({ top: 0, behavior: 'instant' })");
    page.settle();
    assert_eq!(card.run(&format!("return {DRAWN} !== null")), true);
}

fn drawing_far_above_its_reader_moves_nothing_when_it_comes(kit: &Kit) {
    let url = kit.story(&story());
    let page = kit.host(&format!(
        "<style>html {{ overflow-anchor: none }}</style>
         <story-card loading='eager' hidden src='{url}'></story-card>
         <p style='height: 900vh'>Words.</p><p id='end' style='height: 100vh'>End</p>"
    ));
    let card = page.card().ready();
    wait_for_part(&card);
    page.run(
        "find('story-card').hidden = false; find('#end').scrollIntoView({ behavior: 'instant' })",
    );
    page.settle();
    assert_eq!(card.run(&format!("return {NO_DRAWING}")), true, "nobody is near");
    page.run(
        "const { top } = part(find('story-card'), 'timeline').getBoundingClientRect();
         scrollBy({ top: top + 1.5 * innerHeight, behavior: 'instant' })",
    );
    let end = "return Math.round(find('#end').getBoundingClientRect().top)";
    let before = page.run(end);
    card.wait(DRAWN);
    page.settle();
    assert_eq!(page.run(end), before);
}

fn card_does_without_what_never_comes(kit: &Kit) {
    kit.server.instead(PART, Answer::status(404));
    let card = card(kit);
    kit.server.wait_for(PART, "asked for twice", |requests| requests.len() == 2);
    card.wait("!card.shadowRoot.querySelector('.switch').checkVisibility()");
    card.page().settle();
    assert_eq!(card.state(), "ready");
    assert!(card.part("timeline-list").is_shown());
    assert!(!card.part("timeline-graphic").is_shown());
    assert_eq!(card.page().details("story-card-error"), Vec::<Value>::new());
}

fn what_did_not_come_is_asked_for_by_a_later_card(kit: &Kit) {
    kit.server.instead(PART, Answer::status(404));
    let card = card(kit);
    card.wait("!card.shadowRoot.querySelector('.switch').checkVisibility()");
    let gate = Gate::new();
    gate.open();
    kit.server.instead(PART, behind(kit, PART, &gate));
    // As if time had passed.
    card.page()
        .run("const { now } = performance; performance.now = () => now.call(performance) + 60000");
    card.run("card.reload()");
    card.wait(DRAWN);
}

/// All in one task would hold the page up for as long as they take together.
fn cards_whose_app_comes_last_are_drawn_a_few_at_a_time(kit: &Kit) {
    let gate = Gate::new();
    kit.server.instead(APP, behind(kit, APP, &gate));
    let tags: String = (0..40)
        .map(|n| kit.story(&headed(&format!("Story {n}"))))
        .map(|url| format!("<story-card src='{url}' loading='eager'></story-card>"))
        .collect();
    let page = kit.host(&tags);
    let cards = "[...document.querySelectorAll('story-card')]";
    page.wait(&format!(
        "{cards}.every((card) => part(card, 'headline')?.innerText.startsWith('Story'))"
    ));
    page.run(
        "window.drawn = []; let frame = 0;
         (function next() { frame += 1; requestAnimationFrame(next); })();
         addEventListener('story-card-load', () => window.drawn.push(frame));",
    );
    gate.open();
    page.wait(&format!("{cards}.every((card) => card.state === 'ready')"));
    let most = page.run(
        "return Math.max(...window.drawn.map((one) => window.drawn.filter((other) => other === one).length))",
    );
    assert!(most.as_u64().is_some_and(|most| most <= 12), "{most} of 40 in one frame");
}

fn search_waits_for_what_can_search(kit: &Kit) {
    let gate = Gate::new();
    kit.server.instead(PART, behind(kit, PART, &gate));
    let card = card(kit);
    card.part("sources").inside("input").run("el.focus()");
    card.page().press_key("7");
    card.page().settle();
    gate.open();
    card.wait(
        "[...part(card, 'sources').querySelectorAll('li')].filter((li) => li.checkVisibility()).length === 3",
    );
}

fn drawing_is_there_again_after_a_crash(kit: &Kit) {
    let card = card(kit);
    card.wait(DRAWN);
    let mut newer = story();
    newer["sections"].as_array_mut().expect("sections").reverse();
    // Takes sections out behind Yew's back, then has it move them.
    card.run_with(
        "window.crashes = 0;
         console.warn = (words) => { window.crashes += String(words).includes('crashed'); };
         for (const section of parts(card, 'section')) section.remove();
         card.story = args[0];",
        json!([newer]),
    );
    card.page().wait("window.crashes === 1");
    card.wait("!card.shadowRoot.querySelector('[hidden] [part=card]') && card.state === 'ready'");
    card.wait(DRAWN);
    assert!(kit.server.requests_for(PART).len() == 1, "it is kept");
}
