//! What is new: since the version that the reader saw first, and since the moment that a page
//! names.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Kit, suite};

use crate::refresh::HURRY;
use crate::stories::{folding, show_with};

suite! {
    EVERYWHERE:
        refresh_tells_what_is_new_and_leads_there,
        what_is_new_is_told_from_what_has_changed,
        news_add_up_since_the_first_version,
        moment_of_the_page_marks_what_is_later,
        moment_that_is_none_marks_nothing,
        first_version_has_no_news,
        correction_and_events_are_told_of_and_lead_there;
}

fn later(minutes: &str) -> Value {
    let mut story = folding();
    story["datePublished"] = json!("2026-03-10T06:00:00+01:00");
    story["dateModified"] = json!(format!("2026-03-10T10:{minutes}:00+01:00"));
    story
}

/// A card whose versions come one after the other; the last one stays.
fn refreshed<'k>(kit: &'k Kit, versions: &[Value]) -> Card<'k> {
    let url = kit.server.answers(versions.iter().map(Answer::json).collect());
    let tag = format!("<story-card src='{url}' refresh='15' timeout='14'></story-card>");
    let card = kit.page(HURRY, &tag).card().ready();
    let last = versions.last().expect("a version")["dateModified"].clone();
    card.page().wait(&format!(
        "kit.events.some((event) => event.type === 'story-card-update' && event.detail.dateModified === {last})"
    ));
    card.page().settle();
    card
}

fn newer() -> Value {
    let mut story = later("30");
    story["headline"] = json!("Another headline");
    story["sections"][1]["blocks"] = json!(["Something else.", "And more."]);
    let added = json!({ "id": "four", "headline": "Fourth heading", "blocks": ["New."] });
    story["sections"].as_array_mut().expect("sections").push(added);
    story
}

fn line(card: &Card<'_>) -> String {
    card.part("whats-new").seen_text()
}

fn refresh_tells_what_is_new_and_leads_there(kit: &Kit) {
    let card = refreshed(kit, &[later("00"), newer()]);
    let said = line(&card);
    assert!(said.starts_with("Since "), "{said}");
    assert!(said.contains("UTC+01:00"), "by the story's clock: {said}");
    assert!(said.ends_with("headline changed 1 new section 1 section changed"), "{said}");
    // Whoever hears the card is told once, of all of it.
    let spoken = "return [...card.shadowRoot.querySelectorAll('[role=status]')].map((el) => tidy(el.textContent)).filter(Boolean)";
    let spoken = card.run(spoken);
    assert_eq!(spoken.as_array().map(Vec::len), Some(1), "{spoken}");
    let spoken = spoken[0].as_str().unwrap_or_default();
    assert_eq!(spoken.matches("Updated ").count(), 1, "{spoken}");
    assert!(spoken.ends_with(": headline changed, 1 new section, 1 section changed"), "{spoken}");
    let jump = "[...part(card, 'whats-new').querySelectorAll('button')].find((el) => el.textContent === '1 new section')";
    card.run(&format!("({jump}).focus()"));
    card.page().press_key("Enter");
    card.wait("parts(card, 'section').at(-1).open");
    card.wait("card.shadowRoot.activeElement?.textContent.includes('Fourth heading')");
}

/// What stands at the edge of each part that has this name.
fn marks(card: &Card<'_>, part: &str) -> Value {
    card.run(&format!("return parts(card, '{part}').map((el) => el.dataset.news ?? '')"))
}

fn what_is_new_is_told_from_what_has_changed(kit: &Kit) {
    let card = refreshed(kit, &[later("00"), newer()]);
    let said = card.run(
        "return parts(card, 'section').map((el) => tidy(el.querySelector('.changed').textContent))",
    );
    assert_eq!(said, json!(["", "updated", "", "new"]));
    assert_eq!(marks(&card, "headline"), json!(["updated"]));
    let changed = card.run(
        "return [...parts(card, 'section')[1].querySelectorAll('[part=paragraph]')].map((el) => el.dataset.news ?? '')",
    );
    assert_eq!(changed, json!(["updated", "new"]));
    let bar = "getComputedStyle(part(card, 'headline'), '::after').inlineSize";
    card.wait(&format!("{bar} === '3px'"));
    // Not "resignsupdated".
    let said = card.run("return getComputedStyle(part(card, 'headline'), '::after').content");
    assert!(said.as_str().is_some_and(|said| said.contains("/ \", ")), "{said}");
}

fn news_add_up_since_the_first_version(kit: &Kit) {
    let mut last = newer();
    last["dateModified"] = json!("2026-03-10T11:00:00+01:00");
    last["sections"][0]["blocks"] = json!(["Yet another."]);
    let card = refreshed(kit, &[later("00"), newer(), last]);
    let said = line(&card);
    assert!(said.ends_with("headline changed 1 new section 2 sections changed"), "{said}");
}

fn dated() -> Value {
    let mut story = later("00");
    story["sections"][1]["dateModified"] = json!("2026-03-10T09:30:00+01:00");
    story
}

fn moment_of_the_page_marks_what_is_later(kit: &Kit) {
    let card = show_with(kit, "since='2026-03-10T08:15:00Z'", &dated());
    let said = line(&card);
    assert!(said.ends_with("1 section changed") && said.contains("9:15"), "{said}");
    card.set_attribute("since", json!("2026-03-10T08:45:00Z"));
    card.wait("!part(card, 'whats-new').checkVisibility()");
    card.run("card.since = '2026-03-10T08:15:00Z'");
    card.wait("part(card, 'whats-new').checkVisibility()");
}

fn moment_that_is_none_marks_nothing(kit: &Kit) {
    for since in ["", "yesterday", "1e400", "-000001-01-01T00:00:00Z"] {
        let card = show_with(kit, &format!("since='{since}'"), &dated());
        assert!(!card.part("whats-new").is_shown(), "{since}");
    }
}

fn first_version_has_no_news(kit: &Kit) {
    let card = show_with(kit, "", &dated());
    assert!(!card.part("whats-new").is_shown());
    assert_eq!(card.run("return card.shadowRoot.querySelectorAll('[data-news]').length"), json!(0));
}

fn correction_and_events_are_told_of_and_lead_there(kit: &Kit) {
    let event = |date: &str, headline: &str| json!({ "date": date, "headline": headline });
    let mut before = later("00");
    before["timeline"] = json!({ "events": [event("2026-03-09", "Fire")] });
    let mut now = before.clone();
    now["dateModified"] = json!("2026-03-10T10:30:00+01:00");
    now["correction"] = json!([{ "text": "It was three." }]);
    now["timeline"]["events"] = json!([event("2026-03-10", "Rain"), event("2026-03-09", "Fire")]);
    let card = refreshed(kit, &[before, now]);
    let said = line(&card);
    assert!(said.ends_with("1 new correction 1 new event"), "{said}");
    for (index, place) in [".corrections", ".event"].into_iter().enumerate() {
        card.part("whats-new").run(&format!("el.querySelectorAll('button')[{index}].click()"));
        card.wait(&format!("card.shadowRoot.activeElement?.closest('{place}')"));
    }
}
