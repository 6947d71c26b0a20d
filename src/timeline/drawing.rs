//! The timeline drawn to scale, as SVG: no measures but whole pixels, no styles.

use super::canvas::{Drawing, LONGEST, line, pixels};
use super::scale::{Item, Label, Mark, Paper, Tick, Unit, apart, count, cut, order, place, ticks};
use super::scene::{TARGET, most_rows, row_height};
use super::{labels, mark};
use crate::html::{El, el};
use crate::words::{Word, fill};

/// The least distance between ticks, in em; years before our era have longer names.
const TICKS: (f64, f64) = (4.4, 6.4);
/// Letters on the axis are this much smaller.
const SMALL: f64 = 0.92;

impl Drawing<'_> {
    /// The whole drawing: an image that says what it shows, over it the list of marks.
    pub fn view(&self) -> El {
        let (marks, names, height) = self.lanes();
        let axis = el("g").set("role", "img").attr("aria-label", &self.sentence());
        let axis = self.axis(axis, height);
        let axis = names.into_iter().fold(axis, El::add);
        el("svg.drawing")
            .attr("width", &pixels(self.measure.width))
            .attr("height", &pixels(height + self.measure.em * 1.7))
            .add(axis)
            .add(marks)
    }

    /// The lanes one below the other: their marks, their names, and where they end.
    fn lanes(&self) -> (El, Vec<El>, f64) {
        let em = self.measure.em;
        let most = most_rows(self.chart.lanes.len());
        let row_height = row_height(em);
        let mut list = el("g").set("role", "list");
        let (mut names, mut keys, mut top) = (Vec::new(), Vec::new(), 0.0);
        for (lane, name) in self.chart.lanes.iter().enumerate() {
            if let Some(name) = name {
                names.push(self.lane_name(name, top));
                top += em * 1.5;
            }
            let marks = self.seen(lane);
            let items: Vec<Item> = marks.iter().map(|(item, _)| *item).collect();
            let rows = self.kept.and_then(|kept| kept.rows.get(lane).copied()).unwrap_or(most);
            let paper = Paper { width: self.measure.width, rows, least: TARGET, em };
            let (placed, rows) = place(&items, &paper);
            for placed in &placed {
                let members = marks.get(placed.items.clone()).unwrap_or_default();
                let at = top + row_height * count(placed.row);
                let mark = mark::view(self, placed, members, at, row_height);
                list = list.add(mark.key(&mark::key(self, members, &mut keys)));
            }
            top += row_height * count(rows.max(1)) + em * 0.4;
        }
        (list, names, top)
    }

    fn lane_name(&self, name: &str, top: f64) -> El {
        let em = self.measure.em;
        let name = cut(name, self.measure.width, &|text| self.measure.of_bold(text) * SMALL);
        el("text.lane@lane")
            .attr("x", &self.left(0.0, 0.0))
            .attr("y", &pixels(top + em * 1.1))
            .text(&name)
    }

    /// What is spoken of a mark, behind the name of its lane.
    pub fn in_lane(&self, mark: &Mark, spoken: &str) -> String {
        let lane = self.chart.lanes.get(mark.lane).and_then(Option::as_deref);
        lane.map_or_else(|| spoken.to_owned(), |lane| [lane, ": ", spoken].concat())
    }

    /// The marks of a lane that are seen, in order of where they begin.
    fn seen(&self, lane: usize) -> Vec<(Item, Mark)> {
        let width = self.measure.width;
        let marks = self.chart.marks.iter().filter(|mark| mark.lane == lane);
        let seen: Vec<(Item, Mark)> = marks
            .filter_map(|mark| {
                let (from, to) = mark::extent(self, &mark.span);
                let is_seen = to >= 0.0 && from <= width;
                let wide = self.measure.of_text(&self.words(mark));
                let label = wide.min(LONGEST * self.measure.advance) + 2.0;
                let item = Item { from: from.max(0.0), to: to.min(width), label };
                is_seen.then_some((item, *mark))
            })
            .collect();
        let starts: Vec<f64> = seen.iter().map(|(item, _)| item.from).collect();
        order(&starts).into_iter().filter_map(|at| seen.get(at).copied()).collect()
    }

    fn ticks(&self) -> Vec<Tick> {
        let begins = self.chart.axis.stretches().first().map_or(0.0, |first| first.from);
        // 1 January of the year 1.
        let room = if begins < -62_135_596_800_000.0 { TICKS.1 } else { TICKS.0 };
        ticks(&self.scale(), self.chart.finest, room * self.measure.em)
    }

    /// Ticks with their labels, and the line they stand on, with its breaks.
    fn axis(&self, mut axis: El, height: f64) -> El {
        let (scale, measure) = (self.scale(), self.measure);
        let ticks = self.ticks();
        let label = |tick| labels::tick(tick, &self.card.locale());
        let labels: Vec<String> = ticks.iter().map(label).collect();
        let wide = |label: &String| measure.of_text(label) * SMALL;
        // The last one ends where the paper does, by the browser's own measure: that of a canvas
        // knows nothing of figures of one width.
        let last = |at: &Label| measure.width - at.x - at.wide < measure.em * 0.5;
        let boxes: Vec<Label> = (ticks.iter().zip(&labels))
            .map(|(tick, label)| (tick, wide(label) + 4.0))
            .map(|(tick, wide)| {
                let x = tick.x.min(measure.width - wide).max(0.0);
                Label { x, wide, leads: tick.leads() }
            })
            .collect();
        let kept = apart(&boxes, measure.em * 0.5, measure.width);
        let bottom = pixels(height);
        for (((tick, label), at), is_kept) in ticks.iter().zip(&labels).zip(&boxes).zip(kept) {
            let x = self.left(tick.x, 0.0);
            axis = axis.add(line("line.tick@tick", &x, "0", &x, &pixels(height + 5.0)));
            if is_kept {
                let (tag, from) = if last(at) {
                    ("text.when last@tick", measure.width)
                } else {
                    ("text.when@tick", at.x + 4.0)
                };
                let below = pixels(height + measure.em * 1.25);
                let start = self.left(from, 0.0);
                axis = axis.add(el(tag).attr("x", &start).attr("y", &below).text(label));
            }
        }
        axis = axis.add(line("line.axis@rail", "0", &bottom, &pixels(measure.width), &bottom));
        let stretches = self.chart.axis.stretches();
        for (before, after) in stretches.iter().zip(stretches.iter().skip(1)) {
            let x = scale.x_of(f64::midpoint(before.until, after.at));
            if x > 0.0 && x < measure.width {
                let bends = after.continues(before);
                axis = axis.add(if bends { self.stroke(x, height) } else { self.gap(x, height) });
            }
        }
        axis
    }

    /// Across the axis: one says that the scale changes.
    fn stroke(&self, x: f64, height: f64) -> El {
        let (low, high) = (self.left(x - 2.0, 0.0), self.left(x + 2.0, 0.0));
        line("line.stroke", &low, &pixels(height + 6.0), &high, &pixels(height - 6.0))
    }

    /// Where the axis is broken: the line stops, and two strokes say so.
    fn gap(&self, x: f64, height: f64) -> El {
        let hole = el("rect.hole")
            .attr("x", &self.left(x - 3.0, 6.0))
            .attr("y", &pixels(height - 2.0))
            .set("width", "6")
            .set("height", "4");
        el("g").add(hole).add(self.stroke(x - 3.0, height)).add(self.stroke(x + 3.0, height))
    }

    /// What the drawing is, for those who do not see it.
    fn sentence(&self) -> String {
        self.counted(Word::TimelineSentence, &self.chart.marks)
    }

    /// By which clock the scale runs, what the axis leaves out, and what the drawing cannot
    /// show.
    pub fn note(&self) -> String {
        let mut notes = Vec::new();
        let locale = self.card.locale();
        // Where no day is told from the next, no clock is either.
        let has_days = || self.ticks().iter().any(|tick| tick.unit <= Unit::Day);
        if let Some(clock) = self.chart.clock.filter(|_| has_days()) {
            let zone = labels::zone(clock, &locale);
            notes.push(fill(self.card.word(Word::TimelineClock), &[("zone", &zone)]));
        }
        for (start, end) in self.chart.axis.breaks() {
            let moment = |millis| labels::end_of_stretch(millis, end - start, &locale);
            let values = [("start", &*moment(start)), ("end", &*moment(end))];
            notes.push(fill(self.card.word(Word::TimelineBreak), &values));
        }
        for stretch in self.chart.axis.bends() {
            let date = labels::round(stretch.from, &locale);
            notes.push(fill(self.card.word(Word::TimelineScale), &[("date", &date)]));
        }
        let events = self.card.story.timeline.as_ref().map_or(0, |timeline| timeline.events.len());
        let undated = events.saturating_sub(self.chart.marks.len());
        if undated > 0 {
            notes.push(self.card.counted(Word::TimelineUndated, undated));
        }
        notes.join(" ")
    }
}
