//! When: without shifting a day, and without calling every story updated.

use serde_json::json;

use super::{card_with, text_with};

#[test]
fn an_update_is_a_change_more_than_a_minute_after_publication() {
    for (published, modified, is_shown) in [
        ("2026-03-10T07:05:00Z", "2026-03-10T07:05:00Z", false),
        ("2026-03-10T07:05:00Z", "2026-03-10T07:06:00Z", false),
        ("2026-03-10T07:05:00Z", "2026-03-10T07:06:01Z", true),
        ("2026-03-10T07:05:00Z", "2026-03-10T08:06:00+01:00", false),
        ("2026-03-10T07:05:00Z", "2026-03-10T08:07:00+01:00", true),
        ("2026-03-10T07:05:00Z", "2026-03-09T07:05:00Z", false),
        ("2026-03-10", "2026-03-10", false),
        ("2026-03-10", "2026-03-11", true),
        ("", "2026-03-11", true),
    ] {
        let fields = json!({ "datePublished": published, "dateModified": modified });
        assert_eq!(
            text_with(&fields).contains("Updated"),
            is_shown,
            "{published}, then {modified}"
        );
    }
}

#[test]
fn a_date_without_a_zone_is_that_day_everywhere() {
    for date in ["2024-01-05", "2024-01-05T23:59:00", "2024-01-05T00:01", "2024-01-05 23:59:59"] {
        let card = card_with(&json!({ "datePublished": date }));
        let dates = card.part("dates");
        assert_eq!(dates.text(), "Published January 5, 2024", "{date}");
        let times: Vec<_> =
            dates.shown().into_iter().filter_map(|element| element.get("datetime")).collect();
        assert_eq!(times, ["2024-01-05"], "{date}: no clock reads it in another zone");
    }
}

#[test]
fn a_date_with_a_zone_keeps_its_instant() {
    for (date, datetime) in [
        ("2024-01-05T23:30:00Z", "2024-01-05T23:30:00Z"),
        ("2024-01-05T23:30:00-05:00", "2024-01-05T23:30:00-05:00"),
        ("2024-01-05T23:30:00+0530", "2024-01-05T23:30:00+05:30"),
    ] {
        let card = card_with(&json!({ "datePublished": date }));
        let times: Vec<_> =
            card.shown().into_iter().filter_map(|element| element.get("datetime")).collect();
        assert_eq!(times, [datetime], "{date}");
    }
}

#[test]
fn no_dates_leave_no_line() {
    let card = card_with(&json!({}));
    assert!(card.parts("dates").iter().all(|dates| dates.get("hidden").is_some()));
}

/// What is written for an event, and the dates a machine reads in it.
fn event(date: &str, display: &str) -> (String, Vec<String>) {
    let event = json!({ "date": date, "displayDate": display, "text": "Words." });
    let card = card_with(&json!({ "timeline": { "events": [event] } }));
    let part = card.part("event-date");
    let times =
        part.shown().into_iter().filter_map(|element| element.get("datetime").map(str::to_owned));
    (part.text(), times.collect())
}

#[test]
fn an_event_says_when_in_its_own_words_or_in_those_of_its_date() {
    for (date, display, words, times) in [
        ("2020/..", "", "2020 – present", &["2020"][..]),
        ("2020/..", "2020-Present", "2020-Present", &[]),
        ("2020", "that year", "that year", &["2020"]),
        ("2014/2016", "", "2014 – 2016", &["2014", "2016"]),
        ("1797-03", "", "March 1797", &["1797-03"]),
        ("-0043", "", "44 BCE", &[]),
        ("2017~", "", "about 2017", &[]),
        ("198X", "", "1980s", &[]),
        ("", "mid 1730s", "mid 1730s", &[]),
        ("mid 1730s", "", "mid 1730s", &[]),
        ("2024-02-30", "", "2024-02-30", &[]),
    ] {
        let (seen, seen_times) = event(date, display);
        assert_eq!(seen, words, "{date:?} {display:?}");
        let is_sound =
            seen_times == times || (words.starts_with("about") && seen_times == ["2017"]);
        assert!(is_sound, "{date:?} {display:?}: {seen_times:?}");
    }
}

#[test]
fn events_stand_in_the_order_of_the_story() {
    let events: Vec<_> = ["2020", "", "1900", "2010"]
        .iter()
        .enumerate()
        .map(|(n, date)| json!({ "date": date, "text": format!("Event {n}") }))
        .collect();
    let shown = text_with(&json!({ "timeline": { "events": events } }));
    let places: Vec<_> =
        (0..4).map(|n| shown.find(&format!("Event {n}")).expect("an event")).collect();
    assert!(places.is_sorted(), "{places:?}");
}
