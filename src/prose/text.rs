//! Text with its emphasis, links and markers.

use crate::citations::marker;
use crate::context::Card;
use crate::html::{El, el};
use crate::story::{LINE_BREAK, Run};

/// Longest word kept on one line with the marker behind it, in bytes: beyond it a
/// narrow card would overflow.
const MAX_JOINED: usize = 24;

/// Adds inline text to an element.
///
/// A marker is joined to the word before it, so that no line starts with one.
pub fn text(card: &Card, mut parent: El, runs: &[Run]) -> El {
    let mut rest = runs;
    while let [run, after @ ..] = rest {
        let from_here = rest;
        rest = after;
        match run {
            Run::Plain(letters) if after.first().is_some_and(is_citation) => {
                let (before, word) = last_word(letters);
                let (cited, after) = marker::neighbours(after);
                rest = after;
                let joined = marker::add(card, lines(el("span.joined"), word), &cited);
                parent = lines(parent, before).add(joined);
            }
            Run::Plain(letters) => parent = lines(parent, letters),
            Run::Strong(runs) => parent = parent.add(text(card, el("strong"), runs)),
            Run::Emphasis(runs) => parent = parent.add(text(card, el("em"), runs)),
            Run::Link { url, text: runs } => {
                parent = parent.add(text(card, card.text_link("a", url), runs));
            }
            Run::Citation { .. } => {
                let (cited, after) = marker::neighbours(from_here);
                rest = after;
                // A word joiner: no line breaks here either.
                parent = marker::add(card, parent.text("\u{2060}"), &cited);
            }
        }
    }
    parent
}

/// The letter that breaks a line stays among the others, for whoever reads them by script; some
/// fonts have a sign for it, so that it takes no room.
fn lines(mut parent: El, letters: &str) -> El {
    for line in letters.split_inclusive(LINE_BREAK) {
        let words = line.strip_suffix(LINE_BREAK);
        parent = parent.text(words.unwrap_or(line));
        if words.is_some() {
            parent = parent.add(el("span.break").text("\u{2028}")).add(el("br"));
        }
    }
    parent
}

pub fn is_citation(run: &Run) -> bool {
    matches!(run, Run::Citation { .. })
}

fn last_word(letters: &str) -> (&str, &str) {
    let start = letters.rfind(' ').map_or(0, |space| space + 1);
    if letters.len() - start > MAX_JOINED {
        return (letters, "\u{2060}");
    }
    letters.split_at_checked(start).unwrap_or((letters, ""))
}
