//! Notes that open when a pointer rests or the focus comes, and stay as long as they are
//! wanted.

use serde_json::json;
use story_card_e2e::{Card, Kit, Part, suite};

use crate::notes::{open_note, wait_until_closed};
use crate::stories::{cited, far_apart, show};

suite! {
    EVERYWHERE:
        resting_pointer_opens_the_note,
        note_closes_when_the_pointer_has_left,
        pointer_may_cross_over_to_the_note,
        press_on_a_hovered_marker_pins_its_note,
        note_in_which_words_are_selected_stays,
        keyboard_focus_opens_the_note_and_stays_on_the_marker,
        note_opened_by_focus_closes_when_the_focus_goes_on,
        pointer_goes_from_one_note_to_the_next,
        way_of_opening_is_told,
        press_that_pins_is_told,
        resting_pointer_closes_no_popover_of_the_page,
        note_closes_that_of_another_card;
}

/// Longer than a note stays without the pointer, as a gliding hand.
const GLIDE_MILLIS: u64 = 600;

/// Where no card is.
const AWAY: (i64, i64) = (1, 1);

/// Moves within the window's corner, away from every card, for a while.
fn glide_away(card: &Card<'_>) {
    let pointer = card.page().pointer();
    pointer.move_to_point(AWAY.0, AWAY.1).glide_to_point(AWAY.0 + 2, AWAY.1, GLIDE_MILLIS);
}

fn hovered<'k>(card: &Card<'k>) -> (Part<'k>, Part<'k>) {
    let marker = card.part("marker");
    card.page().pointer().move_to_point(AWAY.0, AWAY.1).move_to(&marker);
    (marker, open_note(card))
}

fn resting_pointer_opens_the_note(kit: &Kit) {
    let card = show(kit, &cited());
    let (_, note) = hovered(&card);
    assert!(note.seen_text().contains("River Authority"), "{}", note.seen_text());
}

fn note_closes_when_the_pointer_has_left(kit: &Kit) {
    let card = show(kit, &cited());
    hovered(&card);
    card.page().pointer().move_to_point(AWAY.0, AWAY.1);
    wait_until_closed(&card);
}

fn pointer_may_cross_over_to_the_note(kit: &Kit) {
    let card = show(kit, &cited());
    let (_, note) = hovered(&card);
    let (x, y) = note.target();
    card.page().pointer().glide_to_point(x, y, 200).glide_to_point(x + 3, y, GLIDE_MILLIS);
    open_note(&card);
    glide_away(&card);
    wait_until_closed(&card);
}

fn press_on_a_hovered_marker_pins_its_note(kit: &Kit) {
    let card = show(kit, &cited());
    let (marker, _) = hovered(&card);
    card.page().pointer().press(&marker);
    glide_away(&card);
    open_note(&card);
    card.page().pointer().press(&marker);
    wait_until_closed(&card);
}

/// tippyjs 1073: who selects words in a note, to copy them, has left it by then.
fn note_in_which_words_are_selected_stays(kit: &Kit) {
    let card = show(kit, &cited());
    hovered(&card);
    let note = open_note(&card);
    let (x, y) = note.inside(".source-title").target();
    card.page().pointer().move_to_point(x, y).down().glide_to_point(x + 30, y, 60).up();
    note.run("getSelection().selectAllChildren(el)");
    glide_away(&card);
    card.page().outlast_a_note();
    open_note(&card);
    assert_ne!(card.run("return String(getSelection())"), "");
    card.page().press_key("Escape");
    wait_until_closed(&card);
}

#[track_caller]
pub fn tab_to_marker(card: &Card<'_>) {
    for _ in 0..20 {
        card.page().press_key("Tab");
        let part = card.run("return card.shadowRoot.activeElement?.getAttribute('part') ?? ''");
        if part.as_str().is_some_and(|part| part.starts_with("marker")) {
            return;
        }
    }
    panic!("twenty presses of Tab did not come to a marker");
}

fn keyboard_focus_opens_the_note_and_stays_on_the_marker(kit: &Kit) {
    let card = show(kit, &cited());
    tab_to_marker(&card);
    open_note(&card);
    let part = card.run("return card.shadowRoot.activeElement.getAttribute('part')");
    assert!(part.as_str().is_some_and(|part| part.starts_with("marker")), "{part}");
}

fn note_opened_by_focus_closes_when_the_focus_goes_on(kit: &Kit) {
    let card = show(kit, &cited());
    tab_to_marker(&card);
    open_note(&card);
    card.page().press_key("Shift+Tab");
    wait_until_closed(&card);
}

fn pointer_goes_from_one_note_to_the_next(kit: &Kit) {
    let mut story = far_apart();
    let text = format!("First [1]. {} Second [2].", "Water over stone. ".repeat(200));
    story["sections"][0]["blocks"] = json!([text]);
    let card = show(kit, &story);
    hovered(&card);
    card.page().pointer().move_to(&card.nth("marker", 1));
    card.wait("parts(card, 'popover').some((el) => el.matches(':popover-open') && el.innerText.includes('Talbote'))");
    open_note(&card);
}

fn way_of_opening_is_told(kit: &Kit) {
    let card = show(kit, &cited());
    let (marker, _) = hovered(&card);
    assert_eq!(card.page().wait_for_event("story-card-cite")["how"], json!("hover"));
    card.page().pointer().move_to_point(AWAY.0, AWAY.1);
    wait_until_closed(&card);
    card.page().pointer().press(&marker);
    card.wait("kit.events.some((e) => e.type === 'story-card-cite' && e.detail.how === 'press')");
    let hows = card.page().details("story-card-cite");
    let mut hows: Vec<_> = hows.iter().map(|detail| detail["how"].as_str().unwrap_or("")).collect();
    // On a slow machine the pointer rests on the marker before its button goes down.
    hows.dedup();
    assert_eq!(hows, ["hover", "press"]);
}

fn press_that_pins_is_told(kit: &Kit) {
    let card = show(kit, &cited());
    let (marker, _) = hovered(&card);
    card.page().pointer().press(&marker);
    card.wait("kit.events.some((e) => e.type === 'story-card-cite' && e.detail.how === 'press')");
    open_note(&card);
}

fn resting_pointer_closes_no_popover_of_the_page(kit: &Kit) {
    let card = show(kit, &cited());
    card.run(
        "const menu = document.createElement('div');
         menu.popover = 'auto';
         menu.style.inset = 'auto 0 0 auto';
         menu.append('A menu of the page');
         document.body.append(menu);
         menu.showPopover();",
    );
    let menu = "document.querySelector('div[popover]').matches(':popover-open')";
    hovered(&card);
    assert_eq!(card.run(&format!("return {menu}")), json!(true), "a note that nobody asked for");
    card.page().press_key("Escape");
    wait_until_closed(&card);
}

fn note_closes_that_of_another_card(kit: &Kit) {
    let url = kit.story(&cited());
    let card = |id: &str| format!("<story-card id='{id}' src='{url}'></story-card>");
    let page = kit.host(&[card("one"), card("other")].concat());
    let [one, other] = ["#one", "#other"].map(|id| page.card_at(id).ready());
    // A browser without hints closes none by itself, one with them not that of the focus.
    let (marker, _) = hovered(&other);
    tab_to_marker(&one);
    open_note(&one);
    wait_until_closed(&other);
    page.pointer().move_to_point(AWAY.0, AWAY.1).move_to(&marker);
    open_note(&other);
    wait_until_closed(&one);
}
