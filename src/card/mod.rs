//! The Yew component: takes a story, or asks for one, and puts the features together.

mod actions;
mod browser_events;
mod card_event;
mod content;
mod effects;
mod footer;
mod header;
mod hold;
mod link;
mod listener;
mod message;
mod page_input;
mod phase;
mod props;
mod reader;
mod show;
mod styled;
mod trust;
mod view;
mod whats_new;
mod wheel;

use std::rc::Rc;

use yew::prelude::*;

pub use self::card_event::CardEvent;
use self::content::Content;
use self::effects::Effects;
#[cfg(all(feature = "element", target_arch = "wasm32"))]
pub use self::link::place;
pub use self::message::Message;
use self::phase::Phase;
pub use self::props::StoryCardProps;
use self::props::is_same;
pub use self::styled::StyledStoryCard;
use crate::browser::page::is_framed;
use crate::browser::reveal::reveal;
use crate::citations::hover::How;
use crate::citations::popover::{self, Note};
#[cfg(feature = "load")]
use crate::html::HAS_APP;
#[cfg(feature = "load")]
use crate::loading::handle::{self, Loading, News};
use crate::loading::status;

/// A news story as a card, without styles: [`StyledStoryCard`] brings them along.
///
/// Where it stands in a shadow root of yours, put the sheets of [`style`](crate::style) there.
#[derive(Debug)]
pub struct StoryCard {
    root: NodeRef,
    content: Content,
    /// Told to the page once what it speaks of is drawn.
    pending: Option<CardEvent>,
    /// The part of the card that the reader is led to once it is drawn, and whether it
    /// takes the focus.
    target: Option<(String, bool)>,
    /// Somebody waits for what the card was told to be drawn.
    is_awaited: bool,
    note: Note,
    #[cfg(feature = "load")]
    loading: Loading,
    effects: Effects,
}

impl Component for StoryCard {
    type Message = Message;
    type Properties = StoryCardProps;

    fn create(ctx: &Context<Self>) -> Self {
        let root = NodeRef::default();
        let mut card = Self {
            note: Note::new(root.clone(), ctx.link().callback(Message::Note)),
            root,
            content: Content::new(ctx.props().settings),
            pending: None,
            target: None,
            is_awaited: false,
            #[cfg(feature = "load")]
            loading: Loading::default(),
            effects: Effects::default(),
        };
        card.begin(ctx);
        card
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Self::Properties) -> bool {
        let props = ctx.props();
        if props.settings != old.settings {
            self.effects.hold_focus(&self.root);
            self.content.choose(props, props.settings);
        }
        let is_other = !is_same(props.story.as_ref(), old.story.as_ref());
        if props.src != old.src || is_other || props.item != old.item {
            self.begin(ctx);
        }
        #[cfg(feature = "load")]
        self.loading.choose(props.timeout, props.refresh);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        crate::active_card::set(ctx.props().number);
        let is_by_page =
            matches!(message, Message::Choose(_) | Message::Open(..) | Message::Act(_));
        let is_news = match message {
            #[cfg(feature = "load")]
            Message::Load(message) => self.load(ctx, message),
            Message::Show(document, again) => {
                self.replace(|content| content.arrive(ctx.props(), document, again));
                true
            }
            Message::Unchanged => self.content.stay_unchanged(),
            Message::Choose(settings) => {
                self.content.choose(ctx.props(), settings);
                true
            }
            Message::GoTo(id, takes_focus) => self.go_to(ctx, id, takes_focus),
            Message::Open(id, open) => self.content.phase.open(&id, open),
            Message::Act(action) => self.content.phase.act(action).is_some(),
            Message::Await => {
                self.is_awaited = true;
                true
            }
            Message::Fold(action) => self.act(ctx, action),
            Message::Jump(pressed, id) => {
                self.note.go_on(&pressed, &id);
                reveal(&self.root, &id, true);
                false
            }
            Message::Retry => self.retry(ctx),
            Message::Note(message) => self.update_note(ctx, message),
            Message::Search(search_box) => {
                let on_wait = ctx.link().callback(Message::Search);
                self.effects.search.begin(&self.root, &ctx.props().words, search_box, on_wait)
            }
            Message::DrawOn => {
                self.content.phase.ready().map(|ready| effects::draw_on(&ready.card)).is_some()
            }
            // What the card opened itself comes back as an event too; it is no news.
            Message::ToggledSection(id, open) => match self.content.phase.toggle(&id, open) {
                Some(action) => self.act(ctx, action),
                None => false,
            },
        };
        if is_by_page && is_news {
            self.effects.hold_focus(&self.root);
        }
        is_news
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        crate::active_card::set(props.number);
        let inner = match &self.content.phase {
            Phase::Ready(ready) => view::card(&ready.card, &ready.state, &self.note.cited),
            Phase::Failed(error) => status::failed(error, &props.words),
            Phase::Loading => status::loading(&props.words, props.has_skeleton),
        };
        html! {
            <div class={if is_framed() { "face framed" } else { "face" }} ref={self.root.clone()}>
                { status::freshness(&self.content.freshness, &props.words, &self.content.news()) }
                { inner }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if std::mem::take(&mut self.is_awaited) {
            ctx.props().on_event.emit(CardEvent::Drawn);
        }
        self.listen(ctx);
        let shown = self.note.keep_visible();
        self.tell_cited(ctx, shown);
        self.effects.settle_focus();
        self.arrive_there();
        if self.pending.is_none() || self.draw_later(ctx) {
            return;
        }
        self.settle(ctx);
        if let Some(event) = self.pending.take() {
            ctx.props().on_event.emit(event);
        }
    }
}

/// Stories.
impl StoryCard {
    /// Shows the story given, or asks for the one at `src`.
    fn begin(&mut self, ctx: &Context<Self>) {
        let props = ctx.props();
        #[cfg(feature = "load")]
        self.loading.stop();
        if let Some(story) = props.story.clone() {
            self.replace(|content| content.give(props, story));
        } else {
            #[cfg(feature = "load")]
            if let Some(wanted) = props.wanted().filter(|_| HAS_APP) {
                self.loading.begin(wanted, ctx.link().callback(Message::Load));
                self.content.wait();
            }
        }
    }

    #[cfg(feature = "load")]
    fn load(&mut self, ctx: &Context<Self>, message: handle::Message) -> bool {
        match self.loading.receive(message) {
            None => false,
            Some(News::Unchanged) => self.content.stay_unchanged(),
            Some(News::Arrived(document, again)) => {
                self.replace(|content| content.arrive(ctx.props(), document, again));
                self.loading.settle(self.pending.as_ref().map_or("", CardEvent::outcome));
                true
            }
        }
    }

    /// Another story may come: the place in it, and the note, stay where they can.
    fn replace(&mut self, change: impl FnOnce(&mut Content) -> CardEvent) {
        let before = self.content.story();
        self.pending = Some(change(&mut self.content));
        let card = self.content.phase.ready().map(|ready| &ready.card.0);
        match before.zip(card) {
            None => self.effects.hold(&self.root, false),
            Some((before, card)) if !Rc::ptr_eq(&before, &card.story) => {
                self.effects.hold(&self.root, card.is_newer);
                self.note.carry_over(&before, &card.story, card.is_newer);
            }
            Some(_) => {}
        }
    }
}

impl StoryCard {
    fn listen(&mut self, ctx: &Context<Self>) {
        let card = self.content.phase.ready().map(|ready| &ready.card);
        let on_message = || ctx.link().callback(std::convert::identity);
        self.effects.listen(&self.root, card, &ctx.props().on_event, on_message);
    }

    fn update_note(&mut self, ctx: &Context<Self>, message: popover::Message) -> bool {
        let outcome = self.note.update(message);
        self.tell_cited(ctx, outcome.cited);
        outcome.is_news
    }

    fn tell_cited(&self, ctx: &Context<Self>, how: Option<How>) {
        if let Some(event) = self.content.phase.cited(&self.note.cited, how) {
            ctx.props().on_event.emit(event);
        }
    }

    /// Another story is drawn: what the reader had under way goes on in it, but a search.
    fn settle(&mut self, ctx: &Context<Self>) {
        let is_another = self.content.is_another(self.pending.as_ref());
        self.effects.search.again(&self.root, &ctx.props().words, is_another);
        self.note.follow_marker();
        self.effects.settle(&self.root);
    }

    /// Says whether parts of the card still wait to be drawn.
    fn draw_later(&mut self, ctx: &Context<Self>) -> bool {
        let (ready, link) = (self.content.phase.ready(), ctx.link().clone());
        let draw = move || link.send_message(Message::DrawOn);
        ready.is_some_and(|ready| self.effects.draw_later(&ready.card, draw))
    }
}
