//! The head of a card: who wrote the story, of what kind it is, what matters most.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Kit, suite};

use crate::stories::with;

suite! {
    EVERYWHERE:
        parts_of_the_trust_line_lead_to_their_places,
        trust_line_shows_all_its_letters_in_any_width,
        kind_is_spoken_with_the_headline,
        live_is_red_and_the_section_is_not,
        breaking_of_long_ago_is_plain,
        section_says_what_it_holds_while_it_is_shut,
        section_has_a_link_to_itself,
        tables_scroll_and_break_no_word,
        failure_interrupts_nobody;
}

fn shown<'k>(kit: &'k Kit, story: &Value) -> Card<'k> {
    let url = kit.story(story);
    kit.host(&format!("<story-card src='{url}' loading='eager'></story-card>")).card().ready()
}

fn sourced() -> Value {
    with(json!({
        "description": "It rained.[1]",
        "aiDisclosure": "ai-autonomous",
        "aiInfo": [{ "name": "writer", "system": "Writer" }],
        "citation": [{ "id": 1, "name": "N", "publisher": "P" }, { "id": 2, "name": "M", "publisher": "Q" }],
        "correction": [{ "text": "It was three days." }],
        "sections": [
            { "id": "rain", "headline": "Rain", "blocks": ["It rained for days.[1] It stopped.[2]"] },
            { "headline": "Sun", "blocks": ["Then came the sun."] },
        ],
    }))
}

fn parts_of_the_trust_line_lead_to_their_places(kit: &Kit) {
    let card = shown(kit, &sourced());
    let words = card.part("trust").seen_text();
    for part in ["not reviewed by people", "2 sources from 2 publishers", "1 correction", "1 min"] {
        assert!(words.contains(part), "{words}");
    }
    for (index, part) in ["disclosure", "sources", "corrections"].into_iter().enumerate() {
        card.part("trust").run(&format!("el.querySelectorAll('button')[{index}].click()"));
        card.wait(&format!("part(card, '{part}').contains(card.shadowRoot.activeElement)"));
    }
}

/// Points before the parts are cut off where lines begin, and letters are not.
fn trust_line_shows_all_its_letters_in_any_width(kit: &Kit) {
    for (language, inset) in [("en", "left"), ("ar", "right")] {
        let mut story = sourced();
        story["inLanguage"] = json!(language);
        story["datePublished"] = json!("2026-03-10");
        let url = kit.story(&story);
        let page = kit.host(&format!("<main><story-card src='{url}'></story-card></main>"));
        let card = page.card().ready();
        for (width, size) in [(280, 16), (300, 24), (420, 16), (420, 24), (900, 16)] {
            page.run(&format!(
                "const main = find('main'); main.style.width = '{width}px'; main.style.fontSize = '{size}px'"
            ));
            let cut = card.run(&format!(
                "const line = part(card, 'trust');
                 const em = parseFloat(getComputedStyle(line).fontSize);
                 const box = line.getBoundingClientRect();
                 const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
                 const cut = [];
                 while (texts.nextNode()) {{
                   const range = new Range();
                   range.selectNodeContents(texts.currentNode);
                   for (const rect of range.getClientRects()) {{
                     const beyond = '{inset}' === 'left' ? box.left + 0.9 * em - rect.left : rect.right - box.right + 0.9 * em;
                     if (beyond > 0.5 || rect.right > box.right + 1 || rect.left < box.left - 1) cut.push(texts.currentNode.data);
                   }}
                 }}
                 return cut"
            ));
            assert_eq!(cut, json!([]), "{language} {width} {size}");
        }
    }
}

fn kind_is_spoken_with_the_headline(kit: &Kit) {
    let card = shown(kit, &with(json!({ "articleType": "opinion", "headline": "Rain" })));
    // Firefox leaves out the space, which nobody hears.
    assert_eq!(card.part("headline").label().replace(": ", ":"), "Opinion:Rain");
    assert_eq!(card.part("headline").text(), "Rain");
    let box_ = card.part("headline").rect();
    assert!(box_.x >= 0.0 && card.part("kind").rect().bottom() <= box_.y + 4.0);
}

/// Whether the first visible element of a part has a ground of its own.
fn is_boxed(card: &Card<'_>, part: &str) -> bool {
    card.part(part).style("background-color") != "rgba(0, 0, 0, 0)"
}

fn live_is_red_and_the_section_is_not(kit: &Kit) {
    let card = shown(kit, &with(json!({ "articleType": "live", "articleSection": "Economy" })));
    assert!(is_boxed(&card, "kind") && !is_boxed(&card, "badge"));
    let card = shown(kit, &with(json!({ "articleSection": "Breaking" })));
    assert!(is_boxed(&card, "badge"));
}

fn breaking_of_long_ago_is_plain(kit: &Kit) {
    let old = json!({ "articleSection": "Breaking", "datePublished": "2024-01-05" });
    let card = shown(kit, &with(old));
    assert!(!is_boxed(&card, "badge"));
}

fn section_says_what_it_holds_while_it_is_shut(kit: &Kit) {
    let card = shown(kit, &sourced());
    assert_eq!(card.part("section-summary").text(), "It rained for days. 2 sources");
    assert!(card.part("section-summary").is_shown());
    card.part("section-heading").run("el.click()");
    card.wait_for_sections(&[true, false]);
    assert!(!card.part("section-summary").is_shown());
}

fn section_has_a_link_to_itself(kit: &Kit) {
    let card = shown(kit, &sourced());
    card.part("section-heading").run("el.click()");
    card.wait_for_sections(&[true, false]);
    let links = "return [...card.shadowRoot.querySelectorAll('details a[aria-label]')].filter((link) => link.checkVisibility()).map((link) => [link.hash, link.ariaLabel])";
    assert_eq!(card.run(links), json!([["#rain", "Link to this section: Rain"]]));
}

fn tables_scroll_and_break_no_word(kit: &Kit) {
    let table = json!({
        "type": "table", "header": ["Port", "Since", "Height", "Remarks"],
        "rows": [["Amsterdam", "1700", "1234.5", "Interrupted"], ["Stockholm", "1774", "34.5", "Unbroken"]],
    });
    let sections = json!([{ "headline": "Ports", "open": true, "blocks": [table] }]);
    let url = kit.story(&with(json!({ "sections": sections })));
    let tag = format!("<div style='width: 240px'><story-card src='{url}'></story-card></div>");
    let card = kit.host(&tag).card().ready();
    let table = card.part("table");
    assert_eq!(
        table.run(
            "const scroller = el.parentElement; return scroller.scrollWidth > scroller.clientWidth"
        ),
        true
    );
    let lines = "const range = document.createRange(); range.selectNodeContents(el.querySelector('td')); return new Set([...range.getClientRects()].map((box) => Math.round(box.y))).size";
    assert_eq!(table.run(lines), 1, "the name of a port stands in one line");
}

fn failure_interrupts_nobody(kit: &Kit) {
    let url = kit.answer(Answer::status(404));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
    assert_eq!(card.failure(), "http");
    assert_eq!(card.part("error").role(), "status");
    assert!(!card.part("error").seen_text().contains("http"));
}
