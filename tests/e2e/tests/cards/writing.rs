//! Story text as people write it: stars, links, markers, and the words of sources.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Kit, suite};

use crate::stories::{of_blocks, show, with};

suite! {
    EVERYWHERE:
        stars_in_words_are_stars,
        links_are_read_as_tools_write_them,
        link_that_cannot_be_read_is_told,
        marker_in_the_head_of_a_table_is_a_marker,
        marker_in_a_label_follows_its_link,
        marker_in_a_plain_field_is_told_and_not_seen;
    CHROMIUM:
        link_of_a_source_lands_on_its_words;
}

fn paragraphs(language: &str, texts: &[&str]) -> Value {
    let mut story = of_blocks(json!(texts));
    story["inLanguage"] = json!(language);
    story["url"] = json!("https://news.example/1");
    story
}

#[track_caller]
fn codes(card: &Card<'_>) -> Vec<String> {
    let detail = card.page().wait_for_event("story-card-load");
    let problems = detail["problems"].as_array().expect("a list").clone();
    problems.iter().map(|problem| problem["code"].as_str().expect("a code").to_owned()).collect()
}

fn stars_in_words_are_stars(kit: &Kit) {
    let literal = [
        "He called it a \"f***ing disgrace\" and a load of b******s, the recording shows.",
        "\"What the f*ck,\" she wrote, \"this is sh*t.\"",
        "Adults £12*, children £6*, families £30. *Booking fee not included.",
        "The hall is 12*8*3 metres, the tank 4**2 times smaller.",
        "Die Wähler*innen und die Nichtwähler*innen stimmten ab.",
        "Это п****ц, сказал он, и бл*ть, ещё раз: х*й.",
        "김*수 씨와 이*영 씨가 만났다.",
        "Das kostet 12 €*, mit Karte 10 €* (*ohne Gewähr).",
    ];
    let emphasised = [
        ("This is *really* **important**, and so is *this*.", 3),
        ("这是**重点**内容，*真的*。", 2),
        ("これは**大事**です。", 1),
        ("นี่คือ**สำคัญ**มาก", 1),
        ("*강조*는 **중요**하다.", 2),
    ];
    let all: Vec<&str> = literal.iter().copied().chain(emphasised.map(|(text, _)| text)).collect();
    let card = show(kit, &paragraphs("en", &all));
    let count = |index: usize| {
        card.nth("paragraph", index).run("return el.querySelectorAll('em, strong').length")
    };
    for (index, text) in literal.iter().enumerate() {
        assert_eq!(card.nth("paragraph", index).text(), *text);
        assert_eq!(count(index), 0, "{text}");
    }
    for (index, (text, expected)) in emphasised.iter().enumerate() {
        let index = literal.len() + index;
        assert_eq!(card.nth("paragraph", index).text(), text.replace('*', ""));
        assert_eq!(count(index), *expected, "{text}");
    }
}

fn links_are_read_as_tools_write_them(kit: &Kit) {
    let ferry = "https://en.wikipedia.org/wiki/Larkspur_(ferry)";
    let links = [
        (
            "See [a](https://en.wikipedia.org/wiki/Larkspur_%28ferry%29) first.",
            "https://en.wikipedia.org/wiki/Larkspur_%28ferry%29",
        ),
        (r"See [both escaped](https://en.wikipedia.org/wiki/Larkspur_\(ferry\)) then.", ferry),
        ("See [in brackets](<https://en.wikipedia.org/wiki/Larkspur_(ferry)>) next.", ferry),
        (
            "See [a title](https://harbour.example/notices/14 \"Notice 14\") also.",
            "https://harbour.example/notices/14",
        ),
        (
            "See [the \"[sic]\" letter](https://harbour.example/letter) as well.",
            "https://harbour.example/letter",
        ),
        ("See [plain](https://en.wikipedia.org/wiki/Larkspur_(ferry)) last.", ferry),
        (
            r"See [underscore](https://harbour.example/a\_b\_c) too.",
            "https://harbour.example/a_b_c",
        ),
        (
            "See [filter](https://harbour.example/?year[]=2026&q=(x)) too.",
            "https://harbour.example/?year[]=2026&q=(x)",
        ),
        (
            "See [both](<https://harbour.example/a b> 'Notice (14)') too.",
            "https://harbour.example/a%20b",
        ),
        ("See <https://harbour.example/notices/15> too.", "https://harbour.example/notices/15"),
    ];
    let card = show(kit, &paragraphs("en", &links.map(|(text, _)| text)));
    for (index, (text, expected)) in links.iter().enumerate() {
        let paragraph = card.nth("paragraph", index);
        let hrefs = paragraph.run("return [...el.querySelectorAll('a')].map((a) => a.href)");
        assert_eq!(hrefs, json!([expected]), "{text}");
        let words = paragraph.text();
        assert!(!words.contains("](") && !words.contains('<'), "{words}");
    }
    assert_eq!(codes(&card), [""; 0]);
}

fn link_that_cannot_be_read_is_told(kit: &Kit) {
    let texts = [
        "See [a](not an address).",
        r"See [b](https://x.example\c).",
        "See [](https://x.example/).",
    ];
    let card = show(kit, &paragraphs("en", &texts));
    for (index, text) in texts.iter().enumerate() {
        assert_eq!(card.nth("paragraph", index).text(), *text);
        let links = card.nth("paragraph", index).run("return el.querySelectorAll('a').length");
        assert_eq!(links, 0, "{text}");
    }
    assert_eq!(codes(&card), ["unreadable-link"; 3]);
}

/// A story with a source, and these blocks.
fn sourced(blocks: Value) -> Value {
    let mut story = of_blocks(blocks);
    story["citation"] = json!([{ "id": "1", "name": "One", "publisher": "Gauge office" }]);
    story
}

fn marker_in_the_head_of_a_table_is_a_marker(kit: &Kit) {
    let table = json!({ "type": "table", "header": ["*Year*", "Height [1]", "[Log](https://x.example/log)"],
        "rows": [["1901", "7", "a"]] });
    let card = show(kit, &sourced(json!([table])));
    let table = card.part("table");
    assert_eq!(table.part("marker").label(), "1, Gauge office");
    assert_eq!(table.run("return el.querySelector('thead em').textContent"), "Year");
    assert_eq!(table.run("return el.querySelector('thead a').href"), "https://x.example/log");
    card.page().pointer().press(&table.part("marker"));
    card.wait("part(card, 'popover').matches(':popover-open')");
    assert!(card.part("popover").seen_text().contains("One"));
}

fn marker_in_a_label_follows_its_link(kit: &Kit) {
    let card = show(kit, &sourced(json!(["See [the log [1]](https://x.example/log) now."])));
    let paragraph = card.part("paragraph");
    assert_eq!(paragraph.run("return el.querySelector('a').textContent"), "the log");
    assert_eq!(paragraph.run("return el.querySelectorAll('a button').length"), 0);
    assert_eq!(paragraph.part("marker").text(), "[1]");
}

fn marker_in_a_plain_field_is_told_and_not_seen(kit: &Kit) {
    let mut story = sourced(json!([{ "type": "heading", "text": "By the hour [1]" }]));
    story["headline"] = json!("Ferry aground [1] off Tarnmouth [2]");
    story["timeline"] = json!({ "events": [
        { "date": "2014", "headline": "It sails [1]", "text": "a" },
        { "date": "2015", "displayDate": "spring 2015 [1]", "text": "b" },
    ] });
    let card = show(kit, &story);
    assert_eq!(card.part("headline").text(), "Ferry aground off Tarnmouth [2]");
    assert_eq!(card.texts("event-headline")[0], "It sails");
    assert_eq!(card.texts("event-date")[1], "spring 2015");
    assert!(!card.part("section-body").text().contains("[1]"));
    assert_eq!(codes(&card), ["marker-in-plain-text"; 4]);
}

/// A page of a source, whose words stand far below its top.
fn source_page(kit: &Kit, paragraphs: &[&str]) -> String {
    let space = "<p style='height: 3000px'>It begins with other words.</p>";
    let texts: String =
        paragraphs.iter().map(|text| format!("<p class='words'>{text}</p>")).collect();
    let html = format!(
        "<!doctype html><meta charset='utf-8'><title>Source</title>
        <script src='/kit/watch.js'></script>{space}{texts}{space}"
    );
    kit.server.instead("/source", Answer::text(html).content_type("text/html; charset=utf-8"));
    format!("{}/source", kit.server.pages())
}

fn link_of_a_source_lands_on_its_words(kit: &Kit) {
    let whole = "All 84 persons on board landed by lifeboat by 08.15; no injuries were reported, the office says.";
    let cases: [(&[&str], &str); 8] = [
        (
            &[whole],
            "All 84 persons on board landed by lifeboat by 08.15; no injuries were reported",
        ),
        (&[whole], "All 84 persons … no injuries were reported"),
        (&[whole], "[A]ll 84 persons on board [...] no injuries were reported"),
        (&[whole], "“All 84 persons on board [the ferry] landed by lifeboat...”"),
        (
            &["All 84 persons landed.", "Nobody was hurt, the office says."],
            "All 84 persons landed.\n\nNobody was hurt, the office says.",
        ),
        (
            &["The so-called “safe” route, A&amp;B, was closed."],
            "The so-called “safe” route, A&B, was closed",
        ),
        (
            &["据港务局称，船上八十四人均已由救生艇接走，无人受伤。"],
            "船上八十四人均已由救生艇接走，无人受伤",
        ),
        (&["港口今天关闭。据港务局称，船上的人都安全。"], "港口今天关闭……船上的人都安全"),
    ];
    for (paragraphs, excerpt) in cases {
        let url = source_page(kit, paragraphs);
        let story = with(
            json!({ "citation": [{ "id": "1", "name": "Notice", "url": url, "text": excerpt }] }),
        );
        let card = show(kit, &story);
        let href = card.part("sources").run("return el.querySelector('a').href");
        let href = href.as_str().expect("an address").to_owned();
        let path = href.strip_prefix(kit.server.pages()).expect("a page of ours");
        assert!(path.contains("#:~:text="), "{href}");
        let page = kit.open(path);
        page.wait("scrollY > 1000");
        let is_seen = page.run(
            "const box = document.querySelector('.words').getBoundingClientRect();
             return box.top >= 0 && box.bottom <= innerHeight",
        );
        assert_eq!(is_seen, true, "{href}");
    }
}
