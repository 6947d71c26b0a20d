//! A passage copied from the card: its words, its markers, and the sources below.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::later::wait_for_part;
use crate::stories::{cited, far_apart, show, with};

suite! {
    EVERYWHERE:
        copied_passage_brings_its_sources,
        copied_html_has_links_and_no_classes,
        folded_section_is_not_copied,
        passage_without_citation_is_left_to_the_browser,
        brackets_of_the_text_are_copied_as_they_are;
    CHROMIUM:
        copy_by_keyboard_reaches_the_clipboard;
}

/// Selects what stands in the element an expression over `card` gives, and copies it
/// as the browser's command does. Gives plain text and HTML; null where left alone.
fn copy(card: &Card<'_>, element: &str) -> Value {
    wait_for_part(card);
    card.run(&format!(
        "const el = {element};
         getSelection().setBaseAndExtent(el, 0, el, el.childNodes.length);
         const data = new DataTransfer();
         const event = new ClipboardEvent('copy', {{ clipboardData: data, bubbles: true, composed: true, cancelable: true }});
         el.dispatchEvent(event);
         const {{ clipboardData }} = event;
         return event.defaultPrevented ? [clipboardData.getData('text/plain'), clipboardData.getData('text/html')] : null;"
    ))
}

fn copied_passage_brings_its_sources(kit: &Kit) {
    let card = show(kit, &far_apart());
    let copied = copy(&card, "part(card, 'section-body')");
    let plain = copied[0].as_str().expect("text");
    assert!(plain.starts_with("First[1]. Water over stone."), "{plain}");
    assert!(
        plain.ends_with(
            "Second[2].\n\n[1] River Authority: Gauge readings, week nine https://river.example/gauges/9\n[2] Talbote: Wasser geht zurück https://talbote.example/wasser"
        ),
        "{plain}"
    );
}

fn copied_html_has_links_and_no_classes(kit: &Kit) {
    let card = show(kit, &far_apart());
    let copied = copy(&card, "part(card, 'section-body')");
    let html = copied[1].as_str().expect("html");
    assert!(html.contains("<p>First[1]. "), "{html}");
    assert!(
        html.ends_with(
            "<p>[1] <a href=\"https://river.example/gauges/9\">River Authority: Gauge readings, week nine</a></p>\
             <p>[2] <a href=\"https://talbote.example/wasser\">Talbote: Wasser geht zurück</a></p>"
        ),
        "{html}"
    );
    assert!(!html.contains("class=") && !html.contains("<button"), "{html}");
}

fn folded_section_is_not_copied(kit: &Kit) {
    let card = show(kit, &cited());
    card.wait_for_sections(&[true, false]);
    let copied = copy(&card, "part(card, 'sections')");
    let plain = copied[0].as_str().expect("text");
    assert!(plain.contains("four metres[1]") && plain.contains("The day after"), "{plain}");
    assert!(!plain.contains("within a day") && !plain.contains("[2]"), "{plain}");
}

fn passage_without_citation_is_left_to_the_browser(kit: &Kit) {
    let card = show(kit, &cited());
    assert_eq!(copy(&card, "part(card, 'headline')"), json!(null));
}

fn brackets_of_the_text_are_copied_as_they_are(kit: &Kit) {
    let card = show(
        kit,
        &with(json!({
            "description": "He said \"it were [sic] a flood\" <b> & more [1].",
            "citation": [{ "id": "1", "name": "A letter" }],
        })),
    );
    let copied = copy(&card, "part(card, 'lead')");
    assert_eq!(
        copied[0],
        json!("He said \"it were [sic] a flood\" <b> & more[1].\n\n[1] A letter")
    );
    let html = copied[1].as_str().expect("html");
    assert!(html.contains("[sic] a flood&quot; &lt;b&gt; &amp; more[1]."), "{html}");
}

fn copy_by_keyboard_reaches_the_clipboard(kit: &Kit) {
    let url = kit.story(&far_apart());
    let page = kit.host(&format!(
        "<story-card src='{url}'></story-card><textarea id='paste' rows='9'></textarea>"
    ));
    let card = page.card().ready();
    wait_for_part(&card);
    card.run(
        "const el = part(card, 'section-body');
         getSelection().setBaseAndExtent(el, 0, el, el.childNodes.length);",
    );
    page.press_key("Control+c");
    page.run("find('#paste').focus()");
    page.press_key("Control+v");
    page.wait("find('#paste').value.includes('[1] River Authority: Gauge readings')");
}
