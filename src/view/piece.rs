//! Pieces of the card that are drawn again only when they change themselves: opening a
//! section must not draw thousands of sources.

use std::rc::Rc;

use yew::prelude::*;

use super::drawn::Drawn;
use super::{CardRef, footer, note, section, sources, timeline};

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

/// A piece of the card.
#[derive(Debug)]
pub struct Piece {
    drawn: Drawn,
}

impl Component for Piece {
    type Message = ();
    type Properties = PieceProps;

    fn create(_: &Context<Self>) -> Self {
        Self { drawn: Drawn::default() }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let PieceProps { card: whole, what, is_open, cited } = ctx.props();
        let card = &*whole.0;
        crate::suspect::note(card.number);
        match *what {
            What::Section(index) => {
                let body = self.drawn.of(whole, |card| section::body(card, index));
                section::frame(card, index, *is_open, body)
            }
            What::Events => {
                let list = self.drawn.of(whole, timeline::list);
                [timeline::search(card).build(), list].into_iter().collect()
            }
            What::Rest => {
                let list = self.drawn.of(whole, sources::list);
                [sources::view(card, list), footer::view(card).build()].into_iter().collect()
            }
            What::Note => note::view(card, cited).build(),
        }
    }
}
