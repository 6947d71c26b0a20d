//! Boxes: none over another, none outside, whatever the dates and the width.

use proptest::prelude::*;
use story_card::timeline::scale::{Item, Paper, Placed, place};

const EM: f64 = 13.0;

fn paper(width: f64, rows: usize) -> Paper {
    Paper { width, rows, least: 24.0, em: EM }
}

fn item(from: f64, to: f64, label: f64) -> Item {
    Item { from, to, label }
}

/// Dots with words of one length.
fn dots(places: &[f64]) -> Vec<Item> {
    places.iter().map(|at| item(*at, at + 8.0, 100.0)).collect()
}

#[test]
fn marks_with_room_share_a_row_and_keep_their_words() {
    let (placed, rows) = place(&dots(&[10.0, 200.0, 400.0]), &paper(640.0, 7));
    assert_eq!(rows, 1);
    for placed in &placed {
        assert_eq!(placed.label.to - placed.label.from, 100.0);
        assert_eq!(placed.label.from, placed.bounds.from);
    }
}

#[test]
fn marks_that_come_close_stand_below_each_other() {
    let (placed, rows) = place(&dots(&[10.0, 40.0, 70.0, 200.0]), &paper(640.0, 7));
    assert_eq!(rows, 3);
    assert_eq!(placed.iter().map(|placed| placed.row).collect::<Vec<_>>(), [0, 1, 2, 0]);
}

#[test]
fn words_at_the_end_of_the_paper_end_with_it() {
    let (placed, _) = place(&dots(&[630.0]), &paper(640.0, 7));
    assert_eq!((placed[0].label.from, placed[0].label.to), (540.0, 640.0));
}

#[test]
fn a_crowd_becomes_a_cluster_that_counts_it() {
    let mut dates = vec![300.0; 30];
    dates.insert(0, 10.0);
    dates.push(600.0);
    let (placed, rows) = place(&dots(&dates), &paper(640.0, 7));
    let clusters: Vec<_> = placed.iter().filter(|placed| placed.is_cluster()).collect();
    assert_eq!(clusters.len(), 1);
    assert_eq!(clusters[0].items, 1..31);
    assert_eq!(clusters[0].row, rows - 1);
    assert_eq!(placed.len(), 3, "what stands alone is left alone");
}

#[test]
fn five_hundred_make_a_row_of_clusters() {
    let dates: Vec<f64> = (0..500).map(|n| 6.0 + f64::from(n) * 1.25).collect();
    let (placed, rows) = place(&dots(&dates), &paper(640.0, 7));
    let clusters = placed.iter().filter(|placed| placed.is_cluster()).count();
    assert!(clusters >= 8, "{clusters}");
    assert!(rows <= 7, "{rows}");
}

#[test]
fn words_take_the_room_that_is_left_beside_them() {
    // Too many for whole words, so that all are cut; the last has nobody beside it.
    let mut items: Vec<Item> =
        (0..12).map(|n| item(f64::from(n) * 20.0, f64::from(n) * 20.0 + 8.0, 200.0)).collect();
    items.push(item(400.0, 408.0, 200.0));
    let (placed, _) = place(&items, &paper(640.0, 4));
    let last = placed.last().expect("the last");
    assert_eq!(last.label.to - last.label.from, 200.0);
}

fn any_items() -> impl Strategy<Value = Vec<(f64, f64, f64)>> {
    let place = prop_oneof![3 => 0.0..=1.0, 1 => Just(0.5), 1 => 0.8..0.81, 1 => Just(1.0)];
    let long = prop_oneof![5 => Just(0.0), 1 => 0.0..=1.0];
    prop::collection::vec((place, long, 0.0..40.0), 0..120)
}

/// Items on so much paper, in order.
fn on(width: f64, parts: &[(f64, f64, f64)]) -> Vec<Item> {
    let mut items: Vec<Item> = parts
        .iter()
        .map(|(at, long, ems)| {
            let from = at * width;
            item(from, (from + (long * width).max(8.0)).min(width).max(from), ems * EM)
        })
        .collect();
    items.sort_by(|one, other| one.from.total_cmp(&other.from));
    items
}

fn check(
    placed: &[Placed],
    rows: usize,
    items: &[Item],
    paper: &Paper,
) -> Result<(), TestCaseError> {
    let mut next = 0;
    let mut ends = vec![f64::NEG_INFINITY; rows];
    for placed in placed {
        prop_assert_eq!(placed.items.start, next, "each item once, in order");
        next = placed.items.end;
        let Placed { bounds, label, .. } = placed;
        prop_assert!(bounds.from >= 0.0 && bounds.to <= paper.width + 1e-9, "{:?}", placed);
        prop_assert!(bounds.from <= label.from && label.to <= bounds.to + 1e-9, "{:?}", placed);
        prop_assert!(bounds.to - bounds.from >= paper.least - 1e-9, "a finger fits: {:?}", placed);
        prop_assert!(placed.row < rows, "{:?}", placed);
        prop_assert!(ends[placed.row] <= bounds.from, "{:?} over {}", placed, ends[placed.row]);
        ends[placed.row] = bounds.to;
    }
    prop_assert_eq!(next, items.len());
    prop_assert!(rows <= paper.rows.max(2));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_overlaps_and_nothing_is_outside(
        parts in any_items(), width in 160.0..1400.0, rows in 1..9_usize
    ) {
        let (items, paper) = (on(width, &parts), paper(width, rows));
        let (placed, rows) = place(&items, &paper);
        check(&placed, rows, &items, &paper)?;
    }

    #[test]
    fn a_pixel_more_moves_nobody_past_another(parts in any_items(), width in 160.0..1400.0) {
        for width in [width, width + 1.0] {
            let items = on(width, &parts);
            let (placed, rows) = place(&items, &paper(width, 7));
            check(&placed, rows, &items, &paper(width, 7))?;
            prop_assert_eq!(place(&items, &paper(width, 7)), (placed, rows), "the same again");
        }
    }

    #[test]
    fn any_numbers_are_survived(parts in prop::collection::vec(any::<(f64, f64, f64)>(), 0..30), width: f64) {
        let items: Vec<Item> = parts.iter().map(|(a, b, c)| item(*a, *b, *c)).collect();
        let (placed, _) = place(&items, &paper(width.abs(), 7));
        prop_assert!(placed.len() <= items.len());
    }
}
