//! What keys mean: which are for a box that is written into, which move the focus.

use story_card::browser::keys::{Key, Last};

fn named(name: &str) -> Key<'_> {
    Key { name, ..Key::default() }
}

#[test]
fn what_writes_or_edits_is_for_the_box() {
    for name in ["j", "s", "/", "?", " ", "7", "é", "ん", "ي", "Dead", "Process"] {
        assert!(named(name).is_for_box(), "{name}");
    }
    for name in ["Backspace", "Delete", "Enter", "ArrowLeft", "ArrowUp", "Home", "End"] {
        assert!(named(name).is_for_box(), "{name}");
        assert!(Key { has_command: true, ..named(name) }.is_for_box(), "with Control {name}");
    }
}

#[test]
fn what_does_nothing_in_the_box_goes_on() {
    for name in ["Escape", "Tab", "F1", "F12", "PageDown", "Shift", "Control", "MediaPlayPause", ""]
    {
        assert!(!named(name).is_for_box(), "{name}");
    }
    for name in ["k", "K", "s", "/", "1", "Escape"] {
        assert!(!Key { has_command: true, ..named(name) }.is_for_box(), "with Control {name}");
    }
    for name in ["k", "2"] {
        assert!(!Key { has_alt: true, ..named(name) }.is_for_box(), "with Alt {name}");
    }
}

#[test]
fn what_is_done_to_the_boxs_words_is_for_the_box() {
    for name in ["a", "c", "v", "x", "z", "Z", "y"] {
        let key = Key { has_command: true, ..named(name) };
        assert!(key.is_for_box(), "{name}");
        assert!(!Key { has_alt: true, ..key }.is_for_box(), "with Alt as well {name}");
    }
}

#[test]
fn signs_of_the_third_level_are_written() {
    let third = Key { has_command: true, has_alt: true, has_third_level: true, ..named("@") };
    assert!(third.is_for_box());
    assert!(Key { has_alt: true, ..named("ß") }.is_for_box(), "Option and s on a Mac");
}

#[test]
fn whatever_is_part_of_a_letter_is_for_the_box() {
    for name in ["Enter", "Escape", "Tab", "ArrowDown", "a"] {
        assert!(Key { is_composing: true, ..named(name) }.is_for_box(), "{name}");
    }
}

/// Whether the focus that comes at `now` was moved by the reader, without and with a
/// script that does it.
fn moved(last: Last, now: f64) -> (bool, bool) {
    (last.has_moved_focus(false, now), last.has_moved_focus(true, now))
}

#[test]
fn key_that_moves_moves_the_focus_while_it_is_held() {
    for name in ["Tab", "ArrowDown", "F6", "End"] {
        let mut last = Last::default();
        last.key_down(named(name), 1_000.0);
        assert_eq!(moved(last, 1_001.0), (true, true), "{name}");
        assert!(last.is_moving(1_001.0));
        last.key_up(1_100.0);
        assert_eq!(moved(last, 1_101.0), (true, false), "{name} is up");
        assert!(!last.is_moving(1_101.0));
    }
}

#[test]
fn what_comes_of_another_input_is_not_moved_by_the_reader() {
    for key in [
        named("Escape"),
        named("Enter"),
        Key { has_command: true, ..named("Tab") },
        // Goes back to the page before.
        Key { has_alt: true, ..named("ArrowLeft") },
    ] {
        let mut last = Last::default();
        last.key_down(key, 1_000.0);
        assert_eq!(moved(last, 1_010.0), (false, false), "{key:?}");
        // Space presses when it goes up.
        last.key_up(2_000.0);
        assert_eq!(moved(last, 2_010.0), (false, false), "{key:?} is up");
        assert_eq!(moved(last, 3_000.0), (true, false), "long after {key:?}");
    }
    assert_eq!(moved(Last::Other(1_000.0), 1_100.0), (false, false));
}

#[test]
fn screen_reader_moves_the_focus_without_a_key() {
    assert_eq!(moved(Last::default(), 5.0), (true, false));
    // Its own keys are held, and the rest of them never comes.
    let mut last = Last::default();
    for name in ["Control", "Alt", "CapsLock", "Insert"] {
        last.key_down(named(name), 1_000.0);
    }
    assert_eq!(moved(last, 1_010.0), (true, false));
}
