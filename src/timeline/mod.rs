//! The timeline: one list of events, two views of it.
//!
//! A component of its own, so that zooming draws the drawing and nothing else. The drawing
//! comes once its room is measured; without the app the list stands alone.

mod canvas;
mod drawing;
mod focus;
mod gestures;
pub mod labels;
mod later;
mod list;
mod listeners;
mod mark;
mod marks;
mod measure;
mod near;
mod reading;
pub mod scale;
mod scene;
mod steady;
mod tools;

use std::cell::Cell;
use std::rc::Rc;

use web_sys::{Element, Event};
use yew::prelude::*;

use self::canvas::pixels;
use self::focus::Focus;
use self::gestures::Message;
pub use self::list::event_id;
use self::listeners::Listeners;
use self::measure::{Extent, SAMPLE};
use self::near::Nearness;
use self::scene::{Held, Kept, Scene};
use self::tools::{fold_button, name, switch};
use crate::attributes;
use crate::browser::folding;
use crate::browser::frame::Reading;
use crate::browser::reveal::reveal;
use crate::context::{Card, CardRef};
use crate::html::{HAS_APP, el};
use crate::part::Part;
use crate::second_part::{self, here};
use crate::settings::TimelineView;
use crate::words::Word;

/// Properties of [`Timeline`].
#[derive(Debug, Properties, PartialEq)]
pub struct TimelineProps {
    /// The card it belongs to.
    pub card: CardRef,
}

/// The timeline of a card.
#[derive(Debug, Default)]
pub struct Timeline {
    scene: Scene,
    held: Held,
    /// Whether it knows its room, and nothing is still to come: then it is told of no news.
    is_settled: Rc<Cell<bool>>,
    is_unfolded: bool,
    /// Whether the drawing stood alone and whether the list was unfolded, when that was
    /// last folded.
    folded: (bool, bool),
    /// The reader has chosen a view, or to fold or unfold the list: whether the latter by a key.
    chosen: Option<bool>,
    /// What the focus goes to once it is drawn.
    focus: Focus,
    root: NodeRef,
    ruler: NodeRef,
    listeners: Option<Listeners>,
    news: Option<second_part::Listener>,
    /// Reads how much room there is.
    reading: Option<Rc<Reading>>,
    nearness: Rc<Nearness>,
}

impl Component for Timeline {
    type Message = Message;
    type Properties = TimelineProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut timeline = Self::default();
        timeline.take(ctx);
        timeline
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Self::Properties) -> bool {
        let (card, before) = (&ctx.props().card, &old.card);
        if !card.0.is_newer {
            // A card drawn by other settings has the same story.
            self.is_unfolded &= Rc::ptr_eq(&card.0.story, &before.0.story);
        } else if !list::folds(list::count(&before.0)) && list::folds(list::count(&card.0)) {
            // All of it was in view.
            self.is_unfolded = true;
        }
        self.scene.kept.take_if(|_| !Rc::ptr_eq(&card.0.story, &before.0.story));
        self.take(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let is_news = match message {
            Message::Resized(room) => {
                let is_news = self.resize(ctx, room);
                return self.focus.keep(&self.root, is_news);
            }
            Message::Moved => true,
            Message::Zoom(key) => here().is_some_and(|here| later::press(here, &self.scene, key)),
            Message::Open(first, last) => self.open(first, last),
            Message::Show(view) => {
                ctx.props().card.0.chosen.set(Some(view));
                self.chosen = Some(false);
                return true;
            }
            Message::Fold(is_by_key) => {
                self.is_unfolded = !self.is_unfolded;
                self.chosen = Some(is_by_key);
                return true;
            }
        };
        self.scene.kept = None;
        self.focus.keep(&self.root, is_news)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let card = &ctx.props().card;
        let shared = &*card.0;
        let timeline = shared.story.timeline.as_ref();
        let headline = timeline.and_then(|timeline| timeline.headline.as_deref());
        let (has_drawing, view) = (self.scene.drawn().is_some(), self.scene.shown(shared));
        let is_kept = self.scene.kept.is_some();
        let own = shared.own_heading("timeline", shared.word(Word::Timeline));
        let heading = headline.map_or(own, |words| shared.small_heading("timeline", words));
        let head =
            el("div.timeline-head").add(heading).add(switch(shared, view, has_drawing, is_kept));
        let ruler = el("div.ruler").set("aria-hidden", "true").add(el("span.sample").text(SAMPLE));
        el("div.timeline@timeline")
            .set("role", "group")
            .set("aria-labelledby", "timeline")
            .set(attributes::VIEW, name(view))
            .flag(attributes::LIVE, HAS_APP)
            .flag(attributes::UNFOLDED, self.is_unfolded)
            .hidden(timeline.is_none())
            .live()
            .keep(&self.root)
            .add(head)
            .node(ruler.live().keep(&self.ruler).build())
            .node(self.graphic(shared))
            .node(html! { <Part card={card.clone()} kind={&list::EVENTS} /> })
            .add(fold_button(shared, list::count(shared), self.is_unfolded))
            .add(shared.more(shared.story.omitted.events))
            .build()
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        if is_first {
            self.begin(ctx);
        }
        if self.scene.kept.is_none() {
            self.held.set(false, &self.root);
        }
        if let (Some(here), Some(timeline)) = (here(), self.root.cast::<Element>()) {
            later::drawn(here, &timeline);
        }
        self.fold_list(&ctx.props().card.0);
        self.focus.arrive(&self.root);
    }
}

impl Timeline {
    /// Takes the events of a story, once they can be drawn.
    fn take(&mut self, ctx: &Context<Self>) {
        self.is_settled.set(false);
        let card = &ctx.props().card.0;
        match self.nearness.here(card) {
            Some(here) => later::take(here, &mut self.scene, card),
            // Keeps room for them.
            None => self.scene.is_taken = false,
        }
        // No observer tells of a story in a script of the other direction.
        if let Some(reading) = &self.reading {
            reading.ask();
        }
    }

    /// Sees how much room there is: to draw on, or to be kept until that can be. Says whether
    /// there is something to draw.
    fn resize(&mut self, ctx: &Context<Self>, room: Extent) -> bool {
        let card = &ctx.props().card.0;
        let (here, measure) = match (here(), room) {
            (Some(here), Extent::Measured(measure)) => (here, measure),
            (_, Extent::Bare(ruler)) => {
                let kept = Kept::of(card, ruler).filter(|_| !second_part::is_missing());
                // What is far is not drawn, and will hear when it is near.
                self.scene.is_taken = false;
                self.is_settled.set(here().is_some());
                return std::mem::replace(&mut self.scene.kept, kept) != self.scene.kept;
            }
            (None, Extent::Measured(_)) => return false,
        };
        let measure = later::steadied(here, &mut self.scene, measure);
        let is_late = !self.scene.is_taken;
        if is_late {
            later::take(here, &mut self.scene, card);
            self.held.set(self.scene.kept.is_some(), &self.root);
        }
        let is_other = std::mem::replace(&mut self.scene.measure, measure) != measure;
        if self.scene.drawn().is_none() || (is_other && !is_late) {
            self.scene.kept = None;
        }
        self.is_settled.set(self.scene.chart.is_none() || self.scene.measure.width > 0.0);
        is_other || is_late
    }

    /// Begins to listen and to measure.
    fn begin(&mut self, ctx: &Context<Self>) {
        let (link, viewport, ruler) =
            (ctx.link().clone(), self.scene.viewport.clone(), self.ruler.clone());
        let on_event = move |event: Event| {
            if let Some(fold) = gestures::fold(&event) {
                return link.send_message(fold);
            }
            let Some(here) = here() else { return };
            let Ok(mut viewport) = viewport.try_borrow_mut() else { return };
            if let Some(message) = later::heard(here, &event, &mut viewport, &ruler) {
                link.send_message(message);
            }
        };
        let link = ctx.link().clone();
        let tell = move |room| link.send_message(Message::Resized(room));
        let reading = reading::of(&self.ruler, &self.nearness, tell);
        let (on_size, is_settled) = (reading.clone(), self.is_settled.clone());
        let on_news = reading.clone();
        self.news = Some(second_part::Listener::begin(move || {
            if !is_settled.get() {
                on_news.ask();
            }
        }));
        self.listeners = Listeners::begin(&self.root, &self.ruler, on_event, move || on_size.ask());
        reading.ask();
        self.reading = Some(reading);
    }

    /// Shows what a cluster stands for: larger, or where that cannot part it, in the list.
    fn open(&mut self, first: usize, last: usize) -> bool {
        let Some(here) = here() else { return false };
        let Some(is_news) = later::open(here, &self.scene, first, last) else {
            reveal(&self.root, &list::event_id(first), true);
            return false;
        };
        self.focus.lead_to(&first.to_string());
        is_news
    }

    /// Folds the list anew where something else is to be seen of it.
    fn fold_list(&mut self, card: &Card) {
        let now = (self.scene.shown(card) == TimelineView::Graphic, self.is_unfolded);
        let is_same = std::mem::replace(&mut self.folded, now) == now;
        match (self.find(".timeline-list"), self.chosen.take()) {
            (Some(list), Some(is_by_key)) => {
                folding::fold_anew(&list);
                if is_by_key {
                    folding::read_on(&list);
                }
            }
            (Some(list), None) if !is_same => folding::fold(&list),
            _ => {}
        }
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.root.cast::<Element>()?.query_selector(selector).ok()?
    }

    /// The drawing with all that belongs to it, or the room that is kept for it.
    fn graphic(&self, card: &Card) -> Html {
        let is_wanted = scene::wanted(card) != TimelineView::List;
        let (chart, kept) = (self.scene.drawn(), &self.scene.kept);
        let is_shown = is_wanted && (chart.is_some() || kept.is_some());
        let figure =
            el("figure.timeline-graphic@timeline-graphic").set("tabindex", "-1").hidden(!is_shown);
        if !is_shown {
            return figure.live().build();
        }
        if let (Some(here), Some(chart)) = (here(), chart) {
            return later::draw(here, &self.scene, chart, card, figure);
        }
        let (width, height) = kept.as_ref().map_or((0.0, 0.0), |kept| (kept.width, kept.height));
        let room = el("svg.drawing").attr("width", &pixels(width)).attr("height", &pixels(height));
        figure.live().node(room.set("aria-hidden", "true").live().build()).build()
    }
}
