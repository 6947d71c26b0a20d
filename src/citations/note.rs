//! The note: what a marker shows of its sources. A popover.

use super::ids;
use super::source::{in_note, spoken, uses};
use crate::attributes;
use crate::context::Card;
use crate::html::{El, HAS_APP, el};
use crate::settings::Layout;
use crate::story::Source;
use crate::words::Word;

/// What the card's note, or notes, show: `shown` are the sources of the marker last used.
pub fn view(card: &Card, shown: &[usize]) -> El {
    let notes = el("div.notes");
    if HAS_APP {
        return notes.add(note(card, shown));
    }
    let cited = card.story.sources.iter().enumerate().filter(|(_, source)| source.uses > 0);
    cited.fold(notes, |notes, (index, _)| notes.add(note(card, &[index])))
}

/// One note. It takes the focus when it is asked for by key, and then says its name.
fn note(card: &Card, shown: &[usize]) -> El {
    let pressed = shown.first().copied().unwrap_or_default();
    let id = ids::note(pressed);
    let close = card
        .own(el("button.close@close"))
        .set("type", "button")
        .attr("popovertarget", &id)
        .set("popovertargetaction", "hide")
        .attr("aria-label", card.word(Word::Close))
        .text("×");
    let mut note = el("div.note@popover")
        .attr("id", &id)
        .set("popover", "auto")
        .set("role", "dialog")
        .set("tabindex", "-1")
        .maybe("aria-label", card.story.sources.get(pressed).and_then(title))
        .add(close);
    // The marker that was pressed comes first, then all in the order of the text.
    let all = match shown {
        [_, all @ ..] if !all.is_empty() => all,
        all => all,
    };
    for source in all {
        note = note.add(entry(card, *source, (all.len() > 1).then_some(*source == pressed)));
    }
    note
}

fn title(source: &Source) -> Option<&str> {
    source.name.as_deref().or(source.publisher.as_deref())
}

/// One of the sources in a note; of several it says which it is, and whether it is that of
/// the marker.
fn entry(card: &Card, index: usize, is_pressed: Option<bool>) -> El {
    let entry = el("div.cited");
    let Some(source) = card.story.sources.get(index) else {
        return entry.hidden(true);
    };
    let known = in_note(card, source).add(to_list(card, index, source.uses));
    let Some(is_pressed) = is_pressed else { return entry.add(known) };
    let number = ["[", &card.digits(&source.number), "]"].concat();
    entry
        .set("role", "group")
        .attr("aria-label", &spoken(card, source))
        .set("aria-current", if is_pressed { "true" } else { "" })
        .add(el("p.cited-number").set("translate", "no").add(el("span.digits").text(&number)))
        .add(known)
}

/// How often the source is cited; pressed, it leads to the source in the list, and to
/// the ways back. A teaser has no list.
fn to_list(card: &Card, index: usize, times: usize) -> El {
    card.own(el("button.to-list"))
        .set("type", "button")
        .attr(attributes::GO, &ids::source(index))
        .hidden(card.settings.layout == Layout::Teaser)
        .text(&uses(card, times))
}
