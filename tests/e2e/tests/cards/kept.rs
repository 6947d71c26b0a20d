//! What a reader has opened, written and chosen is kept when a newer story comes.

use serde_json::{Value, json};
use story_card_e2e::{Engine, Kit, suite};

use crate::drawing::{FITS, graphic, many};
use crate::live::{live, long, top, update};
use crate::notes::{open_note, wait_until_closed};
use crate::stories::with;

suite! {
    EVERYWHERE:
        section_that_is_renamed_stays_open_with_its_focus,
        sections_of_any_script_stay_open_below_a_new_one,
        open_note_stays_with_its_marker,
        box_and_zoom_are_kept,
        events_that_were_in_view_stay_in_view,
        story_beside_its_timeline_keeps_its_place,
        story_under_its_open_note_keeps_its_place,
        focus_goes_on_beside_what_is_gone;
}

/// The sections without their ids, by headline.
fn named(sections: &[(&str, &str)]) -> Value {
    let section = |(headline, words): &(&str, &str)| json!({ "headline": headline, "blocks": vec![words.repeat(12); 3] });
    with(json!({ "id": "ren", "sections": sections.iter().map(section).collect::<Value>() }))
}

fn section_that_is_renamed_stays_open_with_its_focus(kit: &Kit) {
    let now = named(&[("Rescue under way", "Four boats. "), ("Weather", "Wind. ")]);
    let later = named(&[("Rescue is over", "Four boats. "), ("Weather", "Wind. ")]);
    let (card, gate) = live(kit, "{}", &now, &later);
    card.page().pointer().press(&card.nth("section-heading", 0));
    card.wait_for_sections(&[true, false]);
    card.run("part(card, 'section').querySelector('summary').focus()");
    let before = top(&card, "paragraph", "Four boats");
    update(&card, &gate);
    assert_eq!(card.open_sections(), [true, false]);
    let moved = top(&card, "paragraph", "Four boats") - before;
    assert!(moved.abs() < 60.0, "{moved}");
    assert_eq!(card.texts("section-heading"), ["Rescue is over", "Weather"]);
    let focused = card.run("return tidy(card.shadowRoot.activeElement?.textContent ?? '')");
    assert!(focused.as_str().is_some_and(|words| words.starts_with("Rescue is over")), "{focused}");
    assert_eq!(card.run("return part(card, 'section').open"), true);
    assert_eq!(card.page().details("story-card-toggle").len(), 1, "only what the reader did");
}

fn sections_of_any_script_stay_open_below_a_new_one(kit: &Kit) {
    for names in [
        ["速報：曳航開始", "今後の見通し", "救助活動", "座礁の経緯"],
        ["Νέα", "Τι έπεται", "Η διάσωση", "Πώς έγινε"],
        ["!!!", "???", "…", "—"],
        ["Update", "Update", "Update", "Update"],
    ] {
        let all: Vec<(&str, String)> =
            names.iter().zip(0..).map(|(name, n)| (*name, format!("Body {n}. "))).collect();
        let all: Vec<(&str, &str)> = all.iter().map(|(name, words)| (*name, &**words)).collect();
        let (card, gate) = live(kit, "{}", &named(&all[1..]), &named(&all));
        card.page().pointer().press(&card.nth("section-heading", 1));
        card.wait_for_sections(&[false, true, false]);
        update(&card, &gate);
        card.wait_for_sections(&[false, false, true, false]);
        assert_eq!(
            card.run("return parts(card, 'section').map((el) => el.open)"),
            json!([false, false, true, false])
        );
        assert!(card.nth("section-body", 2).seen_text().starts_with("Body 2."), "{names:?}");
    }
}

fn open_note_stays_with_its_marker(kit: &Kit) {
    let story = |top: &str, ids: [&str; 2]| {
        let blocks = [format!("{top}{}", long(1)), "Here it says so [a]. And there.".to_owned()];
        let source = |id: &&str| json!({ "id": id, "name": format!("Work {id}"), "publisher": format!("House {id}") });
        with(
            json!({ "id": "live", "sections": [{ "headline": "", "blocks": blocks }], "citation": ids.iter().map(source).collect::<Value>() }),
        )
    };
    let (card, gate) = live(kit, "{}", &story("", ["a", "b"]), &story("New [b][a]. ", ["b", "a"]));
    card.page().pointer().press(&card.part("marker"));
    assert!(open_note(&card).seen_text().contains("House a"));
    update(&card, &gate);
    let note = open_note(&card);
    assert!(note.seen_text().contains("House a") && !note.seen_text().contains("House b"));
    assert_eq!(
        card.run("return card.shadowRoot.querySelector('[part~=marker-active]').id"),
        "cite-2-2"
    );
    let beside = card.run("const note = parts(card, 'popover')[0].getBoundingClientRect();
        const marker = card.shadowRoot.querySelector('[part~=marker-active]').getBoundingClientRect();
        return Math.min(Math.abs(note.top - marker.bottom), Math.abs(note.bottom - marker.top))");
    assert!(kit.engine != Engine::Chromium || beside.as_f64().expect("pixels") < 40.0, "{beside}");
    // The same marker, pressed again, closes it.
    card.run("card.shadowRoot.querySelector('[part~=marker-active]').click()");
    wait_until_closed(&card);
}

fn box_and_zoom_are_kept(kit: &Kit) {
    let mut now = many(40);
    now["id"] = json!("live");
    let mut later = many(42);
    later["id"] = json!("live");
    let (card, gate) = live(kit, "{}", &now, &later);
    card.wait(FITS);
    for _ in 0..3 {
        card.page().pointer().press(&graphic(&card).inside("[data-zoom=in]"));
        card.page().settle();
    }
    let shown = "return [...part(card, 'timeline-graphic').querySelectorAll('text.when')].map((el) => el.textContent)";
    let before = card.run(shown);
    let search_box = card.part("timeline").inside("input");
    search_box.run("el.focus()");
    card.page().press_key("7");
    card.wait("parts(card, 'event').filter((el) => el.checkVisibility()).length < 40");
    update(&card, &gate);
    assert_eq!(card.run(shown), before, "the same years are seen");
    assert_eq!(search_box.run("return el.value"), "7");
    assert_eq!(card.run("return card.shadowRoot.activeElement?.localName"), "input");
    let wrong = card.run("return parts(card, 'event').filter((el) => el.checkVisibility() !== el.textContent.includes('7')).length");
    assert_eq!(wrong, 0);
}

/// A list that grows too long does not fold under the reader, nor does a folded one choose
/// other events.
fn events_that_were_in_view_stay_in_view(kit: &Kit) {
    let with_id = |count: u32| {
        let mut story = many(count);
        story["id"] = json!("live");
        story["timeline"]["events"].as_array_mut().expect("events").reverse();
        story
    };
    let seen = "return parts(card, 'event-headline').filter((el) => el.checkVisibility()).map((el) => el.textContent)";
    for (now, later) in [(11, 14), (30, 33)] {
        let (card, gate) = live(kit, "{}", &with_id(now), &with_id(later));
        card.page().settle();
        let before = card.run(seen);
        update(&card, &gate);
        let after = card.run(seen);
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        for event in list(&before) {
            assert!(list(&after).contains(&event), "{event} has gone: {after}");
        }
        assert_eq!(list(&after).len(), list(&before).len() + 3, "what is new is seen");
        let button = card.part("timeline").inside("button[aria-expanded]");
        let label = if now == 11 {
            "Show fewer events".to_owned()
        } else {
            format!("Show all {later} events")
        };
        assert_eq!(button.text(), label);
    }
}

/// The timeline that stands beside the story has lines at the height of those that are read.
fn story_beside_its_timeline_keeps_its_place(kit: &Kit) {
    let story = |entries: &[usize], events: u32| {
        let mut story = many(events);
        story["id"] = json!("live");
        let blocks: Vec<String> = entries.iter().map(|n| long(*n)).collect();
        story["sections"] = json!([{ "headline": "", "blocks": blocks }]);
        story
    };
    let now = story(&[9, 8, 7, 6, 5, 4, 3, 2, 1], 9);
    let later = story(&[11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 11);
    let (card, gate) = live(kit, "{}<p style='block-size: 2000px'>", &now, &later);
    card.wait(FITS);
    let beside = "return parts(card, 'event').at(-1).getBoundingClientRect().left > parts(card, 'paragraph')[0].getBoundingClientRect().right";
    assert_eq!(card.run(beside), true);
    card.run("parts(card, 'paragraph')[4].scrollIntoView({ block: 'center', behavior: 'instant' }); await frame(); await frame();");
    let before = top(&card, "paragraph", "Entry 5,");
    update(&card, &gate);
    let after = top(&card, "paragraph", "Entry 5,");
    assert!((after - before).abs() < 4.0, "moved from {before} to {after}");
    assert_eq!(card.count("paragraph"), 11);
}

/// The note has lines too, nearer to the middle of the window than those that are read.
fn story_under_its_open_note_keeps_its_place(kit: &Kit) {
    let story = |entries: &[usize]| {
        let blocks: Vec<String> = entries.iter().map(|n| format!("[a] {}", long(*n))).collect();
        with(json!({
            "id": "live", "sections": [{ "headline": "", "blocks": blocks }],
            "citation": [{ "id": "a", "name": "Work a, of many words. ".repeat(9), "publisher": "House a" }],
        }))
    };
    let (now, later) = (story(&[1, 2, 3, 4, 5, 6, 7, 8]), story(&[8, 7, 1, 5, 2, 3, 6, 4]));
    let (card, gate) = live(kit, "{}<p style='block-size: 2000px'>", &now, &later);
    // As a script does, which leads the focus into the note.
    card.run(
        "const el = parts(card, 'paragraph')[3];
        el.scrollIntoView({ block: 'center', behavior: 'instant' }); await frame(); await frame();
        el.querySelector('[part~=marker]').click();",
    );
    open_note(&card);
    card.page().settle();
    let before = top(&card, "paragraph", "Entry 4,");
    update(&card, &gate);
    let after = top(&card, "paragraph", "Entry 4,");
    assert!((after - before).abs() < 4.0, "moved from {before} to {after}");
}

fn focus_goes_on_beside_what_is_gone(kit: &Kit) {
    let three = [("Rescue", "Boats. "), ("Weather", "Wind. "), ("Inquiry", "Questions. ")];
    let link = |text: &str| {
        let mut story = named(&three);
        story["description"] = json!(text);
        story
    };
    for (now, later, focus, expected) in [
        (
            named(&three),
            named(&[three[0], three[2]]),
            "parts(card, 'section')[1].querySelector('summary')",
            "Inquiry",
        ),
        (
            named(&three),
            named(&three[..2]),
            "parts(card, 'section')[2].querySelector('summary')",
            "Weather",
        ),
        (named(&three), named(&[]), "parts(card, 'section')[1].querySelector('summary')", ""),
        (
            link("Read [this](https://a.example/) and [that](https://b.example/)."),
            link("Read [that](https://b.example/)."),
            "part(card, 'lead').querySelector('a')",
            "that",
        ),
    ] {
        let (card, gate) = live(kit, "{}", &now, &later);
        card.run(&format!("{focus}.focus()"));
        update(&card, &gate);
        let focused = "card.shadowRoot.activeElement";
        card.wait(&format!("{focused} && tidy({focused}.textContent).startsWith('{expected}')"));
        card.page().run("document.activeElement.blur()");
    }
    // Nothing is taken from what the reader has gone on to.
    let (card, gate) = live(kit, "{}<button>Elsewhere</button>", &named(&three), &named(&[]));
    card.run("parts(card, 'section')[1].querySelector('summary').focus(); find('body > button, main button').focus()");
    update(&card, &gate);
    assert_eq!(card.page().run("return document.activeElement.localName"), "button");
}
