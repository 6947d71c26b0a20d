//! What is new in a story, for who has seen an older version or was here before. Pure.

use super::revision::{Said, changes, said, same_texts, sections, words_of};
use super::{Correction, EdtfDate, Event, Story};

/// How something is news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Novelty {
    /// It was not there.
    New,
    /// It was there, and said something else.
    Changed,
}

/// What is new in a story.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct News {
    /// Whether a headline is another.
    pub headline: bool,
    /// Whether the lead or the key points are others.
    pub lead: bool,
    /// How many corrections were not there.
    pub corrections: usize,
    /// Events that were not there, by their places.
    pub events: Vec<usize>,
    /// Sections, by their places.
    sections: Vec<(usize, Novelty)>,
    /// Blocks, by the places of their section and their own; none of a section that is new.
    blocks: Vec<(usize, usize, Novelty)>,
}

impl News {
    /// What a version says that the one before did not.
    #[must_use]
    pub fn between(before: &Story, now: &Story) -> Self {
        let was = sections(before, now);
        let mut news = Self {
            headline: before.headline != now.headline
                || before.alternative_headline != now.alternative_headline,
            lead: !same_texts((before, &before.lead), (now, &now.lead))
                || !same_texts((before, &before.key_points), (now, &now.key_points)),
            corrections: new_corrections(before, now),
            events: new_events(before, now),
            ..Self::default()
        };
        let changed = changes(before, now, &was).into_iter().zip(&was).enumerate();
        for (index, (_, was)) in changed.filter(|(_, (is_changed, _))| *is_changed) {
            let before = was.and_then(|was| Some((before, before.sections.get(was)?)));
            let Some(section) = now.sections.get(index) else { continue };
            let (novelty, before) = match before {
                Some((story, section)) => (Novelty::Changed, said(story, section)),
                None => (Novelty::New, Vec::new()),
            };
            news.sections.push((index, novelty));
            // A section that is new says so at its headline.
            if novelty == Novelty::Changed || section.headline.is_empty() {
                news.add_blocks(index, &before, &said(now, section));
            }
        }
        news
    }

    fn add_blocks(&mut self, section: usize, before: &[Said], now: &[Said]) {
        for (index, _) in now.iter().enumerate().filter(|(_, block)| !before.contains(block)) {
            let is_other = before.get(index).is_some_and(|before| !now.contains(before));
            let novelty = if is_other { Novelty::Changed } else { Novelty::New };
            self.blocks.push((section, index, novelty));
        }
    }

    /// What has changed since a moment, in milliseconds since 1970, by the dates that the story
    /// gives. All of a story that is younger is new; then nothing is singled out.
    #[must_use]
    pub fn since(story: &Story, moment: f64) -> Self {
        let is_later = |date: &EdtfDate| {
            date.start().point().is_some_and(|point| point.earliest_millis() > moment)
        };
        let mut news = Self::default();
        if story.published.as_ref().is_some_and(is_later) {
            return news;
        }
        let is_new = |correction: &&Correction| correction.published.as_ref().is_some_and(is_later);
        news.corrections = story.corrections.iter().filter(is_new).count();
        for (index, section) in story.sections.iter().enumerate() {
            let blocks = section.blocks_modified.iter().filter(|(_, date)| is_later(date));
            let before = news.blocks.len();
            news.blocks.extend(blocks.map(|(block, _)| (index, *block, Novelty::Changed)));
            if news.blocks.len() > before || section.modified.as_ref().is_some_and(is_later) {
                news.sections.push((index, Novelty::Changed));
            }
        }
        news
    }

    /// All that either has.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.headline |= other.headline;
        self.lead |= other.lead;
        self.corrections = self.corrections.max(other.corrections);
        self.events.extend(&other.events);
        // Not sorted: that would be 2 kB of code.
        let last = self.sections.iter().chain(&other.sections).map(|(section, _)| section).max();
        let both =
            |section| self.section(section).or(other.section(section)).map(|how| (section, how));
        self.sections = (0..=*last.unwrap_or(&0)).filter_map(both).collect();
        for (section, block, novelty) in other.blocks {
            if self.block(section, block).is_none() {
                self.blocks.push((section, block, novelty));
            }
        }
        self
    }

    /// Whether nothing is new.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let is_same = !self.headline && !self.lead && self.corrections == 0;
        is_same && self.events.is_empty() && self.sections.is_empty()
    }

    /// The sections that are news, in their order.
    pub fn sections(&self) -> impl Iterator<Item = (usize, Novelty)> + '_ {
        self.sections.iter().copied()
    }

    /// How a section is news.
    #[must_use]
    pub fn section(&self, section: usize) -> Option<Novelty> {
        self.sections.iter().find(|(other, _)| *other == section).map(|(_, novelty)| *novelty)
    }

    /// How a block of a section is news.
    #[must_use]
    pub fn block(&self, section: usize, block: usize) -> Option<Novelty> {
        let mut blocks = self.blocks.iter();
        let found = blocks.find(|(of, other, _)| (*of, *other) == (section, block));
        found.map(|(.., novelty)| *novelty)
    }
}

/// A correction is known again by its words, or by its place among the oldest: newer ones come
/// on top or at the end, and older ones are edited.
fn new_corrections(before: &Story, now: &Story) -> usize {
    let all = |story: &Story| {
        let corrections = story.corrections.iter();
        corrections.map(|one| words_of(story, std::slice::from_ref(&one.text))).collect::<Vec<_>>()
    };
    let known = all(before);
    let unknown = all(now).iter().filter(|correction| !known.contains(correction)).count();
    unknown.min(now.corrections.len().saturating_sub(before.corrections.len()))
}

/// Events that are no old ones: an event is known again by its words, its headline or its date,
/// the first of those that no other of the old ones has.
fn new_events(before: &Story, now: &Story) -> Vec<usize> {
    type Said<'s> = (&'s Event, String);
    type Rule<'r> = &'r dyn Fn(&Said, &Said) -> bool;
    fn all(story: &Story) -> Vec<Said<'_>> {
        let events = story.timeline.iter().flat_map(|timeline| &timeline.events);
        let words = |event: &Event| words_of(story, std::slice::from_ref(&event.text));
        events.map(|event| (event, words(event))).collect()
    }
    let is_dated = |(event, _): &Said, (other, _): &Said| {
        (event.date.is_some() || event.display_date.is_some())
            && event.date == other.date
            && event.display_date == other.display_date
    };
    let is_called = |(event, _): &Said, (other, _): &Said| {
        event.headline.is_some() && event.headline == other.headline
    };
    let says = |(event, words): &Said, (_, said): &Said| !event.text.is_empty() && words == said;
    let (mut known, mut found) =
        (all(before), all(now).into_iter().enumerate().collect::<Vec<_>>());
    // Those that two things tell of first, or one would take the place of another.
    let rules: [Rule; 5] = [
        &|one, other| is_dated(one, other) && (is_called(one, other) || says(one, other)),
        &|one, other| is_called(one, other) && says(one, other),
        &says,
        &is_called,
        &is_dated,
    ];
    for is_same in rules {
        found.retain(|(_, event)| {
            let place = known.iter().position(|other| is_same(event, other));
            place.map(|place| known.remove(place)).is_none()
        });
    }
    found.into_iter().map(|(index, _)| index).collect()
}
