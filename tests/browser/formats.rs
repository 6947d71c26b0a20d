//! A card that is given the address of a story in another format.

use story_card::CardEvent;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::live::{Network, wait};
use crate::page::Mounted;

const POSTS: &str = r#"[
    { "id": 1, "title": { "rendered": "Weir &amp; lock" }, "content": { "rendered": "<p>Water <b>runs</b>.</p>" } },
    { "id": 2, "title": { "rendered": "Tide" }, "date_gmt": 7, "content": { "rendered": "<p>It turns.</p>" } }
]"#;

async fn shown(body: &str, item: Option<&'static str>) -> (Network, Mounted) {
    let network = Network::new(&[(200, body)]);
    let card = Mounted::new(|props| {
        props.src = Some("/posts.json".into());
        props.item = item.map(Into::into);
    })
    .await;
    wait(&card, |card| !card.events.borrow().is_empty()).await;
    (network, card)
}

#[wasm_bindgen_test]
async fn posts_are_read() {
    let (_network, card) = shown(POSTS, None).await;
    assert_eq!(card.text("headline"), "Weir & lock");
    assert_eq!(card.text("paragraph"), "Water runs.");
    let (_network, card) = shown(POSTS, Some("2")).await;
    assert_eq!(card.text("headline"), "Tide");
    let events = card.events.borrow();
    let [CardEvent::Loaded { problems, .. }] = events.as_slice() else { panic!("{events:?}") };
    // It leads into the document that the publisher has.
    assert_eq!(problems[0].path, "/1/date_gmt");
}

#[wasm_bindgen_test]
async fn drafts_are_withheld() {
    let draft = r#"{ "id": 1, "status": "draft", "title": { "rendered": "Secret" }, "content": { "rendered": "<p>x</p>" } }"#;
    let (_network, card) = shown(draft, None).await;
    let events = card.events.borrow();
    let [CardEvent::Failed(error)] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!(error.code(), "withheld");
    assert!(!card.root.text_content().unwrap().contains("Secret"));
}

#[wasm_bindgen_test]
async fn native_stories_are_read_as_they_are() {
    let native = r#"[{"schemaVersion":"story-card/1.0","headline":"One"},{"schemaVersion":"story-card/1.0","headline":"Two","urgent":"x"}]"#;
    let (_network, card) = shown(native, Some("1")).await;
    assert_eq!(card.text("headline"), "Two");
    let events = card.events.borrow();
    let [CardEvent::Loaded { problems, .. }] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!(problems[0].path, "/1/urgent");
}
