//! Pictures: who may be asked for them, and the place they keep.

use serde_json::json;
use story_card_e2e::{Gate, Kit, suite};

use crate::stories::{full, picture, picture_answer, show, show_full, show_with, with};

suite! {
    EVERYWHERE:
        place_of_a_picture_is_kept,
        picture_has_caption_credit_and_alternative,
        images_off_fetches_none,
        images_of_the_same_origin_only,
        images_are_fetched_without_referrer_or_cookies;
}

fn picture_has_caption_credit_and_alternative(kit: &Kit) {
    let card = show_full(kit);
    let image = card.part("image");
    assert_eq!(image.inside("img").attribute("alt"), "The weir from the east bank");
    let caption = card.part("caption").seen_text();
    assert!(caption.contains("The weir on Tuesday.") && caption.contains("J. Lind"), "{caption}");
    assert_eq!(image.run("return el.localName"), "figure");
}

fn place_of_a_picture_is_kept(kit: &Kit) {
    let gate = Gate::new();
    let url = kit.answer(picture_answer(800, 400).behind(&gate));
    let card = show(
        kit,
        &with(json!({
            "image": { "url": url, "alt": "A weir", "width": 800, "height": 400 },
            "sections": [{ "blocks": ["Below the picture."] }],
        })),
    );
    let picture = card.part("image").inside("img");
    let before = (picture.rect(), card.part("paragraph").rect());
    assert!((before.0.width / before.0.height - 2.0).abs() < 0.1, "{:?}", before.0);
    gate.open();
    picture.wait("el.complete && el.naturalWidth > 0");
    card.page().settle();
    assert_eq!((picture.rect(), card.part("paragraph").rect()), before);
}

fn images_off_fetches_none(kit: &Kit) {
    let url = picture(kit, 80, 40);
    let card = show_with(kit, "images='off' open='all'", &full(&url));
    card.page().settle();
    assert_eq!(kit.server.requests_for(&url).len(), 0);
    assert!(!card.part("image").is_shown());
}

fn images_of_the_same_origin_only(kit: &Kit) {
    let elsewhere = picture(kit, 80, 40);
    let here = "/host/picture.svg";
    kit.server.instead(here, crate::stories::picture_answer(80, 40));
    let mut story = full(&elsewhere);
    story["image"]["url"] = json!(format!("{}{here}", kit.server.pages()));
    let card = show_with(kit, "images='same-origin' open='all'", &story);
    card.part("image").inside("img").wait("el.complete && el.naturalWidth > 0");
    assert_eq!(kit.server.requests_for(&elsewhere).len(), 0);
}

fn images_are_fetched_without_referrer_or_cookies(kit: &Kit) {
    let url = picture(kit, 80, 40);
    kit.host("<main></main>").run("document.cookie = 'reader=42; path=/'");
    let card = show(kit, &full(&url));
    card.part("image").inside("img").wait("el.complete && el.naturalWidth > 0");
    card.page().run("document.cookie = 'reader=; max-age=0; path=/'");
    let requests = kit.server.requests_for(&url);
    assert!(!requests.is_empty());
    for request in requests {
        assert_eq!(request.header("referer"), None);
        assert_eq!(request.header("cookie"), None);
    }
}
