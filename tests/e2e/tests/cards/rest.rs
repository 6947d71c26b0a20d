//! A card that stands asks for nothing, and draws nothing more.

use serde_json::json;
use story_card_e2e::{Answer, Card, Kit, suite};

use crate::drawing::{FITS, many};
use crate::formats::post;
use crate::stories::headed;

suite! {
    EVERYWHERE:
        drawing_beside_a_scrollbar_comes_to_rest,
        live_story_that_nobody_may_read_is_looked_into_once,
        live_story_without_a_converter_is_told_once;
}

/// Widths, a scrollbar apart, of which the narrower one makes the card less high: then a box of a
/// height between both has a scrollbar beside the wide drawing, and none beside the narrow one.
const TO_AND_FRO: &str = "
    const frames = async (count) => { while (count--) await frame(); };
    const box = card.parentElement;
    const bar = 15;
    const heights = [];
    for (let width = 300; width <= 600; width += bar) {
      box.style.width = `${width}px`;
      await frames(4);
      heights.push([width, card.offsetHeight]);
    }
    const tried = [];
    for (const [n, [width, height]] of heights.entries()) {
      const lower = heights[n - 1]?.[1];
      if (!(lower < height - 10)) continue;
      box.style.width = `${width}px`;
      let isScrolled = true;
      const scroll = () => {
        const isHigher = card.offsetHeight > (lower + height) / 2;
        box.style.paddingRight = isHigher ? `${bar}px` : '0';
        if (isScrolled) requestAnimationFrame(scroll);
      };
      scroll();
      await frames(30);
      let changes = 0;
      const watch = new MutationObserver((list) => { changes += list.length; });
      watch.observe(card.shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });
      await frames(20);
      watch.disconnect();
      isScrolled = false;
      await frames(2);
      box.style.paddingRight = '0';
      tried.push([width, changes]);
    }
    return tried;";

fn drawing_beside_a_scrollbar_comes_to_rest(kit: &Kit) {
    let url = kit.story(&many(40));
    let tag = format!("<story-card src='{url}' loading='eager' timeline='graphic'></story-card>");
    let box_of = |inside: &str| format!("<div style='box-sizing: border-box'>{inside}</div>");
    let card = kit.host(&box_of(&tag)).card().ready();
    card.wait(FITS);
    let tried = card.run(TO_AND_FRO);
    let tried = tried.as_array().expect("a list");
    assert!(!tried.is_empty(), "no width makes the card higher");
    for one in tried {
        assert_eq!(one[1], json!(0), "changes of the card at a width of {} pixels", one[0]);
    }
}

/// Holds each refresh back until `refresh` is called, and waits for nothing else; writes
/// down what the console is told.
const HELD: &str = "<script>{
    const late = window.setTimeout;
    window.setTimeout = (act, millis, ...rest) => {
      if (!(millis >= 15000 && millis < 60000)) return late(act, millis >= 500 && millis <= 3000 ? 0 : millis, ...rest);
      window.refresh = () => { delete window.refresh; act(); };
      return 0;
    };
    window.warnings = [];
    console.warn = (...words) => warnings.push(words.join(' '));
}</script><script type='module' src='/story-card.js'></script>";

/// A live story that fails is asked for four times.
fn failing<'k>(kit: &'k Kit, url: &str) -> Card<'k> {
    let tag = format!("<story-card src='{url}' refresh='15' timeout='14'></story-card>");
    let page = kit.page(HELD, &tag);
    let card = page.card();
    card.failure();
    page.wait("window.warnings.length && window.refresh");
    for _ in 0..3 {
        page.run("window.kit.events.length = 0; window.refresh()");
        page.wait_for_event("story-card-error");
        page.wait("window.refresh");
    }
    page.settle();
    assert_eq!(page.run("return window.warnings.length"), json!(1), "warnings");
    card
}

fn live_story_that_nobody_may_read_is_looked_into_once(kit: &Kit) {
    let url = kit.answer(Answer::json(&headed("Secret")).without_cors());
    failing(kit, &url);
    let asked = kit.server.requests_for(&url);
    let looked = asked.iter().filter(|request| request.method == "HEAD").count();
    assert_eq!(looked, 1, "of {} requests", asked.len());
}

fn live_story_without_a_converter_is_told_once(kit: &Kit) {
    for file in ["/story-card-converter.js", "/story-card-converter_bg.wasm"] {
        kit.server.instead(file, Answer::status(404));
    }
    assert_eq!(failing(kit, &kit.story(&post("Rain", "<p>Rain.</p>"))).failure(), "wasm");
}
