//! The host is a block like any other: in a box that is sized by its content it takes the
//! room that a paragraph would, and where nothing can be measured it is not left waiting.

use serde_json::{Value, json};
use story_card_e2e::{Kit, suite};

use crate::stories::{cited, headed};

suite! {
    EVERYWHERE:
        cards_of_a_page_builder_are_wide_enough_to_read,
        card_is_as_wide_as_a_paragraph_in_every_box,
        card_is_as_wide_before_its_story_as_after,
        cards_share_a_row,
        card_in_a_vertical_page_is_as_high_as_its_story,
        width_of_the_publisher_wins,
        card_asks_no_more_of_a_narrow_box_than_a_long_word,
        lazy_card_without_a_box_begins,
        card_that_was_hidden_is_laid_out_when_it_is_shown;
}

/// The blocks that page builders wrap everything in.
fn cards_of_a_page_builder_are_wide_enough_to_read(kit: &Kit) {
    let url = kit.story(&cited());
    let card = |id: &str| {
        format!(
            "<story-card id='{id}' loading='eager' src='{url}'><a href='#'>Read the story</a></story-card>"
        )
    };
    let page = kit.host(&format!(
        "<style>body {{ margin: 1em }} .column {{ display: flex; flex-direction: column; align-items: center }}
           .row {{ display: flex }} .fit {{ width: fit-content }} .place {{ display: grid; justify-items: start }}</style>
         <section class='column'>{}</section><section class='row'>{}</section>
         <section class='fit'>{}</section><section class='place'>{}</section>
         <dialog open style='position: static'>{}</dialog><table><tr><td>{}</td></tr></table>{}",
        card("column"), card("row"), card("fit"), card("place"), card("dialog"), card("cell"), card("block"),
    ));
    page.resize(900, 800);
    for id in ["column", "row", "fit", "place", "dialog", "cell", "block"] {
        let card = page.card_at(&format!("#{id}")).ready();
        let width = card.part("card").rect().width;
        assert!(width >= 240.0, "{id}: {width}");
        assert!(width > 800.0, "{id} leaves room unused: {width}");
    }
}

/// Boxes that take their size from what is in them, `{}`.
const BOXES: [&str; 19] = [
    "<div>{}</div>",
    "<div style='display: flex; flex-direction: column; align-items: center'>{}</div>",
    "<div style='display: flex; flex-direction: column; align-items: end; direction: rtl'>{}</div>",
    "<div style='display: flex'>{}</div>",
    "<div style='display: flex; direction: rtl'>{}</div>",
    "<div style='display: inline-flex'>{}</div>",
    "<div style='display: grid; justify-items: start'>{}</div>",
    "<div style='display: inline-grid'>{}</div>",
    "<div style='display: grid; grid-template-columns: auto'><div style='display: flex; flex-direction: column; align-items: start'>{}</div></div>",
    "<div style='display: inline-block'>{}</div>",
    "<div style='display: inline-block'><div style='display: flex'><div style='width: fit-content'>{}</div></div></div>",
    "<div style='width: fit-content'>{}</div>",
    "<div style='width: max-content; max-width: 500px'>{}</div>",
    "<div style='overflow: hidden'><div style='float: left'>{}</div></div>",
    "<div style='overflow: hidden'><div style='float: right; direction: rtl'>{}</div></div>",
    "<div style='position: relative; height: 300px'><div style='position: absolute; right: 0'>{}</div></div>",
    "<table><tr><td>{}</td></tr></table>",
    "<dialog open style='position: static'>{}</dialog>",
    "<fieldset style='width: fit-content; padding: 0; margin: 0'>{}</fieldset>",
];

/// Fails unless the card in each box is as wide as the words beside it in its twin.
#[track_caller]
fn assert_as_wide(kit: &Kit, boxes: &[&str], what: &str) {
    let url = kit.story(&cited());
    let card = format!("<story-card src='{url}' loading='eager'></story-card>");
    let words = "Words of a paragraph of some length. ".repeat(80);
    let twin = format!("<p class='words' style='margin: 0'>{words}</p>");
    let body: String = boxes
        .iter()
        .flat_map(|a_box| [a_box.replace("{}", &card), a_box.replace("{}", &twin)])
        .collect();
    let page = kit.host(&body);
    page.resize(900, 800);
    page.wait(
        "[...document.querySelectorAll('story-card')].every((card) => card.state === 'ready')",
    );
    let widths = page.run(
        "const wide = (el) => el.getBoundingClientRect().width;
         const words = [...document.querySelectorAll('.words')].map(wide);
         return [...document.querySelectorAll('story-card')].map((card, at) => [wide(part(card, 'card')), words[at]]);",
    );
    for (a_box, widths) in boxes.iter().zip(widths.as_array().expect("a list")) {
        let [card, words] = [0, 1].map(|at| widths[at].as_f64().expect("px"));
        assert!((card - words).abs() < 1.5, "{what} {a_box}: {card} instead of {words}");
    }
}

fn card_is_as_wide_as_a_paragraph_in_every_box(kit: &Kit) {
    assert_as_wide(kit, &BOXES, "in");
    // The publisher may have made the host itself any box.
    for style in [
        "display: flex",
        "display: inline-block",
        "display: inline-grid",
        "float: left",
        "position: absolute",
    ] {
        let url = kit.story(&cited());
        let body = format!(
            "<div style='position: relative'><story-card style='{style}' src='{url}'></story-card></div>"
        );
        let page = kit.host(&format!("<style>body {{ margin: 0 }}</style>{body}"));
        page.resize(900, 800);
        let width = page.card().ready().part("card").rect().width;
        assert!(width > 860.0, "{style}: {width}");
    }
}

fn card_is_as_wide_before_its_story_as_after(kit: &Kit) {
    let gate = story_card_e2e::Gate::default();
    let url = kit.answer(story_card_e2e::Answer::json(&cited()).behind(&gate));
    let page = kit.host(&format!(
        "<style>html {{ overflow-y: scroll }}</style><div style='display: flex; flex-direction: column; align-items: center'>
           <story-card src='{url}'>Soon</story-card></div>"
    ));
    let card = page.card();
    card.wait("card.state === 'loading'");
    let width = "return card.getBoundingClientRect().width";
    let before = card.run(width);
    gate.open();
    assert_eq!(card.ready().run(width), before);
}

fn cards_share_a_row(kit: &Kit) {
    let url = kit.story(&cited());
    let card = format!("<story-card src='{url}'></story-card>");
    let page = kit.host(&format!(
        "<style>body {{ margin: 0 }}</style><div style='display: flex; inline-size: 800px'>{card}{card}</div>
         <div style='display: grid; grid-template-columns: 1fr 1fr; inline-size: 800px'>{card}{card}</div>
         <div style='display: flex; inline-size: 800px'>{card}<aside id='aside' style='inline-size: 200px'>Beside it</aside></div>"
    ));
    page.wait(
        "[...document.querySelectorAll('story-card')].every((card) => card.state === 'ready')",
    );
    let widths = page.run("return [...document.querySelectorAll('story-card')].map((card) => card.getBoundingClientRect().width)");
    let widths: Vec<f64> =
        widths.as_array().expect("a list").iter().filter_map(Value::as_f64).collect();
    for width in &widths[..4] {
        assert!((width - 400.0).abs() < 1.0, "{widths:?}");
    }
    assert!(widths[4] > 500.0 && widths[4] < 760.0, "{widths:?}");
}

fn width_of_the_publisher_wins(kit: &Kit) {
    let url = kit.story(&cited());
    for (style, expected) in [
        ("width: 300px", [300.0, 0.0]),
        ("max-width: 500px; margin-inline: auto", [500.0, 200.0]),
        ("max-width: 500px; margin-inline: 40px", [500.0, 40.0]),
        ("width: 50%; margin: 0 0 0 auto", [450.0, 450.0]),
        ("min-width: 950px", [950.0, 0.0]),
    ] {
        let page = kit.host(&format!(
            "<style>body {{ margin: 0 }} story-card {{ {style} }}</style><div style='display: flex; flex-direction: column'>
               <story-card src='{url}'></story-card></div>"
        ));
        page.resize(900, 800);
        let card = page.card().ready().part("card").rect();
        assert!((card.width - expected[0]).abs() < 1.0, "{style}: {card:?}");
        // A scroll bar may take its part of the window.
        assert!((card.x - expected[1]).abs() < 9.0, "{style}: {card:?}");
    }
}

fn card_asks_no_more_of_a_narrow_box_than_a_long_word(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<style>body {{ margin: 0 }}</style><div style='width: min-content'><story-card src='{url}'></story-card></div>"
    ));
    let width = page.card().ready().part("card").rect().width;
    assert!((100.0..240.0).contains(&width), "{width}");
    let page = kit.host(&format!(
        "<div style='width: 90px'><story-card id='narrow' src='{url}'></story-card></div>"
    ));
    let card = page.card().ready();
    assert!((card.part("card").rect().width - 90.0).abs() < 1.0);
    assert_eq!(page.run("return document.documentElement.scrollWidth <= innerWidth"), true);
}

/// A card in places that have no box, far below what the reader sees.
const NOWHERE: [&str; 6] = [
    "<story-card style='display: contents' src='{}'></story-card>",
    "<div style='display: contents'><story-card style='display: contents' src='{}'></story-card></div>",
    "<details><summary>More</summary><story-card src='{}'></story-card></details>",
    "<div id='tab' style='display: none'><story-card src='{}'></story-card></div>",
    "<dialog><story-card src='{}'></story-card></dialog>",
    "<div hidden><story-card src='{}'></story-card></div>",
];

fn lazy_card_without_a_box_begins(kit: &Kit) {
    for place in NOWHERE {
        let url = kit.story(&headed("Begun"));
        let far = format!("<div style='height: 2000vh'></div>{}", place.replace("{}", &url));
        assert_eq!(kit.host(&far).card().ready().part("headline").text(), "Begun", "{place}");
        // The same where a script puts it there, when the page has long been read.
        let page = kit.host("<main></main>");
        page.run("await customElements.whenDefined('story-card'); await frame();");
        page.run_with("find('main').innerHTML = args[0]", json!([far]));
        page.card().ready();
    }
    let url = kit.story(&headed("Far"));
    let page = kit
        .host(&format!("<div style='height: 2000vh'></div><story-card src='{url}'></story-card>"));
    page.run("await customElements.whenDefined('story-card')");
    page.settle();
    assert_eq!(page.card().state(), "idle", "a card that has a box waits");
}

fn card_that_was_hidden_is_laid_out_when_it_is_shown(kit: &Kit) {
    let mut story = cited();
    story["timeline"] = json!({ "events": [{ "date": "1961", "text": "Surveyed." }, { "date": "1990", "text": "Built." }] });
    let url = kit.story(&story);
    for place in NOWHERE {
        let page = kit.host(&place.replace("{}", &url));
        let card = page.card().ready();
        page.run(
            "for (const el of document.querySelectorAll('details, dialog')) el.open = true;
             for (const el of document.querySelectorAll('#tab, [hidden]')) { el.hidden = false; el.style.display = 'block'; }",
        );
        card.wait("part(card, 'card').getBoundingClientRect().width > 240");
        card.set_attribute("timeline", json!("both"));
        card.wait("part(card, 'timeline-graphic').getBoundingClientRect().height > 40");
    }
}

fn card_in_a_vertical_page_is_as_high_as_its_story(kit: &Kit) {
    let url = kit.story(&cited());
    for mode in ["vertical-rl", "vertical-lr"] {
        let page = kit.host(&format!(
            "<article style='writing-mode: {mode}; height: 200px'>
               <p>Before</p><story-card src='{url}' open='all'></story-card><p>After</p></article>"
        ));
        let card = page.card().ready();
        let inner = card.part("card").rect();
        let height = card.run("return card.getBoundingClientRect().height");
        let height = height.as_f64().expect("a height");
        assert!((height - inner.height).abs() < 1.0, "{mode}: {height} {inner:?}");
        assert!(inner.height > 200.0 && inner.width > 240.0, "{mode}: {inner:?}");
        // Words run from side to side.
        let headline = card.part("headline").rect();
        assert!(headline.width > headline.height, "{mode}: {headline:?}");
    }
}
