//! Events and a width in, boxes out: each mark has a row in which it and its words stand
//! alone. Where too many come together, neighbours become one counted cluster.

use std::ops::Range;

use super::number::{count, floor, held};

/// Halvings of the width down to the finest stretch that is clustered: a pixel or so.
const LEVELS: i32 = 11;
/// Rounds after which every stretch grows, not only those that are too full.
const PATIENCE: usize = 30;
/// The most that words take, in em, for all to have some: the first of these for which
/// every mark finds a row is taken.
const LABELS: [f64; 3] = [18.0, 11.0, 6.5];

/// A mark to be placed. All is in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// How wide its words are.
    pub label: f64,
}

/// The paper for one lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paper {
    /// Width in pixels.
    pub width: f64,
    /// The most rows.
    pub rows: usize,
    /// The least width of a mark: what a finger needs.
    pub least: f64,
    /// Height of a letter in pixels.
    pub em: f64,
}

/// From where to where, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Its start.
    pub from: f64,
    /// Its end.
    pub to: f64,
}

/// A mark, or a cluster of marks, in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Which items: one, or those of a cluster.
    pub items: Range<usize>,
    /// Its row, from the top. Clusters have the last row to themselves.
    pub row: usize,
    /// All that it covers.
    pub bounds: Bounds,
    /// Where its words stand.
    pub label: Bounds,
}

impl Placed {
    /// Whether it stands for several.
    #[must_use]
    pub fn is_cluster(&self) -> bool {
        self.items.len() > 1
    }
}

/// Neighbours that are one, up to a stretch of a halving of the width.
#[derive(Debug, Clone)]
struct Group {
    items: Range<usize>,
    level: i32,
    /// Whether it lies over the cluster before it: they are one, in whatever stretches.
    overlaps: bool,
}

/// Places items, which are in order of `from` and inside the paper, and says how many
/// rows they take.
#[must_use]
pub fn place(items: &[Item], paper: &Paper) -> (Vec<Placed>, usize) {
    let mut groups: Vec<Group> =
        (0..items.len()).map(|at| Group { items: at..at + 1, level: 0, overlaps: false }).collect();
    let mut cap = paper.em;
    for label in LABELS {
        cap = label * paper.em;
        let attempt = Attempt::of(&groups, items, paper, cap);
        if attempt.failed.is_empty() {
            return attempt.finished(items, paper);
        }
    }
    let mut round = 0;
    loop {
        let attempt = Attempt::of(&groups, items, paper, cap);
        if attempt.failed.is_empty() || groups.len() < 2 {
            return attempt.finished(items, paper);
        }
        let failed = if round < PATIENCE { attempt.failed } else { (0..groups.len()).collect() };
        groups = coarser(&groups, &failed, items, paper.width);
        round += 1;
    }
}

/// What comes of putting each group into the first row that is free.
struct Attempt {
    placed: Vec<Placed>,
    rows: usize,
    /// Groups for which there was no row.
    failed: Vec<usize>,
}

impl Attempt {
    fn of(groups: &[Group], items: &[Item], paper: &Paper, cap: f64) -> Self {
        let has_clusters = groups.iter().any(|group| group.items.len() > 1);
        // The last row is that of clusters; a lane has one for marks all the same.
        let most = paper.rows.saturating_sub(usize::from(has_clusters)).max(1);
        let mut free: Vec<f64> = Vec::new();
        let mut crowd = f64::NEG_INFINITY;
        let (mut placed, mut failed) = (Vec::new(), Vec::new());
        let gap = paper.em * 0.8;
        for (index, group) in groups.iter().enumerate() {
            let Some(item) = items.get(group.items.start) else { continue };
            if group.items.len() > 1 {
                let bounds = cluster(items, group, paper);
                if bounds.from < crowd {
                    failed.push(index);
                } else {
                    crowd = bounds.to + 4.0;
                    let items = group.items.clone();
                    placed.push(Placed { items, row: usize::MAX, bounds, label: bounds });
                }
                continue;
            }
            let (bounds, label) = alone(item, paper, cap);
            let row = free.iter().position(|free| *free <= bounds.from);
            let row = row.or((free.len() < most).then_some(free.len()));
            let Some(row) = row else {
                failed.push(index);
                continue;
            };
            let until = bounds.to + gap;
            match free.get_mut(row) {
                Some(free) => *free = until,
                None => free.push(until),
            }
            placed.push(Placed { items: group.items.clone(), row, bounds, label });
        }
        let rows = free.len() + usize::from(has_clusters);
        for cluster in placed.iter_mut().filter(|placed| placed.is_cluster()) {
            cluster.row = free.len();
        }
        Self { placed, rows, failed }
    }

    /// Gives words that were cut the room that was left over beside them.
    fn finished(mut self, items: &[Item], paper: &Paper) -> (Vec<Placed>, usize) {
        let gap = paper.em * 0.8;
        let mut next = vec![paper.width; self.rows];
        for placed in self.placed.iter_mut().rev().filter(|placed| !placed.is_cluster()) {
            let Some(next) = next.get_mut(placed.row) else { continue };
            let full = items.get(placed.items.start).map_or(0.0, |item| item.label);
            let to = (placed.label.from + full).min(*next).max(placed.label.to);
            placed.label.to = to;
            placed.bounds.to = placed.bounds.to.max(to);
            *next = placed.bounds.from - gap;
        }
        let mut before = vec![0.0; self.rows];
        for placed in self.placed.iter_mut().filter(|placed| !placed.is_cluster()) {
            let Some(before) = before.get_mut(placed.row) else { continue };
            let full = items.get(placed.items.start).map_or(0.0, |item| item.label);
            let from = (placed.label.to - full).max(*before).min(placed.label.from);
            placed.label.from = from;
            placed.bounds.from = placed.bounds.from.min(from);
            *before = placed.bounds.to + gap;
        }
        (self.placed, self.rows)
    }
}

/// The box of a mark with its words: they begin with it, or end at the paper's end.
fn alone(item: &Item, paper: &Paper, cap: f64) -> (Bounds, Bounds) {
    let wide = item.label.min(cap).min(paper.width);
    let from = item.from.min(paper.width - wide).max(0.0);
    let label = Bounds { from, to: from + wide };
    let bounds = Bounds { from: item.from.min(label.from), to: item.to.max(label.to) };
    (at_least(bounds, paper), label)
}

/// The box of a cluster: in the middle of its marks, as wide as its count.
fn cluster(items: &[Item], group: &Group, paper: &Paper) -> Bounds {
    let at = |index: usize| items.get(index).map_or(0.0, |item| item.from);
    let middle = f64::midpoint(at(group.items.start), at(group.items.end.saturating_sub(1)));
    let digits = count(group.items.len().to_string().len());
    let half = paper.least.max(paper.em * (0.6 * digits + 1.0)) / 2.0;
    at_least(Bounds { from: middle - half, to: middle + half }, paper)
}

/// A box that a finger can meet, moved onto the paper.
fn at_least(bounds: Bounds, paper: &Paper) -> Bounds {
    let missing = (paper.least - (bounds.to - bounds.from)).max(0.0) / 2.0;
    let wide = (bounds.to - bounds.from + 2.0 * missing).min(paper.width);
    let from = (bounds.from - missing).min(paper.width - wide).max(0.0);
    Bounds { from, to: from + wide }
}

/// Lets the stretches of the groups that failed grow to twice their size, and joins what
/// is in one.
fn coarser(groups: &[Group], failed: &[usize], items: &[Item], width: f64) -> Vec<Group> {
    let stretch = |group: &Group, level: i32| {
        let from = items.get(group.items.start).map_or(0.0, |item| item.from);
        // The paper's last pixel belongs to the stretch before it.
        let part = held(from / width, 0.0, 1.0 - f64::EPSILON);
        floor(part * f64::from(1 << (LEVELS - level).clamp(0, LEVELS)))
    };
    let mut grown: Vec<Group> = groups.to_vec();
    for index in failed {
        if let Some(group) = grown.get_mut(*index) {
            if group.items.len() > 1 {
                group.overlaps = true;
            } else {
                group.level = (group.level + 1).min(LEVELS);
            }
        }
    }
    let mut joined: Vec<Group> = Vec::new();
    for mut group in grown {
        while let Some(last) = joined.last() {
            let level = last.level.max(group.level);
            if !group.overlaps && (level == 0 || stretch(last, level) != stretch(&group, level)) {
                break;
            }
            group = Group { items: last.items.start..group.items.end, level, overlaps: false };
            joined.pop();
        }
        joined.push(group);
    }
    joined
}
