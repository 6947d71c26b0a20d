//! Links that lead to a place in the story, or on the page around it.
//!
//! A fragment is the page's to resolve, and a page with a `<base>` would load another page
//! for it. A place of the story itself no page can find, so the card goes there.

use web_sys::Element;
use yew::prelude::*;

use super::card_event::CardEvent;
use super::listener::Listener;
use super::message::Message;
use crate::attributes;
use crate::browser::focus::give_focus;
use crate::browser::page::{before_fragment, before_own_fragment, page_address};
use crate::story::{SafeLink, Story};

/// The link that was pressed, of those that the page is told of.
pub fn of(target: &Element) -> Option<Element> {
    target.closest("[data-link]").ok().flatten()
}

/// A link was pressed: tells the page, then goes to the place it names, if it is the
/// story's own.
pub fn pressed(link: &Element, press: &MouseEvent, listener: &Listener) -> Option<Message> {
    correct(link);
    let kind = link.get_attribute(attributes::LINK).unwrap_or_default();
    let href = link.get_attribute(attributes::TO).or_else(|| link.get_attribute("href"));
    let url = href.unwrap_or_default();
    listener.on_event.emit(CardEvent::Linked { url: url.clone(), kind, press: press.clone() });
    // With a key or another button it is for another tab or window.
    let is_plain = press.button() == 0
        && !(press.ctrl_key() || press.meta_key() || press.shift_key() || press.alt_key());
    if !is_plain || press.default_prevented() {
        return None;
    }
    let story = &listener.card.as_ref()?.0.story;
    let name = name(&url, story)?;
    if let Some(place) = place(story, &name) {
        press.prevent_default();
        listener.on_event.emit(CardEvent::Led { name });
        return Some(Message::GoTo(place, true));
    }
    if url.starts_with('#') && would_change_route(&name) {
        press.prevent_default();
        let found = web_sys::window()?.document()?.get_element_by_id(&name)?;
        found.scroll_into_view();
        give_focus(&found);
    }
    None
}

/// Lets the link lead where it says: the page's address may be another than when it was
/// drawn.
pub fn correct(link: &Element) {
    if let Some(fragment) = link.get_attribute(attributes::TO) {
        // Fails never: the name is one.
        let _ = link.set_attribute("href", &[before_own_fragment(), fragment].concat());
    }
}

/// The name of a place that a link leads to, where it is one of this page, or of the
/// story's own, which is the same story.
fn name(url: &str, story: &Story) -> Option<String> {
    let (page, fragment) = url.split_once('#')?;
    let of_story = || story.url.as_ref().map(SafeLink::as_str).map(before_fragment);
    (page.is_empty() || page == page_address() || Some(page) == of_story())
        .then(|| decoded(fragment))
}

/// As letters; as it stands where that is no encoding.
fn decoded(fragment: &str) -> String {
    let name = js_sys::decode_uri_component(fragment).map(String::from);
    name.unwrap_or_else(|_| fragment.to_owned())
}

/// Whether the page keeps its route in its fragment, and this is none: following it the
/// page would go astray.
fn would_change_route(name: &str) -> bool {
    let is_route = |name: &str| name.starts_with(['/', '!']);
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    !is_route(name) && hash.is_some_and(|hash| is_route(hash.trim_start_matches('#')))
}

/// The link that an event is about, where it leads to a place.
pub fn about(target: &Element) -> Option<Element> {
    target.closest("[data-to]").ok().flatten()
}

/// The id, inside the card, of the section or event of this name.
pub fn place(story: &Story, name: &str) -> Option<String> {
    if let Some(section) = story.section(name) {
        return Some(["section-", &section.id].concat());
    }
    let number: usize = name.strip_prefix("event-")?.parse().ok()?;
    let events = story.timeline.as_ref().map_or(0, |timeline| timeline.events.len());
    (1..=events).contains(&number).then(|| ["event-", &number.to_string()].concat())
}
