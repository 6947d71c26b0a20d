//! What a note is told, and what comes of it.

use super::hover::{How, Input};
use super::pointer::Place;

/// What a note is told.
#[derive(Debug)]
pub enum Message {
    /// The reader does this, or time has passed.
    Input(Input),
    /// This marker was pressed; whether by a key, or by what reads the screen.
    Pressed(String, bool),
    /// The focus came to this; whether the reader moved it there.
    Focused(Place, bool),
    /// A pointer was put down in the note.
    Grasped,
    /// The focus has left the window, by no key.
    Left,
    /// It has left it long enough for the browser to know where it is.
    Gone,
    /// It is to close, whatever keeps it open.
    Dismiss,
    /// It was opened or closed.
    Toggled(bool),
}

/// What comes of a message.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Whether there is something else to draw in the note.
    pub is_news: bool,
    /// How a note was opened, or pinned: the page is told.
    pub cited: Option<How>,
}
