//! The timeline drawn to scale: where everything goes. Pure.
//!
//! [`Chart`] is what a story's events come to: spans of time, lanes, an axis. A [`Scale`]
//! puts a part of the axis on so many pixels; [`ticks()`] and [`place()`] say what stands
//! where on it. [`Hand`] is what the reader's hand does to the part that is seen.

mod axis;
mod chart;
mod hand;
mod number;
mod place;
mod scale;
mod span;
mod ticks;
mod width;

pub use axis::{Axis, Stretch};
pub use chart::{Chart, Mark};
pub use hand::{Hand, Key};
pub(crate) use number::{count, held, order, whole};
pub use place::{Box, Item, Placed, Room, place};
pub use scale::{Scale, Window};
pub use span::{Edge, Span};
pub use ticks::{Tick, Unit, apart, ticks};
pub use width::{cut, ems};
