//! Where the axis has its ticks, from minutes to millions of years.

use super::axis::Stretch;
use super::number::{floor, held};
use super::steps::{Unit, first, instant_of, step};
use super::view::Scale;

/// A line across the drawing and what it stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tick {
    /// Pixels from the start of the paper.
    pub x: f64,
    /// The instant by the clock of the axis, in milliseconds since 1970.
    pub millis: f64,
    /// What the ticks beside it count.
    pub unit: Unit,
    /// Whether it is the first of its stretch, where all of the date is told.
    pub is_first: bool,
}

impl Tick {
    /// Whether it begins a day among hours, or a year: its label says so.
    #[must_use]
    pub fn leads(&self) -> bool {
        let round = Unit::of_round(self.millis);
        round > self.unit && (self.unit == Unit::Time || round == Unit::Year)
    }
}

/// The ticks of all stretches that are seen, in order, none finer than `finest`. `room`
/// is the least distance between two in pixels.
#[must_use]
pub fn ticks(scale: &Scale, finest: Unit, room: f64) -> Vec<Tick> {
    let mut ticks = Vec::new();
    let mut before: Option<&Stretch> = None;
    for stretch in scale.axis.stretches() {
        let visible = |part: f64| {
            let place = scale.window.from() + scale.window.size() * part;
            held(place, stretch.at, stretch.until)
        };
        let (from, to) = (visible(0.0), visible(1.0));
        if from < to {
            let seen = (instant(stretch, from), instant(stretch, to));
            // Where the scale changes there is a tick, whatever the steps.
            let bends = before.is_some_and(|before| stretch.continues(before));
            let bend = (bends && from <= stretch.at).then_some(stretch.from);
            of_stretch(scale, seen, bend, (finest, room), &mut ticks);
        }
        before = Some(stretch);
    }
    ticks
}

/// The instant at a place of a stretch.
fn instant(stretch: &Stretch, place: f64) -> f64 {
    let part = (place - stretch.at) / (stretch.until - stretch.at);
    stretch.from + part * (stretch.to - stretch.from)
}

fn of_stretch(
    scale: &Scale,
    seen: (f64, f64),
    bend: Option<f64>,
    (finest, room): (Unit, f64),
    ticks: &mut Vec<Tick>,
) {
    let length = seen.1 - seen.0;
    let pixels = scale.x(seen.1) - scale.x(seen.0);
    let least = length * room / pixels.max(1.0);
    let step = step(finest, least);
    let near = room * 0.85;
    let mut free = scale.pad - 0.5;
    if let Some(millis) = bend {
        let x = scale.x(millis);
        let unit = step.0.min(Unit::of_round(millis)).max(finest);
        // Those before it give way.
        ticks.retain(|tick| tick.x + near <= x);
        ticks.push(Tick { x, millis, unit, is_first: true });
        free = x + near;
    }
    let before = ticks.len() - usize::from(bend.is_some());
    // Twice as many as fit cannot be: the steps are uneven by less than that.
    let most = 2 + whole_times(length, least) * 2;
    let mut at = first(step, seen.0);
    for _ in 0..most {
        let millis = instant_of(step, at);
        if millis > seen.1 {
            break;
        }
        let x = scale.x(millis);
        // Where a year is less than numbers can tell apart, ticks would fall anywhere.
        let is_seen = millis >= seen.0 && x >= free && x <= scale.width - scale.pad + 0.5;
        if is_seen {
            free = x + near;
            let is_first = ticks.len() == before;
            ticks.push(Tick { x, millis, unit: step.0, is_first });
        }
        at = at.saturating_add(step.1);
    }
}

fn whole_times(length: f64, least: f64) -> i64 {
    floor(length / least).clamp(0, 200)
}

/// A label along the scale: where it begins, how wide it is, and whether it tells of a new day or
/// year.
#[derive(Debug, Clone, Copy)]
pub struct Label {
    /// Pixels from the start of the paper.
    pub x: f64,
    /// Pixels.
    pub wide: f64,
    /// Whether it begins what the labels beside it do not tell.
    pub leads: bool,
}

/// Which labels are kept: none lies over the one before it, none leaves the paper. One that
/// leads comes before one that does not, or nobody knew of which day the hours are.
#[must_use]
pub fn apart(labels: &[Label], gap: f64, width: f64) -> Vec<bool> {
    let mut kept = vec![false; labels.len()];
    // What is kept last, and where what is before that ends.
    let (mut last, mut before): (Option<usize>, f64) = (None, 0.0);
    for (index, label) in labels.iter().enumerate() {
        let known = last.and_then(|last| labels.get(last));
        let free = known.map_or(0.0, |known| known.x + known.wide + gap);
        if label.x + label.wide > width {
            continue;
        }
        if label.x >= free {
            before = free;
        } else if label.leads && known.is_some_and(|known| !known.leads) && label.x >= before {
            last.and_then(|last| kept.get_mut(last)).into_iter().for_each(|kept| *kept = false);
        } else {
            continue;
        }
        last = Some(index);
        kept.get_mut(index).into_iter().for_each(|kept| *kept = true);
    }
    kept
}
