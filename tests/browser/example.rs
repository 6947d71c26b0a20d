//! The application in `examples/yew_app`, which is also the README's, on a page.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::live::Network;
use crate::page::settled;

#[path = "../../examples/yew_app/src/page.rs"]
mod shown;

#[wasm_bindgen_test]
async fn example_application_shows_a_card_and_hears_of_it() {
    let _network = Network::new(&[(
        200,
        r#"{"schemaVersion": "story-card/1.0", "headline": "Afloat again"}"#,
    )]);
    let document = web_sys::window().unwrap().document().unwrap();
    let place = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&place).unwrap();
    let handle = yew::Renderer::<shown::Page>::with_root(place.clone()).render();
    let status = || place.query_selector("p").unwrap().unwrap().text_content().unwrap();
    for _ in 0..50 {
        settled().await;
        if status() != "…" {
            break;
        }
    }
    assert_eq!(status(), "Afloat again");
    let root = place.query_selector("main > div").unwrap().unwrap().shadow_root().unwrap();
    let headline = root.query_selector("[part~=headline]").unwrap().unwrap();
    assert_eq!(headline.text_content().as_deref(), Some("Afloat again"));
    handle.destroy();
    place.remove();
}
