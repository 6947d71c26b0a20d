//! A marker in the text, and the note with its source.
//!
//! Both are the platform's: a button that opens a popover, placed beside it by CSS.
//! They work by press and key without a line of code here.

use web_sys::Element;
use yew::prelude::*;

use super::{Card, Intent, sources};
use crate::story::Source;
use crate::words::fill;

/// The number in the text.
pub fn marker(card: &Card, source: usize, place: usize) -> Html {
    let Some(cited) = card.story.sources.get(source) else { return html! { <sup hidden=true /> } };
    html! {
        <sup class="mark">
            <button
                part="marker"
                class="marker"
                type="button"
                id={marker_id(source, place)}
                popovertarget={note_id(source)}
                aria-label={spoken(card, cited)}
            >
                <bdi>{ ["[", &cited.number, "]"].concat() }</bdi>
            </button>
        </sup>
    }
}

/// Id of a marker inside the shadow root.
pub fn marker_id(source: usize, place: usize) -> String {
    ["cite-", &(source + 1).to_string(), "-", &place.to_string()].concat()
}

fn note_id(source: usize) -> String {
    ["note-", &(source + 1).to_string()].concat()
}

/// "Source 3: publisher".
pub fn spoken(card: &Card, source: &Source) -> String {
    match source.publisher.as_ref().or(source.name.as_ref()) {
        Some(publisher) => {
            fill(&card.words.source_n, &[("n", &source.number), ("publisher", publisher)])
        }
        None => fill(&card.words.source_n_alone, &[("n", &source.number)]),
    }
}

/// A note for each source that is cited: one serves all its markers.
pub fn notes(card: &Card) -> Html {
    let cited = card.story.sources.iter().enumerate().filter(|(_, source)| source.uses > 0);
    html! { <div class="notes">{ for cited.map(|(index, source)| note(card, index, source)) }</div> }
}

fn note(card: &Card, index: usize, source: &Source) -> Html {
    let on = card.on.clone();
    let ontoggle = move |event: Event| {
        if let Some(note) = event.target_dyn_into::<Element>() {
            let open = note.matches(":popover-open").unwrap_or_default();
            on.emit(Intent::Note { source: index, open });
        }
    };
    html! {
        <div
            key={index}
            part="popover"
            class="note"
            id={note_id(index)}
            popover="auto"
            role="dialog"
            aria-label={spoken(card, source)}
            {ontoggle}
        >
            <button
                class="close"
                type="button"
                popovertarget={note_id(index)}
                popovertargetaction="hide"
                aria-label={card.words.close.to_string()}
            >{ "×" }</button>
            { sources::facts(card, source) }
        </div>
    }
}
