//! Cards that are moved, removed, put back and sent elsewhere.

use serde_json::json;
use story_card_e2e::{Answer, Card, Ending, Gate, Kit, suite};

use crate::stories::{folding, headed, show};

suite! {
    EVERYWHERE:
        moved_card_keeps_its_story_and_open_sections,
        moved_card_asks_for_nothing,
        card_moved_by_who_waits_in_between_is_as_it_was,
        src_changed_amid_a_move_is_shown,
        card_moved_while_loading_is_shown,
        removed_card_hangs_up,
        removed_card_tells_nothing,
        card_put_back_works,
        tag_filled_again_and_again_works,
        last_of_ten_sources_is_shown,
        late_answer_of_an_earlier_src_is_ignored,
        story_by_property_wins_over_a_late_src,
        src_that_comes_later_is_shown,
        reader_keeps_sections_open_when_the_story_is_reloaded;
}

fn moved_card_keeps_its_story_and_open_sections(kit: &Kit) {
    let url = kit.story(&folding());
    let page =
        kit.host(&format!("<story-card src='{url}'></story-card><section id='there'></section>"));
    let card = page.card().ready();
    page.pointer().press(&card.nth("section-heading", 2));
    card.wait_for_sections(&[false, true, true]);
    card.run("find('#there').append(card)");
    page.settle();
    assert_eq!(card.state(), "ready");
    assert_eq!(card.open_sections(), [false, true, true]);
    assert!(card.part("headline").is_shown());
    // And it still listens.
    page.pointer().press(&card.nth("section-heading", 0));
    card.wait_for_sections(&[true, true, true]);
}

fn moved_card_asks_for_nothing(kit: &Kit) {
    let url = kit.story(&folding());
    let page =
        kit.host(&format!("<story-card src='{url}'></story-card><section id='there'></section>"));
    let card = page.card().ready();
    card.run("find('#there').append(card)");
    page.settle();
    assert_eq!(kit.server.requests_for(&url).len(), 1);
    assert_eq!(page.details("story-card-load").len(), 1);
}

/// Moves a card as libraries do that keep it from page to page: they wait for promises while it
/// is out of the document, and put it back in the same task.
fn moved(meanwhile: &str) -> String {
    format!(
        "const parent = card.parentNode;
         card.remove();
         {meanwhile}
         for (let turn = 0; turn < 20; turn++) await null;
         parent.append(card);"
    )
}

fn card_moved_by_who_waits_in_between_is_as_it_was(kit: &Kit) {
    let url = kit.story(&folding());
    let page = kit.host(&format!("<story-card src='{url}'></story-card>"));
    let card = page.card().ready();
    card.run("await card.openSection('three')");
    card.run(&moved(""));
    page.settle();
    assert_eq!(card.state(), "ready");
    assert_eq!(card.open_sections(), [false, true, true]);
    assert_eq!(page.details("story-card-load").len(), 1);
}

fn src_changed_amid_a_move_is_shown(kit: &Kit) {
    let (url, other) = (kit.story(&folding()), kit.story(&headed("Another")));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card().ready();
    card.run(&moved(&format!("card.src = '{other}';")));
    card.wait("part(card, 'headline')?.textContent === 'Another'");
}

fn card_moved_while_loading_is_shown(kit: &Kit) {
    let gate = Gate::new();
    let url = kit.answer(Answer::json(&headed("Moving")).behind(&gate));
    let page =
        kit.host(&format!("<story-card src='{url}'></story-card><section id='there'></section>"));
    let card = page.card();
    card.wait("card.state === 'loading'");
    card.run("find('#there').append(card)");
    gate.open();
    assert_eq!(card.ready().part("headline").text(), "Moving");
    assert_eq!(kit.server.requests_for(&url).len(), 1);
}

/// A card whose story is on its way, and the card's removal.
fn removed_amid_loading(kit: &Kit) -> (Card<'_>, String, Gate) {
    let gate = Gate::new();
    let url = kit.answer(Answer::json(&headed("Too late")).behind(&gate));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
    card.wait("card.state === 'loading'");
    kit.server.wait_for(&url, "a request", |seen| seen.len() == 1);
    card.run("window.removed = card; card.remove()");
    (card, url, gate)
}

fn removed_card_hangs_up(kit: &Kit) {
    let (_, url, _gate) = removed_amid_loading(kit);
    kit.server.wait_for(&url, "the card's hanging up", |seen| {
        seen.iter().all(|request| request.ending == Ending::Aborted)
    });
}

fn removed_card_tells_nothing(kit: &Kit) {
    let (card, url, gate) = removed_amid_loading(kit);
    gate.open();
    kit.server
        .wait_for(&url, "an end", |seen| seen.iter().all(|request| request.ending != Ending::Open));
    card.page().settle();
    assert_eq!(card.page().events().len(), 0);
}

fn card_put_back_works(kit: &Kit) {
    let card = show(kit, &folding());
    let page = card.page();
    page.run("window.kept = find('story-card'); kept.remove(); await frame(); await frame();");
    assert_eq!(page.run("return document.querySelector('story-card')"), json!(null));
    page.run("document.body.append(window.kept)");
    let card = card.ready();
    assert_eq!(card.count("headline"), 1);
    page.pointer().press(&card.nth("section-heading", 0));
    card.wait_for_sections(&[true, true, false]);
}

fn tag_filled_again_and_again_works(kit: &Kit) {
    let url = kit.story(&headed("Again"));
    let page = kit.host("<main></main>");
    for _ in 0..10 {
        page.run(&format!("find('main').innerHTML = `<story-card src='{url}'></story-card>`"));
        assert_eq!(page.card().ready().part("headline").text(), "Again");
    }
    assert_eq!(page.details("story-card-error").len(), 0);
}

fn last_of_ten_sources_is_shown(kit: &Kit) {
    let urls: Vec<String> = (0..10).map(|n| kit.story(&headed(&format!("Story {n}")))).collect();
    let card = show(kit, &headed("Before"));
    card.run_with("for (const url of args[0]) card.src = url;", json!([urls]));
    card.wait("tidy(part(card, 'headline').textContent) === 'Story 9'");
    card.page().settle();
    assert_eq!(card.part("headline").text(), "Story 9");
    let loads = card.page().details("story-card-load");
    assert_eq!(loads.last().expect("a load event")["headline"], "Story 9");
    let asked = urls.iter().filter(|url| !kit.server.requests_for(url).is_empty()).count();
    assert_eq!(asked, 1, "only the last of a row is asked for");
    assert_eq!(card.page().details("story-card-error").len(), 0);
}

fn late_answer_of_an_earlier_src_is_ignored(kit: &Kit) {
    let gate = Gate::new();
    let slow = kit.answer(Answer::json(&headed("Slow")).behind(&gate));
    let quick = kit.story(&headed("Quick"));
    let card = kit.host(&format!("<story-card src='{slow}'></story-card>")).card();
    kit.server.wait_for(&slow, "a request", |seen| seen.len() == 1);
    card.set("src", json!(quick));
    card.wait("card.state === 'ready' && tidy(part(card, 'headline').textContent) === 'Quick'");
    gate.open();
    kit.server.wait_for(&slow, "an end", |seen| {
        seen.iter().all(|request| request.ending != Ending::Open)
    });
    card.page().settle();
    assert_eq!(card.part("headline").text(), "Quick");
    assert_eq!(card.page().details("story-card-load").len(), 1);
    // What the page itself called off is no error.
    assert_eq!(card.page().details("story-card-error").len(), 0);
}

fn story_by_property_wins_over_a_late_src(kit: &Kit) {
    let gate = Gate::new();
    let slow = kit.answer(Answer::json(&headed("Slow")).behind(&gate));
    let card = kit.host(&format!("<story-card src='{slow}'></story-card>")).card();
    kit.server.wait_for(&slow, "a request", |seen| seen.len() == 1);
    card.set("story", headed("Given"));
    let card = card.ready();
    gate.open();
    card.page().settle();
    assert_eq!(card.part("headline").text(), "Given");
    assert_eq!(card.page().details("story-card-error").len(), 0);
}

fn src_that_comes_later_is_shown(kit: &Kit) {
    let url = kit.story(&headed("Later"));
    let card = kit.host("<story-card></story-card>").card();
    card.wait("card.matches(':defined') && card.state === 'idle'");
    card.page().settle();
    card.set_attribute("src", json!(url));
    assert_eq!(card.ready().part("headline").text(), "Later");
}

fn reader_keeps_sections_open_when_the_story_is_reloaded(kit: &Kit) {
    let mut newer = folding();
    newer["headline"] = json!("Newer");
    let url = kit.server.answers(vec![Answer::json(&folding()), Answer::json(&newer)]);
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card().ready();
    card.page().pointer().press(&card.nth("section-heading", 2));
    card.wait_for_sections(&[false, true, true]);
    card.run("await card.reload()");
    card.wait("tidy(part(card, 'headline').textContent) === 'Newer'");
    assert_eq!(card.open_sections(), [false, true, true]);
}
