//! What the reader does to a card, and what comes of it.

use web_sys::Element;
#[cfg(target_arch = "wasm32")]
use web_sys::{ShadowRoot, wasm_bindgen::JsCast};
use yew::prelude::*;

use super::{CardEvent, Face, StoryCard};
#[cfg(target_arch = "wasm32")]
use super::{Message, copy::selected, link, pointer::is_dragged, wires::Wires};
#[cfg(target_arch = "wasm32")]
use crate::dwell::Hand;
use crate::state::Action;

/// What a press is for, read at once: of a click made by a script the browser soon says
/// only that it was on the card, and does not wait to be kept from following a link.
#[cfg(target_arch = "wasm32")]
pub(super) fn pressed(target: &Element, press: &MouseEvent, wires: &Wires) -> Option<Message> {
    let closest = |plan: &str| target.closest(plan).ok().flatten();
    if let Some(link) = closest("[data-link]") {
        return link::pressed(&link, press, wires);
    }
    // Who drags over a heading selects its words, and wants nothing folded. What is selected
    // does not tell alone: the second of two quick presses selects a word too.
    let has_selected = || {
        let card = closest("summary").and_then(|_| closest(".card"));
        card.as_ref().and_then(selected).is_some_and(|words| !words.collapsed())
    };
    // The browser would open and close the note by its own rules, and follow a link that
    // the page has set around the whole card.
    if closest("button,.event-mark").is_some()
        || is_box_in_link(target)
        || (is_dragged(press, wires.pressed_at) && has_selected())
    {
        press.prevent_default();
    }
    if closest(".close").is_some() {
        return Some(Message::Dismiss);
    }
    closest("[data-go],[data-act],.marker").map(Message::Press)
}

/// Not every box: in one the browser has a button of its own, which empties it.
#[cfg(target_arch = "wasm32")]
fn is_box_in_link(target: &Element) -> bool {
    let outer = || {
        let root = target.get_root_node().dyn_into::<ShadowRoot>().ok()?;
        root.host().closest("a[href]").ok()?
    };
    target.local_name() == "input" && outer().is_some()
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

    /// Opens the section of this id, or shows another part of the card, and brings it into
    /// view once it is drawn. Says whether there is something to draw.
    pub(super) fn go_to(&mut self, ctx: &Context<Self>, id: String, takes_focus: bool) -> bool {
        let Face::Ready { card, state } = &self.face else {
            return false;
        };
        let name = id.strip_prefix("section-").unwrap_or_default();
        let section = card.0.story.sections.iter().position(|section| section.id == name);
        let folded = section.filter(|section| !state.is_open(*section));
        self.way = Some((id, takes_focus));
        let is_news = folded
            .is_some_and(|section| self.act_and_tell(ctx, Action::SetOpen { section, open: true }));
        if !is_news {
            self.arrive_there();
        }
        is_news
    }

    /// Brings into view what the reader was led to.
    pub(super) fn arrive_there(&mut self) {
        if let Some((id, takes_focus)) = self.way.take() {
            crate::reveal::reveal(&self.root, &id, takes_focus);
        }
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
            crate::reveal::reveal(&self.root, &id, true);
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
