//! The marker whose note is shown, and the ways back to it from the list of sources.

use js_sys::Reflect;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use yew::prelude::*;

use super::ids;
use crate::browser::{focus, reveal};

/// The active marker. Its looks are attributes set by hand: drawing sections and list again
/// for it would cost more, and Yew writes only what it has changed.
#[derive(Debug, Default)]
pub struct Active {
    /// The marker, or the one that was last.
    pub marker: Option<Element>,
    /// The ways back to it, pointed out in the list of sources.
    ways_back: Vec<Element>,
}

impl Active {
    /// Gives the marker a part of its own and the note for its target, and points out the ways
    /// back to it.
    pub fn set(&mut self, root: &NodeRef, marker: Element) {
        // Attributes set by script fail only on names that are none.
        let _ = marker.set_attribute("part", "marker marker-active");
        let _ = marker.set_attribute("popovertarget", &ids::note(0));
        let _ = marker.set_attribute("aria-expanded", "true");
        self.point_out_ways_back(root, &marker);
        self.marker = Some(marker);
    }

    /// The marker is as others are.
    pub fn clear(&self) {
        if let Some(marker) = &self.marker {
            let _ = marker.set_attribute("part", "marker");
            let _ = marker.remove_attribute("popovertarget");
            let _ = marker.set_attribute("aria-expanded", "false");
        }
    }

    /// Gives the marker the focus that was in its note, or the section that it is folded into, as
    /// long as nothing else has taken it: Chromium loses it.
    pub fn take_focus_from(&self, note: Option<&Element>) {
        // It may still be in the note, which is hidden by now. Not asked by `:focus-within`, which
        // WebKit 2.50 denies of a note under the focus.
        let is_in_note = note.is_some_and(|note| note.contains(focused_beside(note).as_ref()));
        let taken = web_sys::window().and_then(|window| window.document()?.active_element());
        if !is_in_note && taken.is_some_and(|taken| taken.local_name() != "body") {
            return;
        }
        if let Some(to) = self.folded_into().or_else(|| self.marker.clone()) {
            focus::give_focus(&to);
        }
    }

    /// What the marker is folded into, a section or the like.
    pub fn folded_into(&self) -> Option<Element> {
        reveal::folded_around(self.marker.as_ref()?)
    }

    fn point_out_ways_back(&mut self, root: &NodeRef, marker: &Element) {
        for way in self.ways_back.drain(..) {
            let _ = way.remove_attribute("aria-current");
        }
        // A marker for several sources holds a place for each mention.
        let mut mention = Some(marker.clone());
        let mut next = marker.first_element_child();
        while let Some(place) = mention {
            self.ways_back.extend(way_back(root, &place.id()));
            mention = next;
            next = mention.as_ref().and_then(Element::next_element_sibling);
        }
        for way in &self.ways_back {
            let _ = way.set_attribute("aria-current", "location");
        }
    }
}

/// What has the focus in the tree that an element is in: its shadow root, or the document.
fn focused_beside(element: &Element) -> Option<Node> {
    let focused = Reflect::get(&element.get_root_node(), &"activeElement".into()).ok()?;
    focused.dyn_into().ok()
}

/// Looked for in its source's entry alone: a long story has thousands of nodes before the list.
fn way_back(root: &NodeRef, mention: &str) -> Option<Element> {
    let entry = reveal::find(root, &ids::source_of(mention)?)?;
    entry.query_selector(&["[data-go='", mention, "']"].concat()).ok()?
}
