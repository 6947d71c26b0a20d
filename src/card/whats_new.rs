//! The line that tells what is new, since the version that the reader saw first or since the
//! moment that the page names. Each part leads to the first of what it counts.

use super::trust::jump_to;
use crate::context::Card;
use crate::dates::clock_of;
use crate::html::{El, el};
use crate::story::news::Novelty;
use crate::timeline::event_id;
use crate::words::{Word, fill};

pub fn view(card: &Card) -> El {
    let news = &*card.news;
    let line = card.own(el("p.whats-new@whats-new")).set("dir", "auto");
    if news.is_empty() {
        return line.hidden(true);
    }
    let time = clock_of(card.since, card.now, &card.locale());
    let since = fill(card.word(Word::Since), &[("time", &time)]);
    let line = line.add(el("span").text(&since));
    parts(card).iter().fold(line, |line, (id, words)| line.text(" ").add(jump_to(id, words)))
}

/// The same in words alone, for whoever hears that a newer version has come.
pub fn spoken(card: &Card) -> String {
    parts(card).iter().map(|(_, words)| &**words).collect::<Vec<_>>().join(", ")
}

/// What is new, and where the first of it stands.
fn parts(card: &Card) -> Vec<(String, String)> {
    let news = &*card.news;
    let mut parts = Vec::new();
    if news.corrections > 0 {
        let words = card.counted(Word::CorrectionsNew, news.corrections);
        parts.push(("corrections".to_owned(), words));
    }
    for (id, is_new, word) in
        [("headline", news.headline, Word::HeadlineChanged), ("lead", news.lead, Word::LeadChanged)]
    {
        if is_new {
            parts.push((id.to_owned(), card.word(word).to_owned()));
        }
    }
    for (wanted, word) in
        [(Novelty::New, Word::SectionsNew), (Novelty::Changed, Word::SectionsChanged)]
    {
        let mut found = news.sections().filter(|(_, novelty)| *novelty == wanted);
        let first = found.next().and_then(|(index, _)| card.story.sections.get(index));
        if let Some(first) = first {
            let words = card.counted(word, 1 + found.count());
            parts.push((["section-", &first.id].concat(), words));
        }
    }
    if let Some(first) = news.events.first() {
        parts.push((event_id(*first), card.counted(Word::EventsNew, news.events.len())));
    }
    parts
}
