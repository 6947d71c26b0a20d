//! P16: what other scripts do to nodes that are not theirs, before the story comes, before
//! the app comes, and to the card that stands.

use serde_json::json;
use story_card_e2e::{Answer, Gate, Kit, Page, suite};

use crate::host::LOADER;
use crate::stories::folding;

suite! {
    CHROMIUM: p16_surgery_costs_no_neighbour;
    EVERYWHERE: p16_surgery_on_the_whole_card_is_survived;
}

/// What is done to the card `one` and its `root`, with its name in the table. The last ones
/// go for the whole.
const SURGERY: [(&str, &str); 13] = [
    (
        "texts wrapped in <font>",
        "for (const text of texts(root)) { const font = document.createElement('font'); text.replaceWith(font); font.append(text); }",
    ),
    (
        "texts taken out and joined",
        "for (const text of texts(root)) text.data = ''; root.normalize();",
    ),
    (
        "hidden elements removed",
        "root.querySelectorAll('div [hidden]').forEach((el) => el.remove());",
    ),
    (
        "elements wrapped in boxes",
        "for (const el of [...root.querySelectorAll('div div > :first-child')]) { const box = document.createElement('div'); el.replaceWith(box); box.append(el); }",
    ),
    (
        "lists removed",
        "root.querySelectorAll('[part~=sections], ol').forEach((el) => el.remove());",
    ),
    ("one entry removed", "root.querySelector('[part~=section], [part~=lead] > *')?.remove();"),
    (
        "foreign nodes put in",
        "root.querySelectorAll('div').forEach((el) => { el.prepend(document.createElement('ins')); el.append(document.createElement('ins')); });",
    ),
    (
        "clicks stopped on their way",
        "document.addEventListener('click', (event) => event.stopImmediatePropagation(), true);",
    ),
    (
        "card moved into another shadow root",
        "const outer = document.createElement('div'); one.replaceWith(outer); outer.attachShadow({ mode: 'open' }).append(one);",
    ),
    (
        "card moved into a frame and back",
        "const frame = document.body.appendChild(document.createElement('iframe')); const next = one.nextSibling; frame.contentDocument.body.append(one); next.before(one);",
    ),
    (
        "the app's nodes removed",
        "root.querySelectorAll(':scope > div > div').forEach((el) => el.replaceChildren());",
    ),
    ("all nodes removed", "root.replaceChildren();"),
    ("all nodes written anew as HTML", "root.innerHTML = root.innerHTML;"),
];

/// When it is done.
#[derive(Debug, Clone, Copy)]
enum When {
    /// The story is on its way: bones stand.
    BeforeStory,
    /// The app is on its way: the first words stand.
    BeforeApp,
    /// The card stands.
    After,
}

const BEGIN: &str = "window.one = find('#a');
    window.texts = (root) => {
      const found = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) found.push(walker.currentNode);
      return found;
    };";

/// Whether a reader has something of the card: its headline, its failure or its fallback.
const SEEN: &str = "const isSeen = (el) => el && el.checkVisibility() && el.getBoundingClientRect().height > 0;
    return ['headline', 'error'].some((name) => parts(one, name).some(isSeen)) || isSeen(one.querySelector('p'));";

/// Operates on card `a` beside card `b`; gives what is wrong then.
fn operate(kit: &Kit, when: When, knife: &str) -> Option<&'static str> {
    let gate = Gate::new();
    let url = match when {
        When::BeforeStory => kit.answer(Answer::json(&folding()).behind(&gate)),
        _ => kit.story(&folding()),
    };
    if let When::BeforeApp = when {
        let wasm = std::fs::read(kit.server.built("story-card-app_bg.wasm")).expect("the app");
        let wasm = Answer::text(wasm).content_type("application/wasm").behind(&gate);
        kit.server.instead("/story-card-app_bg.wasm", wasm);
    }
    let other = kit.story(&folding());
    let page = kit.page(
        LOADER,
        &format!(
            "<story-card id='a' src='{url}' loading='eager'><p>Fallback</p></story-card>\
             <story-card id='b' src='{other}' loading='eager'></story-card>"
        ),
    );
    page.run(BEGIN);
    match when {
        When::BeforeStory => page.wait("parts(one, 'skeleton').some((el) => el.checkVisibility())"),
        When::BeforeApp => page.wait("part(one, 'headline')"),
        When::After => page.wait("one.state === 'ready'"),
    };
    page.run(&format!("const root = one.shadowRoot; {knife}"));
    gate.open();
    judge(page)
}

fn judge(page: Page<'_>) -> Option<&'static str> {
    page.wait("['ready', 'error'].includes(one.state)");
    for headline in ["Second", "Third"] {
        let mut story = folding();
        story["headline"] = json!(headline);
        story["sections"].as_array_mut().expect("sections").rotate_left(1);
        page.run_with("one.story = args[0]", json!([story]));
        page.settle();
    }
    page.wait("['ready', 'error'].includes(one.state)");
    page.settle();
    if page.run(SEEN) != true {
        return Some("the card is blank");
    }
    let neighbour = page.card_at("#b").ready();
    page.pointer().press(&neighbour.nth("section-heading", 0));
    neighbour.wait_for_sections(&[true, true, false]);
    None
}

fn check(kit: &Kit, when: When, surgery: &[(&str, &str)]) {
    let harm: Vec<String> = surgery
        .iter()
        .filter_map(|(name, knife)| Some(format!("{name}: {}", operate(kit, when, knife)?)))
        .collect();
    let moment = match when {
        When::BeforeStory => "before the story",
        When::BeforeApp => "before the app",
        When::After => "on the card that stands",
    };
    kit.fault(
        &format!("{} operations {moment}", surgery.len()),
        "blank or neighbour dead: none",
        &format!("blank or neighbour dead: {}", super::none(&harm)),
    );
}

fn p16_surgery_costs_no_neighbour(kit: &Kit) {
    for when in [When::BeforeStory, When::BeforeApp, When::After] {
        check(kit, when, &SURGERY);
    }
}

fn p16_surgery_on_the_whole_card_is_survived(kit: &Kit) {
    for when in [When::BeforeStory, When::BeforeApp, When::After] {
        check(kit, when, SURGERY.split_at(8).1);
    }
}
