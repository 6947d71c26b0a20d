//! Where the axis has its ticks, from minutes to millions of years.

use super::axis::Stretch;
use super::number::{floor, held, real};
use super::view::Scale;
use crate::story::{EdtfDate, Precision, day_of_1970, days_since_1970};

const MINUTE: f64 = 60_000.0;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;
/// The mean Gregorian year.
const YEAR: f64 = 365.2425 * DAY;

/// What a tick counts. Finer units come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Minutes and hours.
    Time,
    /// Days.
    Day,
    /// Months.
    Month,
    /// Years.
    Year,
}

impl Unit {
    /// The unit of the finest date: nothing finer is known, so nothing finer is written.
    #[must_use]
    pub fn finest<'d>(dates: impl Iterator<Item = &'d EdtfDate>) -> Self {
        let ends = dates.flat_map(|date| [date.start().point(), date.end().point()]);
        let units = ends.flatten().map(|point| match point.precision() {
            Precision::Second { .. } => Self::Time,
            Precision::Day { .. } => Self::Day,
            Precision::Month(_) => Self::Month,
            // The months of a season depend on the hemisphere.
            Precision::Season(_) | Precision::Year | Precision::Decade | Precision::Century => {
                Self::Year
            }
        });
        units.min().unwrap_or(Self::Year)
    }
}

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

/// How far apart ticks are: so many minutes, days, months or years.
#[derive(Debug, Clone, Copy)]
struct Step(Unit, i64);

/// Steps that people count in. Years go on in 1, 2, 5 and their tens.
const STEPS: [Step; 13] = [
    Step(Unit::Time, 1),
    Step(Unit::Time, 5),
    Step(Unit::Time, 15),
    Step(Unit::Time, 30),
    Step(Unit::Time, 60),
    Step(Unit::Time, 180),
    Step(Unit::Time, 360),
    Step(Unit::Day, 1),
    Step(Unit::Day, 2),
    Step(Unit::Day, 7),
    Step(Unit::Month, 1),
    Step(Unit::Month, 3),
    Step(Unit::Month, 6),
];

/// The ticks of all stretches that are seen, in order, none finer than `finest`. `room`
/// is the least distance between two in pixels.
#[must_use]
pub fn ticks(scale: &Scale, finest: Unit, room: f64) -> Vec<Tick> {
    let mut ticks = Vec::new();
    for stretch in scale.axis.stretches() {
        let visible = |part: f64| {
            let place = scale.window.from() + scale.window.size() * part;
            held(place, stretch.at, stretch.until)
        };
        let (from, to) = (visible(0.0), visible(1.0));
        if from < to {
            let seen = (instant(stretch, from), instant(stretch, to));
            of_stretch(scale, seen, finest, room, &mut ticks);
        }
    }
    ticks
}

/// The instant at a place of a stretch.
fn instant(stretch: &Stretch, place: f64) -> f64 {
    let part = (place - stretch.at) / (stretch.until - stretch.at);
    stretch.from + part * (stretch.to - stretch.from)
}

fn of_stretch(scale: &Scale, seen: (f64, f64), finest: Unit, room: f64, ticks: &mut Vec<Tick>) {
    let length = seen.1 - seen.0;
    let pixels = scale.x(seen.1) - scale.x(seen.0);
    let least = length * room / pixels.max(1.0);
    let step = step(finest, least);
    let before = ticks.len();
    // Twice as many as fit cannot be: the steps are uneven by less than that.
    let most = 2 + whole_times(length, least) * 2;
    let mut at = first(step, seen.0);
    let mut free = scale.pad - 0.5;
    for _ in 0..most {
        let millis = instant_of(step, at);
        if millis > seen.1 {
            break;
        }
        let x = scale.x(millis);
        // Where a year is less than numbers can tell apart, ticks would fall anywhere.
        let is_seen = millis >= seen.0 && x >= free && x <= scale.width - scale.pad + 0.5;
        if is_seen {
            free = x + room * 0.85;
            let is_first = ticks.len() == before;
            ticks.push(Tick { x, millis, unit: step.0, is_first });
        }
        at += step.1;
    }
}

fn whole_times(length: f64, least: f64) -> i64 {
    floor(length / least).clamp(0, 200)
}

/// The finest step that leaves `least` milliseconds between ticks.
fn step(finest: Unit, least: f64) -> Step {
    let known = STEPS.into_iter().filter(|step| step.0 >= finest);
    if let Some(step) = known.into_iter().find(|step| millis_of(*step) >= least) {
        return step;
    }
    let mut years = 1;
    // Up to 1e17 years, past the end of any date.
    for _ in 0..17 {
        for times in [1, 2, 5] {
            if real(years * times) * YEAR >= least {
                return Step(Unit::Year, years * times);
            }
        }
        years *= 10;
    }
    Step(Unit::Year, years)
}

fn millis_of(Step(unit, number): Step) -> f64 {
    real(number)
        * match unit {
            Unit::Time => MINUTE,
            Unit::Day => DAY,
            // A little less than the shortest February, which has its ticks too.
            Unit::Month => 27.9 * DAY,
            Unit::Year => YEAR,
        }
}

/// The last count at or before an instant: minutes or days since 1970, months or years
/// since the year 0.
fn first(Step(unit, number): Step, millis: f64) -> i64 {
    let days = floor(millis / DAY);
    let at = match unit {
        Unit::Time => floor(millis / MINUTE),
        // 1970 began on a Thursday; a week begins on Monday.
        Unit::Day if number == 7 => return (days + 3).div_euclid(7) * 7 - 3,
        Unit::Day => days,
        Unit::Month => {
            let (year, month, _) = day_of_1970(days);
            year * 12 + i64::from(month) - 1
        }
        Unit::Year => day_of_1970(days).0,
    };
    at.div_euclid(number) * number
}

/// The instant of a count.
fn instant_of(Step(unit, number): Step, at: i64) -> f64 {
    match unit {
        Unit::Time => real(at) * MINUTE,
        Unit::Day => real(at) * DAY,
        Unit::Month => {
            let month = u8::try_from(at.rem_euclid(12) + 1).unwrap_or(1);
            real(days_since_1970(at.div_euclid(12), month, 1)) * DAY
        }
        // Round years are those that are written: 500 BCE is the astronomical -499, and
        // between 1 BCE and 1 CE there is no 0.
        Unit::Year => {
            let year = if number > 1 && at <= 0 { at + 1 } else { at };
            real(days_since_1970(year, 1, 1)) * DAY
        }
    }
}

/// Which labels are kept, of those that begin at a place and have a width: none lies over
/// the one before it, none leaves the paper.
#[must_use]
pub fn apart(labels: &[(f64, f64)], gap: f64, width: f64) -> Vec<bool> {
    let mut free = 0.0;
    let mut keep = |(x, wide): &(f64, f64)| {
        let is_kept = *x >= free && x + wide <= width;
        if is_kept {
            free = x + wide + gap;
        }
        is_kept
    };
    labels.iter().map(&mut keep).collect()
}
