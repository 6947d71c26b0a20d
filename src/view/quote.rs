//! Somebody's words with their speaker, between the quotation marks of their language.

use super::el::{El, el};
use super::{Card, kind, link, prose};
use crate::story::{Quote, Run};

pub fn view(card: &Card, plan: &'static str, quote: &Quote) -> El {
    // The marks close before the citation does.
    let cited = quote.text.iter().rev().take_while(|run| prose::is_citation(run)).count();
    let end = quote.text.len() - cited;
    let (said, cited) = quote.text.split_at_checked(end).unwrap_or((&quote.text, &[]));
    let (opening, closing) = if has_marks(said) { ("", "") } else { marks(card.language()) };
    let mut runs = vec![Run::Plain(opening.to_owned())];
    runs.extend_from_slice(said);
    match runs.last_mut() {
        Some(Run::Plain(letters)) => letters.push_str(closing),
        _ => runs.push(Run::Plain(closing.to_owned())),
    }
    runs.extend_from_slice(cited);
    let words = prose::text(card, el("p"), &runs);
    let mut speaker = el("figcaption.attribution@attribution")
        .hidden(quote.attribution.is_none() && quote.url.is_none());
    if let Some(attribution) = &quote.attribution {
        speaker = prose::text(card, speaker, attribution);
    }
    if let Some(url) = &quote.url {
        let host = el("bdi").text(url.host());
        speaker = speaker.add(link("a.quote-source", url, kind::SOURCE).add(host));
    }
    el(plan).add(el("blockquote.quote-text@quote-text").add(words)).add(speaker)
}

/// Whether the text brings quotation marks of its own.
fn has_marks(said: &[Run]) -> bool {
    let Some(Run::Plain(letters)) = said.first() else { return false };
    letters.starts_with(['“', '”', '„', '«', '»', '"', '‘', '「'])
}

/// Quotation marks by language (Unicode CLDR, `delimiters`).
fn marks(language: &str) -> (&'static str, &'static str) {
    match language.split('-').next().unwrap_or_default() {
        "de" | "cs" | "sk" | "sl" | "bg" | "is" | "lt" | "et" | "hr" => ("„", "“"),
        "pl" | "ro" | "hu" | "sr" | "nl" => ("„", "”"),
        "fr" => ("«\u{202F}", "\u{202F}»"),
        "es" | "it" | "pt" | "ru" | "uk" | "be" | "no" | "nb" | "nn" | "el" | "fa" | "ca" => {
            ("«", "»")
        }
        "sv" | "fi" | "ar" | "he" => ("”", "”"),
        "ja" | "zh" => ("「", "」"),
        _ => ("“", "”"),
    }
}
