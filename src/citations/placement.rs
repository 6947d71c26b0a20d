//! Where a note goes. Pure.
//!
//! The browser could place it too (CSS Anchor Positioning 1), and does so until this code is
//! there. But it lays the whole page out for each place it tries, twice, and does not know
//! where a transformed ancestor has moved the marker.

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

impl Around {
    /// Whether a note of this height goes above its marker: it goes where there is more room,
    /// and one that is open already stays on its side as long as it fits there.
    #[must_use]
    pub fn is_above(&self, height: f64, was_above: Option<bool>) -> bool {
        let (above, below) = (self.marker.top, self.window.1 - self.marker.bottom);
        let needed = height + self.gap;
        match was_above {
            Some(true) if above >= needed => true,
            Some(false) if below >= needed => false,
            _ => above > below,
        }
    }

    /// The most that a note can be: as wide as the window, as high as the larger side of
    /// its marker. In CSS pixels.
    #[must_use]
    pub fn room(&self) -> (f64, f64) {
        let height = self.marker.top.max(self.window.1 - self.marker.bottom) - 2.0 * self.gap;
        (self.window.0 / self.unit, height.max(0.0) / self.unit)
    }

    /// How far a note is to be moved, right and down, to stand beside its marker: on with the
    /// text, or back where it does not fit there, or across both sides. In CSS pixels.
    ///
    /// It stays in the window, but where its marker has left that.
    #[must_use]
    pub fn shift(&self, note: Rect, is_above: bool, is_rtl: bool) -> (f64, f64) {
        let (marker, (width, height)) = (self.marker, (note.width(), note.height()));
        let (on, back) = (marker.left, marker.right - width);
        let fits_on = on + width <= self.window.0;
        let left = match (fits_on, back >= 0.0) {
            (true, true) if is_rtl => back,
            (true, _) => on,
            (false, true) => back,
            // Not at the very edge, where the ring of the focus would be cut.
            (false, false) => {
                let edge = self.gap.min((self.window.0 - width) / 2.0);
                let middle = f64::midpoint(marker.left, marker.right) - width / 2.0;
                middle.max(edge).min(self.window.0 - width - edge)
            }
        };
        let above = marker.top - self.gap - height;
        let top = if is_above { above } else { marker.bottom + self.gap };
        // What is too large for the window shows its beginning.
        let within = |start: f64, size: f64, window: f64| start.min(window - size).max(0.0);
        let is_gone = marker.bottom < 0.0 || marker.top > self.window.1;
        let top = if is_gone { top } else { within(top, height, self.window.1) };
        let left = within(left, width, self.window.0);
        ((left - note.left) / self.unit, (top - note.top) / self.unit)
    }
}
