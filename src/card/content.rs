//! The story of a card, as it comes, is replaced, or fails.

use std::cell::Cell;
use std::rc::Rc;

use super::card_event::CardEvent;
use super::phase::{Phase, Ready};
use super::props::StoryCardProps;
use super::show::{self, Lasting};
use super::whats_new;
use crate::browser::page::now;
use crate::dates::clock_of;
use crate::error::Error;
use crate::loading::status::Freshness;
use crate::loading::{Document, Times};
use crate::settings::{Settings, TimelineView};
use crate::story::Story;

/// What a card shows, and by which choices.
#[derive(Debug)]
pub struct Content {
    /// A story, or that there is none.
    pub phase: Phase,
    /// How fresh it is.
    pub freshness: Freshness,
    /// Settings of the element, which are not properties there.
    settings: Settings,
    /// The version of the story that was shown first, and when that was.
    seen: (Rc<Story>, f64),
    /// The view of the timeline that the reader chose.
    chosen: Rc<Cell<Option<TimelineView>>>,
    /// Whether the story took the place of another.
    has_followed: bool,
}

impl Content {
    /// Nothing yet.
    pub fn new(settings: Settings) -> Self {
        let phase = Phase::Loading;
        let (freshness, seen) = (Freshness::default(), (Rc::default(), 0.0));
        Self { phase, freshness, settings, seen, chosen: Rc::default(), has_followed: false }
    }

    /// The story that is shown.
    pub fn story(&self) -> Option<Rc<Story>> {
        self.phase.ready().map(|ready| ready.card.0.story.clone())
    }

    /// What is new in it, for whoever hears the card.
    pub fn news(&self) -> String {
        self.phase.ready().map(|ready| whats_new::spoken(&ready.card.0)).unwrap_or_default()
    }

    /// Whether the story that has come, as is told, is no version of the one before it. The first
    /// takes the place of none.
    pub fn is_another(&self, told: Option<&CardEvent>) -> bool {
        let is_newer = self.phase.ready().is_some_and(|ready| ready.card.0.is_newer);
        self.has_followed && matches!(told, Some(CardEvent::Loaded { .. })) && !is_newer
    }

    /// Shows a story that was given as a value.
    pub fn give(&mut self, props: &StoryCardProps, story: Rc<Story>) -> CardEvent {
        let citations = story.sources.iter().map(|source| source.uses).sum();
        self.freshness = Freshness::default();
        self.show(props, story.clone(), false);
        CardEvent::Loaded { story, citations, problems: Rc::default(), document: None }
    }

    /// Shows what has come, or that nothing has.
    pub fn arrive(
        &mut self,
        props: &StoryCardProps,
        arrived: Result<Document, Error>,
        again: Times,
    ) -> CardEvent {
        match (arrived.and_then(show::read), again.since) {
            (Ok((document, parsed)), _) => {
                let story = Rc::new(parsed.story);
                self.show(props, story.clone(), again.now.is_some());
                let problems = parsed.problems;
                #[cfg(feature = "import")]
                let problems = [document.found.clone(), problems].concat();
                let updated = again.now.map(|at| Freshness::Updated(self.clock(at)));
                self.freshness = updated.unwrap_or_default();
                CardEvent::Loaded {
                    story,
                    citations: parsed.citations,
                    problems: problems.into(),
                    document: Some(Rc::new(document)),
                }
            }
            // The story that is shown stays, unless it was withdrawn.
            (Err(error), Some(since)) if self.phase.ready().is_some() && !error.takes_back() => {
                self.freshness = Freshness::Stale(self.clock(since));
                CardEvent::Kept(error)
            }
            (Err(error), _) => {
                self.freshness = Freshness::Quiet;
                self.phase = Phase::Failed(error.clone());
                CardEvent::Failed(error)
            }
        }
    }

    /// A moment by the clock of the story that is shown.
    fn clock(&self, at: f64) -> String {
        let card = self.phase.ready().map(|ready| &ready.card.0);
        card.map(|card| clock_of(at, now(), &card.locale())).unwrap_or_default()
    }

    /// A story is asked for. One that is shown stays until the next one is there.
    #[cfg(feature = "load")]
    pub fn wait(&mut self) {
        if self.phase.ready().is_none() {
            self.phase = Phase::Loading;
        }
    }

    /// The story has come again and is the same; says whether there is something to draw.
    pub fn stay_unchanged(&mut self) -> bool {
        // When it was updated is still true.
        let was_stale = matches!(self.freshness, Freshness::Stale(_));
        if was_stale {
            self.freshness = Freshness::Quiet;
        }
        was_stale
    }

    /// The publisher chooses otherwise.
    pub fn choose(&mut self, props: &StoryCardProps, settings: Settings) {
        let before = std::mem::replace(&mut self.settings, settings);
        if settings.timeline != before.timeline {
            self.chosen.set(None);
        }
        self.replace(|lasting, shown| shown.map(|shown| show::again(lasting, shown)), props);
    }

    fn show(&mut self, props: &StoryCardProps, story: Rc<Story>, is_newer: bool) {
        self.has_followed = self.phase.ready().is_some();
        // After a crash the newer version is the first that this card knows.
        if !is_newer || self.phase.ready().is_none() {
            self.seen = (story.clone(), now());
        }
        let next = |lasting: Lasting, shown: Option<&Ready>| match shown {
            None => show::first(lasting, story),
            Some(shown) => show::next(lasting, shown, story, is_newer),
        };
        self.replace(|lasting, shown| Some(next(lasting, shown)), props);
    }

    fn replace(
        &mut self,
        next: impl FnOnce(Lasting, Option<&Ready>) -> Option<Ready>,
        props: &StoryCardProps,
    ) {
        let Self { settings, seen, chosen, .. } = &*self;
        let lasting = Lasting { props, settings: *settings, seen, chosen };
        if let Some(ready) = next(lasting, self.phase.ready()) {
            self.phase = Phase::Ready(ready);
        }
    }
}
