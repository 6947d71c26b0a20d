//! Ticks: round, far enough apart, and no finer than what is known.

use proptest::prelude::*;
use story_card::parse::edtf::strict;
use story_card::timeline::scale::{Chart, Label, Scale, Tick, Unit, View, apart, cut, ems, ticks};

use super::{any_events, chart};

const ROOM: f64 = 50.0;

fn seen(dates: &[&str], width: f64) -> Vec<Tick> {
    let chart = chart(dates);
    let scale = Scale { axis: &chart.axis, window: View::WHOLE, width, pad: 6.0 };
    ticks(&scale, chart.finest, ROOM)
}

/// Whether an instant is the start of this date.
fn is(tick: &Tick, text: &str) -> bool {
    strict(text).and_then(|date| date.earliest_millis()) == Some(tick.millis)
}

#[test]
fn ticks_are_round_at_every_scale() {
    for (dates, expected) in [
        (&["2014", "2024"][..], &["2014", "2015", "2016"][..]),
        (&["1810", "2010"], &["1820", "1840", "1860"]),
        (&["-0499", "1999"], &["-0399", "-0199", "0001", "0200"]),
        (&["-2999", "1999"], &["-2999", "-2499", "-1999", "-1499", "-0999", "-0499", "0001"]),
        (&["2024-01", "2024-08"], &["2024-01", "2024-02", "2024-03"]),
        (&["2024-03-04", "2024-03-14"], &["2024-03-04", "2024-03-05", "2024-03-06"]),
        (
            &["2024-03-04T08:00:00Z", "2024-03-04T20:00:00Z"],
            &["2024-03-04T08:00:00Z", "2024-03-04T09:00:00Z", "2024-03-04T10:00:00Z"],
        ),
    ] {
        let ticks = seen(dates, 640.0);
        for (tick, expected) in ticks.iter().zip(expected) {
            assert!(is(tick, expected), "{dates:?}: {expected}, not {tick:?}");
        }
        assert!(ticks.len() >= expected.len(), "{dates:?}: {ticks:?}");
    }
}

#[test]
fn ticks_are_no_finer_than_the_dates() {
    let ticks = seen(&["2023", "2024"], 1_400.0);
    assert!(ticks.iter().all(|tick| tick.unit == Unit::Year), "{ticks:?}");
    let ticks = seen(&["2024-03-04", "2024-03-05"], 1_400.0);
    assert!(ticks.iter().all(|tick| tick.unit == Unit::Day), "{ticks:?}");
}

#[test]
fn every_stretch_of_a_broken_axis_has_ticks_of_its_own() {
    let ticks = seen(&["-0499", "2024-01-04", "2024-02-03", "2024-03-05", "2024-06-07"], 640.0);
    assert_eq!(ticks.iter().filter(|tick| tick.is_first).count(), 2, "{ticks:?}");
    assert!(ticks.iter().any(|tick| tick.unit == Unit::Month), "{ticks:?}");
}

#[test]
fn labels_give_way_to_the_one_before() {
    let kept = |leading: [bool; 4]| {
        let places = [(0.0, 40.0), (30.0, 20.0), (52.0, 20.0), (95.0, 10.0)];
        let label = |((x, wide), leads)| Label { x, wide, leads };
        apart(&places.into_iter().zip(leading).map(label).collect::<Vec<_>>(), 5.0, 100.0)
    };
    assert_eq!(kept([false; 4]), [true, false, true, false]);
    // Midnight among hours tells which day it is.
    assert_eq!(kept([false, true, false, false]), [false, true, false, false]);
    assert_eq!(kept([true, true, false, false]), [true, false, true, false]);
    assert_eq!(kept([false, false, true, true]), [true, false, true, false]);
}

#[test]
fn hours_around_midnight_tell_the_day() {
    let moments = ["2026-10-24T22:30:00Z", "2026-10-25T06:00:00Z"];
    let leading: Vec<bool> = seen(&moments, 640.0).iter().map(Tick::leads).collect();
    assert_eq!(leading.iter().filter(|leads| **leads).count(), 1, "{leading:?}");
}

#[test]
fn text_is_cut_to_its_room() {
    assert_eq!(cut("Iraq", 9.0, &ems), "Iraq");
    assert_eq!(cut("The self-recording gauge", 7.0, &ems), "The self-rec…");
    assert_eq!(cut("The self-recording gauge", 1.0, &ems), "");
    assert!(ems("海平面") > 2.9);
}

#[test]
fn a_label_is_cut_between_letters_by_the_width_it_is_given() {
    // A family and a flag are one letter each, whatever their parts would take.
    let width = |text: &str| {
        f64::from(u32::try_from(text.chars().filter(|c| *c != '\u{200D}').count()).unwrap())
    };
    assert_eq!(cut("👨‍👩‍👧 👨‍👩‍👧 👨‍👩‍👧 👨‍👩‍👧", 14.0, &width), "👨‍👩‍👧 👨‍👩‍👧 👨‍👩‍👧…");
    assert_eq!(cut("🇩🇪🇫🇷🇮🇹🇪🇸", 7.5, &width), "🇩🇪🇫🇷🇮🇹…");
    assert_eq!(cut("e\u{301}e\u{301}e\u{301}e\u{301}", 7.0, &width), "e\u{301}e\u{301}e\u{301}…");
    assert_eq!(
        cut("iiiiiiii", 8.0, &|text| f64::from(u32::try_from(text.len()).unwrap())),
        "iiiiiiii"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ticks_are_on_the_paper_and_apart(
        events in any_events(30), width in 160.0..1400.0, at in 0.0..1.0, size in 0.00001..1.0
    ) {
        let Some(chart) = Chart::of(&events, None, None) else { return Ok(()) };
        for window in [View::WHOLE, View::new(at, at + size, 1e-6)] {
            let scale = Scale { axis: &chart.axis, window, width, pad: 6.0 };
            let ticks = ticks(&scale, chart.finest, ROOM);
            for pair in ticks.windows(2) {
                let far = pair[1].x - pair[0].x;
                prop_assert!(pair[1].is_first || far > ROOM * 0.85, "{:?}", pair);
            }
            for tick in &ticks {
                prop_assert!(tick.x >= 5.0 && tick.x <= width - 5.0, "{:?}", tick);
                prop_assert!(tick.unit >= chart.finest, "{:?}", tick);
            }
        }
    }

    #[test]
    fn cut_text_fits(text in "\\PC{0,60}", room in 0.0..30.0) {
        let cut = cut(&text, room, &ems);
        prop_assert!(ems(&cut) <= room + 1e-9, "{}", cut);
        prop_assert!(cut == text || cut.is_empty() || cut.ends_with('…'));
    }
}
