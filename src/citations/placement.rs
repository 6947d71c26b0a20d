//! Where a note belongs, and how far it is off. Pure.
//!
//! The browser places a note beside its marker. Some do so as if no ancestor of the
//! marker were transformed (CSS Anchor Positioning 1 left transforms out at first): the
//! note is then as far off as the transform moves the marker. Where the page is zoomed by
//! CSS a note may also be wider than the window, for its lengths are zoomed too.

/// A box on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

impl Rect {
    /// From the left edge to the right.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// From the top edge to the bottom.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }
}

/// What a note has to stand between. All lengths are in pixels of the window, which are not
/// those that the browser is told lengths in where the page is zoomed by CSS.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Around {
    /// The marker.
    pub marker: Rect,
    /// Width and height of the window.
    pub window: (f64, f64),
    /// The space between marker and note.
    pub gap: f64,
    /// How many of them a CSS pixel of the note is.
    pub unit: f64,
}

/// Rounding, and the space that a flipped note keeps, are no distance; in CSS pixels.
const TOLERANCE: f64 = 6.0;

impl Around {
    /// Whether the note stands where it belongs: beside its marker, and no part of it off
    /// the window. One that has gone out of the window with its marker is well, too.
    #[must_use]
    pub fn holds(&self, note: Rect) -> bool {
        let (marker, tolerance) = (self.marker, TOLERANCE * self.unit);
        let gap = (note.top - marker.bottom).max(marker.top - note.bottom);
        let is_near = (gap - self.gap).abs() <= tolerance;
        let is_at_its_side =
            note.left <= marker.right + tolerance && note.right >= marker.left - tolerance;
        let part = self.unit / 2.0;
        let is_whole = note.left >= -part
            && note.top >= -part
            && note.right <= self.window.0 + part
            && note.bottom <= self.window.1 + part;
        let is_gone = marker.bottom < 0.0 || marker.top > self.window.1;
        is_near && is_at_its_side && (is_whole || is_gone)
    }

    /// The most that a note can be: as wide as the window, as high as the larger side of
    /// its marker. In CSS pixels.
    #[must_use]
    pub fn room(&self) -> (f64, f64) {
        let height = self.marker.top.max(self.window.1 - self.marker.bottom) - 2.0 * self.gap;
        (self.window.0 / self.unit, height.max(0.0) / self.unit)
    }

    /// How far a note is to be moved, right and down, to stand below its marker, or above
    /// it where there is no room. In CSS pixels.
    #[must_use]
    pub fn shift(&self, note: Rect) -> (f64, f64) {
        let (width, height) = (note.width(), note.height());
        let below = self.marker.bottom + self.gap;
        let above = self.marker.top - self.gap - height;
        let top = if below + height <= self.window.1 || above < 0.0 { below } else { above };
        // What is too large for the window shows its beginning.
        let within = |start: f64, size: f64, window: f64| start.min(window - size).max(0.0);
        let left = within(self.marker.left, width, self.window.0);
        let top = within(top, height, self.window.1);
        ((left - note.left) / self.unit, (top - note.top) / self.unit)
    }
}
