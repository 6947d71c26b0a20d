//! How a card comes by its story: given, asked for, arrived, or failed.

use std::rc::Rc;

use yew::prelude::*;

#[cfg(target_arch = "wasm32")]
use super::hold::Hold;
use super::{Again, CardEvent, Document, Face, StoryCard};
use crate::error::Error;
use crate::parse::{Options, Parsed, parse};
use crate::platform::{before_own_fragment, now, page_host, zero_digit};
use crate::revision;
use crate::settings::Settings;
use crate::state::State;
use crate::story::{Language, Story};
use crate::view::status::Freshness;
use crate::view::{Card, CardRef, Turns};

impl StoryCard {
    /// Shows the story given, or asks for the one at `src`.
    pub(super) fn begin(&mut self, ctx: &Context<Self>) {
        if let Some(story) = ctx.props().story.clone() {
            let citations = story.sources.iter().map(|source| source.uses).sum();
            self.show(ctx, story.clone(), false);
            let problems = Rc::default();
            self.news = Some(CardEvent::Loaded { story, citations, problems, document: None });
        } else {
            #[cfg(all(feature = "load", target_arch = "wasm32"))]
            self.ask_anew(ctx);
        }
    }

    pub(super) fn arrive(
        &mut self,
        ctx: &Context<Self>,
        arrived: Result<Document, Error>,
        again: Again,
    ) {
        match (arrived.and_then(read), again.since) {
            (Ok((document, parsed)), _) => {
                let story = Rc::new(parsed.story);
                self.show(ctx, story.clone(), again.now.is_some());
                self.freshness = again.now.map_or(Freshness::Quiet, Freshness::Updated);
                self.news = Some(CardEvent::Loaded {
                    story,
                    citations: parsed.citations,
                    problems: parsed.problems.into(),
                    document: Some(Rc::new(document)),
                });
            }
            (Err(error), Some(since)) if self.stays(&error) => {
                self.freshness = Freshness::Stale(since);
                self.news = Some(CardEvent::Kept(error));
            }
            (Err(error), _) => {
                self.freshness = Freshness::Quiet;
                self.news = Some(CardEvent::Failed(error.clone()));
                self.face = Face::Failed(error);
            }
        }
    }

    /// Whether the story that is shown stays when another try ended like this.
    fn stays(&self, error: &Error) -> bool {
        matches!(self.face, Face::Ready { .. }) && !error.takes_back()
    }

    /// The story has come again and is the same; says whether there is something to draw.
    pub(super) fn stay_unchanged(&mut self) -> bool {
        // When it was updated is still true.
        let was_stale = matches!(self.freshness, Freshness::Stale(_));
        if was_stale {
            self.freshness = Freshness::Quiet;
        }
        was_stale
    }

    fn show(&mut self, ctx: &Context<Self>, story: Rc<Story>, is_newer: bool) {
        let Face::Ready { card, state } = &self.face else {
            let state = State::new(&story, self.settings);
            let turns = Turns::of(&story);
            let carried = Carried::first(&story);
            self.face = Face::Ready { card: self.card(ctx, story, carried, turns), state };
            return;
        };
        let before = card.0.story.clone();
        let is_same = is_newer || before.id == story.id && story.id.is_some();
        let was = if is_same {
            revision::sections(&before, &story)
        } else {
            vec![None; story.sections.len()]
        };
        let state = if is_same {
            state.carried_over(&was, &story, self.settings)
        } else {
            State::new(&story, self.settings)
        };
        let carried = Carried {
            is_newer: is_same,
            changed: if is_newer { revision::changes(&before, &story, &was) } else { Vec::new() },
            keys: keys(&card.0.keys, &was),
        };
        #[cfg(target_arch = "wasm32")]
        {
            self.hold = self.root.cast().filter(|_| is_same).as_ref().and_then(Hold::begin);
            self.keep_note(ctx, &before, &story, is_same);
        }
        // What is on view already is not taken apart again.
        self.face = Face::Ready { card: self.card(ctx, story, carried, None), state };
    }

    fn card(
        &self,
        ctx: &Context<Self>,
        story: Rc<Story>,
        Carried { keys, changed, is_newer }: Carried,
        turns: Option<Turns>,
    ) -> CardRef {
        let language = story.language.as_ref().map_or("en", Language::as_str);
        CardRef(Rc::new(Card {
            keys,
            is_newer,
            zero: zero_digit(language),
            clock: story.clock(),
            story,
            settings: self.settings,
            words: ctx.props().words.clone(),
            page_host: page_host(),
            before_fragment: before_own_fragment(),
            chosen: self.chosen.clone(),
            changed,
            turns,
            number: ctx.props().number,
        }))
    }

    pub(super) fn choose(&mut self, ctx: &Context<Self>, settings: Settings) {
        let before = std::mem::replace(&mut self.settings, settings);
        if settings.timeline != before.timeline {
            self.chosen.set(None);
        }
        if let Face::Ready { card, state } = &self.face {
            let state = state.with_exclusive(settings.exclusive);
            let carried = Carried {
                keys: card.0.keys.clone(),
                changed: card.0.changed.clone(),
                is_newer: card.0.is_newer,
            };
            let card = self.card(ctx, card.0.story.clone(), carried, None);
            self.face = Face::Ready { card, state };
        }
    }
}

/// What is known of a story by the one before it, see [`Card`].
struct Carried {
    is_newer: bool,
    keys: Vec<usize>,
    changed: Vec<bool>,
}

impl Carried {
    fn first(story: &Story) -> Self {
        Self { is_newer: false, keys: (0..story.sections.len()).collect(), changed: Vec::new() }
    }
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
fn read(mut document: Document) -> Result<(Document, Parsed), Error> {
    let base = Some(document.base.as_str()).filter(|base| !base.is_empty());
    let item = document.item.as_deref();
    let parsed =
        parse(&document.text, &Options { base, item, now: Some(now()), ..Options::default() })?;
    document.index = parsed.index;
    Ok((document, parsed))
}
