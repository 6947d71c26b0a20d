//! The Yew component: takes a story, or asks for one, and keeps what the reader opened.

#[cfg(target_arch = "wasm32")]
mod copy;
mod event;
#[cfg(target_arch = "wasm32")]
mod filter;
#[cfg(target_arch = "wasm32")]
mod hand;
mod loading;
#[cfg(target_arch = "wasm32")]
mod note;
mod press;
mod props;

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::error::Error;
use crate::settings::{Settings, TimelineView};
use crate::state::State;
use crate::view::status::{self, Freshness};
use crate::view::{self, CardRef};

pub use event::{CardEvent, Document};
use props::is_same;
pub use props::{Again, Message, StoryCardProps};

/// A news story as a card.
///
/// ```ignore
/// html! { <StoryCard src="https://news.example/stories/42.json" /> }
/// ```
#[derive(Debug)]
pub struct StoryCard {
    face: Face,
    freshness: Freshness,
    root: NodeRef,
    /// Settings of the element, which are not properties there.
    settings: Settings,
    /// Told to the page once what it speaks of is drawn.
    news: Option<CardEvent>,
    /// The sources that the note shows.
    cited: Rc<[usize]>,
    /// The view of the timeline that the reader chose.
    chosen: Rc<Cell<Option<TimelineView>>>,
    #[cfg(target_arch = "wasm32")]
    note: note::Note,
    #[cfg(all(feature = "load", target_arch = "wasm32"))]
    request: Option<crate::load::Request>,
    /// How many requests there were: tells a late answer from the one that is wanted.
    #[cfg(all(feature = "load", target_arch = "wasm32"))]
    requests: u32,
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
            cited: Rc::default(),
            chosen: Rc::default(),
            #[cfg(target_arch = "wasm32")]
            note: note::Note::default(),
            #[cfg(all(feature = "load", target_arch = "wasm32"))]
            request: None,
            #[cfg(all(feature = "load", target_arch = "wasm32"))]
            requests: 0,
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
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        crate::suspect::note(ctx.props().number);
        match message {
            #[cfg(all(feature = "load", target_arch = "wasm32"))]
            Message::Answered(request, answer) => {
                // An answer may be on its way here when its request is given up.
                let is_wanted = request == self.requests;
                if is_wanted {
                    self.arrive(ctx, answer, Again::default());
                }
                is_wanted
            }
            Message::Show(document, again) => {
                self.arrive(ctx, document, again);
                true
            }
            Message::Unchanged => {
                // When it was updated is still true.
                let was_stale = matches!(self.freshness, Freshness::Stale(_));
                if was_stale {
                    self.freshness = Freshness::Quiet;
                }
                was_stale
            }
            Message::Choose(settings) => {
                self.choose(ctx, settings);
                true
            }
            Message::GoTo(id) => {
                crate::reveal::reveal(&self.root, &id);
                false
            }
            #[cfg(target_arch = "wasm32")]
            Message::Gesture(gesture) => self.gesture(ctx, gesture),
            #[cfg(target_arch = "wasm32")]
            Message::Search(search_box) => {
                self.search(ctx, &search_box);
                false
            }
            Message::Open(id, open) => self.open(&id, open),
            Message::Act(action) => self.act(action),
            Message::Toggle(toggle) => self.toggle(ctx, toggle),
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
        self.listening(ctx, [line, inner].into_iter().collect())
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        #[cfg(target_arch = "wasm32")]
        self.straighten();
        if let Some(news) = self.news.take() {
            #[cfg(target_arch = "wasm32")]
            self.search_again(ctx);
            ctx.props().on_event.emit(news);
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl StoryCard {
    /// The root of the card; without a browser there is nothing to listen for.
    fn listening(&self, _ctx: &Context<Self>, inner: Html) -> Html {
        html! { <div class="face" ref={self.root.clone()}>{ inner }</div> }
    }
}
