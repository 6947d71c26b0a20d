//! A part of the axis on so many pixels.

use super::axis::Axis;
use super::number::held;

/// The part of the axis that is seen, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    from: f64,
    to: f64,
}

impl View {
    /// All of the axis.
    pub const WHOLE: Self = Self { from: 0.0, to: 1.0 };

    /// From one place to another, as near as can be: at least `least` wide, and on the axis.
    #[must_use]
    pub fn new(from: f64, to: f64, least: f64) -> Self {
        // What is no number comes out as all of the axis.
        let size = (to - from).max(least).min(1.0);
        let from = held(f64::midpoint(from, to) - size / 2.0, 0.0, 1.0 - size);
        if from.is_nan() { Self::WHOLE } else { Self { from, to: from + size } }
    }

    /// Where it begins.
    #[must_use]
    pub const fn from(&self) -> f64 {
        self.from
    }

    /// How much of the axis it shows.
    #[must_use]
    pub fn size(&self) -> f64 {
        self.to - self.from
    }

    /// Whether all of the axis is seen.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.size() >= 1.0
    }

    /// Shows `factor` times as much, at least `least`; the place at `part` of the window
    /// stays where it is.
    #[must_use]
    pub fn zoomed(&self, part: f64, factor: f64, least: f64) -> Self {
        let size = (self.size() * factor).max(least).min(1.0);
        let from = self.from + (self.size() - size) * part;
        Self::new(from, from + size, size)
    }

    /// The same stretch of time on the axis of a newer version.
    #[must_use]
    pub fn on(&self, before: &Axis, now: &Axis, least: f64) -> Self {
        if self.is_whole() {
            return *self;
        }
        let place = |place| now.place(before.millis(place));
        Self::new(place(self.from), place(self.to), least)
    }

    /// Moves by a part of itself.
    #[must_use]
    pub fn moved(&self, part: f64) -> Self {
        let by = self.size() * part;
        Self::new(self.from + by, self.to + by, self.size())
    }
}

/// Where on the paper an instant stands.
#[derive(Debug, Clone, Copy)]
pub struct Scale<'a> {
    /// The axis.
    pub axis: &'a Axis,
    /// The part of it that is seen.
    pub window: View,
    /// Width of the paper in pixels.
    pub width: f64,
    /// Pixels on either side of the axis, so that a mark at its end is whole.
    pub pad: f64,
}

impl Scale<'_> {
    /// Pixels from the start of the paper; beyond it for what is not seen.
    #[must_use]
    pub fn x(&self, millis: f64) -> f64 {
        self.x_of(self.axis.place(millis))
    }

    /// The same of a place on the axis.
    #[must_use]
    pub fn x_of(&self, place: f64) -> f64 {
        let part = (place - self.window.from) / self.window.size();
        self.pad + part * (self.width - 2.0 * self.pad)
    }
}
