//! Pictures that have another for dark cards: one of the two is asked for, and shown.

use serde_json::json;
use story_card_e2e::{Answer, Card, Kit, suite};

use crate::stories::{picture, show, show_with, with};

suite! {
    EVERYWHERE:
        card_asks_for_the_picture_of_its_scheme_alone,
        picture_follows_the_page,
        dark_picture_that_does_not_come_leaves_the_light_one,
        words_stand_where_neither_comes;
}

fn story(light: &str, dark: &str) -> serde_json::Value {
    with(json!({
        "image": { "url": light, "dark": dark, "alt": "A map", "width": 80, "height": 40 },
    }))
}

#[track_caller]
fn wait_for(card: &Card<'_>, url: &str) {
    let picture = card.part("image").inside("img");
    picture.wait(&format!("el.complete && el.naturalWidth > 0 && el.currentSrc === '{url}'"));
}

fn card_asks_for_the_picture_of_its_scheme_alone(kit: &Kit) {
    for theme in ["light", "dark"] {
        let (light, dark) = (picture(kit, 80, 40), picture(kit, 80, 40));
        let (shown, other) = if theme == "dark" { (&dark, &light) } else { (&light, &dark) };
        let card = show_with(kit, &format!("theme='{theme}'"), &story(&light, &dark));
        wait_for(&card, shown);
        card.page().settle();
        assert_eq!(kit.server.requests_for(other).len(), 0, "in a {theme} card");
    }
}

fn picture_follows_the_page(kit: &Kit) {
    let (light, dark) = (picture(kit, 80, 40), picture(kit, 80, 40));
    let card = show(kit, &story(&light, &dark));
    wait_for(&card, &light);
    for (scheme, shown) in [("dark", &dark), ("light", &light), ("dark", &dark)] {
        card.page().run(&format!("document.documentElement.style.colorScheme = '{scheme}'"));
        wait_for(&card, shown);
    }
    card.run("card.theme = 'light'");
    wait_for(&card, &light);
    card.run("card.theme = 'dark'");
    wait_for(&card, &dark);
}

fn dark_picture_that_does_not_come_leaves_the_light_one(kit: &Kit) {
    let light = picture(kit, 80, 40);
    let dark = kit.answer(Answer::status(404));
    let card = show_with(kit, "theme='dark'", &story(&light, &dark));
    wait_for(&card, &light);
    assert!(card.part("image").inside("img").is_shown());
    card.run("card.theme = 'light'");
    card.run("card.theme = 'dark'");
    card.page().settle();
    wait_for(&card, &light);
}

fn words_stand_where_neither_comes(kit: &Kit) {
    let gone = || kit.answer(Answer::status(404));
    let card = show_with(kit, "theme='dark'", &story(&gone(), &gone()));
    card.wait("part(card, 'image').innerText.includes('A map')");
    assert!(!card.part("image").inside("img").is_shown());
}
