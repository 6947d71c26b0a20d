//! Opens and closes the note.

use gloo_timers::callback::Timeout;
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::*;

use super::around::is_in_frame;
use super::placing::beside;
use super::{CardEvent, Face, Message, StoryCard};
use crate::dwell::{CLOSE_MILLIS, Dwell, Hand, How};
use crate::platform::now;
use crate::revision;
use crate::story::Story;

#[wasm_bindgen]
extern "C" {
    /// An element with a popover. The binding of `web-sys` knows no invoker yet.
    #[wasm_bindgen(extends = HtmlElement)]
    type Popover;

    #[wasm_bindgen(method, catch, js_name = showPopover)]
    fn show(this: &Popover, options: &Object) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = hidePopover)]
    fn hide(this: &Popover) -> Result<(), JsValue>;
}

#[wasm_bindgen(module = "/src/card/room.js")]
extern "C" {
    /// Scrolls the marker out from under its sheet; gives what takes that back.
    #[wasm_bindgen(catch)]
    fn uncover(
        marker: &Element,
        sheet: &Element,
        before: Option<Function>,
    ) -> Result<Function, JsValue>;
}

/// Two frames of the slowest screen.
const FRAMES_MILLIS: u32 = 70;

/// The note of a card, and what the reader's hand does about it.
#[derive(Debug, Default)]
pub(super) struct Note {
    /// When it opens and closes.
    pub dwell: Dwell,
    /// Runs while it is about to open or to close.
    pub clock: Option<Timeout>,
    /// Runs while it is not known yet whether the focus is in a frame.
    leaving: Option<Timeout>,
    /// Whether the focus is in it.
    pub has_focus: bool,
    /// The marker it is open for, or was last.
    marker: Option<Element>,
    /// The ways back to that marker, pointed out in the list of sources.
    ways_back: Vec<Element>,
    /// Whether the marker has been brought out from under the note since that opened.
    is_uncovered: bool,
    /// Puts the page back to where it was before that.
    back: Option<Function>,
    /// Runs until that is done.
    back_clock: Option<Timeout>,
    /// Runs until the place of a note that was moved is looked at again.
    check: Option<Timeout>,
}

impl StoryCard {
    /// The browser has closed the note: Escape, its button, or a press elsewhere.
    pub(super) fn note_closed(&mut self, ctx: &Context<Self>) {
        self.mark(false);
        self.go_back();
        self.tell(ctx, Hand::Closed);
        if std::mem::take(&mut self.note.has_focus) {
            self.give_focus_back();
        }
    }

    /// Gives the focus that was in the note to its marker, as long as nothing else has
    /// taken it: Chromium loses it.
    fn give_focus_back(&mut self) {
        let note = self.note_element();
        // It may still be in the note, which is hidden by now.
        let is_in_note = note.is_some_and(|note| note.matches(":focus-within").unwrap_or_default());
        let taken = web_sys::window().and_then(|window| window.document()?.active_element());
        if is_in_note || taken.is_none_or(|taken| taken.local_name() == "body") {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            if let Some(marker) = &self.note.marker {
                // Fails only on what cannot have the focus.
                let _ = marker.unchecked_ref::<HtmlElement>().focus_with_options(&options);
            }
        }
    }

    /// A press leads to another place: a note that it leads out of closes.
    pub(super) fn go_on(&mut self, ctx: &Context<Self>, pressed: &Element, id: &str) {
        let note = pressed.closest(".note").ok().flatten();
        let stays = |note: &Element| self.find(id).is_some_and(|to| note.contains(Some(&to)));
        if note.as_ref().is_some_and(stays) {
            return;
        }
        // The reader goes on from where the page is now.
        self.note.back = None;
        self.note.back_clock = None;
        if note.is_some() {
            self.dismiss_note(ctx);
        }
    }

    /// Closes the note by what is done elsewhere: Escape, or a press into a frame.
    pub(super) fn leave_note(&mut self, ctx: &Context<Self>, message: &Message) -> bool {
        if matches!(message, Message::Left) {
            let link = ctx.link().clone();
            let is_open = self.note.dwell.marker().is_some();
            // Firefox knows only in the next task.
            let late = || Timeout::new(0, move || link.send_message(Message::Gone));
            self.note.leaving = is_open.then(late);
        } else if matches!(message, Message::Dismiss) || is_in_frame() {
            self.dismiss_note(ctx);
        }
        false
    }

    /// Closes the note, whatever keeps it open.
    fn dismiss_note(&mut self, ctx: &Context<Self>) {
        self.close_note();
        self.tell(ctx, Hand::Closed);
    }

    /// Sees to it that the marker and its note can both be seen, once there is something
    /// in the note.
    pub(super) fn straighten(&mut self) -> Option<()> {
        self.note.dwell.marker()?;
        let (marker, note) = (self.note.marker.clone()?, self.note_element()?);
        let style = web_sys::window()?.get_computed_style(&note).ok()??;
        let area = style.get_property_value("position-area");
        if area.is_ok_and(|area| area != "none" && !area.is_empty()) {
            if beside(&marker, &note, &style) == Some(true) {
                // Before it has painted, Chromium may tell the place of the note before.
                self.note.check = Some(Timeout::new(FRAMES_MILLIS, move || {
                    beside(&marker, &note, &style);
                }));
            }
            return Some(());
        }
        // A page that moves under a pointer takes the marker away from it.
        if !self.note.is_uncovered && self.note.dwell.how() != Some(How::Hover) {
            self.note.is_uncovered = true;
            // Fails only where the page has broken what scrolls.
            self.note.back = uncover(&marker, &note, self.note.back.take()).ok();
        }
        Some(())
    }

    /// Puts the page back to where it was before a sheet opened; not before the press that
    /// closed it is over, or it would hit something else.
    fn go_back(&mut self) {
        let Some(back) = self.note.back.clone() else { return };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let millis = CLOSE_MILLIS as u32;
        self.note.back_clock = Some(Timeout::new(millis, move || {
            // Fails only where an element is not what it was: then it stays where it is.
            let _ = back.call0(&JsValue::NULL);
        }));
    }

    /// Another story comes. The note stays where that has its sources too: what the reader
    /// reads there is still true. Else it would show sources that are not its own.
    pub(super) fn keep_note(
        &mut self,
        ctx: &Context<Self>,
        before: &Story,
        now: &Story,
        is_same: bool,
    ) {
        let cited = revision::sources(before, now, &self.cited).filter(|_| is_same);
        if cited.is_none() {
            self.dismiss_note(ctx);
        }
        self.cited = cited.unwrap_or_default().into();
    }

    /// The story is drawn anew: its marker may have another id now, or be gone.
    pub(super) fn follow_marker(&mut self, ctx: &Context<Self>) {
        let Some(id) = self.note.dwell.marker() else { return };
        match self.note.marker.clone().filter(|marker| marker.is_connected()) {
            Some(marker) if marker.id() != id => {
                self.note.dwell.rename(marker.id());
                self.mark(true);
            }
            Some(_) => self.mark(true),
            None => self.dismiss_note(ctx),
        }
    }

    /// Opens the note beside a marker. One note serves all markers: it moves. What it
    /// says is drawn next, before anybody sees it.
    pub(super) fn open_note(&mut self, ctx: &Context<Self>, id: &str) -> bool {
        self.close_note();
        let (Some(marker), Some(note)) = (self.find(id), self.note_element()) else { return false };
        let cites = marker.get_attribute("data-cites").unwrap_or_default();
        self.cited = cites.split(' ').filter_map(|source| source.parse().ok()).collect();
        let options = Object::new();
        // Fails only on a frozen object.
        let _ = Reflect::set(&options, &"source".into(), &marker);
        self.note.marker = Some(marker);
        self.mark(true);
        self.note.is_uncovered = false;
        self.note.back_clock = None;
        self.note.check = None;
        for moved in ["translate", "max-inline-size", "max-block-size"] {
            // Fails on a sheet that may not be changed, which the card's own is not.
            let _ = note.style().remove_property(moved);
        }
        let _ = note.remove_attribute("data-turned");
        // Fails where the page has no popovers, or took the note out: then there is none.
        let _ = note.show(&options);
        note.set_scroll_top(0);
        self.tell_cited(ctx);
        true
    }

    pub(super) fn tell_cited(&self, ctx: &Context<Self>) {
        let Face::Ready { card, .. } = &self.face else { return };
        let source = self.cited.first().and_then(|first| card.0.story.sources.get(*first));
        if let Some(source) = source {
            let url = source.url.as_ref().map(|url| url.as_str().to_owned());
            let how = self.note.dwell.how().unwrap_or(How::Press);
            ctx.props().on_event.emit(CardEvent::Cited { id: source.id.clone(), url, how });
        }
    }

    pub(super) fn close_note(&mut self) {
        self.mark(false);
        self.go_back();
        if let Some(note) = self.note_element() {
            // Fails only on a note that is not in the page any more.
            let _ = note.hide();
        }
    }

    /// Gives the marker whose note is shown a part of its own, and points out the way
    /// back to it in the list of sources. Set by hand: drawing sections and list again
    /// for it would cost more, and Yew writes only what it has changed.
    fn mark(&mut self, is_active: bool) {
        let Some(marker) = self.note.marker.clone() else { return };
        // Attributes set by script fail only on names that are none.
        if is_active {
            let _ = marker.set_attribute("part", "marker marker-active");
            self.point_out_ways_back(&marker);
        } else {
            let _ = marker.set_attribute("part", "marker");
        }
    }

    /// A card that is taken out of the page, and put in elsewhere, has its note closed by the
    /// browser without a word.
    pub(super) fn notice_removal(&mut self) {
        let is_open = |note: Popover| note.matches(":popover-open").unwrap_or(true);
        if self.note.dwell.marker().is_some() && !self.note_element().is_some_and(is_open) {
            self.mark(false);
            self.note.dwell.tell(Hand::Closed, now());
        }
    }

    fn note_element(&self) -> Option<Popover> {
        self.find(&crate::view::note_id(0)).map(JsCast::unchecked_into)
    }

    fn point_out_ways_back(&mut self, marker: &Element) {
        for way in self.note.ways_back.drain(..) {
            let _ = way.remove_attribute("aria-current");
        }
        // A marker for several sources holds a place for each mention.
        let mut mention = Some(marker.clone());
        let mut next = marker.first_element_child();
        while let Some(place) = mention {
            self.note.ways_back.extend(self.way_back(&place.id()));
            mention = next;
            next = mention.as_ref().and_then(Element::next_element_sibling);
        }
        for way in &self.note.ways_back {
            let _ = way.set_attribute("aria-current", "location");
        }
    }

    fn way_back(&self, mention: &str) -> Option<Element> {
        let way = ["[data-go='", mention, "']"].concat();
        self.root.cast::<Element>()?.query_selector(&way).ok()?
    }

    pub(super) fn find(&self, id: &str) -> Option<Element> {
        crate::reveal::find(&self.root, id)
    }
}
