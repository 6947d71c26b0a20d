//! Citations: the marker in the text, the note that it opens, the list of sources.

mod active;
mod copy;
mod count;
mod following;
pub mod hover;
pub(crate) mod ids;
pub(crate) mod later;
pub(crate) mod list;
pub(crate) mod marker;
mod message;
pub(crate) mod note;
mod numbers;
mod others;
pub mod passage;
pub mod placement;
pub(crate) mod pointer;
pub(crate) mod popover;
mod position;
mod preview;
mod room;
mod source;
pub(crate) mod top_layer;
pub(crate) mod ways;
