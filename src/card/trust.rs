//! The line under the headline: who wrote the story, on what it rests, whether it was put
//! right, how long it takes, how new it is. What is told in full elsewhere leads there.

use crate::attributes;
use crate::context::Card;
use crate::dates;
use crate::disclosure;
use crate::html::{El, el};
use crate::settings::Layout;
use crate::story::Story;
use crate::words::{Word, around, fill};

/// Authors that are all shown; of more the first is.
const MAX_NAMED: usize = 2;

pub fn view(card: &Card) -> El {
    let story = &*card.story;
    let claim = disclosure::in_short(story);
    let writer = writer(card, claim);
    let how = match claim {
        Some(_) => "made",
        None if story.authors.is_empty() => "rights",
        None => "byline",
    };
    let (sources, corrections) =
        (story.sources.len() + story.omitted.sources, story.corrections.len());
    let mut line = el("p.trust@trust");
    if !writer.is_empty() {
        let writer = jump(card, how, &writer);
        // Names are the story's.
        let has_names = claim.is_none_or(|claim| claim == Word::TrustNone);
        line = line.add(if has_names { writer } else { card.own(writer) });
    }
    if sources > 0 {
        line = line.add(card.own(jump(card, "sources", &rests_on(card, sources, card.publishers))));
    }
    if corrections > 0 {
        let word = (Word::OneCorrection, Word::CorrectionsCount);
        line = line.add(card.own(jump(card, "corrections", &counted(card, word, corrections))));
    }
    let minutes = (card.minutes > 0).then(|| card.filled(Word::Minutes, card.minutes));
    let is_empty = writer.is_empty() && sources + corrections + card.minutes == 0;
    if let Some(minutes) = minutes {
        line = line.add(card.own(part(&minutes)));
    }
    if let Some(fresh) = fresh(card) {
        line = line.add(fresh);
    }
    line.hidden(is_empty)
}

/// A part that leads nowhere. What isolates its words stands within: the point before them
/// belongs to the line.
fn part(words: &str) -> El {
    el("span").add(el("bdi").text(words))
}

/// The day of the newest version; the hours stand in the dateline.
fn fresh(card: &Card) -> Option<El> {
    let story = &*card.story;
    let updated = story.updated().map(|date| (Word::Updated, date));
    let (word, date) = updated.or(story.published.as_ref().map(|date| (Word::Published, date)))?;
    let day = dates::day(date, &card.locale())?;
    let (before, after) = around(card.word(word));
    // A date may run the other way than the words around it.
    let day = card.of_story(el("bdi")).text(&day);
    let words = card.own(el("bdi")).text(before).add(day).text(after);
    Some(el("span").add(words))
}

/// A part that leads to the place of this id; a teaser has no such place.
fn jump(card: &Card, id: &'static str, words: &str) -> El {
    if card.settings.layout == Layout::Teaser {
        return part(words);
    }
    jump_to(id, words)
}

/// Words that lead to the place of this id.
pub fn jump_to(id: &str, words: &str) -> El {
    el("button.jump").set("type", "button").attr(attributes::GO, id).add(el("bdi").text(words))
}

/// Who wrote it: what is claimed of that, else the names.
fn writer(card: &Card, claim: Option<Word>) -> String {
    let names = names(card);
    match claim {
        Some(Word::TrustNone) | None if names.is_empty() => {
            claim.map(|_| card.word(Word::AiNone).to_owned()).unwrap_or_default()
        }
        claim => fill(card.word(claim.unwrap_or(Word::By)), &[("names", &names)]),
    }
}

/// The authors, else the publisher.
fn names(card: &Card) -> String {
    let story: &Story = &card.story;
    let shown = if story.authors.len() > MAX_NAMED { 1 } else { MAX_NAMED };
    let mut names = String::new();
    for (index, author) in story.authors.iter().take(shown).enumerate() {
        names.push_str(&separator(card, index));
        names.push_str(&author.name);
    }
    if shown == 1 {
        names.push_str(" +");
        names.push_str(&card.digits(&(story.authors.len() - 1).to_string()));
    }
    match &story.publisher {
        Some(publisher) if names.is_empty() => publisher.name.clone(),
        _ => names,
    }
}

fn rests_on(card: &Card, sources: usize, publishers: usize) -> String {
    if sources == 1 || publishers < 2 {
        return counted(card, (Word::OneSource, Word::SourcesCount), sources);
    }
    let number = |number: usize| card.digits(&number.to_string());
    let values = [("n", &*number(sources)), ("count", &*number(publishers))];
    fill(card.word(Word::SourcesFrom), &values)
}

fn counted(card: &Card, (one, several): (Word, Word), count: usize) -> String {
    card.filled(if count == 1 { one } else { several }, count)
}

/// What stands before a name: nothing, a comma, or "and".
pub fn separator(card: &Card, index: usize) -> String {
    match index {
        0 => String::new(),
        _ if index + 1 == card.story.authors.len() => [" ", card.word(Word::And), " "].concat(),
        _ => ", ".to_owned(),
    }
}
