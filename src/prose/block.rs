//! Blocks: paragraphs, lists, quotations, pictures, tables.

use super::{image, quote, table, text};
use crate::attributes;
use crate::context::Card;
use crate::html::{El, el, kind, link};
use crate::story::{Block, Text};
use crate::words::Word;

/// A block of the body, which is written in a language; so deep below the headline are its
/// headings.
pub fn block(card: &Card, language: &str, depth: u8, block: &Block) -> El {
    match block {
        Block::Paragraph(runs) => text(card, el("p@paragraph"), runs),
        Block::Heading(words) => {
            card.heading(depth).set("class", "minor-heading").set("part", "heading").text(words)
        }
        Block::List { ordered: false, items, .. } => list(card, el("ul.list@list"), items),
        Block::List { start, items, .. } => {
            // Numbers of three digits and more need more room than a card has at its edge.
            let is_long = (start.unwrap_or(1) as usize).saturating_add(items.len()) > 100;
            let start = start.map(|start| start.to_string());
            let list_of = el(if is_long { "ol.list long@list" } else { "ol.list@list" });
            list(card, list_of.maybe("start", start.as_deref()), items)
        }
        Block::Quote(words) => quote::view(card, language, words, false),
        // It repeats the body: whoever hears the card would hear it twice.
        Block::PullQuote(words) => {
            quote::view(card, language, words, true).set("aria-hidden", "true").flag("inert", true)
        }
        Block::Image(picture) => image::view(card, Some(picture)),
        Block::Table(rows) => table::view(card, rows),
        Block::Known { known, unknown } => el("div.certainty")
            .add(certainty(card, language, ("div.known@known", Word::Known), known))
            .add(certainty(card, language, ("div.unknown@unknown", Word::Unknown), unknown)),
        // Code runs from left to right in every language.
        Block::Code { text, language } => el("pre@code")
            .set("dir", "ltr")
            .set("tabindex", "0")
            .set("translate", "no")
            .attr(attributes::LANGUAGE, language.as_deref().unwrap_or_default())
            .add(el("code").text(text)),
        Block::Embed { url, title } => {
            let title = title.as_deref().unwrap_or(url.host());
            link("a.embed@embed", url, kind::TEXT)
                .add(el("span.embed-title").text(title))
                .add(el("bdi.host").text(url.host()))
        }
    }
}

fn list(card: &Card, list: El, items: &[Text]) -> El {
    items.iter().fold(list, |list, item| list.add(text(card, el("li"), item)))
}

/// One of two lists: what is known, or what is not.
fn certainty(
    card: &Card,
    language: &str,
    (tag, title): (&'static str, Word),
    items: &[Text],
) -> El {
    let title = card.word(title);
    let entries = list(card, el("ul.list@list").attr("aria-label", title), items);
    el(tag)
        .hidden(items.is_empty())
        .add(
            card.own_beside(language, el("p.small-heading@heading")).set("dir", "auto").text(title),
        )
        .add(entries)
}
