//! P8: the card stays in its box.

use serde_json::{Value, json};
use story_card_e2e::{Kit, suite};

use super::{none, show_each};
use crate::lists::{self, MARKS, change_texts};
use crate::stories::{full, headed};

suite! {
    CHROMIUM: p8_the_card_stays_in_its_box;
}

/// Which points beside the card belong to it, and whether the page scrolls sideways.
const STAYS: &str = "
    if (ending !== 'story-card-load') return '';
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) return `the page is ${root.scrollWidth} wide`;
    for (const [edge, x, y] of [['start', -3, 0.5], ['end', 3, 0.5], ['top', 0.5, -3], ['bottom', 0.5, 3]]) {
      card.scrollIntoView({ block: edge === 'bottom' ? 'end' : 'start', behavior: 'instant' });
      scrollBy(0, edge === 'top' ? -40 : edge === 'bottom' ? 40 : 0);
      const box = card.getBoundingClientRect();
      for (let step = 1; step < 10; step++) {
        const share = step / 10;
        const at = x === 0.5 ? box.x + box.width * share : x < 0 ? box.x + x : box.right + x;
        const down = y === 0.5 ? Math.min(box.y + box.height * share, innerHeight * share) : y < 0 ? box.y + y : box.bottom + y;
        if (document.elementFromPoint(at, down) === card) return `it covers the page at its ${edge}`;
      }
    }
    return '';";

fn story(text: &str) -> Value {
    let mut story = full("https://pictures.invalid/p.svg");
    // A few of the giants are enough to burst a box, and many would take minutes.
    let step = if text.len() > 1_000 { 12 } else { 1 };
    let mut number = 0_usize;
    change_texts(&mut story, &mut |field| {
        number += 1;
        if number.is_multiple_of(step) {
            text.clone_into(field);
        }
    });
    story["headline"] = json!(text.chars().take(290).collect::<String>());
    story
}

fn p8_the_card_stays_in_its_box(kit: &Kit) {
    let groups = ["combining marks", "sizes", "left open"];
    let mut texts = lists::of(MARKS, &groups);
    texts.retain(|text| !text.trim().is_empty());
    texts.extend([vec!["word"; 3_900].join(" "), "W".repeat(19_000), "1".repeat(19_000)]);
    let stories: Vec<_> = texts.iter().map(|text| (story(text), json!(null))).collect();
    for width in [240, 360, 800] {
        let url = kit.story(&headed("Before"));
        let tag = format!(
            "<style>body {{ margin: 0; padding: 60px 20px }} story-card {{ width: {width}px }}</style>\
             <story-card src='{url}' open='all' images='off'></story-card>"
        );
        let page = kit.host(&tag);
        page.resize(width + 40, 700);
        let complaints = show_each(&page.card().ready(), &stories, STAYS);
        let fault = format!("giant words and piled marks at {width} px");
        kit.fault(&fault, "boxes left: none", &format!("boxes left: {}", none(&complaints)));
    }
    // The check sees what leaves its box.
    let url = kit.story(&headed("Before"));
    let page = kit.host(&format!(
        "<style>story-card {{ width: 2000px }}</style><story-card src='{url}'></story-card>"
    ));
    let seen = show_each(&page.card().ready(), &[(headed("Wide"), json!(null))], STAYS);
    assert_eq!(seen.len(), 1, "{seen:?}");
}
