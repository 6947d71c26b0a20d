//! What a story's events come to on a scale.

use super::axis::Axis;
use super::number::order;
use super::span::Span;
use super::steps::Unit;
use crate::story::{EdtfDate, Event};

/// With more groups than this there are no lanes: each would be a line or two.
const MAX_LANES: usize = 6;
/// Fewer are told better by the list alone.
pub const LEAST_MARKS: usize = 2;

/// An event that has a date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Its index in the story.
    pub event: usize,
    /// When.
    pub span: Span,
    /// The index of its lane.
    pub lane: usize,
}

/// The dated events of a timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// In order of their start; at the same instant, in that of the story.
    pub marks: Vec<Mark>,
    /// The names of the lanes, from the top; one without a name where there are none.
    pub lanes: Vec<Option<String>>,
    /// Where time goes.
    pub axis: Axis,
    /// The finest unit of any date.
    pub finest: Unit,
    /// The clock of the axis, in minutes ahead of UTC; none where no event has an hour of
    /// a known zone.
    pub clock: Option<i16>,
}

impl Chart {
    /// The chart of these events by the clock that is so many minutes ahead of UTC; none
    /// where too few have a date. `now` is when the story speaks, up to which it knows that
    /// something goes on; where it does not say, that is the last that is known.
    #[must_use]
    pub fn of(events: &[Event], now: Option<&EdtfDate>, clock: Option<i16>) -> Option<Self> {
        let dates = || events.iter().filter_map(drawn);
        let offset = clock.unwrap_or_default();
        let lanes = lanes(events);
        let mut marks = Vec::new();
        for (index, event) in events.iter().enumerate() {
            if let Some(date) = drawn(event) {
                let lane = lanes.iter().position(|name| *name == event.group);
                let span = Span::of(date, offset);
                marks.push(Mark { event: index, span, lane: lane.unwrap_or_default() });
            }
        }
        let now = now.map(|now| Span::of(now, offset).to);
        let now = now.or_else(|| marks.iter().map(|mark| mark.span.to).reduce(f64::max));
        for mark in &mut marks {
            mark.span = mark.span.until(now.unwrap_or_default());
        }
        if marks.len() < LEAST_MARKS {
            return None;
        }
        let starts: Vec<f64> = marks.iter().map(|mark| mark.span.from).collect();
        let marks: Vec<Mark> =
            order(&starts).into_iter().filter_map(|at| marks.get(at).copied()).collect();
        let spans: Vec<Span> = marks.iter().map(|mark| mark.span).collect();
        let has_hours = dates().any(|date| date.offsets().next().is_some());
        let clock = clock.filter(|_| has_hours);
        let finest = Unit::finest(dates());
        Some(Self { axis: Axis::of(&spans)?, marks, lanes, finest, clock })
    }
}

/// The date of an event that has a place in time.
pub fn drawn(event: &Event) -> Option<&EdtfDate> {
    event.date.as_ref().filter(|date| !date.is_reversed())
}

/// The groups of the dated events in order of appearance; those without one are first.
pub fn lanes(events: &[Event]) -> Vec<Option<String>> {
    let mut lanes: Vec<Option<String>> = Vec::new();
    for event in events.iter().filter(|event| drawn(event).is_some()) {
        if !lanes.contains(&event.group) {
            lanes.push(event.group.clone());
        }
        if lanes.len() > MAX_LANES {
            return vec![None];
        }
    }
    if lanes.len() < 2 {
        return vec![None];
    }
    if let Some(nameless) = lanes.iter().position(Option::is_none) {
        let nameless = lanes.remove(nameless);
        lanes.insert(0, nameless);
    }
    lanes
}
