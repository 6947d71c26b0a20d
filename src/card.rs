//! The Yew component: takes a story, or asks for one, and keeps what the reader opened.

use std::rc::Rc;

use yew::prelude::*;

use crate::error::Error;
use crate::parse::{Options, Parsed, Problem, parse};
use crate::settings::Settings;
use crate::state::{Action, State};
use crate::story::Story;
use crate::view::{self, Card, CardRef, Toggle, Toggled, status};
use crate::words::Words;

/// What happened to a card, for the page around it.
#[derive(Debug, Clone)]
pub enum CardEvent {
    /// A story is shown.
    Loaded {
        /// The story.
        story: Rc<Story>,
        /// How many markers its texts hold.
        citations: usize,
        /// What was wrong with its document.
        problems: Rc<[Problem]>,
        /// The document it came in; none for a story given as a value.
        document: Option<Rc<Document>>,
    },
    /// No story can be shown.
    Failed(Error),
    /// The reader opened or closed a section.
    Toggled {
        /// The section's id.
        id: String,
        /// Open or closed.
        open: bool,
    },
    /// The reader opened a note.
    Cited {
        /// The source's id.
        id: String,
        /// Where the source is.
        url: Option<String>,
    },
    /// The reader asked for another try, and the card has no URL to try.
    Retried,
    /// The reader pressed a link; `press` can be cancelled.
    Linked {
        /// Where to.
        url: String,
        /// What it leads to: `source`, `related`, `text` or `author`.
        kind: String,
        /// The press.
        press: MouseEvent,
    },
}

/// Properties of [`StoryCard`].
#[derive(Debug, Clone, Properties)]
pub struct StoryCardProps {
    /// URL of the story's JSON.
    #[prop_or_default]
    pub src: Option<AttrValue>,
    /// A story to show as it is; wins over `src`.
    #[prop_or_default]
    pub story: Option<Rc<Story>>,
    /// The publisher's choices.
    #[prop_or_default]
    pub settings: Settings,
    /// Which story, where the document holds several.
    #[prop_or_default]
    pub item: Option<AttrValue>,
    /// One deadline over headers and body, in seconds.
    #[prop_or(15)]
    pub timeout: u32,
    /// The interface's words.
    #[prop_or_else(|| Rc::new(Words::english()))]
    pub words: Rc<Words>,
    /// Told what happens.
    #[prop_or_default]
    pub on_event: Callback<CardEvent>,
    /// Whether this card draws the face of loading; the custom element draws its own.
    #[prop_or(true)]
    pub has_skeleton: bool,
}

/// Stories and words are compared by address: comparing them in full would cost more
/// than drawing them.
impl PartialEq for StoryCardProps {
    fn eq(&self, other: &Self) -> bool {
        self.src == other.src
            && is_same(self.story.as_ref(), other.story.as_ref())
            && self.settings == other.settings
            && self.item == other.item
            && self.timeout == other.timeout
            && Rc::ptr_eq(&self.words, &other.words)
            && self.on_event == other.on_event
            && self.has_skeleton == other.has_skeleton
    }
}

fn is_same(story: Option<&Rc<Story>>, other: Option<&Rc<Story>>) -> bool {
    story.map(Rc::as_ptr) == other.map(Rc::as_ptr)
}

/// What the component is told.
#[derive(Debug)]
pub enum Message {
    /// A request that is on its way already.
    #[cfg(target_arch = "wasm32")]
    Follow(Pending),
    /// A document arrived.
    Arrived(Result<Document, Error>),
    /// The publisher chose otherwise.
    Choose(Settings),
    /// The page wants something of the sections.
    Act(Action),
    /// A section or a note was opened or closed.
    Toggle(Toggle),
    /// The reader pressed something that says what it is for.
    Press(MouseEvent),
}

/// The text of a story and where it came from.
#[derive(Debug)]
pub struct Document {
    /// JSON.
    pub text: String,
    /// What relative URLs resolve against.
    pub base: String,
    /// Which story, where there are several.
    pub item: Option<String>,
    /// Which story it turned out to be, where there are several.
    pub index: Option<u32>,
}

/// A request that the loader began.
#[cfg(target_arch = "wasm32")]
#[derive(Debug)]
pub struct Pending {
    /// The promise of a response.
    pub response: js_sys::Promise,
    /// Aborts it.
    pub controller: web_sys::AbortController,
    /// What is left of the deadline.
    pub millis_left: u32,
    /// Which story, where there are several.
    pub item: Option<String>,
}

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
    #[cfg(target_arch = "wasm32")]
    request: Option<crate::load::Request>,
    #[cfg(target_arch = "wasm32")]
    pending_reveal: Option<String>,
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
            #[cfg(target_arch = "wasm32")]
            request: None,
            #[cfg(target_arch = "wasm32")]
            pending_reveal: None,
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
            Message::Arrived(arrived) => {
                self.arrive(ctx, arrived);
                true
            }
            Message::Choose(settings) => {
                self.choose(ctx, settings);
                true
            }
            Message::Act(action) => self.act(action),
            Message::Toggle(toggle) => self.toggle(ctx, toggle),
            Message::Press(press) => self.press(ctx, press),
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
        let onclick = ctx.link().callback(Message::Press);
        html! { <div class="face" ref={self.root.clone()} {onclick}>{ inner }</div> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if let Some(news) = self.news.take() {
            ctx.props().on_event.emit(news);
        }
        #[cfg(target_arch = "wasm32")]
        if let Some(id) = self.pending_reveal.take() {
            crate::reveal::reveal(&self.root, &id);
        }
    }
}

impl StoryCard {
    /// Shows the story given, or asks for the one at `src`.
    fn begin(&mut self, ctx: &Context<Self>) {
        let props = ctx.props();
        if let Some(story) = &props.story {
            let story = story.clone();
            let citations = story.sources.iter().map(|source| source.uses).sum();
            self.show(ctx, story.clone());
            let problems = Rc::default();
            self.news = Some(CardEvent::Loaded { story, citations, problems, document: None });
            return;
        }
        #[cfg(target_arch = "wasm32")]
        if let Some(src) = &props.src {
            let item = props.item.as_ref().map(ToString::to_string);
            let done = answered(ctx, item);
            let millis = props.timeout.saturating_mul(1_000);
            self.request = crate::load::Request::begin(src, millis, done);
            if !matches!(self.face, Face::Ready { .. }) {
                self.face = Face::Loading;
            }
        }
    }

    #[cfg(target_arch = "wasm32")]
    fn follow(&mut self, ctx: &Context<Self>, pending: Pending) {
        let Pending { response, controller, millis_left, item } = pending;
        let done = answered(ctx, item);
        let request = crate::load::Request::follow(response, controller, millis_left, done);
        self.request = Some(request);
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

    fn act(&mut self, action: Action) -> bool {
        let Face::Ready { state, .. } = &mut self.face else { return false };
        let next = state.after(action);
        let is_news = *state != next;
        *state = next;
        is_news
    }

    /// What the card opened itself comes back as an event too; it is no news.
    fn toggle(&mut self, ctx: &Context<Self>, Toggle { what, open }: Toggle) -> bool {
        let Face::Ready { card, state } = &self.face else { return false };
        match what {
            Toggled::Section(section) if state.is_open(section) != open => {
                self.act_and_tell(ctx, Action::SetOpen { section, open })
            }
            Toggled::Section(_) => false,
            Toggled::Note(source) => {
                if let Some(source) = card.0.story.sources.get(source).filter(|_| open) {
                    let url = source.url.as_ref().map(|url| url.as_str().to_owned());
                    ctx.props().on_event.emit(CardEvent::Cited { id: source.id.clone(), url });
                }
                false
            }
        }
    }

    /// One listener for all: links and buttons say by `data-` attributes what they are.
    fn press(&mut self, ctx: &Context<Self>, press: MouseEvent) -> bool {
        let pressed = press.target_dyn_into::<web_sys::Element>();
        let closest = |pressed: web_sys::Element| pressed.closest("[data-link],[data-go],[data-act]");
        let Some(pressed) = pressed.and_then(|pressed| closest(pressed).ok().flatten()) else {
            return false;
        };
        if let Some(kind) = pressed.get_attribute("data-link") {
            let url = pressed.get_attribute("href").unwrap_or_default();
            ctx.props().on_event.emit(CardEvent::Linked { url, kind, press });
        } else if let Some(id) = pressed.get_attribute("data-go") {
            self.go_to(&id);
        } else {
            return match pressed.get_attribute("data-act").as_deref() {
                Some("open") => self.act_and_tell(ctx, Action::OpenAll),
                Some("close") => self.act_and_tell(ctx, Action::CloseAll),
                _ => self.retry(ctx),
            };
        }
        false
    }

    /// Asks again: whoever mounted the card may have to, where it has no URL itself.
    fn retry(&mut self, ctx: &Context<Self>) -> bool {
        if ctx.props().src.is_none() {
            ctx.props().on_event.emit(CardEvent::Retried);
            return false;
        }
        self.begin(ctx);
        true
    }

    /// What the reader does to sections is told, one event for each that changed.
    fn act_and_tell(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let Face::Ready { card, state } = &self.face else { return false };
        let (story, before) = (card.0.story.clone(), state.clone());
        let is_news = self.act(action);
        let Face::Ready { state, .. } = &self.face else { return false };
        for (index, section) in story.sections.iter().enumerate() {
            let open = state.is_open(index);
            if open != before.is_open(index) && !section.headline.is_empty() {
                let id = section.id.clone();
                ctx.props().on_event.emit(CardEvent::Toggled { id, open });
            }
        }
        is_news
    }

    #[cfg(target_arch = "wasm32")]
    fn go_to(&mut self, id: &str) {
        crate::reveal::reveal(&self.root, id);
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn go_to(&mut self, _id: &str) {}
}

/// Reads the document, and notes in it which story was taken.
fn read(mut document: Document) -> Result<(Document, Parsed), Error> {
    let base = Some(document.base.as_str()).filter(|base| !base.is_empty());
    let item = document.item.as_deref();
    let parsed = parse(&document.text, &Options { base, item, now: now(), ..Options::default() })?;
    document.index = parsed.index;
    Ok((document, parsed))
}

#[cfg(target_arch = "wasm32")]
fn answered(
    ctx: &Context<StoryCard>,
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
        link.send_message(Message::Arrived(document));
    }
}

/// The present moment: no story is shown before its embargo ends.
fn now() -> Option<f64> {
    #[cfg(target_arch = "wasm32")]
    {
        Some(js_sys::Date::now())
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
        Some(since.as_secs_f64() * 1_000.0)
    }
}

fn page_host() -> String {
    #[cfg(target_arch = "wasm32")]
    {
        let location = web_sys::window().map(|window| window.location());
        location.and_then(|location| location.host().ok()).unwrap_or_default()
    }
    #[cfg(not(target_arch = "wasm32"))]
    String::new()
}
