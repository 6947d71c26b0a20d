//! Keys: what is written into a box of the card stays there, an Escape that closes
//! something is used up, and everything else is the page's too.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, Page, Part, suite};

use crate::drawing::{drawn, four, graphic};
use crate::hover::tab_to_marker;
use crate::notes::{open_note, wait_until_closed};
use crate::stories::{cited, with};

suite! {
    EVERYWHERE:
        what_is_written_sets_off_no_shortcut,
        what_writes_nothing_goes_on_to_the_page,
        what_is_done_in_the_box_is_not_told_to_the_page,
        letters_under_way_are_not_the_pages,
        escape_empties_the_box_and_goes_no_further,
        escape_that_closes_a_note_goes_no_further,
        escape_closes_the_note_and_not_the_dialog_around_it,
        escape_is_the_pages_when_nothing_is_open,
        escape_is_the_pages_while_the_card_is_hidden,
        used_keys_of_the_drawing_are_not_the_pages;
}

/// A story with a marker, thirty sources, and so a box above their list.
pub fn searched() -> Value {
    let sources: Vec<Value> = (1..=30)
        .map(|n| json!({ "id": n.to_string(), "name": format!("Minutes of session {n}") }))
        .collect();
    with(json!({ "description": "The record of a long argument.[1]", "citation": sources }))
}

/// A page that writes down what it hears, in both phases, as pages listen.
pub fn listening<'k>(kit: &'k Kit, before: &str, story: &Value, after: &str) -> Card<'k> {
    let url = kit.story(story);
    let page = kit.host(&format!(
        "{before}<story-card loading='eager' src='{url}'></story-card>{after}
         <input id='site-search'>
         <script>
           window.heard = [];
           for (const type of ['keydown', 'keypress', 'keyup']) {{
             for (const at of [document, document.body, document.querySelector('story-card')]) {{
               at.addEventListener(type, ({{ key }}) => heard.push(`${{type}} ${{key}}`));
             }}
           }}
         </script>"
    ));
    page.card().ready()
}

fn search_box<'k>(card: &Card<'k>) -> Part<'k> {
    let search_box = card.part("sources").inside("input");
    search_box.run("el.focus()");
    search_box
}

#[track_caller]
fn heard(page: Page<'_>) -> Vec<String> {
    let heard = page.run("const before = heard; window.heard = []; return before");
    let heard = heard.as_array().cloned().unwrap_or_default();
    heard.iter().filter_map(|key| Some(key.as_str()?.to_owned())).collect()
}

fn what_is_written_sets_off_no_shortcut(kit: &Kit) {
    let card = listening(kit, "", &searched(), "");
    let page = card.page();
    page.run(
        "window.fired = [];
         document.addEventListener('keydown', (event) => {
           const writes = event.target.matches('input, textarea, select, [contenteditable]');
           if (writes || event.ctrlKey || event.metaKey || event.altKey) return;
           if (!['s', 'j', 'k', '/'].includes(event.key)) return;
           fired.push(event.key);
           event.preventDefault();
           if (event.key === 's') document.querySelector('#site-search').focus();
         });",
    );
    let search_box = search_box(&card);
    page.write("session 6/");
    assert_eq!(search_box.run("return el.value"), "session 6/");
    for key in ["ArrowLeft", "Backspace", "Home", "End", "Enter", "Delete", "Shift+ArrowLeft"] {
        page.press_key(key);
    }
    let heard = heard(page);
    assert!(heard.iter().all(|key| key.ends_with("Shift")), "{heard:?}");
    assert_eq!(page.run("return fired"), json!([]));
    let marker = card.part("marker");
    page.pointer().press(&marker);
    open_note(&card);
    page.press_key("Escape");
    wait_until_closed(&card);
    page.press_key("j");
    assert_eq!(page.run("return fired"), json!(["j"]));
}

fn what_writes_nothing_goes_on_to_the_page(kit: &Kit) {
    let card = listening(kit, "", &searched(), "");
    let page = card.page();
    search_box(&card);
    // The page has keys of its own, and the browser is to do nothing about them.
    page.run("document.addEventListener('keydown', (event) => event.preventDefault())");
    for key in ["Escape", "F2", "Control+k", "Alt+k", "Tab"] {
        page.press_key(key);
        let name = key.rsplit('+').next().unwrap_or_default();
        let heard = heard(page);
        let count = heard.iter().filter(|heard| **heard == format!("keydown {name}")).count();
        assert_eq!(count, 3, "{key}: {heard:?}");
    }
}

fn what_is_done_in_the_box_is_not_told_to_the_page(kit: &Kit) {
    let card = listening(kit, "", &searched(), "");
    let page = card.page();
    let search_box = search_box(&card);
    let types = json!([
        "beforeinput",
        "input",
        "paste",
        "cut",
        "copy",
        "compositionstart",
        "compositionupdate",
        "compositionend",
    ]);
    page.run_with(
        "window.told = []; for (const type of args[0]) document.addEventListener(type, () => told.push(type))",
        types.clone(),
    );
    page.run_with(
        "for (const type of args) document.addEventListener(type, () => told.push(type))",
        types.clone(),
    );
    page.write("min");
    search_box.run_with(
        "for (const type of args) el.dispatchEvent(new Event(type, { bubbles: true, composed: true }))",
        types,
    );
    assert_eq!(page.run("return told"), json!([]));
    card.wait("part(card, 'sources').innerText.includes('30 of 30')");
    // Outside of the box they are the page's.
    card.part("headline")
        .run("el.dispatchEvent(new Event('paste', { bubbles: true, composed: true }))");
    assert_eq!(page.run("return told"), json!(["paste"]));
}

fn letters_under_way_are_not_the_pages(kit: &Kit) {
    let card = listening(kit, "", &searched(), "");
    let search_box = search_box(&card);
    // What an input method makes of keys, the one that takes its proposal among them.
    search_box.run(
        "for (const key of ['Process', 'j', 'Enter', 'Escape', 'Dead']) {
           el.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: key !== 'Dead', bubbles: true, composed: true }));
         }
         // What fills in forms sends events that only look like keys.
         el.dispatchEvent(new Event('keydown', { bubbles: true, composed: true }));",
    );
    assert_eq!(heard(card.page()), Vec::<String>::new());
    assert_eq!(card.state(), "ready");
}

fn escape_empties_the_box_and_goes_no_further(kit: &Kit) {
    let card = listening(kit, "<dialog style='width: 600px'>", &searched(), "</dialog>");
    let page = card.page();
    page.run("document.querySelector('dialog').showModal()");
    let search_box = search_box(&card);
    page.write("session 7");
    card.wait("part(card, 'sources').innerText.includes('3 of 30')");
    page.press_key("Escape");
    search_box.wait("el.value === ''");
    card.wait("!part(card, 'sources').innerText.includes('of 30')");
    assert_eq!(heard(page), Vec::<String>::new());
    assert_eq!(page.run("return document.querySelector('dialog').open"), true);
    // The next one is the page's. (In `WebKit` a search box takes it from a dialog.)
    page.press_key("Escape");
    assert!(heard(page).contains(&"keydown Escape".into()));
}

/// The ways a note comes to be open.
const WAYS: [&str; 3] = ["press", "hover", "focus"];

fn open_by(card: &Card<'_>, way: &str) {
    let page = card.page();
    let marker = card.part("marker");
    page.pointer().move_to_point(1, 1);
    match way {
        "press" => drop(page.pointer().press(&marker)),
        "hover" => drop(page.pointer().move_to(&marker)),
        _ => tab_to_marker(card),
    }
    open_note(card);
}

fn escape_that_closes_a_note_goes_no_further(kit: &Kit) {
    for way in WAYS {
        let card = listening(kit, "", &cited(), "");
        let page = card.page();
        page.run(
            "for (const type of ['keydown', 'keyup']) {
               document.addEventListener(type, ({ key }) => heard.push(`${type} ${key}`), true);
             }",
        );
        open_by(&card, way);
        heard(page);
        page.press_key("Escape");
        wait_until_closed(&card);
        assert_eq!(heard(page), Vec::<String>::new(), "by {way}");
        page.press_key("Escape");
        assert!(heard(page).contains(&"keydown Escape".into()), "by {way}");
    }
}

fn escape_closes_the_note_and_not_the_dialog_around_it(kit: &Kit) {
    for way in WAYS {
        let card = listening(kit, "<dialog style='width: 600px'>", &cited(), "</dialog>");
        let page = card.page();
        page.run("document.querySelector('dialog').showModal()");
        open_by(&card, way);
        page.press_key("Escape");
        wait_until_closed(&card);
        page.settle();
        assert_eq!(page.run("return document.querySelector('dialog').open"), true, "by {way}");
        page.press_key("Escape");
        page.wait("!document.querySelector('dialog').open");
    }
}

fn escape_is_the_pages_when_nothing_is_open(kit: &Kit) {
    let card = listening(kit, "", &cited(), "");
    let page = card.page();
    card.part("marker").run("el.focus()");
    page.press_key("Escape");
    assert_eq!(heard(page).iter().filter(|key| *key == "keydown Escape").count(), 3);
    assert_eq!(heard(page), Vec::<String>::new());
}

/// As behind another tab of the page, where the note waits for its reader.
fn escape_is_the_pages_while_the_card_is_hidden(kit: &Kit) {
    for hidden in ["display: none", "visibility: hidden", "content-visibility: hidden"] {
        let card = listening(kit, "<div id='tab'>", &cited(), "</div>");
        let page = card.page();
        open_by(&card, "press");
        page.run(&format!("document.querySelector('#tab').style = '{hidden}'; await frame()"));
        heard(page);
        page.press_key("Escape");
        assert!(heard(page).contains(&"keydown Escape".into()), "{hidden}");
    }
}

fn used_keys_of_the_drawing_are_not_the_pages(kit: &Kit) {
    let card = drawn(kit, "", &four());
    let page = card.page();
    page.run(
        "window.heard = []; document.addEventListener('keydown', ({ key }) => heard.push(key))",
    );
    graphic(&card).run("el.focus()");
    for key in ["=", "ArrowRight", "0", "0", "x"] {
        page.press_key(key);
    }
    // The second 0 finds the whole drawing shown and does nothing.
    let heard = heard(page);
    assert_eq!(heard.iter().filter(|key| *key != "Shift").collect::<Vec<_>>(), ["0", "x"]);
}
