//! What a card tells the page around it.

use std::rc::Rc;

use yew::prelude::*;

use crate::citations::hover::How;
use crate::error::Error;
use crate::loading::Document;
use crate::parse::Problem;
use crate::story::Story;

/// What happened to a card, for the page around it. There will be more.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum CardEvent {
    /// A story is shown.
    Loaded {
        /// The story.
        story: Rc<Story>,
        /// How many markers its texts hold.
        citations: usize,
        /// What was wrong with its document.
        problems: Rc<[Problem]>,
        /// The document it came in; none for a story given as a value.
        document: Option<Rc<Document>>,
    },
    /// Something was wrong with the story that showed only later: a picture did not come.
    Problem(Problem),
    /// No story can be shown.
    Failed(Error),
    /// A refresh failed; the older story is still shown.
    Kept(Error),
    /// The reader opened or closed a section.
    Toggled {
        /// The section's id.
        id: String,
        /// Open or closed.
        open: bool,
    },
    /// The reader opened a note.
    Cited {
        /// The source's id.
        id: String,
        /// Where the source is.
        url: Option<String>,
        /// How its note was opened.
        how: How,
    },
    /// A link in the story has led to a place in it.
    Led {
        /// The place's name, as the fragment of an address has it.
        name: String,
    },
    /// The reader asked for another try, and the card has no URL to try.
    Retried,
    /// What was asked of the card is drawn.
    Drawn,
    /// The reader pressed a link; `press` can be cancelled.
    Linked {
        /// Where to.
        url: String,
        /// What it leads to: `source`, `related`, `text` or `author`.
        kind: String,
        /// The press.
        press: MouseEvent,
    },
}

#[cfg(feature = "load")]
impl CardEvent {
    /// What came of asking for a story, as `loading.js` calls it.
    pub(super) const fn outcome(&self) -> &'static str {
        match self {
            Self::Loaded { .. } => "load",
            Self::Kept(_) => "kept",
            _ => "error",
        }
    }
}
