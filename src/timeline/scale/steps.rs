//! The steps that people count time in, and where they lead.

use super::number::{floor, real};
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

    /// The longest unit that begins at this instant.
    #[must_use]
    pub fn of_round(millis: f64) -> Self {
        let days = floor(millis / DAY);
        let (year, month, day) = day_of_1970(days);
        match (month, day) {
            // There days are less than numbers can tell apart.
            _ if !(-9_999..=9_999).contains(&year) => Self::Year,
            _ if real(days) * DAY < millis => Self::Time,
            (1, 1) => Self::Year,
            (_, 1) => Self::Month,
            _ => Self::Day,
        }
    }
}

/// How far apart ticks are: so many minutes, days, months or years.
#[derive(Debug, Clone, Copy)]
pub struct Step(pub Unit, pub i64);

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

/// The finest step that leaves `least` milliseconds between ticks.
pub fn step(finest: Unit, least: f64) -> Step {
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

/// The roundest date after one instant and not after another: that which the longest steps
/// lead to, of those that are not shorter than `least`.
pub fn roundest(from: f64, to: f64, least: f64) -> Option<f64> {
    let date = |step: Step| {
        let length = millis_of(step);
        // Longer steps lead far beyond the calendar.
        let is_step = length >= least && length <= to.abs().max(2_000.0 * YEAR);
        let date = is_step.then(|| instant_of(step, first(step, to)));
        date.filter(|date| *date > from && *date <= to)
    };
    let mut tens = 10_i64.pow(16);
    while tens > 0 {
        for times in [5, 2, 1] {
            let date = date(Step(Unit::Year, tens * times));
            if date.is_some() {
                return date;
            }
        }
        tens /= 10;
    }
    STEPS.into_iter().rev().find_map(date)
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
pub fn first(Step(unit, number): Step, millis: f64) -> i64 {
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
pub fn instant_of(Step(unit, number): Step, at: i64) -> f64 {
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
            // Years of more digits are written as they are.
            let year = if number > 1 && (-9_999..=0).contains(&at) { at + 1 } else { at };
            real(days_since_1970(year, 1, 1)) * DAY
        }
    }
}
