//! The component that brings its styles along: a root of its own, in which all else is as
//! in a root of the application's.

use std::cell::RefCell;
use std::rc::Rc;

use story_card::settings::{HeadingLevel, Settings};
use story_card::{CardEvent, StoryCardProps, StyledStoryCard};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element, HtmlElement, ShadowRoot};
use yew::prelude::*;

use crate::page::{settled, story};

/// A styled card on the page, taken down when dropped.
struct Styled {
    place: Element,
    events: Rc<RefCell<Vec<CardEvent>>>,
    handle: Option<AppHandle<StyledStoryCard>>,
}

impl Styled {
    async fn new(settings: Settings) -> Self {
        let place = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&place).unwrap();
        let events = Rc::new(RefCell::new(Vec::new()));
        let on_event = {
            let events = events.clone();
            Callback::from(move |event| events.borrow_mut().push(event))
        };
        let props = yew::props!(StoryCardProps { story: Some(story()), settings, on_event });
        let handle =
            yew::Renderer::<StyledStoryCard>::with_root_and_props(place.clone(), props).render();
        settled().await;
        Self { place, events, handle: Some(handle) }
    }

    fn root(&self) -> ShadowRoot {
        self.place.first_element_child().unwrap().shadow_root().expect("a root of its own")
    }

    fn part(&self, part: &str) -> HtmlElement {
        let found = self.root().query_selector(&format!("[part~={part}]")).unwrap();
        found.unwrap_or_else(|| panic!("no {part}")).unchecked_into()
    }

    fn style(&self, part: &str, property: &str) -> String {
        let styles = web_sys::window().unwrap().get_computed_style(&self.part(part)).unwrap();
        styles.unwrap().get_property_value(property).unwrap()
    }
}

impl Drop for Styled {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
        self.place.remove();
    }
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

#[wasm_bindgen_test]
async fn styled_card_looks_like_a_card_and_tells_its_story() {
    let card = Styled::new(Settings::default()).await;
    assert_eq!(card.part("headline").text_content().as_deref(), Some("Tide <b>turns</b>"));
    // From `first.css`, `words.css` and the app's sheet.
    assert_eq!(card.style("card", "display"), "grid");
    assert_eq!(card.style("headline", "font-weight"), "700");
    assert_ne!(card.style("marker", "border-top-style"), "outset", "no button of the browser's");
    let events = card.events.borrow();
    assert!(matches!(events.as_slice(), [CardEvent::Loaded { citations: 3, .. }]), "{events:?}");
}

#[wasm_bindgen_test]
async fn two_styled_cards_put_no_id_into_the_page_and_share_their_sheet() {
    let (one, other) =
        (Styled::new(Settings::default()).await, Styled::new(Settings::default()).await);
    assert_eq!(document().query_selector_all("[id=headline], [part]").unwrap().length(), 0);
    let sheets = [&one, &other].map(|card| card.root().adopted_style_sheets().get(0));
    assert!(sheets[0].is_object() && sheets[0] == sheets[1]);
}

#[wasm_bindgen_test]
async fn styled_card_takes_settings_and_presses() {
    let settings = Settings { heading_level: HeadingLevel::H4, ..Settings::default() };
    let card = Styled::new(settings).await;
    assert!(card.root().query_selector("h4[part~=headline]").unwrap().is_some());
    let open = || card.root().query_selector_all("[part~=section][open]").unwrap().length();
    assert_eq!(open(), 1);
    card.part("toggle-all").click();
    settled().await;
    assert_eq!(open(), 2);
}

#[wasm_bindgen_test]
async fn styled_card_that_is_taken_down_leaves_its_root_empty() {
    let card = Styled::new(Settings::default()).await;
    let (host, root) = (card.place.clone(), card.root());
    assert!(root.first_element_child().is_some());
    drop(card);
    settled().await;
    assert!(root.first_element_child().is_none() && host.first_element_child().is_none());
}
