//! What of the timeline comes with the second part of the app: all that draws.

use std::rc::Weak;

use web_sys::{Element, Event};
use yew::prelude::*;

use super::canvas::Drawing;
use super::gestures::{self, Message};
use super::marks;
use super::measure::{Extent, Measure, Ruler};
use super::near::Nearness;
use super::scale::{Chart, Key, Viewport, held};
use super::scene::Scene;
use super::tools::{MARKS_FOR_BUTTONS, zoom};
use crate::browser::folding;
use crate::browser::frame::Reading;
use crate::context::Card;
use crate::dates;
use crate::html::{El, el};
use crate::second_part::Here;
use crate::story::{self, Bound, EdtfDate, Point};

/// The least that zooming shows: a minute, in milliseconds.
const LEAST_SEEN: f64 = 60_000.0;

/// Takes the events of a story.
#[inline(never)]
pub fn take(_: Here, scene: &mut Scene, card: &Card) {
    let story = &*card.story;
    let events = story.timeline.as_ref().map(|timeline| timeline.events.as_slice());
    let events = events.unwrap_or_default();
    let today = today(events, card.now);
    let now = story.modified.as_ref().or(story.published.as_ref()).or(today.as_ref());
    let chart = Chart::of(events, now, card.clock);
    scene.is_taken = true;
    if chart == scene.chart {
        return;
    }
    let mut viewport = Viewport::default();
    if let Some(chart) = &chart {
        viewport.least = held(LEAST_SEEN / chart.axis.length(), viewport.least, 1.0);
    }
    let before = scene.chart.as_ref().filter(|_| card.is_newer);
    if let (Some(before), Some(chart)) = (before, &chart) {
        // What is seen is seen again.
        viewport.window =
            scene.viewport.borrow().window.on(&before.axis, &chart.axis, viewport.least);
    }
    scene.viewport.replace(viewport);
    scene.chart = chart;
}

/// The present, where events are still to come: of a story that does not say when it speaks,
/// what goes on does not go on into its plans.
fn today(events: &[story::Event], now: f64) -> Option<EdtfDate> {
    let is_to_come = |point: Point| point.latest_millis() > now;
    let mut dates = events.iter().filter_map(|event| event.date.as_ref());
    dates
        .find(|date| [date.start(), date.end()].iter().filter_map(Bound::point).any(is_to_come))?;
    Point::of_wall(now, Some(0)).map(EdtfDate::on)
}

/// Measures the room of the drawing, if that is near what is seen; there is none where it is
/// not shown. One that is far has its room read again when it comes near.
#[inline(never)]
pub fn measure(_: Here, ruler: &NodeRef, near: &Nearness, reading: &Weak<Reading>) -> Extent {
    match Ruler::of(ruler) {
        Some((room, sample)) if !near.look(&sample, reading) => Extent::Bare(room),
        _ => Extent::Measured(Measure::of(ruler).unwrap_or_default()),
    }
}

/// The same measure, on the width that the drawing has where it would go to and fro.
#[inline(never)]
pub fn steadied(_: Here, scene: &mut Scene, mut measure: Measure) -> Measure {
    measure.width = scene.steady.width(scene.measure.width, measure.width);
    measure
}

/// Puts the drawing, its buttons and what has to be said about it into their figure.
#[inline(never)]
pub fn draw(_: Here, scene: &Scene, chart: &Chart, card: &Card, figure: El) -> Html {
    let viewport = scene.viewport.borrow();
    let (measure, window) = (scene.measure, viewport.window);
    let kept = scene.kept.as_ref();
    let drawing = Drawing { card, chart, measure, window, kept };
    let can_zoom = chart.marks.len() >= MARKS_FOR_BUTTONS || !window.is_whole();
    figure
        .live()
        // Above what they make higher and lower: they stay where they were pressed.
        .add(zoom(card, window).hidden(!can_zoom))
        // Yew moves its marks; whoever translates the page leaves them alone.
        .node(drawing.view().set("translate", "no").live().build())
        .add(dates::unbroken(el("p.timeline-note"), &drawing.note()))
        .build()
}

/// The drawing stands.
#[inline(never)]
pub fn drawn(_: Here, timeline: &Element) {
    marks::keep_stop(timeline);
    folding::follow(timeline);
}

/// What an event comes to.
#[inline(never)]
pub fn heard(_: Here, event: &Event, viewport: &mut Viewport, ruler: &NodeRef) -> Option<Message> {
    gestures::read(event, viewport, Ruler::runs_back(ruler))
}

/// A key or a button was pressed. Says whether something else is seen.
#[inline(never)]
pub fn press(_: Here, scene: &Scene, key: Key) -> bool {
    let mut viewport = scene.viewport.borrow_mut();
    match &scene.chart {
        Some(chart) if key == Key::In => {
            let places = chart.marks.iter().map(|mark| chart.axis.place(mark.span.from));
            viewport.approach(&places.collect::<Vec<_>>())
        }
        _ => viewport.press(key),
    }
}

/// Shows what a cluster stands for, from one event to another, larger. Nothing where that
/// cannot part it, else whether something else is seen.
#[inline(never)]
pub fn open(_: Here, scene: &Scene, first: usize, last: usize) -> Option<bool> {
    let chart = scene.chart.as_ref()?;
    let from = |event| chart.marks.iter().find(|mark| mark.event == event).map(|m| m.span.from);
    let (from, to) = (chart.axis.place(from(first)?), chart.axis.place(from(last)?));
    let mut viewport = scene.viewport.borrow_mut();
    (to - from >= viewport.least).then(|| viewport.open(from, to))
}
