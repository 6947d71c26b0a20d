//! What a date is called.

use story_card::dates::{self, Locale};
use story_card::parse::edtf::{as_written, strict, timestamp};
use story_card::words::Words;

fn english(text: &str) -> String {
    let date = strict(text).unwrap_or_else(|| panic!("{text:?} is EDTF"));
    dates::words(&date, &Locale::new(&Words::english(), "en"))
}

fn moment(text: &str) -> String {
    let date = timestamp(text).unwrap_or_else(|| panic!("{text:?} is a timestamp"));
    dates::moment(&date, &Locale::new(&Words::english(), "en"))
}

fn check_words(table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(english(text), *expected, "words of {text:?}");
    }
}

#[test]
fn certain_dates_have_plain_words() {
    check_words(&[
        ("2017", "2017"),
        ("2004-06", "June 2004"),
        ("2024-01-04", "January 4, 2024"),
        ("0079", "79 CE"),
        ("0033-04-03", "April 3, 33 CE"),
        ("0002-03", "March 2 CE"),
        ("0100", "100"),
        ("0999-12-31", "December 31, 999"),
        ("2004-06-XX", "June 2004"),
        ("2004-XX", "2004"),
        ("2004-XX-XX", "2004"),
        ("1985-04-12T23:20:30", "April 12, 1985 at 11:20 PM"),
        ("1985-04-12T03:05:30Z", "April 12, 1985 at 3:05 AM UTC"),
        ("1985-04-12T09:00:00+14:00", "April 12, 1985 at 9:00 AM UTC+14:00"),
        ("1985-04-12T23:20:30-04:30", "April 12, 1985 at 11:20 PM UTC-04:30"),
    ]);
}

#[test]
fn doubt_is_put_in_words() {
    check_words(&[
        ("2017~", "about 2017"),
        ("1756?", "possibly 1756"),
        ("2004-06%", "possibly about June 2004"),
        ("1984~/2004-06?", "about 1984 – possibly June 2004"),
        ("1984~/1984", "about 1984"),
        ("2026-05-01/2026-05-01~", "about May 1, 2026"),
        ("2026-05-01?/2026-05-01", "possibly May 1, 2026"),
        ("2026-05-01?/2026-05-01~", "possibly May 1, 2026 – about May 1, 2026"),
    ]);
}

#[test]
fn decades_centuries_and_seasons_read_as_people_say_them() {
    check_words(&[
        ("198X", "1980s"),
        ("174X~", "about 1740s"),
        ("-20XX", "2100–2001 BCE"),
        ("-198X~", "about 1990–1981 BCE"),
        ("19XX", "1900–1999"),
        ("2001-21", "spring 2001"),
        ("2001-22", "summer 2001"),
        ("2001-23", "autumn 2001"),
        ("2001-24?", "possibly winter 2001"),
        ("-0043-21", "spring 44 BCE"),
    ]);
}

#[test]
fn a_century_is_not_said_like_its_first_decade() {
    for (century, decade) in [("19XX", "190X"), ("20XX", "200X"), ("17XX~", "170X~")] {
        assert_ne!(english(century), english(decade));
    }
    check_words(&[
        ("190X", "1900s"),
        ("20XX", "2000–2099"),
        ("200X", "2000s"),
        ("18XX?", "possibly 1800–1899"),
        ("07XX", "700–799"),
        // Around the year that is not there.
        ("00XX", "1 BCE–99 CE"),
        ("000X", "1 BCE–9 CE"),
        ("001X", "10s"),
        ("19XX/20XX", "1900–1999 – 2000–2099"),
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
        // Its two ends are one, or of one day.
        ("2014/2014", "2014"),
        ("0098/0102", "98 CE – 102 CE"),
        ("2026-03-10/2026-03-10", "March 10, 2026"),
        ("2024-06-03/2024-06-05", "June 3, 2024 – June 5, 2024"),
    ]);
}

#[test]
fn years_before_ours_are_counted_as_historians_do() {
    check_words(&[
        ("-0043", "44 BCE"),
        ("0000", "1 BCE"),
        ("0001", "1 CE"),
        ("-0043-03-15", "March 15, 44 BCE"),
        ("-0099/-0043", "100 BCE – 44 BCE"),
        ("-0026/0014", "27 BCE – 14 CE"),
        ("-0026-01-16/0014-08-19~", "January 16, 27 BCE – about August 19, 14 CE"),
        ("-1985-04-12T23:20:30Z", "April 12, 1986 BCE, 11:20 PM UTC"),
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
    assert!(words.set("date-range", "bis {end} ab {start} {nothing}{"));
    assert!(words.set("date-bce", "{n} v. Chr."));
    let say = |text| dates::words(&strict(text).unwrap(), &Locale::new(&words, "de"));
    assert_eq!(say("-0099"), "100 v. Chr.");
    assert_eq!(say("2014/2016"), "bis 2016 ab 2014 {");
}

#[test]
fn published_day_never_shifts_and_a_moment_has_its_time() {
    assert_eq!(moment("2024-01-04"), "January 4, 2024");
    assert_eq!(moment("2024-01-04T23:59:59"), "January 4, 2024");
    assert_eq!(moment("2024-01-04T14:05:59Z"), "January 4, 2024 at 2:05 PM UTC");
    let approximate = strict("2024-01-04~").unwrap();
    let text = dates::moment(&approximate, &Locale::new(&Words::english(), "en"));
    assert_eq!(text, "about January 4, 2024");
}

#[test]
fn what_had_not_begun_when_the_story_was_written_does_not_go_on() {
    let words = Words::english();
    let told = strict("2026-03-10").and_then(|date| date.latest_millis());
    let locale = Locale { told, ..Locale::new(&words, "en") };
    let told = |text| dates::words(&strict(text).expect("EDTF"), &locale);
    for (text, expected) in [
        ("2030/..", "from 2030"),
        ("2026-03-11/..", "from March 11, 2026"),
        ("2026-03-10/..", "March 10, 2026 – present"),
        ("2026/..", "2026 – present"),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn hours_of_one_day_by_the_card_s_clock_share_their_day() {
    let words = Words::english();
    let locale = Locale { clock: Some(0), ..Locale::new(&words, "en") };
    let told = |text| dates::words(&as_written(text).expect("a date"), &locale);
    for (text, expected) in [
        (
            "2026-03-10T09:00:00Z/2026-03-10T12:00:00Z",
            "March 10, 2026 at 9:00 AM UTC – 12:00 PM UTC",
        ),
        (
            "2026-03-10T09:00:00Z/2026-03-11T12:00:00Z",
            "March 10, 2026 at 9:00 AM UTC – March 11, 2026 at 12:00 PM UTC",
        ),
        (
            "-0043-03-15T10:00:00Z/-0043-03-15T12:00:00Z",
            "March 15, 44 BCE, 10:00 AM UTC – 12:00 PM UTC",
        ),
        (
            "2026-03-10T09:00:00+01:00/2026-03-10T12:00:00+01:00",
            "March 10, 2026 at 9:00 AM UTC+01:00 (8:00 AM UTC) – \
             March 10, 2026 at 12:00 PM UTC+01:00 (11:00 AM UTC)",
        ),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}
