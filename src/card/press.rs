//! What the reader does to a card, and what comes of it.

use web_sys::Element;
use yew::prelude::*;

#[cfg(target_arch = "wasm32")]
use super::Message;
use super::{CardEvent, Face, StoryCard};
use crate::dwell::How;
#[cfg(target_arch = "wasm32")]
use crate::dwell::{Deed, Hand};
use crate::state::Action;
use crate::view::{Toggle, Toggled};

/// What a press is for, read at once: of a click made by a script the browser soon says
/// only that it was on the card, and does not wait to be kept from following a link.
#[cfg(target_arch = "wasm32")]
pub(super) fn pressed(press: MouseEvent, on_event: &Callback<CardEvent>) -> Option<Message> {
    let target = press.target_dyn_into::<Element>()?;
    let pressed = target.closest("[data-link],[data-go],[data-act],.marker").ok().flatten()?;
    let Some(kind) = pressed.get_attribute("data-link") else {
        return Some(Message::Press(press, pressed));
    };
    let url = pressed.get_attribute("href").unwrap_or_default();
    on_event.emit(CardEvent::Linked { url, kind, press });
    None
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
    pub(super) fn toggle(&mut self, ctx: &Context<Self>, Toggle { what, open }: Toggle) -> bool {
        let Face::Ready { state, .. } = &self.face else {
            return false;
        };
        match what {
            Toggled::Section(section) if state.is_open(section) != open => {
                self.act_and_tell(ctx, Action::SetOpen { section, open })
            }
            Toggled::Section(_) => false,
            Toggled::Note(source) => {
                self.mark(open);
                #[cfg(target_arch = "wasm32")]
                if !open {
                    let note = crate::view::note_id(source);
                    self.note_closed(ctx, &note);
                }
                let Face::Ready { card, .. } = &self.face else {
                    return false;
                };
                if let Some(source) = card.0.story.sources.get(source).filter(|_| open) {
                    let url = source.url.as_ref().map(|url| url.as_str().to_owned());
                    let how = self.dwell.how().unwrap_or(How::Press);
                    ctx.props().on_event.emit(CardEvent::Cited { id: source.id.clone(), url, how });
                }
                false
            }
        }
    }

    /// One listener for all: buttons say by `data-` attributes what they are.
    #[cfg_attr(not(target_arch = "wasm32"), expect(unused_variables, reason = "nothing to keep"))]
    pub(super) fn press(
        &mut self,
        ctx: &Context<Self>,
        press: &MouseEvent,
        pressed: Element,
    ) -> bool {
        if let Some(id) = pressed.get_attribute("data-go") {
            crate::reveal::reveal(&self.root, &id);
        } else if pressed.has_attribute("popovertarget") {
            #[cfg(target_arch = "wasm32")]
            if self.tell(ctx, Hand::Press(pressed.id())) == Some(Deed::Keep) {
                // The browser would close the note that this press pins.
                press.prevent_default();
                return false;
            }
            // The browser opens the note after this; what was marked closes first.
            self.mark(false);
            self.marker = Some(pressed);
        } else {
            return match pressed.get_attribute("data-act").as_deref() {
                Some("open") => self.act_and_tell(ctx, Action::OpenAll),
                Some("close") => self.act_and_tell(ctx, Action::CloseAll),
                _ => self.retry(ctx),
            };
        }
        false
    }

    /// Gives the marker whose note is shown a part of its own. Set by hand: drawing a
    /// section again for it would cost more, and Yew writes only what it has changed.
    pub(super) fn mark(&self, is_active: bool) {
        if let Some(marker) = &self.marker {
            // Fails only on a name that is none.
            let _ = if is_active {
                marker.set_attribute("part", "marker marker-active")
            } else {
                marker.set_attribute("part", "marker")
            };
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
