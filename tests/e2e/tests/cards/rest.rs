//! A card that stands asks for nothing, and draws nothing more.

use serde_json::json;
use story_card_e2e::{Kit, suite};

use crate::drawing::{FITS, many};

suite! {
    EVERYWHERE:
        drawing_beside_a_scrollbar_comes_to_rest;
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
