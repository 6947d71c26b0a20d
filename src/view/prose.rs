//! Typed runs and blocks to HTML.

use yew::prelude::*;

use super::{Card, citation, image, table};
use crate::card::LinkKind;
use crate::story::{Block, Quote, Run};

/// Longest word kept on one line with the marker behind it, in bytes: beyond it a
/// narrow card would overflow.
const MAX_JOINED: usize = 24;

/// Inline text.
///
/// A marker is joined to the word before it, so that no line starts with one.
pub fn text(card: &Card, runs: &[Run]) -> Html {
    let mut nodes = Vec::with_capacity(runs.len());
    let mut rest = runs;
    while let [run, after @ ..] = rest {
        let markers = after.iter().take_while(|run| is_citation(run)).count();
        rest = after;
        match run {
            Run::Plain(letters) if markers > 0 => {
                let (cited, others) = after.split_at_checked(markers).unwrap_or((after, &[]));
                let (before, word) = last_word(letters);
                nodes.push(html! { { before } });
                nodes.push(html! {
                    <span class="joined">{ word }{ for cited.iter().map(|run| self::run(card, run)) }</span>
                });
                rest = others;
            }
            run => nodes.push(self::run(card, run)),
        }
    }
    nodes.into_iter().collect()
}

fn is_citation(run: &Run) -> bool {
    matches!(run, Run::Citation { .. })
}

fn last_word(letters: &str) -> (&str, &str) {
    let start = letters.rfind(char::is_whitespace).map_or(0, |space| space + 1);
    let start = if letters.is_char_boundary(start) { start } else { letters.len() };
    if letters.len() - start > MAX_JOINED {
        return (letters, "\u{2060}");
    }
    letters.split_at_checked(start).unwrap_or((letters, ""))
}

fn run(card: &Card, run: &Run) -> Html {
    match run {
        Run::Plain(letters) => html! { { letters } },
        Run::Strong(runs) => html! { <strong>{ text(card, runs) }</strong> },
        Run::Emphasis(runs) => html! { <em>{ text(card, runs) }</em> },
        Run::Link { url, text: runs } => html! {
            <a href={url.as_str().to_owned()} rel="noopener noreferrer" onclick={card.on_follow(url, LinkKind::Text)}>
                { text(card, runs) }
            </a>
        },
        Run::Citation { source, place } => citation::marker(card, *source, *place),
    }
}

/// A block of the body.
pub fn block(card: &Card, block: &Block) -> Html {
    match block {
        Block::Paragraph(runs) => html! { <p part="paragraph">{ text(card, runs) }</p> },
        Block::Heading(words) => {
            html! { <@{card.heading(2)} class="minor-heading">{ words }</@> }
        }
        Block::List { ordered, items } => {
            let items = items.iter().map(|item| html! { <li>{ text(card, item) }</li> });
            let tag = if *ordered { "ol" } else { "ul" };
            html! { <@{tag} part="list" class="list">{ for items }</@> }
        }
        Block::Quote(words) => quote(card, words, false),
        Block::PullQuote(words) => quote(card, words, true),
        Block::Image(picture) => image::view(card, Some(picture), true),
        Block::Table(rows) => table::view(card, rows),
        Block::Code { text, language } => html! {
            <pre tabindex="0" data-language={language.clone()}><code>{ text }</code></pre>
        },
        Block::Embed { url, title } => {
            let title = title.clone().unwrap_or_else(|| url.host().to_owned());
            html! {
                <a
                    class="embed"
                    href={url.as_str().to_owned()}
                    rel="noopener noreferrer"
                    onclick={card.on_follow(url, LinkKind::Text)}
                >
                    <span class="embed-title">{ title }</span>
                    <bdi class="host">{ url.host().to_owned() }</bdi>
                </a>
            }
        }
    }
}

/// Somebody's words with their speaker. A pull quote repeats the body: it is kept from
/// those who hear the card, who would hear it twice.
fn quote(card: &Card, quote: &Quote, is_pull: bool) -> Html {
    let words = text(card, &quote.text);
    let speaker = quote.attribution.as_ref().map(|runs| text(card, runs));
    let source = quote.url.as_ref().map(|url| html! {
        <a
            class="quote-source"
            href={url.as_str().to_owned()}
            rel="noopener noreferrer"
            onclick={card.on_follow(url, LinkKind::Source)}
        ><bdi>{ url.host().to_owned() }</bdi></a>
    });
    html! {
        <figure
            part="quote"
            class={if is_pull { "pullquote" } else { "quote" }}
            aria-hidden={is_pull.then_some("true")}
            inert={is_pull}
        >
            <blockquote part="quote-text" class="quote-text"><p>{ words }</p></blockquote>
            <figcaption part="attribution" class="attribution" hidden={speaker.is_none() && source.is_none()}>
                { for speaker }
                { for source }
            </figcaption>
        </figure>
    }
}
