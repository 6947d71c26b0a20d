//! What a list does not show is found by the browser's own search.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Kit, Page, suite};

use crate::drawing::{drawn, many};
use crate::stories::{show_with, with};

suite! {
    EVERYWHERE:
        link_to_words_leads_into_a_folded_list,
        link_to_words_leads_into_a_folded_section,
        link_to_words_leads_to_a_drawing_alone,
        event_that_is_found_stays_until_the_list_is_folded,
        what_is_searched_away_is_found_and_empties_the_box,
        folded_event_takes_no_room_and_no_focus;
    CHROMIUM:
        screen_readers_hear_nothing_of_what_is_folded,
        axe_is_content_with_a_folded_list,
        folded_list_is_whole_on_paper;
    FIREFOX:
        source_far_down_is_laid_out_once_it_is_found;
}

/// A story like those of the field: events without headlines, one with words of its own.
fn floods(words: &str) -> Value {
    let event = |n: u32| {
        let more = if n == 9 { words } else { "" };
        json!({ "date": format!("{}", 1900 + 4 * n), "text": format!("Flood number {n}. {more}") })
    };
    let sources: Vec<Value> = (1..=24)
        .map(|n| json!({ "id": n.to_string(), "name": format!("Work {n}"), "publisher": if n == 17 { "Wendlebury Press" } else { "House" } }))
        .collect();
    with(json!({
        "sections": [{ "headline": "Background", "blocks": ["Nothing came of it.", "The weir at Ellermouth was never finished."] }],
        "timeline": { "headline": "Floods", "events": (0..30).map(event).collect::<Value>() },
        "citation": sources,
    }))
}

/// Opens a page whose card is ready when the page is loaded: a frame that is still written
/// keeps it waiting.
fn opened<'k>(kit: &'k Kit, attributes: &str, fragment: &str) -> Page<'k> {
    let story = floods("The bridge at Quillby fell.");
    let html = format!(
        "<!doctype html><html lang='en'><meta charset='utf-8'><title>Host page</title>
         <script src='/kit/watch.js'></script><script type='module' src='/story-card.js'></script>
         <div style='block-size: 3000px'>Above.</div>
         <story-card loading='eager' {attributes}><script type='application/json'>{story}</script></story-card>
         <div style='block-size: 3000px'></div><iframe hidden></iframe>
         <script>
           const held = document.querySelector('iframe').contentDocument;
           held.open();
           addEventListener('story-card-load', () => held.close());
         </script>"
    );
    kit.server
        .instead("/host/folded.html", Answer::text(html).content_type("text/html; charset=utf-8"));
    kit.open(&format!("/host/folded.html{fragment}"))
}

/// Whether the browser can lead to words that are hidden.
fn can_find(page: Page<'_>) -> bool {
    page.run("return 'onbeforematch' in document.body && 'fragmentDirective' in document") == true
}

const SEEN: &str = "const seen = (words) => [...card.shadowRoot.querySelectorAll('p')].some((el) => {
      const box = el.getBoundingClientRect();
      return el.textContent.includes(words) && el.checkVisibility() && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
    });";

#[track_caller]
fn assert_leads(kit: &Kit, attributes: &str, words: &str) {
    // WebKit looks for the words once: on a machine with much else to do that can be too early,
    // whatever the page.
    for is_last in [false, false, true] {
        let page = opened(kit, attributes, &format!("#:~:text={words}"));
        let card = page.card().ready();
        let is_led = format!("(() => {{ {SEEN} return seen('{words}') }})()");
        if !can_find(page) {
            return;
        }
        if is_last {
            card.wait(&is_led);
            return;
        }
        let body = format!(
            "for (let left = 200; left && !{is_led}; left--) await frame(); return {is_led}"
        );
        if card.run(&body) == true {
            return;
        }
    }
}

fn link_to_words_leads_into_a_folded_section(kit: &Kit) {
    assert_leads(kit, "", "Ellermouth");
}

fn link_to_words_leads_into_a_folded_list(kit: &Kit) {
    assert_leads(kit, "", "Quillby");
}

fn link_to_words_leads_to_a_drawing_alone(kit: &Kit) {
    assert_leads(kit, "timeline='graphic'", "Quillby");
}

/// What the browser does with what it has found.
const MATCH: &str = "const match = (el) => {
      const hidden = el.closest('[hidden=until-found]');
      if (!hidden) return false;
      hidden.dispatchEvent(new Event('beforematch', { bubbles: true }));
      hidden.removeAttribute('hidden');
      return true;
    };";

fn find(card: &Card<'_>, selector: &str, words: &str) -> bool {
    let body = format!(
        "{MATCH} return match([...card.shadowRoot.querySelectorAll(args[0])].find((el) => el.textContent.includes(args[1])))"
    );
    card.run_with(&body, json!([selector, words])) == true
}

const SHOWN: &str = "parts(card, 'event').filter((el) => el.checkVisibility()).length";

fn event_that_is_found_stays_until_the_list_is_folded(kit: &Kit) {
    let card = drawn(kit, "", &many(40));
    card.wait(&format!("{SHOWN} === 6"));
    if !can_find(card.page()) {
        return;
    }
    assert!(find(&card, "[part~=event-headline]", "Event number 3"));
    card.wait(&format!("{SHOWN} === 7"));
    assert!(find(&card, "[part~=event-headline]", "Event number 13"));
    card.wait(&format!("{SHOWN} === 8"));
    let event = card.nth("event", 13);
    assert!(event.is_shown() && event.attribute("aria-hidden").is_null());
    let button = card.part("timeline").inside("button[aria-expanded]");
    assert_eq!(button.text(), "Show all 40 events");
    card.page().pointer().press(&button);
    card.wait(&format!("{SHOWN} === 40"));
    card.page().pointer().press(&button);
    card.wait(&format!("{SHOWN} === 6"));
}

fn what_is_searched_away_is_found_and_empties_the_box(kit: &Kit) {
    let page = opened(kit, "", "");
    let card = page.card().ready();
    let entries = "[...card.shadowRoot.querySelectorAll('.entry')].filter((el) => el.checkVisibility()).length";
    card.part("sources").inside("input").run("el.focus()");
    page.press_key("2");
    page.press_key("0");
    card.wait(&format!("{entries} === 1"));
    if !can_find(page) {
        return;
    }
    assert!(
        find(&card, ".entry", "Wendlebury")
            || find(&card, ".entry .source-publisher", "Wendlebury")
    );
    // The six of the folded list, and what was found.
    card.wait(&format!("{entries} === 7"));
    assert_eq!(card.part("sources").inside("input").run("return el.value"), "");
    assert_eq!(card.part("sources").inside("output").text(), "");
}

/// Firefox goes to what it has found before anything is drawn, and to nothing without layout.
fn source_far_down_is_laid_out_once_it_is_found(kit: &Kit) {
    let sources: Vec<Value> =
        (1..=60).map(|n| json!({ "id": n.to_string(), "name": format!("Work {n}.") })).collect();
    let card = show_with(kit, "loading='eager'", &with(json!({ "citation": sources })));
    let entry = card.part("sources").inside("li:nth-child(57)");
    card.wait("part(card, 'sources').querySelectorAll('li[data-out]').length > 50");
    let found = entry.run(&format!(
        "{MATCH} const title = el.querySelector('[part~=source-title]');
         return [match(title), title.checkVisibility({{ contentVisibilityAuto: true }})]"
    ));
    assert_eq!(found, json!([true, true]));
}

fn folded_event_takes_no_room_and_no_focus(kit: &Kit) {
    let card = drawn(kit, "", &many(40));
    card.wait(&format!("{SHOWN} === 6"));
    let boxes = card.run(
        "return parts(card, 'event').filter((el) => !el.checkVisibility())
           .map((el) => [el, ...el.children].map((el) => el.getBoundingClientRect().height)).flat().filter(Boolean).length",
    );
    assert_eq!(boxes, 0);
    let gaps = card.run(
        "const shown = parts(card, 'event').filter((el) => el.checkVisibility()).map((el) => el.getBoundingClientRect());
         return shown.slice(1).map((box, index) => Math.round(box.top - shown[index].bottom))",
    );
    assert_eq!(gaps, json!([0, 0, 0, 0, 0]));
}

fn screen_readers_hear_nothing_of_what_is_folded(kit: &Kit) {
    let card = show_with(kit, "timeline='list'", &many(40));
    card.wait(&format!("{SHOWN} === 6"));
    let tree = card.page().devtools("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().expect("nodes").clone();
    let named = |name: &str| {
        nodes
            .iter()
            .filter(|node| node["ignored"] == false)
            .any(|node| node["name"]["value"] == name)
    };
    assert!(named("Event number 0") && !named("Event number 3"));
}

fn axe_is_content_with_a_folded_list(kit: &Kit) {
    let url = kit.story(&many(40));
    let main = format!("<main><h1>Paper</h1><story-card src='{url}'></story-card></main>");
    let card = kit.host(&main).card().ready();
    card.wait(&format!("{SHOWN} === 6"));
    assert_eq!(card.page().axe(), Vec::<String>::new());
}

fn folded_list_is_whole_on_paper(kit: &Kit) {
    let card = drawn(kit, "", &many(40));
    card.wait(&format!("{SHOWN} === 6"));
    card.page().devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    card.wait("parts(card, 'event-headline').every((el) => el.checkVisibility() && el.getBoundingClientRect().height > 0)");
    card.page().devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
}
