//! The timeline drawn to scale: where everything goes. Pure.
//!
//! [`Chart`] is what a story's events come to: spans of time, lanes, an axis. A [`Scale`]
//! puts a part of the axis on so many pixels; [`ticks()`] and [`place()`] say what stands
//! where on it. [`Viewport`] is the part that is seen, and what the reader does to it.

mod axis;
mod chart;
mod number;
mod place;

mod span;
mod steps;
mod ticks;
mod uneven;
mod view;
mod viewport;
mod width;

pub use axis::{Axis, Stretch};
pub use chart::{Chart, Mark};
pub(crate) use chart::{LEAST_MARKS, drawn, lanes};
pub(crate) use number::{count, floor, held, order, whole};
pub use place::{Bounds, Item, Paper, Placed, place};
pub use span::{Edge, Span};
pub use steps::Unit;
pub use ticks::{Label, Tick, apart, ticks};
pub use view::{Scale, View};
pub use viewport::{Key, Viewport};
pub use width::{cut, ems};
