//! The note: what a marker shows of its sources. A popover, placed by CSS.

use super::ids;
use super::source::{facts, spoken, uses};
use crate::attributes;
use crate::context::Card;
use crate::html::{El, HAS_APP, el};
use crate::words::{Word, fill};

/// What the card's note, or notes, show: `shown` are the sources of the marker last used.
pub fn view(card: &Card, shown: &[usize]) -> El {
    let notes = el("div.notes");
    if HAS_APP {
        return notes.add(note(card, shown));
    }
    let cited = card.story.sources.iter().enumerate().filter(|(_, source)| source.uses > 0);
    cited.fold(notes, |notes, (index, _)| notes.add(note(card, &[index])))
}

fn note(card: &Card, shown: &[usize]) -> El {
    let first = shown.first().copied().unwrap_or_default();
    let id = ids::note(first);
    let label = card.story.sources.get(first).map(|source| spoken(card, source));
    let close = el("button.close")
        .set("type", "button")
        .attr("popovertarget", &id)
        .set("popovertargetaction", "hide")
        .attr("aria-label", card.word(Word::Close))
        .text("×");
    let mut note = el("div.note@popover")
        .attr("id", &id)
        .set("popover", "auto")
        .set("role", "dialog")
        .maybe("aria-label", label.as_deref())
        .add(close);
    for (place, source) in shown.iter().enumerate() {
        note = note.add(entry(card, *source, place, shown.len()));
    }
    note
}

/// One of the sources in a note.
fn entry(card: &Card, index: usize, place: usize, count: usize) -> El {
    let entry = el("div.cited");
    let Some(source) = card.story.sources.get(index) else {
        return entry.hidden(true);
    };
    let known = facts(card, source).add(to_list(card, index, source.uses));
    if count < 2 {
        return entry.add(known);
    }
    entry
        .set("role", "group")
        .attr("aria-label", &spoken(card, source))
        .add(steps(card, &source.number, place, count))
        .add(known)
}

/// How often the source is cited; pressed, it leads to the source in the list, and to
/// the ways back.
fn to_list(card: &Card, index: usize, times: usize) -> El {
    el("button.to-list")
        .set("type", "button")
        .attr(attributes::GO, &ids::source(index))
        .text(&uses(card, times))
}

/// "2 of 5", and the ways to the source before and to the one after.
fn steps(card: &Card, number: &str, place: usize, count: usize) -> El {
    let words = [("n", &*(place + 1).to_string()), ("count", &*count.to_string())];
    let before = if place == 0 { count } else { place } - 1;
    let after = if place + 1 == count { 0 } else { place + 1 };
    el("p.steps")
        .add(
            el("span.digits")
                .set("translate", "no")
                .text(&["[", &card.digits(number), "]"].concat()),
        )
        .add(el("bdi").text(&fill(card.word(Word::NOfCount), &words)))
        .add(step("before-", place, before).attr("aria-label", card.word(Word::Previous)).text("‹"))
        .add(step("after-", place, after).attr("aria-label", card.word(Word::Next)).text("›"))
}

/// The focus goes on to the same button of the other source, so that a reader may press
/// again; from the last source to the first.
fn step(way: &str, from: usize, to: usize) -> El {
    let id = |place: usize| [way, &place.to_string()].concat();
    el("button.step").set("type", "button").attr("id", &id(from)).attr(attributes::GO, &id(to))
}
