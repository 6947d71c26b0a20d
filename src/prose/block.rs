//! Blocks: paragraphs, lists, quotations, pictures, tables.

use super::{image, quote, table, text};
use crate::attributes;
use crate::context::Card;
use crate::html::{El, el, kind, link};
use crate::story::Block;

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
            .attr(attributes::LANGUAGE, language.as_deref().unwrap_or_default())
            .add(el("code").text(text)),
        Block::Embed { url, title } => {
            let title = title.as_deref().unwrap_or(url.host());
            link("a.embed", url, kind::TEXT)
                .add(el("span.embed-title").text(title))
                .add(el("bdi.host").text(url.host()))
        }
    }
}
