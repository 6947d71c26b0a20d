//! The box that searches a long list.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::stories::{show, with};

suite! {
    EVERYWHERE:
        short_list_has_no_box,
        box_shows_what_holds_every_word,
        accents_and_case_do_not_matter,
        emptied_box_shows_all_again,
        search_without_a_hit_says_so_and_offers_all,
        box_and_count_have_names,
        search_finds_what_a_folded_timeline_leaves_out,
        hits_are_marked_until_the_search_or_the_card_ends,
        accent_that_stands_alone_is_no_word,
        drawing_follows_the_search_of_its_list,
        search_ends_with_its_story;
}

fn with_sources(count: usize) -> Value {
    let sources: Vec<Value> = (1..=count)
        .map(|n| {
            let name = if n == 7 { "Über die Mühle".into() } else { format!("Work {n}") };
            json!({ "id": n.to_string(), "name": name, "publisher": if n % 2 == 0 { "Even House" } else { "Odd House" } })
        })
        .collect();
    with(json!({ "description": "Said [1].", "citation": sources }))
}

/// Writes into the box, and gives the numbers of the entries that are left.
fn search(card: &Card<'_>, words: &str) -> Value {
    card.part("sources").inside("input").run("el.focus(); el.select()");
    if words.is_empty() {
        card.page().press_key("Delete");
    }
    for letter in words.chars() {
        card.page().press_key(&if letter == ' ' { "Space".to_owned() } else { letter.to_string() });
    }
    card.page().settle();
    card.run(
        "return [...part(card, 'sources').querySelectorAll('li')].filter((li) => li.checkVisibility())
           .map((li) => Number(li.firstElementChild.textContent))",
    )
}

fn short_list_has_no_box(kit: &Kit) {
    let card = show(kit, &with_sources(20));
    assert_eq!(card.part("sources").run("return el.querySelector('input')"), json!(null));
    let card = show(kit, &with_sources(21));
    assert!(card.part("sources").inside("input").is_shown());
}

fn box_shows_what_holds_every_word(kit: &Kit) {
    let card = show(kit, &with_sources(30));
    assert_eq!(search(&card, "house 2 even"), json!([2, 12, 20, 22, 24, 26, 28]));
    assert!(card.part("sources").seen_text().contains("7 of 30"));
}

fn accents_and_case_do_not_matter(kit: &Kit) {
    let card = show(kit, &with_sources(30));
    assert_eq!(search(&card, "MUHLE"), json!([7]));
}

fn emptied_box_shows_all_again(kit: &Kit) {
    let card = show(kit, &with_sources(30));
    assert_eq!(search(&card, "zzz"), json!([]));
    assert_eq!(search(&card, ""), json!([1, 2, 3, 4, 5, 6]));
    assert!(!card.part("sources").seen_text().contains("of 30"));
}

fn search_without_a_hit_says_so_and_offers_all(kit: &Kit) {
    let card = show(kit, &with_sources(30));
    assert_eq!(search(&card, "zzz"), json!([]));
    assert!(card.part("sources").seen_text().contains("Nothing here mentions “zzz”."));
    card.page().pointer().press(&card.part("sources").inside("[data-act=search]"));
    card.wait("part(card, 'sources').querySelectorAll('li:not([aria-hidden])').length === 6");
    let search_box = "part(card, 'sources').querySelector('input')";
    card.wait(&format!("card.shadowRoot.activeElement === {search_box} && !{search_box}.value"));
    assert!(!card.part("sources").inside("[data-act=search]").is_shown());
}

fn box_and_count_have_names(kit: &Kit) {
    let card = show(kit, &with_sources(30));
    let search_box = card.part("sources").inside("input");
    assert_eq!(search_box.role(), "searchbox");
    assert_eq!(search_box.label(), "Search the sources");
    assert_eq!(card.part("sources").inside("output").role(), "status");
}

fn search_finds_what_a_folded_timeline_leaves_out(kit: &Kit) {
    let events: Vec<Value> = (1..=25)
        .map(|n| json!({ "date": (1990 + n).to_string(), "headline": format!("Step {n} of all") }))
        .collect();
    let card = show(kit, &with(json!({ "timeline": { "events": events } })));
    let seen = "parts(card, 'event').filter((el) => el.checkVisibility()).map((el) => tidy(el.textContent))";
    card.wait(&format!("{seen}.length < 10"));
    card.part("timeline").inside("input").run("el.focus()");
    for letter in ["s", "t", "e", "p", "Space", "1", "7"] {
        card.page().press_key(letter);
    }
    card.wait(&format!("JSON.stringify({seen}) === '[\"2007Step 17 of all\"]'"));
}

/// The words that are marked, each once.
const MARKED: &str =
    "[...new Set([...CSS.highlights.get('story-card-found') ?? []].map(String))].sort()";

fn hits_are_marked_until_the_search_or_the_card_ends(kit: &Kit) {
    let card = show(kit, &with_sources(30));
    search(&card, "MUHLE uber");
    assert_eq!(card.run(&format!("return {MARKED}")), json!(["Mühle", "Über"]));
    search(&card, "house 2");
    assert_eq!(card.run(&format!("return {MARKED}")), json!(["2", "House"]));
    search(&card, "");
    assert_eq!(card.run(&format!("return {MARKED}")), json!([]));
    search(&card, "7");
    assert_eq!(card.run(&format!("return {MARKED}")), json!(["7"]));
    // What the page kept of it would keep the card.
    card.page().run("find('story-card').remove()");
    card.page().wait("CSS.highlights.get('story-card-found').size === 0");
}

/// As a text that was copied from a PDF has it.
fn accent_that_stands_alone_is_no_word(kit: &Kit) {
    let card = show(kit, &with_sources(30));
    card.part("sources").inside("input").run(
        "el.value = 'work \\u0308 \\u0308 7';
         el.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))",
    );
    card.wait("part(card, 'sources').querySelector('output').textContent === '2 of 30'");
    assert_eq!(card.run(&format!("return {MARKED}")), json!(["7", "Work"]));
}

fn drawing_follows_the_search_of_its_list(kit: &Kit) {
    let events: Vec<Value> = (1..=25)
        .map(|n| json!({ "date": (1990 + n).to_string(), "headline": format!("Step {n} of all") }))
        .collect();
    let card = show(kit, &with(json!({ "timeline": { "events": events } })));
    let lit = "[...part(card, 'timeline-graphic').querySelectorAll('.event-mark')]
        .filter((mark) => getComputedStyle(mark).opacity === '1')
        .map((mark) => mark.dataset.event.split(' ').includes('16'))";
    card.wait(&format!("{lit}.length > 1"));
    let all = card.run(&format!("return {lit}.length"));
    card.part("timeline").inside("input").run("el.focus()");
    for letter in ["1", "7"] {
        card.page().press_key(letter);
    }
    card.wait(&format!("JSON.stringify({lit}) === '[true]'"));
    // Drawn anew, it still does.
    card.part("timeline").inside("[data-zoom=in]").run("el.click()");
    card.page().settle();
    assert_eq!(card.run(&format!("return {lit}.every(Boolean)")), json!(true));
    card.part("timeline").inside("[data-zoom=all]").run("el.click()");
    card.part("timeline").inside("input").run("el.focus(); el.select()");
    card.page().press_key("Delete");
    card.wait(&format!("{lit}.length === {all}"));
}

fn search_ends_with_its_story(kit: &Kit) {
    let story = |id: &str| {
        let mut story = with_sources(30);
        story["id"] = json!(id);
        story["headline"] = json!(id);
        story
    };
    let card = show(kit, &story("one"));
    assert_eq!(search(&card, "work 12"), json!([12]));
    card.run(&format!("card.story = {}", story("one")));
    card.page().settle();
    let value = "return part(card, 'sources').querySelector('input').value";
    assert_eq!(card.run(value), json!("work 12"), "a newer version");
    card.run(&format!("card.story = {}", story("two")));
    card.wait("part(card, 'headline').textContent === 'two'");
    card.page().settle();
    assert_eq!(card.run(value), json!(""));
    assert_eq!(search(&card, "").as_array().map(Vec::len), Some(6), "it folds again");
}
