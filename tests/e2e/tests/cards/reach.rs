//! Notes for those who use keys, select text, or have a script press for them.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::hover::tab_to_marker;
use crate::notes::{open_note, press_open, wait_until_closed};
use crate::stories::{cited, far_apart, show};

suite! {
    EVERYWHERE:
        press_by_a_script_opens_and_closes,
        escape_from_inside_the_note_gives_the_focus_back,
        escape_gives_the_focus_back_before_the_next_key,
        close_button_gives_the_focus_back,
        selecting_text_in_the_note_keeps_it_open,
        tab_goes_from_the_note_on_to_the_next_marker,
        marker_and_note_are_announced_by_the_source,
        only_the_marker_of_the_note_is_announced_as_open;
    CHROMIUM:
        tab_goes_into_a_note_that_was_hovered_and_pressed,
        tab_goes_on_to_the_next_marker_from_a_note_that_was_hovered,
        axe_is_content_with_an_open_note,
        axe_is_content_with_a_note_of_several;
}

fn press_by_a_script_opens_and_closes(kit: &Kit) {
    let card = show(kit, &cited());
    card.part("marker").run("el.click()");
    assert!(open_note(&card).seen_text().contains("River Authority"));
    card.part("marker").run("el.click()");
    wait_until_closed(&card);
    card.part("toggle-all").run("el.click()");
    card.wait_for_sections(&[true, true]);
    card.run("card.addEventListener('story-card-link', (event) => event.preventDefault())");
    card.part("marker").run("el.click()");
    let link = open_note(&card).part("source-title").inside("a");
    let is_cancelled = link.run(
        "let cancelled; addEventListener('click', (event) => { cancelled = event.defaultPrevented; }, { once: true });
         el.click(); return cancelled;",
    );
    assert_eq!(is_cancelled, true);
}

fn escape_from_inside_the_note_gives_the_focus_back(kit: &Kit) {
    let card = show(kit, &cited());
    let marker = card.part("marker");
    marker.run("el.focus()");
    card.page().press_key("Enter");
    let note = open_note(&card);
    note.part("source-title").inside("a").run("el.focus()");
    card.page().press_key("Escape");
    wait_until_closed(&card);
    card.wait("card.shadowRoot.activeElement === part(card, 'marker')");
}

fn escape_gives_the_focus_back_before_the_next_key(kit: &Kit) {
    let card = show(kit, &cited());
    card.part("marker").run("el.focus()");
    card.page().press_key("Enter");
    open_note(&card);
    card.wait("card.shadowRoot.activeElement?.part.contains('popover')");
    // A key comes in a task of its own: what is put off to the end of this one is done by then,
    // what waits for the browser to tell of the note is not.
    let has_focus = card.run(
        "const note = card.shadowRoot.activeElement;
        note.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }));
        for (let turn = 0; turn < 50; turn++) await null;
        return card.shadowRoot.activeElement === part(card, 'marker');",
    );
    assert_eq!(has_focus, true);
}

fn selecting_text_in_the_note_keeps_it_open(kit: &Kit) {
    let card = show(kit, &cited());
    card.page().pointer().move_to_point(1, 1).move_to(&card.part("marker"));
    let note = open_note(&card);
    let (x, y) = note.part("source-excerpt").target();
    let pointer = card.page().pointer();
    pointer.glide_to_point(x, y, 100).down().glide_to_point(1, y, 500);
    // While the button is held the pointer is outside for longer than the note waits.
    pointer.glide_to_point(2, y, 500);
    open_note(&card);
    pointer.up();
}

#[track_caller]
fn check_tab_comes_to_the_next_marker(card: &Card<'_>) {
    for _ in 0..8 {
        card.page().press_key("Tab");
        let next = card.run("return card.shadowRoot.activeElement === part(card, 'marker', 1)");
        if next == true {
            return;
        }
    }
    panic!("Tab did not come to the next marker");
}

fn tab_goes_from_the_note_on_to_the_next_marker(kit: &Kit) {
    let card = show(kit, &far_apart());
    card.part("marker").run("el.focus()");
    card.page().press_key("Enter");
    open_note(&card);
    card.wait("card.shadowRoot.activeElement?.part.contains('popover')");
    card.page().press_key("Tab");
    card.wait("!!card.shadowRoot.activeElement?.closest('[popover] a, [popover] button')");
    check_tab_comes_to_the_next_marker(&card);
}

fn close_button_gives_the_focus_back(kit: &Kit) {
    let card = show(kit, &cited());
    tab_to_marker(&card);
    card.page().press_key("Enter");
    let note = open_note(&card);
    note.inside("[aria-label='Close']").run("el.focus()");
    card.page().press_key("Enter");
    wait_until_closed(&card);
    card.wait("card.shadowRoot.activeElement === part(card, 'marker')");
}

/// `WebKit` takes Tab to the next marker there.
fn tab_goes_into_a_note_that_was_hovered_and_pressed(kit: &Kit) {
    let card = show(kit, &far_apart());
    let marker = card.nth("marker", 0);
    card.page().pointer().move_to(&marker);
    open_note(&card);
    press_open(&card, &marker);
    marker.run("el.focus({ preventScroll: true })");
    for _ in 0..2 {
        card.page().press_key("Tab");
        if card.run("return part(card, 'popover').contains(card.shadowRoot.activeElement)") == true
        {
            return;
        }
    }
    panic!("Tab passed the note by");
}

fn tab_goes_on_to_the_next_marker_from_a_note_that_was_hovered(kit: &Kit) {
    let card = show(kit, &far_apart());
    card.page().pointer().move_to(&card.nth("marker", 0));
    let note = open_note(&card);
    card.page().pointer().press(&note.part("source-publisher"));
    check_tab_comes_to_the_next_marker(&card);
}

fn marker_and_note_are_announced_by_the_source(kit: &Kit) {
    let card = show(kit, &cited());
    let marker = card.part("marker");
    assert_eq!((marker.role(), marker.label()), ("button".into(), "1, River Authority".into()));
    assert_eq!(marker.attribute("aria-description"), json!(null));
    let note = press_open(&card, &marker);
    let title = "Gauge readings, week nine";
    assert_eq!((note.role(), note.label()), ("dialog".into(), title.into()));
    // The marker is the note's invoker: assistive technology tells that it is open.
    assert_eq!(
        marker.run("return el.popoverTargetElement === part(find('story-card'), 'popover')"),
        true
    );
}

fn only_the_marker_of_the_note_is_announced_as_open(kit: &Kit) {
    let mut story = cited();
    story["description"] = json!("Said [1]. Again [1]. All of it [1][2][1][2].");
    let card = show(kit, &story);
    // Of what has a popover for its target browsers tell whether that is open, whatever else is
    // said of it.
    let said = || {
        card.run(
            "return parts(card, 'marker').map((el) =>
                `${el.ariaExpanded} ${el.popoverTargetElement?.matches(':popover-open') ?? false}`)",
        )
    };
    let count = card.count("marker");
    assert!(count > 3, "{count}");
    for index in [1, 0, 2] {
        press_open(&card, &card.nth("marker", index));
        let expected: Vec<&str> = (0..count)
            .map(|other| if other == index { "true true" } else { "false false" })
            .collect();
        assert_eq!(said(), json!(expected));
    }
    card.page().press_key("Escape");
    wait_until_closed(&card);
    assert_eq!(said(), json!(vec!["false false"; count]));
}

/// Checks a page with a card whose first note is open, in light and dark.
fn check_with_axe(kit: &Kit, story: &Value) {
    let url = kit.story(story);
    for theme in ["light", "dark"] {
        let page = kit.host(&format!(
            "<main><h1>Paper</h1><story-card src='{url}' theme='{theme}'></story-card></main>"
        ));
        let card = page.card().ready();
        page.pointer().press(&card.part("marker"));
        open_note(&card);
        assert_eq!(page.axe(), Vec::<String>::new(), "{theme}");
    }
}

fn axe_is_content_with_an_open_note(kit: &Kit) {
    check_with_axe(kit, &cited());
}

fn axe_is_content_with_a_note_of_several(kit: &Kit) {
    let mut story = cited();
    story["description"] = json!("Said [1][2].");
    check_with_axe(kit, &story);
}
