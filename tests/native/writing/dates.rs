//! Dates are written as EDTF.

use story_card::parse::edtf::{as_written, strict};
use story_card::story::EdtfDate;

use crate::hostile;

#[test]
fn edtf_is_written_as_it_is_read() {
    for text in [
        "2024",
        "2024-01",
        "2024-01-05",
        "0000",
        "-0043",
        "0009",
        "Y170000002",
        "Y-170000002",
        "198X",
        "000X",
        "-198X",
        "-000X",
        "19XX",
        "00XX",
        "-20XX",
        "-00XX",
        "2001-21",
        "1943-24",
        "1943-22~",
        "2017~",
        "2017?",
        "2017%",
        "2004-06-XX",
        "2004-XX",
        "-0043-03-15",
        "198X?",
        "2014/2017",
        "2020/..",
        "../1831",
        "1056/",
        "/1056",
        "2004-06~/2004-08?",
        "19XX/2004-XX",
        "2024-01-05T09:40:00Z",
        "2024-01-05T09:40:01+05:30",
        "2024-01-05T09:40:00-11:00",
        "2024-01-05T09:40:00",
        "-0043-03-15T09:40:00Z",
    ] {
        let date = strict(text).unwrap_or_else(|| panic!("{text} is no EDTF"));
        assert_eq!(date.to_string(), text);
    }
}

#[test]
fn what_is_read_with_leniency_is_written_without() {
    for (text, expected) in [
        ("2004-XX-XX", "2004-XX"),
        ("c. 1740", "1740~"),
        ("1740s", "174X"),
        ("2020-Present", "2020/.."),
        ("19 Nov 2019", "2019-11-19"),
        ("Tue, 19 Nov 2019 07:09:00 GMT", "2019-11-19T07:09:00Z"),
        ("2026-03-10T01:12:00.000Z", "2026-03-10T01:12:00Z"),
        ("2017/2014", "2017/2014"),
    ] {
        assert_eq!(as_written(text).map(|date| date.to_string()).as_deref(), Some(expected));
    }
}

#[test]
fn every_date_is_read_again_as_the_same() {
    let written = |date: EdtfDate| as_written(&date.to_string());
    let mut count = 0;
    for text in hostile::all(hostile::DATES) {
        if let Some(date) = as_written(&text) {
            assert_eq!(written(date), Some(date), "{text}");
            count += 1;
        }
    }
    assert!(count > 10, "only {count} dates");
}
