//! What a reader changes: which sections are open. Pure.

use crate::settings::{Open, Settings};
use crate::story::{Section, Story};

/// Which sections are open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// By section; nothing for one without a headline, which never folds.
    open: Vec<Option<bool>>,
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
        let first = story.sections.iter().position(folds);
        let starts_open = |(index, section): (usize, &Section)| match settings.open {
            Open::Story => section.open,
            Open::First => first == Some(index),
            Open::All => true,
            Open::Nothing => false,
        };
        let sections = story.sections.iter().enumerate();
        let open = sections.map(|entry| folds(entry.1).then(|| starts_open(entry))).collect();
        Self { open, is_exclusive: false }.with_exclusive(settings.exclusive)
    }

    /// The state of a refreshed story: what is open stays open. `was` tells for each section
    /// which it was, as [`crate::story::revision::sections`] does.
    #[must_use]
    pub fn carried_over(&self, was: &[Option<usize>], now: &Story, settings: Settings) -> Self {
        let mut next = Self::new(now, settings);
        let is_any_open = was.iter().flatten().any(|was| self.is_open(*was));
        for (was, open) in was.iter().zip(&mut next.open) {
            let Some(open) = open else { continue };
            match was {
                // What did not fold was open.
                Some(was) => *open = self.open.get(*was).copied().flatten().unwrap_or(true),
                // That the first is open is how a card starts. And of what the reader has
                // open nothing gives way to what the story asks for.
                None if settings.open == Open::First => *open = false,
                None if settings.exclusive && is_any_open => *open = false,
                None => {}
            }
        }
        next.with_exclusive(settings.exclusive)
    }

    /// Whether a section is open.
    #[must_use]
    pub fn is_open(&self, section: usize) -> bool {
        self.open.get(section).copied().flatten().unwrap_or_default()
    }

    /// Whether every section that folds is open.
    #[must_use]
    pub fn is_all_open(&self) -> bool {
        self.open.iter().flatten().all(|open| *open)
    }

    /// The state after an action.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::SetOpen { section, open } => {
                if let Some(Some(_)) = self.open.get(section) {
                    if open && self.is_exclusive {
                        next.set_all(false);
                    }
                    next.open
                        .iter_mut()
                        .skip(section)
                        .take(1)
                        .for_each(|state| *state = Some(open));
                }
            }
            Action::OpenAll if self.is_exclusive => {}
            Action::OpenAll => next.set_all(true),
            Action::CloseAll => next.set_all(false),
        }
        next
    }

    /// The state when `exclusive` is switched: of several open sections the first stays.
    #[must_use]
    pub fn with_exclusive(&self, is_exclusive: bool) -> Self {
        let mut next = Self { open: self.open.clone(), is_exclusive };
        if is_exclusive {
            let mut others = next.open.iter_mut().flatten().skip_while(|open| !**open).skip(1);
            others.by_ref().for_each(|open| *open = false);
        }
        next
    }

    fn set_all(&mut self, is_open: bool) {
        self.open.iter_mut().flatten().for_each(|open| *open = is_open);
    }
}

fn folds(section: &Section) -> bool {
    !section.headline.is_empty()
}
