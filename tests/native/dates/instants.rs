//! What a date spans, and what a machine reads in it.

use story_card::parse::edtf::{strict, timestamp};
use story_card::story::Bound;

const DAY_MILLIS: f64 = 86_400_000.0;

fn check_datetime(table: &[(&str, Option<&str>)]) {
    for (text, expected) in table {
        let date = strict(text).unwrap_or_else(|| panic!("{text:?} is EDTF"));
        assert_eq!(date.datetime().as_deref(), *expected, "{text:?}");
    }
}

/// The span in whole days since 1970: the first, and the one after the last.
fn days(text: &str) -> (f64, f64) {
    let date = strict(text).unwrap();
    let edge = |millis: Option<f64>| millis.unwrap() / DAY_MILLIS;
    (edge(date.earliest_millis()), edge(date.latest_millis()))
}

#[test]
fn only_what_html_can_say_has_a_datetime() {
    check_datetime(&[
        ("2017", Some("2017")),
        ("0079", Some("0079")),
        ("2004-06", Some("2004-06")),
        ("2024-02-29", Some("2024-02-29")),
        ("1985-04-12T23:20:30", Some("1985-04-12T23:20:30")),
        ("1985-04-12T23:20:30Z", Some("1985-04-12T23:20:30Z")),
        ("1985-04-12T23:20:30+00:00", Some("1985-04-12T23:20:30Z")),
        ("1985-04-12T23:20:30-04", Some("1985-04-12T23:20:30-04:00")),
        ("1985-04-12T23:20:30+05:45", Some("1985-04-12T23:20:30+05:45")),
        ("1998-12-31T23:59:60Z", Some("1998-12-31T23:59:59Z")),
        ("0000", None),
        ("-0043", None),
        ("Y17000", None),
        ("2017~", None),
        ("198X", None),
        ("2004-XX", None),
        ("2004-06-XX", None),
        ("2001-21", None),
        ("2014/2016", None),
        ("2020/..", None),
    ]);
}

#[test]
fn spans_end_where_the_next_begins() {
    let table = [
        ("1970-01-01", 0.0, 1.0),
        ("1969-12-31", -1.0, 0.0),
        ("1970", 0.0, 365.0),
        ("1970-02", 31.0, 59.0),
        ("2000-02", 10_988.0, 11_017.0),
        ("197X", 0.0, 3_652.0),
        ("1970-21", 0.0, 365.0),
        ("1970-24", 0.0, 365.0),
        ("0000-01-01", -719_528.0, -719_527.0),
        ("1970/1970-01", 0.0, 31.0),
    ];
    for (text, first, after) in table {
        assert_eq!(days(text), (first, after), "{text:?}");
    }
    assert_eq!(days("19XX").1, days("20XX").0);
    assert_eq!(days("-0001").1, days("0000").0);
    assert_eq!((days("-20XX").0, days("-20XX").1), (days("-2099").0, days("-1999").0));
    assert_eq!((days("-198X").0, days("-198X").1), (days("-1989").0, days("-1979").0));
    assert_eq!((days("-000X").0, days("-000X").1), (days("-0009").0, days("0000").0));
    assert_eq!(days("Y-10000").1, days("-9999").0);
    assert!(days("Y-170000002").0 < days("Y-170000001").0);
    let (first, after) = days("Y999999999999999");
    assert!(first < after, "the farthest years still differ");
}

#[test]
fn zone_moves_the_instant() {
    let at = |text| timestamp(text).unwrap().earliest_millis();
    assert_eq!(at("1970-01-01T00:00:00Z"), Some(0.0));
    assert_eq!(at("1970-01-01T00:00:01Z"), Some(1_000.0));
    assert_eq!(at("1970-01-01T01:00:00+01:00"), Some(0.0));
    assert_eq!(at("1969-12-31T20:00:00-04:00"), Some(0.0));
    assert_eq!(at("2024-01-04T14:30:00+05:45"), Some(1_704_357_900_000.0));
    let date = timestamp("2024-01-04T14:30:00Z").unwrap();
    assert!(date.has_time());
    assert_eq!(date.latest_millis(), at("2024-01-04T14:30:01Z"));
    let wall = timestamp("1970-01-01T01:00:00+01:00").unwrap();
    assert_eq!(wall.point().map(|p| p.wall_millis()), Some(3_600_000.0));
}

#[test]
fn open_and_unknown_ends_have_no_instant() {
    for (text, has_start, has_end) in [
        ("2020/..", true, false),
        ("2020/", true, false),
        ("../2020", false, true),
        ("/2020", false, true),
    ] {
        let date = strict(text).unwrap();
        assert_eq!(date.earliest_millis().is_some(), has_start, "{text:?}");
        assert_eq!(date.latest_millis().is_some(), has_end, "{text:?}");
        assert_eq!(date.point(), None, "{text:?}");
    }
    assert_eq!(strict("2020/..").unwrap().end(), Bound::Open);
    assert_eq!(strict("2020/").unwrap().end(), Bound::Unknown);
    let single = strict("2020").unwrap();
    assert_eq!(single.start(), single.end());
}
