//! How far a note stands from its marker, and where it is moved to.

use proptest::prelude::*;
use story_card::beside::{Rect, shift};

const WINDOW: (f64, f64) = (800.0, 600.0);
const GAP: f64 = 16.0;

fn rect(left: f64, top: f64, width: f64, height: f64) -> Rect {
    Rect { left, top, right: left + width, bottom: top + height }
}

#[test]
fn note_below_or_above_its_marker_stays() {
    let marker = rect(100.0, 300.0, 15.0, 0.0);
    for note in [rect(100.0, 316.0, 300.0, 200.0), rect(0.0, 84.0, 110.0, 200.0)] {
        assert_eq!(shift(marker, note, WINDOW, GAP), None, "{note:?}");
    }
}

#[test]
fn note_that_a_transform_left_behind_comes_to_its_marker() {
    let marker = rect(314.0, 254.0, 15.0, 0.0);
    let note = rect(274.0, 210.0, 331.0, 203.0);
    assert_eq!(shift(marker, note, WINDOW, GAP), Some((40.0, 60.0)));
}

#[test]
fn note_goes_above_where_there_is_no_room_below() {
    let marker = rect(314.0, 550.0, 15.0, 0.0);
    let moved = shift(marker, rect(0.0, 0.0, 300.0, 200.0), WINDOW, GAP);
    assert_eq!(moved, Some((314.0, 334.0)));
}

proptest! {
    #[test]
    fn note_that_is_moved_is_in_the_window_and_stays_there(
        x in 0.0..790.0, y in 0.0..590.0, left in -900.0..900.0, top in -900.0..900.0,
        width in 50.0..800.0, height in 30.0..270.0,
    ) {
        let (marker, note) = (rect(x, y, 15.0, 10.0), rect(left, top, width, height));
        if let Some((right, down)) = shift(marker, note, WINDOW, GAP) {
            let moved = rect(left + right, top + down, width, height);
            prop_assert!(moved.left >= -0.01 && moved.right <= 800.01, "{:?}", moved);
            prop_assert!(moved.top >= -0.01 && moved.bottom <= 600.01, "{:?}", moved);
        }
    }
}
