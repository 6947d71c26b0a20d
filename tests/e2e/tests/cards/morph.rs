//! A page that is made equal to what the server sends, as Turbo, Livewire and htmx do.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::stories::{folding, headed};

suite! {
    EVERYWHERE:
        morphed_page_keeps_its_card,
        morphed_page_shows_another_story,
        morphed_story_inside_the_tag_is_shown,
        attributes_made_equal_by_hand_change_nothing;
}

const HEAD: &str =
    "<script src='/kit/idiomorph.js'></script><script type='module' src='/story-card.js'></script>";

fn tag(src: &str) -> String {
    format!(
        "<story-card id='card' loading='eager' src='{src}'><p id='fallback'><a href='/read'>Read the story</a></p></story-card>"
    )
}

/// Fetches the page again, changes it and makes the document equal to it.
#[track_caller]
fn morph(card: &Card<'_>, from: &str, to: &str) {
    card.page().run_with(
        "const page = await (await fetch(location.href)).text();
         const next = new DOMParser().parseFromString(page.replace(...args), 'text/html');
         Idiomorph.morph(document.documentElement, next.documentElement);
         await frame(); await frame();",
        json!([from, to]),
    );
}

fn morphed_page_keeps_its_card(kit: &Kit) {
    let url = kit.story(&folding());
    let body = format!("<p id='count'>1 reader</p>{}", tag(&url));
    let card = kit.page(HEAD, &body).card().ready();
    card.page().pointer().press(&card.nth("section-heading", 0));
    card.wait_for_sections(&[true, true, false]);
    for readers in ["2 readers", "3 readers"] {
        morph(&card, "1 reader", readers);
        assert_eq!(card.page().run("return find('#count').textContent"), readers);
        assert!(card.part("headline").is_shown());
        assert_eq!(card.run("return find('#fallback').checkVisibility()"), false);
        assert_eq!(card.open_sections(), [true, true, false]);
        assert_eq!(card.state(), "ready");
        assert_eq!(card.run("return card.matches(':state(ready)')"), true);
        assert_eq!(card.run("return card.getAttributeNames()"), json!(["id", "loading", "src"]));
    }
    assert_eq!(kit.server.requests_for(&url).len(), 1);
    assert_eq!(card.page().details("story-card-load").len(), 1);
}

fn morphed_page_shows_another_story(kit: &Kit) {
    let (url, other) = (kit.story(&folding()), kit.story(&headed("The other story")));
    let card = kit.page(HEAD, &tag(&url)).card().ready();
    morph(&card, &url, &other);
    card.wait(
        "card.state === 'ready' && tidy(part(card, 'headline').textContent) === 'The other story'",
    );
    assert_eq!(card.count("headline"), 1);
}

fn morphed_story_inside_the_tag_is_shown(kit: &Kit) {
    let body = format!(
        "<story-card id='card'><script type='application/json'>{}</script></story-card>",
        headed("As it was")
    );
    let card = kit.page(HEAD, &body).card().ready();
    morph(&card, "nothing of this kind", "");
    assert_eq!(card.page().details("story-card-load").len(), 1);
    morph(&card, "As it was", "As it is");
    card.wait("card.state === 'ready' && tidy(part(card, 'headline').textContent) === 'As it is'");
}

fn attributes_made_equal_by_hand_change_nothing(kit: &Kit) {
    let url = kit.story(&folding());
    let card = kit.page(HEAD, &tag(&url)).card().ready();
    // What morphdom, LiveView and others do with the attributes that a server did not send.
    let kept = card.run(
        "const sent = new Set(['id', 'src', 'loading']);
         for (const name of card.getAttributeNames()) if (!sent.has(name)) card.removeAttribute(name);
         for (const name of sent) card.setAttribute(name, card.getAttribute(name));
         await frame(); await frame();
         return [card.state, card.matches(':state(ready)'), card.isConnected];",
    );
    assert_eq!(kept, json!(["ready", true, true]));
    assert_eq!(kit.server.requests_for(&url).len(), 1);
    assert_ne!(card.property("story"), Value::Null);
}
