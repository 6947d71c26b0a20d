//! P6: the direction of one text turns no other.

use serde_json::{Value, json};
use story_card_e2e::{Kit, suite};

use super::{none, show_each};
use crate::lists::{self, MARKS, change_texts};
use crate::stories::{full, headed};

suite! {
    CHROMIUM:
        p6_raw_marks_turn_what_follows,
        p6_direction_never_leaks;
}

/// A word whose letters must stand from left to right, wherever it is drawn.
const SENTINEL: &str = "sentinel";

/// Gives the sentinels under a root whose letters are out of order.
const TURNED: &str = "
    const turned = (root) => {
      const found = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode());) {
        if (node.data.trim() !== 'sentinel') continue;
        const from = node.data.indexOf('sentinel');
        const left = [...'sentinel'].map((_, at) => {
          const range = document.createRange();
          range.setStart(node, from + at);
          range.setEnd(node, from + at + 1);
          return range.getClientRects()[0];
        });
        if (left[0] === undefined) continue;
        seen++;
        // A narrow column breaks the word; its lines are judged one by one.
          if (left.some((box, at) => at && box.y === left[at - 1].y && box.x <= left[at - 1].x)) found.push(node.parentNode);
      }
      return found;
    };";

fn marks() -> Vec<String> {
    lists::all(MARKS).into_iter().filter(|text| text.chars().count() < 250).collect()
}

fn p6_raw_marks_turn_what_follows(kit: &Kit) {
    let page = kit.host("<main dir='ltr' lang='en'></main>");
    let body = format!(
        "let seen = 0; {TURNED}
         for (const mark of args[0]) {{
           const line = document.createElement('p');
           line.append(mark, ' ', 'sentinel');
           find('main').append(line);
         }}
         await frame();
         return [turned(find('main')).length, seen];"
    );
    let found = page.run_with(&body, json!([marks()]));
    assert!(found[0].as_u64().is_some_and(|turned| turned >= 20), "only {found} are turned");
    kit.fault(
        "the same marks without a card",
        "at least 20 turn what follows",
        "at least 20 turn what follows",
    );
}

/// Every other text is a mark, the rest are sentinels.
fn story(marks: &[String], round: usize) -> Value {
    let mut story = full("https://pictures.invalid/p.svg");
    let mut number = 0;
    change_texts(&mut story, &mut |text| {
        number += 1;
        let mark = &marks[(round / 2 + number) % marks.len()];
        *text = if (number + round).is_multiple_of(2) { mark.clone() } else { SENTINEL.to_owned() };
    });
    story["dir"] = json!("ltr");
    story["inLanguage"] = json!("en");
    for source in story["citation"].as_array_mut().expect("sources") {
        source["inLanguage"] = json!("en");
    }
    story
}

fn p6_direction_never_leaks(kit: &Kit) {
    let marks = marks();
    assert!(marks.len() >= 100, "only {}", marks.len());
    let url = kit.story(&headed("Before"));
    let tag = format!(
        "<p>sentinel</p><story-card src='{url}' open='all' images='off'></story-card><p>sentinel</p>"
    );
    let card = kit.host(&tag).card().ready();
    let rounds = 2 * marks.len();
    let stories: Vec<_> = (0..rounds).map(|round| (story(&marks, round), json!(null))).collect();
    let judge = format!(
        "if (ending !== 'story-card-load') return number % 2 ? ending : '';
         let seen = 0; {TURNED}
         const all = [...turned(document.body), ...turned(card.shadowRoot)];
         if (seen < 20) return `only ${{seen}} sentinels`;
         const leak = all.find((el) => el.closest('[dir=rtl]') === null);
         return leak ? leak.closest('p, li, div, section, figure').outerHTML.slice(0, 400) : '';"
    );
    let complaints = show_each(&card, &stories, &judge);
    kit.fault(
        "marks of direction in every other text",
        "neighbours turned: none",
        &format!("neighbours turned: {}", none(&complaints)),
    );
}
