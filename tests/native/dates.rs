//! Dates: what is read, what it spans, and what it is called.

#![allow(
    clippy::float_cmp,
    clippy::panic,
    clippy::unwrap_used,
    reason = "instants are whole numbers, and a test fails by panicking"
)]

use story_card::parse::edtf::{lenient, strict, timestamp};
use story_card::story::{Bound, EdtfDate, Point, Precision, Season, Time};
use story_card::view::when;
use story_card::words::Words;
use yew::Html;
use yew::virtual_dom::VNode;

const DAY_MILLIS: f64 = 86_400_000.0;

fn english(text: &str) -> String {
    let date = strict(text).unwrap_or_else(|| panic!("{text:?} is EDTF"));
    when::words(&date, &Words::english(), "en")
}

fn moment(text: &str) -> String {
    let date = timestamp(text).unwrap_or_else(|| panic!("{text:?} is a timestamp"));
    when::moment(&date, &Words::english(), "en")
}

fn check_words(table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(english(text), *expected, "words of {text:?}");
    }
}

fn check_refused(read: fn(&str) -> Option<EdtfDate>, table: &[&str]) {
    for text in table {
        assert_eq!(read(text), None, "{text:?} is refused");
    }
}

/// Checks that each text of a pair is read as the EDTF beside it.
fn check_read(read: fn(&str) -> Option<EdtfDate>, table: &[(&str, &str)]) {
    for (text, edtf) in table {
        let expected = strict(edtf);
        assert!(expected.is_some(), "{edtf:?} is EDTF");
        assert_eq!(read(text), expected, "{text:?} is {edtf:?}");
    }
}

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

/// Markup as a reader's browser would be given it.
fn markup(html: &Html) -> String {
    match html {
        VNode::VText(text) => text.text.to_string(),
        VNode::VList(list) => list.iter().map(markup).collect(),
        VNode::VTag(tag) => {
            let name = tag.tag();
            let mut open = format!("<{name}");
            for (key, value) in tag.attributes.iter() {
                let attribute = format!(" {key}=\"{value}\"");
                open.push_str(&attribute);
            }
            let children = tag.children().map(markup).unwrap_or_default();
            format!("{open}>{children}</{name}>")
        }
        other => panic!("a date is plain elements, not {other:?}"),
    }
}

fn element(edtf: &str, display: Option<&str>) -> String {
    let date = strict(edtf);
    markup(&when::time(date.as_ref(), display, &Words::english(), "en"))
}

#[test]
fn days_that_do_not_exist_are_refused() {
    check_refused(
        strict,
        &[
            "2024-02-30",
            "2023-02-29",
            "1900-02-29",
            "2024-04-31",
            "2024-00",
            "2024-13",
            "2024-20",
            "2024-25",
            "2024-01-00",
            "2024-01-32",
            "2024-21-05",
        ],
    );
    assert!(strict("2024-02-29").is_some());
    assert!(strict("2000-02-29").is_some());
    assert!(strict("-0004-02-29").is_some());
}

#[test]
fn points_are_checked_where_they_are_made() {
    let day = |month, day| Precision::Day { month, day };
    assert_eq!(Point::new(2024, day(2, 30)), None);
    assert_eq!(Point::new(2024, day(0, 1)), None);
    assert_eq!(Point::new(2024, Precision::Month(13)), None);
    assert_eq!(Point::new(2024, Precision::Decade), None);
    assert_eq!(Point::new(1980, Precision::Century), None);
    assert_eq!(Point::new(-100, Precision::Century), None);
    assert_eq!(Point::new(10_000, Precision::Month(1)), None);
    assert_eq!(Point::new(i64::MIN, Precision::Year), None);
    assert_eq!(Point::new(i64::MAX, Precision::Year), None);
    assert!(Point::new(2024, Precision::Season(Season::Winter)).is_some());
    assert_eq!(Time::new(24, 0, 0, None), None);
    assert_eq!(Time::new(0, 60, 0, None), None);
    assert_eq!(Time::new(0, 0, 61, None), None);
    assert_eq!(Time::new(0, 0, 0, Some(841)), None);
    assert_eq!(Time::new(0, 0, 0, Some(i16::MIN)), None);
}

#[test]
fn other_notations_are_not_edtf() {
    check_refused(
        strict,
        &[
            "",
            " ",
            "2004 ",
            "20040612",
            "2004-6-12",
            "2004-W15",
            "2004-102",
            "198",
            "-0000",
            "12345",
            "-12345",
            "Y2004",
            "Y-9999",
            "Y010000",
            "Y17E7",
            "Y1000000000000000",
            "1950S2",
            "~2017",
            "2004~-06",
            "2004?~",
            "1XXX",
            "XXXX",
            "19XX-12",
            "-198X",
            "2004-1X",
            "2004-XX-01",
            "[1797,1822]",
            "2004-06-11T23:20",
            "2004-06-11T24:00:00",
            "2004-06-11T23:20:30.5Z",
            "2004-06-11T23:20:30-00:00",
            "2004-06-11T23:20:30+15:00",
            "2004-06-11T23:20:30+05:60",
            "2004-06T10:00:00",
            "2004-06-11t10:00:00z",
            "２００４",
            "2004\u{2011}06",
        ],
    );
}

#[test]
fn intervals_need_one_known_end_and_the_right_order() {
    check_refused(
        strict,
        &[
            "/",
            "../..",
            "../",
            "/..",
            "2004/2003",
            "2004-06/2004-05",
            "2004/2005/2006",
            "2004/present",
            "2004-06-11T10:00:00/2004-06-12",
        ],
    );
    assert!(strict("2004/2004-01").is_some(), "they may overlap");
}

#[test]
fn certain_dates_have_plain_words() {
    check_words(&[
        ("2017", "2017"),
        ("2004-06", "June 2004"),
        ("2024-01-04", "4 January 2024"),
        ("0079", "79"),
        ("0999-12-31", "31 December 999"),
        ("2004-06-XX", "June 2004"),
        ("2004-XX", "2004"),
        ("2004-XX-XX", "2004"),
        ("1985-04-12T23:20:30", "12 April 1985, 23:20"),
        ("1985-04-12T03:05:30Z", "12 April 1985, 03:05 UTC"),
        ("1985-04-12T23:20:30-04:30", "12 April 1985, 23:20 UTC-04:30"),
    ]);
}

#[test]
fn doubt_is_put_in_words() {
    check_words(&[
        ("2017~", "about 2017"),
        ("1756?", "possibly 1756"),
        ("2004-06%", "possibly about June 2004"),
        ("1984~/2004-06?", "about 1984 – possibly June 2004"),
    ]);
}

#[test]
fn decades_centuries_and_seasons_read_as_people_say_them() {
    check_words(&[
        ("198X", "1980s"),
        ("174X~", "about 1740s"),
        ("19XX", "1900s"),
        ("2001-21", "spring 2001"),
        ("2001-22", "summer 2001"),
        ("2001-23", "autumn 2001"),
        ("2001-24?", "possibly winter 2001"),
        ("-0043-21", "spring 44 BCE"),
    ]);
}

#[test]
fn open_interval_reads_as_present() {
    check_words(&[("2020/..", "2020 – present"), ("2020-03~/..", "about March 2020 – present")]);
}

#[test]
fn unknown_end_is_not_present() {
    check_words(&[
        ("2020/", "from 2020, end unknown"),
        ("../2020", "until 2020"),
        ("/2020", "until 2020, start unknown"),
        ("2014/2016", "2014 – 2016"),
        ("2024-06-03/2024-06-05", "3 June 2024 – 5 June 2024"),
    ]);
}

#[test]
fn years_before_ours_are_counted_as_historians_do() {
    check_words(&[
        ("-0043", "44 BCE"),
        ("0000", "1 BCE"),
        ("0001", "1"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("-0099/-0043", "100 BCE – 44 BCE"),
    ]);
}

#[test]
fn long_years_stand_as_they_are() {
    check_words(&[
        ("Y-170000002", "170000002 BCE"),
        ("Y17000", "17000"),
        ("Y-65000000/Y-64000000~", "65000000 BCE – about 64000000 BCE"),
    ]);
}

#[test]
fn words_can_be_replaced() {
    let mut words = Words::english();
    assert!(words.set("date_range", "bis {end} ab {start} {nothing}{"));
    assert!(words.set("date_bce", "{n} v. Chr."));
    let say = |text| when::words(&strict(text).unwrap(), &words, "de");
    assert_eq!(say("-0099"), "100 v. Chr.");
    assert_eq!(say("2014/2016"), "bis 2016 ab 2014 {");
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
        ("1970-21", 59.0, 151.0),
        ("1970-24", 334.0, 424.0),
        ("0000-01-01", -719_528.0, -719_527.0),
        ("1970/1970-01", 0.0, 31.0),
    ];
    for (text, first, after) in table {
        assert_eq!(days(text), (first, after), "{text:?}");
    }
    assert_eq!(days("19XX").1, days("20XX").0);
    assert_eq!(days("-0001").1, days("0000").0);
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

#[test]
fn habits_of_writers_are_understood() {
    check_read(
        lenient,
        &[
            ("2020-Present", "2020/.."),
            ("2020-present", "2020/.."),
            ("2020–NOW", "2020/.."),
            ("2020 — ongoing", "2020/.."),
            ("2020 - today", "2020/.."),
            ("2020/present", "2020/.."),
            ("2020-03-15–present", "2020-03-15/.."),
            ("-0043-present", "-0043/.."),
            ("2014-2016", "2014/2016"),
            ("2014 – 2016", "2014/2016"),
            ("2014—2016", "2014/2016"),
            ("2014 / 2016", "2014/2016"),
            ("2014-06 – 2015-02", "2014-06/2015-02"),
            ("2014-06 - 2015-02", "2014-06/2015-02"),
            ("c. 2017", "2017~"),
            ("C.2017", "2017~"),
            ("c 2017", "2017~"),
            ("ca 2017", "2017~"),
            ("ca. 2017-06", "2017-06~"),
            ("Circa 2017", "2017~"),
            ("~2017", "2017~"),
            ("1740s", "174X"),
            ("circa 1740s", "174X~"),
            ("1900s", "19XX"),
            ("1980s–1990s", "198X/199X"),
            ("c. 2014 – 2016", "2014~/2016"),
            (" 2014 ", "2014"),
        ],
    );
}

#[test]
fn what_edtf_can_read_is_never_read_otherwise() {
    check_read(
        lenient,
        &[
            ("2004-06", "2004-06"),
            ("2001-21", "2001-21"),
            ("1756?", "1756?"),
            ("2020/", "2020/"),
            ("2020/..", "2020/.."),
            ("198X", "198X"),
        ],
    );
}

#[test]
fn ambiguous_texts_stay_labels() {
    check_refused(
        lenient,
        &[
            "",
            "-",
            "–",
            "present",
            "2014-16",
            "2004–06",
            "2004-40",
            "2014-06-2016",
            "2014-06-01-2014-06-03",
            "2016-2014",
            "1745s",
            "174s",
            "17400s",
            "174Xs",
            "c. 2017~",
            "circa",
            "ca ca 2017",
            "mid 1730s",
            "early 2020",
            "19 Nov 2019",
            "June 2004",
            "1/2/2003",
            "1797 or 1822",
            "undated",
            "[1797,1822]",
            "2024-02-30",
            "present-2020",
        ],
    );
}

#[test]
fn timestamps_of_publishing_systems_are_read() {
    check_read(
        timestamp,
        &[
            ("2024-01-04T14:30:00Z", "2024-01-04T14:30:00Z"),
            ("2024-01-04t14:30:00z", "2024-01-04T14:30:00Z"),
            ("2024-01-04 14:30:00Z", "2024-01-04T14:30:00Z"),
            ("2024-01-04T14:30:00.123456+01:00", "2024-01-04T14:30:00+01:00"),
            ("2024-01-04T14:30:00,5Z", "2024-01-04T14:30:00Z"),
            ("2024-01-04T14:30:00+0100", "2024-01-04T14:30:00+01:00"),
            ("2024-01-04T14:30:00 +0100", "2024-01-04T14:30:00+01:00"),
            ("2024-01-04T14:30:00-05", "2024-01-04T14:30:00-05:00"),
            ("2024-01-04T14:30:00-00:00", "2024-01-04T14:30:00Z"),
            ("2024-01-04T14:30Z", "2024-01-04T14:30:00Z"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
            (" 2024-01-04\n", "2024-01-04"),
        ],
    );
}

#[test]
fn without_a_zone_only_the_day_counts() {
    check_read(
        timestamp,
        &[
            ("2024-01-04", "2024-01-04"),
            ("2024-01-04T23:59:59", "2024-01-04"),
            ("2024-01-04 00:00:00", "2024-01-04"),
            ("2024-01-04T10:00:00.000", "2024-01-04"),
        ],
    );
}

#[test]
fn vague_or_broken_timestamps_are_refused() {
    check_refused(
        timestamp,
        &[
            "",
            "2024",
            "2024-01",
            "2024-21",
            "2024-01-XX",
            "2024-01-04?",
            "2024-02-30T10:00:00Z",
            "2024-01-04T",
            "2024-01-04T10",
            "2024-01-04T25:00:00Z",
            "2024-01-04T10:61:00",
            "2024-01-04T10:00:00.Z",
            "2024-01-04T10:00:00X",
            "2024-01-04T10:00:00+1",
            "2024-01-04T10:00:00+9999",
            "2024-01-04/2024-01-05",
            "19 Nov 2019 10:00:00 GMT",
            "Tue Nov 19 2019",
            "1704378600",
            "２０２４-01-04",
        ],
    );
}

#[test]
fn published_day_never_shifts_and_a_moment_has_its_time() {
    assert_eq!(moment("2024-01-04"), "4 January 2024");
    assert_eq!(moment("2024-01-04T23:59:59"), "4 January 2024");
    assert_eq!(moment("2024-01-04T14:05:59Z"), "4 January 2024, 14:05 UTC");
    let approximate = strict("2024-01-04~").unwrap();
    let text = when::moment(&approximate, &Words::english(), "en");
    assert_eq!(text, "about 4 January 2024");
}

#[test]
fn exact_dates_are_time_elements() {
    assert_eq!(element("2024-01-04", None), "<time datetime=\"2024-01-04\">4 January 2024</time>");
    assert_eq!(element("2017~", None), "<span>about 2017</span>");
    assert_eq!(element("not a date", None), "<span></span>");
}

#[test]
fn words_of_the_story_win_over_those_of_the_date() {
    assert_eq!(
        element("2024-01-04", Some("Thursday")),
        "<time datetime=\"2024-01-04\">Thursday</time>"
    );
    assert_eq!(element("2020/..", Some("2020-Present")), "<span>2020-Present</span>");
    assert_eq!(element("not a date", Some("undated")), "<span>undated</span>");
}

#[test]
fn interval_has_a_time_element_for_each_exact_end() {
    assert_eq!(
        element("2014/2016-05", None),
        "<span><time datetime=\"2014\">2014</time> – <time datetime=\"2016-05\">May 2016</time></span>"
    );
    assert_eq!(
        element("2020/..", None),
        "<span><time datetime=\"2020\">2020</time> – present</span>"
    );
    assert_eq!(element("../1999~", None), "<span>until <span>about 1999</span></span>");
}
