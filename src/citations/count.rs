//! How many sources a story has, of how many publishers and of which kinds.

use super::source::counted;
use crate::context::Card;
use crate::html::{El, el};
use crate::words::Word;

/// "Sources (81)".
pub fn heading(card: &Card) -> String {
    let number = card.digits(&card.story.sources.len().to_string());
    [card.word(Word::Sources), " (", &number, ")"].concat()
}

/// "5 publishers; 4 news reports, 1 book": kinds as far as they are known.
pub fn count(card: &Card) -> El {
    let mut kinds: Vec<(Word, usize)> = Vec::new();
    for source in &card.story.sources {
        let Some(word) = source.kind.as_deref().and_then(counted) else { continue };
        match kinds.iter_mut().find(|(other, _)| *other == word) {
            Some((_, times)) => *times += 1,
            None => kinds.push((word, 1)),
        }
    }
    let mut line = String::new();
    if card.publishers > 0 {
        line = card.counted(Word::PublishersN, card.publishers);
    }
    for (index, (word, times)) in kinds.iter().enumerate() {
        let between = if index > 0 { ", " } else { "; " };
        line.push_str(if line.is_empty() { "" } else { between });
        line.push_str(&card.counted(*word, *times));
    }
    card.own(el("p.source-count"))
        .set("dir", "auto")
        .hidden(card.story.sources.len() < 2 || line.is_empty())
        .text(&line)
}
