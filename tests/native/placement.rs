//! Whether a note stands beside its marker, and where it is moved to.

use proptest::prelude::*;
use story_card::citations::placement::{Around, Rect};

const WINDOW: (f64, f64) = (800.0, 600.0);
const GAP: f64 = 4.0;

fn rect(left: f64, top: f64, width: f64, height: f64) -> Rect {
    Rect { left, top, right: left + width, bottom: top + height }
}

fn around(marker: Rect) -> Around {
    Around { marker, window: WINDOW, gap: GAP, unit: 1.0 }
}

fn moved(note: Rect, (right, down): (f64, f64), unit: f64) -> Rect {
    rect(note.left + right * unit, note.top + down * unit, note.width(), note.height())
}

#[test]
fn note_below_or_above_its_marker_stays() {
    let around = around(rect(100.0, 300.0, 25.0, 25.0));
    for note in [rect(100.0, 329.0, 300.0, 200.0), rect(0.0, 96.0, 110.0, 200.0)] {
        assert!(around.holds(note), "{note:?}");
    }
}

#[test]
fn note_elsewhere_does_not_stay() {
    let around = around(rect(100.0, 300.0, 25.0, 25.0));
    for (note, why) in [
        (rect(60.0, 240.0, 300.0, 200.0), "across its marker"),
        (rect(100.0, 389.0, 300.0, 200.0), "too far below"),
        (rect(160.0, 329.0, 300.0, 200.0), "at the side of it"),
        (rect(100.0, 329.0, 300.0, 300.0), "off the window's bottom"),
        (rect(100.0, 329.0, 705.0, 200.0), "off the window's side"),
    ] {
        assert!(!around.holds(note), "{why}");
    }
}

#[test]
fn note_that_scrolled_away_with_its_marker_stays() {
    let around = around(rect(100.0, -60.0, 25.0, 25.0));
    assert!(around.holds(rect(100.0, -31.0, 300.0, 200.0)));
    assert!(around.holds(rect(100.0, -264.0, 300.0, 200.0)));
}

#[test]
fn note_that_a_transform_left_behind_comes_to_its_marker() {
    let around = around(rect(314.0, 254.0, 25.0, 25.0));
    let note = rect(274.0, 210.0, 331.0, 203.0);
    assert!(!around.holds(note));
    assert_eq!(around.shift(note), (40.0, 73.0));
}

#[test]
fn note_goes_above_where_there_is_no_room_below() {
    let around = around(rect(314.0, 550.0, 25.0, 25.0));
    assert_eq!(around.shift(rect(0.0, 0.0, 300.0, 200.0)), (314.0, 346.0));
}

#[test]
fn note_in_a_zoomed_page_is_moved_in_its_own_pixels() {
    let marker = rect(300.0, 200.0, 50.0, 50.0);
    let around = Around { marker, window: WINDOW, gap: 2.0 * GAP, unit: 2.0 };
    let note = rect(100.0, 100.0, 400.0, 200.0);
    let shift = around.shift(note);
    assert_eq!(shift, (100.0, 79.0));
    assert!(around.holds(moved(note, shift, 2.0)));
    assert_eq!(around.room(), (400.0, (350.0 - 16.0) / 2.0));
}

proptest! {
    #[test]
    fn note_that_is_moved_is_in_the_window_and_stays_there(
        x in 0.0..770.0, y in 0.0..570.0, left in -900.0..900.0, top in -900.0..900.0,
        width in 50.0..1200.0, height in 30.0..900.0, unit in 0.5..2.5,
    ) {
        let marker = rect(x, y, 25.0, 25.0);
        let around = Around { marker, window: WINDOW, gap: GAP * unit, unit };
        let (widest, highest) = around.room();
        let note = rect(left, top, f64::min(width, widest * unit), f64::min(height, highest * unit));
        let moved = moved(note, around.shift(note), unit);
        prop_assert!(moved.left >= -0.01 && moved.right <= 800.01, "{:?}", moved);
        prop_assert!(moved.top >= -0.01 && moved.bottom <= 600.01, "{:?}", moved);
        prop_assert!(around.holds(moved), "{:?} {:?}", around, moved);
    }
}
