//! What the drawing is made of, and the room that is kept for it until it can be drawn.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;
use yew::NodeRef;

use super::measure::{Measure, Ruler};
use super::scale::{Chart, LEAST_MARKS, Viewport, count, drawn, lanes};
use super::steady::Steady;
use super::tools::MARKS_FOR_BUTTONS;
use crate::context::Card;
use crate::settings::TimelineView;
use crate::story::Event;

/// The figure; it takes the focus that a mark loses.
pub const GRAPHIC: &str = ".timeline-graphic";
/// The least width, in pixels, on which a drawing says anything.
pub const LEAST_WIDTH: f64 = 160.0;
/// With fewer marks the list says as much, in less room.
const MARKS_FOR_BOTH: usize = 8;
/// The least a finger needs, as `--_sc-target` in `tokens.css`.
pub const TARGET: f64 = 24.0;
/// How wide a letter is, in em, all in all; a guess.
const LETTER: f64 = 0.55;
/// The widest words of a mark where there is room for all, and what stands beside them.
const WORDS: (f64, f64) = (18.0, 0.8);
/// Room for the note below a drawing, in em.
const NOTE: f64 = 3.2;

/// What the drawing is made of.
#[derive(Debug, Default)]
pub struct Scene {
    /// The events of the story, where they can be drawn.
    pub chart: Option<Chart>,
    /// Whether these are the events of the story that is shown.
    pub is_taken: bool,
    pub viewport: Rc<RefCell<Viewport>>,
    pub measure: Measure,
    pub steady: Steady,
    /// The room that was kept until now.
    pub kept: Option<Kept>,
}

impl Scene {
    /// The chart, where it can be drawn.
    pub fn drawn(&self) -> Option<&Chart> {
        self.chart.as_ref().filter(|_| self.is_taken && self.measure.width >= LEAST_WIDTH)
    }

    /// The view that is shown. Where nothing can be drawn the list stands.
    pub fn shown(&self, card: &Card) -> TimelineView {
        if self.drawn().is_some() { wanted(card) } else { TimelineView::List }
    }
}

/// Whether the room of the drawing is as high as it was before that was drawn.
#[derive(Debug, Default)]
pub struct Held(bool);

impl Held {
    /// Has the room stay as high as it is, whatever is drawn in it; or not any more.
    pub fn set(&mut self, is_held: bool, timeline: &NodeRef) {
        if self.0 == is_held {
            return;
        }
        self.0 = is_held;
        let timeline = timeline.cast::<HtmlElement>();
        let found = timeline.and_then(|timeline| timeline.query_selector(GRAPHIC).ok().flatten());
        if let Some(figure) = found {
            let figure: HtmlElement = figure.unchecked_into();
            // What is below the window moves for nobody.
            let height = (is_held && is_seen(&figure)).then(|| figure.offset_height());
            let pixels = height.map(|height| [&height.to_string(), "px"].concat());
            // Fails never: the property is one.
            let _ = figure.style().set_property("min-block-size", &pixels.unwrap_or_default());
        }
    }
}

fn is_seen(figure: &HtmlElement) -> bool {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    height.is_none_or(|height| figure.get_bounding_client_rect().top() < height)
}

/// The view that is wanted where a drawing can be had: the reader's choice, else the
/// publisher's, else both where the drawing tells what the list does not.
pub fn wanted(card: &Card) -> TimelineView {
    let view = card.chosen.get().unwrap_or(card.settings.timeline);
    if view != TimelineView::Auto {
        return view;
    }
    let events = card.story.timeline.iter().flat_map(|timeline| &timeline.events);
    let marks = events.filter(|event| drawn(event).is_some()).count();
    if marks < MARKS_FOR_BOTH { TimelineView::List } else { TimelineView::Both }
}

/// Room for a drawing that is still to come: so that nothing moves when it does.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Width of the room.
    pub width: f64,
    /// Height of the room.
    pub height: f64,
    /// Rows of each lane.
    pub rows: Vec<usize>,
}

impl Kept {
    /// The room that the drawing of this story should need, by how many words it has.
    pub fn of(card: &Card, Ruler { width, em }: Ruler) -> Option<Self> {
        let events = card.story.timeline.as_ref()?.events.as_slice();
        let marks: Vec<&Event> = events.iter().filter(|event| drawn(event).is_some()).collect();
        if width < LEAST_WIDTH || marks.len() < LEAST_MARKS {
            return None;
        }
        let lanes = lanes(events);
        let most = most_rows(lanes.len());
        // Something is said below where not all is drawn, or where that is much.
        let is_noted = marks.len() < events.len() || marks.len() >= MARKS_FOR_BUTTONS;
        let note = if is_noted { NOTE } else { 0.0 };
        let (mut rows, mut height) = (Vec::new(), em * (1.7 + note));
        for lane in &lanes {
            let of_lane = marks.iter().filter(|event| lanes.len() == 1 || event.group == *lane);
            let mut wide = 0.0;
            let mut number = 0;
            for event in of_lane {
                number += 1;
                let letters =
                    event.headline.as_ref().map_or(usize::MAX, |text| text.chars().count());
                wide += ((count(letters) * LETTER).min(WORDS.0) + WORDS.1) * em;
            }
            // One more, for they do not stand side by side.
            let needed = (1..most).find(|rows| count(*rows) * width >= wide).unwrap_or(most);
            let needed = (needed + 1).min(most).min(number).max(1);
            height += lane_height(lane.is_some(), needed, em);
            rows.push(needed);
        }
        if marks.len() >= MARKS_FOR_BUTTONS {
            height += TARGET;
        }
        Some(Self { width, height, rows })
    }
}

/// The most rows of a lane.
pub const fn most_rows(lanes: usize) -> usize {
    match lanes {
        1 => 7,
        2 => 4,
        _ => 3,
    }
}

pub fn row_height(em: f64) -> f64 {
    (em * 1.3 + 10.0).max(TARGET)
}

fn lane_height(has_name: bool, rows: usize, em: f64) -> f64 {
    let name = if has_name { em * 1.5 } else { 0.0 };
    name + row_height(em) * count(rows) + em * 0.4
}
