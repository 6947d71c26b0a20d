//! An open note stays beside its marker, whatever moves that.

use serde_json::json;
use story_card_e2e::{Answer, Card, Kit, suite};

use crate::notes::{open_note, press_open, wait_until_closed};
use crate::stories::{cited, show, with};

suite! {
    EVERYWHERE:
        note_follows_in_a_table_that_scrolls,
        note_follows_in_a_page_as_high_as_the_window,
        note_follows_in_a_scroller_of_another_shadow_root,
        note_follows_an_animated_parent,
        note_comes_to_its_marker_under_a_transition_of_the_page,
        note_that_was_hidden_with_its_card_comes_back_to_its_marker,
        note_of_a_marker_that_is_folded_away_closes,
        focus_in_a_note_goes_to_the_section_that_is_folded,
        note_that_nothing_follows_closes_with_its_section,
        marker_is_as_others_when_the_card_has_been_moved;
    CHROMIUM:
        note_that_nobody_sees_costs_no_frames;
}

/// The place of the marker, in the page's own words.
const MARKER: &str = "part(card, 'marker').getBoundingClientRect()";

/// Waits until the note is beside its marker; a sheet at the bottom of the window is well too.
#[track_caller]
fn wait_until_beside(card: &Card<'_>) {
    card.wait(&format!(
        "(() => {{
           const marker = {MARKER};
           const note = part(card, 'popover').getBoundingClientRect();
           const gap = Math.max(note.y - marker.bottom, marker.y - note.bottom);
           const isBeside = gap > -2 && gap < 40 && note.x < marker.right + 9 && note.right > marker.x - 9;
           return isBeside || Math.abs(note.bottom - innerHeight) < 2;
         }})()"
    ));
    open_note(card);
}

fn note_follows_in_a_table_that_scrolls(kit: &Kit) {
    let cells: Vec<String> = (0..14).map(|column| format!("Column-of-figures-{column}")).collect();
    let mut row = cells.clone();
    row[3] = "Counted [1]".into();
    let card = show(
        kit,
        &with(json!({
            "citation": [{ "id": "1", "name": "W" }],
            "sections": [{ "headline": "", "blocks": [{ "type": "table", "header": cells, "rows": [row] }] }],
        })),
    );
    card.page().resize(900, 700);
    press_open(&card, &card.part("marker"));
    wait_until_beside(&card);
    let moved = card.run(&format!(
        "const before = {MARKER}.x;
         let box = part(card, 'marker');
         while (box.scrollWidth <= box.clientWidth + 1 || getComputedStyle(box).overflowX === 'visible') box = box.parentElement;
         box.scrollLeft += 120;
         return Math.abs({MARKER}.x - before) > 60;"
    ));
    assert_eq!(moved, true, "the table did not scroll");
    wait_until_beside(&card);
}

fn note_follows_in_a_page_as_high_as_the_window(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<style>html, body {{ block-size: 100%; margin: 0 }}</style>
         <p id='above'>Words.</p><story-card src='{url}'></story-card>"
    ));
    let card = page.card().ready();
    press_open(&card, &card.part("marker"));
    wait_until_beside(&card);
    page.run("find('#above').style.paddingBlockStart = '130px'");
    wait_until_beside(&card);
}

fn note_follows_in_a_scroller_of_another_shadow_root(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<div id='shell'><story-card src='{url}'></story-card></div>
         <script>
           const root = document.querySelector('#shell').attachShadow({{ mode: 'open' }});
           root.innerHTML = '<div id=box style=\"block-size: 400px; overflow: auto\"><div style=\"block-size: 120px\"></div><slot></slot><div style=\"block-size: 900px\"></div></div>';
         </script>"
    ));
    let card = page.card().ready();
    press_open(&card, &card.part("marker"));
    wait_until_beside(&card);
    page.run("find('#shell').shadowRoot.querySelector('#box').scrollTop = 90");
    wait_until_beside(&card);
}

fn note_follows_an_animated_parent(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<div id='moving' style='transition: transform .2s; inline-size: 400px'><story-card src='{url}'></story-card></div>"
    ));
    let card = page.card().ready();
    press_open(&card, &card.part("marker"));
    wait_until_beside(&card);
    let before = card.run(&format!("return {MARKER}.x"));
    page.run("find('#moving').style.transform = 'translateX(120px)'");
    card.wait(&format!("{MARKER}.x > {before} + 119"));
    wait_until_beside(&card);
}

fn note_comes_to_its_marker_under_a_transition_of_the_page(kit: &Kit) {
    for style in [
        "story-card::part(popover) { transition: all .2s }",
        "@keyframes grow { from { scale: .5 } } story-card::part(popover) { animation: grow .2s }",
    ] {
        let url = kit.story(&cited());
        let page =
            kit.host(&format!("<style>{style}</style><story-card src='{url}'></story-card>"));
        let card = page.card().ready();
        press_open(&card, &card.part("marker"));
        wait_until_beside(&card);
    }
}

fn note_that_was_hidden_with_its_card_comes_back_to_its_marker(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<div id='box'><story-card src='{url}'></story-card></div><div style='block-size: 2000px'></div>"
    ));
    let card = page.card().ready();
    press_open(&card, &card.part("marker"));
    wait_until_beside(&card);
    page.run("find('#box').style.display = 'none'; await frame(); scrollBy(0, 30); await frame(); find('#box').style.display = ''");
    wait_until_beside(&card);
}

fn note_of_a_marker_that_is_folded_away_closes(kit: &Kit) {
    let card = show(kit, &cited());
    for fold in ["part(card, 'section-heading').closest('summary')", "part(card, 'toggle-all')"] {
        card.run("return card.expandAll()");
        press_open(&card, &card.part("marker"));
        card.run(&format!("{fold}.focus({{ preventScroll: true }})"));
        card.page().press_key("Enter");
        wait_until_closed(&card);
        assert_eq!(card.run("return parts(card, 'marker-active').length"), 0, "{fold}");
        assert_eq!(card.run(&format!("return card.shadowRoot.activeElement === {fold}")), true);
    }
    card.run("return card.expandAll()");
    press_open(&card, &card.part("marker"));
    card.run("return card.collapseAll()");
    wait_until_closed(&card);
}

/// Nothing is pressed nor pointed at afterwards.
fn marker_is_as_others_when_the_card_has_been_moved(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<div id='other' style='padding-block-start: 900px'></div><story-card src='{url}'></story-card>"
    ));
    let card = page.card().ready();
    press_open(&card, &card.part("marker"));
    wait_until_beside(&card);
    page.run("find('#other').append(find('story-card'))");
    wait_until_closed(&card);
    card.wait("!parts(card, 'marker-active').length");
}

fn focus_in_a_note_goes_to_the_section_that_is_folded(kit: &Kit) {
    let card = show(kit, &cited());
    card.run("return card.expandAll()");
    card.run("part(card, 'marker').focus()");
    card.page().press_key("Enter");
    card.wait("part(card, 'popover').contains(card.shadowRoot.activeElement)");
    card.run("return card.collapseAll()");
    wait_until_closed(&card);
    card.wait("card.shadowRoot.activeElement?.localName === 'summary'");
}

/// What has it follow its marker comes in the second part, which may be late.
fn note_that_nothing_follows_closes_with_its_section(kit: &Kit) {
    kit.server.instead("/story-card-later.wasm", Answer::status(404));
    focus_in_a_note_goes_to_the_section_that_is_folded(kit);
}

fn note_that_nobody_sees_costs_no_frames(kit: &Kit) {
    let card = show(kit, &cited());
    press_open(&card, &card.part("marker"));
    card.run(
        "const ask = window.requestAnimationFrame;
         window.asked = 0;
         window.turn = () => new Promise((done) => ask.call(window, done));
         window.requestAnimationFrame = (call) => { asked++; return ask.call(window, call); };",
    );
    card.wait("asked > 3");
    card.page().press_key("Escape");
    card.wait("!part(card, 'popover').matches(':popover-open')");
    let asked = card
        .run("for (let i = 0; i < 6; i++) { if (i === 2) asked = 0; await turn(); } return asked;");
    assert_eq!(asked, 0);
}
