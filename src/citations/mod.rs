//! Citations: the marker in the text, the note that it opens, the list of sources.

mod active;
pub mod copy;
pub mod hover;
pub mod ids;
pub mod list;
pub mod marker;
pub mod note;
mod numbers;
pub mod passage;
pub mod placement;
pub mod pointer;
pub mod popover;
mod position;
mod room;
mod source;
