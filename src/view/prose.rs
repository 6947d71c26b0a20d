//! Typed runs and blocks to HTML.

use super::el::{El, el};
use super::{Card, image, kind, link, marker, quote, table, text_link};
use crate::story::{Block, Run};

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
                let joined = marker::add(card, el("span.joined").text(word), &cited);
                parent = parent.text(before).add(joined);
            }
            Run::Plain(letters) => parent = parent.text(letters),
            Run::Strong(runs) => parent = parent.add(text(card, el("strong"), runs)),
            Run::Emphasis(runs) => parent = parent.add(text(card, el("em"), runs)),
            Run::Link { url, text: runs } => {
                parent = parent.add(text(card, text_link(card, "a", url), runs));
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

/// A block of the body, which is written in a language.
pub fn block(card: &Card, language: &str, block: &Block) -> El {
    match block {
        Block::Paragraph(runs) => text(card, el("p@paragraph"), runs),
        Block::Heading(words) => card.heading(2).set("class", "minor-heading").text(words),
        Block::List { ordered, items } => {
            let mut list = el(if *ordered { "ol.list@list" } else { "ul.list@list" });
            for item in items {
                list = list.add(text(card, el("li"), item));
            }
            list
        }
        Block::Quote(words) => quote::view(card, language, "figure.quote@quote", words),
        // It repeats the body: whoever hears the card would hear it twice.
        Block::PullQuote(words) => quote::view(card, language, "figure.pullquote@quote", words)
            .set("aria-hidden", "true")
            .flag("inert", true),
        Block::Image(picture) => image::view(card, Some(picture)),
        Block::Table(rows) => table::view(card, rows),
        // Code runs from left to right in every language.
        Block::Code { text, language } => el("pre")
            .set("dir", "ltr")
            .set("tabindex", "0")
            .set("translate", "no")
            .attr("data-language", language.as_deref().unwrap_or_default())
            .add(el("code").text(text)),
        Block::Embed { url, title } => {
            let title = title.as_deref().unwrap_or(url.host());
            link("a.embed", url, kind::TEXT)
                .add(el("span.embed-title").text(title))
                .add(el("bdi.host").text(url.host()))
        }
    }
}
