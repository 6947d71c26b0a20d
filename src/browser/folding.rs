//! What a list does not show: events that it leaves out while it is folded, or all of them
//! beside the drawing alone, and entries that do not hold what is searched for.
//!
//! The browser's own search finds them, and so does a link to their words, where it has
//! `hidden="until-found"`. Attributes set by hand: for thousands of entries nothing is
//! drawn again, and what the reader sees of a list stays when a newer story comes.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Node, ShadowRoot};

use super::focus::can_take_focus;
use crate::attributes::{EVENT, FILTERED, FOUND, OUT, SHOWN, UNFOLDED};

#[wasm_bindgen(module = "/src/browser/folding.js")]
extern "C" {
    /// Shows an entry, or hides it, once a mark of it is forgotten.
    #[wasm_bindgen(js_name = foldEntry)]
    fn fold_entry(entry: &Element, forgotten: &str);

    /// The same for all of a list.
    #[wasm_bindgen(js_name = foldEntries)]
    fn fold_entries(list: &Element, forgotten: &str);

    /// Marks an entry and shows it, whatever is folded or searched for.
    #[wasm_bindgen(js_name = showEntry)]
    fn show_entry(entry: &Element, mark: &str);
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
    fold_entries(list, "");
}

/// The reader folds or unfolds the list, or has chosen a view: what was found is wanted no
/// more.
pub fn fold_anew(list: &Element) {
    fold_entries(list, FOUND);
}

/// Folds or unfolds the list that a button is for.
pub fn turn(button: &Element) -> Option<()> {
    let folding = button.parent_element()?;
    let is_unfolded = folding.toggle_attribute(UNFOLDED).ok()?;
    button.set_attribute("aria-expanded", if is_unfolded { "true" } else { "false" }).ok()?;
    fold_anew(&folding.query_selector("ol").ok().flatten()?);
    Some(())
}

/// Who unfolds a list by keyboard reads on at the first entry that has come: the button stands
/// behind them all. By the button, or the list.
pub fn read_on(folding: &Element) {
    let Ok(Some(around)) = folding.closest("[data-unfolded]") else { return };
    let find = |what: &str| around.query_selector(what).ok().flatten();
    let Some(button) = find("[data-fold]") else { return };
    let root = around.get_root_node().dyn_into::<ShadowRoot>();
    if root.is_ok_and(|root| root.active_element() == Some(button))
        && let Some(first) = find("[data-left-out]:not([data-out])")
    {
        can_take_focus(&first);
        // Fails only where it cannot have focus; then that stays on the button.
        let _ = first.unchecked_into::<HtmlElement>().focus();
    }
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
    let entry = entry.closest(&["li[", OUT, "]"].concat()).ok().flatten()?;
    let list = entry.parent_element()?;
    if entry.has_attribute(FILTERED) {
        let _ = entry.set_attribute(FOUND, "");
    } else {
        show_entry(&entry, FOUND);
    }
    Some(list)
}

/// Shows an entry that the reader is led to; of events in place of the one before.
pub fn show(entry: &Element) {
    let Some(list) = entry.parent_element() else { return };
    if let Ok(Some(before)) = list.query_selector("[data-shown]")
        && &before != entry
    {
        fold_entry(&before, SHOWN);
    }
    show_entry(entry, SHOWN);
}
