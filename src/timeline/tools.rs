//! The buttons of the timeline.

use super::list;
use super::scale::View;
use crate::attributes;
use crate::context::Card;
use crate::html::{El, el};
use crate::settings::TimelineView;
use crate::words::{Word, fill};

/// With fewer marks there are no buttons to zoom with; keys and fingers always can.
pub const MARKS_FOR_BUTTONS: usize = 8;

/// A view, as `data-view` has it.
pub const fn name(view: TimelineView) -> &'static str {
    match view {
        TimelineView::Auto | TimelineView::Both => "both",
        TimelineView::List => "list",
        TimelineView::Graphic => "graphic",
    }
}

/// The reader's choice between the views. While the drawing is still to come it has its room.
pub fn switch(card: &Card, shown: TimelineView, has_drawing: bool, is_kept: bool) -> El {
    let tag = if has_drawing { "div.switch@view-switch" } else { "div.switch kept@view-switch" };
    let mut switch = card
        .own(el(tag))
        .set("role", "group")
        .attr("aria-label", card.word(Word::TimelineView))
        .hidden(!has_drawing && !is_kept);
    for (view, word) in [
        (TimelineView::Both, Word::TimelineBoth),
        (TimelineView::Graphic, Word::TimelineGraphic),
        (TimelineView::List, Word::TimelineList),
    ] {
        let button = el("button.view")
            .set("type", "button")
            .set(attributes::VIEW, name(view))
            .set("aria-pressed", if view == shown { "true" } else { "false" });
        switch = switch.add(button.text(card.word(word)));
    }
    switch
}

/// The buttons to zoom with.
pub fn zoom(card: &Card, window: View) -> El {
    let button = |what, sign: &str, word, is_off: bool| {
        el("button.zoom")
            .set("type", "button")
            .set(attributes::ZOOM, what)
            .attr("aria-label", card.word(word))
            // Not `disabled`: the focus would be lost at the end of the way.
            .set("aria-disabled", if is_off { "true" } else { "false" })
            .text(sign)
    };
    let is_whole = window.is_whole();
    card.own(el("div.tools@zoom"))
        .add(button("out", "−", Word::ZoomOut, is_whole))
        .add(button("in", "+", Word::ZoomIn, false))
        .add(button("all", card.word(Word::ZoomAll), Word::ShowAll, is_whole))
}

/// The button that folds the list of so many events, or unfolds it.
pub fn fold_button(card: &Card, events: usize, is_unfolded: bool) -> El {
    let word = if is_unfolded { Word::ShowFewerEvents } else { Word::ShowAllEvents };
    card.own(el("button.fold"))
        .set("type", "button")
        .set(attributes::FOLD, "fold")
        .set("aria-expanded", if is_unfolded { "true" } else { "false" })
        .hidden(!list::folds(events))
        .text(&fill(card.word(word), &[("n", &events.to_string())]))
}
