//! Where the focus goes when the page asks a card for something that takes away what has it.

use serde_json::json;
use story_card_e2e::{Card, Kit, suite};

use crate::drawing::many;
use crate::focus::{ON_A_MARKER, assert_quiet};
use crate::hover::tab_to_marker;
use crate::notes::wait_until_closed;
use crate::stories::{cited, folding, show, show_with, with};

suite! {
    EVERYWHERE:
        focus_stays_in_a_card_that_the_page_lays_out_anew,
        focus_goes_to_the_heading_of_a_section_that_the_page_closes,
        focus_stays_in_a_card_that_the_page_gives_another_story,
        focus_stays_in_a_timeline_that_is_drawn_in_place_of_its_list,
        focus_elsewhere_stays_there,
        focus_that_is_given_to_the_tag_goes_to_its_place;
}

const HEADING: &str = "part(card, 'section').querySelector('summary')";
const ALL: &str = "part(card, 'toggle-all')";

/// Gives the focus, has the page do something, and waits for where that leaves it.
#[track_caller]
fn lead(card: &Card<'_>, from: &str, ask: &str, to: &str) {
    card.wait(from);
    card.run(&format!("{from}.focus()"));
    assert_eq!(card.run(&format!("return card.shadowRoot.activeElement === {from}")), true);
    card.run(ask);
    card.page().settle();
    card.wait(&format!("card.shadowRoot.activeElement?.matches('{to}')"));
    // The browser takes it from what is hidden with the next frame.
    card.wait("new Promise((done) => requestAnimationFrame(() => setTimeout(done))).then(() => card.shadowRoot.activeElement?.checkVisibility())");
}

fn focus_stays_in_a_card_that_the_page_lays_out_anew(kit: &Kit) {
    for from in [HEADING, ALL, "part(card, 'marker')"] {
        let card = show(kit, &cited());
        lead(&card, from, "card.layout = 'teaser'", ".face");
    }
    let card = show(kit, &folding());
    lead(&card, ALL, "card.exclusive = true", "summary");
}

fn focus_goes_to_the_heading_of_a_section_that_the_page_closes(kit: &Kit) {
    let card = show(kit, &cited());
    lead(&card, "part(card, 'marker')", "card.collapseAll()", "summary");
    let words = card.run("return tidy(card.shadowRoot.activeElement.textContent)");
    assert!(words.as_str().is_some_and(|words| words.starts_with("The flood")), "{words}");
}

fn focus_stays_in_a_card_that_the_page_gives_another_story(kit: &Kit) {
    let other = kit.story(&folding());
    let card = show(kit, &cited());
    lead(&card, HEADING, &format!("card.src = '{other}'"), "summary");
    card.wait("parts(card, 'section').length === 3");
    let card = show(kit, &cited());
    lead(&card, HEADING, "card.src = '/not there'", ".face");
    assert_eq!(card.state(), "error");
}

fn focus_stays_in_a_timeline_that_is_drawn_in_place_of_its_list(kit: &Kit) {
    let card = show_with(kit, "loading='eager' timeline='list'", &many(30));
    lead(
        &card,
        "card.shadowRoot.querySelector('[part~=timeline] input')",
        "card.timeline = 'graphic'",
        "[part~=heading]",
    );
}

fn focus_elsewhere_stays_there(kit: &Kit) {
    let url = kit.story(&with(json!({ "id": "two", "description": "Another." })));
    let page = kit.host(&format!(
        "<button>Elsewhere</button><story-card src='{}'></story-card>",
        kit.story(&cited())
    ));
    let card = page.card().ready();
    for ask in ["card.layout = 'teaser'", "card.layout = 'one'", "card.collapseAll()"] {
        page.run("document.activeElement.blur()");
        card.run(ask);
        page.settle();
        assert_eq!(page.run("return document.activeElement === document.body"), true, "{ask}");
    }
    card.run(&format!("{HEADING}.focus()"));
    card.run(&format!("card.src = '{url}'; find('button').focus()"));
    card.wait("!parts(card, 'section').length");
    assert_eq!(page.run("return document.activeElement.localName"), "button");
}

fn focus_that_is_given_to_the_tag_goes_to_its_place(kit: &Kit) {
    let card = show(kit, &cited());
    let page = card.page();
    tab_to_marker(&card);
    page.press_key("Escape");
    wait_until_closed(&card);
    page.run("kit.events.length = 0");
    // A page knows of the tag alone.
    let away = "const before = document.activeElement;
        document.body.appendChild(document.createElement('input')).focus();";
    page.run(&format!("{away} before.focus()"));
    card.wait(ON_A_MARKER);
    assert_quiet(&card, "the tag");
    page.run(&format!("{away} before.tabIndex = -1; before.focus()"));
    assert_eq!(card.run("return card.shadowRoot.activeElement"), json!(null));
}
