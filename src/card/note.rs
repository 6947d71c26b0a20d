//! Opens and closes the note.

use gloo_timers::callback::Timeout;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::*;

use super::around::is_in_frame;
use super::{CardEvent, Face, Message, StoryCard};
use crate::beside::{Rect, shift};
use crate::dwell::{Dwell, Hand, How};

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
}

impl StoryCard {
    /// The browser has closed the note: Escape, its button, or a press elsewhere.
    pub(super) fn note_closed(&mut self, ctx: &Context<Self>) {
        self.mark(false);
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
            if let Some(marker) =
                self.note.marker.as_ref().and_then(|marker| marker.dyn_ref::<HtmlElement>())
            {
                // Fails only on what cannot have the focus.
                let _ = marker.focus_with_options(&options);
            }
        }
    }

    /// A press leads to another place: a note that it leads out of closes.
    pub(super) fn go_on(&mut self, ctx: &Context<Self>, pressed: &Element, id: &str) {
        let note = pressed.closest(".note").ok().flatten();
        let goes_out = |note: &Element| !self.find(id).is_some_and(|to| note.contains(Some(&to)));
        if note.is_some_and(|note| goes_out(&note)) {
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

    /// Moves the note to its marker where the browser has missed it, once there is
    /// something in it.
    pub(super) fn straighten(&self) -> Option<()> {
        self.note.dwell.marker()?;
        let (marker, note) = (self.note.marker.as_ref()?, self.note_element()?);
        let window = web_sys::window()?;
        let style = window.get_computed_style(&note).ok()??;
        let pixels = |value: Result<JsValue, _>| value.ok()?.as_f64();
        let window = (pixels(window.inner_width())?, pixels(window.inner_height())?);
        // A sheet has its place by itself.
        let is_placed = style
            .get_property_value("position-area")
            .is_ok_and(|area| area != "none" && !area.is_empty());
        let gap = style.get_property_value("margin-top").ok()?;
        let gap = js_sys::parse_float(&gap);
        let (right, down) = shift(rect(marker), rect(&note), window, gap).filter(|_| is_placed)?;
        // Whole pixels of a window: nothing is cut off.
        #[allow(clippy::cast_possible_truncation)]
        let pixels = |length: f64| (length as i32).to_string();
        let moved = [&*pixels(right), "px ", &pixels(down), "px"].concat();
        note.style().set_property("translate", &moved).ok()
    }

    /// Another story comes: the note would show sources that are not its own.
    pub(super) fn empty_note(&mut self, ctx: &Context<Self>) {
        self.dismiss_note(ctx);
        self.cited = std::rc::Rc::default();
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
        // Fails on a sheet that may not be changed, which the card's own is not.
        let _ = note.style().remove_property("translate");
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

fn rect(element: &Element) -> Rect {
    let rect = element.get_bounding_client_rect();
    Rect { left: rect.left(), top: rect.top(), right: rect.right(), bottom: rect.bottom() }
}
