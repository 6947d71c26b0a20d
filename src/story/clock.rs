//! The clock that a story is told by.

use super::{EdtfDate, Story};

impl Story {
    /// The clock by which the card tells hours, everywhere: minutes ahead of UTC. None
    /// where no date has both a time and a zone.
    ///
    /// It is the clock of most events, and of those that have as many that of the story's
    /// own date. Where no event has an hour, it is that of the first date that has one. It
    /// is never the reader's: a story says the same to everybody.
    #[must_use]
    pub fn clock(&self) -> Option<i16> {
        let mut votes: Vec<(i16, usize)> = Vec::new();
        let mut vote = |date: &EdtfDate, weight: usize| {
            for offset in date.offsets() {
                match votes.iter_mut().find(|(other, _)| *other == offset) {
                    Some((_, votes)) => *votes += weight,
                    None => votes.push((offset, weight)),
                }
            }
        };
        self.published.iter().chain(&self.modified).for_each(|date| vote(date, 0));
        let events = self.timeline.iter().flat_map(|timeline| &timeline.events);
        events.filter_map(|event| event.date.as_ref()).for_each(|date| vote(date, 1));
        let corrections = self.corrections.iter().filter_map(|entry| entry.published.as_ref());
        corrections.for_each(|date| vote(date, 0));
        for source in &self.sources {
            source.published.iter().chain(&source.accessed).for_each(|date| vote(date, 0));
        }
        let related = self.related.iter().filter_map(|story| story.published.as_ref());
        related.for_each(|date| vote(date, 0));
        // Of equals the first.
        let most = votes.into_iter().reduce(|most, next| if next.1 > most.1 { next } else { most });
        most.map(|(offset, _)| offset)
    }
}
