//! What a Yew application sees of the component.

use std::rc::Rc;

use story_card::CardEvent;
use story_card::settings::Settings;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::page::{Mounted, story};

#[wasm_bindgen_test]
async fn story_given_as_a_value_is_drawn_and_told() {
    let card = Mounted::new(|props| props.story = Some(story())).await;
    assert_eq!(card.text("headline"), "Tide <b>turns</b>");
    assert_eq!(card.parts("marker").len(), 3);
    let events = card.events.borrow();
    assert!(matches!(events.as_slice(), [CardEvent::Loaded { citations: 3, .. }]), "{events:?}");
}

#[wasm_bindgen_test]
async fn without_a_story_the_skeleton_stands() {
    let card = Mounted::new(|_| {}).await;
    assert_eq!(card.parts("skeleton").len(), 1);
    assert_eq!(card.parts("headline").len(), 0);
}

#[wasm_bindgen_test]
async fn source_that_is_not_there_ends_in_the_failed_face() {
    let card = Mounted::new(|props| props.src = Some("data:application/json,{".into())).await;
    for _ in 0..50 {
        if !card.parts("error").is_empty() {
            break;
        }
        card.drawn().await;
    }
    assert_eq!(card.parts("error").len(), 1);
    let events = card.events.borrow();
    assert!(matches!(events.as_slice(), [CardEvent::Failed(error)] if error.code() == "not-json"));
}

#[wasm_bindgen_test]
async fn sections_start_as_the_story_says_and_follow_the_button() {
    let card = Mounted::new(|props| props.story = Some(story())).await;
    assert_eq!(card.open_sections(), [false, true]);
    card.press("toggle-all").await;
    assert_eq!(card.open_sections(), [true, true]);
    card.press("toggle-all").await;
    assert_eq!(card.open_sections(), [false, false]);
}

#[wasm_bindgen_test]
async fn section_opened_by_hand_is_told_once() {
    let card = Mounted::new(|props| props.story = Some(story())).await;
    card.events.borrow_mut().clear();
    card.parts("section").first().unwrap().set_attribute("open", "").unwrap();
    for _ in 0..5 {
        card.drawn().await;
    }
    let events = card.events.borrow();
    let told: Vec<_> = events
        .iter()
        .filter_map(|event| match event {
            CardEvent::Toggled { id, open } => Some((id.as_str(), *open)),
            _ => None,
        })
        .collect();
    assert_eq!(told, [("first", true)]);
    drop(events);
    assert_eq!(card.open_sections(), [true, true]);
}

#[wasm_bindgen_test]
async fn exclusive_card_names_its_sections_alike() {
    let settings = Settings { exclusive: true, ..Settings::default() };
    let card = Mounted::new(|props| {
        props.story = Some(story());
        props.settings = settings;
    })
    .await;
    let sections = card.parts("section");
    assert_eq!(sections.len(), 2);
    for section in sections {
        assert_eq!(section.get_attribute("name").as_deref(), Some("section"));
    }
}

#[wasm_bindgen_test]
async fn press_on_a_link_is_told_with_its_kind() {
    let card = Mounted::new(|props| props.story = Some(story())).await;
    let link = card.root.query_selector("[part~=headline] a").unwrap().unwrap();
    // The test page itself must not be left.
    link.set_attribute("href", "#here").unwrap();
    let press = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &{
        let init = web_sys::MouseEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init
    })
    .unwrap();
    link.dispatch_event(&press).unwrap();
    card.drawn().await;
    let events = card.events.borrow();
    let kinds = events.iter().filter_map(|event| match event {
        CardEvent::Linked { kind, .. } => Some(kind.clone()),
        _ => None,
    });
    assert_eq!(kinds.collect::<Vec<_>>(), ["text"]);
}

#[wasm_bindgen_test]
async fn ten_cards_taken_down_leave_nothing_behind() {
    for _ in 0..10 {
        let mut card = Mounted::new(|props| props.story = Some(Rc::clone(&story()))).await;
        assert_eq!(card.parts("card").len(), 1);
        let face = card.root.first_element_child().unwrap();
        let told = card.events.borrow().len();
        card.take_down();
        card.drawn().await;
        assert_eq!(card.root.child_element_count(), 0, "the card is still in its place");
        // What it has left behind hears nothing any more.
        card.root.append_child(&face).unwrap();
        for marker in card.parts("marker") {
            marker.unchecked_into::<HtmlElement>().click();
        }
        assert_eq!(card.events.borrow().len(), told, "a listener is still there");
    }
}
