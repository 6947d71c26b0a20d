//! The marks of the drawing, from one version of a story to the next.

use serde_json::{Value, json};
use story_card_e2e::{Kit, suite};

use crate::drawing::of;
use crate::stories::show_with;

suite! {
    EVERYWHERE: focus_stays_on_its_mark_in_a_newer_version;
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
