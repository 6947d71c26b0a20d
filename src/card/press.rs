//! What the reader does to a card, and what comes of it.

use web_sys::Element;
use yew::prelude::*;

#[cfg(target_arch = "wasm32")]
use super::Message;
use super::{CardEvent, Face, StoryCard};
#[cfg(target_arch = "wasm32")]
use crate::dwell::Hand;
use crate::state::Action;

/// What a press is for, read at once: of a click made by a script the browser soon says
/// only that it was on the card, and does not wait to be kept from following a link.
#[cfg(target_arch = "wasm32")]
pub(super) fn pressed(
    target: &Element,
    press: MouseEvent,
    on_event: &Callback<CardEvent>,
) -> Option<Message> {
    let pressed = target.closest("[data-link],[data-go],[data-act],.marker").ok().flatten()?;
    let Some(kind) = pressed.get_attribute("data-link") else {
        if pressed.has_attribute("data-cites") {
            // The browser would open and close the note by its own rules.
            press.prevent_default();
        }
        return Some(Message::Press(pressed));
    };
    let url = pressed.get_attribute("href").unwrap_or_default();
    on_event.emit(CardEvent::Linked { url, kind, press });
    None
}

/// What was opened or closed: by the reader, or by the card itself.
#[cfg(target_arch = "wasm32")]
pub(super) fn toggled(target: &Element) -> Option<Message> {
    if target.class_name() == "note" {
        let open = target.matches(":popover-open").unwrap_or_default();
        return Some(Message::ToggledNote(open));
    }
    let id = target.id().strip_prefix("section-")?.to_owned();
    Some(Message::ToggledSection(id, target.has_attribute("open")))
}

impl StoryCard {
    pub(super) fn open(&mut self, id: &str, open: bool) -> bool {
        let Face::Ready { card, .. } = &self.face else {
            return false;
        };
        let section = card.0.story.sections.iter().position(|section| section.id == id);
        section.is_some_and(|section| self.act(Action::SetOpen { section, open }))
    }

    pub(super) fn act(&mut self, action: Action) -> bool {
        let Face::Ready { state, .. } = &mut self.face else {
            return false;
        };
        let next = state.after(action);
        let is_news = *state != next;
        *state = next;
        is_news
    }

    /// What the card opened itself comes back as an event too; it is no news.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn toggle(&mut self, ctx: &Context<Self>, id: &str, open: bool) -> bool {
        let Face::Ready { card, state } = &self.face else {
            return false;
        };
        let section = card.0.story.sections.iter().position(|section| section.id == id);
        match section.filter(|section| state.is_open(*section) != open) {
            Some(section) => self.act_and_tell(ctx, Action::SetOpen { section, open }),
            None => false,
        }
    }

    /// One listener for all: buttons say by `data-` attributes what they are.
    pub(super) fn press(&mut self, ctx: &Context<Self>, pressed: &Element) -> bool {
        if let Some(id) = pressed.get_attribute("data-go") {
            #[cfg(target_arch = "wasm32")]
            self.go_on(ctx, pressed, &id);
            crate::reveal::reveal(&self.root, &id);
            return false;
        }
        #[cfg(target_arch = "wasm32")]
        if pressed.has_attribute("data-cites") {
            return self.tell(ctx, Hand::Press(pressed.id()));
        }
        match pressed.get_attribute("data-act").as_deref() {
            Some("open") => self.act_and_tell(ctx, Action::OpenAll),
            Some("close") => self.act_and_tell(ctx, Action::CloseAll),
            Some("retry") => self.retry(ctx),
            _ => false,
        }
    }

    /// Asks again: whoever mounted the card may have to, where it has no URL itself.
    fn retry(&mut self, ctx: &Context<Self>) -> bool {
        if ctx.props().src.is_none() {
            ctx.props().on_event.emit(CardEvent::Retried);
            return false;
        }
        self.begin(ctx);
        true
    }

    /// What the reader does to sections is told, one event for each that changed.
    fn act_and_tell(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let Face::Ready { card, state } = &self.face else {
            return false;
        };
        let (story, before) = (card.0.story.clone(), state.clone());
        let is_news = self.act(action);
        let Face::Ready { state, .. } = &self.face else {
            return false;
        };
        for (index, section) in story.sections.iter().enumerate() {
            let open = state.is_open(index);
            if open != before.is_open(index) && !section.headline.is_empty() {
                let id = section.id.clone();
                ctx.props().on_event.emit(CardEvent::Toggled { id, open });
            }
        }
        is_news
    }
}
