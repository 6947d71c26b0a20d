//! What a page lays out anew in an observer of its own brings no card into a loop.
//!
//! A size that changes a second time in one frame, once an observer has been told of the first,
//! the browser reports as an error to the page and to whoever watches over its errors.

use serde_json::{Value, json};
use story_card_e2e::{Kit, suite};

use crate::drawing::{FITS, many};
use crate::stories::with;

suite! {
    EVERYWHERE:
        newer_story_in_a_page_that_fits_its_boxes_loops_nowhere,
        drawing_in_a_page_that_fits_its_boxes_loops_nowhere,
        table_in_a_page_that_fits_its_boxes_loops_nowhere;
}

/// For how long a card keeps its place after a newer story: here until the end.
const KEPT: &str = "<script>{
    const late = window.setTimeout;
    window.setTimeout = (act, millis, ...rest) => millis === 3000 ? 0 : late(act, millis, ...rest);
}</script><script type='module' src='/story-card.js'></script>";

/// A box deep in the page's own part of a card, which the page watches: when that has another
/// width, it makes all around the card narrower or wider, and with that higher or lower.
const FITTED: &str = "
    const around = card.parentElement;
    let inner = card.querySelector('[slot=footer]');
    for (let depth = 0; depth < 30; depth += 1) inner = inner.appendChild(document.createElement('div'));
    inner.style.position = 'absolute';
    kit.fitted = -1;
    new ResizeObserver(() => {
      kit.fitted += 1;
      if (kit.fitted === 0) return;
      around.style.paddingInlineEnd = kit.fitted % 2 ? '120px' : '0px';
      card.querySelector('[slot=footer]').style.blockSize = `${100 + kit.fitted % 2 * 300}px`;
    }).observe(inner);
    for (let count = 0; count < 3; count += 1) await frame();
    for (const width of [900, 500, 700, 320, 800]) {
      around.style.inlineSize = `${width}px`;
      inner.style.inlineSize = `${width / 9}px`;
      for (let count = 0; count < 4; count += 1) await frame();
    }
    return kit.fitted;";

#[track_caller]
fn check(kit: &Kit, story: &Value, meanwhile: &str, until: &str) {
    let url = kit.story(story);
    let tag = format!(
        "<story-card src='{url}' loading='eager' timeline='graphic'><p slot='footer'>Of the page</p></story-card>"
    );
    let page = kit.page(KEPT, &format!("<div style='box-sizing: border-box'>{tag}</div>"));
    let card = page.card().ready();
    card.run("await card.expandAll()");
    card.wait(until);
    page.settle();
    card.run(meanwhile);
    assert_eq!(card.run(FITTED), json!(5), "times that the page has fitted its boxes");
    assert_eq!(page.run("return kit.mishaps"), json!([]));
    // It is watched all the same.
    card.wait(until);
}

fn newer_story_in_a_page_that_fits_its_boxes_loops_nowhere(kit: &Kit) {
    let story = with(json!({ "id": "weir", "description": "Rain. ".repeat(80) }));
    let newer = "const loaded = new Promise((done) => card.addEventListener('story-card-update', done, { once: true }));
        card.story = { ...card.story, description: 'More rain. '.repeat(90), dateModified: '2030-01-01' };
        await Promise.race([loaded, frame().then(frame).then(frame)]);";
    check(kit, &story, newer, "card.state === 'ready'");
}

fn drawing_in_a_page_that_fits_its_boxes_loops_nowhere(kit: &Kit) {
    check(kit, &many(40), "", FITS);
}

fn table_in_a_page_that_fits_its_boxes_loops_nowhere(kit: &Kit) {
    let words = ["Aberdeenshire", "Homes without power", "Of the gauges"];
    let table = json!({ "type": "table", "header": words, "rows": [words, words] });
    let story = with(json!({ "sections": [{ "headline": "Damage", "blocks": [table] }] }));
    check(kit, &story, "", "card.shadowRoot.querySelector('.scroller')");
}
