//! One clock for the whole card, named wherever an hour stands.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::drawing::{drawn, graphic};
use crate::stories::with;

suite! {
    EVERYWHERE:
        scale_agrees_with_the_hours_of_the_list,
        every_hour_names_the_clock_of_the_card,
        hours_look_alike_in_list_and_scale,
        zone_is_never_broken_over_two_lines,
        midnight_in_utc_is_a_day_whatever_the_reader_s_zone;
}

/// What stands along the scale.
pub fn labels(card: &Card<'_>) -> Vec<String> {
    let labels = graphic(card).run(
        "return [...el.querySelectorAll('[role=img] text')].map((el) => tidy(el.textContent))",
    );
    serde_json::from_value(labels).expect("a list of texts")
}

/// Reads the scale as a reader does: `at(x)` is what its ticks say of a place, with the
/// function `value` for what a label says after the one before.
pub const SCALE: &str = r"
    const svg = el.querySelector('svg');
    const number = (node, name) => Number(node.getAttribute(name));
    const lines = [...svg.querySelectorAll('[role=img] > line')]
        .filter((line) => number(line, 'x1') === number(line, 'x2')).map((line) => number(line, 'x1'));
    const nearest = (x) => lines.reduce((a, b) => (Math.abs(a - x) <= Math.abs(b - x) ? a : b));
    const known = [];
    for (const text of svg.querySelectorAll('[role=img] text')) {
        known.push([nearest(number(text, 'x')), value(text.textContent, known.at(-1)?.[1])]);
    }
    const [[x0, v0], [x1, v1]] = [known.at(0), known.at(-1)];
    if (!(Math.abs(x1 - x0) > 40)) throw new Error(`no scale: ${JSON.stringify(known)}`);
    const left = svg.getBoundingClientRect().left;
    const at = (x) => v0 + ((x - left - x0) / (x1 - x0)) * (v1 - v0);
    const marks = (n) => [...svg.querySelectorAll(`[role][data-event='${n}'] :is(rect, circle, line):not(:first-child)`)]
        .map((node) => node.getBoundingClientRect());
";

/// The hours since the first midnight that the scale gives each mark.
fn hours(card: &Card<'_>) -> Vec<f64> {
    let value = r"const value = (text, before) => {
        const [, hour, minute, half] = /(\d+):(\d\d)\s*([AP]M)?/i.exec(text) ?? [0, 0, 0];
        const half_day = /p/i.test(half ?? '') ? 12 : 0;
        let hours = (half ? hour % 12 : Number(hour)) + half_day + minute / 60;
        while (hours <= (before ?? -1)) hours += 24;
        return hours;
    };";
    let read = "return [...svg.querySelectorAll('[role][data-event]')]
        .sort((a, b) => a.dataset.event - b.dataset.event)
        .map((mark) => { const box = mark.querySelector('circle').getBoundingClientRect();
            return at(box.left + box.width / 2); });";
    let read = graphic(card).run(&[value, SCALE, read].concat());
    serde_json::from_value(read).expect("an hour for each mark")
}

pub fn timed(language: &str, published: &str, dates: &[&str]) -> Value {
    let event = |date: &&str| json!({ "date": date, "headline": "It went on" });
    let events: Vec<Value> = dates.iter().map(event).collect();
    with(json!({
        "inLanguage": language, "datePublished": published, "timeline": { "events": events },
    }))
}

/// The night the clocks go forward in Britain, a storm across a border, a launch by half
/// hours, and the first place to see the new year.
fn nights() -> [(Value, &'static str, Vec<f64>); 4] {
    let britain = timed(
        "en-GB",
        "2026-03-29T09:00:00+01:00",
        &[
            "2026-03-29T00:10:00+00:00",
            "2026-03-29T00:50:00+00:00",
            "2026-03-29T02:20:00+01:00",
            "2026-03-29T03:30:00+01:00",
            "2026-03-29T05:00:00+01:00",
        ],
    );
    let texas = timed(
        "en-US",
        "2026-07-05T09:00:00-05:00",
        &[
            "2026-07-04T18:02:00-05:00",
            "2026-07-04T18:02:00-04:00",
            "2026-07-04T20:00:00-05:00",
            "2026-07-04T22:30:00-05:00",
        ],
    );
    let india = timed(
        "en-IN",
        "2026-01-26T12:00:00+05:30",
        &["2026-01-26T08:00:00+05:30", "2026-01-26T09:45:00+05:30", "2026-01-26T06:00:00Z"],
    );
    let islands = timed(
        "en",
        "2026-01-01T06:00:00+14:00",
        &["2025-12-31T21:00:00+14:00", "2026-01-01T00:00:00+14:00", "2026-01-01T03:30:00+14:00"],
    );
    [
        (britain, "UTC+01:00", vec![1.17, 1.83, 2.33, 3.5, 5.0]),
        (texas, "UTC-05:00", vec![18.03, 17.03, 20.0, 22.5]),
        (india, "UTC+05:30", vec![8.0, 9.75, 11.5]),
        (islands, "UTC+14:00", vec![21.0, 24.0, 27.5]),
    ]
}

fn scale_agrees_with_the_hours_of_the_list(kit: &Kit) {
    for (story, zone, expected) in nights() {
        let card = drawn(kit, "style='inline-size: 640px'", &story);
        let read = hours(&card);
        assert_eq!(read.len(), expected.len(), "{zone}: {read:?}");
        for (read, expected) in read.iter().zip(&expected) {
            let minutes = (read - expected).abs() * 60.0;
            assert!(minutes <= 10.0, "{zone}: {read} is not {expected}: {:?}", labels(&card));
        }
    }
}

fn every_hour_names_the_clock_of_the_card(kit: &Kit) {
    for (story, zone, _) in nights() {
        let card = drawn(kit, "", &story);
        assert!(graphic(&card).text().contains(zone), "scale: {}", graphic(&card).text());
        assert!(card.part("dates").text().contains(zone), "{}", card.part("dates").text());
        for date in card.texts("event-date") {
            assert!(date.contains(zone), "{date} does not say when that is in {zone}");
        }
    }
    // The hour of the place is told as well.
    let (texas, ..) = &nights()[1];
    let dates = drawn(kit, "", texas).texts("event-date");
    assert!(dates[1].contains("6:02") && dates[1].contains("UTC-04:00"), "{dates:?}");
    assert!(dates[1].contains("5:02"), "{dates:?}");
    // Where days are all that is told, there is no clock to name.
    let days = timed("en", "2026-03-10", &["2026-03-08", "2026-03-09"]);
    assert!(!drawn(kit, "", &days).text().contains("UTC"));
}

/// Browsers write `06:00` in some forms of a date and `6:00` in others of the same language.
fn hours_look_alike_in_list_and_scale(kit: &Kit) {
    for language in ["en-GB", "de", "pt-BR"] {
        let story = timed(
            language,
            "2026-05-04T06:10:00+01:00",
            &[
                "2026-05-04T01:30:00+01:00",
                "2026-05-04T23:10:00-01:00",
                "2026-05-04T03:00:00+01:00/2026-05-04T08:00:00+01:00",
            ],
        );
        let card = drawn(kit, "style='inline-size: 640px'", &story);
        let told = [card.texts("event-date"), labels(&card)].concat().join("; ");
        let bare = card.run_with("return args[0].match(/(?<!\\d)\\d:\\d\\d/g)", json!([told]));
        assert!(bare.is_null(), "{language}: {bare} in {told}");
    }
}

fn zone_is_never_broken_over_two_lines(kit: &Kit) {
    for (story, ..) in nights() {
        let card = drawn(kit, "", &story);
        for width in [200, 260, 280, 300, 320, 360, 480, 500, 560, 720] {
            card.run_with("card.style.inlineSize = `${args[0]}px`", json!([width]));
            let broken = card.run(
                "const found = [];
                 for (const part of ['dates', 'event-date', 'timeline-graphic'].flatMap((name) => parts(card, name))) {
                   const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
                   for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                     for (const match of node.data.matchAll(/UTC([+-]\\d\\d:\\d\\d)?/g)) {
                       const range = document.createRange();
                       range.setStart(node, match.index);
                       range.setEnd(node, match.index + match[0].length);
                       const tops = [...range.getClientRects()].filter((box) => box.width).map((box) => Math.round(box.top));
                       found.push(new Set(tops).size);
                     }
                   }
                 }
                 return [found.length > 0, found.filter((lines) => lines > 1).length];",
            );
            assert_eq!(broken, json!([true, 0]), "at {width} px");
        }
    }
}

fn midnight_in_utc_is_a_day_whatever_the_reader_s_zone(kit: &Kit) {
    // The kit's reader lives in Los Angeles, where it is still the day before.
    for midnight in ["2026-03-10T00:00:00Z", "2026-03-10T00:00:00+00:00"] {
        let event = |date: &str| json!({ "date": date, "headline": "It happened" });
        let card = drawn(
            kit,
            "",
            &with(json!({
                "datePublished": midnight,
                "correction": [{ "datePublished": midnight, "text": "Wrong." }],
                "citation": [{ "id": "1", "name": "N", "accessed": midnight }],
                "relatedLink": [{
                    "name": "N", "url": "https://news.example/1", "datePublished": midnight,
                }],
                "timeline": { "events": [event(midnight), event("2026-03-12")] },
            })),
        );
        let dates = card.texts("event-date");
        for (place, text) in [
            ("published", card.part("dates").text()),
            ("correction", card.part("corrections").text()),
            ("source", card.part("sources").text()),
            ("related", card.part("related").text()),
            ("event", dates[0].clone()),
        ] {
            assert!(text.contains("March 10, 2026"), "{place}: {text}");
            assert!(!text.contains(':') && !text.contains("UTC"), "{place}: {text}");
        }
        assert_eq!(card.part("dates").inside("time").run("return el.dateTime"), "2026-03-10");
    }
}
