//! How far a note stands from where it belongs. Pure.
//!
//! The browser places a note beside its marker. Some do so as if no ancestor of the
//! marker were transformed (CSS Anchor Positioning 1 left transforms out at first): the
//! note is then as far off as the transform moves the marker.

/// A box on the screen, in CSS pixels.
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

/// Rounding, and the space that a flipped note keeps, are no distance.
const TOLERANCE: f64 = 6.0;

/// How far a note is to be moved, right and down, to stand `gap` below its marker, or
/// above it where there is no room; nothing where it does stand beside it.
#[must_use]
pub fn shift(marker: Rect, note: Rect, window: (f64, f64), gap: f64) -> Option<(f64, f64)> {
    let (width, height) = (note.right - note.left, note.bottom - note.top);
    let below = marker.bottom + gap;
    let above = marker.top - gap - height;
    let is_near = |top: f64| (note.top - top).abs() <= TOLERANCE;
    let is_at_its_side =
        note.left <= marker.right + TOLERANCE && note.right >= marker.left - TOLERANCE;
    if is_at_its_side && (is_near(below) || is_near(above)) {
        return None;
    }
    let top = if below + height <= window.1 || above < 0.0 { below } else { above };
    // What is too large for the window shows its beginning.
    let within = |start: f64, size: f64, window: f64| start.min(window - size).max(0.0);
    Some((
        within(marker.left, width, window.0) - note.left,
        within(top, height, window.1) - note.top,
    ))
}
