//! Pieces of the card that are drawn again only when they change themselves: opening a
//! section must not draw thousands of sources.

use std::rc::Rc;

use yew::prelude::*;

use super::drawn::{Describe, Drawn};
use super::el::el;
use super::{CardRef, footer, note, section, sources, timeline};
use crate::story::Story;

/// Which piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A section, by its index.
    Section(usize),
    /// The list of events.
    Events,
    /// All that follows the timeline.
    Rest,
    /// The note.
    Note,
}

/// Properties of [`Piece`].
#[derive(Debug, Properties, PartialEq)]
pub struct PieceProps {
    /// The card it belongs to.
    pub card: CardRef,
    /// Which piece.
    pub what: What,
    /// Whether it is open, where it folds.
    #[prop_or_default]
    pub is_open: bool,
    /// The sources that the note shows.
    #[prop_or_default]
    pub cited: Rc<[usize]>,
}

impl What {
    /// Every piece of a story's card.
    pub fn all(story: &Story) -> impl Iterator<Item = Self> {
        let sections = (0..story.sections.len()).map(Self::Section);
        sections.chain([Self::Events, Self::Rest, Self::Note])
    }

    /// How much it is to draw: blocks, events or sources.
    pub fn weight(self, story: &Story) -> usize {
        match self {
            Self::Section(index) => {
                story.sections.get(index).map_or(0, |section| section.blocks.len())
            }
            Self::Events => story.timeline.as_ref().map_or(0, |timeline| timeline.events.len()),
            Self::Rest => story.sources.len(),
            Self::Note => 0,
        }
    }
}

/// Its turn has come, see [`super::turns`].
#[derive(Debug)]
pub struct Turn;

/// A piece of the card.
#[derive(Debug)]
pub struct Piece {
    drawn: Drawn,
    /// Whether it still waits for its turn.
    is_waiting: bool,
    /// The story whose list has been folded.
    #[cfg(target_arch = "wasm32")]
    folded: Option<Rc<Story>>,
}

impl Piece {
    /// What is drawn at once, when it is this piece's turn.
    fn body(&self, whole: &CardRef, index: usize, describe: Describe) -> Html {
        if self.is_waiting && whole.0.turns.is_some() {
            return el("div").hidden(true).build();
        }
        self.drawn.of(whole, index, describe)
    }
}

impl Component for Piece {
    type Message = Turn;
    type Properties = PieceProps;

    fn create(ctx: &Context<Self>) -> Self {
        let PieceProps { card, what, .. } = ctx.props();
        let weight = what.weight(&card.0.story);
        let turns = card.0.turns.as_ref().filter(|_| weight > 0);
        if let Some(turns) = turns {
            turns.wait(weight, ctx.link().callback(|()| Turn));
        }
        Self {
            drawn: Drawn::default(),
            is_waiting: turns.is_some(),
            #[cfg(target_arch = "wasm32")]
            folded: None,
        }
    }

    fn update(&mut self, _: &Context<Self>, Turn: Turn) -> bool {
        std::mem::take(&mut self.is_waiting)
    }

    #[cfg(target_arch = "wasm32")]
    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if let (What::Events, Some(list)) = (ctx.props().what, self.drawn.node()) {
            let card = &*ctx.props().card.0;
            let before = self.folded.replace(card.story.clone());
            let is_newer = match before {
                Some(before) => card.is_newer || Rc::ptr_eq(&before, &card.story),
                None => false,
            };
            timeline::fold::fold_drawn(&list, is_newer);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let PieceProps { card: whole, what, is_open, cited } = ctx.props();
        let card = &*whole.0;
        crate::suspect::note(card.number);
        match *what {
            What::Section(index) => {
                let body = self.body(whole, index, section::body);
                section::frame(card, index, *is_open, body)
            }
            What::Events => {
                let list = self.body(whole, 0, |card, _| timeline::list(card));
                [timeline::search(card).build(), list].into_iter().collect()
            }
            What::Rest => {
                let list = self.body(whole, 0, |card, _| sources::list(card));
                [sources::view(card, list), footer::view(card).build()].into_iter().collect()
            }
            What::Note => note::view(card, cited).build(),
        }
    }
}
