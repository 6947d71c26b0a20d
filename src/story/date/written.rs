//! Dates as EDTF has them: what `parse::edtf` reads, written back.

use std::fmt;

use super::{Bound, EdtfDate, Point, Precision, Qualifier, Season};

/// EDTF, or where the date has a time of day, RFC 3339.
///
/// ```
/// use story_card::story::{EdtfDate, Point, Precision, Qualifier};
///
/// let year = Point::new(-43, Precision::Year).ok_or("no such year")?;
/// let date = EdtfDate::on(year.qualified(Some(Qualifier::Approximate)));
/// assert_eq!(date.to_string(), "-0043~");
/// # Ok::<(), &str>(())
/// ```
impl fmt::Display for EdtfDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.point() {
            Some(point) => write!(f, "{point}"),
            None => write!(f, "{}/{}", self.start(), self.end()),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(point) => write!(f, "{point}"),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, precision) = (self.year(), self.precision());
        let sign = if year < 0 { "-" } else { "" };
        let digits = year.unsigned_abs();
        match precision {
            // Before our era the first year is the one with the largest number: `-20XX`
            // begins in -2099.
            Precision::Century => write!(f, "{sign}{:02}XX", digits / 100)?,
            Precision::Decade => write!(f, "{sign}{:03}X", digits / 10)?,
            Precision::Year if digits > 9_999 => write!(f, "Y{sign}{digits}")?,
            _ => write!(f, "{sign}{digits:04}")?,
        }
        match precision {
            Precision::Century | Precision::Decade | Precision::Year => {}
            Precision::Season(season) => write!(f, "-{}", number(season))?,
            Precision::Month(month) => write!(f, "-{month:02}")?,
            Precision::Day { month, day } | Precision::Second { month, day, .. } => {
                write!(f, "-{month:02}-{day:02}")?;
            }
        }
        match precision {
            Precision::Year | Precision::Month(_) if self.is_unspecified() => f.write_str("-XX")?,
            Precision::Second { time, .. } => {
                let mut clock = String::new();
                time.push_to(&mut clock);
                f.write_str(&clock)?;
            }
            _ => {}
        }
        f.write_str(match self.qualifier() {
            None => "",
            Some(Qualifier::Uncertain) => "?",
            Some(Qualifier::Approximate) => "~",
            Some(Qualifier::UncertainAndApproximate) => "%",
        })
    }
}

fn number(season: Season) -> u8 {
    match season {
        Season::Spring => 21,
        Season::Summer => 22,
        Season::Autumn => 23,
        Season::Winter => 24,
    }
}
