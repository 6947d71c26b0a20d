//! Every field of the format has its place in the card.

use serde_json::json;
use story_card_e2e::{Kit, suite};

use crate::stories::{headed, of_blocks, show, show_full, with};

suite! {
    EVERYWHERE:
        every_text_of_a_story_is_shown,
        headline_leads_to_the_story,
        authors_are_named_and_machines_marked,
        lead_keeps_its_paragraphs_and_emphasis,
        lines_of_an_address_stand_below_each_other,
        use_of_ai_is_said_without_a_hover,
        section_says_its_own_use_of_ai,
        corrections_stand_above_the_body,
        related_stories_are_links,
        what_is_missing_leaves_no_trace,
        language_and_direction_are_the_storys;
}

/// What a reader finds of a story with every field.
const TEXTS: &[&str] = &[
    "Council opens the weir",
    "Gates raised before dawn",
    "Breaking",
    "Nobody was hurt.",
    "Ada Brook",
    "River correspondent",
    "Ada has covered the valley for ten years.",
    "GaugeBot",
    "Reads the gauges.",
    "Jonas Feld",
    "Valley News",
    "An earlier version named the wrong bridge.",
    "The first report gave the gauge in feet.",
    "The weir on Tuesday.",
    "J. Lind",
    "Levels by hour",
    "The night",
    "Hour by hour",
    "Alarm at two",
    "Gates at four",
    "Sandbags",
    "Pumps",
    "We had no choice.",
    "Mayor Iris Holm",
    "Nine hours of rain",
    "The figures",
    "Gauge levels",
    "Hour",
    "Metres",
    "02:00",
    "3.1",
    "level = 4.02;",
    "Film of the flood",
    "A block from the future.",
    "A section without a heading is always open.",
    "The weir through time",
    "A ford",
    "First mention of a crossing.",
    "Building",
    "the hard winter",
    "Some say earlier",
    "Undated, but remembered.",
    "Still going on.",
    "Gauge readings, week nine",
    "River Authority",
    "M. Okafor",
    "At 03:10 the gauge stood at 4.02 metres, as it had before.",
    "Wasser geht zurück",
    "Talbote",
    "How the gates work",
    "A short tour.",
    "Floods of the century",
    "Check the gauge yourself before you travel.",
    "© 2024 Valley News",
    "Valley Wire",
    "Quill",
    "Example Labs",
];

fn every_text_of_a_story_is_shown(kit: &Kit) {
    let card = show_full(kit);
    let all = card.text();
    for text in TEXTS {
        assert!(all.contains(text), "{text:?} is not in the card:\n{all}");
    }
}

fn headline_leads_to_the_story(kit: &Kit) {
    let card = show_full(kit);
    let href = card.part("headline").inside("a").run("return el.href");
    assert_eq!(href, "https://news.example/2024/weir");
    assert_eq!(card.part("headline").run("return el.localName"), "h2");
}

fn authors_are_named_and_machines_marked(kit: &Kit) {
    let card = show_full(kit);
    assert_eq!(card.texts("author"), ["Ada Brook", "GaugeBot"]);
    assert_eq!(card.nth("author", 0).inside("a").run("return el.href"), "https://news.example/ada");
    let byline = card.part("byline").seen_text().to_lowercase();
    let bot = byline.find("gaugebot").expect("the machine's name");
    assert!(byline[bot..].contains("automated"), "{byline}");
    assert!(!byline[..bot].contains("automated"), "{byline}");
    assert!(byline.contains("jonas feld"), "{byline}");
}

fn lead_keeps_its_paragraphs_and_emphasis(kit: &Kit) {
    let card = show_full(kit);
    let lead = card.part("lead");
    assert_eq!(lead.run("return el.querySelectorAll('p').length"), 2);
    assert_eq!(lead.inside("strong").text(), "four in the morning");
    assert!(!lead.text().contains('*'), "{}", lead.text());
}

fn lines_of_an_address_stand_below_each_other(kit: &Kit) {
    let card = show(
        kit,
        &with(json!({ "description": "River Authority\u{2028}12 Quay\u{2028}Old Port" })),
    );
    let lead = card.part("lead");
    let lines = lead.run(
        "const range = new Range(); const lines = []; const walker = document.createTreeWalker(el, 4);
         while (walker.nextNode()) {
           range.selectNodeContents(walker.currentNode);
           const { y, width } = range.getBoundingClientRect();
           if (width > 1) lines.push(Math.round(y));
         }
         return lines;",
    );
    let lines: Vec<i64> = serde_json::from_value(lines).expect("places");
    let [first, second, third] = lines[..] else { panic!("{lines:?}") };
    let (gap, next) = (second - first, third - second);
    assert!((10..40).contains(&gap) && (gap - next).abs() <= 1, "{lines:?}");
}

fn use_of_ai_is_said_without_a_hover(kit: &Kit) {
    let card = show_full(kit);
    let disclosure = card.part("disclosure");
    assert!(disclosure.is_shown());
    let seen = disclosure.seen_text();
    assert!(seen.contains("AI"), "{seen}");
    assert!(seen.contains("Check the gauge yourself"), "{seen}");
    assert_eq!(disclosure.inside("a").run("return el.href"), "https://news.example/how-we-work");
    let unsaid = show(kit, &headed("By somebody"));
    assert!(!unsaid.part("disclosure").is_shown());
}

fn section_says_its_own_use_of_ai(kit: &Kit) {
    let card = show_full(kit);
    let bodies = card.parts("section-body");
    assert!(bodies[1].seen_text().contains("AI"), "{}", bodies[1].seen_text());
    assert!(!bodies[0].seen_text().contains("AI"), "{}", bodies[0].seen_text());
}

fn corrections_stand_above_the_body(kit: &Kit) {
    let card = show_full(kit);
    let corrections = card.part("corrections");
    assert!(corrections.is_shown());
    assert!(corrections.rect().bottom() <= card.part("sections").rect().y + 1.0);
    let text = corrections.seen_text();
    let (newer, older) = (text.find("wrong bridge"), text.find("in feet"));
    assert!(newer.expect("the newer") < older.expect("the older"), "{text}");
    assert_eq!(
        corrections.run("return [...el.querySelectorAll('time')].map((t) => t.dateTime)"),
        json!(["2024-03-07", "2024-03-06"])
    );
}

fn related_stories_are_links(kit: &Kit) {
    let card = show_full(kit);
    let links = card
        .part("related")
        .run("return [...el.querySelectorAll('a')].map((a) => [a.href, tidy(a.textContent)])");
    assert_eq!(
        links,
        json!([
            ["https://news.example/gates", "How the gates work"],
            ["https://news.example/floods", "Floods of the century"],
        ])
    );
}

fn what_is_missing_leaves_no_trace(kit: &Kit) {
    let card = show(kit, &headed("Only a headline"));
    let parts = [
        "badge",
        "dates",
        "byline",
        "image",
        "lead",
        "disclosure",
        "corrections",
        "toggle-all",
        "timeline",
        "sources",
        "related",
    ];
    for part in parts {
        let body = "return parts(card, args[0]).some((el) => el.checkVisibility() && el.getClientRects().length)";
        assert_eq!(card.run_with(body, json!([part])), false, "{part} is shown");
    }
    assert_eq!(
        card.run("return tidy(card.shadowRoot.firstElementChild.innerText)"),
        "Only a headline"
    );
}

fn language_and_direction_are_the_storys(kit: &Kit) {
    let card = show(kit, &with(json!({ "inLanguage": "ar", "headline": "فتح السد قبل الفجر" })));
    let headline = card.part("headline");
    assert_eq!(headline.style("direction"), "rtl");
    assert_eq!(headline.run("return el.closest('[lang]').lang"), "ar");
    let english = show(kit, &of_blocks(json!(["Left to right."])));
    assert_eq!(english.part("paragraph").style("direction"), "ltr");
}
