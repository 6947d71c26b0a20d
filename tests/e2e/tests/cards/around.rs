//! Pages around a card as other people make them: what they keep at the top, what they call
//! their containers, where they scroll, how they were opened.

use serde_json::json;
use story_card_e2e::{Answer, Kit, suite};

use crate::stories::{headed, with};

suite! {
    EVERYWHERE:
        containers_of_the_page_do_not_choose_the_columns,
        private_names_of_the_page_mean_nothing,
        second_column_stays_below_what_the_page_keeps_at_the_top,
        answer_that_the_page_made_anew_keeps_its_address,
        shadow_and_outline_of_the_page_are_not_cut;
    IN_FRONT: lazy_card_begins_before_it_is_scrolled_into_a_box;
    CHROMIUM: page_opened_with_a_password_shows_its_story_and_tells_nobody;
}

/// w3c/csswg-drafts 12090: names of containers are known across shadow roots.
fn containers_of_the_page_do_not_choose_the_columns(kit: &Kit) {
    let url = kit.story(&with(json!({ "timeline": { "events": [
        { "date": "2024-01-04", "headline": "Gate" }, { "date": "2024-02-04", "headline": "Lock" },
    ] } })));
    for name in ["wide", "two", "app", "card"] {
        for layout in ["auto", "one"] {
            let page = kit.host(&format!(
                "<main style='container: {name} / inline-size; width: 1200px'><div style='width: 420px'>
                 <story-card src='{url}' layout='{layout}'></story-card></div></main>"
            ));
            let card = page.card().ready();
            let columns = card.run(
                "return getComputedStyle(part(card, 'card')).gridTemplateColumns.split(' ').length",
            );
            assert_eq!(columns, 1, "{name}, {layout}");
        }
    }
}

/// w3c/css-houdini-drafts 939, and sheets that begin with `* { --_gap: 0 }`.
fn private_names_of_the_page_mean_nothing(kit: &Kit) {
    let url = kit.story(&headed("Rain"));
    let look = "const { paddingTop, color, backgroundColor, borderRadius, gridTemplateColumns } = getComputedStyle(part(card, 'card'));
                return [paddingTop, color, backgroundColor, borderRadius, gridTemplateColumns]";
    let tag = format!("<story-card src='{url}'></story-card>");
    let plain = kit.host(&tag).card().ready().run(look);
    let each = |rule: &dyn Fn(&str) -> String| -> String {
        "padding ink paper radius measure gap line accent border column"
            .split(' ')
            .map(rule)
            .collect()
    };
    let values = each(&|name| format!("--_{name}: red; "));
    let properties =
        each(&|name| format!("@property --_{name} {{ syntax: '*'; inherits: false }} "));
    let page = kit.host(&format!("<style>{properties} * {{ {values} }}</style>{tag}"));
    assert_eq!(page.card().ready().run(look), plain);
}

/// carbon-for-ibm-dotcom 5124: a page says by `scroll-padding` what it keeps at the top.
fn second_column_stays_below_what_the_page_keeps_at_the_top(kit: &Kit) {
    let sections: Vec<_> = (1..=8)
        .map(|number| json!({ "headline": format!("Part {number}"), "open": true, "blocks": vec!["Words of a paragraph that goes on. ".repeat(20); 4] }))
        .collect();
    let events: Vec<_> = (1..=9)
        .map(|day| json!({ "date": format!("2024-01-0{day}"), "headline": "Gate" }))
        .collect();
    let story = with(json!({ "sections": sections, "timeline": { "events": events } }));
    let url = kit.story(&story);
    for (padding, least) in [
        ("", 16),
        ("html { scroll-padding-top: 100px }", 116),
        // Of what does not scroll nothing is kept free.
        ("html { scroll-padding-top: calc(0% + 100px) } body { scroll-padding-top: 0 }", 116),
    ] {
        let page = kit.host(&format!(
            "<style>{padding} header {{ position: sticky; top: 0; height: 90px; z-index: 10; background: white }}</style>
             <header>Site</header><story-card src='{url}' layout='two'></story-card>"
        ));
        page.resize(1200, 800);
        let card = page.card().ready();
        card.wait("part(card, 'index')?.getBoundingClientRect().width");
        card.run("scrollTo({ top: 1500, behavior: 'instant' })");
        card.wait(&format!("Math.round(part(card, 'index').closest('.stays').getBoundingClientRect().top) === {least}"));
    }
}

/// w3c/IntersectionObserver 431: what is near in a box that scrolls is not near for a window.
fn lazy_card_begins_before_it_is_scrolled_into_a_box(kit: &Kit) {
    let url = kit.story(&headed("Rain"));
    let page = kit.host(&format!(
        "<div style='height: 400px; overflow: auto'><div style='height: 600px'></div><story-card src='{url}'></story-card></div>"
    ));
    page.card().ready();
    // As in a page that scrolls itself, what is far waits.
    let page = kit.host(&format!(
        "<div style='height: 400px; overflow: auto'><div style='height: 9000px'></div><story-card src='{url}'></story-card></div>"
    ));
    page.settle();
    assert_eq!(page.card().state(), "idle");
    let page =
        kit.host(&format!("<p style='height: 250vh'></p><story-card src='{url}'></story-card>"));
    page.settle();
    assert_eq!(page.card().state(), "idle", "more than a window away");
    page.run("scrollTo({ top: 0.8 * innerHeight, behavior: 'instant' })");
    page.card().ready();
}

/// whatwg/fetch 26: no request may go to an address with a name and a password in it, and a
/// page that was opened by one has them in its base.
fn page_opened_with_a_password_shows_its_story_and_tells_nobody(kit: &Kit) {
    let story = json!({
        "schemaVersion": "story-card/1.0", "headline": "Rain", "description": "It [fell](/fall).",
    });
    kit.server.instead("/own/rain.json", Answer::json(&story));
    let page = kit.host("<story-card src='/own/rain.json'></story-card>");
    let card = page.card();
    card.run("location.href = location.href.replace('//', '//reader:secret@')");
    page.wait("document.baseURI.includes('secret') && document.readyState === 'complete'");
    let card = page.card().ready();
    let link = card.part("lead").run("return el.querySelector('a').href");
    let link = link.as_str().expect("an address");
    assert!(link.ends_with("/fall") && !link.contains("secret"), "{link}");
    let given = json!({ "schemaVersion": "story-card/1.0", "headline": "Given", "description": "It [fell](/fall)." });
    card.set("story", given);
    card.wait("part(card, 'headline').textContent === 'Given'");
    assert_eq!(card.part("lead").run("return el.querySelector('a') !== null"), true);
}

/// mswjs/interceptors 254: a `Response` that a script makes has no address.
fn answer_that_the_page_made_anew_keeps_its_address(kit: &Kit) {
    let url =
        kit.story(&with(json!({ "image": { "url": "../pictures/map.png", "alt": "A map" } })));
    let wrap = "<script>const ask = fetch; window.fetch = async (...given) => {
        const response = await ask(...given);
        return new Response(await response.arrayBuffer(), response);
    }</script>";
    let card = kit.host(&format!("{wrap}<story-card src='{url}'></story-card>")).card().ready();
    let src = card.run("return part(card, 'image').querySelector('img').src");
    let expected = kit
        .page("", "")
        .run_with("return new URL('../pictures/map.png', args[0]).href", json!([url]));
    assert_eq!(src, expected);
}

/// kbrsh/wing 56: what the publisher gives the card stands outside of it.
fn shadow_and_outline_of_the_page_are_not_cut(kit: &Kit) {
    let url = kit.story(&headed("Rain"));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card().ready();
    let room = card.run(
        "let room = Infinity;
         for (let el = part(card, 'card').parentElement; el; el = el.parentElement) {
           const { overflowX, overflowClipMargin } = getComputedStyle(el);
           if (overflowX !== 'visible') room = Math.min(room, parseFloat(overflowClipMargin) || 0);
         }
         return room === Infinity || room",
    );
    assert!(room == json!(true) || room.as_f64().is_some_and(|room| room >= 48.0), "{room}");
}
