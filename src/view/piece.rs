//! Pieces of the card that are drawn again only when they change themselves: opening a
//! section must not draw thousands of sources.

use yew::prelude::*;

use super::el::El;
use super::{CardRef, citation, footer, section, sources, timeline};

/// Which piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A section, by its index.
    Section(usize),
    /// All that follows the sections.
    Rest,
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
}

/// A piece of the card.
#[derive(Debug)]
pub struct Piece;

impl Component for Piece {
    type Message = ();
    type Properties = PieceProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let PieceProps { card, what, is_open } = ctx.props();
        let card = &*card.0;
        crate::suspect::note(card.number);
        match *what {
            What::Section(index) => section::draw(card, index, *is_open).build(),
            What::Rest => {
                let parts = [
                    timeline::view(card),
                    sources::view(card),
                    footer::view(card),
                    citation::notes(card),
                ];
                parts.map(El::build).into_iter().collect()
            }
        }
    }
}
