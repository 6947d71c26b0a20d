//! The list of sources: the same proof, printed and read aloud.

use serde_json::json;
use story_card_e2e::{Card, Kit, suite};

use crate::stories::{cited, show, with};

suite! {
    EVERYWHERE:
        list_names_every_source_in_order,
        list_counts_uses,
        uncited_source_is_listed,
        way_back_leads_to_each_marker,
        way_back_opens_a_folded_section,
        source_without_publisher_shows_its_host,
        source_in_another_language_says_so,
        source_without_link_is_no_link,
        first_of_equal_ids_counts;
}

/// Opens what stands behind the lines of the list.
#[track_caller]
fn unfold(card: &Card<'_>) {
    card.part("sources").run("for (const line of el.querySelectorAll('details')) line.open = true");
}

fn list_names_every_source_in_order(kit: &Kit) {
    let card = show(kit, &cited());
    unfold(&card);
    let sources = card.part("sources");
    assert!(sources.is_shown());
    let titles = sources.run(
        "return [...el.querySelectorAll('[part~=source-title]')].map((t) => tidy(t.textContent))",
    );
    assert_eq!(titles, json!(["Gauge readings, week nine", "Wasser geht zurück"]));
    assert_eq!(sources.run("return el.querySelectorAll('li').length"), 2);
    let text = sources.seen_text();
    for words in ["River Authority", "M. Okafor", "river.example", "At 03:10", "talbote.example"] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

fn list_counts_uses(kit: &Kit) {
    let card = show(kit, &cited());
    unfold(&card);
    let first = card.part("sources").inside("li").seen_text();
    assert!(first.contains("2 times"), "{first}");
}

fn uncited_source_is_listed(kit: &Kit) {
    let card = show(kit, &with(json!({ "citation": [{ "id": "1", "name": "Read, not cited" }] })));
    unfold(&card);
    let text = card.part("sources").seen_text();
    assert!(text.contains("Read, not cited"), "{text}");
    assert!(text.to_lowercase().contains("not cited"), "{text}");
    assert_eq!(card.count("marker"), 0);
}

fn way_back_leads_to_each_marker(kit: &Kit) {
    let card = show(kit, &cited());
    unfold(&card);
    let back = "[...part(card, 'sources').querySelectorAll('li')[0].querySelectorAll('button, a')]
        .filter((el) => /back/i.test(el.ariaLabel ?? el.textContent))";
    assert_eq!(card.run(&format!("return {back}.length")), 2);
    card.run(&format!("{back}[0].focus()"));
    card.page().press_key("Enter");
    card.wait("card.shadowRoot.activeElement === part(card, 'marker', 0)");
    let marker = card.part("marker").rect();
    assert!(marker.y >= 0.0 && marker.bottom() <= 900.0, "{marker:?} is out of view");
}

fn way_back_opens_a_folded_section(kit: &Kit) {
    let card = show(kit, &cited());
    card.wait_for_sections(&[true, false]);
    unfold(&card);
    let second =
        "[...part(card, 'sources').querySelectorAll('li')[1].querySelectorAll('button, a')]
        .filter((el) => /back/i.test(el.ariaLabel ?? el.textContent))[0]";
    card.run(&format!("{second}.focus()"));
    card.page().press_key("Enter");
    card.wait_for_sections(&[true, true]);
    card.wait("card.shadowRoot.activeElement === part(card, 'marker', 1)");
}

fn source_without_publisher_shows_its_host(kit: &Kit) {
    let card = show(
        kit,
        &with(json!({
            "citation": [{ "id": "1", "name": "Work", "url": "https://www.deep.host.example/a" }],
        })),
    );
    let publisher = card.part("sources").part("source-publisher").seen_text();
    assert!(publisher.contains("deep.host.example"), "{publisher}");
}

fn source_in_another_language_says_so(kit: &Kit) {
    let card = show(kit, &cited());
    let body = "return [...el.querySelectorAll('[part~=source-title]')][1].closest('[lang]').lang";
    assert_eq!(card.part("sources").run(body), "de");
}

fn source_without_link_is_no_link(kit: &Kit) {
    let card = show(kit, &with(json!({ "citation": [{ "id": "1", "publisher": "An archive" }] })));
    unfold(&card);
    let sources = card.part("sources");
    assert_eq!(sources.run("return el.querySelectorAll('a[href]').length"), 0);
    assert!(sources.seen_text().to_lowercase().contains("no link"), "{}", sources.seen_text());
}

fn first_of_equal_ids_counts(kit: &Kit) {
    let card = show(
        kit,
        &with(json!({
            "description": "Said [1].",
            "citation": [{ "id": "1", "name": "First" }, { "id": "1", "name": "Second" }],
        })),
    );
    assert_eq!(card.count("marker"), 1);
    let text = card.part("sources").seen_text();
    assert!(text.contains("First") && !text.contains("Second"), "{text}");
}
