//! P14: much of anything is cut, and the card says so.

use serde_json::{Value, json};
use story_card_e2e::{Kit, suite};

use crate::host::LOADER;
use crate::stories::{headed, show_with, with};

suite! {
    EVERYWHERE:
        p14_work_is_bounded,
        p14_large_story_is_drawn_in_turns;
}

/// Any task longer than this is a page that stands still, on a machine that has ten other
/// things to do too. How long tasks are on a quiet one, the bench measures.
const MAX_TASK_MILLIS: u64 = 15_000;

fn many(kind: &str, count: usize) -> Value {
    let list = |item: Value| Value::from(vec![item; count]);
    match kind {
        "sections" => {
            with(json!({ "sections": list(json!({ "headline": "S", "blocks": ["T"] })) }))
        }
        "citations" => with(json!({ "citation": list(json!({ "name": "N" })) })),
        "events" => with(json!({ "timeline": { "events": list(json!({ "text": "T" })) } })),
        "paragraphs" => with(json!({ "sections": [{ "open": true, "blocks": list(json!("T")) }] })),
        other => panic!("no {other}"),
    }
}

/// What a card shows of a list.
fn cap(kind: &str) -> usize {
    match kind {
        "sections" => 200,
        "citations" => 4_000,
        "events" => 1_000,
        _ => 10_000,
    }
}

/// Shows a story and measures the longest task, where the browser tells.
#[track_caller]
fn longest_task(kit: &Kit, story: &Value) -> (u64, String) {
    let card = show_with(kit, "images='off'", &headed("Before"));
    let page = card.page();
    page.run(
        "kit.longest = 0;
         if (PerformanceObserver.supportedEntryTypes.includes('longtask'))
           new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) kit.longest = Math.max(kit.longest, duration); })
             .observe({ type: 'longtask' });",
    );
    let (complaints, text) = {
        let url = kit.story(story);
        card.set("src", json!(url));
        card.wait("kit.events.filter(({ type }) => /load|error/.test(type)).length > 1");
        page.settle();
        (page.run("return Math.round(kit.longest)"), card.text())
    };
    (complaints.as_u64().expect("a number"), text)
}

fn p14_work_is_bounded(kit: &Kit) {
    for kind in ["sections", "citations", "events", "paragraphs"] {
        for count in [1_000, 10_000, 100_000] {
            let (longest, text) = longest_task(kit, &many(kind, count));
            assert!(longest < MAX_TASK_MILLIS, "{count} {kind}: a task of {longest} ms");
            let omitted = count.saturating_sub(cap(kind));
            let expected = if omitted == 0 { "all".to_owned() } else { format!("{omitted} more") };
            let says = omitted == 0 && !text.contains(" more") || text.contains(&expected);
            let seen = if says { expected.clone() } else { "no word of it".to_owned() };
            kit.fault(&format!("{count} {kind}"), &expected, &seen);
        }
    }
    for depth in [100, 1_000, 100_000] {
        let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let text = headed("Deep").to_string().replacen('{', &format!("{{\"x\":{deep},"), 1);
        let url = kit.answer(story_card_e2e::Answer::text(text));
        let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
        let seen = if card.ready().part("headline").is_shown() { "story" } else { "blank" };
        kit.fault(&format!("nested {depth} deep"), "story", seen);
    }
}

/// Counts how often the app leaves the page to its reader for a moment.
const TURNS: &str = "<script>{
    window.turns = 0;
    const late = window.setTimeout;
    window.setTimeout = (act, millis, ...rest) => {
      if (millis === 0 && /story-card-app/.test(new Error().stack)) window.turns += 1;
      return late(act, millis, ...rest);
    };
}</script>";

fn p14_large_story_is_drawn_in_turns(kit: &Kit) {
    let section =
        |number: usize| json!({ "headline": format!("S{number}"), "blocks": vec!["T [1]."; 200] });
    let sources = vec![json!({ "id": "1", "name": "N" }); 1];
    for (sections, is_large) in [(2, false), (20, true)] {
        let list: Vec<Value> = (0..sections).map(section).collect();
        let url = kit.story(&with(json!({ "sections": list, "citation": sources })));
        let tag = format!("<story-card src='{url}' loading='eager'></story-card>");
        let card = kit.page(&[TURNS, LOADER].concat(), &tag).card().ready();
        // All of it is there when the page is told.
        assert_eq!(card.count("paragraph"), sections * 200);
        assert_eq!(card.count("marker"), sections * 200);
        let turns = card.page().run("return window.turns").as_u64().expect("a number");
        let seen = if turns >= 3 { "several" } else { "one" };
        let expected = if is_large { "several" } else { "one" };
        kit.fault(
            &format!("{} blocks", sections * 200),
            &format!("turns: {expected}"),
            &format!("turns: {seen}"),
        );
    }
}
