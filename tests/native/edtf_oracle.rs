//! Reading EDTF, against another implementation of the standard.
//!
//! `edtf-core` reads levels 0 to 2. What it finds to be level 0 or 1 is what
//! [`strict`] has to read, but for four differences, each a function here.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test fails by panicking")]

use edtf_core::{Bound, BoundDate, Edtf};
use proptest::prelude::*;
use story_card::parse::edtf::{lenient, strict, timestamp};
use story_card::story::{EdtfDate, Point};
use story_card::timeline::scale::Span;

const DAY_MILLIS: f64 = 86_400_000.0;

/// Years of more digits than this are refused: they would not fit a scale.
const MAX_YEAR_DIGITS: usize = 15;

/// What [`strict`] should make of a text, going by the oracle.
fn is_expected(text: &str) -> bool {
    if let Some(text) = in_our_era(text) {
        return is_expected(&text);
    }
    let Ok(oracle) = Edtf::parse(text) else {
        return false;
    };
    let is_level_1 = oracle.level() <= 1 || has_unspecified_digits_in_interval(text, &oracle);
    is_level_1
        && !has_qualifier_before_the_end(text)
        && !has_year_out_of_reach(text)
        && !has_season_of_some_year(text)
}

/// The oracle takes `100X-21`; the standard has unspecified digits before another part at
/// level 2 only.
fn has_season_of_some_year(text: &str) -> bool {
    text.split('/').any(|end| end.split_once("X-").is_some_and(|(_, part)| part.starts_with('2')))
}

/// Unspecified digits in an interval are level 2, but read all the same: each
/// end alone is level 1, and "1980s – 1990s" is what people write.
fn has_unspecified_digits_in_interval(text: &str, oracle: &Edtf) -> bool {
    let is_level_1 = |end| matches!(end, "" | "..") || edtf_core::level(end) <= Some(1);
    matches!(oracle, Edtf::Interval(_)) && text.split('/').all(is_level_1)
}

/// The oracle counts `?2004` and `2004~-06~` as other spellings of level 1; the
/// standard has qualifiers left of a part at level 2 only.
fn has_qualifier_before_the_end(text: &str) -> bool {
    let is_qualifier = |c| matches!(c, '?' | '~' | '%');
    text.split('/').any(|end| {
        let mut rest = end.chars();
        rest.next_back();
        rest.any(is_qualifier)
    })
}

/// The oracle refuses unspecified digits and times of day before our era, which the standard
/// has: there such a text is sound where it is sound in our era, for the same years have a
/// leap day. Their spans are a test of their own (`dates::instants`).
fn in_our_era(text: &str) -> Option<String> {
    let digits = text.strip_prefix('-')?;
    let (year, after) = digits.split_at_checked(4)?;
    let is_year = year.bytes().all(|digit| digit.is_ascii_digit() || digit == b'X');
    let is_beyond_the_oracle = year.contains('X') || after.contains('T');
    (is_year && year != "0000" && is_beyond_the_oracle).then(|| digits.to_owned())
}

/// The same in an interval: what order its ends are in, the oracle does not say.
fn has_such_an_end(text: &str) -> bool {
    text.contains('/') && text.split('/').any(|end| in_our_era(end).is_some())
}

fn has_year_out_of_reach(text: &str) -> bool {
    let digits = |end: &str| end.bytes().filter(u8::is_ascii_digit).count();
    text.split('/').any(|end| end.starts_with('Y') && digits(end) > MAX_YEAR_DIGITS)
}

/// The oracle's seasons are those of the northern hemisphere, while level 1 says of none
/// where it is: for each its year is sure, no more.
fn without_seasons(text: &str) -> String {
    let year = |end: &str| {
        let date = end.trim_end_matches(['?', '~', '%']);
        let season = ["-21", "-22", "-23", "-24"].iter().find_map(|s| date.strip_suffix(s));
        let year =
            season.filter(|year| year.trim_start_matches('-').len() == 4 && !year.contains('X'));
        year.map_or_else(|| end.to_owned(), |year| [year, &end[date.len()..]].concat())
    };
    text.split('/').map(year).collect::<Vec<_>>().join("/")
}

/// Days since 1970, counted year by year of 365 and leap day by leap day.
fn days_since_1970(date: BoundDate) -> i64 {
    const BEFORE_MONTH: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let is_leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
    let last = date.year - 1;
    let leap_days = last.div_euclid(4) - last.div_euclid(100) + last.div_euclid(400);
    let in_year = BEFORE_MONTH[usize::from(date.month) - 1]
        + i64::from(is_leap && date.month > 2)
        + i64::from(date.day);
    last * 365 + leap_days + in_year - 719_163
}

#[expect(clippy::cast_precision_loss, reason = "as precise as what is tested")]
fn millis(bound: Bound, days_after: i64) -> Option<f64> {
    match bound {
        Bound::Date(date) => Some((days_since_1970(date) + days_after) as f64 * DAY_MILLIS),
        _ => None,
    }
}

/// The span in whole days by the clock of the place, as the oracle counts.
fn wall_days(date: &EdtfDate) -> (Option<f64>, Option<f64>) {
    let Some(point) = date.point().filter(|_| date.has_time()) else {
        return (date.earliest_millis(), date.latest_millis());
    };
    let midnight = |point: Point| (point.wall_millis() / DAY_MILLIS).floor() * DAY_MILLIS;
    (Some(midnight(point)), Some(midnight(point) + DAY_MILLIS))
}

fn check_agreement(text: &str) -> Result<(), TestCaseError> {
    let date = strict(text);
    if has_such_an_end(text) {
        return Ok(());
    }
    let years = without_seasons(text);
    prop_assert_eq!(date.is_some(), is_expected(&years), "reading {:?}", text);
    if let Some(date) = date.filter(|_| in_our_era(text).is_none()) {
        let bounds = Edtf::parse(&years).unwrap().bounds();
        let expected = (millis(bounds.earliest, 0), millis(bounds.latest, 1));
        prop_assert_eq!(wall_days(&date), expected, "span of {:?}", text);
        let span = Span::of(&date, 0);
        let drawn = (expected.0.map(|_| span.from), expected.1.map(|_| span.to));
        let known = (date.earliest_millis(), date.latest_millis());
        prop_assert_eq!(drawn, known, "drawn for {:?}", text);
    }
    Ok(())
}

/// Dates of the shapes of levels 0 and 1, now and then in no calendar.
fn single() -> impl Strategy<Value = String> {
    let year = prop_oneof![
        4 => (1_000..=2_100_u16).prop_map(|year| format!("{year}")),
        2 => (0..=9_999_u16).prop_map(|year| format!("{year:04}")),
        1 => (0..=9_999_u16).prop_map(|year| format!("-{year:04}")),
        1 => "-?000[0-4]",
    ];
    let part = |most: u8| (0..=most).prop_map(|part| format!("-{part:02}"));
    let unspecified = || Just("-XX".to_owned());
    let rest = prop_oneof![
        2 => Just(String::new()),
        2 => part(13),
        1 => part(40),
        4 => (part(13), part(32)).prop_map(|(month, day)| month + &day),
        1 => Just("-02-29".to_owned()),
        1 => unspecified(),
        1 => (part(13), unspecified()).prop_map(|(month, day)| month + &day),
        1 => Just("-XX-XX".to_owned()),
    ];
    let date = prop_oneof![
        8 => (year, rest).prop_map(|(year, rest)| year + &rest),
        1 => "-?[0-9]{2}[0-9X]X",
        1 => "Y-?[0-9]{4,18}",
    ];
    (date, "[?~%]?").prop_map(|(date, qualifier)| date + &qualifier)
}

fn date_time() -> impl Strategy<Value = String> {
    let clock = (0..=25_u8, 0..=61_u8, 0..=61_u8);
    let zone = prop_oneof![
        Just(String::new()),
        Just("Z".to_owned()),
        "[+-](0[0-9]|1[0-5])(:[0-6][0-9])?",
        "[+-]00(:00)?",
    ];
    ("-?(19|20)[0-9]{2}-(0[1-9]|1[0-2])-[0-2][0-9]", clock, zone)
        .prop_map(|(day, (h, m, s), zone)| format!("{day}T{h:02}:{m:02}:{s:02}{zone}"))
}

fn valid_or_nearly() -> impl Strategy<Value = String> {
    let end = || prop_oneof![6 => single(), 1 => Just(String::new()), 1 => Just("..".to_owned())];
    prop_oneof![
        3 => single(),
        1 => date_time(),
        3 => (end(), end()).prop_map(|(start, end)| format!("{start}/{end}")),
    ]
}

/// A date with one letter put in, taken out or changed.
fn mistyped() -> impl Strategy<Value = String> {
    let letter = prop::char::ranges(vec!['0'..='9', '%'..='/', '?'..='?', 'S'..='Z'].into());
    (valid_or_nearly(), any::<prop::sample::Index>(), letter, 0..3).prop_map(
        |(text, place, letter, change)| {
            let mut letters: Vec<char> = text.chars().collect();
            let place = place.index(letters.len());
            match change {
                0 => letters.insert(place, letter),
                1 => letters[place] = letter,
                _ => {
                    letters.remove(place);
                }
            }
            letters.into_iter().collect()
        },
    )
}

#[test]
fn years_that_are_not_sure_have_no_seasons() -> Result<(), TestCaseError> {
    ["100X-21", "10XX-24", "-100X-22", "100X-21/2020"].into_iter().try_for_each(check_agreement)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn dates_and_intervals_agree_with_the_oracle(text in valid_or_nearly()) {
        check_agreement(&text)?;
    }

    #[test]
    fn mistyped_dates_agree_with_the_oracle(text in mistyped()) {
        check_agreement(&text)?;
    }

    #[test]
    fn noise_agrees_with_the_oracle(text in "[0-9XYTZ:+.?~%/-]{0,24}") {
        check_agreement(&text)?;
    }

    #[test]
    fn any_text_is_survived(text in any::<String>()) {
        check_agreement(&text)?;
        let _ = (lenient(&text), timestamp(&text));
    }

    #[test]
    fn texts_near_the_habits_of_writers_are_survived(
        text in "(c\\.|ca|circa|~)? ?[0-9]{0,5}s?( ?[-–—/] ?)?([0-9]{4}|present|\\PC{0,3})"
    ) {
        let date = lenient(&text);
        if let Some(plain) = strict(&text) {
            prop_assert_eq!(date, Some(plain), "{:?} is never read otherwise", text);
        }
    }

    #[test]
    fn timestamps_are_exact_dates_or_moments(text in date_time()) {
        if let Some(date) = timestamp(&text).filter(|_| !text.starts_with('-')) {
            prop_assert!(date.datetime().is_some(), "{:?}", text);
            prop_assert_eq!(Some(date), date.datetime().and_then(|text| strict(&text)));
        }
    }
}

#[test]
fn long_texts_are_refused_unread() {
    for read in [strict, lenient, timestamp] {
        assert_eq!(read(&"1".repeat(101)), None);
        assert_eq!(read(&"–".repeat(1_000_000)), None);
    }
}
