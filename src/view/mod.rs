//! Story and state to HTML: total, cannot fail.
//!
//! The skeleton of the card is fixed. What is not there is an element with `hidden`,
//! never a missing one: Yew 0.23 panics when siblings come and go around a part that
//! renders nothing. Text is always a text node.

mod citation;
mod disclosure;
mod footer;
mod header;
mod image;
mod prose;
mod section;
mod sources;
pub mod status;
mod table;
mod timeline;
pub mod when;

use std::rc::Rc;

use yew::prelude::*;

use crate::settings::{HeadingLevel, Images, Settings};
use crate::state::{Action, State};
use crate::story::{Direction, Language, SafeLink, Story};
use crate::words::Words;

/// What every view may look at. One for each story shown: compared by address, so that
/// opening a section draws that section and not the rest.
#[derive(Debug)]
pub struct Card {
    /// The story.
    pub story: Rc<Story>,
    /// The publisher's choices.
    pub settings: Settings,
    /// The interface's words.
    pub words: Rc<Words>,
    /// Host of the page, for `images="same-origin"`.
    pub page_host: String,
    /// Where what the reader does goes.
    pub on: Callback<Intent>,
}

/// What a reader does to a card.
#[derive(Debug, Clone)]
pub enum Intent {
    /// A section was opened or closed by hand.
    Toggled {
        /// Its index.
        section: usize,
        /// Open or closed.
        open: bool,
    },
    /// The button for all sections was pressed.
    Act(Action),
    /// A note was opened or closed.
    Note {
        /// Index of the source.
        source: usize,
        /// Open or closed.
        open: bool,
    },
    /// The way back from a source to one of its markers.
    GoTo(String),
    /// A link was pressed.
    Follow {
        /// Where to.
        url: String,
        /// What kind of link.
        kind: crate::card::LinkKind,
        /// The press, which the page may cancel.
        press: MouseEvent,
    },
}

impl Card {
    /// The story's language for `Intl`, English where it says nothing.
    fn language(&self) -> &str {
        self.story.language.as_ref().map_or("en", Language::as_str)
    }

    fn heading(&self, deeper: u8) -> &'static str {
        let level: HeadingLevel = self.settings.heading_level;
        level.tag(deeper)
    }

    fn shows(&self, image: &SafeLink) -> bool {
        match self.settings.images {
            Images::On => true,
            Images::SameOrigin => image.is_relative() || image.host() == self.page_host,
            Images::Off => false,
        }
    }

    fn on_follow(&self, url: &SafeLink, kind: crate::card::LinkKind) -> Callback<MouseEvent> {
        let url = url.as_str().to_owned();
        self.on.reform(move |press| Intent::Follow { url: url.clone(), kind, press })
    }
}

/// Cards of one story are the same card.
#[derive(Debug, Clone)]
pub struct CardRef(pub Rc<Card>);

impl PartialEq for CardRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The whole card.
pub(crate) fn card(card: &CardRef, state: &State) -> Html {
    let CardRef(shared) = card;
    let story = &shared.story;
    html! {
        <article
            part="card"
            class="card"
            aria-labelledby="headline"
            lang={story.language.as_ref().map(|language| language.as_str().to_owned())}
            dir={dir(story.direction)}
            ai-disclosure={disclosure::effective(story).map(|ai| ai.as_attribute())}
        >
            { header::view(shared) }
            { disclosure::view(shared) }
            { header::corrections(shared) }
            { section::view(card, state) }
            { timeline::view(shared) }
            { sources::view(shared) }
            { footer::view(shared) }
            { citation::notes(shared) }
        </article>
    }
}

/// `auto` finds the direction from the first letters.
fn dir(direction: Option<Direction>) -> &'static str {
    direction.map_or("auto", Direction::as_str)
}

/// A line that says how much of a list is not shown; there but hidden when nothing is.
fn more(words: &Words, omitted: usize) -> Html {
    let line = crate::words::fill(&words.more, &[("n", &omitted.to_string())]);
    html! { <p class="more" hidden={omitted == 0}>{ line }</p> }
}
