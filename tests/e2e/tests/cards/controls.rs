//! Controls of a card that a page has set into a link or a label of its own.

use serde_json::json;
use story_card_e2e::{Kit, suite};

use crate::notes::{open_note, wait_until_closed};
use crate::shortcuts::{listening, searched};
use crate::stories::{cited, folding};

suite! {
    EVERYWHERE:
        control_in_a_link_of_the_page_follows_no_link,
        control_in_a_label_of_the_page_presses_no_other,
        held_enter_presses_once;
}

fn control_in_a_link_of_the_page_follows_no_link(kit: &Kit) {
    let mut story = searched();
    story["sections"] = folding()["sections"].clone();
    let card = listening(kit, "<a href='#followed'>", &story, "</a>");
    let page = card.page();
    let marker = card.part("marker");
    page.pointer().press(&marker);
    let close = open_note(&card).inside("button");
    page.pointer().press(&close);
    wait_until_closed(&card);
    page.pointer().press(&card.part("toggle-all"));
    card.wait_for_sections(&[true, true, true]);
    page.pointer().press(&card.nth("section-heading", 0));
    card.wait_for_sections(&[false, true, true]);
    page.pointer().press(&card.part("sources").inside("input"));
    page.settle();
    assert_eq!(page.run("return location.hash"), "");
    page.pointer().press(&card.part("headline"));
    page.wait("location.hash === '#followed'");
}

fn control_in_a_label_of_the_page_presses_no_other(kit: &Kit) {
    let mut story = searched();
    story["sections"] = folding()["sections"].clone();
    let before = "<div><label><input id='box' type='checkbox'>";
    let card = listening(kit, before, &story, "</label></div>");
    let page = card.page();
    page.pointer().press(&card.part("marker"));
    open_note(&card);
    page.press_key("Escape");
    wait_until_closed(&card);
    page.pointer().press(&card.part("toggle-all"));
    card.wait_for_sections(&[true, true, true]);
    page.pointer().press(&card.nth("section-heading", 0));
    card.wait_for_sections(&[false, true, true]);
    let search_box = card.part("sources").inside("input");
    page.pointer().press(&search_box);
    page.write("7");
    assert_eq!(search_box.run("return el.value"), "7");
    assert_eq!(page.run("return document.querySelector('#box').checked"), false);
}

fn held_enter_presses_once(kit: &Kit) {
    let card = listening(kit, "", &cited(), "");
    for plan in ["marker", "section-heading"] {
        let taken = card.part(plan).run(
            "const el2 = el.closest('button, summary');
             const key = (repeat) => new KeyboardEvent('keydown', { key: 'Enter', repeat, bubbles: true, composed: true, cancelable: true });
             return [el2.dispatchEvent(key(false)), el2.dispatchEvent(key(true))]",
        );
        assert_eq!(taken, json!([true, false]), "{plan}");
    }
}
