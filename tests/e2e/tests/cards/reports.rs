//! Faults that people reported of comparable software, tried on the card.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Gate, Kit, suite};

use crate::drawing::{FITS, drawn, of};
use crate::notes::open_note;
use crate::refresh::HURRY;
use crate::stories::{cited, folding, of_blocks, with};

suite! {
    EVERYWHERE:
        translated_headline_that_stays_keeps_the_card,
        drawing_turns_with_the_direction_of_the_story,
        figures_keep_their_order_in_a_table_from_right_to_left,
        card_that_is_moved_opens_its_note_again,
        page_that_scrolls_smoothly_comes_to_the_section,
        heading_whose_words_are_selected_stays_as_it_is,
        two_quick_presses_toggle_twice,
        page_that_watches_its_own_size_hears_of_no_loop,
        card_put_into_a_frame_opens_its_notes;
    CHROMIUM:
        sheet_is_seen_in_a_page_that_two_fingers_have_zoomed,
        card_alone_on_the_screen_scrolls;
}

/// fishjar/kiss-translator 648: every update throws the reader of a translated page away.
fn translated_headline_that_stays_keeps_the_card(kit: &Kit) {
    let gate = Gate::new();
    let story = |words: &str| {
        with(json!({ "id": "live", "headline": "As it happens", "description": words }))
    };
    let answers = vec![Answer::json(&story("One.")), Answer::json(&story("Two.")).behind(&gate)];
    let url = kit.server.answers(answers);
    let tag = format!("<story-card src='{url}' refresh='15' timeout='14'></story-card>");
    let card = kit.page(HURRY, &tag).card().ready();
    card.run(
        "const font = document.createElement('font'); font.textContent = 'En direct';
         part(card, 'headline').replaceChildren(font); part(card, 'card').isFirst = true;",
    );
    gate.open();
    card.page().wait_for_event("story-card-update");
    card.wait("tidy(part(card, 'lead').textContent) === 'Two.'");
    card.page().settle();
    assert_eq!(card.run("return part(card, 'card').isFirst === true"), true);
    assert_eq!(card.part("headline").text(), "En direct");
}

/// julianpoy/RecipeSage 1112: the direction of the language before stays.
fn drawing_turns_with_the_direction_of_the_story(kit: &Kit) {
    let years = |language: &str| {
        let event = |year: &str| json!({ "date": year, "headline": year });
        let mut story = of(["2020", "2021", "2022", "2023"].map(event).into());
        story["inLanguage"] = json!(language);
        story
    };
    let order = "[...card.shadowRoot.querySelectorAll('[part~=timeline-graphic] [role=link]')]
        .map((mark) => mark.getBoundingClientRect().left)";
    let card = drawn(kit, "timeline='graphic'", &years("ar"));
    card.wait(&format!("(({{ 0: first, 3: last }}) => first > last)({order})"));
    card.set("story", years("en"));
    card.wait(&format!("(({{ 0: first, 3: last }}) => first < last)({order})"));
    card.set("story", years("he"));
    card.wait(&format!("(({{ 0: first, 3: last }}) => first > last)({order})"));
}

/// handsontable 9187: signs and groups of digits change places.
fn figures_keep_their_order_in_a_table_from_right_to_left(kit: &Kit) {
    let rows: Value = ["-3.5%", "1 234,5", "+1 555 123"].map(|figure| json!(["א", figure])).into();
    let mut story = of_blocks(json!([{ "type": "table", "header": ["א", "ב"], "rows": rows }]));
    story["inLanguage"] = json!("he");
    let card = crate::stories::show_with(kit, "open='all'", &story);
    let places = card.part("table").run(
        "return [...el.querySelectorAll('td:last-child')].map((cell) => {
           const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
           const text = walker.nextNode();
           return [...text.data].map((_, at) => {
             const range = new Range(); range.setStart(text, at); range.setEnd(text, at + 1);
             return Math.round(range.getBoundingClientRect().left);
           });
         })",
    );
    for figure in places.as_array().expect("cells") {
        let lefts: Vec<i64> =
            figure.as_array().expect("letters").iter().filter_map(Value::as_i64).collect();
        assert!(lefts.len() > 4 && lefts.is_sorted(), "{lefts:?}");
    }
}

/// hotwired/turbo 868: an element that is kept goes over into the new body.
fn card_that_is_moved_opens_its_note_again(kit: &Kit) {
    let url = kit.story(&cited());
    let page =
        kit.host(&format!("<main><story-card src='{url}'></story-card></main><aside></aside>"));
    let card = page.card().ready();
    page.pointer().press(&card.part("marker"));
    open_note(&card);
    page.run("find('aside').append(find('story-card'))");
    card.wait("!parts(card, 'popover').some((el) => el.matches(':popover-open'))");
    page.pointer().press(&card.part("marker"));
    open_note(&card);
    assert_eq!(card.count("marker-active"), 1);
}

/// Inwerpsel/use-theme-editor 60: smooth scrolling ends halfway.
fn page_that_scrolls_smoothly_comes_to_the_section(kit: &Kit) {
    let url = kit.story(&folding());
    let page = kit.host(&format!(
        "<style>html {{ scroll-behavior: smooth; scroll-padding-top: 110px }}</style>
         <p style='block-size: 1500px'></p><story-card loading='eager' src='{url}'></story-card>
         <p style='block-size: 3000px'></p>"
    ));
    let card = page.card().ready();
    page.run("location.hash = 'story-card:three'");
    card.wait("Math.abs(parts(card, 'section')[2].getBoundingClientRect().top - 110) < 3");
    page.settle();
    page.settle();
    card.wait("Math.abs(parts(card, 'section')[2].getBoundingClientRect().top - 110) < 3");
}

/// whatwg/html 8707: whoever selects the words of a heading opens or closes what is under it.
fn heading_whose_words_are_selected_stays_as_it_is(kit: &Kit) {
    let card = crate::stories::show(kit, &folding());
    let heading = card.nth("section-heading", 0);
    let (_, y) = heading.target();
    let left =
        card.run("return Math.ceil(part(card, 'section-heading').getBoundingClientRect().x)");
    let left = left.as_i64().expect("a place in the window");
    let pointer = card.page().pointer();
    let drag = |from: i64, to: i64| {
        pointer.move_to_point(left + from, y).down().glide_to_point(left + to, y, 60);
        // What the driver of Chromium holds down selects nothing.
        heading.run("if (!String(getSelection())) getSelection().selectAllChildren(el)");
        pointer.up();
        card.page().settle();
    };
    for (from, to) in [(2, 60), (60, 2)] {
        drag(from, to);
        assert_eq!(card.open_sections(), [false, true, false], "from {from} to {to}");
        card.run("getSelection().removeAllRanges()");
    }
    // A hand that trembles presses.
    pointer.move_to_point(left + 9, y).down().move_to_point(left + 11, y + 1).up();
    card.wait_for_sections(&[true, true, false]);
    pointer.press(&heading);
    card.wait_for_sections(&[false, true, false]);
    // With a key the place of the press before means nothing.
    drag(2, 60);
    card.nth("section", 0).inside("summary").run("el.focus()");
    card.page().press_key("Enter");
    card.wait_for_sections(&[true, true, false]);
}

/// The same: the second of two quick presses selects a word, and is a press.
fn two_quick_presses_toggle_twice(kit: &Kit) {
    let card = crate::stories::show(kit, &folding());
    let (x, y) = card.nth("section-heading", 0).target();
    let pointer = card.page().pointer();
    // A browser tells several turns of one moment as one, so presses are counted, not events.
    card.run("kit.presses = 0; addEventListener('click', (event) => { kit.presses += !event.defaultPrevented; })");
    pointer.press_point(x, y).press_point(x, y);
    card.page().wait("kit.presses === 2");
    card.wait_for_sections(&[false, true, false]);
    pointer.press_point(x, y).press_point(x + 1, y).press_point(x, y);
    card.page().wait("kit.presses === 5");
    card.wait_for_sections(&[true, true, false]);
    card.page().wait(
        "kit.events.filter((event) => event.type === 'story-card-toggle').at(-1).detail.open",
    );
}

/// juggle/resize-observer 103, and many others: an error that is none, in every log.
fn page_that_watches_its_own_size_hears_of_no_loop(kit: &Kit) {
    let card = drawn(kit, "timeline='graphic'", &of(many_years()));
    card.run("kit.sizes = []; new ResizeObserver(() => kit.sizes.push(document.body.clientHeight)).observe(document.body)");
    for width in [900, 300, 700, 240, 1000] {
        card.run_with("card.style.inlineSize = `${args[0]}px`", json!([width]));
        card.wait(FITS);
        card.page().settle();
    }
    let heights = card.run("return new Set(kit.sizes).size");
    assert!(heights.as_u64() > Some(2), "the drawing never changed the page: {heights}");
    assert_eq!(card.page().run("return kit.mishaps"), json!([]));
}

fn many_years() -> Value {
    (1960..2000).map(|year| json!({ "date": year.to_string(), "headline": format!("What happened in {year}") })).collect()
}

/// kevin-powell/form-groups-wc 3: an element goes over into a frame of its page.
fn card_put_into_a_frame_opens_its_notes(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<iframe srcdoc='<p>A frame' style='inline-size: 700px; block-size: 500px'></iframe><story-card src='{url}'></story-card>"
    ));
    page.card().ready();
    page.wait("find('iframe').contentDocument.querySelector('p') !== null");
    page.run("kit.card = find('story-card'); find('iframe').contentDocument.body.append(kit.card)");
    page.wait(
        "kit.card.state === 'ready' && part(kit.card, 'marker').getBoundingClientRect().width",
    );
    // Chromium takes no press into a frame that has just come to where it is.
    page.outlast_a_note();
    let place = page.run(
        "const frame = find('iframe').getBoundingClientRect();
         const marker = part(kit.card, 'marker').getBoundingClientRect();
         return [frame.x + marker.x + marker.width / 2, frame.y + marker.y + marker.height / 2].map(Math.round)",
    );
    let (x, y) = (place[0].as_i64().expect("a place"), place[1].as_i64().expect("a place"));
    let is_open = "part(kit.card, 'popover').matches(':popover-open') && part(kit.card, 'popover').textContent.includes('River Authority')";
    page.pointer().move_to_point(x, y - 90).glide_to_point(x, y, 60).press_point(x, y);
    page.wait(is_open);
    page.press_key("Escape");
    page.wait("!part(kit.card, 'popover').matches(':popover-open')");
    page.pointer().press_point(x, y);
    page.wait(is_open);
}

/// lemonmade/bigfoot 14: who has zoomed in sees no note.
fn sheet_is_seen_in_a_page_that_two_fingers_have_zoomed(kit: &Kit) {
    let card = crate::stories::show(kit, &cited());
    let page = card.page();
    page.resize(600, 800);
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }));
    page.wait("matchMedia('(pointer: coarse)').matches");
    // Two fingers are no command of the driver: what they would leave in sight is told.
    page.run("Object.defineProperty(window, 'visualViewport', { value: { scale: 2, offsetLeft: 150, offsetTop: 100, width: 300, height: 400 } })");
    card.part("marker").run("el.click()");
    let note = open_note(&card);
    note.wait(
        "(({ left, top, right, bottom }, seen) => left >= seen.offsetLeft - 1 && top >= seen.offsetTop - 1
           && right <= seen.offsetLeft + seen.width + 1 && bottom <= seen.offsetTop + seen.height + 1)(el.getBoundingClientRect(), visualViewport)",
    );
}

/// whatwg/fullscreen 216 and others: what is larger than the screen cannot be reached.
fn card_alone_on_the_screen_scrolls(kit: &Kit) {
    let card = crate::stories::show_with(
        kit,
        "open='all'",
        &of_blocks(vec!["Words of a long story. ".repeat(60); 30].into()),
    );
    let page = card.page();
    page.run("onclick = () => find('story-card').requestFullscreen()");
    page.pointer().press(&card.part("headline"));
    card.wait("document.fullscreenElement === card");
    card.run("card.scrollTo({ top: 500, behavior: 'instant' })");
    card.wait("card.scrollTop === 500");
    page.run("onclick = null; await document.exitFullscreen()");
}
