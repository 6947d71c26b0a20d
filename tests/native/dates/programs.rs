//! Days and moments in the notations of programs.

use story_card::parse::edtf::{as_written, lenient, strict};
use story_card::story::{EdtfDate, Point, Precision, Time};

/// 10 March 2026, 1:12:05, so many minutes ahead of UTC.
fn at(offset: Option<i16>) -> EdtfDate {
    let time = Time::new(1, 12, 5, offset).unwrap();
    EdtfDate::on(Point::new(2026, Precision::Second { month: 3, day: 10, time }).unwrap())
}

fn check(expected: EdtfDate, texts: &[&str]) {
    for text in texts {
        assert_eq!(lenient(text), Some(expected), "{text:?}");
    }
}

#[test]
fn a_moment_is_read_in_the_notation_of_every_program() {
    check(
        at(Some(0)),
        &[
            // JavaScript: toISOString, toUTCString, toString.
            "2026-03-10T01:12:05.000Z",
            "Tue, 10 Mar 2026 01:12:05 GMT",
            "Tue Mar 10 2026 01:12:05 GMT+0000 (Coordinated Universal Time)",
            // Python, Java, Go, Ruby, PostgreSQL, C.
            "2026-03-10T01:12:05.123456Z",
            "2026-03-10T01:12:05.123456789+00:00",
            "2026-03-10T01:12:05Z[UTC]",
            "2026-03-10 01:12:05 +0000 UTC",
            "2026-03-10 01:12:05 UTC",
            "2026-03-10 01:12:05.12+00",
            "Tue Mar 10 01:12:05 UTC 2026",
            // ISO 8601, basic and lower case.
            "20260310T011205Z",
            "2026-03-10t01:12:05z",
            "2026-03-10T01:12:05,5Z",
            "2026/03/10 01:12:05 GMT",
            "10 March 2026 at 1:12:05 AM UTC",
        ],
    );
    check(
        at(Some(60)),
        &[
            "2026-03-10T01:12:05+01:00",
            "2026-03-10T01:12:05.482+0100",
            "2026-03-10T01:12:05+01",
            "2026-03-10T01:12:05+01:00[Europe/Paris]",
            "20260310T011205+0100",
            "Tue Mar 10 2026 01:12:05 GMT+0100 (Central European Standard Time)",
            "Tue, 10 Mar 2026 01:12:05 +0100",
        ],
    );
    check(
        at(Some(330)),
        &[
            "2026-03-10T01:12:05+5:30",
            "2026-03-10 01:12:05 +5:30",
            "2026-03-10T01:12:05+0530",
            "Tue Mar 10 2026 01:12:05 GMT+5:30 (India Standard Time)",
        ],
    );
    check(at(Some(300)), &["2026-03-10T01:12:05+05", "2026-03-10T01:12:05+5:00"]);
    check(
        at(Some(540)),
        &["March 10, 2026 at 1:12:05 AM GMT+9", "10 Mar 2026, 01:12:05 (x) UTC+9"],
    );
    check(at(Some(-210)), &["2026-03-10T01:12:05-3:30"]);
    check(at(Some(-300)), &["Tue, 10 Mar 2026 01:12:05 EST", "2026-03-10 01:12:05 -0500"]);
    check(at(Some(-420)), &["10 Mar 2026 01:12:05 PDT", "10 Mar 2026 01:12:05 MST"]);
}

#[test]
fn a_zone_known_by_name_alone_leaves_the_clock_of_its_place() {
    check(
        at(None),
        &[
            "2026-03-10 01:12:05",
            "2026-03-10T01:12:05.000",
            "2026-03-10T01:12:05 EET",
            "10 Mar 2026 01:12:05 CEST",
            "March 10, 2026, 1:12:05 a.m. ET",
        ],
    );
}

#[test]
fn hours_after_noon_are_counted_on() {
    for (text, hour) in [("12:30 AM", 0), ("12:30 PM", 12), ("11:30 pm", 23), ("1:30 am", 1)] {
        let date = lenient(&format!("March 10, 2026 {text}"));
        assert_eq!(
            date.and_then(|date| date.point()?.time()).map(Time::hour),
            Some(hour),
            "{text}"
        );
    }
    assert_eq!(lenient("March 10, 2026 13:30 PM"), None);
}

#[test]
fn a_day_is_read_in_words() {
    let day = strict("2019-11-19").unwrap();
    check(
        day,
        &[
            "19 Nov 2019",
            "19-Nov-2019",
            "November 19, 2019",
            "Nov. 19th, 2019",
            "Tuesday, 19 November 2019",
            "Tue Nov 19 2019",
            "2019 November 19",
            "20191119",
            "2019/11/19",
            "2019.11.19",
            // The end of a day, as ISO 8601 has it.
            "2019-11-19T24:00:00Z",
            "2019-11-19 24:00",
        ],
    );
    check(strict("2019-03-09").unwrap(), &["2019-3-9", "2019/3/09", "2019.3.9", "Mar 9, 2019"]);
    check(strict("2019-11").unwrap(), &["November 2019", "Nov. 2019", "2019 Nov"]);
}

#[test]
fn an_hour_is_read_without_minutes_and_with_the_marks_of_typographers() {
    let noon = strict("2026-03-10T12:00:00-05:00").unwrap();
    check(
        noon,
        &[
            "2026-03-10T12-05:00",
            "2026-03-10T12 -05:00",
            "2026-03-10T12:00:00−05:00",
            "2026-03-10 12:00 −0500",
            "March 10, 2026, 12:00 p.m. EST",
        ],
    );
    check(strict("2026-03-10T12:00:00Z").unwrap(), &["2026-03-10T12Z", "2026-3-10 12:00Z"]);
    check(strict("2026-03-10T12:00:00").unwrap(), &["2026-03-10T12", "2026-3-10 12:00"]);
}

#[test]
fn the_words_of_older_edtf_for_an_end_are_read() {
    check(strict("2020/..").unwrap(), &["2020/open", "2020-open"]);
    check(strict("2020/").unwrap(), &["2020/unknown"]);
    check(strict("/2020").unwrap(), &["unknown/2020"]);
    assert_eq!(lenient("unknown"), None);
}

#[test]
fn years_before_ours_are_read_as_programs_write_them() {
    for text in ["-000043-03-15T12:00:00.000Z", "-0043-03-15T12:00:00.000Z"] {
        assert_eq!(lenient(text), strict("-0043-03-15T12:00:00Z"), "{text}");
    }
    assert_eq!(lenient("+002026-03-10"), strict("2026-03-10"));
    assert_eq!(lenient("-000000-01-01"), None, "there is no such year");
}

#[test]
fn digits_beyond_all_numbers_are_no_date() {
    let digits = "9".repeat(40);
    for text in [
        digits.clone(),
        format!("March {digits}"),
        format!("{digits} March 2026"),
        format!("10 March {digits}"),
        format!("10 March 2026 at {digits}"),
        format!("2026-03-10T{digits}"),
        format!("2026-03-{digits}"),
        format!("2026.{digits}.10"),
    ] {
        assert_eq!((strict(&text), lenient(&text)), (None, None), "{text}");
    }
}

#[test]
fn two_moments_with_a_slash_are_an_interval() {
    for (text, start, end) in [
        (
            "2026-03-10T03:00:00Z/2026-03-10T05:40:00Z",
            "2026-03-10T03:00:00Z",
            "2026-03-10T05:40:00Z",
        ),
        ("2026-03-10T03:00Z/05:40Z", "2026-03-10T03:00:00Z", "2026-03-10T05:40:00Z"),
        ("2026-03-10 03:00:00.000 / 2026-03-12", "2026-03-10T03:00:00", "2026-03-12"),
        ("2026-03-10/14", "2026-03-10", "2026-03-14"),
        ("2026-03-10/04-02", "2026-03-10", "2026-04-02"),
        ("19 Nov 2019 – 21 Nov 2019", "2019-11-19", "2019-11-21"),
    ] {
        let date = lenient(text).unwrap_or_else(|| panic!("{text:?} is an interval"));
        let ends = (date.start().point(), date.end().point());
        let point = |edtf| strict(edtf).and_then(|date| date.point());
        assert_eq!(ends, (point(start), point(end)), "{text:?}");
        assert!(ends.0.is_some() && ends.1.is_some(), "{text:?}");
    }
    let open = lenient("2026-03-10T03:00:00.000Z/..").expect("an interval");
    assert_eq!(open.latest_millis(), None);
    assert!(lenient("../2026-03-10T03:00:00.000Z").is_some());
    for text in ["2026/03", "2014/16", "2014-06/08", "19 Nov 2019/21", "2026-03-10/x", "/", "3/4"] {
        assert_eq!(lenient(text), None, "{text:?}");
    }
}

#[test]
fn an_interval_that_ends_before_it_begins_keeps_both_its_ends() {
    for text in ["2016/2014", "2016-2014", "2026-03-10T05:40:00.000Z/2026-03-10T03:00:00.000Z"] {
        assert_eq!(lenient(text), None, "{text:?}");
        let date = as_written(text).unwrap_or_else(|| panic!("{text:?} is two dates"));
        assert!(date.is_reversed(), "{text:?}");
        assert!(date.start().point().is_some() && date.end().point().is_some(), "{text:?}");
    }
    assert!(!as_written("2014/2016").unwrap().is_reversed());
    assert!(!as_written("2014").unwrap().is_reversed());
}

#[test]
fn what_only_looks_like_a_moment_stays_words() {
    for text in [
        "3/10/2026, 1:12:05 AM",
        "10/03/2026",
        "10.03.2026",
        "10 March",
        "March",
        "March 2026 12:00",
        "2026-3",
        "2026-3/1",
        "2026-03-10T",
        "2026-03-10T1",
        "2026-03-10T12.5Z",
        "2026-03-10T24:01:00Z",
        "2026-03-10T25:00:00Z",
        "2026-03-10 or later",
        "Monster 10 March 2026",
        "10 March 2026 around noon",
        "31 Feb 2026",
        "1773144000",
        "1773144000000",
        "10 11 March 2026",
        "10 March 2026 2027",
        "2026-03-10T01:12:05+1",
        "2026-03-10T01:12:05 +01:00:00",
    ] {
        assert_eq!(lenient(text), None, "{text:?}");
    }
}

/// As `Date.now()` and the clocks of other programs have it; in a text it may be anything.
#[test]
fn a_number_counts_from_1970_where_it_is_one_of_today() {
    for number in ["1773144000", "1773144000000", "1773144000000.5", "1773144000.25"] {
        let text = format!(
            r#"{{ "schemaVersion": "story-card/1.0", "headline": "H", "datePublished": {number}, "timeline": {{ "events": [
            {{ "date": {number}, "headline": "A" }}, {{ "date": 2014, "headline": "B" }},
            {{ "date": 20260310123, "headline": "C" }}, {{ "date": 3773144000, "headline": "D" }}, {{ "date": 17731440001, "headline": "E" }} ] }} }}"#
        );
        let story =
            story_card::parse(&text, &story_card::Options::default()).expect("a story").story;
        let noon = lenient("2026-03-10T12:00:00Z");
        assert_eq!(story.published, noon, "{number}");
        let events = story.timeline.expect("a timeline").events;
        let dates: Vec<_> = events.iter().map(|event| event.date).collect();
        assert_eq!(dates, [noon, lenient("2014"), None, None, None], "{number}");
    }
}

#[test]
fn the_date_of_a_database_that_has_none_is_not_shown() {
    let text = r#"{ "schemaVersion": "story-card/1.0", "headline": "H", "timeline": { "events": [
        { "date": "0000-00-00 00:00:00", "headline": "A" }, { "date": "undated", "headline": "B" } ] } }"#;
    let story = story_card::parse(text, &story_card::Options::default()).expect("a story").story;
    let events = story.timeline.expect("a timeline").events;
    let labels: Vec<_> = events.iter().map(|event| event.display_date.as_deref()).collect();
    assert_eq!(labels, [None, Some("undated")]);
}
