//! What of a card is shown: a story, or that there is none.

use super::card_event::CardEvent;
use crate::citations::hover::How;
use crate::context::CardRef;
use crate::error::Error;
use crate::sections::{Action, State};
use crate::story::Story;

/// What is shown.
#[derive(Debug)]
pub enum Phase {
    /// No story has come yet.
    Loading,
    /// A story.
    Ready(Ready),
    /// That none can be shown.
    Failed(Error),
}

/// A story, and what the reader has opened of it.
#[derive(Debug)]
pub struct Ready {
    /// The story, and how it is drawn.
    pub card: CardRef,
    /// Which sections are open.
    pub state: State,
}

/// A section by its id, and whether it is open now.
pub type Toggled = (String, bool);

impl Phase {
    /// The story that is shown.
    pub fn ready(&self) -> Option<&Ready> {
        match self {
            Self::Ready(ready) => Some(ready),
            _ => None,
        }
    }

    /// Opens or closes the section with this id; says whether that changes anything.
    pub fn open(&mut self, id: &str, open: bool) -> bool {
        self.toggle(id, open).is_some_and(|action| self.act(action).is_some())
    }

    /// What it takes to have the section with this id open, or closed; none where it is.
    pub fn toggle(&self, id: &str, open: bool) -> Option<Action> {
        let ready = self.ready()?;
        let section = ready.section(id).filter(|section| ready.state.is_open(*section) != open)?;
        Some(Action::SetOpen { section, open })
    }

    /// Opens and closes sections; none where that changes nothing.
    pub fn act(&mut self, action: Action) -> Option<Vec<Toggled>> {
        let Self::Ready(ready) = self else { return None };
        ready.act(action)
    }

    /// What the page is told of a note with these sources: the first of them.
    pub fn cited(&self, cited: &[usize], how: Option<How>) -> Option<CardEvent> {
        let source = self.ready()?.story().sources.get(*cited.first()?)?;
        let url = source.url.as_ref().map(|url| url.as_str().to_owned());
        Some(CardEvent::Cited { id: source.id.clone(), url, how: how? })
    }
}

impl Ready {
    /// The story.
    pub fn story(&self) -> &Story {
        &self.card.0.story
    }

    /// The section with this id.
    pub fn section(&self, id: &str) -> Option<usize> {
        self.story().sections.iter().position(|section| section.id == id)
    }

    fn act(&mut self, action: Action) -> Option<Vec<Toggled>> {
        let next = self.state.after(action);
        if next == self.state {
            return None;
        }
        let before = std::mem::replace(&mut self.state, next);
        let sections = self.card.0.story.sections.iter().enumerate();
        let changed = sections.filter(|(index, section)| {
            self.state.is_open(*index) != before.is_open(*index) && !section.headline.is_empty()
        });
        Some(changed.map(|(i, section)| (section.id.clone(), self.state.is_open(i))).collect())
    }
}
