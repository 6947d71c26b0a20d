//! The list of sources: with a way back to each marker, and how often each is cited.

use yew::prelude::*;

use super::citation::marker_id;
use super::{Card, Intent, dir, more, when};
use crate::card::LinkKind;
use crate::story::{EdtfDate, Language, Source, Support};
use crate::words::{Words, fill};

/// Ways back shown for one source; a source cited more often says how often.
const MAX_WAYS_BACK: usize = 26;

pub fn view(card: &Card) -> Html {
    let sources = &card.story.sources;
    html! {
        <section part="sources" class="sources" aria-labelledby="sources" hidden={sources.is_empty()}>
            <@{card.heading(1)} id="sources" class="small-heading">{ card.words.sources.to_string() }</@>
            <ol class="source-list">
                { for sources.iter().enumerate().map(|(index, source)| entry(card, index, source)) }
            </ol>
            { more(&card.words, card.story.omitted.sources) }
        </section>
    }
}

fn entry(card: &Card, index: usize, source: &Source) -> Html {
    html! {
        <li key={index} class="entry" id={["source-", &(index + 1).to_string()].concat()}>
            <bdi class="number">{ &source.number }</bdi>
            <div>
                { facts(card, source) }
                { uses(card, index, source) }
            </div>
        </li>
    }
}

/// What is known of a source: publisher, title, author, date, the words relied on.
pub fn facts(card: &Card, source: &Source) -> Html {
    let words = &card.words;
    html! {
        <div part="source" class="source">
            <p part="source-publisher" class="source-publisher" hidden={source.publisher.is_none()}>
                <bdi>{ source.publisher.clone() }</bdi>
            </p>
            { title(card, source) }
            { details(card, source) }
            <blockquote
                part="source-excerpt"
                class="source-excerpt"
                lang={source.language.as_ref().map(|language| language.as_str().to_owned())}
                dir={dir(source.direction)}
                hidden={source.excerpt.is_none()}
            ><p>{ source.excerpt.clone() }</p></blockquote>
            <p class="source-links">
                <span class="supports" hidden={source.supports.is_none()}>
                    { source.supports.map(|supports| self::supports(words, supports)) }
                </span>
                { link_host(words, source) }
                { for source.archived_at.as_ref().map(|url| html! {
                    <a
                        href={url.as_str().to_owned()}
                        target="_blank"
                        rel="noopener noreferrer"
                        onclick={card.on_follow(url, LinkKind::Source)}
                    >{ words.archived.to_string() }</a>
                }) }
            </p>
        </div>
    }
}

fn title(card: &Card, source: &Source) -> Html {
    let name = source.name.as_ref().or(source.publisher.as_ref());
    let lang = source.language.as_ref().map(|language: &Language| language.as_str().to_owned());
    let words = match &source.url {
        Some(url) => html! {
            <a
                href={url.as_str().to_owned()}
                target="_blank"
                rel="noopener noreferrer"
                onclick={card.on_follow(url, LinkKind::Source)}
            >{ name.cloned().unwrap_or_else(|| url.host().to_owned()) }</a>
        },
        None => html! { <span>{ name.cloned() }</span> },
    };
    html! {
        <p part="source-title" class="source-title" {lang} dir={dir(source.direction)}>{ words }</p>
    }
}

/// Author, date, kind, and when it was read.
fn details(card: &Card, source: &Source) -> Html {
    let words = &card.words;
    let accessed = source.accessed.as_ref().map(|date: &EdtfDate| {
        fill(&words.accessed, &[("date", &when::words(date, words, card.language()))])
    });
    let kind = source.kind.as_ref().map(|kind| kind.replace(['-', '_'], " "));
    let is_empty = source.author.is_none() && source.published.is_none() && accessed.is_none() && kind.is_none();
    html! {
        <p class="source-details" hidden={is_empty}>
            <span hidden={source.author.is_none()}><bdi>{ source.author.clone() }</bdi></span>
            <span hidden={source.published.is_none()}>
                { when::time(source.published.as_ref(), None, words, card.language()) }
            </span>
            <span hidden={kind.is_none()}>{ kind }</span>
            <span hidden={accessed.is_none()}>{ accessed }</span>
        </p>
    }
}

fn supports(words: &Words, supports: Support) -> String {
    match supports {
        Support::Quote => &words.supports_quote,
        Support::Paraphrase => &words.supports_paraphrase,
        Support::Background => &words.supports_background,
    }
    .to_string()
}

/// The host a link really leads to, in ASCII; that there is no link is said too.
fn link_host(words: &Words, source: &Source) -> Html {
    let host = match &source.url {
        Some(url) => url.host().to_owned(),
        None => words.no_link.to_string(),
    };
    html! { <bdi class="host" hidden={host.is_empty()}>{ host }</bdi> }
}

fn uses(card: &Card, index: usize, source: &Source) -> Html {
    let words = &card.words;
    let count = source.uses.to_string();
    let line = match source.uses {
        0 => words.not_cited.to_string(),
        1 => words.cited_once.to_string(),
        _ => fill(&words.cited_times, &[("n", &count)]),
    };
    html! {
        <p class="uses">
            { line }
            { for (1..=source.uses.min(MAX_WAYS_BACK)).map(|place| way_back(card, index, source, place)) }
        </p>
    }
}

fn way_back(card: &Card, index: usize, source: &Source, place: usize) -> Html {
    let id = marker_id(index, place);
    let number = place.to_string();
    let label = fill(&card.words.back_to, &[("n", &number), ("source", &source.number)]);
    html! {
        <button
            class="way-back"
            type="button"
            aria-label={label}
            onclick={card.on.reform(move |_| Intent::GoTo(id.clone()))}
        >{ if source.uses == 1 { "↑" } else { number.as_str() } }</button>
    }
}
