//! Ends a drawing's going to and fro between two widths.
//!
//! A box that scrolls once its content is too high gives the width of its scrollbar to that. Where
//! the narrower drawing is the lower one the bar goes again, and with the wider drawing it is back:
//! before each frame, for ever.

/// The widest that a scrollbar is, in pixels, on a page that is shown at half its size.
const BAR: f64 = 40.0;
/// So often the width goes back to what it was before the one before; a reader who folds and
/// unfolds what is beside the card comes to that as well, and has a bar's width left empty.
const MOST: u8 = 3;

/// What is known of the widths until now.
#[derive(Debug, Default)]
pub struct Steady {
    /// The width before the one that is drawn on.
    before: f64,
    /// How often it went back to that, one time after another.
    turns: u8,
}

impl Steady {
    /// On which width to draw where there is `room` for it: on that, or on what is drawn on now.
    pub fn width(&mut self, now: f64, room: f64) -> f64 {
        let is_same = |one: f64, other: f64| (one - other).abs() < 0.5;
        if is_same(now, room) {
            return room;
        }
        self.turns = if is_same(self.before, room) { self.turns.saturating_add(1) } else { 0 };
        if self.turns >= MOST && room > now && room - now <= BAR {
            return now;
        }
        self.before = now;
        room
    }
}
