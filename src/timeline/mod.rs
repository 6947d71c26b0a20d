//! The timeline: one list of events, two views of it.
//!
//! A component of its own, so that zooming draws the drawing and nothing else. The drawing
//! comes once its room is measured; without the app the list stands alone.

mod canvas;
mod drawing;
mod gestures;
pub mod labels;
mod list;
mod listeners;
mod mark;
mod measure;
pub mod scale;
mod tools;

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};
use yew::prelude::*;

use self::canvas::Drawing;
use self::gestures::Message;
use self::listeners::Listeners;
use self::measure::{Measure, SAMPLE};
use self::scale::{Chart, Viewport, held};
use self::tools::{fold_button, name, switch, zoom};
use crate::attributes;
use crate::browser::list as shown;
use crate::browser::reveal::reveal;
use crate::context::{Card, CardRef};
use crate::dates;
use crate::html::{HAS_APP, el};
use crate::part::{Kind, Part};
use crate::settings::TimelineView;
use crate::words::Word;

/// The least width, in pixels, on which a drawing says anything.
const LEAST_WIDTH: f64 = 160.0;
/// The least that zooming shows: a minute, in milliseconds.
const LEAST_SEEN: f64 = 60_000.0;
/// With fewer marks there are no buttons to zoom with; keys and fingers always can.
const MARKS_FOR_BUTTONS: usize = 8;

/// Takes the focus that a mark loses.
const GRAPHIC: &str = ".timeline-graphic";

/// The list of events.
static EVENTS: Kind = Kind {
    weight: |story, _| story.timeline.as_ref().map_or(0, |timeline| timeline.events.len()),
    body: Some(|card, _| list::list(card)),
    frame: |card, _, list| [list::search(card).build(), list].into_iter().collect(),
    drawn: shown::fold_drawn,
};

/// Properties of [`Timeline`].
#[derive(Debug, Properties, PartialEq)]
pub struct TimelineProps {
    /// The card it belongs to.
    pub card: CardRef,
}

/// The timeline of a card.
#[derive(Debug)]
pub struct Timeline {
    chart: Option<Chart>,
    viewport: Rc<RefCell<Viewport>>,
    measure: Measure,
    is_unfolded: bool,
    /// Whether the drawing stood alone and whether the list was unfolded, when that was
    /// last folded.
    folded: (bool, bool),
    /// Whether the reader has chosen a view, or to fold or unfold the list.
    has_chosen: bool,
    /// What the focus goes to once it is drawn.
    focus: Option<String>,
    root: NodeRef,
    ruler: NodeRef,
    listeners: Option<Listeners>,
}

impl Component for Timeline {
    type Message = Message;
    type Properties = TimelineProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut timeline = Self {
            chart: None,
            viewport: Rc::default(),
            measure: Measure::default(),
            is_unfolded: false,
            folded: (false, false),
            has_chosen: false,
            focus: None,
            root: NodeRef::default(),
            ruler: NodeRef::default(),
            listeners: None,
        };
        timeline.chart(ctx);
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
        self.chart(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let is_news = match message {
            Message::Resized => {
                let measure = Measure::of(&self.ruler).unwrap_or_default();
                let is_news = measure != self.measure;
                self.measure = measure;
                return is_news;
            }
            Message::Moved => true,
            Message::Zoom(key) => self.viewport.borrow_mut().press(key),
            Message::Open(first, last) => self.open(first, last),
            Message::Show(view) => {
                ctx.props().card.0.chosen.set(Some(view));
                self.has_chosen = true;
                return true;
            }
            Message::Fold => {
                self.is_unfolded = !self.is_unfolded;
                self.has_chosen = true;
                return true;
            }
        };
        // A mark may be gone from the next drawing.
        if self.focus.is_none() && listeners::has_focus(&self.root, GRAPHIC) {
            self.focus = Some(GRAPHIC.to_owned());
        }
        is_news
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let card = &ctx.props().card;
        let shared = &*card.0;
        let timeline = shared.story.timeline.as_ref();
        let headline = timeline.and_then(|timeline| timeline.headline.as_deref());
        let (has_drawing, view) = (self.has_drawing(), self.shown(shared));
        let heading =
            shared.small_heading("timeline", headline.unwrap_or(shared.word(Word::Timeline)));
        let head = el("div.timeline-head").add(heading).add(switch(shared, view, has_drawing));
        let ruler = el("div.ruler").set("aria-hidden", "true").add(el("span.sample").text(SAMPLE));
        el("section.timeline@timeline")
            .set("aria-labelledby", "timeline")
            .set(attributes::VIEW, name(view))
            .flag(attributes::LIVE, HAS_APP)
            .flag(attributes::UNFOLDED, self.is_unfolded)
            .hidden(timeline.is_none())
            .live()
            .keep(&self.root)
            .add(head)
            .node(ruler.live().keep(&self.ruler).build())
            .node(self.graphic(shared, has_drawing && view != TimelineView::List))
            .node(html! { <Part card={card.clone()} kind={&EVENTS} /> })
            .add(fold_button(shared, list::count(shared), self.is_unfolded))
            .add(shared.more(shared.story.omitted.events))
            .build()
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        if is_first {
            self.begin(ctx);
        } else if Measure::runs_back(&self.ruler)
            .is_some_and(|runs| runs != self.measure.is_mirrored)
        {
            // A story in a script of the other direction: no observer tells of that.
            ctx.link().send_message(Message::Resized);
        }
        self.fold_list(&ctx.props().card.0);
        let Some(selector) = self.focus.take() else { return };
        if selector == GRAPHIC && listeners::has_focus(&self.root, GRAPHIC) {
            return;
        }
        if let Some(mark) = self.find(&selector) {
            // Fails only where it cannot have the focus; then nothing has.
            let _ = mark.unchecked_ref::<SvgElement>().focus();
        }
    }
}

impl Timeline {
    /// Takes the events of a story.
    fn chart(&mut self, ctx: &Context<Self>) {
        let story = &*ctx.props().card.0.story;
        let now = story.modified.as_ref().or(story.published.as_ref());
        let events = story.timeline.as_ref().map(|timeline| timeline.events.as_slice());
        let chart = Chart::of(events.unwrap_or_default(), now, ctx.props().card.0.clock);
        if chart == self.chart {
            return;
        }
        let mut viewport = Viewport::default();
        if let Some(chart) = &chart {
            viewport.least = held(LEAST_SEEN / chart.axis.length(), viewport.least, 1.0);
        }
        let before = self.chart.as_ref().filter(|_| ctx.props().card.0.is_newer);
        if let (Some(before), Some(chart)) = (before, &chart) {
            // What is seen is seen again.
            viewport.window =
                self.viewport.borrow().window.on(&before.axis, &chart.axis, viewport.least);
        }
        self.viewport.replace(viewport);
        self.chart = chart;
    }

    fn has_drawing(&self) -> bool {
        self.chart.is_some() && self.measure.width >= LEAST_WIDTH
    }

    /// The view that is shown. Where nothing can be drawn the list stands.
    fn shown(&self, card: &Card) -> TimelineView {
        let view = card.chosen.get().unwrap_or(card.settings.timeline);
        if self.has_drawing() { view } else { TimelineView::List }
    }

    /// Begins to listen and to measure.
    fn begin(&mut self, ctx: &Context<Self>) {
        let (link, viewport, ruler) =
            (ctx.link().clone(), self.viewport.clone(), self.ruler.clone());
        let on_event = move |event: web_sys::Event| {
            let is_mirrored = Measure::of(&ruler).is_some_and(|measure| measure.is_mirrored);
            let Ok(mut viewport) = viewport.try_borrow_mut() else { return };
            if let Some(message) = gestures::read(&event, &mut viewport, is_mirrored) {
                link.send_message(message);
            }
        };
        let link = ctx.link().clone();
        let on_size = move || link.send_message(Message::Resized);
        self.listeners = Listeners::begin(&self.root, &self.ruler, on_event, on_size);
        ctx.link().send_message(Message::Resized);
    }

    /// Shows what a cluster stands for: larger, or where that cannot part it, in the list.
    fn open(&mut self, first: usize, last: usize) -> bool {
        let Some(chart) = &self.chart else { return false };
        let from = |event| chart.marks.iter().find(|mark| mark.event == event).map(|m| m.span.from);
        let (Some(from), Some(to)) = (from(first), from(last)) else { return false };
        let (from, to) = (chart.axis.place(from), chart.axis.place(to));
        if to - from < self.viewport.borrow().least {
            reveal(&self.root, &list::event_id(first), true);
            return false;
        }
        let event = first.to_string();
        self.focus = Some([".event-mark[data-event~='", &event, "']"].concat());
        self.viewport.borrow_mut().open(from, to)
    }

    /// Folds the list anew where something else is to be seen of it.
    fn fold_list(&mut self, card: &Card) {
        let now = (self.shown(card) == TimelineView::Graphic, self.is_unfolded);
        let is_same = std::mem::replace(&mut self.folded, now) == now;
        let has_chosen = std::mem::take(&mut self.has_chosen);
        match self.find(".timeline-list") {
            Some(list) if has_chosen => shown::fold_anew(&list),
            Some(list) if !is_same => shown::fold(&list),
            _ => {}
        }
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.root.cast::<Element>()?.query_selector(selector).ok()?
    }

    /// The drawing, its buttons and what has to be said about it.
    fn graphic(&self, card: &Card, is_shown: bool) -> Html {
        let figure =
            el("figure.timeline-graphic@timeline-graphic").set("tabindex", "-1").hidden(!is_shown);
        let (Some(chart), true) = (&self.chart, is_shown) else {
            return figure.live().build();
        };
        let viewport = self.viewport.borrow();
        let drawing = Drawing { card, chart, measure: self.measure, window: viewport.window };
        let can_zoom = chart.marks.len() >= MARKS_FOR_BUTTONS || !viewport.window.is_whole();
        figure
            .live()
            // Yew moves its marks; whoever translates the page leaves them alone.
            .node(drawing.view().set("translate", "no").live().build())
            .add(zoom(card, viewport.window).hidden(!can_zoom))
            .add(dates::unbroken(el("p.timeline-note"), &drawing.note()))
            .build()
    }
}
