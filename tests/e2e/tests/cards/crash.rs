//! The app breaks down, and the reader hardly notices.
//!
//! The product has no way to make it panic. These tests take one that a page has: DOM
//! surgery in the open root, natives that throw, the stack used up, a document that is
//! too much for the memory.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Kit, Page, suite};

use crate::crowd::{MEMORY, assert_works, cards, cards_under, numbered};
use crate::host::LOADER;
use crate::stories::{headed, with};

suite! {
    EVERYWHERE:
        p26_one_bad_card_does_not_kill_the_others,
        p26_what_the_reader_opened_stays_open_and_focused,
        p26_card_that_crashes_while_it_loads_is_shown,
        p26_removed_cards_stay_away_after_a_crash,
        p27_too_much_memory_costs_one_card,
        p28_used_up_stack_is_survived,
        p29_story_that_crashes_twice_is_not_tried_again,
        p29_third_crash_in_a_minute_ends_in_the_fallback,
        p29_reader_can_try_again_after_a_crash;
}

/// The same with its sections in another order: Yew moves one before another.
fn reversed(story: &Value) -> Value {
    let mut story = story.clone();
    story["sections"].as_array_mut().expect("sections").reverse();
    story
}

/// Takes a section out of card 0 behind Yew's back, then has it moved.
fn crash(page: Page<'_>) {
    let card = page.card_at("#c0");
    card.run_with(
        "for (const section of parts(card, 'section')) section.remove();
         card.story = args[0];",
        json!([reversed(&numbered(0))]),
    );
    page.wait("window.crashes > 0");
}

/// A story with a section that card 0 does not have yet.
fn fatal() -> Value {
    let section = json!({ "id": "new", "headline": "New", "blocks": ["Text."] });
    with(json!({ "headline": "Fatal", "sections": [section] }))
}

/// Makes what Yew calls throw for the nodes of a card.
fn break_natives(page: Page<'_>, id: &str) {
    page.run_with(
        "const real = {};
         window.mend = () => Object.assign(Node.prototype, real);
         for (const name of ['insertBefore', 'appendChild']) {
           real[name] = Node.prototype[name];
           Node.prototype[name] = function (...all) {
             if (this.getRootNode().host?.id === args[0]) throw new Error('broken native');
             return real[name].apply(this, all);
           };
         }",
        json!([id]),
    );
}

fn p26_one_bad_card_does_not_kill_the_others(kit: &Kit) {
    let page = cards(kit, 10);
    let loads = page.details("story-card-load").len();
    crash(page);
    for n in 0..10 {
        assert_works(page, n);
    }
    assert_eq!(page.run("return window.crashes"), 1);
    // The page is told of the new story, and of nothing else.
    assert_eq!(page.details("story-card-load").len(), loads + 1);
    assert_eq!(page.details("story-card-error").len(), 0);
}

fn p26_what_the_reader_opened_stays_open_and_focused(kit: &Kit) {
    let page = cards(kit, 2);
    let card = page.card_at("#c1");
    page.pointer().press(&card.nth("section-heading", 2));
    card.wait_for_sections(&[false, true, true]);
    page.pointer().press(&card.nth("section-heading", 1));
    card.wait_for_sections(&[false, false, true]);
    page.settle();
    let toggles = page.details("story-card-toggle").len();
    card.nth("section-heading", 2).run("el.closest('summary').focus()");
    let height = card.part("card").rect().height;
    crash(page);
    card.wait("!card.shadowRoot.querySelector('[hidden] [part=card]') && card.state === 'ready'");
    card.wait_for_sections(&[false, false, true]);
    page.settle();
    assert_eq!(page.details("story-card-toggle").len(), toggles);
    assert!((card.part("card").rect().height - height).abs() < 0.5, "the card has changed");
    let focus = card.run("return tidy(card.shadowRoot.activeElement?.querySelector('[part~=section-heading]')?.textContent ?? '')");
    assert_eq!(focus, "Third heading");
}

fn p26_card_that_crashes_while_it_loads_is_shown(kit: &Kit) {
    let page = cards(kit, 1);
    let gate = story_card_e2e::Gate::new();
    let url = kit.answer(Answer::json(&headed("Late")).behind(&gate));
    page.run_with(
        "const card = document.createElement('story-card');
         card.id = 'late'; card.loading = 'eager'; card.src = args[0];
         document.body.append(card);",
        json!([url]),
    );
    kit.server.wait_for(&url, "a request", |seen| seen.len() == 1);
    crash(page);
    gate.open();
    assert_eq!(page.card_at("#late").ready().part("headline").text(), "Late");
    assert_eq!(kit.server.requests_for(&url).len(), 1);
}

fn p26_removed_cards_stay_away_after_a_crash(kit: &Kit) {
    let page = cards(kit, 3);
    page.run("window.gone = find('#c2'); gone.remove();");
    page.settle();
    crash(page);
    assert_works(page, 1);
    assert_eq!(page.run("return parts(gone, 'card').length"), 0);
    assert_eq!(page.run("return gone.state"), "idle");
}

fn p27_too_much_memory_costs_one_card(kit: &Kit) {
    let page = cards_under(kit, &[MEMORY, LOADER].concat(), 3);
    // All that the app may have is taken: the next story is too much.
    let pages = page.run(
        "const { memory } = window;
         try { for (;;) memory.grow(1); } catch { /* the limit */ }
         return memory.buffer.byteLength / 65536;",
    );
    assert_eq!(pages, 2048, "the limit is 128 MiB");
    let story = json!({ "schemaVersion": "story-card/9.0" });
    let text = format!("[{}{story}]", "[],".repeat(1_300_000));
    let card = page.card_at("#c0");
    card.set("src", json!(kit.answer(Answer::text(text))));
    card.wait("card.state === 'error'");
    assert_eq!(page.run("return window.crashes"), 1);
    assert!(page.run("return find('#f0').checkVisibility()") == true);
    for n in 1..3 {
        assert_works(page, n);
    }
}

fn p28_used_up_stack_is_survived(kit: &Kit) {
    let page = cards(kit, 3);
    // Down to the bottom, and calls on the way back up: some run out amid the wasm.
    let faults = page.card_at("#c0").run(
        "let [calls, faults] = [0, 0];
         const dive = () => {
           try { dive(); } catch { faults += 1; }
           if (calls++ < 5000) try { card.story; } catch { faults += 1; }
         };
         dive();
         return faults;",
    );
    assert!(faults.as_u64() > Some(0), "the stack was never used up");
    page.wait("window.crashes > 0");
    for n in 0..3 {
        assert_works(page, n);
    }
    kit.fault(
        "the stack used up amid the wasm",
        "crashes 1, cards that work 3",
        &format!("crashes {}, cards that work 3", page.run("return window.crashes")),
    );
}

fn p29_story_that_crashes_twice_is_not_tried_again(kit: &Kit) {
    let page = cards(kit, 3);
    break_natives(page, "c0");
    page.card_at("#c0").set("story", fatal());
    let card = page.card_at("#c0");
    card.wait("card.state === 'error'");
    let told = page.details("story-card-error");
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["code"], "crashed");
    assert_eq!(page.run("return window.crashes"), 2);
    assert!(page.run("return find('#f0').checkVisibility()") == true);
    page.run("mend()");
    assert_works(page, 1);
    assert_works(page, 2);
    // The same story again is refused before it can do harm.
    card.run("await card.reload()");
    assert_eq!(card.state(), "error");
    assert_eq!(page.run("return window.crashes"), 2);
}

fn p29_third_crash_in_a_minute_ends_in_the_fallback(kit: &Kit) {
    let page = cards(kit, 3);
    for n in 0..3 {
        // Another document each time, of the same story: its sections are the same.
        let mut story = numbered(0);
        story["headline"] = json!(format!("Story 0, version {n}"));
        page.run("window.crashes = 0");
        page.card_at("#c0").run_with(
            "for (const section of parts(card, 'section')) section.remove();
             card.story = args[0];",
            json!([reversed(&story)]),
        );
        page.wait("window.crashes > 0");
        page.settle();
        if n < 2 {
            page.card_at("#c0").set("story", numbered(0));
            page.card_at("#c0").wait("card.state === 'ready'");
            page.settle();
        }
    }
    for n in 0..3 {
        page.card_at(&format!("#c{n}")).wait("card.state === 'error'");
        assert!(page.run(&format!("return find('#f{n}').checkVisibility()")) == true);
    }
    let told = page.details("story-card-error");
    assert!(told.len() == 3 && told.iter().all(|detail| detail["code"] == "crashed"), "{told:?}");
}

fn p29_reader_can_try_again_after_a_crash(kit: &Kit) {
    let page = cards(kit, 1);
    break_natives(page, "c0");
    let url = kit.story(&fatal());
    page.card_at("#c0").set("src", json!(url));
    let card = page.card_at("#c0");
    card.wait("card.state === 'error'");
    assert!(card.part("retry").is_shown());
    page.run("mend()");
    card.set("src", json!(kit.story(&headed("Another"))));
    assert_eq!(card.ready().part("headline").text(), "Another");
}
