//! A note opens by what the reader does, and by nothing that merely happens: a focus that
//! is given back, a page that moves under the pointer. It closes by a press into a frame.

use serde_json::json;
use story_card_e2e::{Card, Kit, Page, suite};

use crate::hover::tab_to_marker;
use crate::notes::{open_note, wait_until_closed};
use crate::stories::{cited, show, with};

suite! {
    EVERYWHERE:
        note_stays_closed_when_the_reader_comes_back,
        focus_of_a_script_opens_nothing,
        dialog_that_gives_the_focus_back_opens_nothing,
        dialog_that_places_the_focus_opens_nothing,
        every_key_that_moves_the_focus_opens_the_note,
        key_that_goes_into_a_frame_leaves_a_pinned_note,
        marker_that_is_pushed_under_the_pointer_opens_nothing,
        marker_that_scrolls_under_the_pointer_opens_nothing,
        first_movement_on_the_page_opens_the_note;
    IN_FRONT:
        press_into_a_frame_closes_the_note;
}

pub const ON_A_MARKER: &str = "card.shadowRoot.activeElement?.part.contains('marker')";

#[track_caller]
pub fn assert_quiet(card: &Card<'_>, what: &str) {
    card.page().outlast_a_note();
    wait_until_closed(card);
    let cited = card.page().details("story-card-cite");
    assert_eq!(cited, Vec::<serde_json::Value>::new(), "{what}");
}

/// Forgets what was told so far.
fn forget(page: Page<'_>) {
    page.run("kit.events.length = 0");
}

/// Goes back one stop and on again, to the next marker or the same.
fn tab_opens(card: &Card<'_>) {
    card.page().press_key("Shift+Tab");
    tab_to_marker(card);
    open_note(card);
}

fn note_stays_closed_when_the_reader_comes_back(kit: &Kit) {
    let card = show(
        kit,
        &with(json!({
            "description": "Every shop sets its own prices.[1] The office had written twice.[2]",
            "citation": cited()["citation"],
        })),
    );
    let page = card.page();
    page.pointer().press(&card.part("marker"));
    open_note(&card);
    page.press_key("Escape");
    wait_until_closed(&card);
    card.wait(ON_A_MARKER);
    forget(page);
    page.look_elsewhere();
    card.wait(ON_A_MARKER);
    assert_quiet(&card, "after the return");
    page.press_key("Tab");
    let note = open_note(&card);
    assert!(note.seen_text().contains("Talbote"), "{}", note.seen_text());
    assert_eq!(page.details("story-card-cite")[0]["how"], "focus");
}

fn focus_of_a_script_opens_nothing(kit: &Kit) {
    let card = show(kit, &cited());
    card.part("marker").run("el.focus()");
    card.wait(ON_A_MARKER);
    assert_quiet(&card, "by a script");
    // As a page with keys of its own does it.
    card.part("marker")
        .run("el.blur(); addEventListener('keydown', ({ key }) => key === 'j' && el.focus())");
    card.page().press_key("j");
    card.wait(ON_A_MARKER);
    assert_quiet(&card, "by a script that hears a key");
    tab_opens(&card);
}

fn dialog_that_gives_the_focus_back_opens_nothing(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<story-card src='{url}'></story-card><dialog><form method='dialog'><button>Done</button></form></dialog>"
    ));
    let card = page.card().ready();
    for close in ["Escape", "Enter", "Space", "script"] {
        card.part("marker").run("el.focus(); document.querySelector('dialog').showModal()");
        page.wait("document.activeElement.localName === 'button'");
        if close == "script" {
            page.run("document.querySelector('dialog').close()");
        } else {
            page.press_key(close);
        }
        page.wait("!document.querySelector('dialog').open");
        card.wait(ON_A_MARKER);
        assert_quiet(&card, close);
    }
    tab_opens(&card);
}

fn dialog_that_places_the_focus_opens_nothing(kit: &Kit) {
    let url = kit.story(&with(json!({
        "description": "Said [1].", "citation": cited()["citation"],
    })));
    let page = kit.host(&format!(
        "<button>More</button><dialog><story-card loading='eager' src='{url}'></story-card></dialog>
         <script>
           const dialog = document.querySelector('dialog');
           document.querySelector('button').onclick = () => {{
             dialog.showModal();
             // Where the browser gives it to the dialog, as many pages do.
             dialog.querySelector('story-card').shadowRoot.querySelector('[part~=marker]').focus();
           }};
         </script>"
    ));
    let card = page.card();
    card.wait("card.state === 'ready'");
    for key in ["Enter", "Space"] {
        page.run("document.querySelector('button').focus()");
        page.press_key(key);
        card.wait(ON_A_MARKER);
        assert_quiet(&card, key);
        page.press_key("Escape");
        page.wait("!document.querySelector('dialog').open");
    }
}

fn every_key_that_moves_the_focus_opens_the_note(kit: &Kit) {
    let card = show(
        kit,
        &with(json!({ "description": "One [1]. Two [2].", "citation": cited()["citation"] })),
    );
    let page = card.page();
    tab_to_marker(&card);
    open_note(&card);
    page.press_key("Escape");
    wait_until_closed(&card);
    page.press_key("Tab");
    open_note(&card);
    page.press_key("Escape");
    wait_until_closed(&card);
    page.press_key("Shift+Tab");
    open_note(&card);
    // A page that keeps the focus in a ring moves it itself, in answer to the key.
    page.run(
        "addEventListener('keydown', (event) => {
           if (event.key !== 'Tab') return;
           event.preventDefault();
           part(find('story-card'), 'marker', 1).focus();
         });
         const find = (plan) => document.querySelector(plan);
         const part = (card, name, at) => card.shadowRoot.querySelectorAll(`[part~=${name}]`)[at];",
    );
    page.press_key("Escape");
    wait_until_closed(&card);
    page.press_key("Tab");
    assert!(open_note(&card).seen_text().contains("Talbote"));
}

/// A card beside a frame, and a point in that.
fn beside_a_frame(kit: &Kit) -> (Card<'_>, (i64, i64)) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<iframe srcdoc='<p>Elsewhere.</p>' style='position: fixed; inset: auto 0 0 auto; width: 200px; height: 150px'></iframe>
         <story-card src='{url}' style='max-width: 600px'></story-card>"
    ));
    let card = page.card().ready();
    let point = page.run("return [innerWidth - 60, innerHeight - 40]");
    (card, (point[0].as_i64().expect("a number"), point[1].as_i64().expect("a number")))
}

fn press_into_a_frame_closes_the_note(kit: &Kit) {
    for way in ["press", "focus"] {
        let (card, (x, y)) = beside_a_frame(kit);
        let page = card.page();
        if way == "press" {
            page.pointer().press(&card.part("marker"));
        } else {
            tab_to_marker(&card);
        }
        open_note(&card);
        page.pointer().move_to_point(x, y).down().up();
        page.wait("document.activeElement.localName === 'iframe'");
        wait_until_closed(&card);
        assert_eq!(page.run("return document.activeElement.localName"), "iframe", "{way}");
    }
}

fn key_that_goes_into_a_frame_leaves_a_pinned_note(kit: &Kit) {
    let (card, _) = beside_a_frame(kit);
    let page = card.page();
    page.run(
        "document.querySelector('iframe').srcdoc = '<button>Frame</button>';
         await new Promise((done) => { document.querySelector('iframe').onload = done; });",
    );
    let marker = card.part("marker");
    page.pointer().press(&marker);
    open_note(&card);
    // From the marker back to what is before the card.
    for _ in 0..20 {
        page.press_key("Shift+Tab");
        if page.run("return document.activeElement.localName") == "iframe" {
            break;
        }
    }
    page.wait("document.activeElement.localName === 'iframe'");
    page.outlast_a_note();
    open_note(&card);
}

/// The note has opened by the pointer, once.
#[track_caller]
fn assert_opens_by_movement(card: &Card<'_>, (x, y): (i64, i64)) {
    card.page().pointer().move_to_point(x + 2, y);
    open_note(card);
    let hows = card.page().details("story-card-cite");
    assert_eq!(hows.iter().map(|detail| &detail["how"]).collect::<Vec<_>>(), ["hover"]);
}

fn under_the_pointer(x: i64, y: i64) -> String {
    format!("card.shadowRoot.elementFromPoint({x}, {y})?.closest('[part~=marker]')")
}

/// Scrolls the middle of the marker to this height of the window. Not by `scrollIntoView`:
/// Firefox takes back every scroll that follows it, with no card on the page too.
fn scroll_to(card: &Card<'_>, y: i64) {
    let rect = card.part("marker").rect();
    let by = rect.y + rect.height / 2.0;
    card.page().run(&format!("scrollTo(0, Math.round(scrollY + {by} - {y}))"));
    card.page().settle();
}

fn marker_that_scrolls_under_the_pointer_opens_nothing(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<p style='height: 120vh'>Words.</p><story-card loading='eager' src='{url}'></story-card><p style='height: 200vh'></p>"
    ));
    let card = page.card().ready();
    page.settle();
    let y = 400;
    scroll_to(&card, y + 90);
    let rect = card.part("marker").rect();
    #[allow(clippy::cast_possible_truncation, reason = "a viewport is far smaller")]
    let x = (rect.x + rect.width / 2.0) as i64;
    // One after the other: a browser that is busy tells of the second place alone.
    page.pointer().move_to_point(1, 1);
    page.settle();
    page.pointer().move_to_point(x, y);
    page.settle();
    assert_eq!(card.page().details("story-card-cite").len(), 0, "the marker is elsewhere at first");
    scroll_to(&card, y);
    card.wait(&under_the_pointer(x, y));
    assert_quiet(&card, "by scrolling");
    assert_opens_by_movement(&card, (x, y));
}

fn marker_that_is_pushed_under_the_pointer_opens_nothing(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<div id='late'></div><story-card src='{url}' style='overflow-anchor: none'></story-card><p style='height: 200vh'></p>"
    ));
    let card = page.card().ready();
    let place = card.part("marker").rect();
    #[allow(clippy::cast_possible_truncation, reason = "a viewport is far smaller")]
    let (x, y) = ((place.x + place.width / 2.0) as i64, (place.y + 60.0) as i64 + 8);
    // One after the other: a browser that is busy tells of the second place alone.
    page.pointer().move_to_point(1, 1);
    page.settle();
    page.pointer().move_to_point(x, y);
    page.settle();
    page.run("document.querySelector('#late').style.height = '60px'");
    card.wait(&under_the_pointer(x, y));
    assert_quiet(&card, "by a page that grows");
    assert_opens_by_movement(&card, (x, y));
}

fn first_movement_on_the_page_opens_the_note(kit: &Kit) {
    let card = show(kit, &cited());
    card.page().pointer().move_to(&card.part("marker"));
    open_note(&card);
}
