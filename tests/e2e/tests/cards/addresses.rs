//! The fragment of the page's address: what it names, and which card takes it.

use serde_json::json;
use story_card_e2e::{Answer, Gate, Kit, suite};

use crate::drawing::many;
use crate::fragments::{AT_THREE, address, linking, page_of, press_link, tag};
use crate::stories::{folding, with};

suite! {
    EVERYWHERE:
        page_keeps_the_names_that_it_has,
        hidden_fallback_has_no_names,
        first_card_that_has_it_takes_the_fragment,
        first_card_takes_it_when_it_comes_last,
        names_of_every_script_are_found,
        prefixed_fragment_is_always_a_cards,
        far_card_comes_when_it_is_called,
        reload_does_not_go_there_again,
        reader_who_reads_elsewhere_is_not_torn_away;
}

fn page_keeps_the_names_that_it_has(kit: &Kit) {
    for own in ["<h2 id='three'>Three</h2>", "<a name='three'>Three</a>"] {
        for path in ["/news/42", "/news/42#three"] {
            let body = format!("{}{own}", tag(kit, &linking("")));
            let page = kit.page_at(path, "", &body);
            let card = page.card().ready();
            page.run("location.hash = 'three'");
            page.wait("location.hash === '#three'");
            page.settle();
            assert_eq!(card.open_sections(), [false, true, false], "{own} at {path}");
            // A link in the story means the story's own, and the address not that.
            page.run("location.hash = ''; window.isTheSame = true");
            press_link(&card, "the third");
            card.wait_for_sections(&[false, true, true]);
            page.settle();
            assert_eq!(address(page), "/news/42", "{own}");
        }
    }
    // What is named otherwise is no place.
    let page =
        kit.page_at("/news/42", "", &format!("<input name='three'>{}", tag(kit, &folding())));
    let card = page.card().ready();
    page.run("location.hash = 'three'");
    card.wait_for_sections(&[false, true, true]);
}

fn hidden_fallback_has_no_names(kit: &Kit) {
    let url = kit.story(&folding());
    let fallback =
        "<h2 id='one'>One</h2><h2 id='three'>Third heading</h2><p id='two' slot='footer'>Two</p>";
    let page = kit.page_at(
        "/news/42#three",
        "",
        &format!("<story-card src='{url}' open='none'>{fallback}</story-card>"),
    );
    let card = page.card().ready();
    card.wait_for_sections(&[false, false, true]);
    page.run("location.hash = 'two'");
    page.settle();
    page.run("location.hash = 'one'");
    card.wait_for_sections(&[true, false, true]);
}

fn first_card_that_has_it_takes_the_fragment(kit: &Kit) {
    let other = with(json!({ "sections": [{ "id": "other", "headline": "O", "blocks": ["x"] }] }));
    let (other, same) = (kit.story(&other), kit.story(&folding()));
    let cards = format!(
        "<story-card id='a' src='{other}'></story-card><story-card id='b' src='{same}'></story-card><story-card id='c' src='{same}'></story-card>"
    );
    for (at_load, later) in [("#three", "one"), ("#story-card:three", "story-card:one")] {
        let page = kit.page_at(&format!("/news/42{at_load}"), "", &cards);
        let [a, b, c] = ["#a", "#b", "#c"].map(|id| page.card_at(id).ready());
        b.wait_for_sections(&[false, true, true]);
        page.run_with("location.hash = args[0]", json!([later]));
        b.wait_for_sections(&[true, true, true]);
        page.settle();
        assert_eq!(c.open_sections(), [false, true, false], "{at_load}");
        assert_eq!(a.open_sections(), [false]);
        // The order is the document's, whenever they came.
        page.run("document.body.prepend(document.querySelector('#c'))");
        let c = page.card_at("#c").ready();
        page.run("location.hash = ''; location.hash = 'three'");
        c.wait_for_sections(&[false, true, true]);
    }
}

fn first_card_takes_it_when_it_comes_last(kit: &Kit) {
    let gate = Gate::new();
    let slow = kit.answer(Answer::json(&folding()).behind(&gate));
    let fast = kit.story(&folding());
    let body = format!(
        "<story-card id='a' loading='eager' src='{slow}'></story-card><story-card id='b' loading='eager' src='{fast}'></story-card>"
    );
    let page = kit.page_at("/news/42#three", "", &body);
    let b = page.card_at("#b").ready();
    page.settle();
    gate.open();
    let a = page.card_at("#a").ready();
    a.wait_for_sections(&[false, true, true]);
    page.settle();
    assert_eq!(b.open_sections(), [false, true, false]);
    // One that fails has nothing.
    let gate = Gate::new();
    let gone = kit.answer(Answer::status(404).behind(&gate));
    let page = kit.page_at("/news/42#three", "", &body.replace(&slow, &gone));
    let b = page.card_at("#b").ready();
    gate.open();
    b.wait_for_sections(&[false, true, true]);
}

fn names_of_every_script_are_found(kit: &Kit) {
    let story = with(json!({
        "description": "[The method](#水位の測り方), [levels](#%D9%85%D8%B3%D8%AA%D9%88%D9%8A%D8%A7%D8%AA), [changes](#What%20Changed)",
        "sections": [
            { "headline": "水位の測り方", "blocks": ["a"] },
            { "id": "مستويات", "headline": "كيف تُقاس", "blocks": ["b"] },
            { "id": "What Changed", "headline": "Changed", "blocks": ["c"] },
        ],
    }));
    let card = page_of(kit, "/news/42", "<base href='/'>", &story);
    press_link(&card, "The method");
    card.wait_for_sections(&[true, false, false]);
    press_link(&card, "levels");
    card.wait_for_sections(&[true, true, false]);
    press_link(&card, "changes");
    card.wait_for_sections(&[true, true, true]);
    for (fragment, open) in [
        ("#水位の測り方", [true, false, false]),
        ("#%E6%B0%B4%E4%BD%8D%E3%81%AE%E6%B8%AC%E3%82%8A%E6%96%B9", [true, false, false]),
        ("#مستويات", [false, true, false]),
        ("#story-card:مستويات", [false, true, false]),
        ("#story-card%3Awhat-changed", [false, false, true]),
        ("#100%", [false, false, false]),
    ] {
        let page = kit.page_at("/news/42", "", &tag(kit, &story));
        let card = page.card().ready();
        page.run_with("location.hash = args[0]", json!([fragment]));
        page.settle();
        card.wait_for_sections(&open);
    }
}

fn prefixed_fragment_is_always_a_cards(kit: &Kit) {
    let mut story = many(40);
    story["sections"] = folding()["sections"].clone();
    let body = format!("<h2 id='three'>3</h2><h2 id='event-3'>3</h2>{}", tag(kit, &story));
    let page = kit.page_at("/news/42#story-card:three", "", &body);
    let card = page.card().ready();
    card.wait_for_sections(&[false, true, true]);
    page.run("location.hash = 'event-3'");
    page.settle();
    assert!(!card.nth("event", 2).is_shown());
    page.run("location.hash = 'story-card:event-3'");
    card.wait("parts(card, 'event')[2].checkVisibility()");
    page.run("location.hash = 'story-card:nothing'");
    page.settle();
    assert_eq!(card.open_sections(), [false, true, true]);
}

fn far_card_comes_when_it_is_called(kit: &Kit) {
    let far = |id: &str| {
        let url = kit.story(&folding());
        format!("<p style='height: 500vh'></p><story-card id='{id}' src='{url}'></story-card>")
    };
    let page = kit.page_at("/news/42#story-card:three", "", &far("a"));
    let card = page.card().ready();
    card.wait_for_sections(&[false, true, true]);
    card.wait(AT_THREE);
    let page = kit.page_at("/news/43", "", &far("b"));
    page.settle();
    assert_eq!(page.card().state(), "idle");
    page.run("location.hash = 'story-card:three'");
    page.card().ready().wait(AT_THREE);
}

fn reload_does_not_go_there_again(kit: &Kit) {
    let page = kit.page_at("/news/42#three", "", &tag(kit, &folding()));
    let card = page.card().ready();
    card.wait_for_sections(&[false, true, true]);
    page.pointer().press(&card.nth("section-heading", 2));
    card.wait_for_sections(&[false, true, false]);
    card.run("await card.reload()");
    page.settle();
    assert_eq!(card.open_sections(), [false, true, false]);
}

fn reader_who_reads_elsewhere_is_not_torn_away(kit: &Kit) {
    let gate = Gate::new();
    let url = kit.answer(Answer::json(&folding()).behind(&gate));
    let body = format!(
        "<input id='search'><story-card loading='eager' src='{url}'></story-card><p style='height: 300vh'></p>"
    );
    let page = kit.page_at("/news/42#three", "", &body);
    page.run("document.querySelector('#search').focus({ preventScroll: true }); scrollTo(0, 400)");
    gate.open();
    let card = page.card().ready();
    card.wait_for_sections(&[false, true, true]);
    page.settle();
    let seen = page.run("return [document.activeElement.id, scrollY >= 400]");
    assert_eq!(seen, json!(["search", true]));
}
