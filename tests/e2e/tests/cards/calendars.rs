//! One calendar for the whole card: the Gregorian one, or that which the tag asks for.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::clocks::labels;
use crate::drawing::drawn;
use crate::stories::with;

suite! {
    EVERYWHERE:
        years_are_of_one_calendar_in_all_places,
        calendar_that_the_tag_asks_for_is_that_of_all_places,
        years_of_another_calendar_are_not_claimed_for_ticks;
}

/// A story with a date in each of the places that have one.
fn dated(language: &str) -> Value {
    let event = |date: &str| json!({ "date": date, "text": "Everyone is safe." });
    with(json!({
        "inLanguage": language,
        "datePublished": "2026-03-10",
        "dateModified": "2026-03-12T09:00:00Z",
        "correction": [{ "datePublished": "2026-03-11", "text": "Everyone is safe." }],
        "timeline": { "events": [event("2026-03-10"), event("2026-03-12")] },
        "citation": [{
            "id": "1", "name": "Afloat", "publisher": "X",
            "datePublished": "2026-03-09", "accessed": "2026-03-10",
        }],
        "relatedLink": [{
            "name": "Afloat", "url": "https://news.example/1", "datePublished": "2026-03-08",
        }],
    }))
}

const PLACES: [&str; 6] =
    ["dates", "corrections", "sources", "related", "timeline-list", "timeline-graphic"];

/// Every number of four digits, of any script, in each place.
fn years(card: &Card<'_>) -> Value {
    let body = r"const zero = (digit) => {
            let code = digit.codePointAt(0);
            while (/\p{Nd}/u.test(String.fromCodePoint(code - 1))) code -= 1;
            return code;
        };
        const number = (digits) =>
            Number([...digits].map((digit) => digit.codePointAt(0) - zero(digit)).join(''));
        return args[0].map((name) => {
            const texts = parts(card, name).flatMap((part) =>
                [...part.querySelectorAll('time, text, span')].map((el) => el.textContent));
            const found = texts.join(' ').match(/\p{Nd}{4}/gu) ?? [];
            return [...new Set(found.map(number))];
        });";
    card.run_with(body, json!([PLACES]))
}

#[track_caller]
fn check_years(kit: &Kit, language: &str, year: u16) {
    let card = drawn(kit, "", &dated(language));
    assert_eq!(years(&card), json!(vec![[year]; PLACES.len()]), "{language}: {PLACES:?}");
}

fn years_are_of_one_calendar_in_all_places(kit: &Kit) {
    for language in ["fa", "th", "ar-SA", "ckb-IR", "ps-AF", "ar-EG", "fa-IR-u-nu-latn", "he"] {
        check_years(kit, language, 2026);
    }
}

fn calendar_that_the_tag_asks_for_is_that_of_all_places(kit: &Kit) {
    check_years(kit, "fa-IR-u-ca-persian", 1404);
    check_years(kit, "th-TH-u-ca-buddhist", 2569);
    check_years(kit, "ar-SA-u-ca-islamic-umalqura", 1447);
    check_years(kit, "en-u-ca-hebrew", 5786);
}

fn years_of_another_calendar_are_not_claimed_for_ticks(kit: &Kit) {
    let mut story = with(json!({ "timeline": { "events": [
        { "date": "2021", "headline": "Before" }, { "date": "2025", "headline": "After" },
    ] } }));
    story["inLanguage"] = json!("en-u-ca-persian");
    let card = drawn(kit, "", &story);
    // A year of the story is parts of two years there.
    let dates = card.texts("event-date");
    assert!(dates[0].contains("1399") && dates[0].contains("1400"), "{dates:?}");
    // 1 January 2021 is in the middle of 1399: its month says so.
    let labels = labels(&card);
    assert!(labels[0].contains("Dey") && labels[0].contains("1399"), "{labels:?}");
}
