//! The marks of the drawing, from one version of a story to the next.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::drawing::{FOCUSED, of};
use crate::stories::show_with;

suite! {
    EVERYWHERE:
        focus_stays_on_its_mark_in_a_newer_version,
        focus_stays_on_its_event_at_every_width,
        button_that_zooms_no_further_takes_no_focus_later;
}

/// As of fluentui 3325: what comes above is no reason to lead the reader elsewhere.
fn focus_stays_on_its_mark_in_a_newer_version(kit: &Kit) {
    let events = |years: &[u32]| -> Value {
        years
            .iter()
            .map(|year| json!({ "date": year.to_string(), "headline": format!("In {year}") }))
            .collect()
    };
    let story = |years: &[u32]| {
        let mut story = of(events(years));
        story["id"] = json!("growing");
        story
    };
    let card = show_with(kit, "timeline='both'", &story(&[1960, 1970, 1980, 1990, 2000]));
    card.wait("parts(card, 'mark').length === 5");
    let label = "return card.shadowRoot.activeElement?.getAttribute('aria-label')";
    card.run("parts(card, 'mark').find((mark) => /1990/.test(mark.ariaLabel ?? mark.getAttribute('aria-label'))).focus()");
    let before = card.run(label);
    assert!(before.as_str().is_some_and(|label| label.contains("In 1990")), "{before}");
    for years in [
        &[2010, 1960, 1970, 1980, 1990, 2000][..],
        &[1960, 1965, 1970, 1975, 1980, 1990],
        &[1980, 1990, 2000],
    ] {
        card.run(&format!("card.story = {}", story(years)));
        card.page().settle();
        card.wait(&format!("parts(card, 'mark').length === {}", years.len()));
        assert_eq!(card.run(label), before, "{years:?}");
    }
}

/// An event in each of many years: a narrow drawing has few marks for them.
fn crowded(kit: &Kit) -> Card<'_> {
    let events: Value = (1960..2000)
        .map(|year| json!({ "date": year.to_string(), "headline": format!("In {year}") }))
        .collect();
    let card = show_with(kit, "timeline='both'", &of(events));
    card.wait("parts(card, 'mark').length > 3");
    card
}

/// Makes the page so wide, and waits for another drawing.
fn widen(card: &Card<'_>, width: u32) {
    let width_of = "part(card, 'timeline-graphic').querySelector('svg').getAttribute('width')";
    let before = card.run(&format!("return {width_of}"));
    card.page().run(&format!("document.body.style.inlineSize = '{width}px'"));
    card.wait(&format!("{width_of} !== {before}"));
    card.page().settle();
}

/// As who enlarges the page by key: its window is narrower then.
fn focus_stays_on_its_event_at_every_width(kit: &Kit) {
    let card = crowded(kit);
    for mark in [1, 2, 3, 5] {
        card.run(&format!("parts(card, 'mark')[{mark}].focus()"));
        let event = card.run(&format!("return {FOCUSED}.dataset.event.split(' ')[0]"));
        let event = event.as_str().expect("an index").to_owned();
        for width in [300, 700] {
            widen(&card, width);
            let focused = card.run(&format!("return {FOCUSED}?.dataset.event ?? 'nothing'"));
            let events = focused.as_str().expect("words");
            assert!(
                events.split(' ').any(|found| found == event),
                "{width}: {events}, not {event}"
            );
        }
    }
}

fn button_that_zooms_no_further_takes_no_focus_later(kit: &Kit) {
    let card = crowded(kit);
    card.run("part(card, 'timeline-graphic').querySelector('[aria-disabled=true]').focus()");
    card.page().press_key("Enter");
    card.run("part(card, 'search').focus()");
    widen(&card, 300);
    assert_eq!(card.run(&format!("return {FOCUSED} === part(card, 'search')")), true);
}
