//! When a story was published and changed, by the clock of the card.

use serde_json::json;
use story_card_e2e::{Card, Kit, suite};

use crate::stories::{show, show_full, with};

suite! {
    EVERYWHERE:
        dates_are_the_story_s,
        date_without_a_zone_is_not_shifted,
        change_within_a_minute_is_no_update,
        english_is_what_the_browser_would_write;
}

/// The card writes it without `Intl`, whose first formatter is dear.
fn english_is_what_the_browser_would_write(kit: &Kit) {
    let days: Vec<String> =
        (1..=12).map(|month| format!("2024-{month:02}-0{}", month % 9 + 1)).collect();
    let hours = ["00:05", "01:30", "11:59", "12:00", "13:07", "23:59"];
    let moments = hours.map(|hour| format!("2023-09-10T{hour}:00Z"));
    let years = ["1999", "1999-05"].map(String::from);
    let all: Vec<_> = days.iter().chain(&moments).chain(&years).collect();
    let events: Vec<_> =
        all.iter().map(|date| json!({ "date": date, "headline": format!("At {date}") })).collect();
    let card = crate::stories::show_with(
        kit,
        "timeline='list'",
        &with(json!({ "datePublished": "2023-09-10T00:05:00Z", "timeline": { "events": events } })),
    );
    let differ = card.run(
        "const forms = { 4: { year: 'numeric' }, 7: { year: 'numeric', month: 'long' }, 10: { dateStyle: 'long' } };
         const written = (date) => new Intl.DateTimeFormat('en', { timeZone: 'UTC', ...forms[date.length] ?? { dateStyle: 'long', timeStyle: 'short' } }).format(new Date(date)) + (date.length > 10 ? ' UTC' : '');
         // Some browsers write a narrow space before the half of the day, which many fonts lack.
         const told = parts(card, 'event').map((event) => event.querySelector('time')).map((time) => [time.dateTime, tidy(time.textContent)]);
         const wrong = told.filter(([date, words]) => words !== tidy(written(date).replaceAll('\u{202F}', ' ')));
         return [told.length, wrong.map(([date, words]) => [words, written(date)])]",
    );
    assert_eq!(differ, json!([all.len(), []]));
}

fn dates_are_the_story_s(kit: &Kit) {
    // The kit's reader lives in Los Angeles, where it is still the afternoon: a story says
    // the same to everybody, and by which clock.
    let card = show_full(kit);
    let times = card.part("dates").run("return [...el.querySelectorAll('time')].map((t) => [t.dateTime, tidy(t.textContent), Date.parse(t.dateTime)])");
    let times = times.as_array().expect("a list");
    assert_eq!(times.len(), 2, "published and updated: {times:?}");
    assert_eq!(times[0][2], 1_709_681_400_000_i64, "{times:?}");
    let published = times[0][1].as_str().expect("words");
    assert!(published.contains("March") || published.contains("Mar"), "{published}");
    assert!(published.contains('5') && published.contains("2024"), "{published}");
    assert!(published.contains("11:30") && published.ends_with("UTC"), "{published}");
}

fn date_without_a_zone_is_not_shifted(kit: &Kit) {
    let card = show(kit, &with(json!({ "datePublished": "2024-03-01" })));
    let dates = card.part("dates").text();
    assert!(dates.contains("Mar") && dates.contains('1') && !dates.contains("29"), "{dates}");
    assert!(!dates.contains(':'), "a date has no time of day: {dates}");
    assert_eq!(card.part("dates").inside("time").run("return el.dateTime"), "2024-03-01");
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
