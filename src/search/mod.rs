//! The box that searches a long list.

pub mod hits;
mod later;
mod mark;
pub mod typing;
pub mod waiting;

use crate::attributes;
use crate::context::Card;
use crate::html::{El, HAS_APP, el};
use crate::words::Word;

/// Most entries that a list has without a box to search it.
const MAX_WITHOUT: usize = 20;

/// A box for the list with this id, and how many of its `count` entries it has found.
pub fn view(card: &Card, list: &'static str, count: usize, label: Word) -> El {
    let filter = card.own(el("div.filter"));
    if count <= MAX_WITHOUT || !HAS_APP {
        return filter.hidden(true);
    }
    let filter_box = el("input.filter-box@search")
        .set("type", "search")
        .set("autocomplete", "off")
        .set(attributes::LIST, list)
        .attr("aria-label", card.word(label))
        .attr("placeholder", card.word(label));
    let show_all = el("button.show-all")
        .set("type", "button")
        .set(attributes::ACT, "search")
        .hidden(true)
        .text(card.word(Word::ShowAll));
    filter.add(filter_box).add(el("output.found").set("dir", "auto")).add(show_all)
}
