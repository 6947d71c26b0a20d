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
fn note_goes_where_there_is_more_room() {
    for (top, is_above) in [(10.0, false), (280.0, false), (300.0, true), (560.0, true)] {
        let around = around(rect(100.0, top, 25.0, 25.0));
        assert_eq!(around.is_above(200.0, None), is_above, "{top}");
    }
}

#[test]
fn open_note_keeps_its_side_as_long_as_it_fits_there() {
    let high = around(rect(100.0, 210.0, 25.0, 25.0));
    assert!(high.is_above(200.0, Some(true)));
    assert!(!high.is_above(250.0, Some(true)), "no room above any more");
    let low = around(rect(100.0, 360.0, 25.0, 25.0));
    assert!(!low.is_above(200.0, Some(false)));
    assert!(low.is_above(250.0, Some(false)), "no room below any more");
}

#[test]
fn note_begins_at_its_marker_or_ends_there_or_lies_across() {
    for (x, width, is_rtl, expected, why) in [
        (100.0, 300.0, false, 100.0, "on with the text"),
        (600.0, 300.0, false, 320.0, "no room to the right"),
        (400.0, 300.0, true, 120.0, "written from right to left"),
        (100.0, 300.0, true, 100.0, "no room to the left"),
        (390.0, 600.0, false, 100.0, "across"),
        (200.0, 650.0, false, GAP, "across, with room for the ring of the focus"),
    ] {
        let around = around(rect(x, 100.0, 20.0, 20.0));
        let shift = around.shift(rect(0.0, 0.0, width, 200.0), false, is_rtl);
        assert_eq!(shift, (expected, 124.0), "{why}");
    }
}

#[test]
fn note_stands_below_or_above_its_marker() {
    let around = around(rect(314.0, 250.0, 25.0, 25.0));
    let note = rect(10.0, 20.0, 300.0, 200.0);
    assert_eq!(around.shift(note, false, false), (304.0, 259.0));
    assert_eq!(around.shift(note, true, false), (304.0, 26.0));
}

#[test]
fn note_leaves_the_window_with_its_marker_and_not_before() {
    let note = rect(0.0, 0.0, 300.0, 200.0);
    let low = around(rect(100.0, 590.0, 25.0, 25.0));
    assert_eq!(low.shift(note, false, false), (100.0, 400.0), "in the window");
    let gone = around(rect(100.0, 640.0, 25.0, 25.0));
    assert_eq!(gone.shift(note, false, false), (100.0, 669.0));
    let gone = around(rect(100.0, -60.0, 25.0, 25.0));
    assert_eq!(gone.shift(note, true, false), (100.0, -264.0));
}

#[test]
fn note_in_a_zoomed_page_is_moved_in_its_own_pixels() {
    let marker = rect(300.0, 200.0, 50.0, 50.0);
    let around = Around { marker, window: WINDOW, gap: 2.0 * GAP, unit: 2.0 };
    let note = rect(100.0, 100.0, 400.0, 200.0);
    assert_eq!(around.shift(note, false, false), (100.0, 79.0));
    assert_eq!(around.room(), (400.0, (350.0 - 16.0) / 2.0));
}

proptest! {
    #[test]
    fn note_that_is_moved_is_in_the_window_beside_its_marker(
        x in 0.0..770.0, y in 0.0..570.0, left in -900.0..900.0, top in -900.0..900.0,
        width in 50.0..1200.0, height in 30.0..900.0, unit in 0.5..2.5, is_rtl: bool,
    ) {
        let marker = rect(x, y, 25.0, 25.0);
        let around = Around { marker, window: WINDOW, gap: GAP * unit, unit };
        let (widest, highest) = around.room();
        let note = rect(left, top, f64::min(width, widest * unit), f64::min(height, highest * unit));
        let is_above = around.is_above(note.height(), None);
        let moved = moved(note, around.shift(note, is_above, is_rtl), unit);
        prop_assert!(moved.left >= -0.01 && moved.right <= 800.01, "{:?}", moved);
        prop_assert!(moved.top >= -0.01 && moved.bottom <= 600.01, "{:?}", moved);
        let gap = (moved.top - marker.bottom).max(marker.top - moved.bottom);
        prop_assert!((gap - around.gap).abs() < 0.01, "{:?} {:?}", around, moved);
        prop_assert!(moved.left <= marker.right + 0.01 && moved.right >= marker.left - 0.01, "{:?}", moved);
    }
}
