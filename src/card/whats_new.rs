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
    let line = el("p.whats-new@whats-new").set("role", "status").set("dir", "auto");
    if news.is_empty() {
        return line.hidden(true);
    }
    let time = clock_of(card.since, card.now, &card.locale());
    let since = fill(card.word(Word::Since), &[("time", &time)]);
    let mut line = line.add(el("span").text(&since));
    if news.corrections > 0 {
        let words = card.counted(Word::CorrectionsNew, news.corrections);
        line = line.text(" ").add(jump_to("corrections", &words));
    }
    if news.headline {
        line = line.text(" ").add(jump_to("headline", card.word(Word::HeadlineChanged)));
    }
    if news.lead {
        line = line.text(" ").add(jump_to("lead", card.word(Word::LeadChanged)));
    }
    for (wanted, word) in
        [(Novelty::New, Word::SectionsNew), (Novelty::Changed, Word::SectionsChanged)]
    {
        let mut found = news.sections().filter(|(_, novelty)| *novelty == wanted);
        let first = found.next().and_then(|(index, _)| card.story.sections.get(index));
        if let Some(first) = first {
            let id = ["section-", &first.id].concat();
            line = line.text(" ").add(jump_to(&id, &card.counted(word, 1 + found.count())));
        }
    }
    if let Some(first) = news.events.first() {
        let words = card.counted(Word::EventsNew, news.events.len());
        line = line.text(" ").add(jump_to(&event_id(*first), &words));
    }
    line
}
