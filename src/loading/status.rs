//! The faces of a card that has no story to show: still loading, and failed.

use yew::prelude::*;

use crate::attributes;
use crate::browser::page::is_online;
use crate::error::{Document, Error, Kind};
use crate::html::el;
use crate::words::{Word, Words, fill};

/// What happened, in the reader's words.
#[must_use]
pub fn sentence(error: &Error, words: &Words) -> String {
    let word = match error.kind() {
        Kind::Network if !is_online() => Word::ErrorOffline,
        Kind::Network => Word::ErrorNetwork,
        Kind::Timeout => Word::ErrorTimeout,
        Kind::Http(404 | 410) => Word::ErrorGone,
        Kind::Http(_) => Word::ErrorHttp,
        Kind::TooLarge { .. } => Word::ErrorTooLarge,
        Kind::Other(Document::Html) => Word::ErrorPage,
        Kind::Other(Document::Empty) => Word::ErrorEmpty,
        Kind::Other(_) => Word::ErrorFeed,
        Kind::NotJson { .. } | Kind::NotAStory { .. } => Word::ErrorDocument,
        Kind::UnsupportedVersion { .. } => Word::ErrorVersion,
        Kind::Withheld { .. } => Word::ErrorWithheld,
    };
    let status = error.status().unwrap_or_default().to_string();
    fill(words.get(word), &[("status", &status)])
}

/// The failed face: what happened, and a way to ask again where that can help.
pub(crate) fn failed(error: &Error, words: &Words) -> Html {
    let retry = el("button.retry@retry")
        .set("type", "button")
        .set(attributes::ACT, "retry")
        .hidden(!error.is_temporary())
        .text(words.get(Word::Retry));
    let sentence = el("p").set("dir", "auto").text(&sentence(error, words));
    // Not an alert: four cards that fail are not worth four interruptions.
    el("div.error@error")
        .attr("lang", words.language())
        .set("role", "status")
        .add(sentence)
        .add(retry)
        .build()
}

/// How fresh the story is that is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Freshness {
    /// There is nothing to say.
    #[default]
    Quiet,
    /// It came at this time, in place of an older one.
    Updated(String),
    /// It came at this time, and a newer one could not be had.
    Stale(String),
}

/// The line that says so. It has a place of its own, so that nothing moves. Whoever hears the card
/// is told what is `new` too, which others see: in one text, for a screen reader tells of each part
/// that changes, and in a place that is there from the start, else it tells of none.
pub(crate) fn freshness(freshness: &Freshness, words: &Words, new: &str) -> Html {
    let (word, time) = match freshness {
        Freshness::Quiet => (None, ""),
        Freshness::Updated(time) => (Some(Word::UpdatedAt), time.as_str()),
        Freshness::Stale(time) => (Some(Word::NotUpdatedSince), time.as_str()),
    };
    let line = word.map(|word| fill(words.get(word), &[("time", time)])).unwrap_or_default();
    let is_updated = matches!(freshness, Freshness::Updated(_)) && !new.is_empty();
    let spoken = if is_updated { [&line, ": ", new].concat() } else { line.clone() };
    let is_stale = matches!(freshness, Freshness::Stale(_));
    let retry = el("button.again")
        .set("type", "button")
        .set(attributes::ACT, "retry")
        .text_or_hide(is_stale.then(|| words.get(Word::Retry)));
    el(if is_stale { "p.freshness stale" } else { "p.freshness" })
        .attr("lang", words.language())
        .set("dir", "auto")
        .add(el("span").set("aria-hidden", "true").text(&line))
        .add(el("span.spoken").set("role", "status").set("aria-atomic", "true").text(&spoken))
        .add(retry)
        .build()
}

/// The face while the story is on its way, in the shape it will have; or nothing to see, but an
/// element: the skeleton that the tag's loader has drawn stays.
pub(crate) fn loading(words: &Words, has_skeleton: bool) -> Html {
    if !has_skeleton {
        return el("div").hidden(true).build();
    }
    el("div.skeleton@skeleton")
        .attr("lang", words.language())
        .set("role", "status")
        .attr("aria-label", words.get(Word::Loading))
        .build()
}
