//! The Yew component: takes a story, or asks for one, and keeps what the reader opened.

#[cfg(target_arch = "wasm32")]
mod around;
#[cfg(all(feature = "load", target_arch = "wasm32"))]
mod asking;
#[cfg(target_arch = "wasm32")]
mod copy;
mod event;
#[cfg(target_arch = "wasm32")]
mod filter;
#[cfg(target_arch = "wasm32")]
mod hand;
#[cfg(target_arch = "wasm32")]
mod hold;
#[cfg(target_arch = "wasm32")]
mod link;
mod loading;
#[cfg(target_arch = "wasm32")]
mod note;
#[cfg(target_arch = "wasm32")]
mod pictures;
#[cfg(target_arch = "wasm32")]
mod placing;
#[cfg(target_arch = "wasm32")]
mod pointer;
mod press;
mod props;
mod styled;
#[cfg(target_arch = "wasm32")]
mod typing;
#[cfg(target_arch = "wasm32")]
mod wires;

use std::cell::Cell;
#[cfg(target_arch = "wasm32")]
use std::cell::RefCell;
use std::rc::Rc;

#[cfg(target_arch = "wasm32")]
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::error::Error;
#[cfg(target_arch = "wasm32")]
use crate::listening::Listening;
use crate::platform::is_framed;
use crate::settings::{Settings, TimelineView};
use crate::state::State;
use crate::view::status::{self, Freshness};
use crate::view::{self, CardRef};

pub use event::{CardEvent, Document};
use props::is_same;
pub use props::{Again, Message, StoryCardProps};
pub use styled::StyledStoryCard;

/// A news story as a card, without styles: [`StyledStoryCard`] brings them along.
///
/// Where it stands in a shadow root of yours, put the sheets of [`style`](crate::style) there.
#[derive(Debug)]
pub struct StoryCard {
    face: Face,
    freshness: Freshness,
    root: NodeRef,
    /// Settings of the element, which are not properties there.
    settings: Settings,
    /// Told to the page once what it speaks of is drawn.
    news: Option<CardEvent>,
    /// The part of the card that the reader is led to once it is drawn, and whether it
    /// takes the focus.
    way: Option<(String, bool)>,
    /// The sources that the note shows.
    cited: Rc<[usize]>,
    /// The view of the timeline that the reader chose.
    chosen: Rc<Cell<Option<TimelineView>>>,
    #[cfg(target_arch = "wasm32")]
    note: note::Note,
    /// Runs between two turns of drawing.
    #[cfg(target_arch = "wasm32")]
    turn: Option<Timeout>,
    /// Keeps what is read in its place.
    #[cfg(target_arch = "wasm32")]
    hold: Option<hold::Hold>,
    #[cfg(target_arch = "wasm32")]
    wires: Rc<RefCell<wires::Wires>>,
    #[cfg(target_arch = "wasm32")]
    listening: Option<[Listening; 4]>,
    #[cfg(all(feature = "load", target_arch = "wasm32"))]
    asking: asking::Asking,
}

#[derive(Debug)]
enum Face {
    Loading,
    Ready { card: CardRef, state: State },
    Failed(Error),
}

impl Component for StoryCard {
    type Message = Message;
    type Properties = StoryCardProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut card = Self {
            face: Face::Loading,
            freshness: Freshness::default(),
            root: NodeRef::default(),
            settings: ctx.props().settings,
            news: None,
            way: None,
            cited: Rc::default(),
            chosen: Rc::default(),
            #[cfg(target_arch = "wasm32")]
            note: note::Note::default(),
            #[cfg(target_arch = "wasm32")]
            turn: None,
            #[cfg(target_arch = "wasm32")]
            hold: None,
            #[cfg(target_arch = "wasm32")]
            wires: Rc::default(),
            #[cfg(target_arch = "wasm32")]
            listening: None,
            #[cfg(all(feature = "load", target_arch = "wasm32"))]
            asking: asking::Asking::default(),
        };
        card.begin(ctx);
        card
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Self::Properties) -> bool {
        let props = ctx.props();
        if props.settings != old.settings {
            self.choose(ctx, props.settings);
        }
        let is_other = !is_same(props.story.as_ref(), old.story.as_ref());
        if props.src != old.src || is_other || props.item != old.item {
            self.begin(ctx);
        }
        #[cfg(all(feature = "load", target_arch = "wasm32"))]
        if props.refresh != old.refresh {
            self.change_refresh(ctx);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        crate::suspect::note(ctx.props().number);
        match message {
            #[cfg(all(feature = "load", target_arch = "wasm32"))]
            Message::Answered(number, purpose, answer) => {
                self.answered(ctx, number, purpose, answer)
            }
            #[cfg(all(feature = "load", target_arch = "wasm32"))]
            Message::Due(purpose) => {
                self.due(ctx, purpose);
                false
            }
            Message::Show(document, again) => {
                self.arrive(ctx, document, again);
                true
            }
            Message::Unchanged => self.stay_unchanged(),
            Message::Choose(settings) => {
                self.choose(ctx, settings);
                true
            }
            Message::GoTo(id, takes_focus) => self.go_to(ctx, id, takes_focus),
            #[cfg(target_arch = "wasm32")]
            Message::Left | Message::Gone | Message::Dismiss => self.leave_note(ctx, &message),
            #[cfg(target_arch = "wasm32")]
            Message::Gesture(gesture) => self.gesture(ctx, gesture),
            #[cfg(target_arch = "wasm32")]
            Message::Search(search_box) => {
                self.search(ctx, &search_box);
                false
            }
            Message::Open(id, open) => self.open(&id, open),
            Message::Act(action) => self.act(action),
            #[cfg(target_arch = "wasm32")]
            Message::DrawOn => self.draw_on(),
            #[cfg(target_arch = "wasm32")]
            Message::ToggledSection(id, open) => self.toggle(ctx, &id, open),
            #[cfg(target_arch = "wasm32")]
            Message::ToggledNote(open) => {
                if !open {
                    self.note_closed(ctx);
                }
                false
            }
            Message::Press(pressed) => self.press(ctx, &pressed),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        crate::suspect::note(props.number);
        let inner = match &self.face {
            Face::Ready { card, state } => view::card(card, state, &self.cited),
            Face::Failed(error) => status::failed(error, &props.words),
            Face::Loading if props.has_skeleton => status::skeleton(&props.words),
            Face::Loading => status::blank(),
        };
        let line = status::freshness(&self.freshness, &props.words);
        html! {
            <div class={if is_framed() { "face framed" } else { "face" }} ref={self.root.clone()}>
                { line }
                { inner }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        #[cfg(target_arch = "wasm32")]
        self.listen(ctx);
        #[cfg(target_arch = "wasm32")]
        self.straighten();
        self.arrive_there();
        #[cfg(target_arch = "wasm32")]
        if self.news.is_some() && self.draw_later(ctx) {
            return;
        }
        if let Some(news) = self.news.take() {
            #[cfg(target_arch = "wasm32")]
            {
                self.search_again(ctx);
                self.follow_marker(ctx);
                if let Some(hold) = &self.hold {
                    hold.settle();
                }
            }
            ctx.props().on_event.emit(news);
        }
    }
}

#[cfg(target_arch = "wasm32")]
impl StoryCard {
    /// Where pieces of the card still wait, gives them their turn in a task of its own:
    /// between two of them the page can answer its reader. Says whether any wait.
    fn draw_later(&mut self, ctx: &Context<Self>) -> bool {
        let Face::Ready { card, .. } = &self.face else { return false };
        let is_drawing = card.0.turns.as_ref().is_some_and(|turns| !turns.are_over());
        self.turn = is_drawing.then(|| {
            let link = ctx.link().clone();
            Timeout::new(0, move || link.send_message(Message::DrawOn))
        });
        is_drawing
    }

    /// Draws the next pieces. In a hidden page all of them: nobody waits for an answer
    /// there, and timers are slow.
    fn draw_on(&self) -> bool {
        let Face::Ready { card, .. } = &self.face else { return false };
        let document = web_sys::window().and_then(|window| window.document());
        let is_hidden = document.is_some_and(|document| document.hidden());
        if let Some(turns) = &card.0.turns {
            turns.next(is_hidden);
        }
        true
    }
}
