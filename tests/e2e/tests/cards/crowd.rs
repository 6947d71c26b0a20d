//! Pages of many cards, on which crashes are counted.

use serde_json::{Value, json};
use story_card_e2e::{Kit, Page};

use crate::stories::folding;

/// For the head of a page: `memory` is the memory of the instance made last.
pub const MEMORY: &str = "<script>
    WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
      construct(Instance, given) {
        const made = new Instance(...given);
        // The part that comes later has none of its own.
        const found = Object.values(made.exports).find((it) => it instanceof WebAssembly.Memory);
        window.memory = found ?? window.memory;
        return made;
      },
    });
</script>";

/// Counts crashes: the code beside the app says a word about each.
const COUNT: &str = "window.crashes = 0;
    const warn = console.warn;
    console.warn = (...words) => {
      if (String(words[0]).includes('crashed')) window.crashes += 1;
      warn.apply(console, words);
    };";

/// A page of cards `c0`, `c1` and so on, all ready, on which crashes are counted.
pub fn cards(kit: &Kit, count: usize) -> Page<'_> {
    cards_under(kit, "<script type='module' src='/story-card.js'></script>", count)
}

pub fn cards_under<'k>(kit: &'k Kit, head: &str, count: usize) -> Page<'k> {
    let tags = tags(kit, count, numbered);
    let page = kit.page(head, &tags);
    wait_for(page, count);
    page
}

/// The same with stories of one's own.
pub fn cards_of(kit: &Kit, count: usize, story: impl Fn(usize) -> Value) -> Page<'_> {
    let page = kit.host(&tags(kit, count, story));
    wait_for(page, count);
    page
}

fn wait_for(page: Page<'_>, count: usize) {
    for n in 0..count {
        page.card_at(&format!("#c{n}")).ready();
    }
    page.run(COUNT);
}

fn tags(kit: &Kit, count: usize, story: impl Fn(usize) -> Value) -> String {
    (0..count)
        .map(|n| {
            let url = kit.story(&story(n));
            format!(
                "<story-card id='c{n}' src='{url}' loading='eager'>\
                 <p id='f{n}'>Read it there</p></story-card>"
            )
        })
        .collect()
}

pub fn numbered(n: usize) -> Value {
    let mut story = folding();
    story["headline"] = json!(format!("Story {n}"));
    story["id"] = json!(format!("folding-{n}"));
    story
}

#[track_caller]
pub fn assert_works(page: Page<'_>, n: usize) {
    let card = page.card_at(&format!("#c{n}"));
    card.wait("card.state === 'ready' && part(card, 'section').isConnected");
    assert_eq!(card.part("headline").text(), format!("Story {n}"));
    assert_eq!(card.count("card"), 1, "card {n}");
    let before = card.open_sections();
    page.pointer().press(&card.nth("section-heading", 0));
    let expected: Vec<bool> = before.iter().enumerate().map(|(i, o)| (i == 0) != *o).collect();
    card.wait_for_sections(&expected);
}
