//! Pages of many cards, which are drawn a few at a time.

use serde_json::json;
use story_card_e2e::{Answer, Kit, Page, suite};

use crate::crowd::numbered;
use crate::host::LOADER;

suite! {
    EVERYWHERE:
        cards_that_fail_hold_up_no_other,
        cards_that_are_taken_out_hold_up_no_other,
        cards_that_get_another_story_hold_up_no_other;
}

/// For the head of a page: who waits for a card that never stands, waits for ever.
const PATIENT: &str = "<script>
    const set = window.setTimeout;
    window.setTimeout = (call, millis, ...rest) => (millis === 2000 ? 0 : set(call, millis, ...rest));
</script>";

fn page<'k>(kit: &'k Kit, tags: &str) -> Page<'k> {
    kit.page(&format!("{PATIENT}{LOADER}"), tags)
}

fn tag(url: &str, class: &str) -> String {
    format!("<story-card class='{class}' src='{url}' loading='eager'></story-card>")
}

fn good(kit: &Kit, count: usize) -> String {
    (0..count).map(|n| tag(&kit.story(&numbered(n)), "good")).collect()
}

fn cards_that_fail_hold_up_no_other(kit: &Kit) {
    // Its words are shown before the end is read.
    let broken = r#"{"schemaVersion":"story-card/1.0","headline":"Broken","description":"It is.","sections":[}"#;
    let bad = |_| tag(&kit.answer(Answer::text(broken).content_type("application/json")), "bad");
    let tags: String = (0..16).map(bad).collect();
    let page = page(kit, &[tags, good(kit, 12)].concat());
    page.wait("[...document.querySelectorAll('.bad')].every((card) => card.state === 'error')");
    page.wait("[...document.querySelectorAll('.good')].every((card) => card.state === 'ready')");
}

fn cards_that_are_taken_out_hold_up_no_other(kit: &Kit) {
    let page = page(kit, "<main></main>");
    // As a page does that goes to its next one while the cards are being drawn.
    let script = "const main = find('main');
        let loads = 0;
        main.addEventListener('story-card-load', () => {
          if (++loads !== 4) return;
          window.left = main.querySelectorAll('story-card:not(:state(ready))').length;
          main.innerHTML = args[1];
        });
        main.innerHTML = args[0];";
    page.run_with(script, json!([good(kit, 30), good(kit, 6)]));
    page.wait("window.left !== undefined");
    let left = page.run("return left");
    assert!(left.as_u64().is_some_and(|left| left > 12), "only {left} were left");
    page.wait("[...document.querySelectorAll('.good')].every((card) => card.state === 'ready')");
}

fn cards_that_get_another_story_hold_up_no_other(kit: &Kit) {
    let page = page(kit, "<main></main>");
    let others: Vec<String> = (0..24).map(|n| kit.story(&numbered(n + 100))).collect();
    let script = "const main = find('main');
        let loads = 0;
        main.addEventListener('story-card-load', () => {
          if (++loads !== 4) return;
          const waiting = main.querySelectorAll('story-card:not(:state(ready))');
          window.left = waiting.length;
          for (const card of waiting) card.src = args[1].pop();
        });
        main.innerHTML = args[0];";
    page.run_with(script, json!([good(kit, 24), others]));
    page.wait("window.left !== undefined");
    let left = page.run("return left");
    assert!(left.as_u64().is_some_and(|left| left > 12), "only {left} were left");
    page.wait("[...document.querySelectorAll('.good')].every((card) => card.state === 'ready')");
}
