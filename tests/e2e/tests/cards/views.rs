//! The two views of the timeline, and which of them is shown.

use serde_json::json;
use story_card_e2e::{Kit, suite};

use crate::drawing::{FOCUSED, drawn, four, graphic, many, of};
use crate::stories::show_with;

suite! {
    EVERYWHERE:
        reader_chooses_the_view_for_good,
        drawing_alone_shows_the_event_that_is_pressed,
        long_list_folds_and_unfolds,
        event_is_linked_by_the_pages_address,
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
    card.page().pointer().press(&graphic(&card).inside("[role][data-event='3'] circle"));
    card.wait(&format!("{shown} === '0001'"));
}

fn long_list_folds_and_unfolds(kit: &Kit) {
    let card = drawn(kit, "", &many(40));
    let shown = "parts(card, 'event').filter((el) => el.checkVisibility()).length";
    card.wait(&format!("{shown} === 6"));
    assert!(card.nth("event", 0).is_shown() && card.nth("event", 39).is_shown());
    let button = card.part("timeline").inside("button[aria-expanded]");
    assert_eq!(button.text(), "Show all 40 events");
    card.page().pointer().press(&button);
    card.wait(&format!("{shown} === 40"));
    card.page().pointer().press(&button);
    card.wait(&format!("{shown} === 6"));
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
