//! The Yew component: takes a story, or asks for one, and keeps what the reader opened.

mod event;
#[cfg(target_arch = "wasm32")]
mod hand;
mod press;
mod props;

use std::rc::Rc;

use yew::prelude::*;

use crate::dwell::Dwell;
use crate::error::Error;
use crate::parse::{Options, Parsed, parse};
use crate::platform::{now, page_host};
use crate::settings::Settings;
use crate::state::State;
use crate::story::Story;
use crate::view::{self, Card, CardRef, status};

pub use event::{CardEvent, Document};
#[cfg(target_arch = "wasm32")]
pub use props::Pending;
use props::is_same;
pub use props::{Message, StoryCardProps};

/// A news story as a card.
///
/// ```ignore
/// html! { <StoryCard src="https://news.example/stories/42.json" /> }
/// ```
#[derive(Debug)]
pub struct StoryCard {
    face: Face,
    root: NodeRef,
    /// Settings of the element, which are not properties there.
    settings: Settings,
    /// Told to the page once what it speaks of is drawn.
    news: Option<CardEvent>,
    /// The marker whose note is open, and the one pressed last.
    marker: Option<web_sys::Element>,
    /// When notes open and close.
    dwell: Dwell,
    /// Runs while a note is about to open or to close.
    #[cfg(target_arch = "wasm32")]
    clock: Option<gloo_timers::callback::Timeout>,
    /// When a pointer was last put down on the card.
    #[cfg(target_arch = "wasm32")]
    pressed_at: f64,
    #[cfg(target_arch = "wasm32")]
    request: Option<crate::load::Request>,
    /// How many requests there were: tells a late answer from the one that is wanted.
    #[cfg(target_arch = "wasm32")]
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
            root: NodeRef::default(),
            settings: ctx.props().settings,
            news: None,
            marker: None,
            dwell: Dwell::default(),
            #[cfg(target_arch = "wasm32")]
            clock: None,
            #[cfg(target_arch = "wasm32")]
            pressed_at: 0.0,
            #[cfg(target_arch = "wasm32")]
            request: None,
            #[cfg(target_arch = "wasm32")]
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
        match message {
            #[cfg(target_arch = "wasm32")]
            Message::Follow(pending) => {
                self.follow(ctx, pending);
                false
            }
            #[cfg(target_arch = "wasm32")]
            Message::Answered(request, answer) => {
                // An answer may be on its way here when its request is given up.
                let is_wanted = request == self.requests;
                if is_wanted {
                    self.arrive(ctx, answer);
                }
                is_wanted
            }
            #[cfg(target_arch = "wasm32")]
            Message::Cancel => {
                self.cancel();
                false
            }
            Message::Show(document) => {
                self.arrive(ctx, Ok(document));
                true
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
            Message::Gesture(gesture) => {
                self.gesture(ctx, &gesture);
                false
            }
            Message::Act(action) => self.act(action),
            Message::Toggle(toggle) => self.toggle(ctx, toggle),
            Message::Press(press, pressed) => self.press(ctx, &press, pressed),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let inner = match &self.face {
            Face::Ready { card, state } => view::card(card, state),
            Face::Failed(error) => status::failed(error, &props.words),
            Face::Loading if props.has_skeleton => status::skeleton(&props.words),
            Face::Loading => status::blank(),
        };
        self.listening(ctx, inner)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if let Some(news) = self.news.take() {
            ctx.props().on_event.emit(news);
        }
    }
}

impl StoryCard {
    /// Shows the story given, or asks for the one at `src`.
    fn begin(&mut self, ctx: &Context<Self>) {
        if let Some(story) = ctx.props().story.clone() {
            let citations = story.sources.iter().map(|source| source.uses).sum();
            self.show(ctx, story.clone());
            let problems = Rc::default();
            self.news = Some(CardEvent::Loaded { story, citations, problems, document: None });
        } else {
            #[cfg(target_arch = "wasm32")]
            self.ask(ctx);
        }
    }

    #[cfg(target_arch = "wasm32")]
    fn ask(&mut self, ctx: &Context<Self>) {
        let props = ctx.props();
        let Some(src) = &props.src else { return };
        self.cancel();
        let done = answered(ctx, self.requests, props.item.as_ref().map(ToString::to_string));
        let millis = props.timeout.saturating_mul(1_000);
        self.request = crate::load::Request::begin(src, millis, done);
        // A story that is shown stays until the next one is there.
        if !matches!(self.face, Face::Ready { .. }) {
            self.face = Face::Loading;
        }
    }

    #[cfg(target_arch = "wasm32")]
    fn follow(&mut self, ctx: &Context<Self>, pending: Pending) {
        let Pending { response, controller, millis_left, item } = pending;
        self.cancel();
        let done = answered(ctx, self.requests, item);
        let request = crate::load::Request::follow(response, controller, millis_left, done);
        self.request = Some(request);
    }

    #[cfg(target_arch = "wasm32")]
    fn cancel(&mut self) {
        self.requests = self.requests.wrapping_add(1);
        self.request = None;
    }

    fn arrive(&mut self, ctx: &Context<Self>, arrived: Result<Document, Error>) {
        #[cfg(target_arch = "wasm32")]
        {
            self.request = None;
        }
        match arrived.and_then(read) {
            Ok((document, parsed)) => {
                let story = Rc::new(parsed.story);
                self.show(ctx, story.clone());
                self.news = Some(CardEvent::Loaded {
                    story,
                    citations: parsed.citations,
                    problems: parsed.problems.into(),
                    document: Some(Rc::new(document)),
                });
            }
            Err(error) => {
                self.news = Some(CardEvent::Failed(error.clone()));
                self.face = Face::Failed(error);
            }
        }
    }

    fn show(&mut self, ctx: &Context<Self>, story: Rc<Story>) {
        let state = match &self.face {
            Face::Ready { card, state } if card.0.story.id == story.id && story.id.is_some() => {
                state.carried_over(&card.0.story, &story, self.settings)
            }
            _ => State::new(&story, self.settings),
        };
        self.face = Face::Ready { card: self.card(ctx, story), state };
    }

    fn card(&self, ctx: &Context<Self>, story: Rc<Story>) -> CardRef {
        CardRef(Rc::new(Card {
            story,
            settings: self.settings,
            words: ctx.props().words.clone(),
            page_host: page_host(),
            on_toggle: ctx.link().callback(Message::Toggle),
        }))
    }

    fn choose(&mut self, ctx: &Context<Self>, settings: Settings) {
        let is_exclusive = settings.exclusive;
        let was_exclusive = std::mem::replace(&mut self.settings, settings).exclusive;
        if let Face::Ready { card, state } = &self.face {
            let state = if is_exclusive == was_exclusive {
                state.clone()
            } else {
                state.with_exclusive(is_exclusive)
            };
            self.face = Face::Ready { card: self.card(ctx, card.0.story.clone()), state };
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

/// Reads the document, and notes in it which story was taken.
fn read(mut document: Document) -> Result<(Document, Parsed), Error> {
    let base = Some(document.base.as_str()).filter(|base| !base.is_empty());
    let item = document.item.as_deref();
    let parsed =
        parse(&document.text, &Options { base, item, now: Some(now()), ..Options::default() })?;
    document.index = parsed.index;
    Ok((document, parsed))
}

#[cfg(target_arch = "wasm32")]
fn answered(
    ctx: &Context<StoryCard>,
    request: u32,
    item: Option<String>,
) -> impl FnOnce(Result<crate::load::Answer, Error>) + 'static {
    let link = ctx.link().clone();
    move |answer| {
        let document = answer.map(|answer| Document {
            text: crate::parse::decode(answer.bytes),
            base: answer.url,
            item,
            index: None,
        });
        link.send_message(Message::Answered(request, document));
    }
}
