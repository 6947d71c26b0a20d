//! Searches a list: hides what does not hold every word.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::mark::{Marked, fold};
use crate::attributes;
use crate::browser::folding;
use crate::browser::reveal;
use crate::words::{Word, Words, fill};

/// Shows the entries that hold every word of what is written in the box, and marks those
/// words. Done by hand: drawing a list of thousands again for each letter would cost more.
pub fn search(
    root: &NodeRef,
    words: &Words,
    search_box: &HtmlInputElement,
    marked: &mut Vec<Marked>,
) {
    let list = search_box.get_attribute(attributes::LIST).unwrap_or_default();
    let Some(list) = reveal::find(root, &list) else { return };
    let wanted = search_box.value();
    let wanted = wanted.split_whitespace().map(|word| String::from(fold(word)));
    // Of an accent that stands alone nothing is left.
    let wanted: Vec<String> = wanted.filter(|word| !word.is_empty()).collect();
    // A list that folds is unfolded for what is found.
    let _ = list.toggle_attribute_with_force(attributes::SEARCHED, !wanted.is_empty());
    let (mut count, mut found) = (0_usize, 0_usize);
    let mut next = list.first_element_child();
    while let Some(entry) = next {
        let holds = holds_all(&entry, &wanted);
        folding::filter(&entry, holds);
        count += 1;
        found += usize::from(holds);
        next = entry.next_element_sibling();
    }
    folding::fold(&list);
    if let Ok(Some(timeline)) = list.closest(".timeline") {
        folding::follow(&timeline);
    }
    let numbers = [("n", &*found.to_string()), ("count", &*count.to_string())];
    let line = if found > 0 {
        fill(words.get(Word::NOfCount), &numbers)
    } else {
        fill(words.get(Word::NothingFound), &[("words", search_box.value().trim())])
    };
    if let Some(output) = search_box.next_element_sibling() {
        output.set_text_content(Some(if wanted.is_empty() { "" } else { &line }));
        if let Some(show_all) = output.next_element_sibling() {
            // Fails only on a name that is none.
            let _ = show_all.toggle_attribute_with_force("hidden", wanted.is_empty() || found > 0);
        }
    }
    // A list may be another after a newer story.
    marked.retain(|marked| !marked.is_of(&list) && marked.is_shown());
    if !wanted.is_empty() {
        marked.push(Marked::begin(list, &wanted.join(" ")));
    }
}

/// The lists that have a box, by their ids.
const LISTS: [&str; 2] = ["source-list", "timeline-list"];

/// The browser has found what a list does not show. In a list that is searched the rest
/// comes along, and the box is emptied: else it would say what is not so.
pub fn found(face: &Element, entry: &Element) -> Option<HtmlInputElement> {
    let list = folding::found(entry).filter(|list| list.has_attribute(attributes::SEARCHED))?;
    let search_box = box_of(face, &list.id())?;
    search_box.set_value("");
    Some(search_box)
}

fn box_of(face: &Element, list: &str) -> Option<HtmlInputElement> {
    let search_box = face.query_selector(&["[data-list='", list, "']"].concat());
    search_box.ok().flatten().map(JsCast::unchecked_into)
}

/// Searches the lists of a newer version for what is still written in their boxes, or empties
/// those.
pub fn search_again(root: &NodeRef, words: &Words, marked: &mut Vec<Marked>, forgets: bool) {
    marked.retain(Marked::is_shown);
    let Some(face) = root.cast::<Element>() else { return };
    for list in LISTS {
        let is_searched = |search_box: &HtmlInputElement| !search_box.value().is_empty();
        if let Some(search_box) = box_of(&face, list).filter(is_searched) {
            if forgets {
                search_box.set_value("");
            }
            search(root, words, &search_box, marked);
        }
    }
}

fn holds_all(entry: &Element, wanted: &[String]) -> bool {
    wanted.is_empty() || {
        let text = fold(&entry.text_content().unwrap_or_default());
        wanted.iter().all(|word| text.includes(word, 0))
    }
}
