//! One clock and one calendar for the whole card.

use serde_json::{Value, json};
use story_card::dates::{self, Calendar, Locale};
use story_card::parse::edtf::{strict, timestamp};
use story_card::story::{EdtfDate, Story};
use story_card::timeline::labels;
use story_card::timeline::scale::{Tick, Unit};
use story_card::words::Words;
use story_card::{Options, parse};

fn date(text: &str) -> EdtfDate {
    let date = strict(text).or_else(|| timestamp(text)).map(EdtfDate::by_day);
    date.unwrap_or_else(|| panic!("{text:?} is a date"))
}

fn story(mut fields: Value) -> Story {
    fields["schemaVersion"] = json!("story-card/1.0");
    fields["headline"] = json!("A storm");
    parse(&fields.to_string(), &Options::default()).expect("a story").story
}

fn clock(published: &str, events: &[&str]) -> Option<i16> {
    let event = |date: &&str| json!({ "date": date, "headline": "It happened" });
    let events: Vec<Value> = events.iter().map(event).collect();
    story(json!({ "datePublished": published, "timeline": { "events": events } })).clock()
}

/// What the list says of a date, by the card's clock.
fn told(text: &str, clock: Option<i16>) -> String {
    let words = Words::english();
    dates::words(&date(text), &Locale { clock, ..Locale::new(&words, "en") })
}

#[test]
fn the_clock_is_that_of_most_events() {
    let night = [
        "2026-03-29T00:10:00+00:00",
        "2026-03-29T00:50:00+00:00",
        "2026-03-29T02:20:00+01:00",
        "2026-03-29T03:30:00+01:00",
        "2026-03-29T05:00:00+01:00",
    ];
    assert_eq!(clock("2026-03-29T09:00:00Z", &night), Some(60));
    let storm = [
        "2026-07-04T18:02:00-04:00",
        "2026-07-04T18:02:00-05:00",
        "2026-07-04T20:00:00-05:00",
        "2026-07-05",
    ];
    assert_eq!(clock("2026-07-05T09:00:00Z", &storm), Some(-300));
    let india = ["2026-01-26T10:30:00+05:30", "2026-01-26T11:00:00+05:30"];
    assert_eq!(clock("2026-01-26T09:00:00Z", &india), Some(330));
    assert_eq!(clock("2025-12-31T10:00:00Z", &["2026-01-01T00:00:00+14:00"]), Some(840));
}

#[test]
fn the_story_s_own_date_breaks_a_tie_and_stands_in() {
    let tied = ["2026-07-04T18:02:00-05:00", "2026-07-04T18:02:00-04:00"];
    assert_eq!(clock("2026-07-05T09:00:00-04:00", &tied), Some(-240));
    assert_eq!(clock("2026-07-05T09:00:00-05:00", &tied), Some(-300));
    assert_eq!(clock("2026-07-05T09:00:00+02:00", &tied), Some(-300), "else the first");
    assert_eq!(clock("2026-07-05T09:00:00+02:00", &["2026-07-04", "2020/.."]), Some(120));
    assert_eq!(clock("2026-07-05", &["2026-07-04", "2026-07-04T10:00:00"]), None);
    // Midnight in UTC is a day, and days have no clock.
    assert_eq!(clock("2026-07-05T00:00:00Z", &["2026-07-04T00:00:00Z"]), None);
    assert_eq!(clock("2026-07-05T00:00:00Z", &["2026-07-04T10:00:00+02:00"]), Some(120));
    let other = json!({ "citation": [{ "id": "1", "name": "N", "accessed": "2026-03-10T10:00:00+09:00" }] });
    assert_eq!(story(other).clock(), Some(540));
}

#[test]
fn another_clock_is_told_beside_that_of_the_card() {
    for (text, clock, expected) in [
        ("2026-07-04T18:02:00-05:00", Some(-300), "July 4, 2026 at 6:02 PM UTC-05:00"),
        (
            "2026-07-04T18:02:00-04:00",
            Some(-300),
            "July 4, 2026 at 6:02 PM UTC-04:00 (5:02 PM UTC-05:00)",
        ),
        ("2026-03-29T00:10:00Z", Some(60), "March 29, 2026 at 12:10 AM UTC (1:10 AM UTC+01:00)"),
        (
            "2026-03-29T23:40:00Z",
            Some(345),
            "March 29, 2026 at 11:40 PM UTC (Mar 30, 5:25 AM UTC+05:45)",
        ),
        (
            "2026-01-01T01:00:00+14:00",
            Some(-660),
            "January 1, 2026 at 1:00 AM UTC+14:00 (Dec 31, 12:00 AM UTC-11:00)",
        ),
        ("2026-03-29T10:00:00Z", None, "March 29, 2026 at 10:00 AM UTC"),
        ("2026-03-29T10:00:00", Some(60), "March 29, 2026 at 10:00 AM"),
        ("2026-03-29", Some(60), "March 29, 2026"),
    ] {
        assert_eq!(told(text, clock), expected, "{text}");
    }
}

#[test]
fn a_moment_is_told_by_the_clock_of_the_card() {
    let words = Words::english();
    let moment =
        |text, clock| dates::moment(&date(text), &Locale { clock, ..Locale::new(&words, "en") });
    assert_eq!(moment("2026-03-10T23:30:00Z", Some(60)), "March 11, 2026 at 12:30 AM UTC+01:00");
    assert_eq!(
        moment("2026-03-10T09:00:00+05:30", Some(330)),
        "March 10, 2026 at 9:00 AM UTC+05:30"
    );
    assert_eq!(
        moment("2026-12-31T23:59:59-11:00", Some(840)),
        "January 2, 2027 at 12:59 AM UTC+14:00"
    );
    assert_eq!(moment("2026-03-10T09:00:00-02:00", None), "March 10, 2026 at 9:00 AM UTC-02:00");
    assert_eq!(moment("2026-03-10", Some(840)), "March 10, 2026");
}

#[test]
fn midnight_in_utc_to_the_second_is_a_day() {
    for clock in [None, Some(0), Some(-300), Some(840)] {
        assert_eq!(told("2026-03-10T00:00:00Z", clock), "March 10, 2026");
        assert_eq!(told("2026-03-10T00:00:00+00:00", clock), "March 10, 2026");
    }
    assert_eq!(told("2026-03-10T00:00:01Z", None), "March 10, 2026 at 12:00 AM UTC");
    assert_eq!(told("2026-03-10T00:01:00Z", None), "March 10, 2026 at 12:01 AM UTC");
    // Here somebody wrote an hour.
    assert_eq!(told("2026-03-10T00:00:00+01:00", Some(60)), "March 10, 2026 at 12:00 AM UTC+01:00");
    assert_eq!(told("2026-03-10T00:00:00", None), "March 10, 2026");
}

#[test]
fn a_zone_stays_in_one_piece() {
    let locale_words = Words::english();
    let locale = Locale { clock: Some(-300), ..Locale::new(&locale_words, "en") };
    let event = date("2026-07-04T18:02:00-04:00");
    let html = format!("{:?}", dates::time(Some(&event), None, &locale));
    for zone in ["UTC-04:00", "UTC-05:00"] {
        assert!(html.contains(zone), "{html}");
    }
    assert_eq!(html.matches("span.zone").count(), 2, "{html}");
}

#[test]
fn digits_are_those_of_the_language() {
    let words = Words::english();
    let locale = Locale { zero: '٠', clock: Some(-300), ..Locale::new(&words, "ar-EG") };
    let say = |text| dates::words(&date(text), &locale);
    assert_eq!(say("198X"), "١٩٨٠s");
    assert_eq!(say("19XX"), "١٩٠٠–١٩٩٩");
    assert_eq!(say("Y17000"), "١٧٠٠٠");
    assert!(say("2026-07-04T18:02:00-05:00").ends_with(" UTC-٠٥:٠٠"));
    assert_eq!(labels::zone(330, &locale), "UTC+٠٥:٣٠");
}

#[test]
fn another_calendar_is_one_that_the_tag_asks_for() {
    let words = Words::english();
    let calendar = |tag| Locale::new(&words, tag).calendar();
    for tag in [
        "fa",
        "th",
        "ar-SA",
        "fa-IR-u-nu-latn",
        "fa-u-ca-gregory",
        "en-u-ca-iso8601",
        "en-u-ca-nonsense",
        "fa-x-u-ca-persian",
        "en-t-ca-persian",
        "ca",
        "en-u-ca",
        "",
    ] {
        assert_eq!(calendar(tag), Calendar::Gregorian, "{tag}");
    }
    for tag in ["fa-IR-u-ca-persian", "FA-U-CA-PERSIAN", "ar-u-nu-latn-ca-islamic-umalqura"] {
        assert_eq!(calendar(tag), Calendar::Other, "{tag}");
    }
    for tag in ["th-u-ca-buddhist", "ja-JP-u-ca-japanese", "zh-Hant-TW-u-attr-ca-roc"] {
        assert_eq!(calendar(tag), Calendar::Renumbered, "{tag}");
    }
}

#[test]
fn in_a_calendar_of_its_own_no_tick_stands_for_the_start_of_a_year() {
    let words = Words::english();
    let label = |tag, unit, is_first| {
        let millis = date("2026-02-01").earliest_millis().unwrap();
        labels::tick(&Tick { x: 0.0, millis, unit, is_first }, &Locale::new(&words, tag))
    };
    assert_eq!(label("en", Unit::Year, true), "2026");
    assert_eq!(label("th-u-ca-buddhist", Unit::Year, true), "2026", "native code writes English");
    assert_eq!(label("fa-u-ca-persian", Unit::Year, false), "February 2026");
    assert_eq!(label("fa-u-ca-persian", Unit::Month, true), "1 February 2026");
    assert_eq!(label("fa-u-ca-persian", Unit::Month, false), "1 February");
}

#[test]
fn years_of_long_ago_are_as_round_as_the_stretch_they_end_and_no_rounder_than_they_are() {
    const YEAR: f64 = 31_556_952_000.0;
    let words = Words::english();
    let locale = Locale::new(&words, "en");
    for (year, years, expected) in [
        (-4_499_999_998.0, 4_432_400_000.0, "4500000000 BCE"),
        (-67_600_078.0, 4_432_400_000.0, "67600000 BCE"),
        (-39_999.0, 65_000_000.0, "40000 BCE"),
        (-12_499.0, 3_200_000.0, "12500 BCE"),
    ] {
        let millis = (year - 1970.0) * YEAR;
        assert_eq!(labels::end_of_stretch(millis, years * YEAR, &locale), expected);
    }
}
