//! What the hand does to what is seen.

use proptest::prelude::*;
use story_card::timeline::scale::{Key, View, Viewport};

#[test]
fn a_key_and_its_opposite_come_back() {
    let mut hand = Viewport::default();
    assert!(hand.press(Key::In));
    assert!(!hand.window.is_whole());
    assert!(hand.press(Key::Out));
    assert!((hand.window.size() - 1.0).abs() < 1e-9);
}

#[test]
fn nothing_comes_of_what_is_not_possible() {
    let mut hand = Viewport::default();
    for key in [Key::Out, Key::Whole, Key::Before, Key::After] {
        assert!(!hand.press(key), "{key:?}: the page may have it");
    }
    assert!(!hand.wheel(0.5, 100.0));
    assert!(!hand.moved(1, 0.7), "no finger is down");
}

#[test]
fn the_place_under_the_wheel_stays() {
    let mut hand = Viewport::default();
    assert!(hand.wheel(0.25, -100.0));
    let under = hand.window.from() + 0.25 * hand.window.size();
    assert!((under - 0.25).abs() < 1e-9, "{under}");
}

#[test]
fn one_finger_moves_and_two_zoom() {
    let mut hand = Viewport::default();
    hand.press(Key::In);
    let before = hand.window;
    hand.down(1, 0.5);
    assert!(hand.moved(1, 0.6));
    assert!(hand.window.from() < before.from(), "what is seen moves with the finger");
    assert_eq!(hand.window.size(), before.size());
    hand.down(2, 0.4);
    assert!(hand.moved(2, 0.2));
    assert!(hand.window.size() < before.size(), "fingers that part show it larger");
    hand.up(1);
    hand.up(2);
    assert!(!hand.moved(2, 0.9));
}

#[test]
fn a_press_may_slip_a_little() {
    let mut hand = Viewport::default();
    hand.down(1, 0.5);
    hand.moved(1, 0.503);
    assert!(!hand.is_drag(640.0));
    hand.moved(1, 0.51);
    assert!(hand.is_drag(640.0));
    hand.up(1);
    hand.down(1, 0.5);
    assert!(!hand.is_drag(640.0), "the next press is a new one");
}

#[test]
fn a_cluster_opens_with_room_around_it() {
    let mut hand = Viewport::default();
    assert!(hand.open(0.4, 0.5));
    assert!(hand.window.from() < 0.4 && hand.window.from() + hand.window.size() > 0.5);
    assert!(hand.window.size() < 0.2);
}

#[derive(Debug, Clone)]
enum Move {
    Key(Key),
    Wheel(f64, f64),
    Down(i32, f64),
    Moved(i32, f64),
    Up(i32),
    Open(f64, f64),
}

fn any_move() -> impl Strategy<Value = Move> {
    let key = prop_oneof![
        Just(Key::In),
        Just(Key::Out),
        Just(Key::Whole),
        Just(Key::Before),
        Just(Key::After)
    ];
    let at = || prop_oneof![5 => -0.5..1.5, 1 => any::<f64>()];
    prop_oneof![
        key.prop_map(Move::Key),
        (at(), any::<f64>()).prop_map(|(at, by)| Move::Wheel(at, by)),
        (0..3, at()).prop_map(|(finger, at)| Move::Down(finger, at)),
        (0..3, at()).prop_map(|(finger, at)| Move::Moved(finger, at)),
        (0..3).prop_map(Move::Up),
        (at(), at()).prop_map(|(from, to)| Move::Open(from, to)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_hand_does_the_window_is_on_the_axis(moves in prop::collection::vec(any_move(), 0..40)) {
        let mut hand = Viewport::default();
        for step in moves {
            match step {
                Move::Key(key) => { hand.press(key); }
                Move::Wheel(at, by) => { hand.wheel(at, by); }
                Move::Down(finger, at) => hand.down(finger, at),
                Move::Moved(finger, at) => { hand.moved(finger, at); }
                Move::Up(finger) => hand.up(finger),
                Move::Open(from, to) => { hand.open(from, to); }
            }
            let View { .. } = hand.window;
            let (from, size) = (hand.window.from(), hand.window.size());
            prop_assert!(from >= 0.0 && from + size <= 1.0 + 1e-9, "{} {}", from, size);
            prop_assert!(size >= hand.least * 0.999, "{}", size);
        }
    }
}
