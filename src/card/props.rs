//! What a card is given.

use std::rc::Rc;

use yew::prelude::*;

use super::card_event::CardEvent;
#[cfg(feature = "load")]
use crate::loading::handle::Wanted;
use crate::settings::Settings;
use crate::story::Story;
use crate::words::Words;

/// Properties of [`StoryCard`](super::StoryCard).
#[derive(Debug, Clone, Properties)]
pub struct StoryCardProps {
    /// URL of the story's JSON.
    #[prop_or_default]
    pub src: Option<AttrValue>,
    /// A story to show as it is; wins over `src`. One that a program has made is to be counted
    /// before, see [`Story::count_citations`].
    #[prop_or_default]
    pub story: Option<Rc<Story>>,
    /// The publisher's choices.
    #[prop_or_default]
    pub settings: Settings,
    /// Which story, where the document holds several.
    #[prop_or_default]
    pub item: Option<AttrValue>,
    /// Seconds until loading gives up, all tries together; 3,600 at most.
    #[prop_or(15)]
    pub timeout: u32,
    /// Seconds after which a live story is asked for again, from 15 to 86,400; 0 for never.
    #[prop_or(0)]
    pub refresh: u32,
    /// The interface's words.
    #[prop_or_else(|| Rc::new(Words::english()))]
    pub words: Rc<Words>,
    /// Told what happens.
    #[prop_or_default]
    pub on_event: Callback<CardEvent>,
    /// A number for this card, so that the card that crashed the app can be found.
    #[doc(hidden)]
    #[prop_or_default]
    pub number: u32,
    /// Whether the component draws a loading skeleton. False inside `<story-card>`, whose
    /// loader draws one.
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

pub fn is_same(story: Option<&Rc<Story>>, other: Option<&Rc<Story>>) -> bool {
    story.map(Rc::as_ptr) == other.map(Rc::as_ptr)
}

#[cfg(feature = "load")]
impl StoryCardProps {
    /// What is to be asked for, if anything is.
    pub(super) fn wanted(&self) -> Option<Wanted<'_>> {
        let (timeout, refresh) = (self.timeout, self.refresh);
        Some(Wanted { src: self.src.as_deref()?, item: self.item.as_deref(), timeout, refresh })
    }
}
