//! A marker in the text, and the note with its source.
//!
//! Both are the platform's: a button that opens a popover, placed beside it by CSS.
//! They work by press and key without a line of code here.

use web_sys::Element;
use yew::prelude::*;

use super::el::{El, el};
use super::{Card, Toggle, Toggled, sources};
use crate::story::Source;
use crate::words::{Word, fill};

/// The number in the text.
pub fn marker(card: &Card, source: usize, place: usize) -> El {
    let Some(cited) = card.story.sources.get(source) else {
        return el("sup").hidden(true);
    };
    let button = el("button.marker@marker")
        .set("type", "button")
        .attr("id", &marker_id(source, place))
        .attr("popovertarget", &note_id(source))
        .attr("aria-label", &spoken(card, cited))
        .maybe("aria-description", sources::supports(card, cited))
        .add(el("bdi").text(&["[", &cited.number, "]"].concat()));
    el("sup.mark").add(button)
}

/// Id of a marker inside the shadow root.
pub fn marker_id(source: usize, place: usize) -> String {
    ["cite-", &(source + 1).to_string(), "-", &place.to_string()].concat()
}

/// Id of a note inside the shadow root.
pub fn note_id(source: usize) -> String {
    ["note-", &(source + 1).to_string()].concat()
}

/// "Source 3: publisher".
pub fn spoken(card: &Card, source: &Source) -> String {
    let known = source.publisher.as_ref().or(source.name.as_ref());
    let word = if known.is_some() { Word::SourceN } else { Word::SourceNAlone };
    let publisher = known.map_or("", String::as_str);
    fill(card.word(word), &[("n", &source.number), ("publisher", publisher)])
}

/// A note for each source that is cited: one serves all its markers. All are filled from
/// the start, so that they work by press whatever becomes of the rest.
pub fn notes(card: &Card) -> El {
    let mut notes = el("div.notes");
    for (index, source) in card.story.sources.iter().enumerate() {
        if source.uses > 0 {
            notes = notes.add(note(card, index, source));
        }
    }
    notes
}

fn note(card: &Card, index: usize, source: &Source) -> El {
    let on = card.on_toggle.clone();
    let on_toggle = Callback::from(move |event: Event| {
        if let Some(note) = event.target_dyn_into::<Element>() {
            let open = note.matches(":popover-open").unwrap_or_default();
            on.emit(Toggle { what: Toggled::Note(index), open });
        }
    });
    let id = note_id(index);
    let note = el("div.note@popover")
        .key(&id)
        .attr("id", &id)
        .set("popover", "auto")
        .set("role", "dialog")
        .attr("aria-label", &spoken(card, source))
        .on_toggle(on_toggle);
    let close = el("button.close")
        .set("type", "button")
        .attr("popovertarget", &id)
        .set("popovertargetaction", "hide")
        .attr("aria-label", card.word(Word::Close))
        .text("×");
    note.add(close).add(sources::facts(card, source))
}
