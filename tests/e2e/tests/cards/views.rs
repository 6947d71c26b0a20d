//! The two views of the timeline, and which of them is shown.

use serde_json::{Value, json};
use story_card_e2e::{Kit, suite};

use crate::drawing::{FOCUSED, TICKS, drawn, four, graphic, many, of};
use crate::stories::show_with;

suite! {
    EVERYWHERE:
        reader_chooses_the_view_for_good,
        drawing_alone_shows_the_event_that_is_pressed,
        long_list_folds_and_unfolds,
        folded_list_shows_the_events_that_are_key,
        event_is_linked_by_the_pages_address,
        marks_are_one_stop_of_the_tab_key,
        short_timeline_is_a_list_unless_both_views_are_asked_for,
        nothing_moves_when_the_switch_of_a_short_timeline_comes,
        zoom_goes_where_marks_stand_closest,
        too_few_dates_are_not_drawn;
    CHROMIUM:
        paper_gets_the_whole_list;
}

fn reader_chooses_the_view_for_good(kit: &Kit) {
    let card = drawn(kit, "", &four());
    card.page().pointer().press(&card.part("timeline").inside("button[data-view=list]"));
    card.wait("!parts(card, 'timeline-graphic')[0].checkVisibility()");
    assert!(card.part("timeline-list").is_shown());
    let mut other = four();
    other["headline"] = json!("Another story");
    card.set("story", other);
    card.wait("part(card, 'headline').textContent.includes('Another')");
    assert!(!graphic(&card).is_shown(), "the reader's choice outlives the story");
    card.set_attribute("timeline", json!("graphic"));
    card.wait("parts(card, 'timeline-graphic')[0].checkVisibility()");
}

fn drawing_alone_shows_the_event_that_is_pressed(kit: &Kit) {
    let card = drawn(kit, "timeline='graphic'", &four());
    let shown = "parts(card, 'event').map((el) => Number(el.checkVisibility())).join('')";
    card.wait(&format!("{shown} === '0000'"));
    card.page().pointer().press(&graphic(&card).inside("[role][data-event='1'] circle"));
    card.wait(&format!("{shown} === '0100'"));
    // In a window that has room for both.
    let top = graphic(&card).run("return el.getBoundingClientRect().top");
    assert!(top.as_f64().is_some_and(|top| top >= 0.0), "the drawing stays in view: {top}");
    card.page().pointer().press(&graphic(&card).inside("[role][data-event='3'] circle"));
    card.wait(&format!("{shown} === '0001'"));
}

fn long_list_folds_and_unfolds(kit: &Kit) {
    let card = drawn(kit, "", &many(40));
    let shown = "parts(card, 'event').filter((el) => el.checkVisibility()).length";
    card.wait(&format!("{shown} === 6"));
    for event in [0, 35, 36, 37, 38, 39] {
        assert!(card.nth("event", event).is_shown(), "{event}");
    }
    let button = card.part("timeline").inside("button[aria-expanded]");
    assert_eq!(button.text(), "Show all 40 events");
    card.page().pointer().press(&button);
    card.wait(&format!("{shown} === 40"));
    card.page().pointer().press(&button);
    card.wait(&format!("{shown} === 6"));
}

fn folded_list_shows_the_events_that_are_key(kit: &Kit) {
    let mut story = many(40);
    for event in [3, 17, 18] {
        story["timeline"]["events"][event]["key"] = json!(true);
    }
    let card = drawn(kit, "", &story);
    let shown = "parts(card, 'event').flatMap((el, at) => el.checkVisibility() ? at : []).join()";
    card.wait(&format!("{shown} === '3,17,18'"));
}

fn event_is_linked_by_the_pages_address(kit: &Kit) {
    let card = drawn(kit, "", &many(40));
    assert!(!card.nth("event", 2).is_shown());
    card.page().run("location.hash = 'event-3'");
    card.wait(&format!("{FOCUSED} === parts(card, 'event')[2]"));
    assert!(card.nth("event", 2).is_shown());
}

fn too_few_dates_are_not_drawn(kit: &Kit) {
    for events in [
        json!([{ "displayDate": "Once", "text": "A." }, { "displayDate": "Later", "text": "B." }]),
        json!([{ "date": "2014", "text": "A." }]),
    ] {
        let card = show_with(kit, "timeline='graphic' loading='eager'", &of(events));
        card.page().settle();
        assert!(!graphic(&card).is_shown());
        assert!(card.part("timeline-list").is_shown(), "the list stands");
    }
}

fn paper_gets_the_whole_list(kit: &Kit) {
    for attributes in ["", "timeline='graphic'"] {
        let card = drawn(kit, attributes, &many(40));
        card.page().devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        card.wait("parts(card, 'event').every((el) => el.checkVisibility())");
        assert!(!graphic(&card).is_shown());
        card.page().devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
    }
}

fn marks_are_one_stop_of_the_tab_key(kit: &Kit) {
    let card = drawn(kit, "", &four());
    // Whoever leaves the page at its end comes back elsewhere.
    card.page().run("document.body.append(document.createElement('button'))");
    let stops = "[...parts(card, 'timeline-graphic')[0].querySelectorAll('svg [tabindex=\"0\"]')].map((el) => el.dataset.event).join()";
    card.wait(&format!("{stops} === '0'"));
    graphic(&card).run("el.querySelector('svg [tabindex]').focus()");
    for (key, event) in [("ArrowRight", "1"), ("ArrowDown", "2"), ("ArrowLeft", "1")] {
        card.page().press_key(key);
        card.wait(&format!("{FOCUSED}?.dataset.event === '{event}'"));
        card.wait(&format!("{stops} === '{event}'"));
    }
    card.page().press_key("Tab");
    card.wait(&format!("!{FOCUSED}?.closest('svg')"));
    card.page().press_key("Shift+Tab");
    card.wait(&format!("{FOCUSED}?.dataset.event === '1'"));
}

fn short_timeline_is_a_list_unless_both_views_are_asked_for(kit: &Kit) {
    for (count, is_drawn) in [(7, false), (8, true)] {
        let card = show_with(kit, "loading='eager'", &many(count));
        card.wait("parts(card, 'view-switch')[0]?.checkVisibility()");
        card.wait(&format!("parts(card, 'timeline-graphic')[0].checkVisibility() === {is_drawn}"));
        assert!(card.part("timeline-list").is_shown());
    }
    let card = drawn(kit, "timeline='both'", &four());
    card.set_attribute("timeline", json!("odd"));
    card.wait("!parts(card, 'timeline-graphic')[0].checkVisibility()");
    card.page().pointer().press(&card.part("timeline").inside("button[data-view=graphic]"));
    card.wait("parts(card, 'timeline-graphic')[0].checkVisibility()");
}

fn nothing_moves_when_the_switch_of_a_short_timeline_comes(kit: &Kit) {
    let card = kit.host("<story-card></story-card>").card();
    card.run("card.addEventListener('story-card-load', () => { kit.before = card.offsetHeight })");
    card.set("story", many(7));
    card.wait("parts(card, 'view-switch')[0]?.checkVisibility()");
    assert_eq!(card.run("return card.offsetHeight - kit.before"), 0);
}

fn zoom_goes_where_marks_stand_closest(kit: &Kit) {
    let mut events: Vec<Value> = (0..12)
        .map(|n| json!({ "date": format!("{}", 2000 + n), "headline": format!("Late {n}") }))
        .collect();
    events.push(json!({ "date": "0900", "headline": "Early" }));
    let card = drawn(kit, "", &of(Value::Array(events)));
    for _ in 0..4 {
        card.page().pointer().press(&graphic(&card).inside("[data-zoom=in]"));
        card.page().settle();
    }
    card.wait(&format!("/20\\d\\d/.test({TICKS})"));
}
