//! What comes of what the reader does.

use yew::prelude::*;

use super::{CardEvent, StoryCard};
use crate::browser::reveal::reveal;
use crate::sections::Action;

impl StoryCard {
    /// Opens the section of this id, or shows another part of the card, and brings it into
    /// view once it is drawn. Says whether there is something to draw.
    pub(super) fn go_to(&mut self, ctx: &Context<Self>, id: String, takes_focus: bool) -> bool {
        if self.content.phase.ready().is_none() {
            return false;
        }
        let name = id.strip_prefix("section-").unwrap_or_default();
        let folded = self.content.phase.toggle(name, true);
        self.target = Some((id, takes_focus));
        let is_news = folded.is_some_and(|action| self.act(ctx, action));
        if !is_news {
            self.arrive_there();
        }
        is_news
    }

    /// Brings into view what the reader was led to.
    pub(super) fn arrive_there(&mut self) {
        if let Some((id, takes_focus)) = self.target.take() {
            reveal(&self.root, &id, takes_focus);
        }
    }

    /// Opens and closes sections, and tells the page of each that has changed.
    pub(super) fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let toggled = self.content.phase.act(action);
        let is_news = toggled.is_some();
        for (id, open) in toggled.into_iter().flatten() {
            ctx.props().on_event.emit(CardEvent::Toggled { id, open });
        }
        is_news
    }

    /// Asks again: whoever mounted the card may have to, where it has no URL itself.
    pub(super) fn retry(&mut self, ctx: &Context<Self>) -> bool {
        if ctx.props().src.is_none() {
            ctx.props().on_event.emit(CardEvent::Retried);
            return false;
        }
        self.begin(ctx);
        true
    }
}
