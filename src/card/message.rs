//! What a card is told.

use crate::citations::popover;
use crate::error::Error;
#[cfg(feature = "load")]
use crate::loading::handle;
use crate::loading::{Document, Times};
use crate::sections::Action;
use crate::settings::Settings;

/// What the component is told.
#[derive(Debug)]
pub enum Message {
    /// What the card has asked for has come, or has not.
    #[cfg(feature = "load")]
    Load(handle::Message),
    /// What the loader has got: a document to show, or what went wrong.
    Show(Result<Document, Error>, Times),
    /// The story was asked for again, and is the same.
    Unchanged,
    /// The publisher chose otherwise.
    Choose(Settings),
    /// Bring the element with this id into view; whether it takes the focus.
    GoTo(String, bool),
    /// Open or close the section with this id.
    Open(String, bool),
    /// The page wants something of the sections.
    Act(Action),
    /// The page wants to know when all that came before is drawn.
    Await,
    /// Something that may open or close the note.
    Note(popover::Message),
    /// It is time to draw more of a large story.
    DrawOn,
    /// The reader wrote something into the box that searches a list.
    Search(web_sys::HtmlInputElement),
    /// The section with this id was opened or closed.
    ToggledSection(String, bool),
    /// The reader folds or unfolds sections.
    Fold(Action),
    /// The reader pressed this, which leads to the element with this id.
    Jump(web_sys::Element, String),
    /// The reader wants the story to be asked for again.
    Retry,
}
