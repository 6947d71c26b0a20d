//! What the reader's hand does to the part of the axis that is seen.

use super::number::held;
use super::view::View;

/// What one press of a key or a button, or a notch of the wheel, shows of what is seen.
const STEP: f64 = 0.6;
/// What one press of an arrow moves by, as a part of what is seen.
const ARROW: f64 = 0.25;
/// Wheel pixels for which the window doubles or halves, nearly.
const WHEEL: f64 = 300.0;
/// Pixels that a press may slip before it is a drag.
const SLIP: f64 = 4.0;

/// Keys that mean something to a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Show less, larger.
    In,
    /// Show more, smaller.
    Out,
    /// Show all.
    Whole,
    /// Towards the past.
    Before,
    /// Towards the future.
    After,
}

/// The window and the fingers on it. Places are parts of the drawing's width.
#[derive(Debug, Clone, PartialEq)]
pub struct Viewport {
    /// What is seen.
    pub window: View,
    /// The least that may be seen.
    pub least: f64,
    /// Fingers, or the mouse while its button is held: number and place.
    fingers: Vec<(i32, f64)>,
    /// How far they went since the first came down, in parts of the width.
    slipped: f64,
}

impl Default for Viewport {
    fn default() -> Self {
        Self { window: View::WHOLE, least: 1e-6, fingers: Vec::new(), slipped: 0.0 }
    }
}

impl Viewport {
    /// A key, or the button for the same. Says whether anything came of it.
    pub fn press(&mut self, key: Key) -> bool {
        self.show(match key {
            Key::In => self.window.zoomed(0.5, STEP, self.least),
            Key::Out => self.window.zoomed(0.5, 1.0 / STEP, self.least),
            Key::Whole => View::WHOLE,
            Key::Before => self.window.moved(-ARROW),
            Key::After => self.window.moved(ARROW),
        })
    }

    /// Shows less, larger: of these places those that stand closest.
    pub fn approach(&mut self, places: &[f64]) -> bool {
        let window = self.window;
        let size = window.size() * STEP;
        let is_seen =
            |place: &&f64| **place >= window.from() && **place <= window.from() + window.size();
        let near = |middle: f64| {
            places.iter().filter(|place| (**place - middle).abs() <= size / 4.0).count()
        };
        let middle = window.from() + window.size() / 2.0;
        let best = places.iter().filter(is_seen).copied().reduce(|best, next| {
            let (one, other) = (near(best), near(next));
            let is_nearer = (next - middle).abs() < (best - middle).abs();
            if other > one || other == one && is_nearer { next } else { best }
        });
        let middle = best.unwrap_or(middle);
        self.show(View::new(middle - size / 2.0, middle + size / 2.0, self.least))
    }

    /// The wheel, with the key held that means zoom; so do two fingers on a touchpad.
    pub fn wheel(&mut self, at: f64, pixels: f64) -> bool {
        let factor = 1.0 + pixels.abs().min(WHEEL) / WHEEL;
        let factor = if pixels < 0.0 { 1.0 / factor } else { factor };
        self.show(self.window.zoomed(at, factor, self.least))
    }

    /// Shows what lies between two places of the axis, and some more.
    pub fn open(&mut self, from: f64, to: f64) -> bool {
        let more = (to - from) * 0.15;
        self.show(View::new(from - more, to + more, self.least))
    }

    /// A finger comes down. More than two are one too many.
    pub fn down(&mut self, finger: i32, at: f64) {
        self.up(finger);
        if self.fingers.is_empty() {
            self.slipped = 0.0;
        }
        if self.fingers.len() < 2 {
            self.fingers.push((finger, at));
        }
    }

    /// A finger leaves.
    pub fn up(&mut self, finger: i32) {
        self.fingers.retain(|(other, _)| *other != finger);
    }

    /// Whether fingers went so far, on a drawing of this width, that it was no press.
    #[must_use]
    pub fn is_drag(&self, width: f64) -> bool {
        self.slipped * width > SLIP
    }

    /// A finger moves: one moves what is seen, two zoom it.
    pub fn moved(&mut self, finger: i32, at: f64) -> bool {
        let Some(place) = self.fingers.iter().position(|(other, _)| *other == finger) else {
            return false;
        };
        let other = self.fingers.iter().find(|(other, _)| *other != finger).map(|other| other.1);
        let Some((_, was)) = self.fingers.get_mut(place) else { return false };
        let before = std::mem::replace(was, at);
        self.slipped += (at - before).abs();
        self.show(match other {
            None => self.window.moved(before - at),
            Some(other) => {
                let factor = (before - other).abs() / (at - other).abs().max(0.01);
                self.window.zoomed(other, held(factor, 0.5, 2.0), self.least)
            }
        })
    }

    fn show(&mut self, window: View) -> bool {
        let is_news = window != self.window;
        self.window = window;
        is_news
    }
}
