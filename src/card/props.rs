//! What a card is given, and what it is told later.

use std::rc::Rc;

use yew::prelude::*;

#[cfg(all(feature = "load", target_arch = "wasm32"))]
use super::asking::Purpose;
#[cfg(target_arch = "wasm32")]
use super::hand::Gesture;
use super::{CardEvent, Document};
use crate::error::Error;
#[cfg(all(feature = "load", target_arch = "wasm32"))]
use crate::load::Answer;
use crate::settings::Settings;
use crate::state::Action;
use crate::story::Story;
use crate::words::Words;

/// Properties of [`StoryCard`](super::StoryCard).
#[derive(Debug, Clone, Properties)]
pub struct StoryCardProps {
    /// URL of the story's JSON.
    #[prop_or_default]
    pub src: Option<AttrValue>,
    /// A story to show as it is; wins over `src`.
    #[prop_or_default]
    pub story: Option<Rc<Story>>,
    /// The publisher's choices.
    #[prop_or_default]
    pub settings: Settings,
    /// Which story, where the document holds several.
    #[prop_or_default]
    pub item: Option<AttrValue>,
    /// One deadline over headers and body, in seconds.
    #[prop_or(15)]
    pub timeout: u32,
    /// Seconds after which a live story is asked for again, 15 or more; 0 for never.
    #[prop_or(0)]
    pub refresh: u32,
    /// The interface's words.
    #[prop_or_else(|| Rc::new(Words::english()))]
    pub words: Rc<Words>,
    /// Told what happens.
    #[prop_or_default]
    pub on_event: Callback<CardEvent>,
    /// Tells this card from the others of the app, should one of them crash it.
    #[doc(hidden)]
    #[prop_or_default]
    pub number: u32,
    /// Whether this card draws the face of loading; the custom element draws its own.
    #[prop_or(true)]
    pub has_skeleton: bool,
}

/// Stories and words are compared by address: comparing them in full would cost more
/// than drawing them.
impl PartialEq for StoryCardProps {
    fn eq(&self, other: &Self) -> bool {
        self.src == other.src
            && is_same(self.story.as_ref(), other.story.as_ref())
            && self.settings == other.settings
            && self.item == other.item
            && self.timeout == other.timeout
            && self.refresh == other.refresh
            && Rc::ptr_eq(&self.words, &other.words)
            && self.on_event == other.on_event
            && self.number == other.number
            && self.has_skeleton == other.has_skeleton
    }
}

pub(super) fn is_same(story: Option<&Rc<Story>>, other: Option<&Rc<Story>>) -> bool {
    story.map(Rc::as_ptr) == other.map(Rc::as_ptr)
}

/// What the component is told.
#[derive(Debug)]
pub enum Message {
    /// The request of this number was answered.
    #[cfg(all(feature = "load", target_arch = "wasm32"))]
    Answered(u32, Purpose, Result<Answer, Error>),
    /// It is time to ask again.
    #[cfg(all(feature = "load", target_arch = "wasm32"))]
    Due(Purpose),
    /// What the loader has got: a document to show, or what went wrong.
    Show(Result<Document, Error>, Again),
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
    /// The reader's hand does something, or time has passed.
    #[cfg(target_arch = "wasm32")]
    Gesture(Gesture),
    /// It is time to draw more of a large story.
    #[cfg(target_arch = "wasm32")]
    DrawOn,
    /// The focus has left the window, by no key.
    #[cfg(target_arch = "wasm32")]
    Left,
    /// It has left it long enough for the browser to know where it is.
    #[cfg(target_arch = "wasm32")]
    Gone,
    /// The note is to close, whatever keeps it open.
    #[cfg(target_arch = "wasm32")]
    Dismiss,
    /// The reader wrote something into the box that searches a list.
    #[cfg(target_arch = "wasm32")]
    Search(web_sys::HtmlInputElement),
    /// The section with this id was opened or closed.
    #[cfg(target_arch = "wasm32")]
    ToggledSection(String, bool),
    /// The note was opened or closed.
    #[cfg(target_arch = "wasm32")]
    ToggledNote(bool),
    /// The reader pressed something that says what it is for.
    Press(web_sys::Element),
}

/// Times of the day, in words, where a story was asked for that is shown already.
#[derive(Debug, Default)]
pub struct Again {
    /// When what has come came; none where it is the first, or the same.
    pub now: Option<String>,
    /// When what is shown came; none where it may not stay if nothing comes.
    pub since: Option<String>,
}
