//! Parts of the card that are drawn again only when they change themselves: opening a
//! section must not draw thousands of sources.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Node;
use yew::prelude::*;
use yew::virtual_dom::VNode;

use crate::context::{Card, CardRef};
use crate::html::static_dom::draw;
use crate::html::{El, HAS_APP, el};
use crate::story::Story;

/// A kind of part: what a feature has to say of how it is drawn.
#[derive(Debug)]
pub struct Kind {
    /// How much there is to draw, in blocks, events or sources; of several parts of this
    /// kind in the one with that index.
    pub weight: fn(&Story, usize) -> usize,
    /// What is drawn in one go, when it is this part's turn.
    pub body: Option<Describe>,
    /// What Yew draws around that.
    pub frame: fn(&Card, &PartProps, Html) -> Html,
    /// Told of what has been drawn in one go, and whether it replaces what was shown.
    pub drawn: fn(&Node, bool),
}

/// Describes a part of a card, of several the one with this index.
pub type Describe = fn(&Card, usize) -> El;

/// Properties of [`Part`].
#[derive(Debug, Properties)]
pub struct PartProps {
    /// The card it belongs to.
    pub card: CardRef,
    /// Which kind of part.
    pub kind: &'static Kind,
    /// Which of several of that kind.
    #[prop_or_default]
    pub index: usize,
    /// Whether it is open, where it folds.
    #[prop_or_default]
    pub is_open: bool,
    /// The sources that the note shows.
    #[prop_or_default]
    pub cited: Rc<[usize]>,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        self.card == other.card
            && std::ptr::eq(self.kind, other.kind)
            && self.index == other.index
            && self.is_open == other.is_open
            && self.cited == other.cited
    }
}

/// Its turn has come, see [`crate::turns`].
#[derive(Debug)]
pub struct Turn;

/// A part of the card.
#[derive(Debug)]
pub struct Part {
    drawn: Drawn,
    /// Whether it still waits for its turn.
    is_waiting: bool,
    /// The story that was drawn last.
    last: Option<Rc<Story>>,
}

impl Part {
    fn body(&self, props: &PartProps) -> Html {
        match props.kind.body {
            Some(_) if self.is_waiting && props.card.0.turns.is_some() => {
                el("div").hidden(true).build()
            }
            Some(describe) => self.drawn.of(&props.card, props.index, describe),
            None => Html::default(),
        }
    }
}

impl Component for Part {
    type Message = Turn;
    type Properties = PartProps;

    fn create(ctx: &Context<Self>) -> Self {
        let PartProps { card, kind, index, .. } = ctx.props();
        let weight = (kind.weight)(&card.0.story, *index);
        let turns = card.0.turns.as_ref().filter(|_| weight > 0);
        if let Some(turns) = turns {
            turns.wait(weight, ctx.link().callback(|()| Turn));
        }
        Self { drawn: Drawn::default(), is_waiting: turns.is_some(), last: None }
    }

    fn update(&mut self, _: &Context<Self>, Turn: Turn) -> bool {
        std::mem::take(&mut self.is_waiting)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let Some(node) = self.drawn.node() else { return };
        let card = &*ctx.props().card.0;
        let is_newer = match self.last.replace(card.story.clone()) {
            Some(last) => card.is_newer || Rc::ptr_eq(&last, &card.story),
            None => false,
        };
        (ctx.props().kind.drawn)(&node, is_newer);
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let card = &*props.card.0;
        crate::active_card::set(card.number);
        (props.kind.frame)(card, props, self.body(props))
    }
}

/// What a part of the card has drawn by itself.
#[derive(Debug, Default)]
pub struct Drawn {
    last: RefCell<Option<Last>>,
}

#[derive(Debug)]
struct Last {
    card: CardRef,
    index: usize,
    node: Node,
}

impl Drawn {
    /// Draws what is described, unless it stands there already.
    pub fn of(&self, card: &CardRef, index: usize, describe: Describe) -> Html {
        if !HAS_APP {
            // Without a browser there is nothing to draw on: Yew writes it.
            return describe(&card.0, index).build();
        }
        let last = self.last.take();
        let node = match last {
            Some(last) if last.index == index && draws_alike(&last.card.0, &card.0) => last.node,
            Some(last) => {
                // Its description is not kept: it would be as long as the story.
                let was = describe(&last.card.0, last.index);
                draw(&describe(&card.0, index), Some((last.node, &was)))
            }
            None => draw(&describe(&card.0, index), None),
        };
        self.last.replace(Some(Last { card: card.clone(), index, node: node.clone() }));
        VNode::VRef(node)
    }

    /// What stands there.
    pub fn node(&self) -> Option<Node> {
        self.last.borrow().as_ref().map(|last| last.node.clone())
    }
}

/// Whether bodies and lists of two cards look the same: all that they are made of is.
fn draws_alike(one: &Card, other: &Card) -> bool {
    Rc::ptr_eq(&one.story, &other.story)
        && Rc::ptr_eq(&one.words, &other.words)
        && Rc::ptr_eq(&one.news, &other.news)
        && one.settings.images == other.settings.images
        && one.settings.heading_level == other.settings.heading_level
}
