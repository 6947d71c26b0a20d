//! The pages that come with the card.

use serde_json::json;
use story_card_e2e::{Kit, suite};

suite! {
    EVERYWHERE:
        newspaper_shows_all_its_cards,
        newspaper_fits_a_narrow_window,
        page_of_formats_shows_one_of_each;
}

/// Scrolls to each card of the page in turn, for those that wait until they are near.
const READ_ALL: &str = "
    const cards = [...document.querySelectorAll('story-card')];
    for (const card of cards) {
      card.scrollIntoView();
      while (card.state !== 'ready' && card.state !== 'error') await frame();
    }
    scrollTo(0, 0);
    return cards.map((card) => card.state);";

fn newspaper_shows_all_its_cards(kit: &Kit) {
    let page = kit.open("/");
    page.wait("document.querySelector('story-card:defined')");
    let states = page.run(READ_ALL);
    assert_eq!(states, json!(["ready", "ready", "ready"]));
    page.screenshot("newspaper");
}

fn newspaper_fits_a_narrow_window(kit: &Kit) {
    let page = kit.open("/");
    let width = page.resize(360, 800);
    page.wait("document.querySelector('story-card:defined')");
    page.run(READ_ALL);
    // Room that is there without any script, and that each story fills.
    let rooms = page.run(
        "return [...document.querySelectorAll('story-card')].map((card) => {
           const room = parseFloat(getComputedStyle(card).minHeight);
           return room > 600 && card.offsetHeight > room; })",
    );
    assert_eq!(rooms, json!([true, true, true]));
    let wide = page.run("return document.documentElement.scrollWidth");
    assert!(wide.as_u64().is_some_and(|wide| wide <= u64::from(width)), "{wide} in {width}");
    page.screenshot("newspaper-narrow");
}

fn page_of_formats_shows_one_of_each(kit: &Kit) {
    let page = kit.open("/formats.html");
    let width = page.resize(390, 800);
    page.wait("document.querySelector('story-card:defined')");
    assert_eq!(page.run(READ_ALL), json!(["ready"].repeat(7)));
    let formats = page.run(
        "return [...new Set([...document.querySelectorAll('story-card')].map((card) => card.story._source.format))].length",
    );
    assert_eq!(formats, 7);
    let wide = page.run("return document.documentElement.scrollWidth");
    assert!(wide.as_u64().is_some_and(|wide| wide <= u64::from(width)), "{wide} in {width}");
}
