//! How a story comes into view: in place of another, or as a newer version of it.

use std::cell::Cell;
use std::rc::Rc;

use super::phase::Ready;
use super::props::StoryCardProps;
use crate::browser::page::{before_own_fragment, now, page_host, zero_digit};
use crate::context::{Card, CardRef};
use crate::error::Error;
use crate::loading::Document;
use crate::parse::{Options, Parsed, parse};
use crate::sections::State;
use crate::settings::{Settings, TimelineView};
use crate::story::news::News;
use crate::story::{Language, Story, revision};
use crate::turns::Turns;

/// What stays of a card when its story changes.
#[derive(Debug, Clone, Copy)]
pub struct Lasting<'a> {
    /// What the card was given.
    pub props: &'a StoryCardProps,
    /// The publisher's choices.
    pub settings: Settings,
    /// The version that the reader has seen first, and when that was.
    pub seen: &'a (Rc<Story>, f64),
    /// The view of the timeline that the reader chose.
    pub chosen: &'a Rc<Cell<Option<TimelineView>>>,
}

/// Whether a story is a version of the one shown before it.
pub fn is_same(before: &Story, story: &Story, is_newer: bool) -> bool {
    is_newer || before.id == story.id && story.id.is_some()
}

/// The first story of a card.
pub fn first(lasting: Lasting, story: Rc<Story>) -> Ready {
    let state = State::new(&story, lasting.settings);
    let turns = Turns::of(&story);
    let keys = (0..story.sections.len()).collect();
    let carried = Carried { is_newer: false, keys, news: Rc::new(lasting.news(&story)) };
    Ready { card: lasting.card(story, carried, turns), state }
}

/// A story in place of the one that is shown.
pub fn next(lasting: Lasting, shown: &Ready, story: Rc<Story>, is_newer: bool) -> Ready {
    let before = &shown.card.0.story;
    let is_same = is_same(before, &story, is_newer);
    let was =
        if is_same { revision::sections(before, &story) } else { vec![None; story.sections.len()] };
    let state = if is_same {
        shown.state.carried_over(&was, &story, lasting.settings)
    } else {
        State::new(&story, lasting.settings)
    };
    let carried = Carried {
        is_newer: is_same,
        news: Rc::new(lasting.news(&story)),
        keys: keys(&shown.card.0.keys, &was),
    };
    // What is on view already is not taken apart again.
    Ready { card: lasting.card(story, carried, None), state }
}

/// The same story by other settings.
pub fn again(lasting: Lasting, shown: &Ready) -> Ready {
    let card = &*shown.card.0;
    let news = lasting.news(&card.story);
    // Or all of it would be drawn again.
    let news = if news == *card.news { card.news.clone() } else { Rc::new(news) };
    let carried = Carried { keys: card.keys.clone(), news, is_newer: card.is_newer };
    let state = shown.state.with_exclusive(lasting.settings.exclusive);
    Ready { card: lasting.card(card.story.clone(), carried, None), state }
}

impl Lasting<'_> {
    /// The moment that the page names, in milliseconds.
    fn since(self) -> Option<f64> {
        self.settings.since.map(|seconds| f64::from(seconds) * 1_000.0)
    }

    /// What is new since that moment, and since the version that was seen first.
    fn news(self, story: &Rc<Story>) -> News {
        let (seen, _) = self.seen;
        let dated = self.since().map(|since| News::since(story, since)).unwrap_or_default();
        if Rc::ptr_eq(seen, story) { dated } else { dated.and(News::between(seen, story)) }
    }

    fn card(self, story: Rc<Story>, carried: Carried, turns: Option<Turns>) -> CardRef {
        let language = story.language.as_ref().map_or("en", Language::as_str);
        let Carried { keys, news, is_newer } = carried;
        CardRef(Rc::new(Card {
            keys,
            is_newer,
            zero: zero_digit(language),
            clock: story.clock(),
            minutes: story.minutes(),
            publishers: story.publishers(),
            is_urgent: story.is_urgent(now()),
            story,
            settings: self.settings,
            words: self.props.words.clone(),
            page_host: page_host(),
            before_fragment: before_own_fragment(),
            chosen: self.chosen.clone(),
            news,
            since: self.since().unwrap_or(self.seen.1),
            now: now(),
            turns,
            number: self.props.number,
        }))
    }
}

/// What is known of a story by the one before it, see [`Card`].
struct Carried {
    is_newer: bool,
    keys: Vec<usize>,
    news: Rc<News>,
}

/// The keys of sections of which each was the one in `was`: a new one has a new key.
fn keys(before: &[usize], was: &[Option<usize>]) -> Vec<usize> {
    let mut next = before.iter().max().map_or(0, |last| last + 1);
    let mut key = |was: &Option<usize>| {
        was.and_then(|was| before.get(was).copied()).unwrap_or_else(|| {
            next += 1;
            next - 1
        })
    };
    was.iter().map(&mut key).collect()
}

/// Reads the document, and notes in it which story was taken.
pub fn read(mut document: Document) -> Result<(Document, Parsed), Error> {
    let base = Some(document.base.as_str()).filter(|base| !base.is_empty());
    let item = document.item.as_deref();
    let parsed =
        parse(&document.text, &Options { base, item, now: Some(now()), ..Options::default() })?;
    document.index = parsed.index;
    Ok((document, parsed))
}
