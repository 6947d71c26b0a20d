//! A live story moves under nobody: what is read stays where it is, and as it is.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Gate, Kit, suite};

use crate::refresh::HURRY;
use crate::stories::{picture_answer, with};

suite! {
    EVERYWHERE:
        entries_on_top_move_nothing_and_keep_the_selection,
        events_on_top_move_nothing_and_keep_the_selection,
        sections_that_change_places_keep_focus_and_selection,
        entries_that_go_and_change_places_move_nothing,
        citations_above_keep_what_is_selected_below,
        words_added_to_a_paragraph_keep_its_selection_and_focus,
        what_is_no_more_is_not_selected,
        scroller_of_the_page_keeps_its_place,
        words_of_the_page_below_the_card_keep_their_place,
        sources_on_top_keep_the_focus_in_the_list,
        picture_that_comes_late_on_top_moves_nothing;
}

/// Opens a card of a live story; the gate lets the newer version through.
pub fn live<'k>(kit: &'k Kit, page: &str, now: &Value, later: &Value) -> (Card<'k>, Gate) {
    let gate = Gate::new();
    let later = Answer::json(later).behind(&gate);
    let url = kit.server.answers(vec![Answer::json(now), later]);
    let tag = format!("<story-card src='{url}' refresh='15' timeout='14'></story-card>");
    let card = kit.page(HURRY, &page.replace("{}", &tag)).card().ready();
    (card, gate)
}

/// Lets the newer version come, and waits until it is drawn and laid out.
pub fn update(card: &Card<'_>, gate: &Gate) {
    gate.open();
    card.page().wait_for_event("story-card-update");
    card.page().settle();
}

pub fn long(n: usize) -> String {
    format!("Entry {n}, at half past. {}", "The tug has gone back to its berth. ".repeat(8))
}

/// A log of entries without a headline, numbered so.
fn log(numbers: &[usize]) -> Value {
    let blocks: Vec<String> = numbers.iter().map(|n| long(*n)).collect();
    with(json!({ "id": "live", "sections": [{ "id": "log", "headline": "", "blocks": blocks }] }))
}

fn down(from: usize) -> Vec<usize> {
    (1..=from).rev().collect()
}

/// The part whose text has these words.
const FIND: &str = "const having = (name, words) => parts(card, name).find((el) => el.textContent.includes(words));
    const letters = (el) => { const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT); return walker.nextNode(); };
    const selected = () => {
      const root = card.shadowRoot;
      const selection = getSelection();
      const own = root.getSelection?.() ?? selection;
      const ends = selection.getComposedRanges?.({ shadowRoots: [root] })[0] ?? (own.rangeCount && own.getRangeAt(0));
      if (!ends) return '';
      const range = new Range();
      range.setStart(ends.startContainer, ends.startOffset);
      range.setEnd(ends.endContainer, ends.endOffset);
      return range.toString();
    };";

fn run(card: &Card<'_>, body: &str) -> Value {
    card.run(&format!("{FIND} {body}"))
}

/// Brings the part with these words to the middle and selects its first letters.
fn read(card: &Card<'_>, name: &str, words: &str) {
    let body = "const el = having(args[0], args[1]);
        el.scrollIntoView({ block: 'center', behavior: 'instant' });
        await frame(); await frame();
        const text = letters(el);
        getSelection().setBaseAndExtent(text, 0, text, Math.min(8, text.length));
        await frame();";
    card.run_with(&format!("{FIND} {body}"), json!([name, words]));
    card.page().settle();
}

fn selected(card: &Card<'_>) -> Value {
    run(card, "return selected()")
}

pub fn top(card: &Card<'_>, name: &str, words: &str) -> f64 {
    let body = format!("{FIND} return having(args[0], args[1]).getBoundingClientRect().top");
    card.run_with(&body, json!([name, words])).as_f64().expect("a number")
}

#[track_caller]
fn assert_same_place(before: f64, after: f64) {
    assert!((after - before).abs() < 4.0, "moved from {before} to {after}");
}

/// Reads the part, takes the update, and finds both as they were.
#[track_caller]
fn assert_stays(card: &Card<'_>, gate: &Gate, name: &str, words: &str) {
    read(card, name, words);
    let (before, chosen) = (top(card, name, words), selected(card));
    assert!(!chosen.as_str().unwrap_or_default().is_empty());
    update(card, gate);
    assert_same_place(before, top(card, name, words));
    assert_eq!(selected(card), chosen);
}

fn entries_on_top_move_nothing_and_keep_the_selection(kit: &Kit) {
    let (card, gate) = live(kit, "{}", &log(&down(20)), &log(&down(22)));
    assert_stays(&card, &gate, "paragraph", "Entry 12,");
    assert_eq!(card.count("paragraph"), 22);
    assert!(card.texts("paragraph")[0].starts_with("Entry 22"));
}

fn events_on_top_move_nothing_and_keep_the_selection(kit: &Kit) {
    let story = |count: usize| {
        let event = |n: usize| json!({ "date": format!("2026-03-{n:02}"), "text": long(n) });
        let events: Vec<Value> = down(count).into_iter().map(event).collect();
        with(json!({ "id": "tl", "timeline": { "headline": "Log", "events": events } }))
    };
    let (card, gate) = live(kit, "{}", &story(8), &story(10));
    read(&card, "event-text", "Entry 4,");
    assert_stays(&card, &gate, "event-text", "Entry 4,");
    assert_eq!(card.count("event"), 10);
}

fn headed(order: &[&str]) -> Value {
    let section = |name: &&str| {
        let blocks: Vec<String> = (1..=3)
            .map(|n| {
                format!("{name}, paragraph {n}. [Read on](https://a.example/{name}{n}) {}", long(n))
            })
            .collect();
        json!({ "headline": name, "open": true, "blocks": blocks })
    };
    with(json!({ "id": "live", "sections": order.iter().map(section).collect::<Value>() }))
}

fn sections_that_change_places_keep_focus_and_selection(kit: &Kit) {
    let now = headed(&["Alpha", "Beta", "Gamma", "Delta"]);
    let later = headed(&["New", "Delta", "Gamma", "Alpha", "Beta"]);
    for name in ["Alpha", "Beta", "Gamma", "Delta"] {
        let (card, gate) = live(
            kit,
            "<p style='block-size: 900px'>{}<p style='block-size: 3000px'>",
            &now,
            &later,
        );
        let words = format!("{name}, paragraph 2");
        read(&card, "paragraph", &words);
        card.run_with(
            &format!("{FIND} having('paragraph', args[0]).querySelector('a').focus({{ preventScroll: true }});
                const text = letters(having('paragraph', args[0])); getSelection().setBaseAndExtent(text, 0, text, 8);"),
            json!([words]),
        );
        let (before, chosen) = (top(&card, "paragraph", &words), selected(&card));
        update(&card, &gate);
        assert_same_place(before, top(&card, "paragraph", &words));
        assert_eq!(selected(&card), chosen, "{name}");
        let focused = card.run("return card.shadowRoot.activeElement?.getAttribute('href')");
        assert_eq!(focused, json!(format!("https://a.example/{name}2")));
        assert_eq!(card.texts("section-heading").len(), 5);
    }
}

fn entries_that_go_and_change_places_move_nothing(kit: &Kit) {
    let later = log(&[23, 18, 20, 30, 31, 12, 1, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    let (card, gate) = live(kit, "{}", &log(&down(20)), &later);
    assert_stays(&card, &gate, "paragraph", "Entry 12,");
    let numbers: Vec<String> = card.texts("paragraph");
    let expected =
        ["Entry 23,", "Entry 18,", "Entry 20,", "Entry 30,", "Entry 31,", "Entry 12,", "Entry 1,"];
    for (text, expected) in numbers.iter().zip(expected) {
        assert!(text.starts_with(expected), "{text}");
    }
}

/// All markers below have another number and another place in the list of sources.
fn citations_above_keep_what_is_selected_below(kit: &Kit) {
    let story = |sources: &[&str], more: &[&str]| {
        let mut blocks: Vec<String> =
            more.iter().map(|text| format!("{text} {}", long(1))).collect();
        blocks.extend((0..12).map(|n| format!("Fact {n} stands [a], and [b] too. {}", long(n))));
        let source = |id: &&str| json!({ "id": id, "name": format!("Work {id}") });
        with(json!({
            "id": "live",
            "sections": [{ "headline": "", "blocks": blocks }],
            "citation": sources.iter().map(source).collect::<Value>(),
        }))
    };
    let now = story(&["a", "b"], &[]);
    let later = story(&["new", "b", "a"], &["Newer [a][new].", "New [b]."]);
    let (card, gate) = live(kit, "{}", &now, &later);
    assert_stays(&card, &gate, "paragraph", "Fact 6 ");
    let marker = run(
        &card,
        "const marker = having('paragraph', 'Fact 6 ').querySelector('[part~=marker]');
        return [marker.textContent, marker.id, marker.getAttribute('data-cites')]",
    );
    assert_eq!(marker, json!(["[3]", "cite-3-8", "2"]));
}

fn words_added_to_a_paragraph_keep_its_selection_and_focus(kit: &Kit) {
    let story = |before: &str, after: &str| {
        let text = format!(
            "{before}The ferry is aground, [the harbour office](https://a.example/) says{after}."
        );
        with(
            json!({ "id": "live", "sections": [{ "headline": "", "blocks": ["First.", text, "Last."] }] }),
        )
    };
    let now = story("", "");
    let later = story("Since this morning: ", ", *and* nobody is hurt");
    let (card, gate) = live(kit, "{}", &now, &later);
    run(
        &card,
        "const el = having('paragraph', 'aground'); el.querySelector('a').focus();
        const text = letters(el); getSelection().setBaseAndExtent(text, 4, text, 9);",
    );
    assert_eq!(selected(&card), "ferry");
    update(&card, &gate);
    assert_eq!(selected(&card), "ferry");
    assert_eq!(card.run("return card.shadowRoot.activeElement?.textContent"), "the harbour office");
    assert_eq!(
        card.texts("paragraph")[1],
        "Since this morning: The ferry is aground, the harbour office says, and nobody is hurt."
    );
}

fn what_is_no_more_is_not_selected(kit: &Kit) {
    let other = "Quite another thing is said here now, in other words.";
    let mut later = log(&[3, 2, 1]);
    later["sections"][0]["blocks"][1] = json!(other);
    let (card, gate) = live(kit, "{}", &log(&[3, 2, 1]), &later);
    read(&card, "paragraph", "Entry 2,");
    update(&card, &gate);
    let chosen = selected(&card);
    assert!(["", "Entry 2,"].contains(&chosen.as_str().unwrap_or("?")), "{chosen}");
    assert_eq!(card.texts("paragraph")[1], other);
}

fn scroller_of_the_page_keeps_its_place(kit: &Kit) {
    let page = "<div style='block-size: 200px'></div>
        <main style='block-size: 500px; overflow: auto; scroll-behavior: smooth'><p>Above.</p>{}<p>Below.</p></main>
        <div style='block-size: 2000px'></div>";
    let (card, gate) = live(kit, page, &log(&down(20)), &log(&down(23)));
    assert_stays(&card, &gate, "paragraph", "Entry 9,");
    assert_eq!(card.run("return document.scrollingElement.scrollTop < 400"), true);
}

fn words_of_the_page_below_the_card_keep_their_place(kit: &Kit) {
    let page = "{}<p id='below'>What the page says.</p><div style='block-size: 3000px'></div>";
    let (card, gate) = live(kit, page, &log(&down(4)), &log(&down(9)));
    let place = "return find('#below').getBoundingClientRect().top";
    card.run("find('#below').scrollIntoView({ block: 'center', behavior: 'instant' }); await frame(); await frame();");
    let before = card.run(place).as_f64().expect("a number");
    update(&card, &gate);
    assert_same_place(before, card.run(place).as_f64().expect("a number"));
    assert_eq!(card.count("paragraph"), 9);
}

fn sources_on_top_keep_the_focus_in_the_list(kit: &Kit) {
    let story = |ids: Vec<usize>| {
        let source = |n: &usize| json!({ "id": format!("s{n}"), "name": format!("Work {n}"), "url": format!("https://a.example/{n}") });
        with(
            json!({ "id": "live", "description": "As said [s1].", "citation": ids.iter().map(source).collect::<Value>() }),
        )
    };
    let (card, gate) = live(kit, "{}", &story(down(30)), &story(down(36)));
    card.run("part(card, 'sources').querySelector('[data-fold]').click(); await frame();
        const link = [...part(card, 'sources').querySelectorAll('summary')].find((el) => /Work 9/.test(el.textContent)); link.scrollIntoView({ block: 'center', behavior: 'instant' }); link.focus({ preventScroll: true }); await frame(); await frame();");
    let place = "return card.shadowRoot.activeElement?.getBoundingClientRect().top";
    let before = card.run(place).as_f64().expect("a number");
    update(&card, &gate);
    card.wait(&format!("Math.abs((() => {{ {place} }})() - {before}) < 4"));
    assert_eq!(card.run("return /Work 9/.test(card.shadowRoot.activeElement.textContent)"), true);
    assert_eq!(card.run("return card.shadowRoot.querySelectorAll('.entry').length"), 36);
}

fn picture_that_comes_late_on_top_moves_nothing(kit: &Kit) {
    let picture = Gate::new();
    let url = kit.answer(picture_answer(600, 400).behind(&picture));
    let mut later = log(&down(20));
    let blocks = later["sections"][0]["blocks"].as_array_mut().expect("blocks");
    // Near enough to be fetched before the reader comes to it.
    blocks.insert(8, json!({ "type": "image", "url": url, "alt": "The tug" }));
    let (card, gate) = live(kit, "{}", &log(&down(20)), &later);
    read(&card, "paragraph", "Entry 12,");
    let before = top(&card, "paragraph", "Entry 12,");
    update(&card, &gate);
    assert_same_place(before, top(&card, "paragraph", "Entry 12,"));
    picture.open();
    card.wait("part(card, 'image').querySelector('img').naturalWidth > 0");
    card.page().settle();
    assert!(card.part("image").rect().height > 200.0);
    assert_same_place(before, top(&card, "paragraph", "Entry 12,"));
}
