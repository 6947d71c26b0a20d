//! Markers: the numbers in the text, alone, side by side, or folded to one.
//!
//! A marker is the platform's: a button that opens a popover.

use super::ids;
use super::numbers::insert;
use super::source::spoken;
use crate::attributes;
use crate::context::Card;
use crate::html::{El, HAS_APP, el};
use crate::story::Run;
use crate::words::{Word, fill};

/// Most neighbours that stand side by side; more are folded to one marker: `[1-5]`.
const MAX_SIDE_BY_SIDE: usize = 3;

/// One citation: the source, and which of its mentions.
type Cited = (usize, usize);

/// The citations that a stretch of text begins with, and the text after them.
pub fn neighbours(mut runs: &[Run]) -> (Vec<Cited>, &[Run]) {
    let mut cited = Vec::new();
    while let [Run::Citation { source, place }, after @ ..] = runs {
        cited.push((*source, *place));
        runs = after;
    }
    (cited, runs)
}

/// Adds the markers of neighbours.
pub fn add(card: &Card, mut parent: El, cited: &[Cited]) -> El {
    // Ahead of the app a note shows one source.
    if cited.len() > MAX_SIDE_BY_SIDE && HAS_APP {
        return parent.add(folded(card, cited));
    }
    // The note shows them all.
    let mut all = Vec::new();
    for (source, _) in cited {
        if !all.contains(source) {
            all.push(*source);
        }
    }
    for (source, place) in cited {
        // Of thousands side by side each would name all.
        let order =
            if cited.len() > MAX_SIDE_BY_SIDE { std::slice::from_ref(source) } else { &all };
        parent = parent.add(single(card, (*source, *place), order));
    }
    parent
}

fn single(card: &Card, (source, place): Cited, order: &[usize]) -> El {
    let Some(cited) = card.story.sources.get(source) else {
        return el("span").hidden(true);
    };
    let label = card.digits(&cited.number);
    opening(button(source, order), source)
        .attr("id", &ids::mention(source, place))
        .attr("aria-label", &spoken(card, cited))
        .add(digits().text(&["[", &label, "]"].concat()))
        .raised()
}

/// One marker for several neighbours. Each mention keeps its place in it, for the way
/// back from the list of sources.
fn folded(card: &Card, cited: &[Cited]) -> El {
    let mut order = Vec::new();
    for (source, _) in cited {
        insert(&mut order, *source);
    }
    let number = |source: &usize| card.story.sources.get(*source)?.number.parse().ok();
    let mut numbers = Vec::new();
    for number in order.iter().filter_map(number) {
        insert(&mut numbers, number);
    }
    let (mut label, mut all) = (digits().text("["), String::new());
    for (before, number) in ranges(&numbers) {
        let number = number.to_string();
        all.extend([before, &number]);
        // Each number by itself: the digits of some languages would turn a range round.
        label = label.text(before).add(el("bdi").text(&card.digits(&number)));
    }
    let first = cited.first().map_or((0, 0), |first| *first);
    let mut button = card
        .own(opening(button(first.0, &order), first.0))
        .attr("id", &["all-", &ids::mention(first.0, first.1)].concat())
        .set(attributes::FOLDED, "all")
        .attr("aria-label", &fill(card.word(Word::SourcesN), &[("n", &all)]))
        .add(label.text("]"));
    for (source, place) in cited {
        button = button.add(el("span").attr("id", &ids::mention(*source, *place)));
    }
    button.raised()
}

fn button(own: usize, all: &[usize]) -> El {
    let mut cites = own.to_string();
    for source in all.iter().filter(|_| all.len() > 1) {
        cites.extend([" ", &source.to_string()]);
    }
    el("button.marker@marker").set("type", "button").attr(attributes::CITES, &cites)
}

/// Of all that have an open note for their target, the browser says that it is theirs. So with
/// the app, where one note serves all markers, it is the target of the active one alone.
fn opening(button: El, source: usize) -> El {
    if HAS_APP {
        return button.set("aria-expanded", "false");
    }
    button.attr("popovertarget", &ids::note(source))
}

/// What a marker shows. No language writes it otherwise, and a number that another script
/// has hold of could not be changed.
fn digits() -> El {
    el("span.digits").set("translate", "no")
}

impl El {
    fn raised(self) -> Self {
        el("span.mark").add(self)
    }
}

/// Numbers in order as they are printed, each with what stands before it: `1-3, 7`.
fn ranges(numbers: &[usize]) -> Vec<(&'static str, usize)> {
    let mut pieces: Vec<(&str, usize)> = Vec::new();
    let mut run = 0;
    for (index, number) in numbers.iter().enumerate() {
        let is_next = pieces.last().is_some_and(|(_, last)| last + 1 == *number);
        run = if is_next { run + 1 } else { 1 };
        // A third in a row takes the second's place, behind a hyphen; so does each after it.
        match pieces.last_mut() {
            Some(last) if run > 2 => *last = ("-", *number),
            _ => pieces.push((if index == 0 { "" } else { ", " }, *number)),
        }
    }
    pieces
}
