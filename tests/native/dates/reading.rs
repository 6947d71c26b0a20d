//! What is read as a date, and what is refused.

use story_card::parse::edtf::{lenient, strict, timestamp};
use story_card::story::{EdtfDate, Point, Precision, Season, Time};

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
    assert!(Point::new(-99, Precision::Century).is_some(), "the first year of -00XX");
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
            "-1XXX",
            "-198X-01",
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
            "June",
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
fn timestamps_are_read_by_the_reader_of_all_dates() {
    check_read(
        timestamp,
        &[
            ("2024", "2024"),
            ("2024-01", "2024-01"),
            ("2024-01-04?", "2024-01-04?"),
            ("2024-01-04/2024-01-05", "2024-01-04/2024-01-05"),
            ("2024-01-04T10:00:00/2024-01-05", "2024-01-04/2024-01-05"),
            ("19 Nov 2019 10:00:00 GMT", "2019-11-19T10:00:00Z"),
        ],
    );
}

#[test]
fn broken_timestamps_are_refused() {
    check_refused(
        timestamp,
        &[
            "",
            "2024-02-30T10:00:00Z",
            "2024-01-04T",
            "2024-01-04T1",
            "2024-01-04T25:00:00Z",
            "2024-01-04T10:61:00",
            "2024-01-04T10:00:00.Z",
            "2024-01-04T10:00:00X",
            "2024-01-04T10:00:00+1",
            "2024-01-04T10:00:00+9999",
            "1704378600",
            "２０２４-01-04",
        ],
    );
}
