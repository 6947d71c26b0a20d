//! When notes open and close: a table of what the hand does, when, and what is done.

use story_card::citations::hover::{Effect, Hover, How, Input};

/// Tells `steps` of (time, hand, deed) one after another.
#[track_caller]
fn check(steps: &[(f64, Input, Option<Effect>)]) -> Hover {
    let mut dwell = Hover::default();
    for (now, hand, deed) in steps {
        assert_eq!(dwell.tell(hand.clone(), *now), *deed, "{hand:?} at {now}");
    }
    dwell
}

fn enter(marker: &str) -> Input {
    Input::Enter(marker.to_owned(), 0.0)
}

fn press(marker: &str) -> Input {
    Input::Press(marker.to_owned())
}

fn focus(marker: &str) -> Input {
    Input::Focus(marker.to_owned())
}

fn open(marker: &str) -> Effect {
    Effect::Open(marker.to_owned())
}

#[test]
fn pointer_that_rests_opens_after_its_time_and_not_before() {
    let dwell = check(&[
        (0.0, enter("a"), None),
        (149.0, Input::Wait, None),
        (150.0, Input::Wait, Some(open("a"))),
    ]);
    assert_eq!(dwell.how(), Some(How::Hover));
    assert_eq!(dwell.wakes_at(), None);
}

#[test]
fn time_a_busy_page_takes_to_tell_counts_but_a_coarse_clock_does_not() {
    let late = |millis| Input::Enter("a".to_owned(), millis);
    for (lateness, opens_at) in [(-3.0, 150.0), (20.0, 130.0), (50.0, 100.0), (100.0, 100.0)] {
        let dwell = check(&[(0.0, late(lateness), None), (opens_at - 1.0, Input::Wait, None)]);
        assert_eq!(dwell.wakes_at(), Some(opens_at), "told {lateness} ms late");
    }
}

#[test]
fn pointer_that_crosses_opens_nothing() {
    let dwell =
        check(&[(0.0, enter("a"), None), (100.0, Input::Leave, None), (500.0, Input::Wait, None)]);
    assert_eq!(dwell, Hover::default());
}

#[test]
fn moving_within_a_marker_does_not_begin_anew() {
    check(&[
        (0.0, enter("a"), None),
        (100.0, enter("a"), None),
        (150.0, Input::Wait, Some(open("a"))),
    ]);
}

#[test]
fn note_stays_while_the_pointer_crosses_to_it_and_closes_after_it_left() {
    check(&[
        (0.0, enter("a"), None),
        (150.0, Input::Wait, Some(open("a"))),
        (200.0, Input::Leave, None),
        (499.0, Input::Wait, None),
        (499.0, Input::Stay, None),
        (2_000.0, Input::Wait, None),
        (2_000.0, Input::Leave, None),
        (2_299.0, Input::Wait, None),
        (2_300.0, Input::Wait, Some(Effect::Close)),
    ]);
}

#[test]
fn pointer_or_focus_that_comes_back_to_the_marker_keeps_its_note() {
    for back in [enter("a"), focus("a")] {
        let dwell = check(&[
            (0.0, focus("a"), Some(open("a"))),
            (10.0, Input::Leave, None),
            (200.0, back, None),
            (310.0, Input::Wait, None),
        ]);
        assert_eq!((dwell.marker(), dwell.wakes_at()), (Some("a"), None));
    }
}

#[test]
fn note_stays_with_its_marker_when_that_gets_another_id() {
    let mut dwell = check(&[(0.0, focus("a"), Some(open("a")))]);
    dwell.rename("b".to_owned());
    assert_eq!(dwell.marker(), Some("b"));
    assert_eq!(dwell.tell(press("b"), 10.0), Some(Effect::Pin));
}

#[test]
fn leaving_twice_does_not_put_the_closing_off() {
    check(&[
        (0.0, focus("a"), Some(open("a"))),
        (10.0, Input::Leave, None),
        (200.0, Input::Leave, None),
        (310.0, Input::Wait, Some(Effect::Close)),
    ]);
}

#[test]
fn focus_opens_at_once() {
    let dwell = check(&[(0.0, focus("a"), Some(open("a")))]);
    assert_eq!((dwell.how(), dwell.marker()), (Some(How::Focus), Some("a")));
}

#[test]
fn press_on_an_open_note_pins_it_and_the_second_press_closes() {
    let pinned = [
        (0.0, enter("a"), None),
        (150.0, Input::Wait, Some(open("a"))),
        (160.0, press("a"), Some(Effect::Pin)),
        (170.0, Input::Leave, None),
        (9_000.0, Input::Wait, None),
    ];
    assert_eq!((check(&pinned).marker(), check(&pinned).how()), (Some("a"), Some(How::Press)));
    let mut closed = check(&pinned);
    assert_eq!(closed.tell(press("a"), 9_001.0), Some(Effect::Close));
    assert_eq!(closed.marker(), None);
}

#[test]
fn note_in_which_the_reader_works_stays() {
    let mut held = check(&[(0.0, enter("a"), None), (150.0, Input::Wait, Some(open("a")))]);
    held.hold();
    assert_eq!(held.tell(Input::Leave, 200.0), None);
    assert_eq!((held.wakes_at(), held.how()), (None, Some(How::Hover)));
    assert_eq!(held.tell(Input::Closed, 900.0), None);
    assert_eq!(held.marker(), None);
}

#[test]
fn press_opens_at_once_and_pins() {
    let dwell = check(&[(0.0, enter("a"), None), (50.0, press("a"), Some(open("a")))]);
    assert_eq!((dwell.how(), dwell.wakes_at()), (Some(How::Press), None));
}

#[test]
fn press_on_another_marker_opens_its_note_in_place_of_a_pinned_one() {
    let dwell = check(&[(0.0, press("a"), Some(open("a"))), (50.0, press("b"), Some(open("b")))]);
    assert_eq!((dwell.marker(), dwell.how()), (Some("b"), Some(How::Press)));
}

#[test]
fn another_marker_takes_over_after_its_own_time() {
    check(&[
        (0.0, focus("a"), Some(open("a"))),
        (10.0, enter("b"), None),
        (160.0, Input::Wait, Some(open("b"))),
        (1_000.0, Input::Wait, None),
    ]);
}

#[test]
fn pinned_note_gives_way_to_another_marker_only_when_that_opens() {
    let dwell = check(&[
        (0.0, press("a"), Some(open("a"))),
        (10.0, enter("b"), None),
        (20.0, Input::Leave, None),
        (900.0, Input::Wait, None),
    ]);
    assert_eq!(dwell.marker(), Some("a"));
}

#[test]
fn what_the_browser_closed_is_closed() {
    let dwell = check(&[(0.0, press("a"), Some(open("a"))), (10.0, Input::Closed, None)]);
    assert_eq!(dwell, Hover::default());
}

#[test]
fn clock_is_asked_for_only_while_something_is_to_come() {
    let mut dwell = Hover::default();
    assert_eq!(dwell.wakes_at(), None);
    dwell.tell(focus("a"), 0.0);
    dwell.tell(Input::Leave, 5.0);
    assert_eq!(dwell.wakes_at(), Some(305.0));
    dwell.tell(enter("b"), 10.0);
    assert_eq!(dwell.wakes_at(), Some(160.0));
}

#[test]
fn mouse_that_a_touch_brings_along_opens_nothing() {
    let mut dwell = check(&[
        (1_000.0, Input::Touch, None),
        (1_010.0, press("a"), Some(open("a"))),
        (1_020.0, Input::Closed, None),
        (1_499.0, enter("a"), None),
        (1_700.0, Input::Wait, None),
    ]);
    assert_eq!(dwell.marker(), None);
    assert_eq!(dwell.tell(enter("a"), 1_701.0), None);
    assert_eq!(dwell.tell(Input::Wait, 1_851.0), Some(open("a")));
}

#[test]
fn marker_that_comes_under_the_pointer_opens_nothing() {
    let under = |marker: &str| Input::Under(marker.to_owned());
    check(&[(0.0, under("a"), None), (500.0, Input::Wait, None)]);
    check(&[
        (0.0, under("a"), None),
        (500.0, enter("a"), None),
        (650.0, Input::Wait, Some(open("a"))),
        // It takes the note of another marker away, and leaves its own.
        (700.0, under("a"), None),
        (1_100.0, Input::Wait, None),
        (1_200.0, under("b"), None),
        (1_500.0, Input::Wait, Some(Effect::Close)),
        (2_000.0, Input::Wait, None),
    ]);
}
