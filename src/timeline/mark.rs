//! One mark of the drawing: words, and below them a dot, a bar or a count.

use super::canvas::{Drawing, line, pixels};
use super::list::event_id;
use super::scale::{Edge, Item, Mark, Placed, Span, cut, held};
use crate::attributes;
use crate::html::{El, el};
use crate::words::{Word, fill};

/// Radius of a dot.
const DOT: f64 = 4.0;
/// A span that is shorter, in pixels, is a dot.
const SHORT: f64 = 12.0;
/// The least of a bar that is seen as one.
const SLIVER: f64 = 5.0;
/// How far an end without a date goes on.
const TAIL: f64 = 28.0;
/// Pieces of an end that fades, each paler than the one before.
const FADE: [&str; 4] = ["0.75", "0.5", "0.3", "0.15"];

/// From where to where a mark reaches, in pixels.
pub fn extent(drawing: &Drawing, span: &Span) -> (f64, f64) {
    let scale = drawing.scale();
    let (from, to) = (scale.x(span.from), scale.x(span.to));
    let (from, to) = match (span.start, span.end) {
        (_, Edge::Open) => (from, to.max(from + SHORT)),
        (_, Edge::Unknown) => (from, to.max(from + DOT) + TAIL),
        (Edge::Open | Edge::Unknown, _) => (from - TAIL, to),
        _ => (from, to),
    };
    let missing = (2.0 * DOT - (to - from)).max(0.0) / 2.0;
    (from - missing, to + missing)
}

/// A mark in its place, `top` pixels from the top.
pub fn view(
    drawing: &Drawing,
    placed: &Placed,
    members: &[(Item, Mark)],
    top: f64,
    height: f64,
) -> El {
    let marks: Vec<&Mark> = members.iter().map(|(_, mark)| mark).collect();
    let Some(first) = marks.first() else { return el("g") };
    let bounds = placed.bounds;
    let wide = bounds.to - bounds.from;
    let ids: Vec<String> = marks.iter().map(|mark| mark.event.to_string()).collect();
    let id = event_id(first.event);
    let hit = el("rect.hit")
        .attr("x", &drawing.left(bounds.from, wide))
        .attr("y", &pixels(top))
        .attr("width", &pixels(wide))
        .attr("height", &pixels(height))
        .set("rx", "3");
    // Not an `a` of SVG: whoever looks through the links of a page takes its address for
    // a text, which it is not.
    let link = el("g.event-mark@mark")
        .set("role", "link")
        // One of them is a stop of the Tab key, see `marks.rs`.
        .set("tabindex", "-1")
        .attr(attributes::EVENT, &ids.join(" "))
        .add(hit);
    let link = if placed.is_cluster() {
        let spoken = drawing.in_lane(first, &drawing.counted(Word::TimelineCluster, &marks));
        let link = link.set("role", "button").attr("aria-label", &spoken);
        cluster(drawing, link, placed, top, height)
    } else {
        let values = [("date", &*drawing.when(first)), ("event", &*drawing.words(first))];
        let spoken = drawing.in_lane(first, &fill(drawing.card.word(Word::TimelineMark), &values));
        let link = link.attr(attributes::GO, &id).attr("aria-label", &spoken);
        // The words first: their halo would bite into the mark.
        let link = link.add(label(drawing, placed, first, top));
        shape(drawing, link, &first.span, top + height - 7.0)
    };
    el("g").set("role", "listitem").add(link)
}

/// What a mark is known by in a newer version: what its first event says, for its place in the
/// story changes with every event above it. `keys` are those of the marks before it.
pub fn key(drawing: &Drawing, members: &[(Item, Mark)], keys: &mut Vec<String>) -> String {
    let mut key = String::new();
    if let Some((_, first)) = members.first() {
        key = [drawing.when(first), drawing.words(first)].join(" ");
    }
    if members.len() > 1 {
        key.push('+');
    }
    while keys.contains(&key) {
        key.push('=');
    }
    keys.push(key.clone());
    key
}

fn cluster(drawing: &Drawing, link: El, placed: &Placed, top: f64, height: f64) -> El {
    let em = drawing.measure.em;
    let bounds = placed.bounds;
    let (wide, tall) = (bounds.to - bounds.from, em * 1.5);
    let pill = el("rect.pill")
        .attr("x", &drawing.left(bounds.from, wide))
        .attr("y", &pixels(top + (height - tall) / 2.0))
        .attr("width", &pixels(wide))
        .attr("height", &pixels(tall))
        .attr("rx", &pixels(tall / 2.0));
    let number = el("text.count")
        .attr("x", &drawing.left(f64::midpoint(bounds.from, bounds.to), 0.0))
        .attr("y", &pixels(top + height / 2.0 + em * 0.33))
        .text(&drawing.card.digits(&placed.items.len().to_string()));
    link.add(pill).add(number)
}

/// The words, in a box of their own that clips what is wider than it should be.
fn label(drawing: &Drawing, placed: &Placed, mark: &Mark, top: f64) -> El {
    let measure = drawing.measure;
    let wide = placed.label.to - placed.label.from;
    let words = cut(&drawing.words(mark), wide + 0.5, &|text| measure.of_text(text));
    // A little wider than the words, for their halo.
    let start = if measure.is_mirrored { wide + 3.0 } else { 3.0 };
    let text = el("text.what@mark-label")
        .attr("x", &pixels(start))
        .attr("y", &pixels(measure.em * 1.02))
        .text(&words);
    el("svg")
        .attr("x", &drawing.left(placed.label.from - 3.0, wide + 6.0))
        .attr("y", &pixels(top))
        .attr("width", &pixels(wide + 6.0))
        .attr("height", &pixels(measure.em * 1.45))
        .add(text)
}

/// The mark itself, around the height `y`.
fn shape(drawing: &Drawing, link: El, span: &Span, y: f64) -> El {
    let scale = drawing.scale();
    // Far beyond the paper nothing is seen, and some browsers draw nothing at all.
    let near = |x: f64| held(x, -200.0, drawing.measure.width + 200.0);
    let (from, to) = (near(scale.x(span.from)), near(scale.x(span.to)));
    if !span.lasted {
        let is_sure = span.start == Edge::Sure;
        let dot = el(if is_sure { "circle.dot" } else { "circle.dot unsure" })
            .attr("cx", &drawing.left(f64::midpoint(from, to), 0.0))
            .attr("cy", &pixels(y))
            .attr("r", &pixels(DOT));
        if to - from < SHORT {
            return link.add(dot);
        }
        return link.add(rule(drawing, is_sure, from, to, y)).add(dot);
    }
    let (mut link, mut start, mut end) = (link, from, to.max(from + SLIVER));
    if span.start == Edge::Unsure && span.end == Edge::Unsure && span.end_from <= span.start_until {
        // Not an instant of it is sure.
        return link.add(rule(drawing, false, from, end, y));
    }
    match span.start {
        Edge::Sure => {}
        Edge::Unsure => {
            start = near(scale.x(span.start_until)).max(from + SHORT).min(end);
            link = link.add(rule(drawing, false, from, start, y));
        }
        Edge::Unknown => link = link.add(rule(drawing, false, from - TAIL, from, y)),
        Edge::Open => link = fade(drawing, link, from, -TAIL, y),
    }
    match span.end {
        Edge::Sure => {}
        Edge::Unsure => {
            end = near(scale.x(span.end_from)).min(to - SHORT).max(start);
            link = link.add(rule(drawing, false, end, to, y));
        }
        Edge::Unknown => link = link.add(rule(drawing, false, end, end + TAIL, y)),
        Edge::Open => {
            // Paler towards when the story speaks, of which the rest is not known.
            let until = to.max(start + SHORT);
            end = (until - TAIL).max(start);
            link = fade(drawing, link, end, until - end, y);
        }
    }
    link.add(bar(drawing, start, end, y))
}

/// A thin line: some time between its ends, or dashed, thereabouts.
fn rule(drawing: &Drawing, is_sure: bool, from: f64, to: f64, y: f64) -> El {
    let y = pixels(y);
    let tag = if is_sure { "line.rule" } else { "line.rule unsure" };
    line(tag, &drawing.left(from, 0.0), &y, &drawing.left(to, 0.0), &y)
}

fn bar(drawing: &Drawing, from: f64, to: f64, y: f64) -> El {
    el("rect.bar")
        .attr("x", &drawing.left(from, to - from))
        .attr("y", &pixels(y - 2.0))
        .attr("width", &pixels((to - from).max(1.0)))
        .set("height", "5")
}

/// An end that goes on: pieces, for a gradient has to be found by an address, which a
/// page's `<base>` leads astray.
fn fade(drawing: &Drawing, mut link: El, from: f64, by: f64, y: f64) -> El {
    let step = by / 4.0;
    let mut at = from;
    for opacity in FADE {
        let (left, right) = (at.min(at + step), at.max(at + step));
        link = link.add(bar(drawing, left, right, y).set("opacity", opacity));
        at += step;
    }
    link
}
