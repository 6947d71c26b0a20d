//! Story and state to HTML: total, cannot fail.
//!
//! The skeleton of the card is fixed. What is not there is an element with `hidden`,
//! never a missing one: Yew 0.23 panics when siblings come and go around a part that
//! renders nothing. Text is always a text node. What a reader presses is told by its
//! `data-` attributes, which the card reads at its root.

mod disclosure;
mod drawn;
mod el;
mod filter;
mod footer;
mod header;
mod image;
mod live;
mod marker;
mod note;
mod piece;
mod prose;
mod quote;
mod section;
mod sources;
pub mod status;
mod table;
mod timeline;
mod turns;
pub mod when;

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use self::el::{El, el};
#[cfg(target_arch = "wasm32")]
pub(crate) use self::note::id as note_id;
use self::piece::{Piece, What};
use self::timeline::Timeline;
#[cfg(target_arch = "wasm32")]
pub(crate) use self::timeline::fold;
pub(crate) use self::turns::Turns;
use crate::settings::{Images, Settings, TimelineView};
use crate::state::State;
use crate::story::{Direction, Language, SafeLink, Story};
use crate::words::{Word, Words, fill};

/// Whether the app draws, which answers presses and searches. What is drawn ahead of it
/// must do without.
const HAS_APP: bool = cfg!(target_arch = "wasm32");

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
    /// What stands before a fragment that is to lead to a place on the page.
    pub before_fragment: String,
    /// The view of the timeline that the reader chose, for as long as the card lives.
    pub chosen: Rc<Cell<Option<TimelineView>>>,
    /// Which sections a newer version has changed or added, by index; empty before one.
    pub changed: Vec<bool>,
    /// What tells the sections from each other, by index: the same in a newer version.
    pub keys: Vec<usize>,
    /// Whether it is a newer version of the story that was shown before.
    pub is_newer: bool,
    /// Whose turn it is to be drawn; none where the story is drawn in one go.
    pub turns: Option<Turns>,
    /// Tells the card from the others of the app.
    pub number: u32,
    /// The zero of the digits that the story's language is written with.
    pub zero: char,
    /// The clock by which hours are told, in minutes ahead of UTC ([`Story::clock`]).
    pub clock: Option<i16>,
}

impl Card {
    /// Whether bodies and lists of this card look like those of another: all that
    /// they are made of is the same.
    #[cfg(target_arch = "wasm32")]
    fn draws_like(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.story, &other.story)
            && Rc::ptr_eq(&self.words, &other.words)
            && self.settings.images == other.settings.images
            && self.settings.heading_level == other.settings.heading_level
    }

    /// The story's language for `Intl`, English where it says nothing.
    fn language(&self) -> &str {
        self.story.language.as_ref().map_or("en", Language::as_str)
    }

    /// How dates are told, in all places of the card.
    fn locale(&self) -> when::Locale<'_> {
        let (language, clock, zero) = (self.language(), self.clock, self.zero);
        when::Locale { words: &self.words, language, clock, zero }
    }

    /// A number in the digits of the story's language; letters stay as they are.
    pub(crate) fn digits(&self, number: &str) -> String {
        self.locale().digits(number)
    }

    /// A heading this many levels below the headline.
    fn heading(&self, deeper: u8) -> El {
        el(self.settings.heading_level.tag(deeper))
    }

    /// The heading of a part of the card, which that part is labelled by.
    fn small_heading(&self, id: &'static str, text: &str) -> El {
        self.heading(1).set("id", id).set("class", "small-heading").text(text)
    }

    fn word(&self, word: Word) -> &str {
        self.words.get(word)
    }

    fn shows(&self, image: &SafeLink) -> bool {
        match self.settings.images {
            Images::On => true,
            Images::SameOrigin => image.is_relative() || image.host() == self.page_host,
            Images::Off => false,
        }
    }

    /// A line that says how much of a list is not shown.
    fn more(&self, omitted: usize) -> El {
        let line = fill(self.word(Word::More), &[("n", &omitted.to_string())]);
        el("p.more").set("dir", "auto").hidden(omitted == 0).text(&line)
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

/// The whole card; `cited` are the sources that its note shows.
pub(crate) fn card(card: &CardRef, state: &State, cited: &Rc<[usize]>) -> Html {
    let shared = &*card.0;
    let story = &*shared.story;
    let article = el("article.card@card")
        .set("aria-labelledby", "headline")
        .set("dir", dir(story.direction))
        .language(story.language.as_ref(), story.direction)
        .set("ai-disclosure", disclosure::attribute(disclosure::effective(story)));
    article
        .live()
        .add(header::view(shared))
        .add(disclosure::view(shared))
        .add(header::corrections(shared))
        .node(section::view(card, state))
        .node(html! { <Timeline card={card.clone()} /> })
        .node(html! { <Piece card={card.clone()} what={What::Rest} /> })
        .node(html! { <Piece card={card.clone()} what={What::Note} cited={cited.clone()} /> })
        .build()
}

/// `auto` finds the direction from the first letters.
fn dir(direction: Option<Direction>) -> &'static str {
    direction.map_or("auto", Direction::as_str)
}

/// What a link leads to, as `data-link` has it.
mod kind {
    pub const SOURCE: &str = "source";
    pub const RELATED: &str = "related";
    pub const TEXT: &str = "text";
    pub const AUTHOR: &str = "author";
}

/// A link. It opens nothing of the page it leads to, and tells that page nothing.
fn link(plan: &'static str, url: &SafeLink, kind: &'static str) -> El {
    el(plan).attr("href", url.as_str()).set("rel", "noopener noreferrer").set("data-link", kind)
}

/// A link in a text. A fragment leads to a place on this page, wherever the page's `<base>`
/// would have it lead; the card reads `data-to` when it is pressed.
fn text_link(card: &Card, plan: &'static str, url: &SafeLink) -> El {
    let link = link(plan, url, kind::TEXT);
    match url.fragment() {
        Some(fragment) => link
            .attr("href", &[&card.before_fragment, fragment].concat())
            .set("target", "_self")
            .attr("data-to", fragment),
        None => link,
    }
}

/// A link where there is a URL, else the same words without.
fn maybe_link(url: Option<&SafeLink>, kind: &'static str) -> El {
    url.map_or_else(|| el("span"), |url| link("a", url, kind))
}
