//! What a reader changes: which sections are open. Pure.

use crate::settings::{Open, Settings};
use crate::story::Story;

/// Which sections are open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    open: Vec<bool>,
    is_exclusive: bool,
}

/// What a reader, or the page, wants of the sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Open or close one, by its index.
    SetOpen {
        /// Which.
        section: usize,
        /// Open or close.
        open: bool,
    },
    /// Open all. With one open section at a time this does nothing.
    OpenAll,
    /// Close all.
    CloseAll,
}

impl State {
    /// How a story starts.
    #[must_use]
    pub fn new(story: &Story, settings: Settings) -> Self {
        let folds = |index: &usize| story.sections.get(*index).is_some_and(folds);
        let first = (0..story.sections.len()).find(folds);
        let starts_open = |(index, section): (usize, &crate::story::Section)| match settings.open {
            Open::Story => section.open,
            Open::First => first == Some(index),
            Open::All => true,
            Open::Nothing => false,
        };
        let mut open: Vec<bool> = story.sections.iter().enumerate().map(starts_open).collect();
        if settings.exclusive {
            let keep = open.iter().position(|open| *open);
            open.iter_mut().enumerate().for_each(|(index, open)| *open = keep == Some(index));
        }
        Self { open, is_exclusive: settings.exclusive }
    }

    /// The state of a refreshed story: what is open stays open, told by the ids.
    #[must_use]
    pub fn carried_over(&self, before: &Story, now: &Story, settings: Settings) -> Self {
        let mut next = Self::new(now, settings);
        for (section, open) in now.sections.iter().zip(&mut next.open) {
            let place = before.sections.iter().position(|other| other.id == section.id);
            if let Some(place) = place {
                *open = self.is_open(place);
            }
        }
        next
    }

    /// Whether a section is open.
    #[must_use]
    pub fn is_open(&self, section: usize) -> bool {
        self.open.get(section).copied().unwrap_or_default()
    }

    /// Whether every section that folds is open.
    #[must_use]
    pub fn is_all_open(&self, story: &Story) -> bool {
        story
            .sections
            .iter()
            .enumerate()
            .all(|(index, section)| !folds(section) || self.is_open(index))
    }

    /// The state after an action.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::SetOpen { section, open } => {
                if open && self.is_exclusive {
                    next.open.fill(false);
                }
                if let Some(state) = next.open.get_mut(section) {
                    *state = open;
                }
            }
            Action::OpenAll if self.is_exclusive => {}
            Action::OpenAll => next.open.fill(true),
            Action::CloseAll => next.open.fill(false),
        }
        next
    }

    /// The state when `exclusive` is switched: of several open sections the first stays.
    #[must_use]
    pub fn with_exclusive(&self, is_exclusive: bool) -> Self {
        let mut next = Self { open: self.open.clone(), is_exclusive };
        if is_exclusive {
            let keep = self.open.iter().position(|open| *open);
            next.open.iter_mut().enumerate().for_each(|(i, open)| *open = keep == Some(i));
        }
        next
    }
}

fn folds(section: &crate::story::Section) -> bool {
    !section.headline.is_empty()
}
