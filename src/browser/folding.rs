//! What a list does not show: events that it leaves out while it is folded, or all of them
//! beside the drawing alone, and entries that do not hold what is searched for.
//!
//! The browser's own search finds them, and so does a link to their words, where it has
//! `hidden="until-found"`. Attributes set by hand: for thousands of entries nothing is
//! drawn again, and what the reader sees of a list stays when a newer story comes.

use web_sys::js_sys::Reflect;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::attributes::{EVENT, FILTERED, FOUND, LEFT_OUT, OUT, SEARCHED, SHOWN, UNFOLDED, VIEW};

/// Hides an entry, or shows it. Attributes set by script fail only on names that are none.
fn hide(entry: &Element, hides: bool) {
    if entry.has_attribute(OUT) == hides {
        return;
    }
    let _ = entry.toggle_attribute_with_force(OUT, hides);
    if hides {
        // Screen readers would tell of an empty entry.
        let _ = entry.set_attribute("aria-hidden", "true");
    } else {
        let _ = entry.remove_attribute("aria-hidden");
    }
    let finds_hidden = Reflect::has(entry, &"onbeforematch".into()).unwrap_or_default();
    let value = if finds_hidden { "until-found" } else { "" };
    each(entry, |part| {
        // What is not there in the story stays hidden.
        let is_ours = part.has_attribute(OUT);
        if hides && !part.has_attribute("hidden") {
            let _ = part.set_attribute("hidden", value);
            let _ = part.set_attribute(OUT, "");
        } else if !hides && is_ours {
            let _ = part.remove_attribute("hidden");
            let _ = part.remove_attribute(OUT);
        }
    });
}

/// Whether an entry is not shown as its list is now.
fn is_out(list: &Element, entry: &Element) -> bool {
    if entry.has_attribute(FILTERED) {
        return true;
    }
    let Ok(Some(timeline)) = list.closest(".timeline,.sources") else { return false };
    let is_graphic = timeline.get_attribute(VIEW).is_some_and(|view| view == "graphic");
    let is_folded = !timeline.has_attribute(UNFOLDED) && !list.has_attribute(SEARCHED);
    let is_out = is_graphic || is_folded && entry.has_attribute(LEFT_OUT);
    is_out && !entry.has_attribute(SHOWN) && !entry.has_attribute(FOUND)
}

fn each(list: &Element, mut what: impl FnMut(&Element)) {
    let mut next = list.first_element_child();
    while let Some(entry) = next {
        what(&entry);
        next = entry.next_element_sibling();
    }
}

/// Shows of a list what is to be shown.
pub fn fold(list: &Element) {
    each(list, |entry| hide(entry, is_out(list, entry)));
}

/// The reader folds or unfolds the list, or has chosen a view: what was found is wanted no
/// more.
pub fn fold_anew(list: &Element) {
    each(list, |entry| {
        let _ = entry.remove_attribute(FOUND);
    });
    fold(list);
}

/// Folds or unfolds the list that a button is for.
pub fn turn(button: &Element) -> Option<()> {
    let folding = button.parent_element()?;
    let is_unfolded = folding.toggle_attribute(UNFOLDED).ok()?;
    button.set_attribute("aria-expanded", if is_unfolded { "true" } else { "false" }).ok()?;
    fold_anew(&folding.query_selector("ol").ok().flatten()?);
    Some(())
}

/// A list has been drawn. In a newer version of what is shown already, nothing goes out of
/// sight that was in it, and what is new is seen.
pub fn fold_drawn(list: &Node, is_newer: bool) {
    let Some(list) = list.dyn_ref::<Element>() else { return };
    let is_graphic = list.closest("[data-view='graphic']").is_ok_and(|found| found.is_some());
    if !is_newer || is_graphic {
        fold(list);
    }
}

/// Notes whether an entry holds what is searched for.
pub fn filter(entry: &Element, holds: bool) {
    let _ = entry.toggle_attribute_with_force(FILTERED, !holds);
}

/// Has the marks of a drawing follow a search of their list: those whose events do not hold
/// what is searched for step back.
pub fn follow(timeline: &Element) {
    let Ok(marks) = timeline.query_selector_all(".event-mark") else { return };
    let searched = timeline.query_selector("[data-searched]").ok().flatten();
    let mut hits = Vec::new();
    if let Some(list) = &searched {
        each(list, |entry| hits.push(!entry.has_attribute(FILTERED)));
    }
    for index in 0..marks.length() {
        let Some(mark) = marks.item(index) else { continue };
        let mark: &Element = mark.unchecked_ref();
        let is_hit = |event: &str| event.parse().is_ok_and(|at: usize| hits.get(at) == Some(&true));
        let events = mark.get_attribute(EVENT).unwrap_or_default();
        filter(mark, searched.is_none() || events.split(' ').any(is_hit));
    }
}

/// The browser has found an entry and shows it. Gives its list.
pub fn found(entry: &Element) -> Option<Element> {
    let entry = entry.closest("li[data-out]").ok().flatten()?;
    let _ = entry.set_attribute(FOUND, "");
    let list = entry.parent_element()?;
    if !entry.has_attribute(FILTERED) {
        hide(&entry, false);
    }
    Some(list)
}

/// Shows an entry that the reader is led to; of events in place of the one before.
pub fn show(entry: &Element) {
    let Some(list) = entry.parent_element() else { return };
    if let Ok(Some(before)) = list.query_selector("[data-shown]") {
        let _ = before.remove_attribute(SHOWN);
        if &before != entry {
            hide(&before, is_out(&list, &before));
        }
    }
    let _ = entry.set_attribute(SHOWN, "");
    hide(entry, false);
}
