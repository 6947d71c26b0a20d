//! P26: wherever the app breaks down, nine other cards go on.
//!
//! The product has no way to make it panic: natives of the page throw into it, one for each
//! way that leads in or out.

use serde_json::json;
use story_card_e2e::{Kit, Page, suite};

use crate::crowd::{assert_works, cards_of, numbered};
use crate::stories::cited;

suite! {
    EVERYWHERE:
        p26_break_in_a_handler_costs_no_other_card,
        p26_break_in_a_timer_costs_no_other_card,
        p26_break_in_a_drop_costs_no_other_card,
        p26_break_in_a_call_costs_no_other_card;
}

/// Ten cards, each with what breaks: markers, and a timeline, which measures itself.
fn ten(kit: &Kit) -> Page<'_> {
    let page = cards_of(kit, 10, |n| {
        let mut story = numbered(n);
        story["description"] = json!("The gauge stood at four metres [1].");
        story["citation"] = cited()["citation"].clone();
        story["timeline"] = json!({ "events": [
            { "date": "2020", "headline": "First" }, { "date": "2024", "headline": "Second" },
        ] });
        story
    });
    page.wait("[...document.querySelectorAll('story-card')].every((card) => part(card, 'timeline-list').checkVisibility())");
    page
}

#[track_caller]
fn check_others(kit: &Kit, page: Page<'_>, fault: &str) {
    page.wait("window.crashes > 0");
    for n in 1..10 {
        assert_works(page, n);
    }
    let crashes = page.run("return window.crashes");
    kit.fault(
        fault,
        "crashes 1, others that work 9",
        &format!("crashes {crashes}, others that work 9"),
    );
}

fn p26_break_in_a_handler_costs_no_other_card(kit: &Kit) {
    let page = ten(kit);
    page.card_at("#c0").run(
        "const event = new PointerEvent('pointerdown', { bubbles: true, composed: true });
         Object.defineProperty(event, 'clientX', { get() { throw new Error('broken native'); } });
         part(card, 'headline').dispatchEvent(event);",
    );
    check_others(kit, page, "a property of an event throws into its handler");
    assert_works(page, 0);
}

fn p26_break_in_a_timer_costs_no_other_card(kit: &Kit) {
    let page = ten(kit);
    // The timer of a note that is about to open tells the app by a microtask.
    page.card_at("#c0").run(
        "const { setTimeout: late, queueMicrotask: soon } = window;
         const { then } = Promise.prototype;
         const mend = () => [window.queueMicrotask, Promise.prototype.then] = [soon, then];
         // Another timer of ours may come first and tell the app nothing: the break waits.
         const broken = () => { window.setTimeout = late; throw new Error('broken native'); };
         const isOurs = () => /story-card-app/.test(new Error().stack);
         window.setTimeout = (act, millis, ...rest) => late(!isOurs() ? act : (...all) => {
           if (window.setTimeout === late) return act(...all);
           [window.queueMicrotask, Promise.prototype.then] = [broken, broken];
           try { act(...all); } finally { mend(); }
         }, millis, ...rest);",
    );
    page.pointer().move_to(&page.card_at("#c0").part("marker"));
    check_others(kit, page, "what a timer calls throws");
    assert_works(page, 0);
}

fn p26_break_in_a_drop_costs_no_other_card(kit: &Kit) {
    let page = ten(kit);
    page.run(
        // All but the one that keeps the place of a newer story are let go of by a call that may
        // fail, and cost nothing.
        "const card = find('#c0');
         card.story = { ...card.story, dateModified: '2030-01-01' };
         await frame();
         await frame();
         const { disconnect } = ResizeObserver.prototype;
         let left = 3;
         ResizeObserver.prototype.disconnect = function () {
           left -= 1;
           if (left >= 0) throw new Error('broken native');
           disconnect.call(this);
         };
         card.remove();",
    );
    check_others(kit, page, "an observer throws when it is let go");
}

fn p26_break_in_a_call_costs_no_other_card(kit: &Kit) {
    let page = ten(kit);
    let url = kit.story(&numbered(10));
    // In a script of the page: a driver's own are of another realm.
    let fault = "{
      const real = Object.getOwnPropertyDescriptor(Node.prototype, 'lastChild');
      const get = function () {
        if (this.className !== 'app') return real.get.call(this);
        Object.defineProperty(Node.prototype, 'lastChild', real);
        throw new Error('broken native');
      };
      Object.defineProperty(Node.prototype, 'lastChild', { ...real, get });
    }";
    page.run_with(
        "document.head.append(Object.assign(document.createElement('script'), { text: args[0] }));
         const card = document.createElement('story-card');
         card.id = 'c10'; card.loading = 'eager'; card.src = args[1];
         document.body.append(card);",
        json!([fault, url]),
    );
    check_others(kit, page, "a property throws while a card is mounted");
    assert_works(page, 10);
}
