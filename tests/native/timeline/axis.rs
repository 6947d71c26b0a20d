//! Time to a place on the axis, and back; breaks where nothing happens for too long.

use proptest::prelude::*;
use story_card::timeline::scale::{Axis, Chart};

use super::{any_events, chart, date, events, grouped};

/// The years at which what is left out begins and ends.
fn breaks(dates: &[&str]) -> Vec<(f64, f64)> {
    let year = |millis: f64| (1_970.0 + millis / 31_556_952_000.0).round();
    chart(dates).axis.breaks().map(|(from, to)| (year(from), year(to))).collect()
}

#[test]
fn an_even_timeline_is_not_broken() {
    for dates in [
        &["2014", "2017", "2020/..", "2024"][..],
        &["2014-01-01", "2017-03-05", "2020-09-30", "2024-01-04"],
        &["1990", "2020"],
        &["1900", "1901", "2020"],
        &["-0499", "0500", "1500", "2024"],
        &["1900/2020", "2019", "2020", "2021"],
        &["2000", "2001", "2002", "2010"],
        // Hours of one night: each has room enough.
        &[
            "2024-03-04T03:10:00Z",
            "2024-03-04T03:40:00Z",
            "2024-03-04T04:05:00Z",
            "2024-03-04T06:00:00Z",
            "2024-03-04T09:30:00Z",
            "2024-03-04T14:00:00Z",
        ],
    ] {
        assert_eq!(breaks(dates), [], "{dates:?}");
    }
}

#[test]
fn an_uneven_timeline_is_broken_where_it_is_empty() {
    let broken = breaks(&["-0499", "2024-01-04", "2024-02-03", "2024-03-05", "2024-06-07"]);
    assert_eq!(broken, [(-498.0, 2_024.0)]);
    let twice = breaks(&["-0499", "1500", "2024-01-04", "2024-02-03", "2024-03-05"]);
    assert_eq!(twice.len(), 2, "{twice:?}");
}

#[test]
fn the_crowd_has_most_of_a_broken_axis() {
    let axis = chart(&["-0499", "2024-01-04", "2024-02-03", "2024-03-05", "2024-06-07"]).axis;
    let [before, after] = axis.stretches() else { panic!("{axis:?}") };
    assert!(after.until - after.at > 2.0 * (before.until - before.at), "{axis:?}");
    assert!(before.until - before.at > 0.1, "{axis:?}");
}

/// A history that ends in our days: most of it in the last fifth of the time.
const HISTORY: [&str; 17] = [
    "-0439", "-0054", "0725", "1056", "12XX", "1616", "1683", "1711", "1731", "1768", "1774",
    "1831", "1872", "1915", "1953", "1992", "2022",
];

#[test]
fn scale_changes_at_a_round_date_where_most_events_come_late() {
    let axis = chart(&HISTORY).axis;
    let year = |millis: f64| (1_970.0 + millis / 31_556_952_000.0).round();
    let bends: Vec<f64> = axis.bends().map(|stretch| year(stretch.from)).collect();
    assert_eq!(bends, [1_600.0]);
    assert_eq!(axis.breaks().count(), 0);
    // Those after it have the room that they did not have.
    let after = 1.0 - axis.place(date("1616").earliest_millis().expect("a year"));
    assert!(after > 0.55, "{after}");
}

#[test]
fn scale_changes_where_most_events_come_early_or_amid() {
    let early: Vec<String> = (0..12)
        .map(|n| format!("19{:02}", n * 2))
        .chain(["1950", "1990", "2030", "2070"].map(Into::into))
        .collect();
    let amid: Vec<String> = ["1000", "1300"]
        .map(Into::into)
        .into_iter()
        .chain((0..20).map(|n| format!("{}", 1_900 + n)))
        .chain(["2300", "2600"].map(Into::into))
        .collect();
    let bends = |dates: &[String]| {
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        chart(&dates).axis.bends().count()
    };
    assert_eq!((bends(&early), bends(&amid)), (1, 2));
}

#[test]
fn scale_changes_at_round_dates_whatever_the_epoch() {
    // Around 1970, from which milliseconds count.
    let crowd = (0..20).map(|n| format!("1970-01-{:02}", 5 + n));
    let dates: Vec<String> = (0..10).map(|n| format!("{}", 1_930 + n * 4)).chain(crowd).collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let axis = chart(&dates).axis;
    let bends: Vec<f64> = axis.bends().map(|stretch| stretch.from / 86_400_000.0).collect();
    assert_eq!(bends, [0.0]);
    // Bare years change their scale at a year.
    let bare: Vec<String> = (0..12)
        .map(|n| format!("{}", 1_000 + n))
        .chain((0..5).map(|n| format!("{}", 1_200 + n * 90)))
        .collect();
    let bare: Vec<&str> = bare.iter().map(String::as_str).collect();
    let axis = chart(&bare).axis;
    for stretch in axis.bends() {
        let years = stretch.from / 31_556_952_000.0;
        assert!((years - years.round()).abs() < 0.01, "{years}");
    }
    assert_eq!(axis.bends().count(), 1);
}

#[test]
fn scale_does_not_change_where_events_come_evenly_or_are_few() {
    let even: Vec<String> = (0..40).map(|n| format!("{}", 1_500 + n * 13)).collect();
    let even: Vec<&str> = even.iter().map(String::as_str).collect();
    for dates in [&even[..], &HISTORY[10..], &["1000", "2020", "2021", "2022", "2023", "2024"]] {
        assert_eq!(chart(dates).axis.bends().count(), 0, "{dates:?}");
    }
}

#[test]
fn too_few_dates_have_no_chart() {
    assert_eq!(Chart::of(&events(&["", "", ""]), None, None), None);
    assert_eq!(Chart::of(&events(&["2014", ""]), None, None), None);
    assert!(Chart::of(&events(&["2014", "2014"]), None, None).is_some());
}

#[test]
fn marks_are_in_order_of_time_and_lanes_of_appearance() {
    let events = grouped(&[("2020", "b"), ("1990", "a"), ("", "c"), ("2000", ""), ("2010", "a")]);
    let chart = Chart::of(&events, None, None).expect("a chart");
    let marks: Vec<_> = chart.marks.iter().map(|mark| (mark.event, mark.lane)).collect();
    assert_eq!(marks, [(1, 2), (3, 0), (4, 2), (0, 1)]);
    assert_eq!(chart.lanes, [None, Some("b".into()), Some("a".into())]);
}

#[test]
fn one_group_or_a_crowd_of_them_has_no_lanes() {
    let one = grouped(&[("2020", "a"), ("1990", "a")]);
    assert_eq!(Chart::of(&one, None, None).expect("a chart").lanes, [None]);
    let names: Vec<String> = (0..9).map(|n| n.to_string()).collect();
    let many: Vec<_> = names.iter().map(|name| ("2020", name.as_str())).collect();
    let chart = Chart::of(&grouped(&many), None, None).expect("a chart");
    assert_eq!(chart.lanes, [None]);
    assert!(chart.marks.iter().all(|mark| mark.lane == 0));
}

#[test]
fn what_goes_on_is_known_until_the_story_speaks() {
    let now = date("2026-07-01");
    let open = Chart::of(&events(&["2014", "2020/.."]), Some(&now), None).expect("a chart").axis;
    let closed = Chart::of(&events(&["2014", "2020"]), Some(&now), None).expect("a chart").axis;
    let end = |axis: &Axis| axis.stretches().last().expect("a stretch").to;
    assert!(end(&open) >= now.latest_millis().expect("a day"));
    assert!(end(&closed) < date("2022").earliest_millis().expect("a year"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_mark_is_on_the_axis_in_order(events in any_events(40)) {
        let Some(chart) = Chart::of(&events, None, None) else { return Ok(()) };
        let mut before = 0.0;
        for mark in &chart.marks {
            let (from, to) = (chart.axis.place(mark.span.from), chart.axis.place(mark.span.to));
            prop_assert!((0.0..=1.0).contains(&from) && from <= to && to <= 1.0, "{from} {to}");
            prop_assert!(before <= from, "{before} {from}");
            before = from;
        }
    }

    #[test]
    fn stretches_fill_the_axis(events in any_events(40)) {
        let Some(Chart { axis, .. }) = Chart::of(&events, None, None) else { return Ok(()) };
        let stretches = axis.stretches();
        prop_assert!(stretches.len() <= 4);
        prop_assert_eq!((stretches[0].at, stretches[stretches.len() - 1].until), (0.0, 1.0));
        for stretch in stretches {
            prop_assert!(stretch.from < stretch.to && stretch.at < stretch.until, "{:?}", stretch);
        }
        for pair in stretches.windows(2) {
            let gap = (pair[1].from - pair[0].to, pair[1].at - pair[0].until);
            prop_assert!(gap == (0.0, 0.0) || gap.0 > 0.0 && gap.1 > 0.0, "{:?}", pair);
        }
    }

    #[test]
    fn a_place_leads_back_to_its_instant(events in any_events(20), part in 0.0..1.0_f64) {
        let Some(Chart { axis, .. }) = Chart::of(&events, None, None) else { return Ok(()) };
        for stretch in axis.stretches() {
            let millis = stretch.from + (stretch.to - stretch.from) * part;
            let back = axis.millis(axis.place(millis));
            prop_assert!((back - millis).abs() <= axis.length() * 1e-9, "{} {}", back, millis);
        }
    }
}
