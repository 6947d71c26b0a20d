//! The scale runs by the card's clock, and ends what goes on when the story speaks.

use story_card::timeline::scale::{Chart, Edge, Mark, Scale, Unit, View, ticks};

use super::{date, events};

/// The mark of each event in the order of the story, by a clock.
fn marks(dates: &[&str], now: Option<&str>, clock: Option<i16>) -> Vec<Mark> {
    let now = now.map(date);
    let mut marks = Chart::of(&events(dates), now.as_ref(), clock).expect("a chart").marks;
    marks.sort_by_key(|mark| mark.event);
    marks
}

fn wall(text: &str) -> f64 {
    date(text).earliest_millis().expect("a date")
}

#[test]
fn what_goes_on_is_drawn_until_the_story_speaks_and_not_into_its_plans() {
    for (dates, now, end) in [
        (&["2015", "2020/..", "2035", "2050"][..], Some("2026-03-10"), "2026-03-11"),
        (&["1998", "2004-05/..", "2100"], Some("2026-03-10T09:00:00Z"), "2026-03-10T09:00:01"),
        (&["2015", "2020~/..", "Y12000"], Some("2026-03-10T00:00:00Z"), "2026-03-11"),
        (&["-0043", "0476/.."], Some("1999-12-31"), "2000-01-01"),
        // Undated, a story speaks at its last event.
        (&["2015", "2020/..", "2024"], None, "2025-01-01"),
        (&["2015", "2020/..", "2022-06/.."], None, "2022-07-01"),
    ] {
        assert_eq!(marks(dates, now, Some(0))[1].span.to, wall(end), "{dates:?} {now:?}");
    }
}

#[test]
fn an_open_plan_is_not_drawn_back_to_the_story() {
    let marks = marks(&["2015", "2035/.."], Some("2026-03-10"), None);
    assert_eq!((marks[1].span.from, marks[1].span.to), (wall("2035"), wall("2036")));
    assert_eq!(marks[1].span.end, Edge::Open);
}

#[test]
fn marks_stand_at_the_hour_of_the_card_s_clock() {
    let storm = [
        "2026-07-04T18:02:00-05:00",
        "2026-07-04T18:02:00-04:00",
        "2026-07-04T20:00:00-05:00",
        "2026-07-04T22:30:00-05:00",
    ];
    let at = |clock| -> Vec<f64> {
        marks(&storm, None, Some(clock)).iter().map(|mark| mark.span.from).collect()
    };
    let hours = ["T18:02:00", "T17:02:00", "T20:00:00", "T22:30:00"];
    assert_eq!(at(-300), hours.map(|hour| wall(&format!("2026-07-04{hour}"))));
    // The line at which the day begins is that of the clock too.
    let far = marks(&["2026-03-09T23:50:00Z", "2026-03-10"], None, Some(345));
    assert!(far[0].span.from > far[1].span.from, "05:35 in Kathmandu is after its midnight");
}

#[test]
fn ticks_are_full_hours_by_a_clock_of_half_hours() {
    for (clock, offset) in [(330, "+05:30"), (345, "+05:45"), (-210, "-03:30"), (840, "+14:00")] {
        let times = [10, 14].map(|hour| format!("2026-03-10T{hour}:00:00{offset}"));
        let events = events(&times.each_ref().map(String::as_str));
        let chart = Chart::of(&events, None, Some(clock)).expect("a chart");
        assert_eq!(chart.clock, Some(clock));
        let scale = Scale { axis: &chart.axis, window: View::WHOLE, width: 300.0, pad: 6.0 };
        let ticks = ticks(&scale, chart.finest, 50.0);
        let noon = ticks.iter().find(|tick| tick.millis == wall("2026-03-10T12:00:00"));
        assert!(noon.is_some_and(|tick| tick.unit == Unit::Time), "{offset}: {ticks:?}");
    }
}

#[test]
fn only_hours_of_a_known_zone_give_the_scale_a_clock() {
    let clock = |dates| Chart::of(&events(dates), None, Some(60)).expect("a chart").clock;
    assert_eq!(clock(&["2026-03-10", "2026-03-11"]), None);
    assert_eq!(clock(&["2026-03-10T10:00:00", "2026-03-11T10:00:00"]), None);
    assert_eq!(clock(&["2026-03-10T00:00:00Z", "2026-03-11"]), None);
    assert_eq!(clock(&["2026-03-10T10:00:00+02:00", "2026-03-11"]), Some(60));
}

#[test]
fn midnight_in_utc_is_drawn_as_its_day_by_any_clock() {
    for clock in [None, Some(0), Some(-300), Some(840)] {
        let events = events(&["2026-03-10T00:00:00Z", "2026-03-12"]);
        let chart = Chart::of(&events, None, clock).expect("a chart");
        let span = chart.marks[0].span;
        assert_eq!((span.from, span.to), (wall("2026-03-10"), wall("2026-03-11")));
        assert_eq!(chart.finest, Unit::Day);
    }
}

#[test]
fn a_season_is_somewhere_in_its_year() {
    for season in ["2023-21", "2023-22", "2023-23", "2023-24"] {
        let events = events(&[season, "2024"]);
        let chart = Chart::of(&events, None, None).expect("a chart");
        let span = chart.marks[0].span;
        assert_eq!((span.from, span.to), (wall("2023"), wall("2024")), "{season}");
        assert_eq!((span.start, span.end, span.lasted), (Edge::Unsure, Edge::Unsure, false));
        assert_eq!(chart.finest, Unit::Year, "its months are not known");
    }
    // Spring comes before autumn here and after it there.
    for range in ["2023-21/2023-23", "2023-23/2023-21"] {
        let marks = marks(&[range, "2024"], None, None);
        assert_eq!((marks[0].span.from, marks[0].span.to), (wall("2023"), wall("2024")), "{range}");
    }
}
