//! Dates as stretches of the axis.

use proptest::prelude::*;
use story_card::parse::edtf::strict;
use story_card::timeline::scale::{Edge, Span};

use super::{any_date, date};

const DAY: f64 = 86_400_000.0;

fn span(text: &str) -> Span {
    Span::of(&date(text), 0)
}

/// Days from one date to another.
fn days(from: &str, to: &str) -> f64 {
    (span(to).from - span(from).from) / DAY
}

#[test]
fn a_date_is_as_long_as_it_is_vague() {
    for (text, length) in [
        ("2024-01-04T23:20:30Z", 1.0 / 86_400.0),
        ("2024-01-04", 1.0),
        ("2024-02", 29.0),
        ("2023-21", 365.0),
        ("2023", 365.0),
        ("2024", 366.0),
        ("198X", 3_653.0),
        ("19XX", 36_524.0),
        ("2014/2016", 1_096.0),
        ("2024-01-04/2024-01-05", 2.0),
    ] {
        let span = span(text);
        assert!((span.to - span.from - length * DAY).abs() < 1.0, "{text}: {span:?}");
        assert_eq!(span.lasted, text.contains('/'), "{text}");
    }
}

#[test]
fn years_are_counted_through_the_year_0() {
    assert_eq!(days("-0001-12-31", "0000-01-01"), 1.0);
    assert_eq!(days("0000", "0001"), 366.0);
    assert_eq!(days("-9999", "9999"), 7_304_119.0);
    let years = days("-0043", "2024") / 365.2425;
    assert!((years - 2_067.0).abs() < 0.01, "{years}");
}

#[test]
fn neighbours_in_deep_time_are_told_apart() {
    assert!(span("Y999999999999998").from < span("Y999999999999999").from);
    assert!(span("Y-999999999999999").to <= span("Y-999999999999998").from);
}

#[test]
fn edges_say_how_they_are_meant() {
    use Edge::{Open, Sure, Unknown, Unsure};
    for (text, start, end) in [
        ("2020", Sure, Sure),
        ("2020~", Unsure, Unsure),
        ("2020?", Unsure, Unsure),
        ("2020/2021%", Sure, Unsure),
        ("2020-21", Unsure, Unsure),
        ("2020/2021-24", Sure, Unsure),
        ("2020~/..", Unsure, Open),
        ("2020/", Sure, Unknown),
        ("../2020", Open, Sure),
        ("/2020", Unknown, Sure),
    ] {
        let span = span(text);
        assert_eq!((span.start, span.end), (start, end), "{text}");
    }
}

#[test]
fn an_end_without_a_date_is_where_the_other_is() {
    let (on, open) = (span("2020"), span("2020/.."));
    assert_eq!((open.from, open.to), (on.from, on.to));
    let until = span("/2020");
    assert_eq!((until.from, until.to), (on.from, on.to));
}

#[test]
fn what_goes_on_ends_when_the_story_speaks() {
    let now = span("2026-03-10").to;
    let until = |text| span(text).until(now).to;
    assert_eq!(until("2020/.."), now);
    assert_eq!(until("2020~/.."), now);
    // What has an end keeps it, and what nobody knows stays unknown.
    assert_eq!(until("2020/2021"), span("2021").to);
    assert_eq!(until("2020/"), span("2020").to);
    assert_eq!(until("../2030"), span("2030").to);
    // A plan that is open has begun in 2035 at the earliest.
    assert_eq!(until("2035/.."), span("2035").to);
}

#[test]
fn a_zoned_time_goes_by_the_clock_of_the_axis() {
    let one = date("2024-01-04T23:30:00+01:00");
    let day = date("2024-01-05");
    // By that clock it was still the day before.
    assert_eq!(Span::of(&day, 60).from - Span::of(&one, 60).from, 1_800_000.0);
    assert_eq!(Span::of(&day, 0).from - Span::of(&one, 0).from, 5_400_000.0);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_span_has_a_length_and_its_doubts_lie_in_it(text in any_date()) {
        let Some(date) = strict(&text) else { return Ok(()) };
        for offset in [0, 60, -840] {
            let span = Span::of(&date, offset);
            prop_assert!(span.from < span.to, "{text}: {span:?}");
            prop_assert!(span.from <= span.start_until && span.start_until <= span.to, "{text}: {span:?}");
            prop_assert!(span.from <= span.end_from && span.end_from <= span.to, "{text}: {span:?}");
        }
    }
}
