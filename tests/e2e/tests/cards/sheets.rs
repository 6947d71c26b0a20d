//! The note as a sheet, for fingers and in small frames: its marker stays in view above it,
//! and the page goes back when it closes.

use serde_json::json;
use story_card_e2e::{Card, Kit, Page, Part, suite};

use crate::notes::{open_note, wait_until_closed};
use crate::stories::{IN_FRAME, show_in_frame, with};

suite! {
    EVERYWHERE:
        sheet_in_a_low_frame_leaves_its_marker_in_view;
    CHROMIUM:
        marker_and_its_words_stay_in_view_above_the_sheet,
        page_goes_back_when_the_sheet_closes,
        page_stays_where_the_reader_scrolled_it,
        page_that_shows_the_marker_does_not_move,
        scroll_container_goes_up_and_back,
        sheet_goes_to_the_top_where_nothing_scrolls,
        next_note_goes_back_to_where_the_first_began,
        way_to_the_list_is_not_taken_back,
        sheet_fits_a_zoomed_page;
}

const WORDS: &str = "Words relied on, and more of them, so that the sheet has a height. ";

fn story() -> serde_json::Value {
    with(json!({
        "sections": [{ "headline": "Body", "open": true, "blocks": [
            "The gauge stood at four metres, which nobody had seen before in the valley [1].",
            "It fell within a day of it [2].",
        ] }],
        "citation": [
            { "id": "1", "name": "Gauge readings", "publisher": "River Authority", "url": "https://river.example/", "text": WORDS.repeat(4) },
            { "id": "2", "name": "Readings", "publisher": "Valley News", "text": WORDS.repeat(4) },
        ],
    }))
}

/// A reader with a finger, in a window as large as a telephone.
fn touched<'k>(kit: &'k Kit, before: u32, style: &str, after: u32) -> (Page<'k>, Card<'k>) {
    let url = kit.story(&story());
    let page = kit.host(&format!(
        "<style>body {{ margin: 0 }}</style><div style='block-size: {before}px'></div>
         <div style='{style}'><story-card src='{url}' loading='eager'></story-card></div><div style='block-size: {after}px'></div>"
    ));
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }));
    page.resize(500, 700);
    page.wait("matchMedia('(pointer: coarse)').matches");
    let card = page.card().ready();
    (page, card)
}

/// Scrolls the marker to so many pixels above the window's bottom.
fn put(card: &Card<'_>, index: usize, above: u32) {
    card.nth("marker", index).run_with(
        "scrollBy({ top: el.getBoundingClientRect().bottom - innerHeight + args[0], behavior: 'instant' }); await frame();",
        json!([above]),
    );
}

fn tap(card: &Card<'_>, index: usize) {
    press(card, &card.nth("marker", index));
    open_note(card);
    card.page().settle();
}

/// Presses what is in view, where it is: the kit's own press would scroll first.
fn press(card: &Card<'_>, part: &Part<'_>) {
    let at = part.run("const box = el.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2].map(Math.round)");
    let [x, y] = [0, 1].map(|side| at[side].as_i64().expect("px"));
    card.page().touch().press_point(x, y);
}

/// How far the marker's lower edge is above the sheet's upper one; and the first line of
/// its paragraph below the window's top.
fn room(card: &Card<'_>, index: usize) -> (f64, f64) {
    let seen = card.nth("marker", index).run(
        "const note = part(find('story-card'), 'popover').getBoundingClientRect();
         return [note.top - el.getBoundingClientRect().bottom, el.closest('p').getBoundingClientRect().top];",
    );
    (seen[0].as_f64().expect("px"), seen[1].as_f64().expect("px"))
}

fn scrolled(page: Page<'_>) -> i64 {
    page.run("return Math.round(scrollY)").as_i64().expect("px")
}

fn marker_and_its_words_stay_in_view_above_the_sheet(kit: &Kit) {
    let (page, card) = touched(kit, 900, "", 1500);
    for above in [40, 120, 250] {
        put(&card, 0, above);
        let before = scrolled(page);
        tap(&card, 0);
        let (below, first) = room(&card, 0);
        assert!(below >= 0.0 && first >= 0.0, "{above}: {below} {first}");
        // Just as far as needed.
        assert!(below < 70.0 || scrolled(page) == before, "{above}: {below}");
        let covered =
            card.part("popover").run("return [el.getBoundingClientRect().bottom - innerHeight]");
        assert!(covered[0].as_f64().expect("px").abs() < 1.0, "a sheet at the bottom: {covered}");
        page.press_key("Escape");
        wait_until_closed(&card);
        page.wait(&format!("Math.abs(scrollY - {before}) < 2"));
    }
}

fn page_goes_back_when_the_sheet_closes(kit: &Kit) {
    let (page, card) = touched(kit, 900, "", 1500);
    put(&card, 0, 40);
    let before = scrolled(page);
    for close in ["button", "outside"] {
        tap(&card, 0);
        assert!(scrolled(page) > before, "{close}");
        if close == "button" {
            press(&card, &card.part("popover").inside("[aria-label='Close']"));
        } else {
            press(&card, &card.part("section-heading"));
        }
        wait_until_closed(&card);
        page.wait(&format!("Math.abs(scrollY - {before}) < 2"));
    }
}

fn page_stays_where_the_reader_scrolled_it(kit: &Kit) {
    let (page, card) = touched(kit, 900, "", 1500);
    put(&card, 0, 40);
    let before = scrolled(page);
    tap(&card, 0);
    page.run("scrollBy({ top: 90, behavior: 'instant' })");
    let chosen = scrolled(page);
    assert!(chosen > before + 90);
    page.press_key("Escape");
    wait_until_closed(&card);
    // Longer than the page waits before it goes back.
    page.pointer().glide_to_point(3, 3, 900);
    assert_eq!(scrolled(page), chosen);
}

fn page_that_shows_the_marker_does_not_move(kit: &Kit) {
    let (page, card) = touched(kit, 900, "", 1500);
    put(&card, 0, 600);
    let before = scrolled(page);
    tap(&card, 0);
    assert_eq!(scrolled(page), before);
}

fn scroll_container_goes_up_and_back(kit: &Kit) {
    let (page, card) =
        touched(kit, 0, "block-size: 700px; overflow: auto; scroll-behavior: smooth", 0);
    card.part("card").run("el.getRootNode().host.style.marginBlock = '800px 900px'");
    let scroller = "find('story-card').parentElement";
    page.run(&format!(
        "const marker = part(find('story-card'), 'marker');
         {scroller}.scrollBy({{ top: marker.getBoundingClientRect().bottom - innerHeight + 40, behavior: 'instant' }})"
    ));
    let before = page.run(&format!("return {scroller}.scrollTop")).as_f64().expect("px");
    tap(&card, 0);
    let (below, _) = room(&card, 0);
    assert!(below >= 0.0, "{below}");
    assert_eq!(scrolled(page), 0);
    page.press_key("Escape");
    wait_until_closed(&card);
    page.wait(&format!("Math.abs({scroller}.scrollTop - {before}) < 2"));
}

fn sheet_goes_to_the_top_where_nothing_scrolls(kit: &Kit) {
    let (page, card) = touched(kit, 0, "position: fixed; inset: auto 0 0", 0);
    card.run("card.style.setProperty('--story-card-padding', '4px'); await frame();");
    page.run("part(find('story-card'), 'sources').remove()");
    tap(&card, 0);
    let seen = card.nth("marker", 0).run(
        "const note = part(find('story-card'), 'popover').getBoundingClientRect();
         const marker = el.getBoundingClientRect();
         return [note.top, marker.top - note.bottom, note.top >= 0 && note.bottom <= innerHeight, marker.bottom - note.top];",
    );
    let value = |at: usize| seen[at].as_f64().expect("px");
    assert!(value(1) >= 0.0 || value(3) <= 0.0, "the marker is covered: {seen}");
    assert_eq!(seen[2], true, "{seen}");
    assert!(card.part("popover").rect().height > 100.0);
    // The next sheet is at the bottom again where it covers nothing.
    page.press_key("Escape");
    wait_until_closed(&card);
    card.run("card.parentElement.style.inset = '0 0 auto'");
    tap(&card, 0);
    let bottom = card.part("popover").rect().bottom();
    assert!((bottom - 700.0).abs() < 1.0, "{bottom}");
}

fn next_note_goes_back_to_where_the_first_began(kit: &Kit) {
    let (page, card) = touched(kit, 900, "", 1500);
    put(&card, 1, 30);
    let before = scrolled(page);
    tap(&card, 1);
    tap(&card, 0);
    card.wait("part(card, 'popover').textContent.includes('River Authority')");
    assert!(room(&card, 0).0 >= 0.0);
    page.press_key("Escape");
    wait_until_closed(&card);
    page.wait(&format!("Math.abs(scrollY - {before}) < 2"));
}

fn way_to_the_list_is_not_taken_back(kit: &Kit) {
    let (page, card) = touched(kit, 900, "", 1500);
    put(&card, 0, 40);
    tap(&card, 0);
    let to_list = open_note(&card).inside("button[data-go]");
    to_list.run("el.scrollIntoView({ block: 'nearest' })");
    press(&card, &to_list);
    card.wait("card.shadowRoot.activeElement?.localName === 'li'");
    wait_until_closed(&card);
    let there = scrolled(page);
    page.pointer().glide_to_point(3, 3, 900);
    assert_eq!(scrolled(page), there);
}

fn sheet_fits_a_zoomed_page(kit: &Kit) {
    for zoom in ["0.8", "1.5", "2"] {
        let (page, card) = touched(kit, 900, &format!("zoom: {zoom}"), 1500);
        put(&card, 0, 60);
        tap(&card, 0);
        let note = card.part("popover").rect();
        assert!(
            note.y >= 200.0 && note.bottom() <= 701.0 && note.right() <= 501.0,
            "{zoom}: {note:?}"
        );
        assert!(room(&card, 0).0 >= 0.0, "{zoom}");
        page.settle();
    }
}

fn sheet_in_a_low_frame_leaves_its_marker_in_view(kit: &Kit) {
    let page = show_in_frame(kit, 360, &story());
    let card = IN_FRAME;
    page.run(&format!(
        "const marker = part({card}, 'marker');
         const view = find('iframe').contentWindow;
         view.scrollBy({{ top: marker.getBoundingClientRect().bottom - view.innerHeight + 30, behavior: 'instant' }});
         window.before = view.scrollY;
         marker.click();"
    ));
    page.wait(&format!("part({card}, 'popover').matches(':popover-open')"));
    let room = format!(
        "part({card}, 'popover').getBoundingClientRect().top - part({card}, 'marker').getBoundingClientRect().bottom"
    );
    page.wait(&format!("{room} >= 0 && find('iframe').contentWindow.scrollY > before"));
    page.run(&format!("part({card}, 'marker').click()"));
    page.wait("Math.abs(find('iframe').contentWindow.scrollY - before) < 2");
}
