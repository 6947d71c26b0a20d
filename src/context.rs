//! What every part of the card may look at: the story, the publisher's choices, the words.

use std::cell::Cell;
use std::rc::Rc;

use crate::attributes;
use crate::dates::Locale;
use crate::html::{El, el, kind, link};
use crate::settings::{Images, Settings, TimelineView};
use crate::story::news::{News, Novelty};
use crate::story::{EdtfDate, Language, SafeLink, Section, Story};
use crate::turns::Turns;
use crate::words::{Word, Words, fill};

/// What every part of a card may look at. Made anew for each version of the story and for other
/// settings, and compared by address, so that opening a section draws that section and not the
/// rest.
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
    /// What is new in it.
    pub news: Rc<News>,
    /// Since when that is new, in milliseconds since 1970.
    pub since: f64,
    /// When this was made, in milliseconds since 1970.
    pub now: f64,
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
    /// How many minutes the story takes to read.
    pub minutes: usize,
    /// How many publishers its sources have.
    pub publishers: usize,
    /// Whether it is urgent still ([`Story::is_urgent`]).
    pub is_urgent: bool,
    /// The clock by which hours are told, in minutes ahead of UTC ([`Story::clock`]).
    pub clock: Option<i16>,
}

impl Card {
    /// The story's language for `Intl`, English where it says nothing.
    pub fn language(&self) -> &str {
        self.story.language.as_ref().map_or("en", Language::as_str)
    }

    /// How dates are told, in all places of the card.
    pub fn locale(&self) -> Locale<'_> {
        let (language, clock, zero) = (self.language(), self.clock, self.zero);
        let moment = self.story.modified.as_ref().or(self.story.published.as_ref());
        let told = moment.and_then(EdtfDate::latest_millis);
        Locale { words: &self.words, language, clock, zero, told }
    }

    /// A number in the digits of the story's language; letters stay as they are.
    pub fn digits(&self, number: &str) -> String {
        self.locale().digits(number)
    }

    /// A heading this many levels below the headline.
    pub fn heading(&self, deeper: u8) -> El {
        el(self.settings.heading_level.tag(deeper))
    }

    /// The heading of a part of the card; a press may lead there.
    pub fn small_heading(&self, id: &'static str, text: &str) -> El {
        self.heading(1)
            .set("id", id)
            .set("class", "small-heading")
            .set("part", "heading")
            .flag(attributes::STOP, true)
            .text(text)
    }

    /// The same, in words of the card's own.
    pub fn own_heading(&self, id: &'static str, text: &str) -> El {
        self.own(self.small_heading(id, text))
    }

    /// An element with nothing but the card's own words, which may be in another language than
    /// the story: a screen reader has a voice for each.
    pub fn own(&self, element: El) -> El {
        self.own_beside(self.language_of(None), element)
    }

    /// The same among words of this language.
    pub fn own_beside(&self, language: &str, element: El) -> El {
        element.maybe("lang", self.is_foreign(language).then(|| self.words.language()))
    }

    /// An element with words of the story, within one of those.
    pub fn of_story(&self, element: El) -> El {
        let is_foreign = self.is_foreign(self.language_of(None));
        element.maybe("lang", is_foreign.then(|| self.language()))
    }

    /// What the language of a section is, or of the story; empty where neither says.
    pub fn language_of<'a>(&'a self, section: Option<&'a Section>) -> &'a str {
        let own = section.and_then(|section| section.language.as_ref());
        own.or(self.story.language.as_ref()).map_or("", Language::as_str)
    }

    /// Whether the card's own words are in another language; where it is not said, then that of
    /// the page goes on, which may be.
    fn is_foreign(&self, language: &str) -> bool {
        language.split('-').next() != self.words.language().split('-').next()
    }

    /// What the interface says.
    pub fn word(&self, word: Word) -> &str {
        self.words.get(word)
    }

    /// What is said of something that is news.
    pub fn novelty(&self, novelty: Novelty) -> &str {
        self.word(match novelty {
            Novelty::New => Word::New,
            Novelty::Changed => Word::Changed,
        })
    }

    /// Whether the publisher lets this picture be fetched.
    pub fn shows(&self, image: &SafeLink) -> bool {
        match self.settings.images {
            Images::On => true,
            Images::SameOrigin => image.is_relative() || image.host() == self.page_host,
            Images::Off => false,
        }
    }

    /// A link in a text. A fragment leads to a place on this page, wherever the page's
    /// `<base>` would have it lead; the card reads `data-to` when it is pressed.
    pub fn text_link(&self, tag: &'static str, url: &SafeLink) -> El {
        let link = link(tag, url, kind::TEXT);
        match url.fragment() {
            Some(fragment) => link
                .attr("href", &[&self.before_fragment, fragment].concat())
                .set("target", "_self")
                .attr(attributes::TO, fragment),
            None => link,
        }
    }

    /// A phrase with a number in it.
    pub fn filled(&self, phrase: Word, number: usize) -> String {
        fill(self.word(phrase), &[("n", &self.digits(&number.to_string()))])
    }

    /// The same of a phrase that has two forms: for one, and for several.
    pub fn counted(&self, phrase: Word, number: usize) -> String {
        let (one, several) = self.word(phrase).split_once('|').unwrap_or_default();
        let phrase = if number == 1 { one } else { several };
        fill(phrase, &[("n", &self.digits(&number.to_string()))])
    }

    /// A line that says how much of a list is not shown.
    pub fn more(&self, omitted: usize) -> El {
        let line = fill(self.word(Word::More), &[("n", &omitted.to_string())]);
        self.own(el("p.more")).set("dir", "auto").hidden(omitted == 0).text(&line)
    }
}

/// A [`Card`], equal to itself alone.
#[derive(Debug, Clone)]
pub struct CardRef(pub Rc<Card>);

impl PartialEq for CardRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
