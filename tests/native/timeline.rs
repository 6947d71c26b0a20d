//! The timeline to scale: dates in, boxes out.

#![allow(clippy::float_cmp, reason = "these numbers come out exact")]

mod axis;
mod clocks;

mod placing;
mod spans;
mod ticking;
mod viewport;

use proptest::prelude::*;
use story_card::parse::edtf::strict;
use story_card::story::{EdtfDate, Event};
use story_card::timeline::scale::Chart;

/// A date that is one.
fn date(text: &str) -> EdtfDate {
    strict(text).map_or_else(|| panic!("{text} is a date"), EdtfDate::by_day)
}

fn events(dates: &[&str]) -> Vec<Event> {
    grouped(&dates.iter().map(|date| (*date, "")).collect::<Vec<_>>())
}

/// Events of dates and groups; either may be empty.
fn grouped(events: &[(&str, &str)]) -> Vec<Event> {
    let event = |(when, group): &(&str, &str)| Event {
        date: strict(when).map(EdtfDate::by_day),
        display_date: None,
        headline: Some("Something happened".into()),
        text: Vec::new(),
        group: Some((*group).to_owned()).filter(|group| !group.is_empty()),
        url: None,
        key: false,
    };
    events.iter().map(event).collect()
}

fn chart(dates: &[&str]) -> Chart {
    Chart::of(&events(dates), None, None).expect("enough dates")
}

/// Dates of every kind, near and far.
fn any_date() -> impl Strategy<Value = String> {
    let single = prop_oneof![
        4 => (1_900..2_030_u16).prop_map(|year| year.to_string()),
        2 => (2_020..2_026_u16, 1..=12_u8, 1..=28_u8)
            .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
        1 => (0..24_u8, 0..60_u8).prop_map(|(h, m)| format!("2024-03-04T{h:02}:{m:02}:00Z")),
        1 => "-0[0-9]{3}",
        1 => "(Y-?[1-9][0-9]{4,14})|[01][0-9]XX|19[0-9]X|20[0-2][0-9]-2[1-4]",
    ];
    let end = || {
        prop_oneof![
            1 => Just(String::new()),
            1 => Just("..".to_owned()),
            3 => (2_000..2_040_u16).prop_map(|year| year.to_string()),
        ]
    };
    prop_oneof![
        6 => (single, "[?~%]?").prop_map(|(date, qualifier)| date + &qualifier),
        1 => (end(), end()).prop_map(|(from, to)| format!("{from}/{to}")),
    ]
}

fn any_events(most: usize) -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec((any_date(), "[abcdefgh]?"), 0..most).prop_map(|pairs| {
        grouped(
            &pairs.iter().map(|(date, group)| (date.as_str(), group.as_str())).collect::<Vec<_>>(),
        )
    })
}
