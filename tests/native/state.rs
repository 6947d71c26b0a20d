//! Which sections are open: every state with every action.

use serde_json::{Value, json};
use story_card::Story;
use story_card::sections::{Action, State};
use story_card::settings::{HeadingLevel, Images, Open, Settings, TimelineView};
use story_card::story::revision::sections;

use crate::reading::read_with;

/// A story with one section for each letter: `o` asks to be open, `c` does not, `-` has
/// no headline and never folds.
fn story(sections: &str) -> Story {
    let section = |letter: char| {
        let headline = if letter == '-' { String::new() } else { format!("Section {letter}") };
        json!({ "headline": headline, "open": letter == 'o', "blocks": ["Words."] })
    };
    read_with(&json!({ "sections": sections.chars().map(section).collect::<Value>() })).story
}

fn settings(open: Open, exclusive: bool) -> Settings {
    Settings { open, exclusive, ..Settings::default() }
}

/// One letter for each section: `o` open, `c` closed.
fn letters(state: &State, count: usize) -> String {
    (0..count).map(|section| if state.is_open(section) { 'o' } else { 'c' }).collect()
}

#[test]
fn a_card_starts_as_the_story_and_the_publisher_say() {
    for (sections, open, exclusive, expected) in [
        ("coc", Open::Story, false, "coc"),
        ("ooo", Open::Story, false, "ooo"),
        ("ccc", Open::Story, false, "ccc"),
        ("coc", Open::First, false, "occ"),
        ("-coc", Open::First, false, "cocc"),
        ("--", Open::First, false, "cc"),
        ("coc", Open::All, false, "ooo"),
        ("coc", Open::Nothing, false, "ccc"),
        ("coo", Open::Story, true, "coc"),
        ("ccc", Open::Story, true, "ccc"),
        ("coc", Open::All, true, "occ"),
        ("coc", Open::First, true, "occ"),
        ("coc", Open::Nothing, true, "ccc"),
        ("", Open::All, true, ""),
    ] {
        let story = story(sections);
        let state = State::new(&story, settings(open, exclusive));
        assert_eq!(letters(&state, sections.len()), expected, "{sections} {open:?} {exclusive}");
    }
}

/// With one section open at a time, a section that never folds must not take the place.
#[test]
fn a_section_that_never_folds_is_not_the_one_that_is_open() {
    let story = story("-coc");
    let state = State::new(&story, settings(Open::All, true));
    assert_eq!(letters(&state, 4)[1..], *"occ");
}

fn set(section: usize, open: bool) -> Action {
    Action::SetOpen { section, open }
}

#[test]
fn every_action_on_every_state_gives_the_state_beside_it() {
    for (before, exclusive, action, after) in [
        ("ccc", false, set(1, true), "coc"),
        ("coc", false, set(1, true), "coc"),
        ("coc", false, set(1, false), "ccc"),
        ("coc", false, set(0, false), "coc"),
        ("occ", false, set(2, true), "oco"),
        ("coc", false, set(9, true), "coc"),
        ("coc", false, Action::OpenAll, "ooo"),
        ("ooo", false, Action::OpenAll, "ooo"),
        ("oco", false, Action::CloseAll, "ccc"),
        ("ccc", false, Action::CloseAll, "ccc"),
        ("occ", true, set(2, true), "cco"),
        ("occ", true, set(0, false), "ccc"),
        ("occ", true, set(1, false), "occ"),
        ("ccc", true, set(0, true), "occ"),
        ("occ", true, Action::OpenAll, "occ"),
        ("occ", true, Action::CloseAll, "ccc"),
    ] {
        let state = State::new(&story(before), settings(Open::Story, exclusive));
        assert_eq!(letters(&state, 3), before, "the story starts so");
        assert_eq!(letters(&state.after(action), 3), after, "{before} {exclusive} {action:?}");
        assert_eq!(letters(&state, 3), before, "the state before is left alone");
    }
}

/// A section that is not there must not close the others.
#[test]
fn opening_a_section_that_is_not_there_changes_nothing() {
    for exclusive in [false, true] {
        let state = State::new(&story("coc"), settings(Open::Story, exclusive));
        assert_eq!(state.after(set(9, true)), state, "exclusive {exclusive}");
    }
}

#[test]
fn of_several_open_sections_the_first_stays_when_only_one_may() {
    let many = State::new(&story("coo"), settings(Open::Story, false));
    let one = many.with_exclusive(true);
    assert_eq!(letters(&one, 3), "coc");
    assert_eq!(letters(&one.with_exclusive(false).after(set(2, true)), 3), "coo");
    assert_eq!(letters(&one.after(set(2, true)), 3), "cco");
}

#[test]
fn all_are_open_when_all_that_fold_are() {
    for (sections, expected) in
        [("ooo", true), ("oco", false), ("o-o", true), ("---", true), ("", true), ("c", false)]
    {
        let story = story(sections);
        let state = State::new(&story, settings(Open::Story, false));
        assert_eq!(state.is_all_open(), expected, "{sections}");
    }
}

fn named(sections: &[(&str, bool)]) -> Story {
    let section = |(id, open): &(&str, bool)| json!({ "id": id, "headline": id, "open": open, "blocks": ["W"] });
    read_with(&json!({ "sections": sections.iter().map(section).collect::<Value>() })).story
}

#[test]
fn what_the_reader_opened_stays_open_in_a_refreshed_story() {
    let before = named(&[("a", false), ("b", false), ("c", true)]);
    let now = named(&[("new", true), ("c", true), ("a", false)]);
    let settings = settings(Open::Story, false);
    let state = State::new(&before, settings).after(set(0, true)).after(set(2, false));
    let carried = state.carried_over(&sections(&before, &now), &now, settings);
    assert_eq!(letters(&carried, 3), "oco", "new as the story says, c closed, a open");
}

#[test]
fn a_refreshed_story_too_has_one_section_open_at_a_time() {
    let (before, now) =
        (named(&[("a", false), ("b", false)]), named(&[("new", true), ("b", false)]));
    let settings = settings(Open::Story, true);
    let state = State::new(&before, settings).after(set(1, true));
    let carried = state.carried_over(&sections(&before, &now), &now, settings);
    assert_eq!(letters(&carried, 2), "co", "what the reader opened stays");
}

/// `open="first"` says how a card starts, not what becomes of it.
#[test]
fn a_section_that_comes_on_top_stays_closed_where_the_first_starts_open() {
    let (before, now) =
        (named(&[("a", false), ("b", false)]), named(&[("new", false), ("a", false)]));
    let settings = settings(Open::First, false);
    let carried =
        State::new(&before, settings).carried_over(&sections(&before, &now), &now, settings);
    assert_eq!(letters(&carried, 2), "co");
}

/// Its body was in view.
#[test]
fn a_section_that_gets_a_headline_stays_open() {
    let of = |headline: &str| {
        let section = json!({ "id": "a", "headline": headline, "blocks": ["Words."] });
        read_with(&json!({ "sections": [section] })).story
    };
    let (before, now) = (of(""), of("Now it has one"));
    let settings = settings(Open::Story, false);
    let carried =
        State::new(&before, settings).carried_over(&sections(&before, &now), &now, settings);
    assert_eq!(letters(&carried, 1), "o");
}

#[test]
fn an_attribute_with_a_bad_value_means_the_default() {
    let mut chosen = Settings::default();
    for (name, value) in [
        ("open", "all"),
        ("exclusive", "true"),
        ("heading-level", "4"),
        ("timeline", "list"),
        ("images", "off"),
    ] {
        chosen.set(name, value);
    }
    assert_eq!((chosen.open, chosen.exclusive), (Open::All, true));
    assert_eq!((chosen.timeline, chosen.images), (TimelineView::List, Images::Off));
    assert_eq!(
        (chosen.heading_level.tag(0), chosen.heading_level.tag(1), chosen.heading_level.tag(9)),
        ("h4", "h5", "h6")
    );
    for bad in ["", "ALL", "banana", "1", "-1", "6", "2 ", "9999999999999"] {
        for name in ["open", "exclusive", "heading-level", "timeline", "images", "other"] {
            chosen.set(name, bad);
        }
        assert_eq!(chosen, Settings::default(), "{bad:?}");
    }
    assert_eq!(HeadingLevel::default().tag(0), "h2");
}
