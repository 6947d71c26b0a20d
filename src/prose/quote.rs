//! Somebody's words with their speaker, between the quotation marks of their language.

use super::quotation_marks::{begins_with_one, marks};
use super::text::{is_citation, text};
use crate::context::Card;
use crate::html::{El, el, kind, link};
use crate::story::{Quote, Run, plain};

pub fn view(card: &Card, language: &str, quote: &Quote, is_pulled: bool) -> El {
    // Words that repeat the story's own are nobody else's.
    let is_own = is_pulled && quote.attribution.is_none() && quote.url.is_none();
    let tag = if is_pulled {
        if is_own {
            "figure.pullquote own@quote pullquote"
        } else {
            "figure.pullquote@quote pullquote"
        }
    } else {
        "figure.quote@quote"
    };
    // The marks close before the citation does.
    let cited = quote.text.iter().rev().take_while(|run| is_citation(run)).count();
    let end = quote.text.len() - cited;
    let (said, cited) = quote.text.split_at_checked(end).unwrap_or((&quote.text, &[]));
    let (opening, closing) = if is_own { ("", "") } else { around(&plain(said), language) };
    let mut runs = vec![Run::Plain(opening.to_owned())];
    runs.extend_from_slice(said);
    match runs.last_mut() {
        Some(Run::Plain(letters)) => letters.push_str(closing),
        _ => runs.push(Run::Plain(closing.to_owned())),
    }
    runs.extend_from_slice(cited);
    let words = text(card, el("p"), &runs);
    let mut speaker = el("figcaption.attribution@attribution")
        .hidden(quote.attribution.is_none() && quote.url.is_none());
    if let Some(attribution) = &quote.attribution {
        speaker = text(card, speaker, attribution);
    }
    if let Some(url) = &quote.url {
        let host = el("bdi").text(url.host());
        speaker = speaker.add(link("a.quote-source", url, kind::SOURCE).add(host));
    }
    el(tag).add(el("blockquote.quote-text@quote-text").add(words)).add(speaker)
}

/// The marks to put around what was said: none where it brings its own, the second kind
/// where the first is used inside.
fn around(said: &str, language: &str) -> (&'static str, &'static str) {
    if begins_with_one(said) {
        return ("", "");
    }
    let [opening, closing, inner_opening, inner_closing] = marks(language);
    if opening.chars().next().is_some_and(|opening| said.contains(opening)) {
        (inner_opening, inner_closing)
    } else {
        (opening, closing)
    }
}
