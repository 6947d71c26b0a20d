//! The axis: time to a place between 0 and 1, broken where nothing happens for so long
//! that the rest could not be told apart; with a larger scale where most of it happens.

use super::number::{count, held, order};
use super::span::{Edge, Span};
use super::uneven::bend;

/// The part of the axis that a break takes.
const BREAK: f64 = 0.05;
/// Empty stretches that together take this part of all time leave too little for the
/// rest: less than a fifth.
const TOO_MUCH: f64 = 0.8;
/// No stretch shorter than this part of all time is left out.
const WORTH_A_BREAK: f64 = 0.1;
/// Most stretches left out: with more, nobody sees how long anything took.
const MAX_BREAKS: usize = 3;
/// Most stretches, for the same reason.
const MAX_STRETCHES: usize = MAX_BREAKS + 1;
/// Events that must stand together for a break to be worth it.
const CROWD: usize = 3;
/// They stand together when each has less room than this part of the whole axis: some 6
/// pixels of a narrow card's.
const CLOSE: f64 = 0.02;
/// The least that is seen, in lengths of the shortest event: a day alone has neighbours.
const LEAST: f64 = 2.5;
/// Room beside the axis for an end that goes on or is unknown, as a part of it.
const TAIL: f64 = 0.04;

/// A stretch of time to scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// Where it begins, in milliseconds since 1970.
    pub from: f64,
    /// Where it ends, later than `from`.
    pub to: f64,
    /// Its place on the axis, 0 to 1.
    pub at: f64,
    /// Where its place ends.
    pub until: f64,
    /// How many events begin in it.
    events: usize,
}

impl Stretch {
    /// Whether nothing is left out between another stretch and this one.
    #[must_use]
    pub fn continues(&self, before: &Self) -> bool {
        self.from <= before.to
    }
}

/// Stretches of time, in order. Between any two there is a break, or the scale changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis(Vec<Stretch>);

impl Axis {
    /// The axis for these spans, which are in order of their start. None without spans.
    #[must_use]
    pub fn of(spans: &[Span]) -> Option<Self> {
        let is_dated = |edge: Edge| matches!(edge, Edge::Sure | Edge::Unsure);
        let before = if spans.iter().all(|span| is_dated(span.start)) { 0.0 } else { TAIL };
        let after = if spans.iter().all(|span| is_dated(span.end)) { 0.0 } else { TAIL };
        let shortest = spans.iter().map(|span| span.to - span.from).reduce(f64::min)?;
        let mut stretches = broken(busy(spans));
        let least = shortest.max(1_000.0) * LEAST;
        let is_one = stretches.len() == 1;
        for stretch in &mut stretches {
            let length = stretch.to - stretch.from;
            // Beside a break nothing stands at the very edge.
            let beside = if is_one { 0.0 } else { TAIL };
            let missing = (least - length) / 2.0;
            stretch.from -= missing.max(length * before.max(beside));
            stretch.to += missing.max(length * after.max(beside));
        }
        part_crowds(&mut stretches, spans, least);
        share(&mut stretches);
        Some(Self(stretches))
    }

    /// The stretches, in order.
    #[must_use]
    pub fn stretches(&self) -> &[Stretch] {
        &self.0
    }

    /// What each break leaves out: from when to when.
    pub fn breaks(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        let ends = self.0.iter().zip(self.0.iter().skip(1));
        ends.filter(|(one, next)| !next.continues(one)).map(|(one, next)| (one.to, next.from))
    }

    /// The stretches at whose start the scale changes.
    pub fn bends(&self) -> impl Iterator<Item = &Stretch> + '_ {
        let pairs = self.0.iter().zip(self.0.iter().skip(1));
        pairs.filter(|(one, next)| next.continues(one)).map(|(_, next)| next)
    }

    /// The place of an instant, 0 to 1; in the middle of a break for what is left out.
    #[must_use]
    pub fn place(&self, millis: f64) -> f64 {
        let mut before = None;
        for stretch in &self.0 {
            if millis < stretch.from {
                return before.map_or(0.0, |until| f64::midpoint(until, stretch.at));
            }
            if millis <= stretch.to {
                let part = (millis - stretch.from) / (stretch.to - stretch.from);
                return stretch.at + part * (stretch.until - stretch.at);
            }
            before = Some(stretch.until);
        }
        1.0
    }

    /// The instant at a place; at a break, that at which the stretch before it ends.
    #[must_use]
    pub fn millis(&self, place: f64) -> f64 {
        let mut last = 0.0;
        for stretch in &self.0 {
            if place < stretch.at {
                break;
            }
            let part = (place - stretch.at) / (stretch.until - stretch.at);
            last = stretch.from + held(part, 0.0, 1.0) * (stretch.to - stretch.from);
        }
        last
    }

    /// The length of all stretches together, in milliseconds.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.0.iter().map(|stretch| stretch.to - stretch.from).sum()
    }
}

/// Stretches in which something happens, in order and apart from each other.
fn busy(spans: &[Span]) -> Vec<Stretch> {
    let mut busy: Vec<Stretch> = Vec::new();
    for span in spans {
        if let Some(last) = busy.last_mut().filter(|last| span.from <= last.to) {
            last.to = last.to.max(span.to);
            last.events += 1;
        } else {
            let (from, to) = (span.from, span.to);
            busy.push(Stretch { from, to, at: 0.0, until: 1.0, events: 1 });
        }
    }
    busy
}

/// Joins stretches over every gap but those that are left out.
fn broken(busy: Vec<Stretch>) -> Vec<Stretch> {
    let total = match (busy.first(), busy.last()) {
        (Some(first), Some(last)) => last.to - first.from,
        _ => return busy,
    };
    let mut gaps: Vec<f64> =
        busy.iter().zip(busy.iter().skip(1)).map(|(one, next)| next.from - one.to).collect();
    gaps.retain(|gap| *gap >= total * WORTH_A_BREAK);
    let rising = order(&gaps);
    let mut left_out = 0.0;
    for least in rising.iter().rev().filter_map(|gap| gaps.get(*gap)).take(MAX_BREAKS) {
        left_out += least;
        if left_out >= total * TOO_MUCH {
            let stretches = joined(&busy, *least);
            let is_crowd = |stretch: &Stretch| {
                let room = (stretch.to - stretch.from) / count(stretch.events);
                stretch.events >= CROWD && room < total * CLOSE
            };
            if stretches.iter().any(is_crowd) {
                return stretches;
            }
        }
    }
    joined(&busy, f64::INFINITY)
}

/// Joins neighbours that are less than `gap` apart.
fn joined(busy: &[Stretch], gap: f64) -> Vec<Stretch> {
    let mut whole: Vec<Stretch> = Vec::new();
    for stretch in busy {
        match whole.last_mut().filter(|last| stretch.from - last.to < gap) {
            Some(last) => {
                last.to = stretch.to;
                last.events += stretch.events;
            }
            None => whole.push(*stretch),
        }
    }
    whole
}

/// Parts the stretches in which events come at a most uneven pace; none is then shorter than
/// `least`.
fn part_crowds(stretches: &mut Vec<Stretch>, spans: &[Span], least: f64) {
    let mut index = 0;
    while stretches.len() < MAX_STRETCHES {
        let Some(stretch) = stretches.get_mut(index) else { return };
        let is_in = |start: &f64| *start >= stretch.from && *start <= stretch.to;
        let starts: Vec<f64> = spans.iter().map(|span| span.from).filter(is_in).collect();
        let Some((at, before)) = bend((stretch.from, stretch.to), &starts, least) else {
            index += 1;
            continue;
        };
        let events = stretch.events.saturating_sub(before);
        let after = Stretch { from: at, events, ..*stretch };
        (stretch.to, stretch.events) = (at, before);
        stretches.insert(index + 1, after);
    }
}

/// Gives each stretch its place: of several, the more the more happens in it.
fn share(stretches: &mut [Stretch]) {
    let pairs = stretches.iter().zip(stretches.iter().skip(1));
    let breaks = pairs.filter(|(one, next)| !next.continues(one)).count();
    // Where nothing is left out, the long time that is told in few words has its room too.
    let bends = breaks + 1 < stretches.len();
    let weight = |stretch: &Stretch| {
        let events = count(stretch.events + 1);
        if bends { events.sqrt() } else { events }
    };
    let total: f64 = stretches.iter().map(weight).sum();
    let room = 1.0 - BREAK * count(breaks);
    let (mut at, mut end) = (0.0, f64::INFINITY);
    for stretch in stretches.iter_mut() {
        if stretch.from > end {
            at += BREAK;
        }
        stretch.at = at;
        at += room * weight(stretch) / total;
        (stretch.until, end) = (at, stretch.to);
    }
    if let Some(last) = stretches.last_mut() {
        last.until = 1.0;
    }
}
