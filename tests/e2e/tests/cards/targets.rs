//! A box is as large as what is drawn in it: every control can be found and hit, and none
//! pushes the lines of a text apart.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::notes::open_note;
use crate::stories::{cited, full, picture, show_with, with};

suite! {
    EVERYWHERE:
        marker_has_a_box_that_a_finger_hits,
        neighbouring_markers_are_hit_where_their_numbers_are,
        every_control_has_a_box_of_the_target_size,
        markers_push_no_lines_apart,
        colour_of_a_marker_stays_behind_its_number,
        markers_make_no_box_scroll;
}

/// Sizes of letters and heights of lines that publishers choose.
const TYPES: [(&str, &str); 4] =
    [("14px", "1.2"), ("16px", "1.55"), ("20px", "1.4"), ("24px", "2")];

fn typed<'k>(kit: &'k Kit, (size, line): (&str, &str), story: &Value) -> Card<'k> {
    let style = format!("style='--story-card-font-size: {size}; --story-card-line-height: {line}'");
    show_with(kit, &format!("open='all' {style}"), story)
}

fn marker_has_a_box_that_a_finger_hits(kit: &Kit) {
    for kind in TYPES {
        let card = typed(kit, kind, &cited());
        for marker in card.parts("marker") {
            marker.run("el.scrollIntoView({ block: 'center', behavior: 'instant' })");
            let box_of = marker.rect();
            assert!(box_of.width >= 24.0 && box_of.height >= 24.0, "{kind:?}: {box_of:?}");
            assert!(marker.is_shown());
            // Everywhere in the box, a little inside of its edge.
            let hits = marker.run(
                "const box = el.getBoundingClientRect();
                 const at = (x, y) => el.getRootNode().elementFromPoint(box.left + box.width * x, box.top + box.height * y);
                 return [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]].map(([x, y]) => el.contains(at(x, y)));",
            );
            assert_eq!(hits, json!([true, true, true, true, true]), "{kind:?}");
        }
    }
}

fn neighbouring_markers_are_hit_where_their_numbers_are(kit: &Kit) {
    let sources: Vec<Value> =
        (1..=9).map(|n| json!({ "id": n.to_string(), "name": format!("Work {n}") })).collect();
    let story =
        with(json!({ "description": "Said [1][2][3], and later [4-9].", "citation": sources }));
    for kind in TYPES {
        let card = typed(kit, kind, &story);
        for marker in card.parts("marker") {
            let hits = marker.run(
                "const words = document.createRange();
                 words.selectNodeContents(el);
                 const box = words.getBoundingClientRect();
                 return [0.05, 0.5, 0.95].map((x) => el.contains(el.getRootNode().elementFromPoint(box.left + box.width * x, box.top + box.height / 2)));",
            );
            assert_eq!(hits, json!([true, true, true]), "{kind:?} {}", marker.text());
        }
    }
}

/// Controls that are smaller than a finger needs, with their size.
const SMALL: &str = "
    await frame();
    return [...card.shadowRoot.querySelectorAll('a[href], button, summary, input, [role=link], [role=button]')]
      .filter((el) => el.checkVisibility())
      .map((el) => [el, [...el.getClientRects()].reduce((a, b) => (b.width > a.width ? b : a))])
      .filter(([el, box]) => box.height < 23.9 || (box.width < 23.9 && !(el.localName === 'a')) || box.width < 1)
      .map(([el, box]) => `${el.localName} ${tidy(el.textContent).slice(0, 30)}: ${box.width} x ${box.height}`);";

fn every_control_has_a_box_of_the_target_size(kit: &Kit) {
    let mut story = full(&picture(kit, 80, 40));
    let sources: Vec<Value> = (1..=30)
        .map(|n| json!({ "id": n.to_string(), "name": format!("W{n}"), "url": "https://a.example/", "archivedAt": "https://b.example/" }))
        .collect();
    story["citation"] = json!(sources);
    for kind in [TYPES[0], TYPES[1], TYPES[3]] {
        for attributes in ["timeline='both'", "timeline='list'"] {
            let style = format!(
                "style='--story-card-font-size: {}; --story-card-line-height: {}'",
                kind.0, kind.1
            );
            let card = show_with(kit, &format!("open='all' {attributes} {style}"), &story);
            card.wait("part(card, 'timeline').querySelector('[role=link]') || find('story-card').timeline === 'list'");
            card.part("marker").run("el.click()");
            open_note(&card);
            assert_eq!(card.run(SMALL), json!([]), "{kind:?} {attributes}");
        }
    }
}

fn markers_push_no_lines_apart(kit: &Kit) {
    let text = "The gauge stood at four metres [1] and fell [2] within a day of it [1][2], as it had long before [1]. ".repeat(4);
    let mut story = cited();
    story["sections"] = json!([{ "headline": "Both", "open": true, "blocks": [text, "Plain."] }]);
    for kind in TYPES {
        let card = typed(kit, kind, &story);
        // Every line is as high as one without a marker.
        let lines = card.run(
            "const [words, line] = [0, 1].map((at) => part(card, 'paragraph', at).getBoundingClientRect().height);
             return [words / line, Math.round(words / line)];",
        );
        let [exact, whole] = [0, 1].map(|at| lines[at].as_f64().expect("lines"));
        assert!((exact - whole).abs() < 0.1 && whole > 2.0, "{kind:?}: {lines}");
    }
}

fn colour_of_a_marker_stays_behind_its_number(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.host(&format!(
        "<style>story-card::part(marker) {{ background: rgb(255, 255, 0) }}</style><story-card src='{url}'></story-card>"
    ));
    let marker = page.card().ready().part("marker");
    assert_eq!(marker.style("background-color"), "rgb(255, 255, 0)");
    // What is painted: the box without its padding, as large as the number.
    assert_eq!(marker.style("background-clip"), "content-box");
    let painted = marker.run(
        "const style = getComputedStyle(el);
         const box = el.getBoundingClientRect();
         const words = document.createRange();
         words.selectNodeContents(el);
         const text = words.getBoundingClientRect();
         const left = box.left + parseFloat(style.paddingLeft);
         const right = box.right - parseFloat(style.paddingRight);
         const tall = box.height - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
         return [left - text.left, right - text.right, tall / parseFloat(style.fontSize)];",
    );
    let value = |at: usize| painted[at].as_f64().expect("a number");
    assert!(value(0).abs() < 1.0 && value(1).abs() < 1.0, "{painted}");
    assert!((1.0..=1.4).contains(&value(2)), "{painted}");
}

fn markers_make_no_box_scroll(kit: &Kit) {
    let mut story = cited();
    story["sections"] = json!([{ "headline": "Both", "open": true, "blocks": [
        { "type": "table", "header": ["Hour [1]", "Metres [2]"], "rows": [["02:00 [1]", "3.1 [2]"], ["04:00 [1]", "4.0 [1]"]] },
    ] }]);
    let card = show_with(kit, "", &story);
    let scrolls = card.part("table").run(
        "const box = el.parentElement;
         return [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight, getComputedStyle(box).overflowY];",
    );
    assert_eq!(scrolls[0], json!(0), "{scrolls}");
    assert!(scrolls[1] == json!(0) || scrolls[2] == json!("hidden"), "{scrolls}");
}
