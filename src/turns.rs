//! Parts of a large story take turns: between two of them the page can answer its reader.

use std::cell::RefCell;

use yew::prelude::*;

use crate::html::HAS_APP;
use crate::story::Story;

/// A story of more blocks, events and sources than this takes longer to draw than a reader
/// may wait for an answer to a press (100 ms on a phone, a quarter as fast as a desk).
const LARGE: usize = 1_500;
/// How much is drawn in one turn: about 50 ms on a desk.
const TURN: usize = 1_000;

/// Who waits to be drawn, in the order of the card.
#[derive(Debug, Default)]
pub struct Turns(RefCell<Vec<(usize, Callback<()>)>>);

impl Turns {
    /// Turns for a story that is large; none for another, and where no app draws.
    pub fn of(story: &Story) -> Option<Self> {
        let blocks: usize = story.sections.iter().map(|section| section.blocks.len()).sum();
        let events = story.timeline.as_ref().map_or(0, |timeline| timeline.events.len());
        let weight = blocks + events + story.sources.len();
        (HAS_APP && weight > LARGE).then(Self::default)
    }

    /// A piece of so many elements waits.
    pub fn wait(&self, weight: usize, turn: Callback<()>) {
        self.0.borrow_mut().push((weight, turn));
    }

    /// Whether nobody waits any more.
    pub fn are_over(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// Gives the next pieces their turn, or all of them.
    pub fn next(&self, is_last: bool) {
        let (mut drawn, mut later) = (0, Vec::new());
        for (weight, turn) in self.0.take() {
            let is_due = is_last || drawn == 0 || drawn + weight <= TURN;
            if is_due && later.is_empty() {
                drawn += weight;
                turn.emit(());
            } else {
                later.push((weight, turn));
            }
        }
        self.0.replace(later);
    }
}
