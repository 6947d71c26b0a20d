//! Every field of the format has its place in the card.

use serde_json::json;
use story_card_e2e::{Card, Gate, Kit, suite};

use crate::stories::{full, headed, of_blocks, picture, picture_answer, show, show_with, with};

suite! {
    EVERYWHERE:
        every_text_of_a_story_is_shown,
        headline_leads_to_the_story,
        dates_are_the_readers,
        date_without_a_zone_is_not_shifted,
        change_within_a_minute_is_no_update,
        authors_are_named_and_machines_marked,
        lead_keeps_its_paragraphs_and_emphasis,
        use_of_ai_is_said_without_a_hover,
        section_says_its_own_use_of_ai,
        corrections_stand_above_the_body,
        picture_has_caption_credit_and_alternative,
        place_of_a_picture_is_kept,
        related_stories_are_links,
        what_is_missing_leaves_no_trace,
        language_and_direction_are_the_storys;
}

fn shown(kit: &Kit) -> Card<'_> {
    show_with(kit, "open='all'", &full(&picture(kit, 800, 400)))
}

fn every_text_of_a_story_is_shown(kit: &Kit) {
    let card = shown(kit);
    let all = card.text();
    for text in [
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
        "At 03:10 the gauge stood at 4.02 metres.",
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
    ] {
        assert!(all.contains(text), "{text:?} is not in the card:\n{all}");
    }
}

fn headline_leads_to_the_story(kit: &Kit) {
    let card = shown(kit);
    let href = card.part("headline").inside("a").run("return el.href");
    assert_eq!(href, "https://news.example/2024/weir");
    assert_eq!(card.part("headline").run("return el.localName"), "h2");
}

fn dates_are_the_readers(kit: &Kit) {
    // The kit's reader lives in Los Angeles, where it is still the afternoon.
    let card = shown(kit);
    let times = card.part("dates").run("return [...el.querySelectorAll('time')].map((t) => [t.dateTime, tidy(t.textContent), Date.parse(t.dateTime)])");
    let times = times.as_array().expect("a list");
    assert_eq!(times.len(), 2, "published and updated: {times:?}");
    assert_eq!(times[0][2], 1_709_681_400_000_i64, "{times:?}");
    let published = times[0][1].as_str().expect("words");
    assert!(
        published.contains("March") || published.contains("Mar"),
        "{published}"
    );
    assert!(
        published.contains('5') && published.contains("2024"),
        "{published}"
    );
    assert!(
        published.contains("3:30") || published.contains("15:30"),
        "{published}"
    );
}

fn date_without_a_zone_is_not_shifted(kit: &Kit) {
    let card = show(kit, &with(json!({ "datePublished": "2024-03-01" })));
    let dates = card.part("dates").text();
    assert!(
        dates.contains("Mar") && dates.contains('1') && !dates.contains("29"),
        "{dates}"
    );
    assert!(!dates.contains(':'), "a date has no time of day: {dates}");
    assert_eq!(
        card.part("dates").inside("time").run("return el.dateTime"),
        "2024-03-01"
    );
}

fn change_within_a_minute_is_no_update(kit: &Kit) {
    let dated = |modified: &str| {
        with(json!({ "datePublished": "2024-03-05T10:00:00Z", "dateModified": modified }))
    };
    let count = |card: &Card<'_>| {
        card.part("dates").run(
            "return [...el.querySelectorAll('time')].filter((time) => time.checkVisibility()).length",
        )
    };
    assert_eq!(count(&show(kit, &dated("2024-03-05T10:00:40Z"))), 1);
    assert_eq!(count(&show(kit, &dated("2024-03-05T10:05:00Z"))), 2);
}

fn authors_are_named_and_machines_marked(kit: &Kit) {
    let card = shown(kit);
    assert_eq!(card.texts("author"), ["Ada Brook", "GaugeBot"]);
    assert_eq!(
        card.nth("author", 0).inside("a").run("return el.href"),
        "https://news.example/ada"
    );
    let byline = card.part("byline").seen_text().to_lowercase();
    let bot = byline.find("gaugebot").expect("the machine's name");
    assert!(byline[bot..].contains("automated"), "{byline}");
    assert!(!byline[..bot].contains("automated"), "{byline}");
    assert!(byline.contains("jonas feld"), "{byline}");
}

fn lead_keeps_its_paragraphs_and_emphasis(kit: &Kit) {
    let card = shown(kit);
    let lead = card.part("lead");
    assert_eq!(lead.run("return el.querySelectorAll('p').length"), 2);
    assert_eq!(lead.inside("strong").text(), "four in the morning");
    assert!(!lead.text().contains('*'), "{}", lead.text());
}

fn use_of_ai_is_said_without_a_hover(kit: &Kit) {
    let card = shown(kit);
    let disclosure = card.part("disclosure");
    assert!(disclosure.is_shown());
    let seen = disclosure.seen_text();
    assert!(seen.contains("AI"), "{seen}");
    assert!(seen.contains("Check the gauge yourself"), "{seen}");
    assert_eq!(
        disclosure.inside("a").run("return el.href"),
        "https://news.example/how-we-work"
    );
    let unsaid = show(kit, &headed("By somebody"));
    assert!(!unsaid.part("disclosure").is_shown());
}

fn section_says_its_own_use_of_ai(kit: &Kit) {
    let card = shown(kit);
    let bodies = card.parts("section-body");
    assert!(
        bodies[1].seen_text().contains("AI"),
        "{}",
        bodies[1].seen_text()
    );
    assert!(
        !bodies[0].seen_text().contains("AI"),
        "{}",
        bodies[0].seen_text()
    );
}

fn corrections_stand_above_the_body(kit: &Kit) {
    let card = shown(kit);
    let corrections = card.part("corrections");
    assert!(corrections.is_shown());
    assert!(corrections.rect().bottom() <= card.part("sections").rect().y + 1.0);
    let text = corrections.seen_text();
    let (newer, older) = (text.find("wrong bridge"), text.find("in feet"));
    assert!(
        newer.expect("the newer") < older.expect("the older"),
        "{text}"
    );
    assert_eq!(
        corrections.run("return [...el.querySelectorAll('time')].map((t) => t.dateTime)"),
        json!(["2024-03-07", "2024-03-06"])
    );
}

fn picture_has_caption_credit_and_alternative(kit: &Kit) {
    let card = shown(kit);
    let image = card.part("image");
    assert_eq!(
        image.inside("img").attribute("alt"),
        "The weir from the east bank"
    );
    let caption = card.part("caption").seen_text();
    assert!(
        caption.contains("The weir on Tuesday.") && caption.contains("J. Lind"),
        "{caption}"
    );
    assert_eq!(image.run("return el.localName"), "figure");
}

fn place_of_a_picture_is_kept(kit: &Kit) {
    let gate = Gate::new();
    let url = kit.answer(picture_answer(800, 400).behind(&gate));
    let card = show(
        kit,
        &with(json!({
            "image": { "url": url, "alt": "A weir", "width": 800, "height": 400 },
            "sections": [{ "blocks": ["Below the picture."] }],
        })),
    );
    let picture = card.part("image").inside("img");
    let before = (picture.rect(), card.part("paragraph").rect());
    assert!(
        (before.0.width / before.0.height - 2.0).abs() < 0.1,
        "{:?}",
        before.0
    );
    gate.open();
    picture.wait("el.complete && el.naturalWidth > 0");
    card.page().settle();
    assert_eq!((picture.rect(), card.part("paragraph").rect()), before);
}

fn related_stories_are_links(kit: &Kit) {
    let card = shown(kit);
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
    let card = show(
        kit,
        &with(json!({ "inLanguage": "ar", "headline": "فتح السد قبل الفجر" })),
    );
    let headline = card.part("headline");
    assert_eq!(headline.style("direction"), "rtl");
    assert_eq!(headline.run("return el.closest('[lang]').lang"), "ar");
    let english = show(kit, &of_blocks(json!(["Left to right."])));
    assert_eq!(english.part("paragraph").style("direction"), "ltr");
}
